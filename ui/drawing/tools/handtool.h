#pragma once

#include "ui/drawing/tools/canvastool.h"

/// Drags the canvas itself.
class HandTool : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    void press(const PointerEvent &event) override;
    void move(const PointerEvent &event) override;
    void release(const PointerEvent &event) override;
    void cancel() override { m_busy = false; }
    bool isBusy() const override { return m_busy; }
    QCursor cursor() const override { return m_busy ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }

private:
    bool m_busy = false;
    QPointF m_last;
};
