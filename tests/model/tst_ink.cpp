#include "drawingvectors.h"
#include "model/drawing/ink.h"

#include <QTest>

#include <cmath>

class TestInk : public QObject
{
    Q_OBJECT

private:
    static double areaOf(const QList<QPointF> &polygon);

private slots:
    void outlineEqualsReference_data();
    void outlineEqualsReference();
    void nothingForNoPoints();
    void polygonStaysWithinReach();
};

double TestInk::areaOf(const QList<QPointF> &polygon)
{
    double sum = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &a = polygon[i];
        const QPointF &b = polygon[(i + 1) % polygon.size()];
        sum += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(sum) / 2;
}

void TestInk::outlineEqualsReference_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray rows = drawingVectors(QStringLiteral("ink"));
    QCOMPARE(rows.size(), 14);
    for (const QJsonValue row : rows)
        QTest::newRow(qPrintable(row.toObject().value(QStringLiteral("name")).toString()))
            << row.toObject();
}

void TestInk::outlineEqualsReference()
{
    QFETCH(QJsonObject, vector);
    InkOptions options;
    options.variableWidth =
        vector.value(QStringLiteral("variability")).toString() == QLatin1String("variable");
    options.strokeWidth = vector.value(QStringLiteral("strokeWidth")).toDouble();
    options.streamline = vector.value(QStringLiteral("streamline")).toDouble();
    options.simulatePressure = vector.value(QStringLiteral("simulatePressure")).toBool();
    QList<double> pressures;
    for (const QJsonValue point : vector.value(QStringLiteral("input")).toArray()) {
        if (point.toArray().size() == 3)
            pressures.append(point.toArray().at(2).toDouble());
    }
    const QList<QPointF> outline =
        inkOutline(pointsOf(vector.value(QStringLiteral("input"))), pressures, options);
    const QList<QPointF> expected = pointsOf(vector.value(QStringLiteral("outline")));
    QVERIFY(expected.size() > 30);
    QCOMPARE(outline.size(), expected.size());
    for (qsizetype i = 0; i < outline.size(); ++i) {
        QVERIFY2(
            isNear(outline[i].x(), expected[i].x()) && isNear(outline[i].y(), expected[i].y()),
            qPrintable(
                QStringLiteral("point %1: %2, %3").arg(i).arg(outline[i].x()).arg(outline[i].y())));
    }
    const double area = vector.value(QStringLiteral("area")).toDouble();
    QVERIFY(qAbs(areaOf(outline) - area) < 1e-3);
}

void TestInk::nothingForNoPoints()
{
    QVERIFY(inkOutline({}, {}, {}).isEmpty());
    QVERIFY(inkPolygon({}, 4).isEmpty());
}

void TestInk::polygonStaysWithinReach()
{
    const InkOptions options;
    const QList<QPointF> points{{0, 0}, {30, 5}, {60, -5}, {90, 0}};
    const QList<QPointF> polygon = inkPolygon(inkOutline(points, {}, options), 3);
    QVERIFY(polygon.size() > 60);
    for (const QPointF &p : polygon) {
        QVERIFY(p.x() >= -inkReach(options) && p.x() <= 90 + inkReach(options));
        QVERIFY(qAbs(p.y()) <= 5 + inkReach(options));
    }
}

QTEST_GUILESS_MAIN(TestInk)
#include "tst_ink.moc"
