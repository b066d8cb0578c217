#include "model/drawing/hittest.h"

#include "model/drawing/colour.h"
#include "model/drawing/elementshape.h"
#include "model/drawing/geometry.h"
#include "model/drawing/ink.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

struct HitShape
{
    QList<QPointF> line; ///< Scene pixels, turned as the element is.
    bool closed = false;
    bool filled = false;
    double reach = 0; ///< Half of the stroke.
};

QList<QPointF> ellipseLine(const QRectF &box)
{
    constexpr int kCorners = 48;
    QList<QPointF> line;
    for (int i = 0; i < kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        line.append(
            box.center()
            + QPointF(box.width() / 2 * std::cos(angle), box.height() / 2 * std::sin(angle)));
    }
    return line;
}

QList<QPointF> cornersOf(const QRectF &box)
{
    return {box.topLeft(),
            {box.x() + box.width(), box.y()},
            {box.x() + box.width(), box.y() + box.height()},
            {box.x(), box.y() + box.height()}};
}

QList<QPointF> pointLine(const Element &element)
{
    QList<QPointF> line = element.points();
    const bool soft = element.type() != ElementType::Freedraw && element.style().roundness
                      && !element.value(QStringLiteral("elbowed")).toBool() && line.size() > 2;
    if (soft) {
        line.prepend(line.first());
        line.append(line.last());
        line = flattened(splineThrough(line), 0.5, 0);
    }
    for (QPointF &p : line)
        p += element.position();
    return line;
}

bool isBackgroundPainted(const Element &element)
{
    const std::optional<Rgba> colour = parseColour(element.style().backgroundColour);
    return !colour || !colour->isTransparent();
}

HitShape hitShapeOf(const Element &element)
{
    HitShape shape;
    shape.reach = element.style().strokeWidth / 2;
    shape.closed = true;
    shape.filled = isBackgroundPainted(element);
    const QRectF box = element.box();
    switch (element.type()) {
    case ElementType::Rectangle:
        shape.line = cornersOf(box);
        break;
    case ElementType::Diamond:
        shape.line = diamondCorners(box.size());
        for (QPointF &p : shape.line)
            p += box.topLeft();
        break;
    case ElementType::Ellipse:
        shape.line = ellipseLine(box);
        break;
    case ElementType::Line:
    case ElementType::Arrow:
    case ElementType::Freedraw:
        shape.line = pointLine(element);
        shape.closed = isClosed(element);
        shape.filled = shape.filled && shape.closed;
        if (element.type() == ElementType::Freedraw)
            shape.reach = inkReach(inkOptions(element)) / 2;
        break;
    case ElementType::Frame:
        shape.line = cornersOf(box);
        shape.filled = false;
        break;
    case ElementType::Text:
    case ElementType::Image:
    case ElementType::Embeddable:
    case ElementType::Unknown:
        shape.line = cornersOf(box);
        shape.filled = true;
        break;
    }
    if (element.angle() != 0) {
        const QPointF centre = boundsOf(element).center();
        for (QPointF &p : shape.line)
            p = rotated(p, centre, element.angle());
    }
    return shape;
}

template <typename Test>
bool anySegment(const HitShape &shape, Test test)
{
    const qsizetype count = shape.line.size();
    if (count == 1)
        return test(shape.line[0], shape.line[0]);
    for (qsizetype i = 0; i + 1 < count; ++i) {
        if (test(shape.line[i], shape.line[i + 1]))
            return true;
    }
    return shape.closed && count > 2 && test(shape.line.last(), shape.line.first());
}

double segmentDistance(const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d)
{
    if (segmentsCross(a, b, c, d))
        return 0;
    return std::min({distanceToSegment(a, c, d),
                     distanceToSegment(b, c, d),
                     distanceToSegment(c, a, b),
                     distanceToSegment(d, a, b)});
}

} // namespace

bool isHit(const Element &element, const QPointF &point, double tolerance)
{
    const HitShape shape = hitShapeOf(element);
    if (shape.filled && polygonContains(shape.line, point))
        return true;
    const double reach = shape.reach + tolerance;
    return anySegment(shape, [&](const QPointF &a, const QPointF &b) {
        return distanceToSegment(point, a, b) <= reach;
    });
}

bool isCrossed(const Element &element, const QPointF &from, const QPointF &to, double tolerance)
{
    const HitShape shape = hitShapeOf(element);
    if (shape.filled && (polygonContains(shape.line, from) || polygonContains(shape.line, to)))
        return true;
    const double reach = shape.reach + tolerance;
    return anySegment(shape, [&](const QPointF &a, const QPointF &b) {
        return segmentDistance(from, to, a, b) <= reach;
    });
}

bool isInside(const Element &element, const QRectF &area)
{
    return area.contains(turnedBoundsOf(element));
}

bool touches(const Element &element, const QRectF &area)
{
    const HitShape shape = hitShapeOf(element);
    const QList<QPointF> sides = cornersOf(area);
    if (shape.filled && polygonContains(shape.line, area.center()))
        return true;
    return anySegment(shape, [&](const QPointF &a, const QPointF &b) {
        if (area.contains(a) || area.contains(b))
            return true;
        for (int i = 0; i < 4; ++i) {
            if (segmentsCross(a, b, sides[i], sides[(i + 1) % 4]))
                return true;
        }
        return false;
    });
}
