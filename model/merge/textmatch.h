#pragma once

#include <QStringView>

#include <vector>

/// `length` equal UTF-16 units of two texts.
struct TextMatch
{
    qsizetype a = 0;
    qsizetype b = 0;
    qsizetype length = 0;
};

/// What two texts have in common, in order, adjacent stretches joined: whole blocks, in what is
/// left whole lines, in what is left words. A stretch never begins or ends inside a character.
/// Common words that are lost between larger changes of one line do not count.
std::vector<TextMatch> matchTexts(QStringView a, QStringView b);

/// What lies between the matches: a[a0, a1) became b[b0, b1).
struct TextEdit
{
    qsizetype a0 = 0;
    qsizetype a1 = 0;
    qsizetype b0 = 0;
    qsizetype b1 = 0;
};
std::vector<TextEdit> editsBetween(QStringView a, QStringView b);
