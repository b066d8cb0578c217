#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QStyle>
#include <QStyleFactory>

namespace {

const ThemeColors &lightColors()
{
    static const ThemeColors colors{
        .sideBar = QColor(0xf1efe9),
        .list = QColor(0xf9f8f5),
        .page = QColor(0xfffefc),
        .text = QColor(0x26292b),
        .muted = QColor(0x66696a),
        .line = QColor(0xe2dfd7),
        .hover = QColor(0xe9e6de),
        .selected = QColor(0xd7e6e2),
        .accent = QColor(0x1d6b66),
        .onAccent = QColor(0xffffff),
        .code = QColor(0xf2f0ea),
        .mark = QColor(0xffe59a),
        .added = QColor(0xd5efdb),
        .addedText = QColor(0x14532d),
        .removed = QColor(0xfbdcd6),
        .removedText = QColor(0x8a1c10),
        .warning = QColor(0xfff1cf),
        .warningText = QColor(0x5c4306),
    };
    return colors;
}

const ThemeColors &darkColors()
{
    static const ThemeColors colors{
        .sideBar = QColor(0x1a1d1e),
        .list = QColor(0x1f2324),
        .page = QColor(0x24282a),
        .text = QColor(0xe4e2dd),
        .muted = QColor(0x9ea3a4),
        .line = QColor(0x33383a),
        .hover = QColor(0x2a2f31),
        .selected = QColor(0x27423f),
        .accent = QColor(0x66c2b5),
        .onAccent = QColor(0x0d2422),
        .code = QColor(0x2d3234),
        .mark = QColor(0x6b5510),
        .added = QColor(0x1f4630),
        .addedText = QColor(0xb6ecc6),
        .removed = QColor(0x55271f),
        .removedText = QColor(0xffc3b8),
        .warning = QColor(0x453a1c),
        .warningText = QColor(0xf4dfa6),
    };
    return colors;
}

QPalette paletteOf(const ThemeColors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.list);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.page);
    palette.setColor(QPalette::AlternateBase, c.list);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.list);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::ToolTipBase, c.page);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.page);
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.line.darker(120));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0, 90));
    QColor disabled = c.muted;
    disabled.setAlpha(150);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, c.selected);
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, c.text);
    return palette;
}

QString styleSheet(const ThemeColors &c)
{
    QFile file(QStringLiteral(":/sheaf/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1String, QColor> names[] = {
        {QLatin1String("@sideBar"), c.sideBar},
        {QLatin1String("@list"), c.list},
        {QLatin1String("@page"), c.page},
        {QLatin1String("@text"), c.text},
        {QLatin1String("@muted"), c.muted},
        {QLatin1String("@line"), c.line},
        {QLatin1String("@hover"), c.hover},
        {QLatin1String("@selected"), c.selected},
        {QLatin1String("@accent"), c.accent},
        {QLatin1String("@onAccent"), c.onAccent},
        {QLatin1String("@code"), c.code},
        {QLatin1String("@addedText"), c.addedText},
        {QLatin1String("@added"), c.added},
        {QLatin1String("@removedText"), c.removedText},
        {QLatin1String("@removed"), c.removed},
        {QLatin1String("@warningText"), c.warningText},
        {QLatin1String("@warning"), c.warning},
    };
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    return sheet;
}

/// Whether the desktop asks for dark; GTK's convention first, then the platform's own palette.
bool systemIsDark(QApplication &application)
{
    const QString gtk = qEnvironmentVariable("GTK_THEME");
    if (!gtk.isEmpty())
        return gtk.endsWith(QStringLiteral("dark"), Qt::CaseInsensitive);
    const QVariant told = application.property("sheafDesktopIsDark");
    return told.isValid() ? told.toBool() : Theme::isDark(application.style()->standardPalette());
}

} // namespace

void Theme::apply(QApplication &application, Mode mode)
{
    if (!application.property("sheafDesktopIsDark").isValid()) {
        // The palette before ours is the desktop's; the portal's answer replaces it if it comes.
        application.setProperty("sheafDesktopIsDark", isDark(QGuiApplication::palette()));
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    }
    const bool dark = mode == Mode::Dark || (mode == Mode::System && systemIsDark(application));
    const ThemeColors &chosen = dark ? darkColors() : lightColors();
    QApplication::setPalette(paletteOf(chosen));
    application.setStyleSheet(styleSheet(chosen));
}

bool Theme::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

const ThemeColors &Theme::colors(const QPalette &palette)
{
    return isDark(palette) ? darkColors() : lightColors();
}
