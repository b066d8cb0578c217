#include "ui/drawing/tools/shapetool.h"

#include "model/drawing/geometry.h"
#include "ui/drawing/canvaswidget.h"

#include <QJsonArray>

#include <cmath>

namespace {

constexpr double kSmallest = 4; // widget pixels; less was a click

} // namespace

void ShapeTool::press(const PointerEvent &event)
{
    m_busy = true;
    m_start = event.scene;
    m_element = canvas().makeElement(elementTypeOf(m_kind), {});
}

ElementFields ShapeTool::boxFields(const PointerEvent &event) const
{
    QPointF d = event.scene - m_start;
    if (event.modifiers & Qt::ShiftModifier) {
        const double side = std::max(std::abs(d.x()), std::abs(d.y()));
        d = {std::copysign(side, d.x()), std::copysign(side, d.y())};
    }
    const bool centred = event.modifiers & Qt::AltModifier;
    const QRectF box = QRectF(centred ? m_start - d : m_start, m_start + d).normalized();
    return {
        {QStringLiteral("x"), box.x()},
        {QStringLiteral("y"), box.y()},
        {QStringLiteral("width"), box.width()},
        {QStringLiteral("height"), box.height()},
    };
}

ElementFields ShapeTool::lineFields(const PointerEvent &event) const
{
    QPointF d = event.scene - m_start;
    if (event.modifiers & Qt::ShiftModifier) {
        const double step = M_PI / 12;
        const double angle = std::round(std::atan2(d.y(), d.x()) / step) * step;
        const double length = std::hypot(d.x(), d.y());
        d = {length * std::cos(angle), length * std::sin(angle)};
    }
    return {
        {QStringLiteral("x"), m_start.x()},
        {QStringLiteral("y"), m_start.y()},
        {QStringLiteral("width"), std::abs(d.x())},
        {QStringLiteral("height"), std::abs(d.y())},
        {QStringLiteral("points"), QJsonArray{QJsonArray{0, 0}, QJsonArray{d.x(), d.y()}}},
    };
}

void ShapeTool::move(const PointerEvent &event)
{
    m_element = m_element.with(isLinear() ? lineFields(event) : boxFields(event));
    canvas().session().preview({m_element});
}

void ShapeTool::release(const PointerEvent &event)
{
    const double moved = distanceBetween(event.scene, m_start) * canvas().view().zoom();
    if (moved < kSmallest) {
        cancel();
        return;
    }
    move(event);
    m_busy = false;
    const QString id = m_element.id();
    canvas().session().commit(CanvasTool::tr("Add shape"), {m_element});
    canvas().finishTool({id});
}

void ShapeTool::cancel()
{
    m_busy = false;
    canvas().session().dropPreview();
}
