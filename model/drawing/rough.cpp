#include "model/drawing/rough.h"

#include "model/drawing/geometry.h"
#include "model/drawing/roughsource.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

using Kind = PathOp::Kind;

constexpr double kPi = std::numbers::pi;
constexpr double kMaxOffset = 2;
constexpr double kFillGain = 0.8;
constexpr double kCurveSteps = 9;

PathOp moveTo(const QPointF &p)
{
    return {Kind::Move, p, {}, {}};
}

PathOp curveTo(const QPointF &c1, const QPointF &c2, const QPointF &to)
{
    return {Kind::Curve, to, c1, c2};
}

double gainFor(double length)
{
    if (length < 200)
        return 1;
    return length > 500 ? 0.4 : -0.0016668 * length + 1.233334;
}

void appendLine(
    PathOps &out, const QPointF &from, const QPointF &to, RoughSource &source, bool overlay)
{
    const bool keep = source.options().keepVertices;
    const QPointF d = to - from;
    const double lengthSquared = d.x() * d.x() + d.y() * d.y();
    const double length = std::sqrt(lengthSquared);
    const double gain = gainFor(length);
    const double offset = kMaxOffset * kMaxOffset * 100 > lengthSquared ? length / 10 : kMaxOffset;
    const double amount = overlay ? offset / 2 : offset;
    const double diverge = 0.2 + source.next() * 0.2;
    const double bowX = source.jitter(kMaxOffset * d.y() / 200, gain);
    const double bowY = source.jitter(kMaxOffset * -d.x() / 200, gain);
    const QPointF bow = from + QPointF(bowX, bowY);
    out.append(moveTo(keep ? from : source.jitteredPoint(from, amount, gain)));
    const QPointF c1 = source.jitteredPoint(bow + d * diverge, amount, gain);
    const QPointF c2 = source.jitteredPoint(bow + d * (2 * diverge), amount, gain);
    out.append(curveTo(c1, c2, keep ? to : source.jitteredPoint(to, amount, gain)));
}

void appendOutlineLine(PathOps &out, const QPointF &from, const QPointF &to, RoughSource &source)
{
    appendDoubleLine(out, from, to, source, source.options().multiStroke);
}

/// One soft pass through a list whose ends are already doubled.
PathOps spline(const QList<QPointF> &points)
{
    PathOps out;
    if (points.size() == 3) {
        out << moveTo(points[1]) << curveTo(points[1], points[2], points[2]);
        return out;
    }
    const QList<QPointF> cubics = splineThrough(points);
    if (cubics.isEmpty())
        return out;
    out.append(moveTo(cubics.first()));
    for (qsizetype i = 1; i + 2 < cubics.size(); i += 3)
        out.append(curveTo(cubics[i], cubics[i + 1], cubics[i + 2]));
    return out;
}

PathOps curvePass(const QList<QPointF> &points, double offset, RoughSource &source)
{
    QList<QPointF> list;
    list.reserve(points.size() + 2);
    list.append(source.jitteredPoint(points.first(), offset));
    for (const QPointF &p : points)
        list.append(source.jitteredPoint(p, offset));
    list.append(source.jitteredPoint(points.last(), offset));
    return spline(list);
}

PathOps curveOps(const QList<QPointF> &points, RoughSource &source)
{
    const RoughOptions &options = source.options();
    PathOps out = curvePass(points, 1 + 0.2 * options.roughness, source);
    if (options.multiStroke) {
        RoughOptions other = options;
        other.seed = options.seed == 0 ? 0 : std::int32_t(std::uint32_t(options.seed) + 1U);
        RoughSource fresh(other);
        out += curvePass(points, 1.5 * (1 + 0.22 * options.roughness), fresh);
    }
    return out;
}

void appendBezier(PathOps &out, const QPointF &from, const PathOp &curve, RoughSource &source)
{
    const RoughOptions &options = source.options();
    const int passes = options.multiStroke ? 2 : 1;
    for (int pass = 0; pass < passes; ++pass) {
        const double amount = pass == 0 ? kMaxOffset : kMaxOffset + 0.3;
        const bool exactStart = pass == 0 || options.keepVertices;
        out.append(moveTo(exactStart ? from : source.jitteredPoint(from, kMaxOffset)));
        const QPointF end =
            options.keepVertices ? curve.to : source.jitteredPoint(curve.to, amount);
        const QPointF c1 = source.jitteredPoint(curve.control1, amount);
        const QPointF c2 = source.jitteredPoint(curve.control2, amount);
        out.append(curveTo(c1, c2, end));
    }
}

PathOps pathOps(const PathOps &path, RoughSource &source)
{
    PathOps out;
    QPointF at;
    for (const PathOp &op : path) {
        if (op.kind == Kind::Line)
            appendOutlineLine(out, at, op.to, source);
        else if (op.kind == Kind::Curve)
            appendBezier(out, at, op, source);
        at = op.to;
    }
    return out;
}

/// One area: only the first move stays.
PathOps merged(const PathOps &ops)
{
    PathOps out;
    for (const PathOp &op : ops) {
        if (out.isEmpty() || op.kind != Kind::Move)
            out.append(op);
    }
    return out;
}

RoughOptions fillOptions(const RoughOptions &options)
{
    RoughOptions result = options;
    result.multiStroke = false;
    result.roughness = options.roughness > 0 ? options.roughness + kFillGain : 0;
    return result;
}

PathOps solidPolygon(const QList<QPointF> &points, RoughSource &source)
{
    PathOps out;
    for (const QPointF &p : points)
        out.append(
            {out.isEmpty() ? Kind::Move : Kind::Line, source.jitteredPoint(p, kMaxOffset), {}, {}});
    return out;
}

QList<QList<QPointF>> outlinesOf(const PathOps &path, double epsilon)
{
    QList<QList<QPointF>> sets;
    QList<QPointF> points;
    QList<QPointF> cubics;
    const auto endCurve = [&] {
        points += flattened(cubics, 1, 0);
        cubics.clear();
    };
    for (const PathOp &op : path) {
        if (op.kind == Kind::Curve) {
            if (cubics.isEmpty())
                cubics.append(points.isEmpty() ? QPointF() : points.last());
            cubics << op.control1 << op.control2 << op.to;
            continue;
        }
        endCurve();
        if (op.kind == Kind::Move && !points.isEmpty())
            sets.append(std::exchange(points, {}));
        points.append(op.to);
    }
    endCurve();
    if (!points.isEmpty())
        sets.append(points);
    for (QList<QPointF> &set : sets)
        set = simplified(set, epsilon);
    return sets;
}

QList<QPointF> polygonOfCurve(const QList<QPointF> &points, double roughness)
{
    if (points.size() < 3)
        return points;
    QList<QPointF> list = points;
    list.prepend(points.first());
    if (points.size() > 3)
        list.append(points.last());
    return flattened(splineThrough(list), 10, (1 + roughness) / 2);
}

struct EllipseSize
{
    QPointF centre;
    double rx = 0;
    double ry = 0;
    double increment = 0;
};

EllipseSize ellipseSize(const QRectF &rect, RoughSource &source)
{
    const double halfW = rect.width() / 2;
    const double halfH = rect.height() / 2;
    const double root = std::sqrt(kPi * 2 * std::sqrt((halfW * halfW + halfH * halfH) / 2));
    const double steps = std::ceil(std::max(kCurveSteps, kCurveSteps / std::sqrt(200.0) * root));
    source.next(); // the radii wobble by nothing (fitting 1), yet draw their numbers
    source.next();
    return {rect.center(), std::abs(halfW), std::abs(halfH), kPi * 2 / steps};
}

/// One round; `core` gets the points of the plain turn, for patterns.
PathOps exactEllipse(const EllipseSize &e, QList<QPointF> &core)
{
    const double step = e.increment / 4;
    const auto at = [&](double angle) {
        return QPointF(e.centre.x() + e.rx * std::cos(angle),
                       e.centre.y() + e.ry * std::sin(angle));
    };
    QList<QPointF> all{at(-step)};
    for (double angle = 0; angle <= kPi * 2; angle += step) {
        core.append(at(angle));
        all.append(core.last());
    }
    all << at(0) << at(step);
    return spline(all);
}

PathOps ellipsePass(
    const EllipseSize &e, double offset, double overlap, RoughSource &source, QList<QPointF> &core)
{
    if (source.options().roughness == 0)
        return exactEllipse(e, core);
    const double start = source.jitter(0.5) - kPi / 2;
    const auto at = [&](double angle, double scale) {
        const double x = source.jitter(offset) + e.centre.x() + scale * e.rx * std::cos(angle);
        return QPointF(x, source.jitter(offset) + e.centre.y() + scale * e.ry * std::sin(angle));
    };
    QList<QPointF> all{at(start - e.increment, 0.9)};
    const double end = kPi * 2 + start - 0.01;
    for (double angle = start; angle < end; angle += e.increment) {
        core.append(at(angle, 1));
        all.append(core.last());
    }
    all.append(at(start + kPi * 2 + overlap * 0.5, 1));
    all.append(at(start + overlap, 0.98));
    all.append(at(start + overlap * 0.5, 0.9));
    return spline(all);
}

PathOps ellipseOps(const EllipseSize &e, RoughSource &source, QList<QPointF> &core)
{
    const double inner = source.between(0.4, 1);
    const double overlap = e.increment * source.between(0.1, inner);
    PathOps out = ellipsePass(e, 1, overlap, source, core);
    if (source.options().multiStroke && source.options().roughness != 0) {
        QList<QPointF> unused;
        out += ellipsePass(e, 1.5, 0, source, unused);
    }
    return out;
}

bool hasPattern(const RoughOptions &options)
{
    return options.fill != RoughOptions::Fill::None && options.fill != RoughOptions::Fill::Solid;
}

void addPattern(RoughShape &shape, const QList<QList<QPointF>> &polygons, RoughSource &source)
{
    shape.fillKind = RoughShape::FillKind::Hatched;
    shape.fill = hatch(polygons, source);
}

} // namespace

void appendDoubleLine(
    PathOps &out, const QPointF &from, const QPointF &to, RoughSource &source, bool multiStroke)
{
    appendLine(out, from, to, source, false);
    if (multiStroke)
        appendLine(out, from, to, source, true);
}

RoughShape roughPath(const PathOps &path, const RoughOptions &options)
{
    RoughSource source(options);
    RoughShape shape;
    shape.outline = pathOps(path, source);
    if (options.fill == RoughOptions::Fill::Solid) {
        shape.fillKind = RoughShape::FillKind::Filled;
        shape.fill =
            source.with(fillOptions(options), [&] { return merged(pathOps(path, source)); });
    } else if (hasPattern(options)) {
        addPattern(shape, outlinesOf(path, (1 + options.roughness) / 2), source);
    }
    return shape;
}

RoughShape roughLine(const QPointF &from, const QPointF &to, const RoughOptions &options)
{
    RoughSource source(options);
    RoughShape shape;
    appendOutlineLine(shape.outline, from, to, source);
    return shape;
}

RoughShape roughPolyline(const QList<QPointF> &points, const RoughOptions &options)
{
    RoughSource source(options);
    RoughShape shape;
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
        appendOutlineLine(shape.outline, points[i], points[i + 1], source);
    return shape;
}

RoughShape roughPolygon(const QList<QPointF> &points, const RoughOptions &options)
{
    RoughSource source(options);
    RoughShape shape;
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
        appendOutlineLine(shape.outline, points[i], points[i + 1], source);
    if (points.size() > 2)
        appendOutlineLine(shape.outline, points.last(), points.first(), source);
    if (options.fill == RoughOptions::Fill::Solid) {
        shape.fillKind = RoughShape::FillKind::Filled;
        shape.fill = solidPolygon(points, source);
    } else if (hasPattern(options)) {
        addPattern(shape, {points}, source);
    }
    return shape;
}

RoughShape roughRectangle(const QRectF &rect, const RoughOptions &options)
{
    return roughPolygon({rect.topLeft(),
                         {rect.x() + rect.width(), rect.y()},
                         {rect.x() + rect.width(), rect.y() + rect.height()},
                         {rect.x(), rect.y() + rect.height()}},
                        options);
}

RoughShape roughEllipse(const QRectF &rect, const RoughOptions &options)
{
    RoughSource source(options);
    RoughShape shape;
    QList<QPointF> core;
    const EllipseSize size = ellipseSize(rect, source);
    shape.outline = ellipseOps(size, source, core);
    if (options.fill == RoughOptions::Fill::Solid) {
        QList<QPointF> unused;
        shape.fillKind = RoughShape::FillKind::Filled;
        shape.fill = ellipseOps(size, source, unused);
    } else if (hasPattern(options)) {
        addPattern(shape, {core}, source);
    }
    return shape;
}

RoughShape roughCurve(const QList<QPointF> &points, const RoughOptions &options)
{
    RoughShape shape;
    if (points.isEmpty())
        return shape;
    RoughSource source(options);
    shape.outline = curveOps(points, source);
    if (options.fill == RoughOptions::Fill::Solid) {
        shape.fillKind = RoughShape::FillKind::Filled;
        shape.fill =
            source.with(fillOptions(options), [&] { return merged(curveOps(points, source)); });
    } else if (hasPattern(options)) {
        addPattern(shape, {polygonOfCurve(points, options.roughness)}, source);
    }
    return shape;
}

PathOp quadraticOp(const QPointF &from, const QPointF &control, const QPointF &to)
{
    const auto third = [&](const QPointF &end) {
        return QPointF(end.x() + 2 * (control.x() - end.x()) / 3,
                       end.y() + 2 * (control.y() - end.y()) / 3);
    };
    return curveTo(third(from), third(to), to);
}

namespace {

/// Where one coordinate of a cubic turns round, as positions along it.
QList<double> turningPoints(double a, double b, double c, double d)
{
    const double square = -a + 3 * b - 3 * c + d;
    const double linear = 2 * (a - 2 * b + c);
    const double constant = b - a;
    QList<double> result;
    if (std::abs(square) < 1e-12) {
        if (std::abs(linear) > 1e-12)
            result.append(-constant / linear);
        return result;
    }
    const double root = linear * linear - 4 * square * constant;
    if (root < 0)
        return result;
    result << (-linear + std::sqrt(root)) / (2 * square)
           << (-linear - std::sqrt(root)) / (2 * square);
    return result;
}

} // namespace

QRectF extentOf(const PathOps &ops)
{
    QList<QPointF> points;
    QPointF at;
    for (const PathOp &op : ops) {
        points.append(op.to);
        if (op.kind == Kind::Curve) {
            const QList<double> turns =
                turningPoints(at.x(), op.control1.x(), op.control2.x(), op.to.x())
                + turningPoints(at.y(), op.control1.y(), op.control2.y(), op.to.y());
            for (const double t : turns) {
                if (t > 0 && t < 1)
                    points.append(cubicAt(at, op.control1, op.control2, op.to, t));
            }
        }
        at = op.to;
    }
    return extentOf(points);
}
