#include "drawingvectors.h"
#include "model/drawing/geometry.h"
#include "model/drawing/rough.h"

#include <QTest>

class TestRough : public QObject
{
    Q_OBJECT

private:
    static RoughOptions optionsOf(const QJsonObject &json);
    static PathOps parsedPath(const QString &text);
    static RoughShape
    generated(const QString &call, const QJsonArray &args, const RoughOptions &options);
    static QStringList differences(const PathOps &ops, const QJsonArray &expected);

private slots:
    void randomSequence_data();
    void randomSequence();
    void shapeEqualsReference_data();
    void shapeEqualsReference();
    void simplifyEqualsReference();
    void hugeShapeIsBounded();
    void extentFollowsTheCurve();
};

RoughOptions TestRough::optionsOf(const QJsonObject &json)
{
    RoughOptions options;
    options.seed = json.value(QStringLiteral("seed")).toInt();
    options.roughness = json.value(QStringLiteral("roughness")).toDouble();
    options.multiStroke = !json.value(QStringLiteral("disableMultiStroke")).toBool();
    options.keepVertices = json.value(QStringLiteral("preserveVertices")).toBool();
    options.hachureGap = json.value(QStringLiteral("hachureGap")).toDouble();
    const QString fill = json.value(QStringLiteral("fillStyle")).toString();
    if (fill == QLatin1String("solid"))
        options.fill = RoughOptions::Fill::Solid;
    else if (fill == QLatin1String("hachure"))
        options.fill = RoughOptions::Fill::Hachure;
    else if (fill == QLatin1String("cross-hatch"))
        options.fill = RoughOptions::Fill::CrossHatch;
    else if (fill == QLatin1String("zigzag"))
        options.fill = RoughOptions::Fill::Zigzag;
    return options;
}

PathOps TestRough::parsedPath(const QString &text)
{
    PathOps ops;
    const QStringList words = QString(text).remove(QLatin1Char(',')).split(QLatin1Char(' '));
    const auto point = [&](qsizetype i) {
        return QPointF(words[i].toDouble(), words[i + 1].toDouble());
    };
    QPointF at;
    for (qsizetype i = 0; i < words.size(); i += words[i] == QLatin1String("Q") ? 5 : 3) {
        if (words[i] == QLatin1String("Q"))
            ops.append(quadraticOp(at, point(i + 1), point(i + 3)));
        else
            ops.append({words[i] == QLatin1String("M") ? PathOp::Kind::Move : PathOp::Kind::Line,
                        point(i + 1),
                        {},
                        {}});
        at = ops.last().to;
    }
    return ops;
}

RoughShape
TestRough::generated(const QString &call, const QJsonArray &args, const RoughOptions &options)
{
    const auto number = [&](int i) { return args.at(i).toDouble(); };
    if (call == QLatin1String("line"))
        return roughLine({number(0), number(1)}, {number(2), number(3)}, options);
    if (call == QLatin1String("rectangle"))
        return roughRectangle({number(0), number(1), number(2), number(3)}, options);
    if (call == QLatin1String("ellipse")) {
        return roughEllipse(
            {number(0) - number(2) / 2, number(1) - number(3) / 2, number(2), number(3)}, options);
    }
    if (call == QLatin1String("polygon"))
        return roughPolygon(pointsOf(args.at(0)), options);
    if (call == QLatin1String("linearPath"))
        return roughPolyline(pointsOf(args.at(0)), options);
    if (call == QLatin1String("curve"))
        return roughCurve(pointsOf(args.at(0)), options);
    return roughPath(parsedPath(args.at(0).toString()), options);
}

QStringList TestRough::differences(const PathOps &ops, const QJsonArray &expected)
{
    QStringList found;
    if (ops.size() != expected.size())
        found << QStringLiteral("%1 operations, not %2").arg(ops.size()).arg(expected.size());
    for (qsizetype i = 0; i < qMin(ops.size(), expected.size()); ++i) {
        const QJsonArray want = expected.at(i).toArray();
        const PathOp &op = ops[i];
        QList<double> numbers;
        QString letter = QStringLiteral("M");
        if (op.kind == PathOp::Kind::Curve) {
            letter = QStringLiteral("C");
            numbers << op.control1.x() << op.control1.y() << op.control2.x() << op.control2.y();
        } else if (op.kind == PathOp::Kind::Line) {
            letter = QStringLiteral("L");
        }
        numbers << op.to.x() << op.to.y();
        bool same = letter == want.at(0).toString() && numbers.size() + 1 == want.size();
        for (qsizetype k = 0; same && k < numbers.size(); ++k)
            same = isNear(numbers[k], want.at(k + 1).toDouble());
        if (!same)
            found << QStringLiteral("operation %1: %2 ends at %3, %4")
                         .arg(i)
                         .arg(letter)
                         .arg(op.to.x())
                         .arg(op.to.y());
    }
    return found;
}

void TestRough::randomSequence_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<QJsonArray>("values");
    const QJsonArray rows = drawingVectors(QStringLiteral("random"));
    QCOMPARE(rows.size(), 5);
    for (const QJsonValue row : rows) {
        const int seed = row.toObject().value(QStringLiteral("seed")).toInt();
        QTest::addRow("seed %d", seed)
            << seed << row.toObject().value(QStringLiteral("values")).toArray();
    }
}

void TestRough::randomSequence()
{
    QFETCH(int, seed);
    QFETCH(QJsonArray, values);
    QCOMPARE(values.size(), 8);
    RoughRandom random(seed);
    for (const QJsonValue value : values) {
        const double number = random.next();
        QVERIFY2(isNear(number, value.toDouble()), qPrintable(QString::number(number)));
    }
}

void TestRough::shapeEqualsReference_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray rows = drawingVectors(QStringLiteral("rough"));
    QCOMPARE(rows.size(), 31);
    for (const QJsonValue row : rows)
        QTest::newRow(qPrintable(row.toObject().value(QStringLiteral("name")).toString()))
            << row.toObject();
}

void TestRough::shapeEqualsReference()
{
    QFETCH(QJsonObject, vector);
    const RoughShape shape =
        generated(vector.value(QStringLiteral("call")).toString(),
                  vector.value(QStringLiteral("args")).toArray(),
                  optionsOf(vector.value(QStringLiteral("options")).toObject()));
    const QJsonArray sets = vector.value(QStringLiteral("sets")).toArray();
    QVERIFY(!sets.isEmpty());
    QCOMPARE(shape.fillKind != RoughShape::FillKind::None, sets.size() == 2);
    for (const QJsonValue set : sets) {
        const QString type = set.toObject().value(QStringLiteral("type")).toString();
        if (type != QLatin1String("path"))
            QCOMPARE(shape.fillKind == RoughShape::FillKind::Hatched,
                     type == QLatin1String("fillSketch"));
        const PathOps &ops = type == QLatin1String("path") ? shape.outline : shape.fill;
        const QStringList wrong =
            differences(ops, set.toObject().value(QStringLiteral("ops")).toArray());
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(type + QLatin1String(": ") + wrong.mid(0, 5).join(u'\n')));
    }
}

void TestRough::simplifyEqualsReference()
{
    const QJsonArray rows = drawingVectors(QStringLiteral("simplify"));
    QCOMPARE(rows.size(), 1);
    const QJsonObject row = rows.at(0).toObject();
    QCOMPARE(simplified(pointsOf(row.value(QStringLiteral("input"))),
                        row.value(QStringLiteral("epsilon")).toDouble()),
             pointsOf(row.value(QStringLiteral("output"))));
}

void TestRough::hugeShapeIsBounded()
{
    RoughOptions options;
    options.fill = RoughOptions::Fill::CrossHatch;
    const RoughShape shape = roughRectangle({0, 0, 1e9, 1e9}, options);
    QCOMPARE(shape.outline.size(), 16);
    QVERIFY(shape.fill.size() <= 4 * 2 * 50'001);
}

void TestRough::extentFollowsTheCurve()
{
    const PathOps hill{{PathOp::Kind::Move, {0, 0}, {}, {}},
                       {PathOp::Kind::Curve, {100, 0}, {0, 100}, {100, 100}}};
    QCOMPARE(extentOf(hill), QRectF(0, 0, 100, 75));
}

QTEST_GUILESS_MAIN(TestRough)
#include "tst_rough.moc"
