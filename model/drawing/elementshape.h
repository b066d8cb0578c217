#pragma once

#include "model/drawing/element.h"
#include "model/drawing/rough.h"

/// The tip of an arrow.
struct ArrowHead
{
    enum class Fill { None, StrokeColour, CanvasColour };

    PathOps outline;
    PathOps fill;
    Fill filled = Fill::None;
};

/// The hand-drawn lines of a shape, line or arrow, in local coordinates (`position()` is 0, 0).
struct ElementShape
{
    RoughShape body;
    QList<ArrowHead> heads;
};

/// Lines of every type that has some; empty for text, pictures, strokes (but a closed stroke with a
/// background has its fill).
ElementShape shapeOf(const Element &element);

/// Heads of a line or arrow whose body is `body`.
QList<ArrowHead> arrowHeads(const Element &element, const RoughShape &body);

/// Whether `a` and `b` have equal lines: they differ at most in place, angle and colours.
bool hasSameShape(const Element &a, const Element &b);

/// Radius of a corner whose shorter side is `side` (formats.md 5.5); 0 without roundness.
double cornerRadius(double side, const std::optional<Roundness> &roundness);

/// Options of the generator for `element` (formats.md 6.1).
RoughOptions roughOptions(const Element &element, bool continuousPath);

/// Whether a line or stroke ends where it began, so that its background shows.
bool isClosed(const Element &element);

/// Corners of a diamond of this size: top, right, bottom, left.
QList<QPointF> diamondCorners(const QSizeF &size);

/// Unrotated bounds, in scene pixels; for lines those of the generated curve (formats.md 5.1).
QRectF boundsOf(const Element &element);

/// Upright box around the turned element, without stroke width.
QRectF turnedBoundsOf(const Element &element);

/// The area that painting may touch: turned, with stroke widths, jitter and heads.
QRectF paintedBoundsOf(const Element &element);

/// How an ink stroke is drawn.
struct InkOptions inkOptions(const Element &element);
