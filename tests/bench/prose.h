#pragma once

#include "tests/support/seededrandom.h"

#include <QString>

/// Text of about `length` letters from 3,000 made-up words, the common ones more often.
inline QString prose(SeededRandom &random, int length)
{
    QString text;
    while (text.size() < length) {
        const int word = random.below(random.below(3000) + 1);
        text += QStringLiteral("w") + QString::number(word * 7919 % 46656, 36)
                + (random.below(12) == 0 ? QStringLiteral(".\n") : QStringLiteral(" "));
    }
    return text;
}
