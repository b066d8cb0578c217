#include "model/exchange/welcomedrawing.h"

#include "model/drawing/orderkeys.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

struct WelcomeDrawing
{
    Q_DECLARE_TR_FUNCTIONS(WelcomeDrawing)
};

constexpr double kLineHeight = 1.25;
constexpr double kLetterWidth = 0.52; ///< Of the hand-written font, in font sizes, on average.
constexpr int kHandFont = 5;
constexpr double kLabelSize = 24;

const QString kInk = QStringLiteral("#1e1e1e");
const QString kRed = QStringLiteral("#e03131");
const QString kGreen = QStringLiteral("#2f9e44");
const QString kBlue = QStringLiteral("#1971c2");
const QString kOchre = QStringLiteral("#f08c00");
const QString kClear = QStringLiteral("transparent");

QJsonObject reference(const QJsonObject &element, const QString &type)
{
    return {{QStringLiteral("id"), element.value(QStringLiteral("id"))},
            {QStringLiteral("type"), type}};
}

void attach(QJsonObject &shape, const QJsonObject &what, const QString &type)
{
    const QString name = QStringLiteral("boundElements");
    QJsonArray attached = shape.value(name).toArray();
    attached.append(reference(what, type));
    shape.insert(name, attached);
}

QJsonArray pair(double x, double y)
{
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    return {rounded(x), rounded(y)};
}

/// Makes elements in the order of painting; ids, seeds and nonces count up.
class Sketch
{
public:
    explicit Sketch(qint64 nowMs)
        : m_now(nowMs)
    {}

    qsizetype shape(const QString &type, const QRectF &box, const QString &fill);
    void label(qsizetype shape, const QString &text);
    qsizetype text(const QPointF &at, const QString &text, double size, const QString &colour);
    void arrow(qsizetype from, qsizetype to, const QString &style);
    void pen(const QList<QPointF> &points, const QString &colour, double width);
    QList<QJsonObject> finished();

private:
    QJsonObject element(const QString &type, const QRectF &box);
    QRectF box(qsizetype index) const;

    qint64 m_now;
    QList<QJsonObject> m_elements;
};

QJsonObject Sketch::element(const QString &type, const QRectF &box)
{
    const int number = int(m_elements.size()) + 1;
    return {
        {QStringLiteral("id"), QStringLiteral("welcome-%1").arg(number, 2, 10, QLatin1Char('0'))},
        {QStringLiteral("type"), type},
        {QStringLiteral("x"), box.x()},
        {QStringLiteral("y"), box.y()},
        {QStringLiteral("width"), box.width()},
        {QStringLiteral("height"), box.height()},
        {QStringLiteral("angle"), 0},
        {QStringLiteral("strokeColor"), kInk},
        {QStringLiteral("backgroundColor"), kClear},
        {QStringLiteral("fillStyle"), QStringLiteral("solid")},
        {QStringLiteral("strokeWidth"), 2},
        {QStringLiteral("strokeStyle"), QStringLiteral("solid")},
        {QStringLiteral("roughness"), 1},
        {QStringLiteral("opacity"), 100},
        {QStringLiteral("roundness"), QJsonValue::Null},
        {QStringLiteral("seed"), 7919 * number},
        {QStringLiteral("groupIds"), QJsonArray()},
        {QStringLiteral("frameId"), QJsonValue::Null},
        {QStringLiteral("boundElements"), QJsonArray()},
        {QStringLiteral("version"), 1},
        {QStringLiteral("versionNonce"), 104729 * number},
        {QStringLiteral("updated"), m_now},
        {QStringLiteral("isDeleted"), false},
        {QStringLiteral("link"), QJsonValue::Null},
        {QStringLiteral("locked"), false}};
}

QRectF Sketch::box(qsizetype index) const
{
    const QJsonObject &json = m_elements[index];
    return {json.value(QStringLiteral("x")).toDouble(),
            json.value(QStringLiteral("y")).toDouble(),
            json.value(QStringLiteral("width")).toDouble(),
            json.value(QStringLiteral("height")).toDouble()};
}

qsizetype Sketch::shape(const QString &type, const QRectF &box, const QString &fill)
{
    QJsonObject json = element(type, box);
    json.insert(QStringLiteral("backgroundColor"), fill);
    json.insert(QStringLiteral("fillStyle"), QStringLiteral("hachure"));
    if (type == QStringLiteral("rectangle"))
        json.insert(QStringLiteral("roundness"), QJsonObject{{QStringLiteral("type"), 3}});
    if (type == QStringLiteral("diamond"))
        json.insert(QStringLiteral("roundness"), QJsonObject{{QStringLiteral("type"), 2}});
    m_elements.append(json);
    return m_elements.size() - 1;
}

qsizetype Sketch::text(const QPointF &at, const QString &text, double size, const QString &colour)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    qsizetype longest = 1;
    for (const QString &line : lines)
        longest = std::max(longest, line.size());
    const double width = std::ceil(double(longest) * size * kLetterWidth);
    const double height = double(lines.size()) * size * kLineHeight;
    QJsonObject json = element(QStringLiteral("text"), QRectF(at.x(), at.y(), width, height));
    json.insert(QStringLiteral("strokeColor"), colour);
    json.insert(QStringLiteral("text"), text);
    json.insert(QStringLiteral("originalText"), text);
    json.insert(QStringLiteral("fontSize"), size);
    json.insert(QStringLiteral("fontFamily"), kHandFont);
    json.insert(QStringLiteral("textAlign"), QStringLiteral("left"));
    json.insert(QStringLiteral("verticalAlign"), QStringLiteral("top"));
    json.insert(QStringLiteral("containerId"), QJsonValue::Null);
    json.insert(QStringLiteral("autoResize"), true);
    json.insert(QStringLiteral("lineHeight"), kLineHeight);
    m_elements.append(json);
    return m_elements.size() - 1;
}

void Sketch::label(qsizetype shape, const QString &words)
{
    const qsizetype index = text(box(shape).topLeft(), words, kLabelSize, kInk);
    QJsonObject &json = m_elements[index];
    const QRectF own = box(index);
    const QPointF centre = box(shape).center();
    json.insert(QStringLiteral("x"), centre.x() - own.width() / 2);
    json.insert(QStringLiteral("y"), centre.y() - own.height() / 2);
    json.insert(QStringLiteral("textAlign"), QStringLiteral("center"));
    json.insert(QStringLiteral("verticalAlign"), QStringLiteral("middle"));
    json.insert(QStringLiteral("containerId"), m_elements[shape].value(QStringLiteral("id")));
    attach(m_elements[shape], json, QStringLiteral("text"));
}

/// From the right side of one shape to the left side of another; it follows when they move.
void Sketch::arrow(qsizetype from, qsizetype to, const QString &style)
{
    constexpr double kGap = 6;
    const QPointF start(box(from).right() + kGap, box(from).center().y());
    const QPointF end(box(to).left() - kGap, box(to).center().y());
    const QPointF way = end - start;
    QJsonObject json =
        element(QStringLiteral("arrow"), QRectF(start.x(), start.y(), way.x(), std::abs(way.y())));
    const auto binding = [this](qsizetype shape, double x) {
        return QJsonObject{
            {QStringLiteral("elementId"), m_elements[shape].value(QStringLiteral("id"))},
            {QStringLiteral("fixedPoint"), QJsonArray{x, 0.5001}},
            {QStringLiteral("mode"), QStringLiteral("orbit")}};
    };
    json.insert(QStringLiteral("strokeStyle"), style);
    json.insert(QStringLiteral("roundness"), QJsonObject{{QStringLiteral("type"), 2}});
    json.insert(QStringLiteral("points"), QJsonArray{pair(0, 0), pair(way.x(), way.y())});
    json.insert(QStringLiteral("startBinding"), binding(from, 1));
    json.insert(QStringLiteral("endBinding"), binding(to, 0));
    json.insert(QStringLiteral("startArrowhead"), QJsonValue::Null);
    json.insert(QStringLiteral("endArrowhead"), QStringLiteral("arrow"));
    json.insert(QStringLiteral("elbowed"), false);
    m_elements.append(json);
    attach(m_elements[from], json, QStringLiteral("arrow"));
    attach(m_elements[to], json, QStringLiteral("arrow"));
}

/// A stroke whose pressure swells and fades as a hand's does.
void Sketch::pen(const QList<QPointF> &points, const QString &colour, double width)
{
    QJsonArray local;
    QJsonArray pressures;
    QRectF bounds(points.first(), QSizeF(0, 0));
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF at = points[i] - points.first();
        local.append(pair(at.x(), at.y()));
        const double along = double(i) / double(std::max(qsizetype(1), points.size() - 1));
        pressures.append(std::round(100 * (0.3 + 0.4 * std::sin(std::numbers::pi * along))) / 100);
        bounds.setLeft(std::min(bounds.left(), points[i].x()));
        bounds.setRight(std::max(bounds.right(), points[i].x()));
        bounds.setTop(std::min(bounds.top(), points[i].y()));
        bounds.setBottom(std::max(bounds.bottom(), points[i].y()));
    }
    QJsonObject json = element(QStringLiteral("freedraw"), QRectF(points.first(), bounds.size()));
    json.insert(QStringLiteral("strokeColor"), colour);
    json.insert(QStringLiteral("strokeWidth"), width);
    json.insert(QStringLiteral("points"), local);
    json.insert(QStringLiteral("pressures"), pressures);
    json.insert(QStringLiteral("simulatePressure"), false);
    m_elements.append(json);
}

QList<QJsonObject> Sketch::finished()
{
    const QList<QString> keys = orderKeysBetween(QString(), QString(), int(m_elements.size()));
    for (qsizetype i = 0; i < m_elements.size(); ++i)
        m_elements[i].insert(QStringLiteral("index"), keys[i]);
    return m_elements;
}

/// A point of a quadratic curve.
QPointF curve(const QPointF &a, const QPointF &b, const QPointF &c, double t)
{
    return (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
}

QList<QPointF> sampled(const QPointF &a, const QPointF &b, const QPointF &c, int count)
{
    QList<QPointF> points;
    for (int i = 0; i <= count; ++i)
        points.append(curve(a, b, c, double(i) / count));
    return points;
}

/// An ear: grains on both sides of the upper part of a stem, and one at its tip.
void drawStem(Sketch &sketch, const QPointF &foot, const QPointF &bend, const QPointF &tip)
{
    sketch.pen(sampled(foot, bend, tip, 18), kOchre, 0.7);
    for (int grain = 0; grain < 4; ++grain) {
        const double t = 0.66 + 0.1 * grain;
        const QPointF at = curve(foot, bend, tip, t);
        const QPointF ahead = curve(foot, bend, tip, t + 0.03) - at;
        const double length = std::hypot(ahead.x(), ahead.y());
        const QPointF along = ahead / length;
        const QPointF across(-along.y(), along.x());
        for (const double side : {-1.0, 1.0}) {
            const QPointF end = at + 15 * along + side * 11 * across;
            sketch.pen(sampled(at, at + 4 * along + side * 12 * across, end, 7), kOchre, 0.7);
        }
    }
}

/// Sheaf's own sign, by hand.
void drawSheaf(Sketch &sketch, const QPointF &band)
{
    for (const double lean : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
        const QPointF foot = band + QPointF(-lean * 16, 92 - std::abs(lean) * 4);
        const QPointF tip = band + QPointF(lean * 44, -128 + std::abs(lean) * 14);
        drawStem(sketch, foot, band + QPointF(lean * 3, -16), tip);
    }
    sketch.pen(sampled(band + QPointF(-27, 8), band + QPointF(0, 20), band + QPointF(27, 6), 10),
               kRed,
               1.2);
    sketch.pen(sampled(band + QPointF(-25, 18), band + QPointF(0, 29), band + QPointF(25, 16), 10),
               kRed,
               1.2);
}

QList<QPointF> wave(const QPointF &from, double width)
{
    constexpr int kPoints = 40;
    QList<QPointF> points;
    for (int i = 0; i <= kPoints; ++i) {
        const double t = double(i) / kPoints;
        points.append(from + QPointF(width * t, 5 * std::sin(9 * t) * (1 - 0.6 * t)));
    }
    return points;
}

} // namespace

QList<QJsonObject> welcomeElements(qint64 nowMs)
{
    Sketch sketch(nowMs);
    sketch.text({40, 20}, WelcomeDrawing::tr("Draw whatever you like"), 36, kInk);
    sketch.pen(wave({44, 78}, 400), kBlue, 1);

    const qsizetype idea =
        sketch.shape(QStringLiteral("rectangle"), {40, 130, 200, 100}, QStringLiteral("#a5d8ff"));
    sketch.label(idea, WelcomeDrawing::tr("an idea"));
    const qsizetype second =
        sketch.shape(QStringLiteral("ellipse"), {340, 122, 200, 116}, QStringLiteral("#b2f2bb"));
    sketch.label(second, WelcomeDrawing::tr("another"));
    const qsizetype both =
        sketch.shape(QStringLiteral("diamond"), {640, 100, 220, 160}, QStringLiteral("#ffec99"));
    sketch.label(both, WelcomeDrawing::tr("together"));
    sketch.arrow(idea, second, QStringLiteral("solid"));
    sketch.arrow(second, both, QStringLiteral("dashed"));

    sketch.text({44, 290},
                WelcomeDrawing::tr("Try it:\n"
                                   "P  draw with the pen, E  erase\n"
                                   "R, D, O  rectangle, diamond, ellipse\n"
                                   "A  arrow, L  line, T  text\n"
                                   "V  select, then move and resize"),
                20,
                kInk);
    sketch.text({44, 440},
                WelcomeDrawing::tr("Space and drag moves the canvas, Ctrl and the wheel zooms.\n"
                                   "Move a shape: its arrows come along."),
                16,
                kGreen);
    drawSheaf(sketch, {720, 440});
    return sketch.finished();
}
