#include "drawingvectors.h"
#include "model/drawing/colour.h"
#include "model/drawing/orderkeys.h"
#include "model/drawing/textmetrics.h"

#include <QTest>

class TestDrawing : public QObject
{
    Q_OBJECT

private slots:
    void orderKeyEqualsReference();
    void orderKeyRunEqualsReference();
    void orderKeyRefusesNonsense();
    void repairKeepsValidKeys();
    void darkColourEqualsReference();
    void readsColours_data();
    void readsColours();
    void baselineEqualsReference();
    void labelBoxEqualsReference();
};

void TestDrawing::orderKeyEqualsReference()
{
    const QJsonArray rows = drawingVectors(QStringLiteral("fractionalKeys"));
    QCOMPARE(rows.size(), 12);
    for (const QJsonValue row : rows) {
        const QJsonObject o = row.toObject();
        QCOMPARE(orderKeyBetween(o.value(QStringLiteral("after")).toString(),
                                 o.value(QStringLiteral("before")).toString()),
                 o.value(QStringLiteral("key")).toString());
    }
}

void TestDrawing::orderKeyRunEqualsReference()
{
    const QJsonArray rows = drawingVectors(QStringLiteral("fractionalRuns"));
    QCOMPARE(rows.size(), 5);
    for (const QJsonValue row : rows) {
        const QJsonObject o = row.toObject();
        QStringList expected;
        for (const QJsonValue key : o.value(QStringLiteral("keys")).toArray())
            expected.append(key.toString());
        QCOMPARE(QStringList(orderKeysBetween(o.value(QStringLiteral("after")).toString(),
                                              o.value(QStringLiteral("before")).toString(),
                                              o.value(QStringLiteral("n")).toInt())),
                 expected);
    }
}

void TestDrawing::orderKeyRefusesNonsense()
{
    QVERIFY(!isOrderKey(QString()));
    QVERIFY(!isOrderKey(QStringLiteral("a")));
    QVERIFY(!isOrderKey(QStringLiteral("a00")));
    QVERIFY(!isOrderKey(QStringLiteral("a0-")));
    QVERIFY(!isOrderKey(QStringLiteral("0a")));
    QVERIFY(!isOrderKey(QLatin1Char('A') + QString(26, QLatin1Char('0'))));
    QVERIFY(!orderKeyBetween(QStringLiteral("a2"), QStringLiteral("a1")));
    QVERIFY(!orderKeyBetween(QStringLiteral("a1"), QStringLiteral("a1")));
}

void TestDrawing::repairKeepsValidKeys()
{
    const QStringList broken{QString(),
                             QStringLiteral("a1"),
                             QStringLiteral("a1"),
                             QStringLiteral("junk!"),
                             QStringLiteral("a2"),
                             QString()};
    const QStringList repaired = repairedOrderKeys(broken);
    QCOMPARE(repaired.size(), broken.size());
    QCOMPARE(repaired[1], QStringLiteral("a1"));
    QCOMPARE(repaired[4], QStringLiteral("a2"));
    for (qsizetype i = 0; i < repaired.size(); ++i) {
        QVERIFY(isOrderKey(repaired[i]));
        QVERIFY(i == 0 || repaired[i - 1] < repaired[i]);
    }
}

void TestDrawing::darkColourEqualsReference()
{
    const QJsonArray rows = drawingVectors(QStringLiteral("darkColours"));
    QCOMPARE(rows.size(), 12);
    for (const QJsonValue row : rows) {
        const auto colour = parseColour(row.toObject().value(QStringLiteral("light")).toString());
        QVERIFY(colour.has_value());
        QCOMPARE(darkened(*colour),
                 *parseColour(row.toObject().value(QStringLiteral("dark")).toString()));
    }
}

void TestDrawing::readsColours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<int>("red");
    QTest::addColumn<int>("alpha");
    QTest::newRow("short") << QStringLiteral("#f00") << true << 255 << 255;
    QTest::newRow("short with alpha") << QStringLiteral("#f008") << true << 255 << 136;
    QTest::newRow("long with alpha") << QStringLiteral("#80000040") << true << 128 << 64;
    QTest::newRow("function") << QStringLiteral("rgba(12, 3, 4, 0.5)") << true << 12 << 128;
    QTest::newRow("transparent") << QStringLiteral("transparent") << true << 0 << 0;
    QTest::newRow("five digits") << QStringLiteral("#12345") << false << 0 << 0;
    QTest::newRow("minus sign") << QStringLiteral("#-12-34") << false << 0 << 0;
    QTest::newRow("not a number") << QStringLiteral("rgb(nan, 0, 0)") << false << 0 << 0;
    QTest::newRow("a word") << QStringLiteral("javascript") << false << 0 << 0;
}

void TestDrawing::readsColours()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QFETCH(int, red);
    QFETCH(int, alpha);
    const auto colour = parseColour(text);
    QCOMPARE(colour.has_value(), valid);
    if (colour) {
        QCOMPARE(colour->red, red);
        QCOMPARE(colour->alpha, alpha);
    }
}

void TestDrawing::baselineEqualsReference()
{
    const QJsonArray rows = drawingVectors(QStringLiteral("baselines"));
    QCOMPARE(rows.size(), 21);
    for (const QJsonValue row : rows) {
        const QJsonObject o = row.toObject();
        const int family = o.value(QStringLiteral("fontFamily")).toInt();
        const double size = o.value(QStringLiteral("fontSize")).toDouble();
        const double lineHeight = defaultLineHeight(family);
        QVERIFY(isNear(size * lineHeight, o.value(QStringLiteral("lineHeightPx")).toDouble()));
        QVERIFY(isNear(firstBaseline(family, size, lineHeight),
                       o.value(QStringLiteral("firstBaseline")).toDouble()));
    }
}

void TestDrawing::labelBoxEqualsReference()
{
    const QJsonArray rows = drawingVectors(QStringLiteral("boundTextBoxes"));
    QCOMPARE(rows.size(), 3);
    for (const QJsonValue row : rows) {
        const QJsonObject o = row.toObject();
        const LabelBox box = labelBox(o.value(QStringLiteral("container")).toString(),
                                      {o.value(QStringLiteral("width")).toDouble(),
                                       o.value(QStringLiteral("height")).toDouble()});
        const QPointF offset = pointOf(o.value(QStringLiteral("originOffset")));
        QVERIFY(isNear(box.offset.x(), offset.x()) && isNear(box.offset.y(), offset.y()));
        QCOMPARE(box.maxWidth, o.value(QStringLiteral("maxWidth")).toDouble());
        QCOMPARE(box.maxHeight, o.value(QStringLiteral("maxHeight")).toDouble());
    }
}

QTEST_GUILESS_MAIN(TestDrawing)
#include "tst_drawing.moc"
