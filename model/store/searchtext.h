#pragma once

#include "model/document/document.h"

#include <QString>
#include <QStringList>

/// What goes into the search index and what is asked of it. Pure functions.
///
/// The index's tokenizer takes a run of Chinese, Japanese or Korean characters for one word. Each
/// such character is therefore made a word of its own by zero-width spaces, in the text and in the
/// query.
namespace searchtext {

constexpr char16_t kHitBegin = 0xe000; ///< Marks a hit in an excerpt.
constexpr char16_t kHitEnd = 0xe001;

QString forIndex(const QString &text);
QString fromIndex(const QString &text);

struct Query
{
    QString match; ///< For FTS5; empty: finds nothing.
    QString titleMatch; ///< For the trigram index over titles; empty: not worth asking.
    QStringList words; ///< What has to occur, as typed.
    bool isBroad =
        false; ///< Only single letters: ranking would weigh nearly every word of all text.
};
/// Words are prefixes and all must occur, "phrases" stay together, -word excludes; everything else
/// that FTS5 would take for syntax is plain text.
Query parse(const QString &typed);

/// Title and text of a note, title of a drawing, text of an element.
QString titleOf(const Document &document);
QString textOf(const Document &document);

/// First text after the title in one line of at most 200 characters, without Markdown's line marks.
QString snippetOf(const QString &title, const QString &text);

} // namespace searchtext
