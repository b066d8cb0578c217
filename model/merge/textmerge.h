#pragma once

#include <QList>
#include <QString>

/// One stretch of a three-way comparison, in order; all stretches together cover all three texts.
struct MergeChunk
{
    enum class Kind {
        Unchanged, ///< The same in all three.
        MineOnly, ///< Changed here only: taken.
        TheirsOnly, ///< Changed there only: taken.
        Same, ///< Changed alike on both sides: taken once.
        Clash, ///< Changed differently on both sides: somebody has to choose.
    };
    Kind kind = Kind::Unchanged;
    QString base;
    QString mine;
    QString theirs;
};

/// (base, mine, theirs) -> merged text, or the clashes. Pure; line ends and every other character
/// are kept as they are. Compares blocks (runs of lines between blank lines) first, then lines,
/// then words: edits to different words of one line merge if they do not touch.
///
/// Properties (tested): merge(b, a, a) = a; merge(b, a, b) = a; merge(b, b, a) = a; nothing that
/// one side inserted is missing from a clean merge; no line is doubled.
struct TextMerge
{
    QList<MergeChunk> chunks;

    bool clean() const;
    QString
    merged() const; ///< With clashes resolved to mine; use it as a start for a person's choice.
    int clashes() const;
};
TextMerge mergeText(const QString &base, const QString &mine, const QString &theirs);

/// For showing two versions side by side: words that are equal, only here, only there.
struct DiffPart
{
    enum class Kind { Equal, Removed, Added };
    Kind kind = Kind::Equal;
    QString text;
};
/// From `before` to `after`, by words, grouped so that a person can read it.
QList<DiffPart> diffWords(const QString &before, const QString &after);
