#pragma once

#include "ui/notes/sourcetext.h"

#include <QTextDocument>

/// The text document of one note. Keeps what QTextDocument would normalise away: `text()` gives
/// back every character of `setText`, with line ends and byte order mark, whatever was edited
/// elsewhere in it. Line ends ride on the blocks' formats, so that undo restores them, too.
class NoteDocument : public QTextDocument
{
    Q_OBJECT

public:
    explicit NoteDocument(QObject *parent = nullptr);

    /// Starts anew: no undo history, not modified.
    void setText(const QString &text);
    QString text() const;

    /// Changes the content to `text` by the smallest edits that do it, as one undo step: cursors,
    /// selections and older undo steps stay.
    void changeTo(const QString &text);

private:
    /// The document's own characters: lines joined by '\n', nothing else translated.
    QString shownText() const;
    void applyEdits(const QString &from, const QString &to);
    void setLineEnds(const QList<LineEnd> &ends);
    LineEnd endBefore(const QTextBlock &block) const;

    bool m_byteOrderMark = false;
    LineEnd m_usual = LineEnd::Lf;
};
