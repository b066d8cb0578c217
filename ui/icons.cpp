#include "ui/icons.h"

#include "ui/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QIODevice>
#include <QSvgRenderer>

namespace {

enum class Ink { Text, Accent };

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QByteArray svg, Ink ink)
        : m_svg(std::move(svg))
        , m_ink(ink)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", inkFor(mode, state).name().toLatin1());
        QSvgRenderer renderer(svg);
        const qreal side = qMin(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        if (mode == QIcon::Disabled)
            painter->setOpacity(painter->opacity() * 0.45);
        renderer.render(painter, square);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    QColor inkFor(QIcon::Mode mode, QIcon::State state) const
    {
        const ThemeColors &colors = Theme::colors(QGuiApplication::palette());
        if (m_ink == Ink::Accent || (state == QIcon::On && mode != QIcon::Disabled))
            return colors.accent;
        return mode == QIcon::Active ? colors.text : colors.muted;
    }

    QByteArray m_svg;
    Ink m_ink;
};

QIcon iconWith(const QString &name, Ink ink)
{
    QFile file(QStringLiteral(":/sheaf/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new LineIconEngine(file.readAll(), ink));
}

} // namespace

QIcon themedIcon(const QString &name)
{
    return iconWith(name, Ink::Text);
}

QIcon accentIcon(const QString &name)
{
    return iconWith(name, Ink::Accent);
}
