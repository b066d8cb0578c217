#include "ui/library/documentdelegate.h"

#include "model/document/document.h"
#include "ui/icons.h"
#include "ui/library/documentlistmodel.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace {

constexpr int kPadX = 16;
constexpr int kPadY = 11;
constexpr int kGap = 4;
constexpr int kMark = 14;
constexpr int kPictureWidth = 64;
constexpr int kPictureHeight = 48;

QFont titleFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

/// The text without its hit marks, and what was marked.
QString plainSnippet(const QString &marked, QList<QTextLayout::FormatRange> &hits, QColor ground)
{
    QString plain;
    plain.reserve(marked.size());
    qsizetype start = -1;
    for (const QChar c : marked) {
        if (c.unicode() == 0xE000) {
            start = plain.size();
        } else if (c.unicode() == 0xE001) {
            QTextLayout::FormatRange hit;
            hit.start = static_cast<int>(start);
            hit.length = static_cast<int>(plain.size() - start);
            hit.format.setBackground(ground);
            if (start >= 0 && hit.length > 0)
                hits.append(hit);
            start = -1;
        } else {
            plain += c == QLatin1Char('\n') ? QLatin1Char(' ') : c;
        }
    }
    return plain;
}

/// At most two lines, the second one cut with an ellipsis.
void drawTwoLines(QPainter *painter,
                  const QRectF &area,
                  const QString &marked,
                  const QFont &font,
                  const ThemeColors &colors)
{
    QList<QTextLayout::FormatRange> hits;
    QString text = plainSnippet(marked, hits, colors.mark);
    for (QTextLayout::FormatRange &hit : hits)
        hit.format.setForeground(colors.text);
    const QFontMetricsF metrics(font);
    QTextOption wrap(Qt::AlignLeft);
    wrap.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    if (text.isRightToLeft())
        wrap.setAlignment(Qt::AlignRight);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout probe(text, font);
    probe.setTextOption(wrap);
    probe.beginLayout();
    QTextLine first = probe.createLine();
    if (!first.isValid())
        return;
    first.setLineWidth(area.width());
    const int rest = first.textLength();
    probe.endLayout();
    if (rest < text.size()) {
        const QString tail =
            metrics.elidedText(text.mid(rest).trimmed(), Qt::ElideRight, area.width());
        text = text.left(rest).trimmed() + QChar::LineSeparator + tail;
    }
    QTextLayout layout(text, font);
    layout.setTextOption(wrap);
    layout.setFormats(hits);
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < 2; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        line.setPosition(QPointF(0, y));
        y += metrics.lineSpacing();
    }
    layout.endLayout();
    painter->setPen(colors.muted);
    layout.draw(painter, area.topLeft());
}

void drawPicture(QPainter *painter,
                 const QRect &frame,
                 const QPixmap &picture,
                 const ThemeColors &c)
{
    QPainterPath round;
    round.addRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(round, c.page);
    if (picture.isNull()) {
        QRect icon(0, 0, 22, 22);
        icon.moveCenter(frame.center());
        themedIcon(QStringLiteral("drawing")).paint(painter, icon);
    } else {
        painter->save();
        painter->setClipPath(round);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        QSizeF size = QSizeF(picture.size()).scaled(frame.size(), Qt::KeepAspectRatio);
        QRectF target(QPointF(), size);
        target.moveCenter(QRectF(frame).center());
        painter->drawPixmap(target, picture, QRectF(picture.rect()));
        painter->restore();
    }
    painter->setPen(c.line);
    painter->drawPath(round);
}

} // namespace

DocumentDelegate::DocumentDelegate(ThumbnailSource thumbnails, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_thumbnails(std::move(thumbnails))
{}

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int title = QFontMetrics(titleFont(option.font)).height();
    const int small = QFontMetrics(smallFont(option.font)).lineSpacing();
    return {180, 2 * kPadY + title + kGap + 2 * small};
}

void DocumentDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const ThemeColors &colors = Theme::colors(option.palette);
    const QRectF ground = QRectF(option.rect).adjusted(6.5, 1.5, -6.5, -1.5);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected)
        painter->setBrush(colors.selected);
    else if (option.state & QStyle::State_MouseOver)
        painter->setBrush(colors.hover);
    else
        painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(ground, 8, 8);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active)) {
        painter->setPen(QPen(colors.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(ground, 8, 8);
    }
    painter->setBrush(Qt::NoBrush);
}

int DocumentDelegate::paintMarks(QPainter *painter,
                                 const QStyleOptionViewItem &option,
                                 const QModelIndex &index,
                                 const QRect &line) const
{
    int taken = 0;
    const auto paintMark = [&](const QIcon &icon) {
        QRect mark(line.right() - taken - kMark + 1, 0, kMark, kMark);
        mark.moveTop(line.center().y() - kMark / 2);
        icon.paint(painter, QStyle::visualRect(option.direction, line, mark));
        taken += kMark + 3;
    };
    if (index.data(DocumentListModel::ConflictRole).toBool())
        paintMark(accentIcon(QStringLiteral("conflict")));
    if (index.data(DocumentListModel::RefusedRole).toBool())
        paintMark(accentIcon(QStringLiteral("warning")));
    else if (index.data(DocumentListModel::PendingRole).toBool())
        paintMark(themedIcon(QStringLiteral("pending")));
    if (index.data(DocumentListModel::PinnedRole).toBool())
        paintMark(themedIcon(QStringLiteral("pin")));
    return taken;
}

void DocumentDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option);
    const ThemeColors &colors = Theme::colors(option.palette);
    const QFont bold = titleFont(option.font);
    const QFont small = smallFont(option.font);
    QRect body = option.rect.adjusted(kPadX, kPadY, -kPadX, -kPadY);
    const auto mirrored = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const bool isDrawing =
        index.data(DocumentListModel::KindRole).toInt() == static_cast<int>(DocumentKind::Drawing);
    if (isDrawing) {
        QRect frame(body.right() - kPictureWidth + 1, 0, kPictureWidth, kPictureHeight);
        frame.moveTop(body.center().y() - kPictureHeight / 2);
        const auto id = index.data(DocumentListModel::IdRole).value<DocumentId>();
        const qint64 updated = index.data(DocumentListModel::UpdatedRole).toLongLong();
        drawPicture(painter, mirrored(frame), m_thumbnails(id, updated), colors);
        body.setRight(frame.left() - 10);
    }

    QRect titleLine(body.left(), body.top(), body.width(), QFontMetrics(bold).height());
    const int marks = paintMarks(painter, option, index, mirrored(titleLine));
    titleLine.setRight(titleLine.right() - marks - (marks > 0 ? 3 : 0));
    painter->setFont(bold);
    painter->setPen(colors.text);
    const QString title = QFontMetrics(bold).elidedText(
        index.data().toString().simplified(), Qt::ElideRight, titleLine.width());
    painter->drawText(
        mirrored(titleLine),
        static_cast<int>(Qt::AlignVCenter)
            | static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft))
            | Qt::TextSingleLine,
        title);

    const QString time = index.data(DocumentListModel::TimeRole).toString();
    const QString snippet = index.data(DocumentListModel::SnippetRole).toString();
    const QRect text(body.left(),
                     titleLine.bottom() + 1 + kGap,
                     body.width(),
                     body.bottom() - titleLine.bottom() - kGap);
    // The time leads the text, so that both lines of the snippet use the full width.
    const QString joined =
        snippet.isEmpty() ? time : QStringLiteral("%1  ·  %2").arg(time, snippet);
    drawTwoLines(painter, QRectF(mirrored(text)), joined, small, colors);
    painter->restore();
}
