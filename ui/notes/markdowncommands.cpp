#include "ui/notes/markdowncommands.h"

#include "ui/notes/markdownline.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <functional>

namespace {

/// Closes the undo step whatever way the function is left.
class UndoStep
{
public:
    explicit UndoStep(QTextCursor &cursor)
        : m_cursor(cursor)
    {
        m_cursor.beginEditBlock();
    }
    ~UndoStep() { m_cursor.endEditBlock(); }
    UndoStep(const UndoStep &) = delete;
    UndoStep &operator=(const UndoStep &) = delete;

private:
    QTextCursor &m_cursor;
};

QString textBetween(const QTextCursor &cursor, int from, int to)
{
    QTextCursor probe(cursor.document());
    probe.setPosition(from);
    probe.setPosition(to, QTextCursor::KeepAnchor);
    return probe.selectedText();
}

void replaceRange(const QTextCursor &near, int from, int to, const QString &text)
{
    QTextCursor edit(near.document());
    edit.setPosition(from);
    edit.setPosition(to, QTextCursor::KeepAnchor);
    edit.insertText(text);
}

struct BlockRange
{
    QTextBlock first;
    QTextBlock last;
};

BlockRange selectedBlocks(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    BlockRange range{document->findBlock(cursor.selectionStart()),
                     document->findBlock(cursor.selectionEnd())};
    // A selection that ends at the start of a line does not mean that line.
    if (range.first != range.last && cursor.selectionEnd() == range.last.position())
        range.last = range.last.previous();
    return range;
}

/// Calls `change` with each selected line's text and replaces only what differs at its start.
void changeLines(QTextCursor &cursor, const std::function<QString(const QString &, int)> &change)
{
    const BlockRange range = selectedBlocks(cursor);
    int index = 0;
    for (QTextBlock block = range.first; block.isValid(); block = block.next(), ++index) {
        const QString before = block.text();
        const QString after = change(before, index);
        qsizetype suffix = 0;
        const qsizetype shorter = qMin(before.size(), after.size());
        while (suffix < shorter
               && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
            ++suffix;
        if (before != after) {
            replaceRange(cursor,
                         block.position(),
                         block.position() + int(before.size() - suffix),
                         after.left(after.size() - suffix));
        }
        if (block == range.last)
            break;
    }
}

/// The line without list, task, quote or heading marks, and its indent.
QString withoutMarks(const QString &line, QString &indent)
{
    static const QRegularExpression marks(
        QStringLiteral("^(\\s*)(?:(?:[-*+]|\\d{1,9}[.)])(?:\\s\\[.\\])?\\s|#{1,6}\\s|>\\s?)?"));
    const auto match = marks.match(line);
    indent = match.captured(1);
    return line.mid(match.capturedEnd());
}

bool allAre(const QTextCursor &cursor, MarkdownCommands::Lines kind)
{
    static const QRegularExpression number(QStringLiteral("^\\s*\\d{1,9}[.)]\\s"));
    const BlockRange range = selectedBlocks(cursor);
    for (QTextBlock block = range.first; block.isValid(); block = block.next()) {
        const auto line = classifyLine(block.text(), kPlainState);
        const bool numbered = number.match(block.text()).hasMatch();
        bool is = false;
        switch (kind) {
        case MarkdownCommands::Lines::Bullets:
            is = line.kind == MarkdownLine::Kind::ListItem && !numbered;
            break;
        case MarkdownCommands::Lines::Numbers:
            is = line.kind == MarkdownLine::Kind::ListItem && numbered;
            break;
        case MarkdownCommands::Lines::Tasks:
            is = line.kind == MarkdownLine::Kind::Task;
            break;
        case MarkdownCommands::Lines::Quote:
            is = line.kind == MarkdownLine::Kind::Quote;
            break;
        }
        if (!is)
            return false;
        if (block == range.last)
            break;
    }
    return true;
}

QString prefixOf(MarkdownCommands::Lines kind, int index)
{
    switch (kind) {
    case MarkdownCommands::Lines::Bullets:
        return QStringLiteral("- ");
    case MarkdownCommands::Lines::Numbers:
        return QStringLiteral("%1. ").arg(index + 1);
    case MarkdownCommands::Lines::Tasks:
        return QStringLiteral("- [ ] ");
    case MarkdownCommands::Lines::Quote:
        return QStringLiteral("> ");
    }
    return {};
}

/// The mark that the line after an item starts with: same bullet, next number, empty box.
QString nextMarker(const QString &line)
{
    static const QRegularExpression item(
        QStringLiteral("^(\\s*)([-*+]|(\\d{1,9})([.)]))(\\s+)(\\[.\\]\\s)?"));
    static const QRegularExpression quote(QStringLiteral("^\\s*(?:>\\s?)+"));
    const auto match = item.match(line);
    if (match.hasMatch()) {
        const QString bullet =
            match.captured(3).isEmpty()
                ? match.captured(2)
                : QString::number(match.captured(3).toInt() + 1) + match.captured(4);
        const QString box = match.captured(6).isEmpty() ? QString() : QStringLiteral("[ ] ");
        return match.captured(1) + bullet + match.captured(5) + box;
    }
    return quote.match(line).captured(0);
}

} // namespace

void MarkdownCommands::toggleMark(QTextCursor &cursor, const QString &mark)
{
    const UndoStep step(cursor);
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::WordUnderCursor);
    int from = cursor.selectionStart();
    int to = cursor.selectionEnd();
    const int length = int(mark.size());
    const QString selected = textBetween(cursor, from, to);
    const int end = cursor.document()->characterCount() - 1;
    const QString left = textBetween(cursor, qMax(0, from - length), from);
    const QString right = textBetween(cursor, to, qMin(end, to + length));
    // "*" next to "**" belongs to bold.
    const bool partOfLonger =
        length == 1 && from >= 2 && textBetween(cursor, from - 2, from) == mark + mark
        && !(from >= 3 && textBetween(cursor, from - 3, from) == mark + mark + mark);
    if (left == mark && right == mark && !partOfLonger) {
        replaceRange(cursor, to, to + length, {});
        replaceRange(cursor, from - length, from, {});
        from -= length;
        to -= length;
    } else if (selected.size() >= 2 * length && selected.startsWith(mark)
               && selected.endsWith(mark)) {
        replaceRange(cursor, from, to, selected.mid(length, selected.size() - 2 * length));
        to -= 2 * length;
    } else {
        replaceRange(cursor, to, to, mark);
        replaceRange(cursor, from, from, mark);
        from += length;
        to += length;
    }
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
}

void MarkdownCommands::setHeading(QTextCursor &cursor, int level)
{
    const UndoStep step(cursor);
    changeLines(cursor, [level](const QString &line, int) {
        QString indent;
        const QString text = withoutMarks(line, indent);
        return level == 0 ? text : QString(level, QLatin1Char('#')) + QLatin1Char(' ') + text;
    });
}

void MarkdownCommands::toggleLines(QTextCursor &cursor, Lines kind)
{
    const UndoStep step(cursor);
    const bool remove = allAre(cursor, kind);
    changeLines(cursor, [kind, remove](const QString &line, int index) {
        QString indent;
        const QString text = withoutMarks(line, indent);
        return remove ? indent + text : indent + prefixOf(kind, index) + text;
    });
}

void MarkdownCommands::toggleChecked(QTextCursor &cursor)
{
    const UndoStep step(cursor);
    changeLines(cursor, [](const QString &line, int) {
        const MarkdownLine found = classifyLine(line, kPlainState);
        if (found.kind == MarkdownLine::Kind::Task) {
            QString changed = line;
            const qsizetype box = line.indexOf(QLatin1Char('['));
            changed[box + 1] = QLatin1Char(found.checked ? ' ' : 'x');
            return changed;
        }
        QString indent;
        const QString text = withoutMarks(line, indent);
        return indent + prefixOf(Lines::Tasks, 0) + text;
    });
}

void MarkdownCommands::insertLink(QTextCursor &cursor, const QString &url)
{
    const UndoStep step(cursor);
    const QString text = cursor.selectedText();
    const int from = cursor.selectionStart();
    cursor.insertText(QStringLiteral("[%1](%2)").arg(text, url));
    if (text.isEmpty()) {
        cursor.setPosition(from + 1);
    } else if (url.isEmpty()) {
        cursor.setPosition(from + int(text.size()) + 3);
    }
}

void MarkdownCommands::insertPicture(QTextCursor &cursor, const QString &path, const QString &alt)
{
    const UndoStep step(cursor);
    const bool spaces = path.contains(QLatin1Char(' '));
    cursor.insertText(
        QStringLiteral("![%1](%2)").arg(alt, spaces ? QStringLiteral("<%1>").arg(path) : path));
}

void MarkdownCommands::insertWikiLink(QTextCursor &cursor, const QString &target)
{
    const UndoStep step(cursor);
    cursor.insertText(QStringLiteral("[[%1]]").arg(target));
}

void MarkdownCommands::insertLineBreak(QTextCursor &cursor)
{
    const UndoStep step(cursor);
    if (cursor.hasSelection())
        cursor.removeSelectedText();
    const QTextBlock block = cursor.block();
    const QString line = block.text();
    const QString marker = nextMarker(line);
    const int column = cursor.positionInBlock();
    const bool inCode = classifyLine(line, qMax(kPlainState, block.previous().userState())).kind
                        == MarkdownLine::Kind::Code;
    static const QRegularExpression leading(QStringLiteral("^[ \\t]*"));
    if (inCode || marker.isEmpty() || column < marker.size()) {
        const QString indent = leading.match(line).captured(0).left(column);
        cursor.insertText(QLatin1Char('\n') + (marker.isEmpty() || inCode ? indent : QString()));
        return;
    }
    if (line.mid(hangingPrefix(line) > 0 ? hangingPrefix(line) : marker.size())
            .trimmed()
            .isEmpty()) {
        replaceRange(cursor, block.position(), block.position() + int(line.size()), {});
        return;
    }
    cursor.insertText(QLatin1Char('\n') + marker);
}

bool MarkdownCommands::indentLines(QTextCursor &cursor)
{
    const bool list = hangingPrefix(cursor.block().text()) > 0;
    if (!cursor.hasSelection() && !list)
        return false;
    const UndoStep step(cursor);
    changeLines(cursor, [](const QString &line, int) {
        return line.isEmpty() ? line : QStringLiteral("  ") + line;
    });
    return true;
}

bool MarkdownCommands::outdentLines(QTextCursor &cursor)
{
    const UndoStep step(cursor);
    changeLines(cursor, [](const QString &line, int) {
        if (line.startsWith(QLatin1Char('\t')))
            return line.mid(1);
        qsizetype spaces = 0;
        while (spaces < 2 && spaces < line.size() && line[spaces] == QLatin1Char(' '))
            ++spaces;
        return line.mid(spaces);
    });
    return true;
}

void MarkdownCommands::moveLines(QTextCursor &cursor, Direction direction)
{
    const BlockRange range = selectedBlocks(cursor);
    const QTextBlock other =
        direction == Direction::Up ? range.first.previous() : range.last.next();
    if (!other.isValid())
        return;
    const UndoStep step(cursor);
    const int anchor = cursor.anchor();
    const int position = cursor.position();
    const int from = range.first.position();
    const int to = range.last.position() + range.last.length() - 1;
    const QString lines = textBetween(cursor, from, to);
    const QString moved = other.text();
    const int shift = int(moved.size()) + 1;
    if (direction == Direction::Up) {
        replaceRange(cursor, other.position(), to, lines + QChar::ParagraphSeparator + moved);
        cursor.setPosition(anchor - shift);
        cursor.setPosition(position - shift, QTextCursor::KeepAnchor);
    } else {
        replaceRange(cursor,
                     from,
                     other.position() + other.length() - 1,
                     moved + QChar::ParagraphSeparator + lines);
        cursor.setPosition(anchor + shift);
        cursor.setPosition(position + shift, QTextCursor::KeepAnchor);
    }
}

void MarkdownCommands::duplicateLines(QTextCursor &cursor)
{
    const BlockRange range = selectedBlocks(cursor);
    const UndoStep step(cursor);
    const int end = range.last.position() + range.last.length() - 1;
    const int anchor = cursor.anchor();
    const int position = cursor.position();
    const QString lines = textBetween(cursor, range.first.position(), end);
    const int shift = int(lines.size()) + 1;
    replaceRange(cursor, end, end, QChar::ParagraphSeparator + lines);
    cursor.setPosition(anchor + shift);
    cursor.setPosition(position + shift, QTextCursor::KeepAnchor);
}
