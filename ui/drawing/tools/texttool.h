#pragma once

#include "ui/drawing/tools/canvastool.h"

/// Starts typing where the canvas is clicked: in the text there, or a new one.
class TextTool : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    void press(const PointerEvent &) override { m_busy = true; }
    void move(const PointerEvent &) override {}
    void release(const PointerEvent &event) override;
    void cancel() override { m_busy = false; }
    bool isBusy() const override { return m_busy; }
    QCursor cursor() const override { return Qt::IBeamCursor; }

private:
    bool m_busy = false;
};
