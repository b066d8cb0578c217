#include "ui/theme.h"

#include <QApplication>

void Theme::apply(QApplication &application, Mode mode)
{
    Q_UNUSED(application)
    Q_UNUSED(mode)
}

bool Theme::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}
