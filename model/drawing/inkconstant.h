#pragma once

#include <QList>
#include <QPointF>

/// Outline of a stroke that is equally wide everywhere (formats.md 7.2); called through
/// `inkOutline`.
QList<QPointF>
constantInkOutline(const QList<QPointF> &points, double strokeWidth, double streamline);
