#include "model/merge/textmerge.h"
#include "tests/support/seededrandom.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

namespace {

constexpr int kRuns = 9;

QString prose(SeededRandom &random, qsizetype length)
{
    QString text;
    while (text.size() < length) {
        text += QStringLiteral("w")
                + QString::number(random.below(random.below(3000) + 1) * 7919, 36)
                + (random.below(12) == 0 ? QStringLiteral(".\n") : QStringLiteral(" "));
        if (random.below(80) == 0)
            text += u'\n';
    }
    return text;
}

QString edited(QString text, SeededRandom &random, int edits)
{
    for (int i = 0; i < edits; ++i) {
        const auto at = qsizetype(random.below(int(text.size()) - 20));
        text.replace(at, random.below(20), QStringLiteral(" new %1 ").arg(random.below(1'000'000)));
    }
    return text;
}

void measure(const char *name, const QString &base, const QString &mine, const QString &theirs)
{
    QList<double> milliseconds;
    for (int i = 0; i < kRuns; ++i) {
        QElapsedTimer timer;
        timer.start();
        mergeText(base, mine, theirs);
        milliseconds.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("%-40s median %9.3f ms   n %d\n", name, milliseconds[kRuns / 2], kRuns);
}

} // namespace

int main()
{
    SeededRandom random(1);
    const QString small = prose(random, 10'000);
    measure("10 kB, 5 edits each", small, edited(small, random, 5), edited(small, random, 5));
    const QString large = prose(random, 1'000'000);
    measure("1 MB, 20 edits each", large, edited(large, random, 20), edited(large, random, 20));
    measure(
        "1 MB, 2,000 edits each", large, edited(large, random, 2000), edited(large, random, 2000));
    measure("1 MB, everything differs", large, prose(random, 1'000'000), prose(random, 1'000'000));
    QString crlf = large;
    crlf.replace(u'\n', QStringLiteral("\r\n"));
    measure("1 MB, line ends changed, 20 edits", large, crlf, edited(large, random, 20));
    return 0;
}
