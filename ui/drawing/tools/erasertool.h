#pragma once

#include "ui/drawing/tools/canvastool.h"

#include <QSet>

/// Deletes whole elements: what the way crosses goes pale, and is gone on release.
class EraserTool : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    void press(const PointerEvent &event) override;
    void move(const PointerEvent &event) override;
    void release(const PointerEvent &event) override;
    void cancel() override;
    bool isBusy() const override { return m_busy; }
    void hover(const PointerEvent &event) override;
    void paint(QPainter &painter) const override;
    QCursor cursor() const override { return Qt::BlankCursor; }

private:
    void moveMark(const QPointF &widget);

    bool m_busy = false;
    QPointF m_last; ///< Scene.
    QPointF m_mark; ///< Widget.
    QSet<QString> m_doomed;
};
