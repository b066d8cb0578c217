#pragma once

#include "model/drawing/element.h"
#include "ui/drawing/tools/canvastool.h"
#include "ui/drawing/tools/selectionhandles.h"

#include <optional>

/// Selects by click or rubber band, and moves, resizes and turns what is selected.
class SelectTool : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    void press(const PointerEvent &event) override;
    void move(const PointerEvent &event) override;
    void release(const PointerEvent &event) override;
    void cancel() override;
    bool isBusy() const override { return m_action != Action::None; }
    void hover(const PointerEvent &event) override;
    void doubleClick(const PointerEvent &event) override;
    void paint(QPainter &painter) const override;
    QCursor cursor() const override { return m_cursor; }

private:
    enum class Action { None, Pressed, Move, Reshape, Turn, MovePoint, Band };

    SelectionHandles handles() const;
    QStringList groupOf(const QString &id) const;
    void pressElement(const QString &id, const PointerEvent &event);
    void startMove(const PointerEvent &event);
    QList<Element> result(const PointerEvent &event) const;
    QList<Element> reshaped(const PointerEvent &event) const;
    QList<Element> turned(const PointerEvent &event) const;
    QList<Element> withMovedPoint(const PointerEvent &event) const;
    void updateBand(const PointerEvent &event);
    QString actionText() const;

    Action m_action = Action::None;
    PointerEvent m_pressed;
    SelectionHandles::Handle m_handle;
    std::optional<SelectionHandles> m_grabbed; ///< As they were at the press.
    QStringList m_moving;
    QList<Element> m_copies; ///< What Alt made, before it is moved.
    QString m_clickedAgain; ///< Pressed while already selected: a click keeps only it.
    QRectF m_band; ///< Scene pixels.
    QStringList m_selectedBefore;
    QCursor m_cursor = Qt::ArrowCursor;
};
