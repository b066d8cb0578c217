#pragma once

#include "model/merge/textmerge.h"

/// A line that says something by itself: not blank, not only punctuation, no code fence, tag or
/// callout mark, of which a text may well have many.
bool isTellingLine(QStringView line);

struct MergeSources
{
    QStringView base;
    QStringView mine;
    QStringView theirs;
};

/// Turns the one-sided changes of a clean merge that make a telling line, or a key of the front
/// matter, stand in the result more often than in any of the three texts into clashes: both sides
/// brought the same line to different places, and only a person knows which one is meant.
void clashWhereLinesDouble(QList<MergeChunk> &chunks, const MergeSources &sources);
