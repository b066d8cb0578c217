#pragma once

#include <QColor>

/// How a drawing's colours look on the screen.
enum class CanvasTheme { Light, Dark };

/// The stored colour `css` as shown: any CSS colour name or code, black for what is none. On a dark
/// canvas lightness is turned round and the hue kept.
QColor shownColour(const QString &css, CanvasTheme theme);
QColor shownColour(const QColor &colour, CanvasTheme theme);
