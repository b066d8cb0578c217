#pragma once

#include "model/drawing/element.h"
#include "ui/drawing/tools/canvastool.h"
#include "ui/drawing/toolstyle.h"

/// Rectangle, diamond, ellipse, line or arrow by dragging from one corner (end) to the other.
/// Shift: equal sides, or steps of 15°; Alt: from the centre.
class ShapeTool : public CanvasTool
{
public:
    ShapeTool(CanvasWidget &canvas, ToolKind kind)
        : CanvasTool(canvas)
        , m_kind(kind)
    {}

    void press(const PointerEvent &event) override;
    void move(const PointerEvent &event) override;
    void release(const PointerEvent &event) override;
    void cancel() override;
    bool isBusy() const override { return m_busy; }

private:
    bool isLinear() const { return m_kind == ToolKind::Line || m_kind == ToolKind::Arrow; }
    ElementFields boxFields(const PointerEvent &event) const;
    ElementFields lineFields(const PointerEvent &event) const;

    ToolKind m_kind;
    bool m_busy = false;
    QPointF m_start;
    Element m_element;
};
