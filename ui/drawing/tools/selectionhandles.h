#pragma once

#include "model/drawing/scene.h"
#include "ui/drawing/canvasview.h"

#include <QPolygonF>

class QPainter;

/// The frame around the selection, with what can be grabbed on it.
class SelectionHandles
{
public:
    enum class Kind {
        None,
        TopLeft,
        Top,
        TopRight,
        Right,
        BottomRight,
        Bottom,
        BottomLeft,
        Left,
        Rotate,
        Point
    };

    struct Handle
    {
        Kind kind = Kind::None;
        int point = -1; ///< Index of the line's point, for Kind::Point.
    };

    SelectionHandles(const Scene &scene, const QStringList &selection);

    bool isEmpty() const { return m_empty; }
    QRectF box() const { return m_box; } ///< Scene pixels, before it is turned.
    double angle() const { return m_angle; } ///< Of the frame; 0 for several elements.

    Handle at(const QPointF &widget, const CanvasView &view) const;
    bool contains(const QPointF &scene) const;
    static Qt::CursorShape cursorFor(Kind kind, double angle);

    void paint(QPainter &painter,
               const CanvasView &view,
               const QColor &accent,
               const QColor &paper) const;

    /// The unrotated box after dragging `kind` to `scene`.
    QRectF draggedBox(Kind kind,
                      const QPointF &scene,
                      Qt::KeyboardModifiers modifiers,
                      bool keepRatio) const;

private:
    QPointF placeOf(Kind kind, const CanvasView &view) const;
    QPolygonF frame(const CanvasView &view) const;
    QList<Kind> boxKinds(const CanvasView &view) const;

    bool m_empty = true;
    bool m_byPoints = false;
    QRectF m_box;
    double m_angle = 0;
    QList<QPointF> m_points; ///< Scene pixels.
};
