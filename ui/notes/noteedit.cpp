#include "ui/notes/noteedit.h"

#include "ui/notes/markdowncommands.h"
#include "ui/notes/markdownline.h"
#include "ui/notes/notelayout.h"
#include "ui/theme.h"

#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QUrl>

namespace {

constexpr int kSideMargin = 40;
constexpr int kNarrowSideMargin = 16;
constexpr int kTopMargin = 10;

} // namespace

NoteEdit::NoteEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("noteText"));
    setAccessibleName(tr("Text of the note"));
    setFrameShape(QFrame::NoFrame);
    setCursorWidth(2);
    setTabChangesFocus(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void NoteEdit::setNote(QTextDocument *document)
{
    document->setDefaultFont(font());
    document->setDocumentMargin(kTopMargin);
    QTextOption option = document->defaultTextOption();
    option.setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    if (auto *layout = qobject_cast<NoteLayout *>(document->documentLayout()))
        layout->setTextWidth(viewport()->width());
    setDocument(document);
    fitWidth();
}

void NoteEdit::setLineWidth(int characters)
{
    m_lineWidth = characters;
    fitWidth();
}

void NoteEdit::fitWidth()
{
    const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
    const int available = width() - bar;
    int side = available < 480 ? kNarrowSideMargin : kSideMargin;
    if (m_lineWidth > 0) {
        const int wanted = m_lineWidth * fontMetrics().averageCharWidth() + 2 * kTopMargin;
        side = qMax(side, (available - wanted) / 2);
    }
    const QMargins margins(side, 0, side, 0);
    if (viewportMargins() != margins)
        setViewportMargins(margins);
    auto *layout = qobject_cast<NoteLayout *>(document()->documentLayout());
    if (layout)
        layout->setTextWidth(viewport()->width());
}

void NoteEdit::resizeEvent(QResizeEvent *event)
{
    fitWidth();
    QPlainTextEdit::resizeEvent(event);
}

void NoteEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && document()) {
        document()->setDefaultFont(font());
        fitWidth();
    }
}

int NoteEdit::topBlockPosition() const
{
    return firstVisibleBlock().position();
}

void NoteEdit::scrollToBlockAt(int position)
{
    const QTextBlock block = document()->findBlock(position);
    if (block.isValid())
        verticalScrollBar()->setValue(block.firstLineNumber());
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    QTextCursor cursor = textCursor();
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool alt = event->modifiers() & Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (control || alt)
            break;
        // Shift+Enter would put U+2028 into the note.
        if (event->modifiers() & Qt::ShiftModifier)
            cursor.insertText(QStringLiteral("\n"));
        else
            MarkdownCommands::insertLineBreak(cursor);
        setTextCursor(cursor);
        ensureCursorVisible();
        return;
    case Qt::Key_Tab:
        if (control || alt)
            break;
        if (!MarkdownCommands::indentLines(cursor))
            cursor.insertText(QStringLiteral("\t"));
        setTextCursor(cursor);
        return;
    case Qt::Key_Backtab:
        MarkdownCommands::outdentLines(cursor);
        setTextCursor(cursor);
        return;
    default:
        break;
    }
    QPlainTextEdit::keyPressEvent(event);
}

QPointF NoteEdit::onLine(const QPointF &point) const
{
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= point.y()) {
        const qreal height = blockBoundingRect(block).height();
        if (point.y() < top + height) {
            const QTextLayout *layout = block.layout();
            for (int i = 0; i < layout->lineCount(); ++i) {
                const QRectF line = layout->lineAt(i).rect().translated(0, top);
                const qreal gap = NoteLayout::extraSpace(line.height()) / 2 + 1;
                if (point.y() >= line.top() - gap && point.y() <= line.bottom() + gap)
                    return {point.x(), qBound(line.top() + 1, point.y(), line.bottom() - 1)};
            }
            return point;
        }
        top += height;
        block = block.next();
    }
    return point;
}

QString NoteEdit::linkAt(const QTextCursor &cursor) const
{
    static const QRegularExpression link(QStringLiteral(
        "\\[\\[([^\\]]+)\\]\\]|\\[[^\\]]*\\]\\(<?([^)\\s>]+)>?[^)]*\\)|(https?://[^\\s<>)]+)"));
    const QString line = cursor.block().text();
    for (auto it = link.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        const int at = cursor.positionInBlock();
        if (at < match.capturedStart() || at > match.capturedEnd())
            continue;
        for (int group = 1; group <= 3; ++group) {
            if (!match.captured(group).isEmpty())
                return group == 1 ? QStringLiteral("[[%1]]").arg(match.captured(1))
                                  : match.captured(group);
        }
    }
    return {};
}

bool NoteEdit::toggleBoxAt(const QPoint &point)
{
    QTextCursor cursor = cursorForPosition(point);
    const QString line = cursor.block().text();
    const MarkdownLine found = classifyLine(line, kPlainState);
    if (found.kind != MarkdownLine::Kind::Task || cursor.block().userState() != kPlainState)
        return false;
    const int box = int(line.indexOf(QLatin1Char('[')));
    QTextCursor left(cursor.block());
    left.setPosition(cursor.block().position() + box);
    QTextCursor right(left);
    right.setPosition(cursor.block().position() + box + 3);
    const QRect area = cursorRect(left).united(cursorRect(right)).adjusted(-4, -4, 4, 4);
    if (!area.contains(point))
        return false;
    MarkdownCommands::toggleChecked(cursor);
    return true;
}

void NoteEdit::mousePressEvent(QMouseEvent *event)
{
    const QPointF point = onLine(event->position());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier) {
        const QString target = linkAt(cursorForPosition(point.toPoint()));
        if (!target.isEmpty()) {
            emit linkActivated(target);
            return;
        }
    }
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier
        && toggleBoxAt(point.toPoint()))
        return;
    QMouseEvent moved(event->type(),
                      point,
                      event->globalPosition(),
                      event->button(),
                      event->buttons(),
                      event->modifiers(),
                      event->pointingDevice());
    QPlainTextEdit::mousePressEvent(&moved);
}

void NoteEdit::mouseMoveEvent(QMouseEvent *event)
{
    QMouseEvent moved(event->type(),
                      onLine(event->position()),
                      event->globalPosition(),
                      event->button(),
                      event->buttons(),
                      event->modifiers(),
                      event->pointingDevice());
    QPlainTextEdit::mouseMoveEvent(&moved);
}

void NoteEdit::mouseReleaseEvent(QMouseEvent *event)
{
    QMouseEvent moved(event->type(),
                      onLine(event->position()),
                      event->globalPosition(),
                      event->button(),
                      event->buttons(),
                      event->modifiers(),
                      event->pointingDevice());
    QPlainTextEdit::mouseReleaseEvent(&moved);
}

void NoteEdit::paintGrounds(QPainter &painter)
{
    const ThemeColors &colors = Theme::colors(palette());
    const qreal margin = document()->documentMargin();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > viewport()->height())
            return;
        const bool first = block.blockNumber() == 0;
        const int before = first ? kStartState : qMax(kPlainState, block.previous().userState());
        const MarkdownLine line = classifyLine(block.text(), before);
        using Kind = MarkdownLine::Kind;
        if (line.kind == Kind::Code || line.kind == Kind::Fence) {
            painter.fillRect(
                QRectF(
                    margin - 8, area.top(), viewport()->width() - 2 * margin + 16, area.height()),
                colors.code);
        } else if (line.kind == Kind::Quote) {
            const bool rtl = block.text().isRightToLeft();
            const qreal x = rtl ? viewport()->width() - margin + 5 : margin - 8;
            painter.fillRect(QRectF(x, area.top(), 3, area.height()), colors.line);
        }
    }
}

void NoteEdit::paintSelectionGaps(QPainter &painter)
{
    const QTextCursor cursor = textCursor();
    if (!cursor.hasSelection())
        return;
    const QColor ground =
        palette().color(hasFocus() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
    QTextBlock block = firstVisibleBlock();
    for (; block.isValid() && block.position() <= cursor.selectionEnd(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > viewport()->height())
            return;
        const int from = cursor.selectionStart() - block.position();
        const int to = cursor.selectionEnd() - block.position();
        const QTextLayout *layout = block.layout();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int start = qMax(from, line.textStart());
            const int end = qMin(to, line.textStart() + line.textLength());
            if (start >= end)
                continue;
            const qreal gap = NoteLayout::extraSpace(line.height()) / 2;
            const qreal left = line.cursorToX(start);
            const qreal right = line.cursorToX(end);
            painter.fillRect(QRectF(qMin(left, right),
                                    area.top() + line.y() - gap,
                                    qAbs(right - left),
                                    line.height() + 2 * gap),
                             ground);
        }
    }
}

void NoteEdit::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setClipRect(event->rect());
        painter.fillRect(event->rect(), Theme::colors(palette()).page);
        paintGrounds(painter);
        paintSelectionGaps(painter);
    }
    QPlainTextEdit::paintEvent(event);
}

bool NoteEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || source->hasText();
}

void NoteEdit::insertFromMimeData(const QMimeData *source)
{
    QStringList files;
    for (const QUrl &url : source->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (!files.isEmpty()) {
        emit filesDropped(files);
        return;
    }
    if (source->hasImage() && !source->hasText()) {
        emit picturePasted(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    const QString text = source->text();
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    QTextCursor cursor = textCursor();
    const bool isAddress = url.isValid() && url.scheme().startsWith(QLatin1String("http"))
                           && !text.trimmed().contains(QLatin1Char(' '));
    if (isAddress && cursor.hasSelection())
        MarkdownCommands::insertLink(cursor, text.trimmed());
    else
        cursor.insertText(text);
    setTextCursor(cursor);
    ensureCursorVisible();
}

QMimeData *NoteEdit::createMimeDataFromSelection() const
{
    // The base class would turn no-break spaces into ordinary ones.
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    auto *mime = new QMimeData;
    mime->setText(text);
    return mime;
}
