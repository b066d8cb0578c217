#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

/// Colours and metrics that every part of the window shares; one place decides light and dark.
class Theme
{
public:
    enum class Mode { System, Light, Dark };

    /// Style, palette and style sheet for the whole program; may be called again at any time.
    static void apply(QApplication &application, Mode mode);

    /// Whether `palette` is a dark one.
    static bool isDark(const QPalette &palette);
};
