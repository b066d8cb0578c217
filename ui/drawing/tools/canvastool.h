#pragma once

#include <QCoreApplication>
#include <QCursor>
#include <QPointF>

class CanvasWidget;
class QPainter;

/// Mouse or pen over the canvas.
struct PointerEvent
{
    QPointF scene;
    QPointF widget;
    double pressure = -1; ///< 0 to 1; below 0: the device has none.
    Qt::KeyboardModifiers modifiers;
};

/// What a tool does between press and release. A press comes first, then moves, then one release
/// or cancel; hovers come in between. All events come from the canvas, in its thread.
class CanvasTool
{
    Q_DECLARE_TR_FUNCTIONS(CanvasTool)

public:
    explicit CanvasTool(CanvasWidget &canvas)
        : m_canvas(canvas)
    {}
    virtual ~CanvasTool() = default;
    Q_DISABLE_COPY_MOVE(CanvasTool)

    virtual void press(const PointerEvent &event) = 0;
    virtual void move(const PointerEvent &event) = 0;
    virtual void release(const PointerEvent &event) = 0;
    virtual void cancel() = 0; ///< As if nothing had been pressed.
    /// The pointer is gone without a release: what was drawn is kept, other things are taken back.
    virtual void interrupt() { cancel(); }
    virtual bool isBusy() const = 0; ///< Between press and release.
    virtual void hover(const PointerEvent &) {}
    virtual void doubleClick(const PointerEvent &) {}
    virtual void paint(QPainter &) const {} ///< Above the canvas, in widget pixels.
    virtual QCursor cursor() const { return Qt::CrossCursor; }

protected:
    CanvasWidget &canvas() const { return m_canvas; }

private:
    CanvasWidget &m_canvas;
};
