#pragma once

#include "model/drawing/element.h"

/// What pointers and rectangles meet. All in scene pixels; `tolerance` is added to the stroke.

/// Whether a click at `point` means `element`: on its line, or inside if its inside shows
/// something.
bool isHit(const Element &element, const QPointF &point, double tolerance);

/// Whether the way from `from` to `to` touches it: the eraser's rule.
bool isCrossed(const Element &element, const QPointF &from, const QPointF &to, double tolerance);

/// Whether `area` holds all of it (a rubber band's rule).
bool isInside(const Element &element, const QRectF &area);

/// Whether `area` holds any of it.
bool touches(const Element &element, const QRectF &area);
