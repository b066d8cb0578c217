#include "ui/drawing/tools/pentool.h"

#include "model/drawing/geometry.h"
#include "model/drawing/ink.h"
#include "ui/drawing/canvaswidget.h"

#include <QJsonArray>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// Points at the end of a stroke whose ink a further point may still change: streamlining reaches
/// back a few, the mean pressure at the start ten.
constexpr qsizetype kUnsettledPoints = 14;

double toHundredth(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

void PenTool::press(const PointerEvent &event)
{
    m_busy = true;
    m_start = QPointF(toHundredth(event.scene.x()), toHundredth(event.scene.y()));
    m_points.clear();
    m_pressures.clear();
    m_ink.clear();
    add(event);
}

void PenTool::move(const PointerEvent &event)
{
    add(event);
}

void PenTool::add(const PointerEvent &event)
{
    const QPointF p = event.scene - m_start;
    const QPointF rounded(toHundredth(p.x()), toHundredth(p.y()));
    if (!m_points.isEmpty() && m_points.last() == rounded)
        return;
    m_points.append(rounded);
    m_pressures.append(event.pressure);
    updateInk();
}

void PenTool::updateInk()
{
    const QRectF before = tailBounds();
    const InkOptions ink = options();
    const int steps = inkReach(ink) * canvas().view().zoom() < 12 ? 2 : 6;
    m_ink = QPolygonF(inkPolygon(inkOutline(m_points, m_pressures, ink), steps));
    canvas().updateScene(before | tailBounds());
}

QRectF PenTool::tailBounds() const
{
    if (m_points.isEmpty())
        return {};
    const double reach = inkReach(options()) + 2;
    const QList<QPointF> tail =
        m_points.mid(std::max<qsizetype>(0, m_points.size() - kUnsettledPoints));
    return extentOf(tail).adjusted(-reach, -reach, reach, reach).translated(m_start);
}

InkOptions PenTool::options() const
{
    InkOptions options;
    options.strokeWidth = canvas().style().penWidth;
    options.simulatePressure = !hasPressure();
    return options;
}

bool PenTool::hasPressure() const
{
    // Some pens without a sensor report 0.5 or 0 all the time.
    const auto isReal = [](double p) { return p >= 0 && p != 0.5 && p != 0; };
    return std::any_of(m_pressures.begin(), m_pressures.end(), isReal);
}

void PenTool::release(const PointerEvent &event)
{
    if (m_points.isEmpty() || event.pressure != 0) // pens report no pressure when they leave
        add(event);
    finish();
}

void PenTool::finish()
{
    const bool real = hasPressure();
    QJsonArray points;
    QJsonArray pressures;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        points.append(QJsonArray{m_points[i].x(), m_points[i].y()});
        if (real)
            pressures.append(std::clamp(toHundredth(m_pressures[i]), 0.0, 1.0));
    }
    const QRectF extent = extentOf(m_points);
    canvas().addElement(QStringLiteral("freedraw"),
                        {
                            {QStringLiteral("x"), m_start.x()},
                            {QStringLiteral("y"), m_start.y()},
                            {QStringLiteral("width"), extent.width()},
                            {QStringLiteral("height"), extent.height()},
                            {QStringLiteral("points"), points},
                            {QStringLiteral("pressures"), pressures},
                            {QStringLiteral("simulatePressure"), !real},
                        },
                        CanvasTool::tr("Draw"));
    cancel();
}

void PenTool::cancel()
{
    const double reach = inkReach(options()) + 2;
    const QRectF all =
        extentOf(m_points).adjusted(-reach, -reach, reach, reach).translated(m_start);
    m_busy = false;
    m_points.clear();
    m_pressures.clear();
    m_ink.clear();
    canvas().updateScene(all);
}

void PenTool::paint(QPainter &painter) const
{
    if (m_ink.isEmpty())
        return;
    QColor colour = shownColour(canvas().style().strokeColour, canvas().theme());
    colour.setAlphaF(float(colour.alphaF() * canvas().style().opacity / 100));
    painter.save();
    painter.scale(canvas().view().zoom(), canvas().view().zoom());
    painter.translate(m_start - canvas().view().origin());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(m_ink, Qt::WindingFill);
    painter.restore();
}
