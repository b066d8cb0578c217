#pragma once

#include <QList>
#include <QPointF>

/// Outlines of free-hand strokes (formats.md 7): polygons to fill by the non-zero rule. Variable
/// width is a port of perfect-freehand 1.2, constant width one of Excalidraw's laser pointer (MIT).

struct InkOptions
{
    bool variableWidth = true;
    double strokeWidth = 1; ///< As stored in the element.
    double streamline = 0.5; ///< 0: every wobble stays; "precise" pens have 0.2.
    bool simulatePressure = true; ///< From the speed; otherwise `pressures` is read.
};

/// Corners of the outline as the original makes them, before they are smoothed. A point without a
/// pressure counts as 0.5 (the first: 0.25). Empty for no points.
QList<QPointF>
inkOutline(const QList<QPointF> &points, const QList<double> &pressures, const InkOptions &options);

/// The smooth closed line that has the corners of `outline` as controls of quadratics, as a
/// polygon; each quadratic gives `steps` points.
QList<QPointF> inkPolygon(const QList<QPointF> &outline, int steps);

/// Half of the widest stroke that these options can give, in scene pixels.
double inkReach(const InkOptions &options);
