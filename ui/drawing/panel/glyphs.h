#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

/// Signs on the canvas's buttons, drawn by the program so that they follow every palette and scale.
enum class Glyph {
    None,
    Select,
    Hand,
    Rectangle,
    Diamond,
    Ellipse,
    Arrow,
    Line,
    Pen,
    Text,
    Eraser,
    Lock,
    Unlock,
    Undo,
    Redo,
    Plus,
    Minus,
    Fit,
    FillSolid,
    FillHachure,
    FillCross,
    Thin,
    Medium,
    Bold,
    Solid,
    Dashed,
    Dotted,
    Architect,
    Artist,
    Cartoonist,
    Sharp,
    Round,
    ToBack,
    Backward,
    Forward,
    ToFront,
    Duplicate,
    Delete,
    Small,
    Normal,
    Large,
    Huge,
    AlignLeft,
    AlignCentre,
    AlignRight,
    MoreColours,
};

/// Paints `glyph` into `area` (a square) in `colour`.
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &area, const QColor &colour);
