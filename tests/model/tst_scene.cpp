#include "model/drawing/elementshape.h"
#include "model/drawing/hittest.h"
#include "model/drawing/scene.h"
#include "model/drawing/sceneedits.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

class TestScene : public QObject
{
    Q_OBJECT

private:
    Element shape(const QString &type, const QRectF &box, ElementFields fields = {});
    Element line(const QList<QPointF> &points, const QString &type = QStringLiteral("line"));
    static QStringList ids(const QList<Element> &elements);

    SeededRandom m_random{5};
    FakeClock m_clock;

private slots:
    void hits_data();
    void hits();
    void turnedShapeIsHitWhereItIsSeen();
    void eraserWayCrosses();
    void bandHoldsOrTouches();
    void orderIsByKeyThenId();
    void keylessElementsComeLastAndAreNotRewritten();
    void deletedElementsAreNotShown();
    void cullingFindsWhatIsPainted();
    void movingTakesLabelAndArrowEndsAlong();
    void deletingUnbinds();
    void reshapingATurnedElementKeepsItsCorner();
    void turningBackGivesTheSamePlace();
    void copiesPointToCopies();
    void reordering();
};

Element TestScene::shape(const QString &type, const QRectF &box, ElementFields fields)
{
    fields.insert(QStringLiteral("x"), box.x());
    fields.insert(QStringLiteral("y"), box.y());
    fields.insert(QStringLiteral("width"), box.width());
    fields.insert(QStringLiteral("height"), box.height());
    return newElement(type, fields, {m_random, m_clock});
}

Element TestScene::line(const QList<QPointF> &points, const QString &type)
{
    QJsonArray array;
    for (const QPointF &p : points)
        array.append(QJsonArray{p.x() - points.first().x(), p.y() - points.first().y()});
    return newElement(type,
                      {{QStringLiteral("x"), points.first().x()},
                       {QStringLiteral("y"), points.first().y()},
                       {QStringLiteral("points"), array}},
                      {m_random, m_clock});
}

QStringList TestScene::ids(const QList<Element> &elements)
{
    QStringList result;
    for (const Element &element : elements)
        result.append(element.id());
    return result;
}

void TestScene::hits_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("filled");
    QTest::addColumn<QPointF>("point");
    QTest::addColumn<bool>("hit");
    // All in the box (0, 0) to (100, 60).
    QTest::newRow("rectangle edge")
        << QStringLiteral("rectangle") << false << QPointF(0, 30) << true;
    QTest::newRow("rectangle inside")
        << QStringLiteral("rectangle") << false << QPointF(50, 30) << false;
    QTest::newRow("filled rectangle inside")
        << QStringLiteral("rectangle") << true << QPointF(50, 30) << true;
    QTest::newRow("near the edge")
        << QStringLiteral("rectangle") << false << QPointF(-4, 30) << true;
    QTest::newRow("away from the edge")
        << QStringLiteral("rectangle") << false << QPointF(-9, 30) << false;
    QTest::newRow("ellipse corner") << QStringLiteral("ellipse") << true << QPointF(3, 3) << false;
    QTest::newRow("ellipse edge") << QStringLiteral("ellipse") << false << QPointF(100, 30) << true;
    QTest::newRow("diamond corner") << QStringLiteral("diamond") << true << QPointF(10, 5) << false;
    QTest::newRow("diamond inside") << QStringLiteral("diamond") << true << QPointF(50, 20) << true;
    QTest::newRow("text anywhere") << QStringLiteral("text") << false << QPointF(50, 30) << true;
    QTest::newRow("frame inside") << QStringLiteral("frame") << false << QPointF(50, 30) << false;
    QTest::newRow("frame edge") << QStringLiteral("frame") << false << QPointF(50, 60) << true;
    QTest::newRow("future type") << QStringLiteral("hologram") << false << QPointF(50, 30) << true;
}

void TestScene::hits()
{
    QFETCH(QString, type);
    QFETCH(bool, filled);
    QFETCH(QPointF, point);
    QFETCH(bool, hit);
    const Element element =
        shape(type,
              {0, 0, 100, 60},
              {{QStringLiteral("backgroundColor"),
                filled ? QStringLiteral("#ffec99") : QStringLiteral("transparent")}});
    QCOMPARE(isHit(element, point, 5), hit);
}

void TestScene::turnedShapeIsHitWhereItIsSeen()
{
    const Element upright = shape(QStringLiteral("rectangle"), {0, 0, 100, 20});
    const Element turned = upright.with({{QStringLiteral("angle"), M_PI / 2}});
    QVERIFY(isHit(upright, {100, 10}, 3));
    QVERIFY(!isHit(turned, {100, 10}, 3));
    QVERIFY(isHit(turned, {50, 60}, 3));
    QVERIFY(qAbs(turnedBoundsOf(turned).height() - 100) < 1e-9);
}

void TestScene::eraserWayCrosses()
{
    const Element stroke = line({{0, 0}, {100, 0}}, QStringLiteral("freedraw"));
    QVERIFY(isCrossed(stroke, {50, -40}, {50, 40}, 1));
    QVERIFY(isCrossed(stroke, {50, -40}, {50, -2}, 1));
    QVERIFY(!isCrossed(stroke, {50, -40}, {50, -20}, 1));
    QVERIFY(!isCrossed(stroke, {150, -40}, {150, 40}, 1));
    const Element dot = line({{7, 7}}, QStringLiteral("freedraw"));
    QVERIFY(isCrossed(dot, {0, 0}, {20, 20}, 1));
}

void TestScene::bandHoldsOrTouches()
{
    const Element box = shape(QStringLiteral("rectangle"), {10, 10, 50, 50});
    QVERIFY(isInside(box, {0, 0, 100, 100}));
    QVERIFY(!isInside(box, {0, 0, 40, 100}));
    QVERIFY(touches(box, {0, 0, 40, 100}));
    QVERIFY(!touches(box, {20, 20, 10, 10}));
    QVERIFY(!touches(box, {80, 80, 10, 10}));
}

void TestScene::orderIsByKeyThenId()
{
    const QRectF box(0, 0, 10, 10);
    const auto keyed = [&](const QString &id, const QString &key) {
        return shape(QStringLiteral("rectangle"),
                     box,
                     {{QStringLiteral("id"), id}, {QStringLiteral("index"), key}});
    };
    Scene scene;
    scene.reset({keyed(QStringLiteral("c"), QStringLiteral("a2")),
                 keyed(QStringLiteral("b"), QStringLiteral("a1")),
                 keyed(QStringLiteral("a"), QStringLiteral("a2")),
                 keyed(QStringLiteral("c"), QStringLiteral("a0"))});
    QCOMPARE(ids(scene.shown()),
             QStringList({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
    scene.put(keyed(QStringLiteral("c"), QStringLiteral("Zz")));
    QCOMPARE(ids(scene.shown()),
             QStringList({QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
    scene.put(keyed(QStringLiteral("d"), QStringLiteral("a1V")));
    QCOMPARE(
        ids(scene.shown()),
        QStringList(
            {QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("a")}));
    for (const Element &element : scene.shown())
        QCOMPARE(scene.find(element.id())->id(), element.id());
}

void TestScene::keylessElementsComeLastAndAreNotRewritten()
{
    const Element keyed = shape(QStringLiteral("rectangle"),
                                {0, 0, 9, 9},
                                {{QStringLiteral("index"), QStringLiteral("a7")}});
    const Element first = shape(QStringLiteral("rectangle"), {0, 0, 9, 9});
    const Element second = shape(QStringLiteral("rectangle"),
                                 {0, 0, 9, 9},
                                 {{QStringLiteral("index"), QStringLiteral("!")}});
    Scene scene;
    scene.reset({first, second, keyed});
    QCOMPARE(ids(scene.shown()), QStringList({keyed.id(), first.id(), second.id()}));
    QCOMPARE(*scene.find(first.id()), first);
    QCOMPARE(*scene.find(second.id()), second);
    QCOMPARE(scene.unsavedOrder(), QStringList({first.id(), second.id()}));
    QVERIFY(scene.orderKey(first.id()) > QStringLiteral("a7"));
}

void TestScene::deletedElementsAreNotShown()
{
    const Element gone =
        shape(QStringLiteral("rectangle"), {0, 0, 9, 9}, {{QStringLiteral("isDeleted"), true}});
    Scene scene;
    scene.reset({gone});
    QVERIFY(scene.isEmpty());
    QVERIFY(scene.bounds().isNull());
    QVERIFY(scene.find(gone.id()));
    QVERIFY(!scene.at({0, 5}, 5));
    QVERIFY(scene.in({-100, -100, 200, 200}).isEmpty());
}

void TestScene::cullingFindsWhatIsPainted()
{
    Scene scene;
    QList<Element> elements;
    for (int i = 0; i < 100; ++i) {
        elements.append(
            shape(QStringLiteral("rectangle"),
                  {i * 100.0, 0, 50, 50},
                  {{QStringLiteral("index"),
                    QStringLiteral("a%1").arg(QChar(u'0' + i % 10))
                        + QString::number(i + 10).replace(QLatin1Char('0'), QLatin1Char('z'))}}));
    }
    scene.reset(elements);
    QCOMPARE(scene.shownCount(), 100);
    QCOMPARE(scene.in({1000, 10, 60, 10}).size(), 1);
    QCOMPARE(scene.in({1000, 200, 60, 10}).size(), 0);
    QCOMPARE(scene.in(scene.bounds()).size(), 100);
}

void TestScene::movingTakesLabelAndArrowEndsAlong()
{
    Element box = shape(QStringLiteral("rectangle"), {0, 0, 100, 50});
    const Element label = shape(
        QStringLiteral("text"), {20, 10, 60, 25}, {{QStringLiteral("containerId"), box.id()}});
    const Element arrow = line({{100, 25}, {300, 25}}, QStringLiteral("arrow"))
                              .with({{QStringLiteral("startBinding"),
                                      QJsonObject{{QStringLiteral("elementId"), box.id()}}}});
    box = box.with({{QStringLiteral("boundElements"),
                     QJsonArray{QJsonObject{{QStringLiteral("id"), label.id()},
                                            {QStringLiteral("type"), QStringLiteral("text")}},
                                QJsonObject{{QStringLiteral("id"), arrow.id()},
                                            {QStringLiteral("type"), QStringLiteral("arrow")}}}}});
    Scene scene;
    scene.reset({box, label, arrow});
    for (const Element &element : sceneedits::moved(scene, {box.id()}, {10, 100}))
        scene.put(element);
    QCOMPARE(scene.find(box.id())->position(), QPointF(10, 100));
    QCOMPARE(scene.find(label.id())->position(), QPointF(30, 110));
    QCOMPARE(scene.find(arrow.id())->position(), QPointF(110, 125));
    QCOMPARE(scene.find(arrow.id())->points().last(), QPointF(190, -100));
}

void TestScene::deletingUnbinds()
{
    const Element box = shape(QStringLiteral("rectangle"), {0, 0, 100, 50});
    const Element arrow = line({{100, 25}, {300, 25}}, QStringLiteral("arrow"))
                              .with({{QStringLiteral("endBinding"),
                                      QJsonObject{{QStringLiteral("elementId"), box.id()}}}});
    Scene scene;
    scene.reset({box, arrow});
    const QList<Element> changed = sceneedits::deleted(scene, {box.id()});
    QCOMPARE(changed.size(), 2);
    for (const Element &element : changed)
        scene.put(element);
    QVERIFY(!scene.isShown(box.id()));
    QVERIFY(scene.isShown(arrow.id()));
    QVERIFY(scene.find(arrow.id())->value(QStringLiteral("endBinding")).isNull());
}

void TestScene::reshapingATurnedElementKeepsItsCorner()
{
    const Element box =
        shape(QStringLiteral("rectangle"), {0, 0, 100, 40}, {{QStringLiteral("angle"), 0.7}});
    const auto corner = [](const Element &element) {
        const QRectF b = element.box();
        const QPointF d = b.topLeft() - b.center();
        const double s = std::sin(element.angle());
        const double c = std::cos(element.angle());
        return b.center() + QPointF(d.x() * c - d.y() * s, d.x() * s + d.y() * c);
    };
    const Element wider = sceneedits::reshaped(box, {0, 0, 180, 90});
    QCOMPARE(wider.box().size(), QSizeF(180, 90));
    QVERIFY(std::hypot((corner(wider) - corner(box)).x(), (corner(wider) - corner(box)).y())
            < 1e-6);
}

void TestScene::turningBackGivesTheSamePlace()
{
    const Element a = shape(QStringLiteral("rectangle"), {0, 0, 100, 40});
    const Element b = line({{200, 0}, {260, 50}, {300, 0}});
    Scene scene;
    scene.reset({a, b});
    for (const double by : {0.9, -0.9}) {
        for (const Element &element : sceneedits::turned(scene, {a.id(), b.id()}, {10, 20}, by))
            scene.put(element);
    }
    QVERIFY(std::abs(scene.find(a.id())->box().x()) < 1e-6);
    QVERIFY(std::abs(scene.find(b.id())->box().x() - 200) < 1e-6);
}

void TestScene::copiesPointToCopies()
{
    Element box = shape(QStringLiteral("rectangle"),
                        {0, 0, 100, 50},
                        {{QStringLiteral("groupIds"), QJsonArray{QStringLiteral("g")}}});
    const Element label = shape(QStringLiteral("text"),
                                {20, 10, 60, 25},
                                {{QStringLiteral("containerId"), box.id()},
                                 {QStringLiteral("groupIds"), QJsonArray{QStringLiteral("g")}}});
    box = box.with({{QStringLiteral("boundElements"),
                     QJsonArray{QJsonObject{{QStringLiteral("id"), label.id()},
                                            {QStringLiteral("type"), QStringLiteral("text")}},
                                QJsonObject{{QStringLiteral("id"), QStringLiteral("elsewhere")},
                                            {QStringLiteral("type"), QStringLiteral("arrow")}}}}});
    Scene scene;
    scene.reset({box, label});
    const QList<Element> made =
        sceneedits::copies(scene, {box, label}, {5, 5}, {m_random, m_clock});
    QCOMPARE(made.size(), 2);
    QVERIFY(made[0].id() != box.id() && made[1].id() != label.id());
    QCOMPARE(made[1].text().containerId, made[0].id());
    QCOMPARE(made[0].value(QStringLiteral("boundElements")).toArray().size(), 1);
    QCOMPARE(made[0].groupIds(), made[1].groupIds());
    QVERIFY(made[0].groupIds() != box.groupIds());
    QVERIFY(made[0].orderKey() > scene.topKey() && made[1].orderKey() > made[0].orderKey());
    QCOMPARE(made[0].position(), QPointF(5, 5));
}

void TestScene::reordering()
{
    Scene scene;
    QStringList all;
    for (int i = 0; i < 5; ++i) {
        const Element element = shape(QStringLiteral("rectangle"),
                                      {0, 0, 9, 9},
                                      {{QStringLiteral("index"), QStringLiteral("a%1").arg(i)}});
        all.append(element.id());
        scene.put(element);
    }
    const auto reorder = [&](const QStringList &some, sceneedits::Order order) {
        for (const Element &element : sceneedits::reordered(scene, some, order))
            scene.put(element);
        return ids(scene.shown());
    };
    using sceneedits::Order;
    QCOMPARE(reorder({all[1]}, Order::Forward),
             QStringList({all[0], all[2], all[1], all[3], all[4]}));
    QCOMPARE(reorder({all[1]}, Order::Backward), all);
    QCOMPARE(reorder({all[1], all[3]}, Order::ToFront),
             QStringList({all[0], all[2], all[4], all[1], all[3]}));
    QCOMPARE(reorder({all[4], all[1]}, Order::ToBack),
             QStringList({all[4], all[1], all[0], all[2], all[3]}));
    QCOMPARE(reorder({all[3]}, Order::Forward).last(), all[3]);
    QCOMPARE(reorder({all[4]}, Order::Backward).first(), all[4]);
}

QTEST_GUILESS_MAIN(TestScene)
#include "tst_scene.moc"
