#include "ui/notes/markdownhighlighter.h"

#include "ui/notes/markdownline.h"
#include "ui/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QTextDocument>

namespace {

constexpr int kLongestHighlighted = 20'000;

QTextCharFormat formatOf(quint16 style, QTextCharFormat format, const ThemeColors &colors)
{
    if (style & BoldStyle)
        format.setFontWeight(QFont::Bold);
    if (style & ItalicStyle)
        format.setFontItalic(true);
    if (style & (StrikeStyle | DoneStyle))
        format.setFontStrikeOut(true);
    if (style & DoneStyle)
        format.setForeground(colors.muted);
    if (style & CodeStyle) {
        const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        format.setFontFamilies({fixed.family()});
        format.setBackground(colors.code);
    }
    if (style & HighlightStyle) {
        format.setBackground(colors.mark);
        format.setForeground(colors.text);
    }
    if (style & (LinkStyle | TagStyle | ListStyle))
        format.setForeground(colors.accent);
    if ((style & LinkStyle) && !(style & MarkStyle))
        format.setFontUnderline(true);
    if (style & MarkStyle)
        format.setForeground(colors.muted);
    return format;
}

} // namespace

MarkdownHighlighter::MarkdownHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{}

void MarkdownHighlighter::setSearchWords(const QStringList &words)
{
    if (m_words == words)
        return;
    m_words = words;
    rehighlight();
}

void MarkdownHighlighter::refresh()
{
    rehighlight();
}

QTextCharFormat MarkdownHighlighter::lineFormat(const MarkdownLine &line) const
{
    using Kind = MarkdownLine::Kind;
    static constexpr qreal kSizes[] = {1.0, 1.65, 1.4, 1.2, 1.08, 1.0, 1.0};
    const ThemeColors &colors = Theme::colors(QGuiApplication::palette());
    QTextCharFormat format;
    switch (line.kind) {
    case Kind::Heading:
        format.setFontWeight(QFont::Bold);
        format.setFontPointSize(document()->defaultFont().pointSizeF() * kSizes[line.level]);
        break;
    case Kind::Quote:
        format.setForeground(colors.muted);
        format.setFontItalic(true);
        break;
    case Kind::Fence:
    case Kind::FrontMatter:
    case Kind::Rule:
    case Kind::Code:
        if (line.kind != Kind::Rule)
            format.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
        if (line.kind != Kind::Code)
            format.setForeground(colors.muted);
        break;
    case Kind::Text:
    case Kind::ListItem:
    case Kind::Task:
        break;
    }
    return format;
}

void MarkdownHighlighter::applyStyles(const QString &text, const MarkdownLine &line)
{
    using Kind = MarkdownLine::Kind;
    const ThemeColors &colors = Theme::colors(QGuiApplication::palette());
    const QTextCharFormat base = lineFormat(line);
    QList<quint16> styles = inlineStyles(text, line.content);
    const bool isList = line.kind == Kind::ListItem || line.kind == Kind::Task;
    for (int i = 0; i < line.content; ++i)
        styles[i] |= isList ? ListStyle : MarkStyle;
    if (line.kind == Kind::Task && line.checked) {
        for (int i = line.content; i < styles.size(); ++i)
            styles[i] |= DoneStyle;
    }
    for (int from = 0; from < styles.size();) {
        int to = from;
        while (to < styles.size() && styles[to] == styles[from])
            ++to;
        setFormat(from, to - from, formatOf(styles[from], base, colors));
        from = to;
    }
}

void MarkdownHighlighter::markWords(const QString &text)
{
    const ThemeColors &colors = Theme::colors(QGuiApplication::palette());
    for (const QString &word : m_words) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            if (at > 0 && text[at - 1].isLetterOrNumber())
                continue;
            QTextCharFormat marked = format(int(at));
            marked.setBackground(colors.mark);
            marked.setForeground(colors.text);
            setFormat(int(at), int(word.size()), marked);
        }
    }
}

void MarkdownHighlighter::highlightBlock(const QString &text)
{
    using Kind = MarkdownLine::Kind;
    const int before = currentBlock().blockNumber() == 0 ? kStartState : previousBlockState();
    const bool first = currentBlock().blockNumber() == 0;
    const MarkdownLine line = classifyLine(text, first ? kStartState : qMax(before, kPlainState));
    setCurrentBlockState(line.stateAfter);
    if (text.size() > kLongestHighlighted)
        return;
    switch (line.kind) {
    case Kind::Code:
    case Kind::Fence:
    case Kind::FrontMatter:
    case Kind::Rule:
        setFormat(0, int(text.size()), lineFormat(line));
        break;
    case Kind::Text:
    case Kind::Heading:
    case Kind::Quote:
    case Kind::ListItem:
    case Kind::Task:
        applyStyles(text, line);
        break;
    }
    markWords(text);
}
