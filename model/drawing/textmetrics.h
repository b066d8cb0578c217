#pragma once

#include <QPointF>
#include <QSizeF>
#include <QString>

/// Where text stands in a drawing (formats.md 8): from tables, not from the installed fonts, so
/// that lines stand at the same place on every device.

/// Excalidraw's number of a font family.
enum class DrawingFont {
    Virgil = 1,
    Helvetica = 2,
    Cascadia = 3,
    Excalifont = 5,
    Nunito = 6,
    LilitaOne = 7,
    ComicShanns = 8,
    LiberationSans = 9,
    Assistant = 10,
    Xiaolai = 100,
};

/// Line pitch divided by font size, where an element does not say.
double defaultLineHeight(int fontFamily);

/// Distance from the top of the text to the base of its first line, in scene pixels.
double firstBaseline(int fontFamily, double fontSize, double lineHeight);

/// The area that the label of a container may take.
struct LabelBox
{
    QPointF offset; ///< From the container's top left corner.
    double maxWidth = 0;
    double maxHeight = 0;
};

/// For a container of `type` (rectangle, ellipse, diamond; others like a rectangle).
LabelBox labelBox(const QString &type, const QSizeF &size);
