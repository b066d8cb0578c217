#include "ui/drawing/tools/texttool.h"

#include "ui/drawing/canvaswidget.h"

void TextTool::release(const PointerEvent &event)
{
    m_busy = false;
    canvas().editTextAt(event.scene);
}
