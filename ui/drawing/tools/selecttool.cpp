#include "ui/drawing/tools/selecttool.h"

#include "model/drawing/elementshape.h"
#include "model/drawing/geometry.h"
#include "model/drawing/sceneedits.h"
#include "ui/drawing/canvaswidget.h"

#include <QJsonArray>
#include <QPainter>

#include <cmath>

namespace {

constexpr double kDragDistance = 3; // widget pixels
constexpr double kClickReach = 6;

using Kind = SelectionHandles::Kind;

} // namespace

SelectionHandles SelectTool::handles() const
{
    return {canvas().session().scene(), canvas().selection()};
}

QStringList SelectTool::groupOf(const QString &id) const
{
    const Scene &scene = canvas().session().scene();
    const Element *element = scene.find(id);
    if (!element)
        return {};
    const QStringList groups = element->groupIds();
    if (groups.isEmpty()) {
        const QString container = element->text().containerId;
        return {scene.isShown(container) ? container : id};
    }
    QStringList ids;
    for (const Element &other : scene.shown()) {
        const QStringList its = other.groupIds();
        if (!its.isEmpty() && its.last() == groups.last())
            ids.append(other.id());
    }
    return ids;
}

void SelectTool::press(const PointerEvent &event)
{
    m_pressed = event;
    m_clickedAgain.clear();
    m_copies.clear();
    m_grabbed = handles();
    m_handle = m_grabbed->at(event.widget, canvas().view());
    if (m_handle.kind != Kind::None) {
        m_action = m_handle.kind == Kind::Rotate  ? Action::Turn
                   : m_handle.kind == Kind::Point ? Action::MovePoint
                                                  : Action::Reshape;
        return;
    }
    const Element *hit =
        canvas().session().scene().at(event.scene, kClickReach / canvas().view().zoom());
    if (hit) {
        pressElement(hit->id(), event);
        return;
    }
    if (!(event.modifiers & Qt::ShiftModifier) && canvas().selection().size() > 1
        && m_grabbed->contains(event.scene)) {
        m_action = Action::Pressed;
        return;
    }
    m_action = Action::Band;
    m_band = {};
    m_selectedBefore = event.modifiers & Qt::ShiftModifier ? canvas().selection() : QStringList();
    canvas().setSelection(m_selectedBefore);
}

void SelectTool::pressElement(const QString &id, const PointerEvent &event)
{
    m_action = Action::Pressed;
    const QStringList group = groupOf(id);
    QStringList selection = canvas().selection();
    const bool selected = !group.isEmpty() && selection.contains(group.first());
    if (event.modifiers & Qt::ShiftModifier) {
        for (const QString &member : group) {
            if (selected)
                selection.removeAll(member);
            else
                selection.append(member);
        }
        canvas().setSelection(selection);
    } else if (!selected) {
        canvas().setSelection(group);
    } else {
        m_clickedAgain = id;
    }
}

void SelectTool::startMove(const PointerEvent &event)
{
    m_action = Action::Move;
    m_moving = canvas().selection();
    if (!(event.modifiers & Qt::AltModifier))
        return;
    const Scene &scene = canvas().session().scene();
    QList<Element> originals;
    for (const QString &id : scene.sorted(sceneedits::withDependents(scene, m_moving)))
        originals.append(*scene.find(id));
    m_copies = sceneedits::copies(scene, originals, {}, canvas().session().context());
}

void SelectTool::move(const PointerEvent &event)
{
    if (m_action == Action::Band) {
        updateBand(event);
        return;
    }
    if (canvas().isReadOnly())
        return;
    if (m_action == Action::Pressed) {
        if (distanceBetween(event.widget, m_pressed.widget) < kDragDistance)
            return;
        startMove(event);
    }
    canvas().session().preview(result(event));
}

QList<Element> SelectTool::result(const PointerEvent &event) const
{
    QPointF by = event.scene - m_pressed.scene;
    switch (m_action) {
    case Action::Move:
        if (event.modifiers & Qt::ShiftModifier)
            (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
        if (!m_copies.isEmpty()) {
            Scene copied;
            copied.reset(m_copies);
            QStringList ids;
            for (const Element &copy : m_copies)
                ids.append(copy.id());
            return sceneedits::moved(copied, ids, by);
        }
        return sceneedits::moved(canvas().session().settled(), m_moving, by);
    case Action::Reshape:
        return reshaped(event);
    case Action::Turn:
        return turned(event);
    case Action::MovePoint:
        return withMovedPoint(event);
    case Action::None:
    case Action::Pressed:
    case Action::Band:
        break;
    }
    return {};
}

QList<Element> SelectTool::reshaped(const PointerEvent &event) const
{
    const Scene &scene = canvas().session().settled();
    const QStringList selection = canvas().selection();
    const Element *single = selection.size() == 1 ? scene.find(selection.first()) : nullptr;
    bool keepRatio = false;
    for (const QString &id : selection) {
        const Element *element = scene.find(id);
        keepRatio =
            keepRatio
            || (element
                && (element->type() == ElementType::Text || element->type() == ElementType::Image
                    || (!single && element->angle() != 0)));
    }
    const QRectF box =
        m_grabbed->draggedBox(m_handle.kind, event.scene, event.modifiers, keepRatio);
    if (single && scene.labelOf(single->id()) == nullptr)
        return {sceneedits::reshaped(*single, box)};
    return sceneedits::scaled(scene, selection, m_grabbed->box(), box);
}

QList<Element> SelectTool::turned(const PointerEvent &event) const
{
    const QPointF centre = m_grabbed->box().center();
    const auto direction = [&](const QPointF &p) {
        return std::atan2(p.y() - centre.y(), p.x() - centre.x());
    };
    double by = direction(event.scene) + M_PI / 2 - m_grabbed->angle();
    if (event.modifiers & Qt::ShiftModifier) {
        const double step = M_PI / 12;
        by = std::round((by + m_grabbed->angle()) / step) * step - m_grabbed->angle();
    }
    return sceneedits::turned(canvas().session().settled(), canvas().selection(), centre, by);
}

QList<Element> SelectTool::withMovedPoint(const PointerEvent &event) const
{
    const Element *line = canvas().session().settled().find(canvas().selection().value(0));
    if (!line || m_handle.point >= line->points().size())
        return {};
    QList<QPointF> points = line->points();
    QPointF target =
        rotated(event.scene, m_grabbed->box().center(), -line->angle()) - line->position();
    if (event.modifiers & Qt::ShiftModifier) {
        const QPointF other = points[m_handle.point == 0 ? 1 : m_handle.point - 1];
        const QPointF d = target - other;
        const double step = M_PI / 12;
        const double angle = std::round(std::atan2(d.y(), d.x()) / step) * step;
        target = other + std::hypot(d.x(), d.y()) * QPointF(std::cos(angle), std::sin(angle));
    }
    points[m_handle.point] = target;
    const QPointF first = points.first();
    QJsonArray array;
    for (QPointF &p : points) {
        p -= first;
        array.append(QJsonArray{p.x(), p.y()});
    }
    const QRectF extent = extentOf(points);
    ElementFields fields{
        {QStringLiteral("x"), line->position().x() + first.x()},
        {QStringLiteral("y"), line->position().y() + first.y()},
        {QStringLiteral("width"), extent.width()},
        {QStringLiteral("height"), extent.height()},
        {QStringLiteral("points"), array},
    };
    if (m_handle.point == 0)
        fields.insert(QStringLiteral("startBinding"), QJsonValue::Null);
    if (m_handle.point == points.size() - 1)
        fields.insert(QStringLiteral("endBinding"), QJsonValue::Null);
    return {line->with(fields)};
}

void SelectTool::updateBand(const PointerEvent &event)
{
    const QRectF before = m_band;
    m_band = QRectF(m_pressed.scene, event.scene).normalized();
    const Scene &scene = canvas().session().scene();
    const bool touch = event.modifiers & Qt::AltModifier;
    QStringList selection = m_selectedBefore;
    for (const QString &id : touch ? scene.touching(m_band) : scene.inside(m_band)) {
        for (const QString &member : groupOf(id)) {
            if (!selection.contains(member))
                selection.append(member);
        }
    }
    canvas().setSelection(selection);
    canvas().updateScene(before | m_band);
}

QString SelectTool::actionText() const
{
    switch (m_action) {
    case Action::Reshape:
        return CanvasTool::tr("Resize");
    case Action::Turn:
        return CanvasTool::tr("Rotate");
    case Action::MovePoint:
        return CanvasTool::tr("Move point");
    case Action::Move:
        return m_copies.isEmpty() ? CanvasTool::tr("Move") : CanvasTool::tr("Duplicate");
    case Action::None:
    case Action::Pressed:
    case Action::Band:
        break;
    }
    return {};
}

void SelectTool::release(const PointerEvent &event)
{
    const Action action = m_action;
    if (action == Action::Pressed && !m_clickedAgain.isEmpty())
        canvas().setSelection(groupOf(m_clickedAgain));
    else if (action == Action::Band)
        canvas().updateScene(m_band);
    else if (canvas().session().hasPreview()) {
        const QList<Element> elements = result(event);
        const QString text = actionText();
        canvas().session().commit(text, elements);
        if (!m_copies.isEmpty()) {
            QStringList ids;
            for (const Element &copy : m_copies)
                ids.append(copy.id());
            canvas().setSelection(ids);
        }
    }
    m_action = Action::None;
    m_copies.clear();
    hover(event);
}

void SelectTool::cancel()
{
    if (m_action == Action::Band)
        canvas().updateScene(m_band);
    m_action = Action::None;
    m_copies.clear();
    canvas().session().dropPreview();
}

void SelectTool::hover(const PointerEvent &event)
{
    const SelectionHandles now = handles();
    const SelectionHandles::Handle handle = now.at(event.widget, canvas().view());
    if (handle.kind != Kind::None)
        m_cursor = SelectionHandles::cursorFor(handle.kind, now.angle());
    else if (canvas().session().scene().at(event.scene, kClickReach / canvas().view().zoom()))
        m_cursor = Qt::SizeAllCursor;
    else
        m_cursor = Qt::ArrowCursor;
    canvas().updateCursor();
}

void SelectTool::doubleClick(const PointerEvent &event)
{
    if (!canvas().isReadOnly())
        canvas().editTextAt(event.scene);
}

void SelectTool::paint(QPainter &painter) const
{
    if (m_action != Action::Band || m_band.isEmpty())
        return;
    QColor accent = canvas().palette().color(QPalette::Active, QPalette::Highlight);
    painter.setPen(QPen(accent, 1));
    accent.setAlpha(30);
    painter.setBrush(accent);
    painter.drawRect(canvas().view().toWidget(m_band));
}
