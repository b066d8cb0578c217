#include "ui/conflicts/differenceview.h"

#include "model/merge/textmerge.h"
#include "ui/theme.h"

#include <QMouseEvent>
#include <QTextBlock>

namespace {

using Part = NoteDifferences::Part;

QTextCharFormat ground(const QColor &color, const QColor &text)
{
    QTextCharFormat format;
    format.setBackground(color);
    format.setForeground(text);
    return format;
}

QString shown(QString text)
{
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

} // namespace

DifferenceView::DifferenceView(Side side, QWidget *parent)
    : QTextEdit(parent)
    , m_side(side)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(12);
}

void DifferenceView::setDifferences(const NoteDifferences &differences)
{
    m_differences = differences;
    clear();
    m_clashes.clear();
    QTextCursor cursor(document());
    for (const Part &part : differences.parts)
        addPart(cursor, part);
    moveCursor(QTextCursor::Start);
}

void DifferenceView::addPart(QTextCursor &cursor, const Part &part)
{
    const ThemeColors &colors = Theme::colors(palette());
    const bool mine = m_side == Side::Mine;
    const QString text = shown(mine ? part.mine : part.theirs);
    QTextCharFormat plain;
    plain.setForeground(colors.text);
    if (part.kind == Part::Kind::Clash) {
        addClash(cursor, part);
        return;
    }
    const bool changedHere = part.kind == (mine ? Part::Kind::MineOnly : Part::Kind::TheirsOnly);
    if (!changedHere) {
        cursor.insertText(text, plain);
        return;
    }
    QTextCharFormat sign;
    sign.setForeground(colors.muted);
    for (const DiffPart &diff : diffWords(shown(part.base), text)) {
        if (diff.kind == DiffPart::Kind::Added) {
            cursor.insertText(QStringLiteral("+"), sign);
            cursor.insertText(diff.text, ground(colors.added, colors.addedText));
        } else if (diff.kind == DiffPart::Kind::Removed) {
            QTextCharFormat gone = ground(colors.removed, colors.removedText);
            gone.setFontStrikeOut(true);
            cursor.insertText(QStringLiteral("−"), sign);
            cursor.insertText(diff.text, gone);
        } else {
            cursor.insertText(diff.text, plain);
        }
    }
}

void DifferenceView::addClash(QTextCursor &cursor, const Part &part)
{
    const ThemeColors &colors = Theme::colors(palette());
    const bool mine = m_side == Side::Mine;
    const QString text = shown(mine ? part.mine : part.theirs);
    const QString other = shown(mine ? part.theirs : part.mine);
    const int start = cursor.position();
    QTextCharFormat sign = ground(colors.warning, colors.warningText);
    sign.setFontWeight(QFont::Bold);
    cursor.insertText(text.isEmpty() ? QStringLiteral("− ") : QStringLiteral("~ "), sign);
    if (text.isEmpty()) {
        QTextCharFormat missing = ground(colors.warning, colors.warningText);
        missing.setFontItalic(true);
        cursor.insertText(tr("nothing here") + QLatin1Char(' '), missing);
    }
    for (const DiffPart &diff : diffWords(other, text)) {
        if (diff.kind == DiffPart::Kind::Added)
            cursor.insertText(diff.text, ground(colors.added, colors.addedText));
        else if (diff.kind == DiffPart::Kind::Equal)
            cursor.insertText(diff.text, ground(colors.warning, colors.warningText));
    }
    QTextCursor range(document());
    range.setPosition(start);
    range.setPosition(cursor.position(), QTextCursor::KeepAnchor);
    range.setKeepPositionOnInsert(true);
    m_clashes.append(range);
}

void DifferenceView::setCurrent(int clash)
{
    m_current = clash;
    QList<QTextEdit::ExtraSelection> marks;
    if (clash >= 0 && clash < m_clashes.size()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_clashes[clash];
        mark.format.setFontUnderline(true);
        mark.format.setUnderlineColor(Theme::colors(palette()).accent);
        marks.append(mark);
        QTextCursor start = m_clashes[clash];
        start.setPosition(start.selectionStart());
        setTextCursor(start);
        ensureCursorVisible();
    }
    setExtraSelections(marks);
}

void DifferenceView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_differences.parts.isEmpty()) {
        setDifferences(NoteDifferences(m_differences));
        setCurrent(m_current);
    }
}

void DifferenceView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const int at = cursorForPosition(event->pos()).position();
    for (int clash = 0; clash < m_clashes.size(); ++clash) {
        if (at >= m_clashes[clash].selectionStart() && at <= m_clashes[clash].selectionEnd()) {
            emit clashClicked(clash);
            return;
        }
    }
}
