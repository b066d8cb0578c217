#include "ui/notes/notedocument.h"

#include "model/merge/textmerge.h"
#include "ui/notes/notelayout.h"

#include <QTextBlock>
#include <QTextCursor>

namespace {

constexpr int kLineEndProperty = QTextFormat::UserProperty + 1;

/// Comparing word by word costs more than it is worth above this.
constexpr qsizetype kMostCompared = 40'000;

bool splitsPair(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at - 1].isHighSurrogate()
           && text[at].isLowSurrogate();
}

} // namespace

NoteDocument::NoteDocument(QObject *parent)
    : QTextDocument(parent)
{
    setDocumentLayout(new NoteLayout(this));
}

void NoteDocument::setText(const QString &text)
{
    const SourceText source = SourceText::fromText(text);
    m_byteOrderMark = source.byteOrderMark;
    m_usual = source.usualEnd();
    setUndoRedoEnabled(false);
    setPlainText(source.shown);
    setLineEnds(source.ends);
    setUndoRedoEnabled(true);
    setModified(false);
}

LineEnd NoteDocument::endBefore(const QTextBlock &block) const
{
    const QVariant own = block.blockFormat().property(kLineEndProperty);
    return own.isValid() ? static_cast<LineEnd>(own.toInt()) : m_usual;
}

QString NoteDocument::shownText() const
{
    QString shown;
    shown.reserve(characterCount());
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        if (block.blockNumber() > 0)
            shown += QLatin1Char('\n');
        shown += block.text();
    }
    return shown;
}

QString NoteDocument::text() const
{
    QString text;
    text.reserve(characterCount() + 1);
    if (m_byteOrderMark)
        text += QChar(0xFEFF);
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        if (block.blockNumber() > 0)
            text += lineEndText(endBefore(block));
        text += block.text();
    }
    return text;
}

void NoteDocument::setLineEnds(const QList<LineEnd> &ends)
{
    qsizetype line = 0;
    for (QTextBlock block = begin().next(); block.isValid(); block = block.next(), ++line) {
        const LineEnd wanted = ends.value(line, m_usual);
        if (endBefore(block) == wanted)
            continue;
        QTextBlockFormat format;
        format.setProperty(kLineEndProperty, static_cast<int>(wanted));
        QTextCursor(block).mergeBlockFormat(format);
    }
}

void NoteDocument::applyEdits(const QString &from, const QString &to)
{
    qsizetype prefix = 0;
    const qsizetype shorter = qMin(from.size(), to.size());
    while (prefix < shorter && from[prefix] == to[prefix])
        ++prefix;
    if (splitsPair(from, prefix) || splitsPair(to, prefix))
        --prefix;
    qsizetype suffix = 0;
    while (suffix < shorter - prefix
           && from[from.size() - 1 - suffix] == to[to.size() - 1 - suffix])
        ++suffix;
    if (splitsPair(from, from.size() - suffix) || splitsPair(to, to.size() - suffix))
        --suffix;
    const QString before = from.mid(prefix, from.size() - prefix - suffix);
    const QString after = to.mid(prefix, to.size() - prefix - suffix);
    QTextCursor cursor(this);
    int at = static_cast<int>(prefix);
    const auto replace = [&cursor, &at](qsizetype removed, const QString &inserted) {
        cursor.setPosition(at);
        cursor.setPosition(at + static_cast<int>(removed), QTextCursor::KeepAnchor);
        if (removed > 0)
            cursor.removeSelectedText();
        if (!inserted.isEmpty())
            cursor.insertText(inserted);
        at += static_cast<int>(inserted.size());
    };
    if (before.isEmpty() || after.isEmpty() || before.size() + after.size() > kMostCompared) {
        replace(before.size(), after);
        return;
    }
    for (const DiffPart &part : diffWords(before, after)) {
        switch (part.kind) {
        case DiffPart::Kind::Equal:
            at += static_cast<int>(part.text.size());
            break;
        case DiffPart::Kind::Removed:
            replace(part.text.size(), {});
            break;
        case DiffPart::Kind::Added:
            replace(0, part.text);
            break;
        }
    }
}

void NoteDocument::changeTo(const QString &text)
{
    const SourceText target = SourceText::fromText(text);
    const QString shown = shownText();
    m_byteOrderMark = target.byteOrderMark;
    QTextCursor step(this);
    step.beginEditBlock();
    if (shown != target.shown)
        applyEdits(shown, target.shown);
    setLineEnds(target.ends);
    step.endEditBlock();
}
