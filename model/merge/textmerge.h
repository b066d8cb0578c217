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

    friend bool operator==(const MergeChunk &, const MergeChunk &) = default;
};

/// (base, mine, theirs) -> merged text, or the clashes. Pure; line ends and every other character
/// are kept as they are. Compares blocks (runs of lines between blank lines) first, then lines,
/// then words.
///
/// - Edits to different lines, or to different words of one line, merge unless they touch: nothing
///   but spaces between them counts as touching, a line end does not.
/// - Whole lines that both sides put at one place are both taken, in the order of their text, so
///   that both devices get the same. Where neither ends its last line, a line end is put between
///   them: the only case in which a chunk holds more than its text (at its start).
/// - A line that would stand in the result more often than in any of the three texts is a clash.
///
/// Properties (tested): merge(b, a, a) = a; merge(b, a, b) = a; merge(b, b, a) = a; a clean merge
/// is the same with the sides exchanged; nothing that one side inserted is missing from a clean
/// merge; no line is doubled. Memory is linear and the work bounded, whatever the input.
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

    friend bool operator==(const DiffPart &, const DiffPart &) = default;
};
/// From `before` to `after`, by words, grouped so that a person can read it: no two neighbours of
/// one kind, what was removed before what was added.
QList<DiffPart> diffWords(const QString &before, const QString &after);
