#include "ui/drawing/canvastexteditor.h"

#include "model/drawing/textmetrics.h"
#include "ui/drawing/scenepainter.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextBlockFormat>
#include <QTextDocument>
#include <QTextLayout>

#include <chrono>
#include <cmath>

namespace {

constexpr std::chrono::milliseconds kPause{700};

double textWidth(const ElementText &text, const QString &shown)
{
    const QFontMetricsF metrics(drawingFont(text.fontFamily));
    double widest = 0;
    for (const QString &line : shown.split(QLatin1Char('\n')))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest * text.fontSize / kTextFontPixels;
}

} // namespace

Element withText(const Element &element, const QString &text)
{
    const ElementText &old = element.text();
    const QRectF box = element.box();
    const double width = std::max(1.0, textWidth(old, text));
    const double height = old.fontSize * old.lineHeight * double(text.count(QLatin1Char('\n')) + 1);
    double x = box.x();
    double y = box.y();
    if (old.align == QLatin1String("center"))
        x += (box.width() - width) / 2;
    else if (old.align == QLatin1String("right"))
        x += box.width() - width;
    if (old.verticalAlign == QLatin1String("middle"))
        y += (box.height() - height) / 2;
    return element.with({
        {QStringLiteral("text"), text},
        {QStringLiteral("originalText"), text},
        {QStringLiteral("x"), x},
        {QStringLiteral("y"), y},
        {QStringLiteral("width"), width},
        {QStringLiteral("height"), height},
    });
}

CanvasTextEditor::CanvasTextEditor(const Element &element, CanvasTheme theme, QWidget *parent)
    : QTextEdit(parent)
    , m_element(element)
    , m_theme(theme)
{
    setAccessibleName(tr("Text on the canvas"));
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setLineWrapMode(QTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setStyleSheet(
        QStringLiteral("QTextEdit { background: transparent; border: none; padding: 0px; }"));
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setPlainText(element.text().text);
    moveCursor(QTextCursor::End);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &CanvasTextEditor::paused);
    connect(this, &QTextEdit::textChanged, this, [this] {
        readText();
        place(m_view);
        m_pause.start();
    });
}

void CanvasTextEditor::readText()
{
    m_element = withText(m_element, toPlainText());
}

void CanvasTextEditor::applyFormat()
{
    const ElementText &text = m_element.text();
    QFont font = drawingFont(text.fontFamily);
    font.setPixelSize(std::max(1, int(std::lround(text.fontSize * m_view.zoom()))));
    const QSignalBlocker blocker(this);
    const QSignalBlocker documentBlocker(document());
    setFont(font);
    document()->setDefaultFont(font);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    QTextBlockFormat block;
    block.setLineHeight(text.fontSize * text.lineHeight * m_view.zoom(),
                        QTextBlockFormat::FixedHeight);
    block.setAlignment(text.align == QLatin1String("center")  ? Qt::AlignHCenter
                       : text.align == QLatin1String("right") ? Qt::AlignRight
                                                              : Qt::AlignLeft | Qt::AlignAbsolute);
    cursor.joinPreviousEditBlock(); // looks are no undo step
    cursor.mergeBlockFormat(block);
    cursor.endEditBlock();
    QPalette colours = palette();
    const QColor ink = shownColour(m_element.style().strokeColour, m_theme);
    colours.setColor(QPalette::Text, ink);
    colours.setColor(QPalette::Base, Qt::transparent);
    setPalette(colours);
}

void CanvasTextEditor::place(const CanvasView &view)
{
    m_view = view;
    applyFormat();
    QRectF box = view.toWidget(m_element.box());
    const ElementText &text = m_element.text();
    const QTextLayout *layout = document()->firstBlock().layout();
    document()->documentLayout()->documentSize(); // lays the lines out
    if (layout->lineCount() > 0) {
        const QTextLine line = layout->lineAt(0);
        const double baseline = firstBaseline(text.fontFamily, text.fontSize, text.lineHeight);
        box.translate(0, baseline * view.zoom() - line.y() - line.ascent());
    }
    const double room =
        m_element.text().fontSize * view.zoom(); // for the next letters and the cursor
    QRectF area = box.adjusted(0, 0, room, room * 0.5);
    if (text.align == QLatin1String("center"))
        area = box.adjusted(-room, 0, room, room * 0.5);
    else if (text.align == QLatin1String("right"))
        area = box.adjusted(-room, 0, 0, room * 0.5);
    setGeometry(area.toAlignedRect());
}

void CanvasTextEditor::keyPressEvent(QKeyEvent *event)
{
    const bool returns = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape || (returns && (event->modifiers() & Qt::ControlModifier))) {
        event->accept();
        emit finished();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void CanvasTextEditor::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    const bool staysHere = event->reason() == Qt::PopupFocusReason
                           || event->reason() == Qt::ActiveWindowFocusReason
                           || event->reason() == Qt::MenuBarFocusReason;
    if (staysHere)
        emit paused();
    else
        emit finished();
}
