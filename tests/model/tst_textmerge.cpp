#include "model/merge/textmerge.h"
#include "tests/support/seededrandom.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

/// Three-way merging and comparing of texts: examples that a person can judge, then the promises
/// under thousands of seeded edits.
class TestTextMerge : public QObject
{
    Q_OBJECT

private slots:
    void mergesCleanly_data();
    void mergesCleanly();
    void clashes_data();
    void clashes();
    void resolvesClashesToMine();
    void chunksCoverAllThreeTexts();
    void promisesHold_data();
    void promisesHold();
    void insertedLinesSurvive();
    void orderOfThreeDevicesDoesNotMatter();
    void keepsUtf16Valid();
    void aMegabyteTakesNoTime();
    void hostileTextEnds_data();
    void hostileTextEnds();
    void diffShowsBothTexts_data();
    void diffShowsBothTexts();
    void diffIsReadable();
};

namespace {

using Kind = MergeChunk::Kind;

QString joined(const TextMerge &merge, QString MergeChunk::*side)
{
    QString text;
    for (const MergeChunk &chunk : merge.chunks)
        text += chunk.*side;
    return text;
}

/// Prose, lists, front matter and odd line ends; lines are distinct unless `repeats`.
QString randomText(SeededRandom &random, bool repeats)
{
    static const QStringList words{QStringLiteral("the"),
                                   QStringLiteral("river"),
                                   QStringLiteral("and"),
                                   QStringLiteral("tea"),
                                   QStringLiteral("Straße"),
                                   QStringLiteral("😀"),
                                   QStringLiteral("e\u0301t\u00e9"),
                                   QStringLiteral("水"),
                                   QStringLiteral("[[link]]")};
    static const QStringList starts{
        QString(), QStringLiteral("- "), QStringLiteral("- [ ] "), QStringLiteral("# ")};
    static const QStringList ends{
        QStringLiteral("\n"), QStringLiteral("\n"), QStringLiteral("\n\n"), QStringLiteral("\r\n")};
    QString text;
    const int lines = random.below(9);
    for (int i = 0; i < lines; ++i) {
        text += starts[random.below(int(starts.size()))];
        const int count = 1 + random.below(5);
        for (int w = 0; w < count; ++w)
            text += words[random.below(int(words.size()))] + u' ';
        if (!repeats)
            text += QString::number(random.below(1'000'000));
        text += ends[random.below(int(ends.size()))];
    }
    if (random.below(3) == 0)
        text.chop(1);
    return text;
}

/// Text positions where an editor's caret can stand.
QList<qsizetype> caretPlaces(const QString &text)
{
    QList<qsizetype> places{0};
    for (qsizetype i = 1; i < text.size(); ++i) {
        const bool inside = text[i].isLowSurrogate() || text[i].category() == QChar::Mark_NonSpacing
                            || (text[i] == u'\n' && text[i - 1] == u'\r');
        if (!inside)
            places.append(i);
    }
    places.append(text.size());
    return places;
}

QString edited(QString text, SeededRandom &random, int edits)
{
    for (int i = 0; i < edits; ++i) {
        const QList<qsizetype> places = caretPlaces(text);
        const auto from = qsizetype(random.below(int(places.size())));
        const qsizetype to =
            std::min(from + qsizetype(random.below(12)), qsizetype(places.size() - 1));
        QString with;
        if (random.below(3) > 0)
            with = QStringLiteral("new%1").arg(random.below(1'000'000));
        if (random.below(2) == 0)
            with += u'\n';
        if (random.below(4) == 0)
            text.insert(places[from], with);
        else
            text.replace(places[from], places[to] - places[from], with);
    }
    return text;
}

QByteArray describe(const QList<DiffPart> &parts)
{
    QByteArray text;
    for (const DiffPart &part : parts)
        text += QByteArray::number(int(part.kind)) + '\'' + part.text.toUtf8() + "' ";
    return text;
}

bool isValidUtf16(const QString &text)
{
    return text.isValidUtf16();
}

} // namespace

void TestTextMerge::mergesCleanly_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name,
                        const char *base,
                        const char *mine,
                        const char *theirs,
                        const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(base) << QString::fromUtf8(mine)
                            << QString::fromUtf8(theirs) << QString::fromUtf8(expected);
    };
    row("different lines (S2)",
        "one\ntwo\nthree\n",
        "ONE\ntwo\nthree\n",
        "one\ntwo\nTHREE\n",
        "ONE\ntwo\nTHREE\n");
    row("lines next to each other", "a1\nb1\n", "a2\nb1\n", "a1\nb2\n", "a2\nb2\n");
    row("words of one line",
        "Meet at 10 on Monday.",
        "Meet at 11 on Monday.",
        "Meet at 10 on Tuesday.",
        "Meet at 11 on Tuesday.");
    row("the same edit (S4)", "one\ntwo\n", "one\n2\n", "one\n2\n", "one\n2\n");
    row("box ticked, task renamed",
        "- [ ] milk\n- [ ] tea\n",
        "- [x] milk\n- [ ] tea\n",
        "- [ ] oat milk\n- [ ] tea\n",
        "- [x] oat milk\n- [ ] tea\n");
    row("both append a line (S7)", "one\n", "one\nB\n", "one\nA\n", "one\nA\nB\n");
    row("both append, no last line end", "one", "one\nB", "one\nA", "one\nA\nB");
    row("both append after the line end", "one\n", "one\nB", "one\nA", "one\nA\nB");
    row("both append, CR LF", "one\r\n", "one\r\nB", "one\r\nA", "one\r\nA\r\nB");
    row("both append, one ends its line", "one\n", "one\nA", "one\nB\n", "one\nB\nA");
    row("both append a paragraph",
        "one\n",
        "one\n\nBee bee\n",
        "one\n\nAda ada\n",
        "one\n\nAda ada\n\nBee bee\n");
    row("one appends what the other appended, and more",
        "one\n",
        "one\nA\n",
        "one\nA\nB\n",
        "one\nA\nB\n");
    row("both append, first line alike",
        "one\n",
        "one\nmilk\neggs\n",
        "one\nmilk\nbread\n",
        "one\nmilk\nbread\neggs\n");
    row("line added below an edited last line", "one", "one\ntwo", "ONE", "ONE\ntwo");
    row("line added above an edited first line", "one\n", "zero\none\n", "ONE\n", "zero\nONE\n");
    row("neighbouring lines deleted", "a\nb\nc\n", "b\nc\n", "a\nc\n", "c\n");
    row("paragraph moved, another edited",
        "first one\n\nsecond one\n\nthird one\n",
        "second one\n\nthird one\n\nfirst one\n",
        "first one\n\nsecond 1\n\nthird one\n",
        "second 1\n\nthird one\n\nfirst one\n");
    row("line ends changed here, a word there",
        "one two\nthree\n",
        "one two\r\nthree\r\n",
        "one 2\nthree\n",
        "one 2\r\nthree\r\n");
    row("front matter keys",
        "---\ntags: a\ndate: 1\n---\ntext\n",
        "---\ntags: a, b\ndate: 1\n---\ntext\n",
        "---\ntags: a\ndate: 2\n---\ntext\n",
        "---\ntags: a, b\ndate: 2\n---\ntext\n");
    row("keys added to the front matter at one place",
        "---\ndate: 1\n---\ntext\n",
        "---\ndate: 1\nstatus: open\n---\ntext\n",
        "---\ndate: 1\nauthor: Zoë\n---\ntext\n",
        "---\ndate: 1\nauthor: Zoë\nstatus: open\n---\ntext\n");
    row("front matter with CR LF, a list and Chinese",
        "---\r\ntags:\r\n  - 一\r\ndate: 1\r\n---\r\n水\r\n",
        "---\r\ntags:\r\n  - 一\r\n  - 二\r\ndate: 1\r\n---\r\n水\r\n",
        "---\r\ntags:\r\n  - 一\r\ndate: 2\r\n---\r\n水😀\r\n",
        "---\r\ntags:\r\n  - 一\r\n  - 二\r\ndate: 2\r\n---\r\n水😀\r\n");
    row("byte order mark stays",
        "\xEF\xBB\xBFone\ntwo",
        "\xEF\xBB\xBFone\n2",
        "\xEF\xBB\xBF"
        "1\ntwo",
        "\xEF\xBB\xBF"
        "1\n2");
    row("lone CR", "a\rb\rc", "A\rb\rc", "a\rb\rC", "A\rb\rC");
    row("emoji beside emoji", "😀 x 😀", "😁 x 😀", "😀 x 😁", "😁 x 😁");
    row("everything deleted here, nothing there", "a\nb\n", "", "a\nb\n", "");
}

void TestTextMerge::mergesCleanly()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    const TextMerge merge = mergeText(base, mine, theirs);
    QVERIFY2(merge.clean(), qPrintable(merge.merged()));
    QTEST(merge.merged(), "expected");
    QTEST(mergeText(base, theirs, mine).merged(), "expected");
}

void TestTextMerge::clashes_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    const auto row = [](const char *name, const char *base, const char *mine, const char *theirs) {
        QTest::newRow(name) << QString::fromUtf8(base) << QString::fromUtf8(mine)
                            << QString::fromUtf8(theirs);
    };
    row("the same word (S3)", "one two three\n", "one 2 three\n", "one II three\n");
    row("neighbouring words", "a red car\n", "a blue car\n", "a red bike\n");
    row("word inserted at one place", "one two\n", "one big two\n", "one small two\n");
    row("edited here, deleted there", "one\ntwo\nthree\n", "one\n2\nthree\n", "one\nthree\n");
    row("line moved here, edited there",
        "a b c d\nx\ny\nz\n",
        "x\ny\nz\na b c d\n",
        "a b c D\nx\ny\nz\n");
    row("one line brought to two places", "x\ny\nz\n", "- milk\nx\ny\nz\n", "x\ny\nz\n- milk\n");
    row("one key added to the front matter with two values",
        "---\ndate: 1\n---\ntext\n",
        "---\ndate: 1\nstatus: open\n---\ntext\n",
        "---\ndate: 1\nstatus: done\n---\ntext\n");
    row("inside a combined character", "cafe\u0301\n", "cafe\u0300\n", "cafe\u0302\n");
}

void TestTextMerge::clashes()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    const TextMerge merge = mergeText(base, mine, theirs);
    QVERIFY2(!merge.clean(), qPrintable(merge.merged()));
    QVERIFY(!mergeText(base, theirs, mine).clean());
    QCOMPARE(joined(merge, &MergeChunk::base), base);
    QCOMPARE(joined(merge, &MergeChunk::mine), mine);
    QCOMPARE(joined(merge, &MergeChunk::theirs), theirs);
}

void TestTextMerge::resolvesClashesToMine()
{
    const TextMerge merge = mergeText(QStringLiteral("keep\none\nkeep\nlast\n"),
                                      QStringLiteral("keep\n1\nkeep\nlast\n"),
                                      QStringLiteral("keep\nI\nkeep\nLAST\n"));
    QCOMPARE(merge.clashes(), 1);
    QCOMPARE(merge.merged(), QStringLiteral("keep\n1\nkeep\nLAST\n"));
    const QList<MergeChunk> expected{
        {Kind::Unchanged,
         QStringLiteral("keep\n"),
         QStringLiteral("keep\n"),
         QStringLiteral("keep\n")},
        {Kind::Clash, QStringLiteral("one"), QStringLiteral("1"), QStringLiteral("I")},
        {Kind::Unchanged,
         QStringLiteral("\nkeep\n"),
         QStringLiteral("\nkeep\n"),
         QStringLiteral("\nkeep\n")},
        {Kind::TheirsOnly, QStringLiteral("last"), QStringLiteral("last"), QStringLiteral("LAST")},
        {Kind::Unchanged, QStringLiteral("\n"), QStringLiteral("\n"), QStringLiteral("\n")}};
    QCOMPARE(merge.chunks, expected);
}

void TestTextMerge::chunksCoverAllThreeTexts()
{
    for (int seed = 0; seed < 1000; ++seed) {
        SeededRandom random(std::uint64_t(seed) + 1);
        const QString base = randomText(random, seed % 2 == 0);
        const QString mine = edited(base, random, random.below(4));
        const QString theirs = edited(base, random, random.below(4));
        const TextMerge merge = mergeText(base, mine, theirs);
        QCOMPARE(joined(merge, &MergeChunk::base), base);
        // Two appended last lines may get a line end between them, at most once per place.
        const auto extra = joined(merge, &MergeChunk::mine).size() - mine.size()
                           + joined(merge, &MergeChunk::theirs).size() - theirs.size();
        QVERIFY2(extra >= 0 && extra <= 2 * merge.chunks.size(), qPrintable(QString::number(seed)));
        if (extra == 0) {
            QCOMPARE(joined(merge, &MergeChunk::mine), mine);
            QCOMPARE(joined(merge, &MergeChunk::theirs), theirs);
        }
    }
}

void TestTextMerge::promisesHold_data()
{
    QTest::addColumn<bool>("repeats");
    QTest::newRow("distinct lines") << false;
    QTest::newRow("repeated lines") << true;
}

void TestTextMerge::promisesHold()
{
    QFETCH(bool, repeats);
    int clean = 0;
    for (int seed = 0; seed < 2000; ++seed) {
        SeededRandom random(std::uint64_t(seed) * 31 + 7);
        const QString base = randomText(random, repeats);
        const QString a = edited(base, random, 1 + random.below(3));
        const QString b = edited(base, random, 1 + random.below(3));
        const QByteArray name = "seed " + QByteArray::number(seed);
        for (const TextMerge &merge :
             {mergeText(base, a, a), mergeText(base, a, base), mergeText(base, base, a)}) {
            QVERIFY2(merge.clean(), name.constData());
            QCOMPARE(merge.merged(), a);
        }
        const TextMerge merge = mergeText(base, a, b);
        const TextMerge mirrored = mergeText(base, b, a);
        QVERIFY2(merge.clashes() == mirrored.clashes(), name.constData());
        if (!merge.clean())
            continue;
        ++clean;
        QVERIFY2(merge.merged() == mirrored.merged(), name.constData());
    }
    QVERIFY(clean > 500);
}

void TestTextMerge::insertedLinesSurvive()
{
    int clean = 0;
    for (int seed = 0; seed < 2000; ++seed) {
        SeededRandom random(std::uint64_t(seed) * 17 + 3);
        const QString base = randomText(random, false);
        const QString a = edited(base, random, 1 + random.below(4));
        const QString b = edited(base, random, 1 + random.below(4));
        const TextMerge merge = mergeText(base, a, b);
        if (!merge.clean())
            continue;
        ++clean;
        const QByteArray name = "seed " + QByteArray::number(seed);
        const QStringList result = merge.merged().split(QLatin1Char('\n'));
        for (const QString *side : {&a, &b}) {
            for (const QString &line : side->split(QLatin1Char('\n'))) {
                const bool inserted = line.startsWith(QStringLiteral("new")) && line.size() > 3
                                      && !base.contains(line)
                                      && std::all_of(line.begin() + 3, line.end(), [](QChar c) {
                                             return c.isDigit();
                                         });
                if (inserted)
                    QVERIFY2(merge.merged().contains(line), name.constData());
            }
        }
        for (const QString &line : result) {
            if (line.trimmed().isEmpty() || !line[0].isLetter())
                continue;
            const auto count = [&line](const QString &text) {
                return text.split(QLatin1Char('\n')).count(line);
            };
            const auto most = std::max({count(base), count(a), count(b), qsizetype(1)});
            QVERIFY2(result.count(line) <= most, name.constData());
        }
    }
    QVERIFY(clean > 500);
}

void TestTextMerge::orderOfThreeDevicesDoesNotMatter()
{
    const QString base = QStringLiteral("one\ntwo\nthree");
    QStringList sides{
        base + QStringLiteral("\nA"), base + QStringLiteral("\nB"), base + QStringLiteral("\nC")};
    std::sort(sides.begin(), sides.end());
    do {
        const TextMerge first = mergeText(base, sides[1], sides[0]);
        QVERIFY(first.clean());
        const TextMerge second = mergeText(base, sides[2], first.merged());
        QVERIFY(second.clean());
        QStringList lines = second.merged().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 6);
        lines.sort();
        QCOMPARE(lines.mid(0, 3),
                 QStringList({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
        // A device that merges the result with its own edit again ends there, too.
        for (const QString &side : sides)
            QCOMPARE(mergeText(base, side, second.merged()).merged(), second.merged());
    } while (std::next_permutation(sides.begin(), sides.end()));
}

void TestTextMerge::keepsUtf16Valid()
{
    static const char16_t alphabet[] = u"ab \n\r\u0301\u200d😀👩\u06410水";
    const QString letters = QString::fromUtf16(alphabet);
    const QList<qsizetype> places = caretPlaces(letters);
    for (int seed = 0; seed < 1500; ++seed) {
        SeededRandom random(std::uint64_t(seed) + 99);
        const auto text = [&random, &letters, &places] {
            QString result;
            const int length = random.below(40);
            for (int i = 0; i < length; ++i) {
                const int at = random.below(int(places.size()) - 1);
                result += letters.mid(places[at], places[at + 1] - places[at]);
            }
            return result;
        };
        const QString base = text();
        const QString mine = text();
        const QString theirs = text();
        const TextMerge merge = mergeText(base, mine, theirs);
        QVERIFY(isValidUtf16(merge.merged()));
        for (const MergeChunk &chunk : merge.chunks)
            QVERIFY(isValidUtf16(chunk.base) && isValidUtf16(chunk.mine)
                    && isValidUtf16(chunk.theirs));
        QCOMPARE(joined(merge, &MergeChunk::base), base);
    }
}

void TestTextMerge::aMegabyteTakesNoTime()
{
    SeededRandom random(5);
    QString base;
    while (base.size() < 1'000'000)
        base += randomText(random, false) + u'\n';
    const QString mine = edited(base, random, 20);
    const QString theirs = edited(base, random, 20);
    QElapsedTimer timer;
    timer.start();
    const TextMerge merge = mergeText(base, mine, theirs);
    const qint64 elapsed = timer.elapsed();
    qInfo("1 MB with 20 edits on each side: %lld ms", elapsed);
    QVERIFY(!merge.chunks.isEmpty());
    QVERIFY2(elapsed < 3000, "unoptimised and under load it takes a few tenths of a second");
}

void TestTextMerge::hostileTextEnds_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("one line of one letter") << QStringLiteral("a");
    QTest::newRow("empty lines") << QStringLiteral("\n");
    QTest::newRow("two lines for ever") << QStringLiteral("a\nb\n");
    QTest::newRow("one line of words") << QStringLiteral("a b ");
    QTest::newRow("combining marks") << QStringLiteral("\u0301");
}

void TestTextMerge::hostileTextEnds()
{
    QFETCH(QString, unit);
    SeededRandom random(11);
    const auto scrambled = [&random, &unit] {
        QString text;
        while (text.size() < 300'000) {
            text += unit.repeated(1 + random.below(50));
            text += random.below(2) ? QStringLiteral("x ") : QStringLiteral("y\n");
        }
        return text;
    };
    const QString base = scrambled();
    const QString mine = scrambled();
    const QString theirs = scrambled();
    QElapsedTimer timer;
    timer.start();
    const TextMerge merge = mergeText(base, mine, theirs);
    qInfo("%lld ms", timer.elapsed());
    QCOMPARE(joined(merge, &MergeChunk::base), base);
    QVERIFY(timer.elapsed() < 10'000);
}

void TestTextMerge::diffShowsBothTexts_data()
{
    promisesHold_data();
}

void TestTextMerge::diffShowsBothTexts()
{
    QFETCH(bool, repeats);
    for (int seed = 0; seed < 2000; ++seed) {
        SeededRandom random(std::uint64_t(seed) + 4);
        const QString before = randomText(random, repeats);
        const QString after = edited(before, random, random.below(5));
        QString left;
        QString right;
        const DiffPart *last = nullptr;
        const QList<DiffPart> parts = diffWords(before, after);
        for (const DiffPart &part : parts) {
            QVERIFY(!part.text.isEmpty());
            QVERIFY(!last || last->kind != part.kind);
            left += part.kind != DiffPart::Kind::Added ? part.text : QString();
            right += part.kind != DiffPart::Kind::Removed ? part.text : QString();
            last = &part;
        }
        QCOMPARE(left, before);
        QCOMPARE(right, after);
    }
}

void TestTextMerge::diffIsReadable()
{
    const QList<DiffPart> parts = diffWords(QStringLiteral("We meet at ten, in the old hall.\n"),
                                            QStringLiteral("We meet at eleven, in the hall.\n"));
    const QList<DiffPart> expected{{DiffPart::Kind::Equal, QStringLiteral("We meet at ")},
                                   {DiffPart::Kind::Removed, QStringLiteral("ten")},
                                   {DiffPart::Kind::Added, QStringLiteral("eleven")},
                                   {DiffPart::Kind::Equal, QStringLiteral(", in the")},
                                   {DiffPart::Kind::Removed, QStringLiteral(" old")},
                                   {DiffPart::Kind::Equal, QStringLiteral(" hall.\n")}};
    QVERIFY2(parts == expected, describe(parts).constData());
    QVERIFY(diffWords(QString(), QString()).isEmpty());
}

QTEST_APPLESS_MAIN(TestTextMerge)
#include "tst_textmerge.moc"
