#include "ui/drawing/tools/erasertool.h"

#include "model/drawing/sceneedits.h"
#include "ui/drawing/canvaswidget.h"

#include <QPainter>

namespace {

constexpr double kRadius = 8; // widget pixels

} // namespace

void EraserTool::press(const PointerEvent &event)
{
    m_busy = true;
    m_last = event.scene;
    m_doomed.clear();
    move(event);
}

void EraserTool::move(const PointerEvent &event)
{
    moveMark(event.widget);
    const Scene &scene = canvas().session().scene();
    const QStringList crossed =
        scene.crossed(m_last, event.scene, kRadius / 2 / canvas().view().zoom());
    m_last = event.scene;
    bool more = false;
    for (const QString &id : sceneedits::withDependents(scene, crossed)) {
        more = more || !m_doomed.contains(id);
        m_doomed.insert(id);
    }
    if (more)
        canvas().setPale(m_doomed);
}

void EraserTool::hover(const PointerEvent &event)
{
    moveMark(event.widget);
}

void EraserTool::moveMark(const QPointF &widget)
{
    const auto around = [](const QPointF &p) {
        return QRectF(p - QPointF(kRadius, kRadius), QSizeF(2 * kRadius, 2 * kRadius))
            .adjusted(-2, -2, 2, 2)
            .toAlignedRect();
    };
    canvas().update(around(m_mark));
    m_mark = widget;
    canvas().update(around(m_mark));
}

void EraserTool::release(const PointerEvent &)
{
    m_busy = false;
    const QStringList doomed(m_doomed.begin(), m_doomed.end());
    m_doomed.clear();
    canvas().setPale({});
    canvas().deleteElements(doomed, CanvasTool::tr("Erase"));
}

void EraserTool::cancel()
{
    m_busy = false;
    m_doomed.clear();
    canvas().setPale({});
}

void EraserTool::paint(QPainter &painter) const
{
    if (!canvas().underMouse() && !m_busy)
        return;
    QColor colour = canvas().palette().color(QPalette::WindowText);
    colour.setAlpha(160);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(m_mark, kRadius - 1, kRadius - 1);
}
