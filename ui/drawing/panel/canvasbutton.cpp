#include "ui/drawing/panel/canvasbutton.h"

#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace {

constexpr double kRadius = 7;

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

} // namespace

CanvasButton::CanvasButton(Glyph glyph, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_glyph(glyph)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::TabFocus); // a click leaves the focus on the canvas
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::ArrowCursor);
}

void CanvasButton::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void CanvasButton::setKeyHint(const QString &key)
{
    m_keyHint = key;
    update();
}

void CanvasButton::setSide(int side)
{
    m_side = side;
    updateGeometry();
}

void CanvasButton::setSwatch(const QColor &colour)
{
    m_swatch = colour;
    update();
}

void CanvasButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const QColor ink =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
    const bool dark = Theme::isDark(palette());
    painter.setPen(Qt::NoPen);
    if (isChecked() && !m_swatch)
        painter.setBrush(faded(accent, dark ? 0.42 : 0.18));
    else if (isEnabled() && (underMouse() || isDown()))
        painter.setBrush(faded(ink, isDown() ? 0.16 : 0.08));
    else
        painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area, kRadius, kRadius);
    if (m_swatch) {
        paintSwatch(painter, area.adjusted(3, 3, -3, -3));
    } else {
        const double side =
            m_glyph == Glyph::MoreColours ? m_side - 11 : m_side * (m_side < 34 ? 0.56 : 0.52);
        QRectF glyphArea(0, 0, side, side);
        glyphArea.moveCenter(area.center() - (m_keyHint.isEmpty() ? QPointF() : QPointF(1, 1)));
        const QColor shown = isChecked() && !dark ? accent.darker(125) : ink;
        paintGlyph(painter, m_glyph, glyphArea, isEnabled() ? shown : faded(ink, 0.35));
    }
    if (!m_keyHint.isEmpty()) {
        QFont small = font();
        small.setPixelSize(9);
        painter.setFont(small);
        painter.setPen(faded(ink, 0.55));
        painter.drawText(area.adjusted(0, 0, -3, -1), Qt::AlignRight | Qt::AlignBottom, m_keyHint);
    }
    if (hasFocus()) {
        painter.setPen(QPen(accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area, kRadius, kRadius);
    }
}

void CanvasButton::paintSwatch(QPainter &painter, const QRectF &area) const
{
    const QColor ink = palette().color(QPalette::WindowText);
    if (m_swatch->alpha() == 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(ink, 0.05));
        painter.drawRoundedRect(area, 4, 4);
        painter.setBrush(QBrush(faded(ink, 0.28), Qt::Dense5Pattern));
        painter.drawRoundedRect(area, 4, 4);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(*m_swatch);
        painter.drawRoundedRect(area, 4, 4);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(ink, 0.18), 1));
    painter.drawRoundedRect(area, 4, 4);
    if (isChecked()) {
        painter.setPen(QPen(palette().color(QPalette::Active, QPalette::Highlight), 2));
        painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), 6, 6);
    }
}

void CanvasButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CanvasButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

Island::Island(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::ArrowCursor);
}

void Island::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = Theme::isDark(palette());
    const QRectF sheet = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    painter.setPen(Qt::NoPen);
    for (int i = kShadow; i > 0; --i) {
        painter.setBrush(QColor(0, 0, 0, dark ? 14 : 4));
        painter.drawRoundedRect(sheet.adjusted(-i, -i + 1, i, i), 10 + i, 10 + i);
    }
    QColor fill = palette().color(QPalette::Base);
    if (dark)
        fill = fill.lighter(fill.lightness() < 32 ? 160 : 118);
    painter.setBrush(fill);
    painter.setPen(QPen(faded(palette().color(QPalette::WindowText), dark ? 0.16 : 0.10), 1));
    painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

void Island::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void Island::wheelEvent(QWheelEvent *event)
{
    event->accept();
}
