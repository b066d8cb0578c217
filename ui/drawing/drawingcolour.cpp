#include "ui/drawing/drawingcolour.h"

#include "model/drawing/colour.h"

QColor shownColour(const QString &css, CanvasTheme theme)
{
    if (const std::optional<Rgba> rgba = parseColour(css))
        return shownColour(QColor(rgba->red, rgba->green, rgba->blue, rgba->alpha), theme);
    const QColor named(css);
    return shownColour(named.isValid() ? named : QColor(0x1e, 0x1e, 0x1e), theme);
}

QColor shownColour(const QColor &colour, CanvasTheme theme)
{
    if (theme == CanvasTheme::Light)
        return colour;
    const Rgba dark = darkened({colour.red(), colour.green(), colour.blue(), colour.alpha()});
    return {dark.red, dark.green, dark.blue, dark.alpha};
}
