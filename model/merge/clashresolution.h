#pragma once

#include "model/merge/textmerge.h"

#include <QStringView>

/// Whether a line begins (ends) at `at`: the text's start (end) or a line end lies before (there).
bool startsLine(QStringView text, qsizetype at);
bool endsLine(QStringView text, qsizetype at);

/// base[begin, end): where both sides changed something.
struct BaseStretch
{
    QStringView base;
    qsizetype begin = 0;
    qsizetype end = 0;

    QStringView text() const { return base.sliced(begin, end - begin); }
};

/// Chunks for a stretch that both sides changed, in place of a plain clash where there is no need
/// for one: what they did alike is taken once, whole lines inserted by both are all taken.
QList<MergeChunk> resolveClash(const BaseStretch &stretch, QStringView mine, QStringView theirs);
