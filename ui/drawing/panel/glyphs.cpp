#include "ui/drawing/panel/glyphs.h"

#include <QFont>
#include <QHash>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace {

/// A glyph as lines of a 20 × 20 grid, in the letters of SVG paths: M, L, C, Q (absolute) and Z.
QPainterPath pathOf(const char *data)
{
    QPainterPath path;
    const QList<QByteArray> words = QByteArray(data).split(' ');
    const auto point = [&](qsizetype i) {
        return QPointF(words[i].toDouble(), words[i + 1].toDouble());
    };
    for (qsizetype i = 0; i < words.size();) {
        switch (words[i].at(0)) {
        case 'M':
            path.moveTo(point(i + 1));
            i += 3;
            break;
        case 'L':
            path.lineTo(point(i + 1));
            i += 3;
            break;
        case 'Q':
            path.quadTo(point(i + 1), point(i + 3));
            i += 5;
            break;
        case 'C':
            path.cubicTo(point(i + 1), point(i + 3), point(i + 5));
            i += 7;
            break;
        default:
            path.closeSubpath();
            ++i;
        }
    }
    return path;
}

const char *linesOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Select:
        return "M 5 3.5 L 5 15.5 L 8.3 12.4 L 10.6 17 L 12.8 16 L 10.6 11.5 L 15 11.2 Z";
    case Glyph::Hand:
        return "M 7 11 L 7 5 Q 7 3.8 8.1 3.8 Q 9.2 3.8 9.2 5 L 9.2 9 M 9.2 9 L 9.2 3.6 Q 9.2 2.5 "
               "10.3 2.5 Q "
               "11.4 2.5 11.4 3.6 L 11.4 9 M 11.4 9 L 11.4 4.6 Q 11.4 3.5 12.5 3.5 Q 13.6 3.5 13.6 "
               "4.6 L 13.6 "
               "9.5 M 13.6 9.5 L 13.6 6.6 Q 13.6 5.6 14.6 5.6 Q 15.7 5.6 15.7 6.6 L 15.7 12 Q 15.7 "
               "17.5 10.8 "
               "17.5 Q 8.2 17.5 6.6 15 L 4 11 Q 3.5 10 4.3 9.4 Q 5.2 8.9 5.9 9.6 L 7 11";
    case Glyph::Rectangle:
        return "M 5 4.5 L 15 4.5 Q 17 4.5 17 6.5 L 17 13.5 Q 17 15.5 15 15.5 L 5 15.5 Q 3 15.5 3 "
               "13.5 L 3 6.5 Q "
               "3 4.5 5 4.5 Z";
    case Glyph::Diamond:
        return "M 11 3 L 17 9 Q 18 10 17 11 L 11 17 Q 10 18 9 17 L 3 11 Q 2 10 3 9 L 9 3 Q 10 2 11 "
               "3 Z";
    case Glyph::Arrow:
        return "M 3 10 L 17 10 M 12 5 L 17 10 L 12 15";
    case Glyph::Line:
        return "M 3.5 16 L 16.5 4";
    case Glyph::Pen:
        return "M 3.5 16.5 L 4.6 12.6 L 13.4 3.8 Q 14.4 2.9 15.4 3.8 L 16.2 4.6 Q 17.1 5.6 16.2 "
               "6.6 L 7.4 15.4 Z "
               "M 12 5.2 L 14.8 8";
    case Glyph::Text:
        return "M 4.5 6 L 4.5 4 L 15.5 4 L 15.5 6 M 10 4 L 10 16 M 7.5 16 L 12.5 16";
    case Glyph::Eraser:
        return "M 8 16.5 L 3.4 11.9 Q 2.5 11 3.4 10.1 L 10.6 2.9 Q 11.5 2 12.4 2.9 L 17 7.5 Q 17.9 "
               "8.4 17 9.3 L "
               "9.8 16.5 Z M 6.8 6.7 L 13.2 13.1 M 8 16.5 L 17 16.5";
    case Glyph::Lock:
        return "M 5.5 9 L 14.5 9 Q 15.5 9 15.5 10 L 15.5 16 Q 15.5 17 14.5 17 L 5.5 17 Q 4.5 17 "
               "4.5 16 L 4.5 10 "
               "Q 4.5 9 5.5 9 Z M 6.8 9 L 6.8 6.2 C 6.8 2 13.2 2 13.2 6.2 L 13.2 9";
    case Glyph::Unlock:
        return "M 5.5 9 L 14.5 9 Q 15.5 9 15.5 10 L 15.5 16 Q 15.5 17 14.5 17 L 5.5 17 Q 4.5 17 "
               "4.5 16 L 4.5 10 "
               "Q 4.5 9 5.5 9 Z M 6.8 9 L 6.8 6.2 C 6.8 2 12.6 2 13.2 5.4";
    case Glyph::Undo:
        return "M 7.5 4 L 3.5 8 L 7.5 12 M 3.5 8 L 12 8 C 18 8 18 16 12 16 L 8.5 16";
    case Glyph::Redo:
        return "M 12.5 4 L 16.5 8 L 12.5 12 M 16.5 8 L 8 8 C 2 8 2 16 8 16 L 11.5 16";
    case Glyph::Plus:
        return "M 10 4.5 L 10 15.5 M 4.5 10 L 15.5 10";
    case Glyph::Minus:
        return "M 4.5 10 L 15.5 10";
    case Glyph::Fit:
        return "M 3.5 7 L 3.5 3.5 L 7 3.5 M 13 3.5 L 16.5 3.5 L 16.5 7 M 16.5 13 L 16.5 16.5 L 13 "
               "16.5 M 7 16.5 L "
               "3.5 16.5 L 3.5 13";
    case Glyph::FillHachure:
        return "M 4 8 L 8 4 M 4 12 L 12 4 M 4 16 L 16 4 M 8 16 L 16 8 M 12 16 L 16 12 M 3.5 3.5 L "
               "16.5 3.5 L 16.5 "
               "16.5 L 3.5 16.5 Z";
    case Glyph::FillCross:
        return "M 4 9 L 9 4 M 4 14 L 14 4 M 6 16 L 16 6 M 11 16 L 16 11 M 4 11 L 9 16 M 4 6 L 14 "
               "16 M 6 4 L 16 14 "
               "M 11 4 L 16 9 M 3.5 3.5 L 16.5 3.5 L 16.5 16.5 L 3.5 16.5 Z";
    case Glyph::Architect:
        return "M 3 13 C 6 6 8 6 10 10 C 12 14 14 14 17 7";
    case Glyph::Artist:
        return "M 3 13.5 C 6 5.5 8 6.5 10 10 C 12 14 14 13.5 17 6.5 M 3.4 12.2 C 6.2 6.8 8.4 5.4 "
               "10.4 9.6 C 12 12.8 "
               "14.4 14.6 16.6 8";
    case Glyph::Cartoonist:
        return "M 2.6 14.4 C 6 4.6 8 6.8 10 10.4 C 12 15 14 13 17.4 5.6 M 3.4 11.6 C 6 7.4 8.8 4.4 "
               "10.8 9.2 C 12 "
               "11.8 14.8 15.6 16.4 8.6 M 3 13 C 5.4 6 8.2 5.8 10.2 9.6 C 12.6 13.6 14 14 17 7";
    case Glyph::Sharp:
        return "M 4 16 L 4 4 L 16 4";
    case Glyph::Round:
        return "M 4 16 L 4 11 Q 4 4 11 4 L 16 4";
    case Glyph::ToBack:
        return "M 10 3 L 10 12 M 6 8.5 L 10 12.5 L 14 8.5 M 4 16.5 L 16 16.5";
    case Glyph::Backward:
        return "M 10 4 L 10 15 M 5.5 10.8 L 10 15.3 L 14.5 10.8";
    case Glyph::Forward:
        return "M 10 16 L 10 5 M 5.5 9.2 L 10 4.7 L 14.5 9.2";
    case Glyph::ToFront:
        return "M 10 17 L 10 8 M 6 11.5 L 10 7.5 L 14 11.5 M 4 3.5 L 16 3.5";
    case Glyph::Duplicate:
        return "M 7 7 L 16.5 7 L 16.5 16.5 L 7 16.5 Z M 13 7 L 13 3.5 L 3.5 3.5 L 3.5 13 L 7 13";
    case Glyph::Delete:
        return "M 3.5 5.5 L 16.5 5.5 M 8 5.5 L 8 3.5 L 12 3.5 L 12 5.5 M 5 5.5 L 5.8 16.5 L 14.2 "
               "16.5 L 15 5.5 M "
               "8.3 8.5 L 8.6 13.5 M 11.7 8.5 L 11.4 13.5";
    case Glyph::AlignLeft:
        return "M 3.5 5 L 16.5 5 M 3.5 10 L 11 10 M 3.5 15 L 14 15";
    case Glyph::AlignCentre:
        return "M 3.5 5 L 16.5 5 M 6.5 10 L 13.5 10 M 5 15 L 15 15";
    case Glyph::AlignRight:
        return "M 3.5 5 L 16.5 5 M 9 10 L 16.5 10 M 6 15 L 16.5 15";
    default:
        return "M 3.5 10 L 16.5 10";
    }
}

QString letterOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Small:
        return QStringLiteral("S");
    case Glyph::Normal:
        return QStringLiteral("M");
    case Glyph::Large:
        return QStringLiteral("L");
    case Glyph::Huge:
        return QStringLiteral("XL");
    default:
        return {};
    }
}

QPen penOf(Glyph glyph, const QColor &colour)
{
    QPen pen(colour, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (glyph == Glyph::Medium || glyph == Glyph::Solid || glyph == Glyph::Dashed)
        pen.setWidthF(2.2);
    else if (glyph == Glyph::Bold)
        pen.setWidthF(4);
    else if (glyph == Glyph::FillHachure || glyph == Glyph::FillCross)
        pen.setWidthF(1);
    if (glyph == Glyph::Dashed)
        pen.setDashPattern({1.6, 2.0});
    if (glyph == Glyph::Dotted) {
        pen.setWidthF(2.2);
        pen.setDashPattern({0.01, 1.9});
    }
    return pen;
}

} // namespace

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &area, const QColor &colour)
{
    if (glyph == Glyph::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    painter.scale(area.width() / 20, area.height() / 20);
    painter.setPen(penOf(glyph, colour));
    painter.setBrush(Qt::NoBrush);
    const QString letter = letterOf(glyph);
    if (!letter.isEmpty()) {
        QFont font = painter.font();
        font.setPixelSize(letter.size() > 1 ? 11 : 12);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.drawText(QRectF(0, 0, 20, 20), Qt::AlignCenter, letter);
    } else if (glyph == Glyph::Ellipse) {
        painter.drawEllipse(QRectF(2.5, 4, 15, 12));
    } else if (glyph == Glyph::FillSolid) {
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(4, 4, 12, 12), 1.5, 1.5);
    } else if (glyph == Glyph::MoreColours) {
        QLinearGradient rainbow(3, 3, 17, 17);
        const char *stops[] = {"#e03131", "#f08c00", "#2f9e44", "#1971c2", "#9c36b5"};
        for (int i = 0; i < 5; ++i)
            rainbow.setColorAt(i / 4.0, QColor(QLatin1String(stops[i])));
        painter.setPen(Qt::NoPen);
        painter.setBrush(rainbow);
        painter.drawEllipse(QRectF(2, 2, 16, 16));
    } else {
        painter.drawPath(pathOf(linesOf(glyph)));
    }
    painter.restore();
}
