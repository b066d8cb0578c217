#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

/// What the window paints with besides the palette. Text colours reach 4.5:1 on `page` and `list`.
struct ThemeColors
{
    QColor sideBar; ///< Ground of the library side bar.
    QColor list; ///< Ground of the document list.
    QColor page; ///< Ground of the note.
    QColor text;
    QColor muted; ///< Secondary text.
    QColor line; ///< Hair lines between panes.
    QColor hover;
    QColor selected; ///< Ground of a selected row; text keeps its colour on it.
    QColor accent; ///< The one accent: links, focus, main buttons.
    QColor onAccent; ///< Text on `accent`.
    QColor code; ///< Ground of code.
    QColor mark; ///< Ground of search hits.
    QColor added; ///< Ground of what one version has and the other has not.
    QColor addedText;
    QColor removed;
    QColor removedText;
    QColor warning; ///< Ground of banners that want an answer.
    QColor warningText;
};

/// Colours and metrics that every part of the window shares; one place decides light and dark.
class Theme
{
public:
    enum class Mode { System, Light, Dark };

    /// Style, palette and style sheet for the whole program; may be called again at any time.
    /// `System` follows the desktop: call it again when the desktop changes.
    static void apply(QApplication &application, Mode mode);

    /// Whether `palette` is a dark one.
    static bool isDark(const QPalette &palette);

    static const ThemeColors &colors(const QPalette &palette);
};
