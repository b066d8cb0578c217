#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

/// Plane geometry that the hand-drawn generator, hit tests and recording share. Scene pixels,
/// y down, angles in radians clockwise.

/// `point` turned by `angle` around `centre`.
QPointF rotated(const QPointF &point, const QPointF &centre, double angle);

/// Smallest upright rectangle around `rect` turned by `angle` around `centre`.
QRectF rotatedBounds(const QRectF &rect, const QPointF &centre, double angle);

/// Extent of `points`; a null rectangle at the origin if there are none.
QRectF extentOf(const QList<QPointF> &points);

double distanceBetween(const QPointF &a, const QPointF &b);

/// Distance from `point` to the segment from `a` to `b`.
double distanceToSegment(const QPointF &point, const QPointF &a, const QPointF &b);

bool segmentsCross(const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d);

/// Whether `point` is inside `polygon` by the even-odd rule.
bool polygonContains(const QList<QPointF> &polygon, const QPointF &point);

/// Douglas-Peucker: drops points that lie closer than `epsilon` to the line kept.
QList<QPointF> simplified(const QList<QPointF> &points, double epsilon);

/// Control points (first, then three for each segment) of a Catmull-Rom spline through `points`,
/// without the ends doubled; empty below four points.
QList<QPointF> splineThrough(const QList<QPointF> &points);

/// Corners of cubics (first, then three for each) flattened to `tolerance` (compared with squared
/// distances as in formats.md 6.6), then simplified by `epsilon` unless that is 0.
QList<QPointF> flattened(const QList<QPointF> &cubics, double tolerance, double epsilon);

/// The point at `t` (0 to 1) of the cubic from `p0` to `p3`.
QPointF
cubicAt(const QPointF &p0, const QPointF &p1, const QPointF &p2, const QPointF &p3, double t);
