#include "model/drawing/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr int kDeepestSplit = 24; // enough for any picture; stops at numbers that never get flat

double squared(const QPointF &a, const QPointF &b)
{
    const double dx = a.x() - b.x();
    const double dy = a.y() - b.y();
    return dx * dx + dy * dy;
}

QPointF between(const QPointF &a, const QPointF &b, double t)
{
    return {a.x() + (b.x() - a.x()) * t, a.y() + (b.y() - a.y()) * t};
}

double squaredToSegment(const QPointF &point, const QPointF &a, const QPointF &b)
{
    const double length = squared(a, b);
    if (length == 0)
        return squared(point, a);
    const double t =
        ((point.x() - a.x()) * (b.x() - a.x()) + (point.y() - a.y()) * (b.y() - a.y())) / length;
    return squared(point, between(a, b, std::clamp(t, 0.0, 1.0)));
}

using Cubic = std::array<QPointF, 4>;

double bend(const Cubic &c)
{
    const auto square = [](double v) { return v * v; };
    const double ux = square(3 * c[1].x() - 2 * c[0].x() - c[3].x());
    const double uy = square(3 * c[1].y() - 2 * c[0].y() - c[3].y());
    const double wx = square(3 * c[2].x() - 2 * c[3].x() - c[0].x());
    const double wy = square(3 * c[2].y() - 2 * c[3].y() - c[0].y());
    return std::max(ux, wx) + std::max(uy, wy);
}

void flatten(const Cubic &c, double tolerance, int depth, QList<QPointF> &out)
{
    if (bend(c) < tolerance || depth >= kDeepestSplit) {
        if (out.isEmpty() || distanceBetween(out.last(), c[0]) > 1)
            out.append(c[0]);
        out.append(c[3]);
        return;
    }
    const QPointF a = between(c[0], c[1], 0.5);
    const QPointF b = between(c[1], c[2], 0.5);
    const QPointF d = between(c[2], c[3], 0.5);
    const QPointF ab = between(a, b, 0.5);
    const QPointF bd = between(b, d, 0.5);
    const QPointF middle = between(ab, bd, 0.5);
    flatten({c[0], a, ab, middle}, tolerance, depth + 1, out);
    flatten({middle, bd, d, c[3]}, tolerance, depth + 1, out);
}

} // namespace

QPointF rotated(const QPointF &point, const QPointF &centre, double angle)
{
    if (angle == 0)
        return point;
    const double s = std::sin(angle);
    const double c = std::cos(angle);
    const QPointF d = point - centre;
    return centre + QPointF(d.x() * c - d.y() * s, d.x() * s + d.y() * c);
}

QRectF rotatedBounds(const QRectF &rect, const QPointF &centre, double angle)
{
    if (angle == 0)
        return rect;
    return extentOf({rotated(rect.topLeft(), centre, angle),
                     rotated(rect.topRight(), centre, angle),
                     rotated(rect.bottomLeft(), centre, angle),
                     rotated(rect.bottomRight(), centre, angle)});
}

QRectF extentOf(const QList<QPointF> &points)
{
    if (points.isEmpty())
        return {};
    double left = points.first().x();
    double right = left;
    double top = points.first().y();
    double bottom = top;
    for (const QPointF &p : points) {
        left = std::min(left, p.x());
        right = std::max(right, p.x());
        top = std::min(top, p.y());
        bottom = std::max(bottom, p.y());
    }
    return {left, top, right - left, bottom - top};
}

double distanceBetween(const QPointF &a, const QPointF &b)
{
    return std::sqrt(squared(a, b));
}

double distanceToSegment(const QPointF &point, const QPointF &a, const QPointF &b)
{
    return std::sqrt(squaredToSegment(point, a, b));
}

bool segmentsCross(const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d)
{
    const auto side = [](const QPointF &p, const QPointF &q, const QPointF &r) {
        return (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x());
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool polygonContains(const QList<QPointF> &polygon, const QPointF &point)
{
    bool inside = false;
    for (qsizetype i = 0, k = polygon.size() - 1; i < polygon.size(); k = i++) {
        const QPointF &a = polygon[i];
        const QPointF &b = polygon[k];
        if ((a.y() > point.y()) == (b.y() > point.y()))
            continue;
        if (point.x() < (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y()) + a.x())
            inside = !inside;
    }
    return inside;
}

QList<QPointF> simplified(const QList<QPointF> &points, double epsilon)
{
    if (points.size() < 3)
        return points;
    // A stack instead of recursion: a stroke may have 200,000 points.
    QList<bool> keep(points.size(), false);
    keep.first() = keep.last() = true;
    QList<std::pair<qsizetype, qsizetype>> open{{0, points.size() - 1}};
    while (!open.isEmpty()) {
        const auto [first, last] = open.takeLast();
        double farthest = 0;
        qsizetype at = first + 1;
        for (qsizetype i = first + 1; i < last; ++i) {
            const double d = squaredToSegment(points[i], points[first], points[last]);
            if (d > farthest) {
                farthest = d;
                at = i;
            }
        }
        if (std::sqrt(farthest) <= epsilon)
            continue;
        keep[at] = true;
        open.append({first, at});
        open.append({at, last});
    }
    QList<QPointF> result;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (keep[i])
            result.append(points[i]);
    }
    return result;
}

QList<QPointF> splineThrough(const QList<QPointF> &points)
{
    QList<QPointF> out;
    if (points.size() < 4)
        return out;
    out.reserve(3 * points.size() - 8);
    out.append(points[1]);
    for (qsizetype i = 1; i + 2 < points.size(); ++i) {
        const QPointF &before = points[i - 1];
        const QPointF &from = points[i];
        const QPointF &to = points[i + 1];
        const QPointF &after = points[i + 2];
        out.append({from.x() + (to.x() - before.x()) / 6, from.y() + (to.y() - before.y()) / 6});
        out.append({to.x() + (from.x() - after.x()) / 6, to.y() + (from.y() - after.y()) / 6});
        out.append(to);
    }
    return out;
}

QList<QPointF> flattened(const QList<QPointF> &cubics, double tolerance, double epsilon)
{
    QList<QPointF> out;
    for (qsizetype i = 0; i + 3 < cubics.size(); i += 3)
        flatten({cubics[i], cubics[i + 1], cubics[i + 2], cubics[i + 3]}, tolerance, 0, out);
    return epsilon > 0 ? simplified(out, epsilon) : out;
}

QPointF
cubicAt(const QPointF &p0, const QPointF &p1, const QPointF &p2, const QPointF &p3, double t)
{
    const double u = 1 - t;
    return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
}
