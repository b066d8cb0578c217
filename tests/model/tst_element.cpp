#include "drawingvectors.h"
#include "model/drawing/element.h"
#include "model/drawing/elementshape.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QTest>

#include <cmath>

class TestElement : public QObject
{
    Q_OBJECT

private:
    static Element parsed(const char *json)
    {
        const QJsonDocument document = QJsonDocument::fromJson(json);
        Q_ASSERT(document.isObject());
        return Element::fromJson(document.object());
    }

private slots:
    void roundTripKeepsEverything_data();
    void roundTripKeepsEverything();
    void missingFieldsGetDefaults();
    void zeroCountsAsMissingOnlyWhereTheFormatSaysSo();
    void brokenPointsAreDropped();
    void lineWithoutPointsGetsTwo();
    void firstPointMovesToTheOrigin();
    void negativeSizesAreTurnedRound();
    void hostileNumbersAreIgnored();
    void textFromOldFiles();
    void unknownTypeIsKept();
    void stampingRaisesTheVersion();
    void cornerRadiusEqualsReference();
    void curveBoundsFollowTheGenerator();
    void arrowGetsAHeadByDefault();
};

void TestElement::roundTripKeepsEverything_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("unknown fields") << QByteArray(
        R"({"id":"a","type":"rectangle","x":1.5,"y":-0.25,"width":3,"height":4,"future":{"deep":[1,null,"x"]}})");
    QTest::newRow("unknown type") << QByteArray(
        R"({"id":"b","type":"hologram","layers":[[[]]],"x":"no number"})");
    QTest::newRow("stroke") << QByteArray(
        R"({"id":"c","type":"freedraw","x":0,"y":0,"points":[[0,0],[1.25,2],[3,4.5]],"pressures":[0,0.5,1]})");
    QTest::newRow("points with more than two numbers")
        << QByteArray(R"({"id":"d","type":"freedraw","points":[[0,0,7],[1,2]],"pressures":[]})");
    QTest::newRow("points that are none") << QByteArray(
        R"({"id":"e","type":"line","points":[[0,0],["x",2],null,[5,5]],"pressures":[0.1,2,-3]})");
    QTest::newRow("points elsewhere")
        << QByteArray(R"({"id":"f","type":"text","points":"none","pressures":7})");
    QTest::newRow("first point away from the origin") << QByteArray(
        R"({"id":"g","type":"arrow","x":10,"y":10,"points":[[5,5],[9,9]],"width":-4})");
    QTest::newRow("nothing") << QByteArray("{}");
}

void TestElement::roundTripKeepsEverything()
{
    QFETCH(QByteArray, json);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const Element element = Element::fromJson(object);
    QCOMPARE(element.toJson(), object);
    QCOMPARE(QJsonDocument(element.toJson()).toJson(), QJsonDocument(object).toJson());
    const Element moved = element.with({{QStringLiteral("x"), 99}});
    QJsonObject expected = object;
    expected.insert(QStringLiteral("x"), 99);
    QCOMPARE(moved.toJson(), expected);
    QCOMPARE(element.toJson(), object);
}

void TestElement::missingFieldsGetDefaults()
{
    const Element element = parsed(R"({"id":"a","type":"rectangle"})");
    QCOMPARE(element.style().strokeColour, QStringLiteral("#1e1e1e"));
    QCOMPARE(element.style().backgroundColour, QStringLiteral("transparent"));
    QCOMPARE(element.style().strokeWidth, 2.0);
    QCOMPARE(element.style().roughness, 1.0);
    QCOMPARE(element.style().opacity, 100.0);
    QCOMPARE(element.style().seed, 1);
    QVERIFY(!element.style().roundness);
    QCOMPARE(element.version(), 1);
    QVERIFY(!element.isDeleted());
}

void TestElement::zeroCountsAsMissingOnlyWhereTheFormatSaysSo()
{
    const Element element =
        parsed(R"({"type":"line","strokeWidth":0,"strokeColor":"","roughness":0,"opacity":0})");
    QCOMPARE(element.style().strokeWidth, 2.0);
    QCOMPARE(element.style().strokeColour, QStringLiteral("#1e1e1e"));
    QCOMPARE(element.style().roughness, 0.0);
    QCOMPARE(element.style().opacity, 0.0);
}

void TestElement::brokenPointsAreDropped()
{
    const Element element = parsed(
        R"({"type":"freedraw","points":[[0,0],["x",1],[4,4],[1e300,0],[8,0]],"pressures":[0.1,0.2,"p",0.4,0.5]})");
    QCOMPARE(element.points(), QList<QPointF>({{0, 0}, {4, 4}, {8, 0}}));
    QCOMPARE(element.pressures(), QList<double>({0.1, 0.5, 0.5}));
}

void TestElement::lineWithoutPointsGetsTwo()
{
    const Element element =
        parsed(R"({"type":"line","x":5,"y":6,"width":30,"height":40,"points":[]})");
    QCOMPARE(element.points(), QList<QPointF>({{0, 0}, {30, 40}}));
    QCOMPARE(element.box(), QRectF(5, 6, 30, 40));
}

void TestElement::firstPointMovesToTheOrigin()
{
    const Element element = parsed(R"({"type":"line","x":10,"y":10,"points":[[5,5],[9,2]]})");
    QCOMPARE(element.position(), QPointF(15, 15));
    QCOMPARE(element.points(), QList<QPointF>({{0, 0}, {4, -3}}));
    QCOMPARE(element.box(), QRectF(15, 12, 4, 3));
}

void TestElement::negativeSizesAreTurnedRound()
{
    const Element element = parsed(R"({"type":"rectangle","x":10,"y":20,"width":-4,"height":-6})");
    QCOMPARE(element.box(), QRectF(6, 14, 4, 6));
    QCOMPARE(element.position(), QPointF(6, 14));
}

void TestElement::hostileNumbersAreIgnored()
{
    const Element element = parsed(
        R"({"type":"ellipse","x":1e300,"y":"NaN","width":1e12,"height":5,"angle":1e40,"strokeWidth":1e9,"opacity":-5})");
    QCOMPARE(element.box(), QRectF(0, 0, 0, 5));
    QCOMPARE(element.angle(), 0.0);
    QCOMPARE(element.style().strokeWidth, 1000.0);
    QCOMPARE(element.style().opacity, 0.0);
    QVERIFY(std::isfinite(paintedBoundsOf(element).width()));
}

void TestElement::textFromOldFiles()
{
    const Element element =
        parsed(R"({"type":"text","text":"a\r\nb","font":"28px Cascadia","width":30,"height":70})");
    QCOMPARE(element.text().text, QStringLiteral("a\nb"));
    QCOMPARE(element.text().fontSize, 28.0);
    QCOMPARE(element.text().fontFamily, 3);
    QCOMPARE(element.text().lineHeight, 1.25);
    QCOMPARE(element.text().originalText, QStringLiteral("a\nb"));
}

void TestElement::unknownTypeIsKept()
{
    const Element element =
        parsed(R"({"id":"z","type":"hologram","x":1,"y":2,"width":3,"height":4})");
    QCOMPARE(element.type(), ElementType::Unknown);
    QCOMPARE(element.typeName(), QStringLiteral("hologram"));
    QCOMPARE(element.box(), QRectF(1, 2, 3, 4));
}

void TestElement::stampingRaisesTheVersion()
{
    SeededRandom random(3);
    const FakeClock clock;
    const Element before =
        parsed(R"({"id":"a","type":"rectangle","version":7,"versionNonce":1,"future":true})");
    const Element after = stamped(before, {random, clock});
    QCOMPARE(after.version(), 8);
    QVERIFY(after.versionNonce() != 1 && after.versionNonce() > 0);
    QCOMPARE(after.updated(), qint64(FakeClock::kStartMs));
    QCOMPARE(after.value(QStringLiteral("future")).toBool(), true);
}

void TestElement::cornerRadiusEqualsReference()
{
    const QJsonArray rows = drawingVectors(QStringLiteral("corners"));
    QCOMPARE(rows.size(), 7);
    for (const QJsonValue row : rows) {
        const QJsonObject o = row.toObject();
        const QJsonObject stored = o.value(QStringLiteral("roundness")).toObject();
        const double side = qMin(o.value(QStringLiteral("width")).toDouble(),
                                 o.value(QStringLiteral("height")).toDouble());
        const Roundness roundness{stored.value(QStringLiteral("type")).toInt(),
                                  stored.value(QStringLiteral("value")).toDouble()};
        QCOMPARE(cornerRadius(side, roundness), o.value(QStringLiteral("radius")).toDouble());
    }
    QCOMPARE(cornerRadius(100, std::nullopt), 0.0);
}

void TestElement::curveBoundsFollowTheGenerator()
{
    const Element element = parsed(
        R"({"type":"line","x":100,"y":0,"roughness":0,"roundness":{"type":2},"points":[[0,0],[50,100],[100,0]]})");
    const QRectF bounds = boundsOf(element);
    QVERIFY(bounds.bottom() >= 100 && bounds.bottom() < 110);
    QVERIFY(bounds.left() <= 100 && bounds.left() > 80);
}

void TestElement::arrowGetsAHeadByDefault()
{
    const char *points = R"("points":[[0,0],[100,0]])";
    const QByteArray plain = QByteArray(R"({"type":"arrow",)") + points + "}";
    QCOMPARE(shapeOf(parsed(plain.constData())).heads.size(), 1);
    const QByteArray none = QByteArray(R"({"type":"arrow","endArrowhead":null,)") + points + "}";
    QCOMPARE(shapeOf(parsed(none.constData())).heads.size(), 0);
    for (const char *name : {"bar",
                             "dot",
                             "triangle",
                             "diamond_outline",
                             "crowfoot_many",
                             "cardinality_exactly_one",
                             "cardinality_zero_or_many"}) {
        const QByteArray json =
            QByteArray(R"({"type":"arrow","endArrowhead":")") + name + R"(",)" + points + "}";
        const ElementShape shape = shapeOf(parsed(json.constData()));
        QVERIFY2(!shape.heads.isEmpty(), name);
        for (const ArrowHead &head : shape.heads) {
            const QRectF extent = extentOf(head.outline);
            QVERIFY2(extent.left() > 60 && extent.right() < 125, name);
        }
    }
}

QTEST_GUILESS_MAIN(TestElement)
#include "tst_element.moc"
