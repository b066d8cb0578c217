#include "ui/drawing/canvasview.h"

#include <algorithm>

void CanvasView::zoomTo(double zoom, const QPointF &at)
{
    const QPointF fixed = toScene(at);
    m_zoom = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    m_origin = fixed - at / m_zoom;
}

void CanvasView::fit(const QRectF &area, const QRectF &frame, double largestZoom)
{
    if (frame.isEmpty())
        return;
    const double wide = area.width() > 0 ? frame.width() / area.width() : largestZoom;
    const double high = area.height() > 0 ? frame.height() / area.height() : largestZoom;
    m_zoom = std::clamp(std::min({wide, high, largestZoom}), kSmallestZoom, kLargestZoom);
    m_origin = area.center() - frame.center() / m_zoom;
}
