#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

#include <cstdint>

/// The hand-drawn generator (formats.md 6): the same options give the same wobble, on every device
/// and in Excalidraw. A port of the method of roughjs and hachure-fill (MIT).

/// The generator's own source of numbers. Deterministic; a seed of 0 counts as 1.
class RoughRandom
{
public:
    explicit RoughRandom(std::int32_t seed)
        : m_state(seed == 0 ? 1U : static_cast<std::uint32_t>(seed))
    {}

    /// The next number in [0, 1).
    double next()
    {
        m_state *= 48271U;
        return static_cast<double>(m_state & 0x7fffffffU) / 2147483648.0;
    }

private:
    std::uint32_t m_state;
};

/// One step of a path; `to` is used by all, the controls by Curve.
struct PathOp
{
    enum class Kind { Move, Line, Curve };

    Kind kind = Kind::Move;
    QPointF to;
    QPointF control1;
    QPointF control2;
};

using PathOps = QList<PathOp>;

/// Two coats of paint: what is filled or hatched first, then the outline.
struct RoughShape
{
    enum class FillKind { None, Filled, Hatched };

    FillKind fillKind = FillKind::None;
    PathOps fill; ///< Filled: a closed area. Hatched: strokes of `fillWeight`.
    PathOps outline;
};

struct RoughOptions
{
    enum class Fill { None, Solid, Hachure, CrossHatch, Zigzag };

    std::int32_t seed = 1;
    double roughness = 1;
    bool multiStroke = true; ///< Two passes over each line; dashed and dotted ones have one.
    bool keepVertices = false; ///< Corners stay where they are, only the way between them wobbles.
    double hachureGap = 8; ///< Scene pixels between the lines of a pattern.
    Fill fill = Fill::None;
};

/// A corner-to-corner description of a path: Move, Line and Curve exactly as meant.
RoughShape roughPath(const PathOps &path, const RoughOptions &options);
RoughShape roughLine(const QPointF &from, const QPointF &to, const RoughOptions &options);
RoughShape roughPolyline(const QList<QPointF> &points, const RoughOptions &options);
RoughShape roughPolygon(const QList<QPointF> &points, const RoughOptions &options);
RoughShape roughRectangle(const QRectF &rect, const RoughOptions &options);
/// An ellipse in `rect`.
RoughShape roughEllipse(const QRectF &rect, const RoughOptions &options);
/// A soft curve through `points`.
RoughShape roughCurve(const QList<QPointF> &points, const RoughOptions &options);

/// A quadratic from `from` as the Curve it equals.
PathOp quadraticOp(const QPointF &from, const QPointF &control, const QPointF &to);

/// Exact extent of the curves of `ops`, not of their control points.
QRectF extentOf(const PathOps &ops);
