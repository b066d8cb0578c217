#include "model/drawing/elementshape.h"

#include "model/drawing/colour.h"
#include "model/drawing/geometry.h"
#include "model/drawing/ink.h"

#include <QJsonArray>

#include <cmath>

namespace {

using Kind = PathOp::Kind;

constexpr double kClosedDistance = 8;
constexpr double kSmoothStroke = 0.75; // simplification of a filled stroke
constexpr double kElbowRadius = 16;

PathOp lineTo(const QPointF &p)
{
    return {Kind::Line, p, {}, {}};
}

bool canBeRounded(ElementType type)
{
    return type == ElementType::Rectangle || type == ElementType::Diamond
           || type == ElementType::Line || type == ElementType::Arrow || type == ElementType::Image
           || type == ElementType::Embeddable;
}

double adjustedRoughness(const Element &element)
{
    const double stored = element.style().roughness;
    const QSizeF size = element.box().size();
    const double longest = std::max(size.width(), size.height());
    const double shortest = std::min(size.width(), size.height());
    const bool isLine = element.type() == ElementType::Line || element.type() == ElementType::Arrow;
    if ((shortest >= 20 && longest >= 50)
        || (shortest >= 15 && element.style().roundness && canBeRounded(element.type()))
        || (isLine && longest >= 50))
        return stored;
    return std::min(stored / (longest < 10 ? 3 : 2), 2.5);
}

bool isPainted(const QString &colour)
{
    const std::optional<Rgba> rgba = parseColour(colour);
    return !rgba || !rgba->isTransparent();
}

RoughOptions::Fill patternOf(ElementStyle::Fill fill)
{
    switch (fill) {
    case ElementStyle::Fill::Solid:
        return RoughOptions::Fill::Solid;
    case ElementStyle::Fill::Hachure:
        return RoughOptions::Fill::Hachure;
    case ElementStyle::Fill::CrossHatch:
        return RoughOptions::Fill::CrossHatch;
    case ElementStyle::Fill::Zigzag:
        return RoughOptions::Fill::Zigzag;
    }
    return RoughOptions::Fill::Solid;
}

PathOps roundedRectangle(double w, double h, double r)
{
    return {{Kind::Move, {r, 0}, {}, {}},
            lineTo({w - r, 0}),
            quadraticOp({w - r, 0}, {w, 0}, {w, r}),
            lineTo({w, h - r}),
            quadraticOp({w, h - r}, {w, h}, {w - r, h}),
            lineTo({r, h}),
            quadraticOp({r, h}, {0, h}, {0, h - r}),
            lineTo({0, r}),
            quadraticOp({0, r}, {0, 0}, {r, 0})};
}

PathOp cornerOp(const QPointF &corner, const QPointF &to)
{
    return {Kind::Curve, to, corner, corner};
}

PathOps roundedDiamond(const QList<QPointF> &c, const std::optional<Roundness> &roundness)
{
    const QPointF top = c[0];
    const QPointF right = c[1];
    const QPointF bottom = c[2];
    const QPointF left = c[3];
    const double rv = cornerRadius(std::abs(top.x() - left.x()), roundness);
    const double rh = cornerRadius(std::abs(right.y() - top.y()), roundness);
    return {{Kind::Move, {top.x() + rv, top.y() + rh}, {}, {}},
            lineTo({right.x() - rv, right.y() - rh}),
            cornerOp(right, {right.x() - rv, right.y() + rh}),
            lineTo({bottom.x() + rv, bottom.y() - rh}),
            cornerOp(bottom, {bottom.x() - rv, bottom.y() - rh}),
            lineTo({left.x() + rv, left.y() + rh}),
            cornerOp(left, {left.x() + rv, left.y() - rh}),
            lineTo({top.x() - rv, top.y() + rh}),
            cornerOp(top, {top.x() + rv, top.y() + rh})};
}

PathOps elbowPath(const QList<QPointF> &points)
{
    PathOps path{{Kind::Move, points.first(), {}, {}}};
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF &at = points[i];
        const QPointF back = points[i - 1] - at;
        const QPointF ahead = points[i + 1] - at;
        const double before = std::hypot(back.x(), back.y());
        const double after = std::hypot(ahead.x(), ahead.y());
        const double corner = std::min({kElbowRadius, before / 2, after / 2});
        const QPointF start = before > 0 ? at + back / before * corner : at;
        const QPointF end = after > 0 ? at + ahead / after * corner : at;
        path << lineTo(start) << quadraticOp(start, at, end);
    }
    path.append(lineTo(points.last()));
    return path;
}

RoughShape rectangleShape(const Element &element)
{
    const QSizeF size = element.box().size();
    const double radius =
        cornerRadius(std::min(size.width(), size.height()), element.style().roundness);
    if (radius > 0) {
        return roughPath(roundedRectangle(size.width(), size.height(), radius),
                         roughOptions(element, true));
    }
    return roughRectangle(QRectF(QPointF(), size), roughOptions(element, false));
}

RoughShape diamondShape(const Element &element)
{
    const QList<QPointF> corners = diamondCorners(element.box().size());
    if (element.style().roundness)
        return roughPath(roundedDiamond(corners, element.style().roundness),
                         roughOptions(element, true));
    return roughPolygon(corners, roughOptions(element, false));
}

RoughShape lineShape(const Element &element)
{
    if (element.value(QStringLiteral("elbowed")).toBool())
        return roughPath(elbowPath(element.points()), roughOptions(element, true));
    const RoughOptions options = roughOptions(element, false);
    if (element.style().roundness)
        return roughCurve(element.points(), options);
    return options.fill == RoughOptions::Fill::None ? roughPolyline(element.points(), options)
                                                    : roughPolygon(element.points(), options);
}

/// The background of a closed stroke; the ink itself is not the generator's.
RoughShape strokeFill(const Element &element)
{
    const RoughOptions options = roughOptions(element, false);
    if (options.fill == RoughOptions::Fill::None)
        return {};
    RoughShape shape = roughCurve(simplified(element.points(), kSmoothStroke), options);
    shape.outline.clear();
    return shape;
}

} // namespace

ElementShape shapeOf(const Element &element)
{
    ElementShape shape;
    switch (element.type()) {
    case ElementType::Rectangle:
        shape.body = rectangleShape(element);
        break;
    case ElementType::Diamond:
        shape.body = diamondShape(element);
        break;
    case ElementType::Ellipse:
        shape.body =
            roughEllipse(QRectF(QPointF(), element.box().size()), roughOptions(element, false));
        break;
    case ElementType::Line:
    case ElementType::Arrow:
        shape.body = lineShape(element);
        shape.heads = arrowHeads(element, shape.body);
        break;
    case ElementType::Freedraw:
        shape.body = strokeFill(element);
        break;
    case ElementType::Text:
    case ElementType::Image:
    case ElementType::Frame:
    case ElementType::Embeddable:
    case ElementType::Unknown:
        break;
    }
    return shape;
}

bool hasSameShape(const Element &a, const Element &b)
{
    if (a.isSameAs(b))
        return true;
    const ElementStyle &s = a.style();
    const ElementStyle &t = b.style();
    const auto same = [&](const QString &name) { return a.value(name) == b.value(name); };
    return a.type() == b.type() && a.box().size() == b.box().size() && a.points() == b.points()
           && a.pressures() == b.pressures() && s.seed == t.seed && s.roughness == t.roughness
           && s.strokeWidth == t.strokeWidth && s.stroke == t.stroke && s.fill == t.fill
           && s.roundness == t.roundness
           && isPainted(s.backgroundColour) == isPainted(t.backgroundColour)
           && same(QStringLiteral("startArrowhead")) && same(QStringLiteral("endArrowhead"))
           && same(QStringLiteral("elbowed")) && same(QStringLiteral("strokeOptions"))
           && same(QStringLiteral("simulatePressure"));
}

double cornerRadius(double side, const std::optional<Roundness> &roundness)
{
    constexpr double kProportion = 0.25;
    constexpr double kAdaptiveRadius = 32;
    if (!roundness)
        return 0;
    const double proportional = kProportion * side;
    if (roundness->type != 3)
        return proportional;
    const double radius = roundness->value > 0 ? roundness->value : kAdaptiveRadius;
    return side <= radius / kProportion ? proportional : radius;
}

RoughOptions roughOptions(const Element &element, bool continuousPath)
{
    const ElementStyle &style = element.style();
    RoughOptions options;
    options.seed = style.seed;
    options.roughness = adjustedRoughness(element);
    options.multiStroke = style.stroke == ElementStyle::Stroke::Solid;
    options.keepVertices = continuousPath || style.roughness < 2;
    const double gap = 4 * style.strokeWidth;
    // A gap that is no whole number is hit by few rows only, and the pattern nearly vanishes.
    options.hachureGap = std::max(1.0, std::round(gap));
    const bool filled =
        isPainted(style.backgroundColour) && (!element.isPointBased() || isClosed(element));
    if (filled)
        options.fill = patternOf(style.fill);
    return options;
}

bool isClosed(const Element &element)
{
    const QList<QPointF> &points = element.points();
    return points.size() >= 3 && distanceBetween(points.first(), points.last()) <= kClosedDistance;
}

QList<QPointF> diamondCorners(const QSizeF &size)
{
    const double topX = std::floor(size.width() / 2) + 1;
    const double rightY = std::floor(size.height() / 2) + 1;
    return {{topX, 0}, {size.width(), rightY}, {topX, size.height()}, {0, rightY}};
}

QRectF boundsOf(const Element &element)
{
    if (element.type() != ElementType::Line && element.type() != ElementType::Arrow)
        return element.box();
    const RoughShape shape = lineShape(element);
    if (shape.outline.isEmpty())
        return element.box();
    return extentOf(shape.outline).translated(element.position());
}

QRectF turnedBoundsOf(const Element &element)
{
    const QRectF bounds = boundsOf(element);
    return rotatedBounds(bounds, bounds.center(), element.angle());
}

QRectF paintedBoundsOf(const Element &element)
{
    constexpr double kJitter = 4; // roughness 2 moves corners by up to this
    constexpr double kLargestHead = 30;
    constexpr double kFrameTitle = 24;
    const ElementStyle &style = element.style();
    double margin = 2 + style.strokeWidth + kJitter * style.roughness;
    if (element.type() == ElementType::Freedraw)
        margin = 2 + inkReach(inkOptions(element));
    else if (element.type() == ElementType::Arrow || element.type() == ElementType::Line)
        margin += kLargestHead;
    else if (element.type() == ElementType::Frame)
        margin += kFrameTitle;
    else if (element.type() == ElementType::Text)
        margin +=
            element.text().fontSize; // glyphs may lean out of a box measured with another font
    const QRectF bounds = boundsOf(element);
    const QRectF around = bounds.adjusted(-margin, -margin, margin, margin);
    return rotatedBounds(around, bounds.center(), element.angle());
}

InkOptions inkOptions(const Element &element)
{
    InkOptions options;
    const QJsonObject stored = element.value(QStringLiteral("strokeOptions")).toObject();
    options.variableWidth =
        stored.value(QStringLiteral("variability")).toString() != QLatin1String("constant");
    options.streamline = qBound(0.0, stored.value(QStringLiteral("streamline")).toDouble(0.5), 1.0);
    options.strokeWidth = element.style().strokeWidth;
    options.simulatePressure =
        element.value(QStringLiteral("simulatePressure")).toBool() || element.pressures().isEmpty();
    return options;
}
