#include "model/drawing/elementdata.h"

#include "model/drawing/geometry.h"
#include "model/drawing/textmetrics.h"

#include <QJsonArray>

#include <cmath>

namespace {

// Limits against files made to hurt (formats.md 3).
constexpr double kLargestNumber = 1e9;
constexpr qsizetype kMostPoints = 200'000;
constexpr qsizetype kLongestText = 1'000'000;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

double number(const QJsonValue &value, double fallback)
{
    const double result = value.toDouble(fallback);
    return std::isfinite(result) && std::abs(result) <= kLargestNumber ? result : fallback;
}

/// For fields where 0 counts as missing.
double numberNotZero(const QJsonValue &value, double fallback)
{
    const double result = number(value, fallback);
    return result == 0 ? fallback : result;
}

QString nonEmpty(const QJsonValue &value, const QString &fallback)
{
    const QString text = value.toString();
    return text.isEmpty() ? fallback : text;
}

ElementType typeNamed(const QString &name)
{
    static const QHash<QString, ElementType> types{
        {QStringLiteral("rectangle"), ElementType::Rectangle},
        {QStringLiteral("diamond"), ElementType::Diamond},
        {QStringLiteral("ellipse"), ElementType::Ellipse},
        {QStringLiteral("line"), ElementType::Line},
        {QStringLiteral("draw"), ElementType::Line}, // its very old name
        {QStringLiteral("arrow"), ElementType::Arrow},
        {QStringLiteral("freedraw"), ElementType::Freedraw},
        {QStringLiteral("text"), ElementType::Text},
        {QStringLiteral("image"), ElementType::Image},
        {QStringLiteral("frame"), ElementType::Frame},
        {QStringLiteral("magicframe"), ElementType::Frame},
        {QStringLiteral("embeddable"), ElementType::Embeddable},
        {QStringLiteral("iframe"), ElementType::Embeddable},
    };
    return types.value(name, ElementType::Unknown);
}

/// The points of `array` if it is nothing but pairs of finite numbers: then a list of doubles says
/// the same, in a tenth of the memory.
std::optional<QList<QPointF>> exactPoints(const QJsonArray &array)
{
    QList<QPointF> points;
    points.reserve(array.size());
    for (const QJsonValue value : array) {
        const QJsonArray pair = value.toArray();
        if (pair.size() != 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble())
            return std::nullopt;
        points.append({pair.at(0).toDouble(), pair.at(1).toDouble()});
    }
    return points;
}

std::optional<QList<double>> exactNumbers(const QJsonArray &array)
{
    QList<double> numbers;
    numbers.reserve(array.size());
    for (const QJsonValue value : array) {
        if (!value.isDouble())
            return std::nullopt;
        numbers.append(value.toDouble());
    }
    return numbers;
}

bool isUsable(const QPointF &p)
{
    return std::isfinite(p.x()) && std::isfinite(p.y()) && std::abs(p.x()) <= kLargestNumber
           && std::abs(p.y()) <= kLargestNumber;
}

std::optional<Roundness> roundnessOf(const QJsonObject &json, ElementType type)
{
    const QJsonValue value = json.value(key("roundness"));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return Roundness{object.value(key("type")).toInt(3), number(object.value(key("value")), 0)};
    }
    const bool round = json.value(key("strokeSharpness")).toString() == QLatin1String("round");
    if (!round || !value.isUndefined())
        return std::nullopt;
    const bool boxed = type == ElementType::Rectangle || type == ElementType::Embeddable
                       || type == ElementType::Image;
    return Roundness{boxed ? 1 : 2, 0};
}

int familyNamed(const QString &font)
{
    if (font.contains(QLatin1String("Helvetica")))
        return int(DrawingFont::Helvetica);
    return font.contains(QLatin1String("Cascadia")) ? int(DrawingFont::Cascadia)
                                                    : int(DrawingFont::Virgil);
}

} // namespace

void ElementData::read(const QJsonObject &json)
{
    rest = json;
    type = typeNamed(json.value(key("type")).toString());
    readPoints(json);
    readRest();
}

bool ElementData::replace(const ElementFields &fields)
{
    if (fields.contains(key("type")) || fields.contains(key("points"))
        || fields.contains(key("pressures")))
        return false;
    const bool isStroke = type == ElementType::Freedraw;
    const bool isLine = type == ElementType::Line || type == ElementType::Arrow;
    if (isLine && storedPoints.size() < 2)
        return false; // its points come from its size
    if ((isStroke || isLine) && !ownsPoints)
        return false;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.value().isUndefined())
            rest.remove(it.key());
        else
            rest.insert(it.key(), it.value());
    }
    readRest();
    return true;
}

void ElementData::readRest()
{
    id = rest.value(key("id")).toString();
    position = QPointF(number(rest.value(key("x")), 0), number(rest.value(key("y")), 0)) + shift;
    angle = number(rest.value(key("angle")), 0);
    orderKey = rest.value(key("index")).toString();
    version = qMax(1, rest.value(key("version")).toInt(1));
    isDeleted = rest.value(key("isDeleted")).toBool();
    readStyle();
    text = {};
    if (type == ElementType::Text)
        readText();
    placeBox();
}

QJsonObject ElementData::json() const
{
    QJsonObject result = rest;
    if (ownsPoints) {
        QJsonArray array;
        for (const QPointF &p : storedPoints)
            array.append(QJsonArray{p.x(), p.y()});
        result.insert(key("points"), array);
    }
    if (ownsPressures) {
        QJsonArray array;
        for (const double pressure : pressures)
            array.append(pressure);
        result.insert(key("pressures"), array);
    }
    return result;
}

void ElementData::readStyle()
{
    style = {};
    style.strokeColour = nonEmpty(rest.value(key("strokeColor")), key("#1e1e1e"));
    style.backgroundColour = nonEmpty(rest.value(key("backgroundColor")), key("transparent"));
    const QString fill = rest.value(key("fillStyle")).toString();
    if (fill == QLatin1String("hachure"))
        style.fill = ElementStyle::Fill::Hachure;
    else if (fill == QLatin1String("cross-hatch"))
        style.fill = ElementStyle::Fill::CrossHatch;
    else if (fill == QLatin1String("zigzag"))
        style.fill = ElementStyle::Fill::Zigzag;
    style.strokeWidth = qBound(0.1, numberNotZero(rest.value(key("strokeWidth")), 2), 1000.0);
    const QString stroke = rest.value(key("strokeStyle")).toString();
    if (stroke == QLatin1String("dashed"))
        style.stroke = ElementStyle::Stroke::Dashed;
    else if (stroke == QLatin1String("dotted"))
        style.stroke = ElementStyle::Stroke::Dotted;
    style.roughness = qBound(0.0, number(rest.value(key("roughness")), 1), 10.0);
    style.opacity = qBound(0.0, number(rest.value(key("opacity")), 100), 100.0);
    style.roundness = roundnessOf(rest, type);
    style.seed = int(number(rest.value(key("seed")), 1));
}

void ElementData::readPoints(const QJsonObject &json)
{
    ownsPoints = ownsPressures = false;
    storedPoints.clear();
    points.clear();
    pressures.clear();
    shift = {};
    if (type != ElementType::Line && type != ElementType::Arrow && type != ElementType::Freedraw)
        return;
    const QJsonArray pointArray = json.value(key("points")).toArray();
    const QJsonArray pressureArray = json.value(key("pressures")).toArray();
    if (json.value(key("points")).isArray()) {
        if (const auto exact = exactPoints(pointArray)) {
            storedPoints = *exact;
            ownsPoints = true;
            rest.remove(key("points"));
        }
    }
    for (qsizetype i = 0; i < qMin(pointArray.size(), kMostPoints); ++i) {
        const QJsonArray pair = pointArray.at(i).toArray();
        const QPointF p(pair.at(0).toDouble(qQNaN()), pair.at(1).toDouble(qQNaN()));
        if (!isUsable(p))
            continue;
        points.append(p);
        if (i < pressureArray.size())
            pressures.append(qBound(0.0, number(pressureArray.at(i), 0.5), 1.0));
    }
    if (const auto exact = exactNumbers(pressureArray);
        exact && *exact == pressures && json.value(key("pressures")).isArray()) {
        ownsPressures = true;
        rest.remove(key("pressures"));
    }
    if (ownsPoints && points == storedPoints)
        points = storedPoints; // one list in memory
    if (type == ElementType::Freedraw)
        return;
    if (points.size() < 2)
        points = {{0, 0},
                  {number(json.value(key("width")), 0), number(json.value(key("height")), 0)}};
    shift = points.first();
    if (shift.isNull())
        return; // the points stay shared with the stored ones
    for (QPointF &p : points)
        p -= shift;
}

void ElementData::readText()
{
    text.text = rest.value(key("text")).toString().left(kLongestText);
    text.text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.originalText = rest.value(key("originalText")).toString(text.text).left(kLongestText);
    const QString oldFont = rest.value(key("font")).toString();
    const double oldSize = oldFont.section(QLatin1String("px"), 0, 0).toDouble();
    text.fontSize = qBound(
        1.0, numberNotZero(rest.value(key("fontSize")), oldSize > 0 ? oldSize : 20), 10'000.0);
    text.fontFamily =
        rest.value(key("fontFamily")).toInt(oldFont.isEmpty() ? 5 : familyNamed(oldFont));
    const double height = number(rest.value(key("height")), 0);
    const double guess =
        height > 0 ? height / double(text.text.count(QLatin1Char('\n')) + 1) / text.fontSize
                   : defaultLineHeight(text.fontFamily);
    text.lineHeight = qBound(0.1, numberNotZero(rest.value(key("lineHeight")), guess), 10.0);
    text.align = nonEmpty(rest.value(key("textAlign")), key("left"));
    text.verticalAlign = nonEmpty(rest.value(key("verticalAlign")), key("top"));
    text.containerId = rest.value(key("containerId")).toString();
    text.autoResize = rest.value(key("autoResize")).toBool(true);
}

void ElementData::placeBox()
{
    if (!points.isEmpty()) {
        box = extentOf(points).translated(position);
        return;
    }
    box = QRectF(position,
                 QSizeF(number(rest.value(key("width")), 0), number(rest.value(key("height")), 0)))
              .normalized();
    position = box.topLeft();
}
