#include "model/exchange/filenames.h"
#include "model/exchange/frontmatter.h"

#include <QTest>

/// Names of files and properties of notes, both from people's hands.
class TestExchangeText : public QObject
{
    Q_OBJECT

private slots:
    void cleansNames_data();
    void cleansNames();
    void shortensLongNames();
    void cleansPaths_data();
    void cleansPaths();
    void numbersTakenNames();
    void readsTags_data();
    void readsTags();
    void readsDates_data();
    void readsDates();
    void findsTheEndOfProperties_data();
    void findsTheEndOfProperties();
};

void TestExchangeText::cleansNames_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *title, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(title) << QString::fromUtf8(expected);
    };
    row("plain", "Notes v1.2", "Notes v1.2");
    row("separators", "a/b\\c:d", "a-b-c-d");
    row("line end", "a\nb", "a-b");
    row("dots and spaces at the ends", " ..hidden.. ", "hidden");
    row("only dots", "...", "Untitled");
    row("empty", "", "Untitled");
    row("device", "CON", "CON_");
    row("device with ending", "nul.txt", "nul.txt_");
    row("numbered device", "lpt1", "lpt1_");
    row("no device", "comb", "comb");
    row("right to left", "ملاحظة", "ملاحظة");
    row("emoji", "👩‍👩‍👧 plan?", "👩‍👩‍👧 plan-");
}

void TestExchangeText::cleansNames()
{
    QFETCH(QString, title);
    QTEST(cleanFileName(title, {}), "expected");
}

void TestExchangeText::shortensLongNames()
{
    const QString ending = QStringLiteral(".excalidraw");
    const QString family = QString::fromUtf8("👩‍👩‍👧");
    const QString name = cleanFileName(family.repeated(100), ending);
    QVERIFY((name + ending).toUtf8().size() <= 200);
    QCOMPARE(name, family.repeated(int(name.size() / family.size())));
    QVERIFY(cleanFileName(QString(1, QChar(0xd800)), {}).isValidUtf16());
}

void TestExchangeText::cleansPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *path, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(expected);
    };
    row("plain", "Attachments/a b.png", "Attachments/a b.png");
    row("out of the folder", "../../etc/passwd", "etc/passwd");
    row("absolute", "/etc/passwd", "etc/passwd");
    row("a part of dots", "a/./../b", "a/b");
    row("back slash", "a\\..\\b", "a-.-b");
    row("hidden", ".ssh/config", "ssh/config");
    row("nothing", "", "Untitled");
}

void TestExchangeText::cleansPaths()
{
    QFETCH(QString, path);
    QTEST(cleanPath(path), "expected");
}

void TestExchangeText::numbersTakenNames()
{
    NamesOfFolder names;
    const QString md = QStringLiteral(".md");
    QCOMPARE(names.claim(QStringLiteral("Plan"), md), QStringLiteral("Plan.md"));
    QCOMPARE(names.claim(QStringLiteral("plan"), md), QStringLiteral("plan 2.md"));
    QCOMPARE(names.claim(QStringLiteral("PLAN"), md), QStringLiteral("PLAN 3.md"));
    QCOMPARE(names.claim(QStringLiteral("caf\u00e9"), md), QStringLiteral("caf\u00e9.md"));
    QCOMPARE(names.claim(QStringLiteral("cafe\u0301"), md), QStringLiteral("cafe\u0301 2.md"));
}

void TestExchangeText::readsTags_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tags");
    const auto row = [](const char *name, const char *text, const QStringList &tags) {
        QTest::newRow(name) << QString::fromUtf8(text) << tags;
    };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b/c");
    row("brackets", "---\ntags: [a, \"b/c\"]\n---\n", {a, b});
    row("dashes", "---\ntags:\n  - a\n  - '#b/c'\ntitle: x\n---\n", {a, b});
    row("dashes without indent", "---\ntags:\n- a\n- b/c\n---\n", {a, b});
    row("commas", "---\ntags: a, b/c\n---\n", {a, b});
    row("spaces and marks", "---\ntags: #a #b/c\n---\n", {a, b});
    row("CR LF", "---\r\ntags: [a]\r\n---\r\n", {a});
    row("repeated", "---\ntags: [a, A]\n---\n", {a});
    row("in another key", "---\nother:\n  tags: [a]\n---\n", {});
    row("not at the top", "text\n---\ntags: [a]\n---\n", {});
    row("not closed", "---\ntags: [a]\n", {});
    row("none", "no properties", {});
}

void TestExchangeText::readsTags()
{
    QFETCH(QString, text);
    QTEST(readFrontMatter(text).tags, "tags");
}

void TestExchangeText::readsDates_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<qint64>("created");
    QTest::newRow("day") << QStringLiteral("created: 2026-01-02") << qint64(1767312000000);
    QTest::newRow("time") << QStringLiteral("date: 2026-01-02T03:04:05") << qint64(1767323045000);
    QTest::newRow("Joplin") << QStringLiteral("created: 2026-01-02 03:04:05Z")
                            << qint64(1767323045000);
    QTest::newRow("zone") << QStringLiteral("created_at: \"2026-01-02T03:04+01:00\"")
                          << qint64(1767319440000);
    QTest::newRow("none") << QStringLiteral("created: yesterday") << qint64(-1);
    QTest::newRow("no such day") << QStringLiteral("created: 2026-02-31") << qint64(-1);
}

void TestExchangeText::readsDates()
{
    QFETCH(QString, line);
    const QString text = QStringLiteral("---\n") + line + QStringLiteral("\n---\ntext");
    QTEST(qint64(readFrontMatter(text).created.value_or(-1)), "created");
}

void TestExchangeText::findsTheEndOfProperties_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("with text behind") << QStringLiteral("---\na: 1\n---\ntext") << qsizetype(13);
    QTest::newRow("empty") << QStringLiteral("---\n---\ntext") << qsizetype(8);
    QTest::newRow("dots") << QStringLiteral("---\na: 1\n...\n") << qsizetype(13);
    QTest::newRow("byte order mark") << QStringLiteral("\uFEFF---\na: 1\n---\n") << qsizetype(14);
    QTest::newRow("at the end") << QStringLiteral("---\na: 1\n---") << qsizetype(12);
    QTest::newRow("a rule is none") << QStringLiteral("----\na\n---\n") << qsizetype(0);
}

void TestExchangeText::findsTheEndOfProperties()
{
    QFETCH(QString, text);
    QTEST(frontMatterLength(text), "length");
}

QTEST_APPLESS_MAIN(TestExchangeText)
#include "tst_exchangetext.moc"
