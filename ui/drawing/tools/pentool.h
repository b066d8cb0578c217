#pragma once

#include "ui/drawing/tools/canvastool.h"

#include <QList>
#include <QPolygonF>

struct InkOptions;

/// Draws ink. The stroke under the hand is painted above the canvas at once; it becomes an element
/// when the pen is lifted.
class PenTool : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    void press(const PointerEvent &event) override;
    void move(const PointerEvent &event) override;
    void release(const PointerEvent &event) override;
    void cancel() override;
    void interrupt() override { finish(); }
    bool isBusy() const override { return m_busy; }
    void paint(QPainter &painter) const override;

private:
    void finish();
    void add(const PointerEvent &event);
    void updateInk();
    bool hasPressure() const;
    InkOptions options() const;
    QRectF tailBounds() const;

    bool m_busy = false;
    QPointF m_start; ///< Scene place of the first point.
    QList<QPointF> m_points; ///< From `m_start`.
    QList<double> m_pressures; ///< As many as points; below 0 without a pen.
    QPolygonF m_ink; ///< Scene pixels from `m_start`.
};
