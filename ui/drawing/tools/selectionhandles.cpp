#include "ui/drawing/tools/selectionhandles.h"

#include "model/drawing/elementshape.h"
#include "model/drawing/geometry.h"
#include "model/drawing/sceneedits.h"

#include <QPainter>

#include <cmath>

namespace {

constexpr double kMargin = 5; // widget pixels between element and frame
constexpr double kSize = 9;
constexpr double kReach = 9; // how near counts as on it
constexpr double kRotateDistance = 22;
constexpr qsizetype kMostPointHandles = 60;

using Kind = SelectionHandles::Kind;

bool isLinear(const Element &element)
{
    return element.type() == ElementType::Line || element.type() == ElementType::Arrow;
}

int horizontal(Kind kind)
{
    if (kind == Kind::TopLeft || kind == Kind::Left || kind == Kind::BottomLeft)
        return -1;
    return kind == Kind::TopRight || kind == Kind::Right || kind == Kind::BottomRight ? 1 : 0;
}

int vertical(Kind kind)
{
    if (kind == Kind::TopLeft || kind == Kind::Top || kind == Kind::TopRight)
        return -1;
    return kind == Kind::BottomLeft || kind == Kind::Bottom || kind == Kind::BottomRight ? 1 : 0;
}

} // namespace

SelectionHandles::SelectionHandles(const Scene &scene, const QStringList &selection)
{
    m_box = sceneedits::boundsOfAll(scene, selection);
    const Element *single = selection.size() == 1 ? scene.find(selection.first()) : nullptr;
    if (single) {
        m_box = boundsOf(*single);
        m_angle = single->angle();
        const bool elbowed = single->value(QStringLiteral("elbowed")).toBool();
        m_byPoints = isLinear(*single) && !elbowed && single->points().size() <= kMostPointHandles;
        if (m_byPoints) {
            for (const QPointF &p : single->points())
                m_points.append(rotated(p + single->position(), m_box.center(), m_angle));
        }
    }
    for (const QString &id : selection)
        m_empty = m_empty && !scene.isShown(id);
}

QPointF SelectionHandles::placeOf(Kind kind, const CanvasView &view) const
{
    const double margin = kMargin / view.zoom();
    const QRectF around = m_box.adjusted(-margin, -margin, margin, margin);
    const QPointF centre = around.center();
    QPointF p(centre.x() + horizontal(kind) * around.width() / 2,
              centre.y() + vertical(kind) * around.height() / 2);
    if (kind == Kind::Rotate)
        p = {centre.x(), around.top() - kRotateDistance / view.zoom()};
    return view.toWidget(rotated(p, m_box.center(), m_angle));
}

QPolygonF SelectionHandles::frame(const CanvasView &view) const
{
    return QPolygonF({placeOf(Kind::TopLeft, view),
                      placeOf(Kind::TopRight, view),
                      placeOf(Kind::BottomRight, view),
                      placeOf(Kind::BottomLeft, view),
                      placeOf(Kind::TopLeft, view)});
}

QList<Kind> SelectionHandles::boxKinds(const CanvasView &view) const
{
    if (m_byPoints)
        return {};
    QList<Kind> kinds{
        Kind::TopLeft, Kind::TopRight, Kind::BottomRight, Kind::BottomLeft, Kind::Rotate};
    constexpr double kRoomForSides = 40;
    if (m_box.width() * view.zoom() > kRoomForSides)
        kinds << Kind::Top << Kind::Bottom;
    if (m_box.height() * view.zoom() > kRoomForSides)
        kinds << Kind::Left << Kind::Right;
    return kinds;
}

SelectionHandles::Handle SelectionHandles::at(const QPointF &widget, const CanvasView &view) const
{
    if (m_empty)
        return {};
    for (int i = 0; i < m_points.size(); ++i) {
        if (distanceBetween(view.toWidget(m_points[i]), widget) <= kReach)
            return {Kind::Point, i};
    }
    for (const Kind kind : boxKinds(view)) {
        if (distanceBetween(placeOf(kind, view), widget) <= kReach)
            return {kind, -1};
    }
    return {};
}

bool SelectionHandles::contains(const QPointF &scene) const
{
    return !m_empty && m_box.contains(rotated(scene, m_box.center(), -m_angle));
}

Qt::CursorShape SelectionHandles::cursorFor(Kind kind, double angle)
{
    if (kind == Kind::None)
        return Qt::ArrowCursor;
    if (kind == Kind::Rotate || kind == Kind::Point)
        return Qt::PointingHandCursor;
    const double degrees =
        std::atan2(vertical(kind), horizontal(kind)) * 180 / M_PI + angle * 180 / M_PI;
    const int octant = (int(std::lround(degrees / 45)) % 4 + 4) % 4;
    constexpr Qt::CursorShape kShapes[] = {
        Qt::SizeHorCursor, Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor};
    return kShapes[octant];
}

void SelectionHandles::paint(QPainter &painter,
                             const CanvasView &view,
                             const QColor &accent,
                             const QColor &paper) const
{
    if (m_empty)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 1.2));
    if (!m_byPoints)
        painter.drawPolyline(frame(view));
    painter.setPen(QPen(accent, 1.5));
    painter.setBrush(paper);
    for (const QPointF &p : m_points)
        painter.drawEllipse(view.toWidget(p), kSize / 2 + 0.5, kSize / 2 + 0.5);
    for (const Kind kind : boxKinds(view)) {
        const QPointF p = placeOf(kind, view);
        const QRectF square(-kSize / 2, -kSize / 2, kSize, kSize);
        painter.save();
        painter.translate(p);
        painter.rotate(m_angle * 180 / M_PI);
        if (kind == Kind::Rotate)
            painter.drawEllipse(square);
        else
            painter.drawRoundedRect(square, 2.5, 2.5);
        painter.restore();
    }
}

QRectF SelectionHandles::draggedBox(Kind kind,
                                    const QPointF &scene,
                                    Qt::KeyboardModifiers modifiers,
                                    bool keepRatio) const
{
    constexpr double kSmallest = 1;
    const QPointF p = rotated(scene, m_box.center(), -m_angle);
    const bool centred = modifiers & Qt::AltModifier;
    const int h = horizontal(kind);
    const int v = vertical(kind);
    double width = m_box.width();
    double height = m_box.height();
    const double half = centred ? 2 : 1;
    if (h != 0)
        width = std::max(
            kSmallest,
            half * h
                * (p.x()
                   - (centred ? m_box.center().x() : (h > 0 ? m_box.left() : m_box.right()))));
    if (v != 0)
        height = std::max(
            kSmallest,
            half * v
                * (p.y()
                   - (centred ? m_box.center().y() : (v > 0 ? m_box.top() : m_box.bottom()))));
    if ((keepRatio || (modifiers & Qt::ShiftModifier)) && m_box.width() > 0 && m_box.height() > 0) {
        const double sx = width / m_box.width();
        const double sy = height / m_box.height();
        const double s = h == 0 ? sy : (v == 0 ? sx : std::max(sx, sy));
        width = m_box.width() * s;
        height = m_box.height() * s;
    }
    QRectF box(m_box.topLeft(), QSizeF(width, height));
    if (centred)
        box.moveCenter(m_box.center());
    else {
        if (h < 0)
            box.moveRight(m_box.right());
        else if (h == 0)
            box.moveLeft(m_box.center().x() - width / 2);
        if (v < 0)
            box.moveBottom(m_box.bottom());
        else if (v == 0)
            box.moveTop(m_box.center().y() - height / 2);
    }
    return box;
}
