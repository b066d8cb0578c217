#include "ui/notes/notelayout.h"

#include "ui/notes/markdownline.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <cmath>

NoteLayout::NoteLayout(QTextDocument *document)
    : QPlainTextDocumentLayout(document)
{}

void NoteLayout::layOut(const QTextBlock &block) const
{
    QTextLayout *layout = block.layout();
    const qreal margin = document()->documentMargin();
    const qreal width = qMax<qreal>(m_width - 2 * margin, 40);
    layout->setTextOption(document()->defaultTextOption());
    const int hang = hangingPrefix(block.text());
    qreal indent = 0;
    qreal y = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(width - indent);
        const qreal extra = std::round(extraSpace(line.height()));
        line.setPosition(QPointF(margin + indent, y + extra / 2));
        y += line.height() + extra;
        if (hang > 0 && line.lineNumber() == 0 && line.textLength() > hang && indent == 0) {
            const qreal wanted = line.cursorToX(hang) - line.x();
            const bool leftToRight = layout->textOption().textDirection() != Qt::RightToLeft
                                     && !block.text().isRightToLeft();
            if (leftToRight && wanted > 0 && wanted < width / 2)
                indent = wanted;
        }
    }
    layout->endLayout();
    // QTextBlock is a handle: the number of lines lives in the document.
    QTextBlock(block).setLineCount(block.isVisible() ? layout->lineCount() : 0);
}

QRectF NoteLayout::blockBoundingRect(const QTextBlock &block) const
{
    if (!block.isValid() || !block.isVisible())
        return QPlainTextDocumentLayout::blockBoundingRect(block);
    QTextLayout *layout = block.layout();
    if (layout->lineCount() == 0)
        layOut(block);
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    if (layout->lineCount() > 0) {
        const QTextLine last = layout->lineAt(layout->lineCount() - 1);
        const qreal below = std::round(extraSpace(last.height())) / 2;
        rect.setHeight(rect.height() + below);
    }
    return rect;
}

void NoteLayout::documentChanged(int from, int charsRemoved, int charsAdded)
{
    const int blockCount = document()->blockCount();
    const QTextBlock first = document()->findBlock(from);
    const QTextBlock last = document()->findBlock(qMax(0, from + charsAdded - 1));
    const bool sameBlocks = blockCount == m_blockCount && first.isValid() && first == last;
    m_blockCount = blockCount;
    if (!sameBlocks) {
        QPlainTextDocumentLayout::documentChanged(from, charsRemoved, charsAdded);
        return;
    }
    // One line was edited: the base class would lay it out without our spaces.
    QTextBlock block = first;
    const int lines = block.lineCount();
    layOut(block);
    if (block.lineCount() != lines)
        emit documentSizeChanged(documentSize());
    emit update();
}
