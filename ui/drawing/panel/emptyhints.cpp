#include "ui/drawing/panel/emptyhints.h"

#include "model/drawing/rough.h"
#include "ui/drawing/scenepainter.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace {

constexpr QSize kRoomForAll(560, 400); // pixels; below it only the middle hint is shown

/// A hand-drawn arrow along a bend, from `from` to `to`.
void paintArrow(QPainter &painter, const QPointF &from, const QPointF &to, const QPointF &bend)
{
    RoughOptions options;
    options.seed = 7;
    options.roughness = 0.7;
    QPainterPath path;
    const auto add = [&path](const RoughShape &shape) {
        for (const PathOp &op : shape.outline) {
            if (op.kind == PathOp::Kind::Move)
                path.moveTo(op.to);
            else
                path.cubicTo(op.control1, op.control2, op.to);
        }
    };
    add(roughCurve({from, bend, to}, options));
    const QPointF back = bend - to;
    const double length = std::hypot(back.x(), back.y());
    const QPointF unit = back / std::max(1.0, length);
    for (const int side : {-1, 1}) {
        const QPointF wing(unit.x() * 9 - side * unit.y() * 5, unit.y() * 9 + side * unit.x() * 5);
        add(roughLine(to + wing, to, options));
    }
    painter.drawPath(path);
}

} // namespace

EmptyHints::EmptyHints(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("An empty drawing. P is the pen, T writes text, and Space with the mouse "
                         "moves the canvas."));
}

void EmptyHints::setNeighbours(const QRect &strip, const QRect &bar)
{
    m_strip = strip;
    m_bar = bar;
    update();
}

void EmptyHints::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = palette().color(QPalette::WindowText);
    ink.setAlphaF(0.5F);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QFont hand = drawingFont(5);
    hand.setPixelSize(17);
    QFont title = hand;
    title.setPixelSize(width() < 420 ? 20 : 26);
    const QPointF centre = QRectF(rect()).center();
    painter.setFont(title);
    painter.drawText(
        QRectF(16, centre.y() - 46, width() - 32, 40), Qt::AlignCenter, tr("Draw something"));
    painter.setFont(hand);
    painter.drawText(QRectF(16, centre.y() + 2, width() - 32, 60),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("P  pen      T  text      Space + drag  moves the canvas"));
    if (height() < kRoomForAll.height() || width() < kRoomForAll.width())
        return;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double x = centre.x() + (mirrored ? -70 : 70);
    const double y = m_strip.bottom() + 64;
    paintArrow(painter,
               {x, y - 10},
               {centre.x(), m_strip.bottom() + 10.0},
               {centre.x() + (mirrored ? -14 : 14), y - 14});
    const QString tools = tr("Pick a tool and draw");
    painter.drawText(mirrored ? QRectF(0, y - 24, x - 10, 28)
                              : QRectF(x + 10, y - 24, width() - x - 10, 28),
                     Qt::AlignLeading | Qt::AlignVCenter,
                     tools);
    const QPointF bar(m_bar.center().x(), m_bar.top() - 10.0);
    const double side = mirrored ? -1 : 1;
    paintArrow(painter, bar + QPointF(side * 54, -44), bar, bar + QPointF(side * 8, -38));
    const QRectF zoom = mirrored ? QRectF(0, bar.y() - 60, bar.x() - 64, 28)
                                 : QRectF(bar.x() + 64, bar.y() - 60, width() - bar.x() - 64, 28);
    painter.drawText(zoom, Qt::AlignLeading | Qt::AlignVCenter, tr("Zoom and undo"));
}
