#include "model/drawing/sceneedits.h"
#include "ui/drawing/canvaswidget.h"

#include <QAction>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QWheelEvent>

#include <cmath>

namespace {

/// A palm touches the screen before and after the pen does.
constexpr ulong kPalmMs = 500;
constexpr double kWheelZoom = 1.0016; // for each eighth of a degree of the wheel

/// Tool keys as Excalidraw has them.
const QHash<int, ToolKind> &toolKeys()
{
    static const QHash<int, ToolKind> keys{
        {Qt::Key_V, ToolKind::Select},    {Qt::Key_1, ToolKind::Select},
        {Qt::Key_H, ToolKind::Hand},      {Qt::Key_R, ToolKind::Rectangle},
        {Qt::Key_2, ToolKind::Rectangle}, {Qt::Key_D, ToolKind::Diamond},
        {Qt::Key_3, ToolKind::Diamond},   {Qt::Key_O, ToolKind::Ellipse},
        {Qt::Key_4, ToolKind::Ellipse},   {Qt::Key_A, ToolKind::Arrow},
        {Qt::Key_5, ToolKind::Arrow},     {Qt::Key_L, ToolKind::Line},
        {Qt::Key_6, ToolKind::Line},      {Qt::Key_P, ToolKind::Pen},
        {Qt::Key_X, ToolKind::Pen},       {Qt::Key_7, ToolKind::Pen},
        {Qt::Key_T, ToolKind::Text},      {Qt::Key_8, ToolKind::Text},
        {Qt::Key_E, ToolKind::Eraser},    {Qt::Key_0, ToolKind::Eraser},
    };
    return keys;
}

} // namespace

PointerEvent
CanvasWidget::pointer(const QPointF &widget, Qt::KeyboardModifiers modifiers, double pressure) const
{
    return {m_view.toScene(widget), widget, pressure, modifiers};
}

bool CanvasWidget::isFromTouchNearPen(const QMouseEvent &event) const
{
    const QPointingDevice *device = event.pointingDevice();
    const bool isTouch = device && device->type() == QInputDevice::DeviceType::TouchScreen;
    return isTouch && m_lastPenTime != 0 && event.timestamp() - m_lastPenTime < kPalmMs;
}

void CanvasWidget::beginTool(ToolKind kind, const PointerEvent &event)
{
    if (isEditingText())
        finishEditing();
    const bool changes = kind != ToolKind::Select && kind != ToolKind::Hand;
    if (m_readOnly && changes)
        return;
    m_nudgeRun = 0;
    m_heldTool = kind;
    if (changes)
        emit strokeStarted();
    toolFor(kind).press(event);
    updateCursor();
}

void CanvasWidget::endTool(const PointerEvent &event)
{
    if (toolFor(m_heldTool).isBusy())
        toolFor(m_heldTool).release(event);
    updateCursor();
}

void CanvasWidget::interruptTool()
{
    m_penDown = false;
    CanvasTool &tool = toolFor(m_heldTool);
    if (!tool.isBusy())
        return;
    tool.interrupt();
    updateCursor();
}

void CanvasWidget::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    setFocus(Qt::MouseFocusReason);
    // While a pen draws, what comes as mouse is the same pen once more, or a palm.
    if (m_penDown || isFromTouchNearPen(*event) || toolFor(m_heldTool).isBusy())
        return;
    const PointerEvent p = pointer(event->position(), event->modifiers(), -1);
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld))
        beginTool(ToolKind::Hand, p);
    else if (event->button() == Qt::LeftButton)
        beginTool(m_toolKind, p);
}

void CanvasWidget::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    if (m_penDown || isFromTouchNearPen(*event))
        return;
    const PointerEvent p = pointer(event->position(), event->modifiers(), -1);
    if (toolFor(m_heldTool).isBusy())
        toolFor(m_heldTool).move(p);
    else
        activeTool().hover(p);
}

void CanvasWidget::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (m_penDown)
        return;
    endTool(pointer(event->position(), event->modifiers(), -1));
}

void CanvasWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_toolKind == ToolKind::Select && !m_spaceHeld) {
        event->accept();
        toolFor(ToolKind::Select).doubleClick(pointer(event->position(), event->modifiers(), -1));
        return;
    }
    mousePressEvent(event);
}

void CanvasWidget::tabletEvent(QTabletEvent *event)
{
    event->accept(); // else Qt sends it again as a mouse event
    m_lastPenTime = ulong(event->timestamp());
    const PointerEvent p = pointer(event->position(), event->modifiers(), event->pressure());
    const bool isEraser = event->pointerType() == QPointingDevice::PointerType::Eraser;
    switch (event->type()) {
    case QEvent::TabletPress:
        if (toolFor(m_heldTool).isBusy())
            interruptTool();
        m_penDown = true;
        setFocus(Qt::MouseFocusReason);
        if (event->button() == Qt::MiddleButton || m_spaceHeld)
            beginTool(ToolKind::Hand, p);
        else
            beginTool(
                isEraser || event->button() == Qt::RightButton ? ToolKind::Eraser : m_toolKind, p);
        break;
    case QEvent::TabletMove:
        if (m_penDown && toolFor(m_heldTool).isBusy())
            toolFor(m_heldTool).move(p);
        else if (!m_penDown)
            activeTool().hover(p);
        break;
    case QEvent::TabletRelease:
        if (m_penDown)
            endTool(p);
        m_penDown = false;
        break;
    default:
        break;
    }
}

bool CanvasWidget::eventFilter(QObject *watched, QEvent *event)
{
    // A pen that leaves the tablet's reach sends no release to the widget.
    if (event->type() == QEvent::TabletLeaveProximity && m_penDown)
        interruptTool();
    return QWidget::eventFilter(watched, event);
}

bool CanvasWidget::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value(), gesture->position());
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (const auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            interruptTool();
            zoomBy(pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint()));
            panBy(pinch->centerPoint() - pinch->lastCenterPoint());
            return true;
        }
    } else if (event->type() == QEvent::ShortcutOverride && !isEditingText()) {
        // Letters and our commands are ours while the canvas has the focus, whatever shortcuts the
        // window has.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain =
            !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if ((plain && key->key() < Qt::Key_F1) || actionFor(*key)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void CanvasWidget::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(kWheelZoom, event->angleDelta().y()), event->position());
        return;
    }
    QPointF delta = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2
                                                 : QPointF(event->pixelDelta());
    if (event->modifiers() & Qt::ShiftModifier && delta.x() == 0)
        delta = {delta.y(), 0};
    panBy(delta);
}

QAction *CanvasWidget::actionFor(const QKeyEvent &event) const
{
    const QKeySequence pressed(event.keyCombination());
    // Where "+" needs Shift, Ctrl++ comes with it.
    const QKeySequence plain(
        QKeyCombination(event.modifiers() & ~Qt::ShiftModifier, Qt::Key(event.key())));
    const bool isSign = event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal;
    for (QAction *action : actions()) {
        const QList<QKeySequence> keys = action->shortcuts();
        if (action->isEnabled() && (keys.contains(pressed) || (isSign && keys.contains(plain))))
            return action;
    }
    return nullptr;
}

bool CanvasWidget::handleViewKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (!(event.modifiers() & Qt::ShiftModifier))
        return false;
    // Shift turns digits into other signs, different on every keyboard.
    const quint32 native = event.nativeVirtualKey();
    if (key == Qt::Key_1 || key == Qt::Key_Exclam || native == '1')
        fitAll();
    else if (key == Qt::Key_2 || key == Qt::Key_At || key == Qt::Key_QuoteDbl || native == '2')
        fitSelection();
    else
        return false;
    return true;
}

bool CanvasWidget::handleToolKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    if (event.key() == Qt::Key_Q) {
        setToolLocked(!m_toolLocked);
        return true;
    }
    const auto found = toolKeys().constFind(event.key());
    if (found == toolKeys().constEnd())
        return false;
    setTool(*found);
    return true;
}

bool CanvasWidget::nudge(const QKeyEvent &event)
{
    static const QHash<int, QPointF> directions{{Qt::Key_Left, {-1, 0}},
                                                {Qt::Key_Right, {1, 0}},
                                                {Qt::Key_Up, {0, -1}},
                                                {Qt::Key_Down, {0, 1}}};
    const auto direction = directions.constFind(event.key());
    if (direction == directions.constEnd()
        || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    const double step = event.modifiers() & Qt::ShiftModifier ? 10 : 1;
    if (m_selection.isEmpty()) {
        panBy(-*direction * step * 20);
        return true;
    }
    if (m_readOnly)
        return true;
    if (m_nudgeRun == 0)
        m_nudgeRun = ++m_mergeKeys;
    m_session.commit(tr("Move"),
                     sceneedits::moved(m_session.scene(), m_selection, *direction * step),
                     m_nudgeRun);
    return true;
}

void CanvasWidget::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (event->key() == Qt::Key_Space) {
        m_spaceHeld = true;
        updateCursor();
        return;
    }
    if (nudge(*event))
        return;
    if (event->key() != Qt::Key_Shift)
        m_nudgeRun = 0;
    if (event->key() == Qt::Key_Escape) {
        if (toolFor(m_heldTool).isBusy())
            toolFor(m_heldTool).cancel();
        else if (!m_selection.isEmpty())
            setSelection({});
        else
            setTool(ToolKind::Select);
        updateCursor();
        return;
    }
    if (QAction *action = actionFor(*event)) {
        action->trigger();
        return;
    }
    if (event->key() == Qt::Key_Backspace) {
        if (!m_readOnly)
            deleteElements(m_selection, tr("Delete"));
        return;
    }
    if (event->key() == Qt::Key_Return && m_selection.size() == 1) {
        editText(m_selection.first());
        return;
    }
    if (!handleViewKey(*event) && !handleToolKey(*event))
        event->ignore();
}

void CanvasWidget::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        updateCursor();
        event->accept();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void CanvasWidget::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_spaceHeld = false;
    m_nudgeRun = 0;
    if (event->reason() == Qt::ActiveWindowFocusReason)
        interruptTool();
}

void CanvasWidget::hideEvent(QHideEvent *event)
{
    finishEditing();
    QWidget::hideEvent(event);
}
