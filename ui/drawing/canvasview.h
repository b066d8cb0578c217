#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

/// Which part of the endless canvas a widget shows. Scene pixels on one side, the widget's on the
/// other; `zoom` widget pixels show one scene pixel.
class CanvasView
{
public:
    static constexpr double kSmallestZoom = 0.1;
    static constexpr double kLargestZoom = 30;

    double zoom() const { return m_zoom; }
    QPointF origin() const { return m_origin; } ///< Scene point at the widget's top left corner.

    QPointF toScene(const QPointF &widget) const { return m_origin + widget / m_zoom; }
    QPointF toWidget(const QPointF &scene) const { return (scene - m_origin) * m_zoom; }
    QRectF toScene(const QRectF &r) const { return {toScene(r.topLeft()), r.size() / m_zoom}; }
    QRectF toWidget(const QRectF &r) const { return {toWidget(r.topLeft()), r.size() * m_zoom}; }

    void moveTo(const QPointF &origin) { m_origin = origin; }
    void panBy(const QPointF &widgetDelta) { m_origin -= widgetDelta / m_zoom; }

    /// Zooms so that what is at `at` (widget pixels) stays there; clamped to the limits.
    void zoomTo(double zoom, const QPointF &at);

    /// Shows all of `area` in the middle of `frame` (widget pixels), at most at `largestZoom`.
    void fit(const QRectF &area, const QRectF &frame, double largestZoom);

private:
    double m_zoom = 1;
    QPointF m_origin;
};
