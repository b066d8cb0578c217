#include "ui/drawing/tools/handtool.h"

#include "ui/drawing/canvaswidget.h"

void HandTool::press(const PointerEvent &event)
{
    m_busy = true;
    m_last = event.widget;
}

void HandTool::move(const PointerEvent &event)
{
    canvas().panBy(event.widget - m_last);
    m_last = event.widget;
}

void HandTool::release(const PointerEvent &)
{
    m_busy = false;
}
