#include "ui/notes/markdownline.h"

#include <QRegularExpression>

namespace {

// States: 0 plain, 1 front matter, from 16 on a fence: 16 + 2 * length + (tilde ? 1 : 0).
constexpr int kFrontMatterState = 1;
constexpr int kFenceState = 16;

struct ListMark
{
    int indent = 0;
    int end = 0; ///< After the marker and its space; 0: no list item.
};

int leadingSpaces(const QString &line)
{
    int count = 0;
    while (count < line.size()
           && (line[count] == QLatin1Char(' ') || line[count] == QLatin1Char('\t')))
        ++count;
    return count;
}

ListMark listMark(const QString &line)
{
    ListMark mark;
    mark.indent = leadingSpaces(line);
    int at = mark.indent;
    if (at >= line.size())
        return mark;
    const QChar c = line[at];
    if (c == QLatin1Char('-') || c == QLatin1Char('*') || c == QLatin1Char('+')) {
        ++at;
    } else {
        const int digits = at;
        while (at < line.size() && at - digits < 9 && line[at] >= QLatin1Char('0')
               && line[at] <= QLatin1Char('9'))
            ++at;
        if (at == digits || at >= line.size()
            || (line[at] != QLatin1Char('.') && line[at] != QLatin1Char(')')))
            return mark;
        ++at;
    }
    if (at == line.size())
        mark.end = at;
    else if (line[at] == QLatin1Char(' ') || line[at] == QLatin1Char('\t'))
        mark.end = at + 1;
    return mark;
}

/// Length of a task box "[x] " at `at`, or 0.
int taskBox(const QString &line, int at)
{
    const bool box =
        at + 2 < line.size() && line[at] == QLatin1Char('[') && line[at + 2] == QLatin1Char(']');
    if (!box)
        return 0;
    if (at + 3 == line.size())
        return 3;
    return line[at + 3].isSpace() ? 4 : 0;
}

/// Length of the run of back ticks or tildes that makes `line` a fence, or 0.
int fenceLength(const QString &line, QChar &mark)
{
    const int indent = leadingSpaces(line);
    if (indent > 3 || indent >= line.size())
        return 0;
    mark = line[indent];
    if (mark != QLatin1Char('`') && mark != QLatin1Char('~'))
        return 0;
    int length = 0;
    while (indent + length < line.size() && line[indent + length] == mark)
        ++length;
    if (length < 3)
        return 0;
    if (mark == QLatin1Char('`') && line.indexOf(mark, indent + length) >= 0)
        return 0;
    return length;
}

bool isRule(const QString &line)
{
    static const QRegularExpression rule(
        QStringLiteral("^ {0,3}(?:(?:\\*\\s*){3,}|(?:-\\s*){3,}|(?:_\\s*){3,})$"));
    return line.size() < 1000 && rule.match(line).hasMatch();
}

MarkdownLine insideFence(const QString &line, int state)
{
    MarkdownLine result;
    result.kind = MarkdownLine::Kind::Code;
    result.stateAfter = state;
    const int length = (state - kFenceState) / 2;
    const QChar wanted = (state - kFenceState) % 2 == 1 ? QLatin1Char('~') : QLatin1Char('`');
    QChar mark;
    const int run = fenceLength(line, mark);
    if (run >= length && mark == wanted
        && line.mid(leadingSpaces(line) + run).trimmed().isEmpty()) {
        result.kind = MarkdownLine::Kind::Fence;
        result.stateAfter = kPlainState;
    }
    return result;
}

/// Sets styles by looking for pairs of marks; what it does not understand stays plain.
class InlineScanner
{
public:
    InlineScanner(const QString &line, QList<quint16> &styles)
        : m_line(line)
        , m_styles(styles)
    {}

    void scan(int from, int to, int depth)
    {
        constexpr int kDeepest = 12;
        for (int at = from; at < to;) {
            const int next = depth < kDeepest ? step(at, to, depth) : at + 1;
            at = qMax(next, at + 1);
        }
    }

private:
    QChar at(int i) const { return i >= 0 && i < m_line.size() ? m_line[i] : QLatin1Char(' '); }
    bool isAt(int i, QLatin1String text) const
    {
        return QStringView(m_line).mid(i).startsWith(text);
    }

    void add(int from, int to, quint16 style)
    {
        for (int i = from; i < to; ++i)
            m_styles[i] |= style;
    }

    int step(int i, int to, int depth)
    {
        switch (at(i).unicode()) {
        case u'\\':
            return i + 2;
        case u'`':
            return codeSpan(i, to);
        case u'[':
            return isAt(i, QLatin1String("[[")) ? wikiLink(i, to) : link(i, to, depth);
        case u'<':
        case u'h':
        case u'w':
            return address(i, to);
        case u'#':
            return tag(i, to);
        case u'*':
        case u'_':
        case u'~':
        case u'=':
            return emphasis(i, to, depth);
        default:
            return i + 1;
        }
    }

    int codeSpan(int i, int to)
    {
        int run = 0;
        while (i + run < to && at(i + run) == QLatin1Char('`'))
            ++run;
        const QString fence(run, QLatin1Char('`'));
        for (qsizetype end = m_line.indexOf(fence, i + run); end >= 0 && end + run <= to;
             end = m_line.indexOf(fence, end + 1)) {
            if (at(int(end) + run) == QLatin1Char('`') || at(int(end) - 1) == QLatin1Char('`'))
                continue;
            add(i, int(end) + run, CodeStyle);
            add(i, i + run, MarkStyle);
            add(int(end), int(end) + run, MarkStyle);
            return int(end) + run;
        }
        return i + run;
    }

    int wikiLink(int i, int to)
    {
        const qsizetype end = m_line.indexOf(QLatin1String("]]"), i + 2);
        if (end < 0 || end + 2 > to)
            return i + 2;
        add(i, i + 2, MarkStyle);
        add(i + 2, int(end), LinkStyle);
        add(int(end), int(end) + 2, MarkStyle);
        return int(end) + 2;
    }

    int link(int i, int to, int depth)
    {
        int nested = 0;
        int close = i;
        for (; close < to; ++close) {
            if (at(close) == QLatin1Char('\\'))
                ++close;
            else if (at(close) == QLatin1Char('['))
                ++nested;
            else if (at(close) == QLatin1Char(']') && --nested == 0)
                break;
        }
        if (close >= to || at(close + 1) != QLatin1Char('('))
            return i + 1;
        int end = close + 2;
        for (int open = 1; end < to; ++end) {
            if (at(end) == QLatin1Char('('))
                ++open;
            else if (at(end) == QLatin1Char(')') && --open == 0)
                break;
        }
        if (end >= to)
            return i + 1;
        scan(i + 1, close, depth + 1);
        add(i + 1, close, LinkStyle);
        add(i, i + 1, MarkStyle);
        add(close, end + 1, MarkStyle);
        if (at(i - 1) == QLatin1Char('!'))
            add(i - 1, i, MarkStyle);
        return end + 1;
    }

    int address(int i, int to)
    {
        static const QRegularExpression bare(
            QStringLiteral("\\G<?(?:https?://|www\\.)[^\\s<>]*[^\\s<>?!.,:*_~'\")]"));
        if (at(i) != QLatin1Char('<') && at(i - 1).isLetterOrNumber())
            return i + 1;
        if (!isAt(i, QLatin1String("<http")) && !isAt(i, QLatin1String("http"))
            && !isAt(i, QLatin1String("www.")))
            return i + 1;
        const auto match = bare.match(m_line, i);
        if (!match.hasMatch())
            return i + 1;
        const int end = qMin(int(match.capturedEnd()), to);
        add(i, end, LinkStyle);
        return end;
    }

    int tag(int i, int to)
    {
        if (!at(i - 1).isSpace() && i > 0)
            return i + 1;
        int end = i + 1;
        bool letter = false;
        while (end < to
               && (at(end).isLetterOrNumber() || at(end) == QLatin1Char('/')
                   || at(end) == QLatin1Char('-') || at(end) == QLatin1Char('_'))) {
            letter = letter || at(end).isLetter();
            ++end;
        }
        if (letter)
            add(i, end, TagStyle);
        return end;
    }

    int emphasis(int i, int to, int depth)
    {
        const QChar mark = at(i);
        int run = 0;
        while (i + run < to && at(i + run) == mark)
            ++run;
        const bool pairOnly = mark == QLatin1Char('=');
        if (run > 3 || (pairOnly && run != 2) || (mark == QLatin1Char('~') && run > 2)
            || at(i + run).isSpace())
            return i + run;
        if (mark == QLatin1Char('_') && at(i - 1).isLetterOrNumber())
            return i + run;
        const int close = closing(i + run, to, mark, run);
        if (close < 0)
            return i + run;
        scan(i + run, close, depth + 1);
        add(i + run, close, styleOf(mark, run));
        add(i, i + run, MarkStyle);
        add(close, close + run, MarkStyle);
        return close + run;
    }

    int closing(int from, int to, QChar mark, int run) const
    {
        for (int i = from; i + run <= to; ++i) {
            if (at(i) == QLatin1Char('\\')) {
                ++i;
                continue;
            }
            if (at(i) != mark)
                continue;
            int length = 0;
            while (i + length < to && at(i + length) == mark)
                ++length;
            const bool inWord = mark == QLatin1Char('_') && at(i + length).isLetterOrNumber();
            if (length == run && !at(i - 1).isSpace() && !inWord)
                return i;
            // "**a *b***": the inner mark ends first.
            if (length > run && !at(i - 1).isSpace() && !inWord)
                return i + length - run;
            i += length - 1;
        }
        return -1;
    }

    static quint16 styleOf(QChar mark, int run)
    {
        if (mark == QLatin1Char('~'))
            return StrikeStyle;
        if (mark == QLatin1Char('='))
            return HighlightStyle;
        if (run == 1)
            return ItalicStyle;
        return run == 2 ? quint16(BoldStyle) : quint16(BoldStyle | ItalicStyle);
    }

    const QString &m_line;
    QList<quint16> &m_styles;
};

} // namespace

MarkdownLine classifyLine(const QString &line, int stateBefore)
{
    using Kind = MarkdownLine::Kind;
    if (stateBefore >= kFenceState)
        return insideFence(line, stateBefore);
    MarkdownLine result;
    if (stateBefore == kFrontMatterState || (stateBefore == kStartState && line == u"---")) {
        const bool ends = stateBefore == kFrontMatterState && (line == u"---" || line == u"...");
        result.kind = Kind::FrontMatter;
        result.stateAfter = ends ? kPlainState : kFrontMatterState;
        return result;
    }
    QChar mark;
    if (const int fence = fenceLength(line, mark); fence > 0) {
        result.kind = Kind::Fence;
        result.stateAfter =
            kFenceState + 2 * qMin(fence, 1000) + (mark == QLatin1Char('~') ? 1 : 0);
        return result;
    }
    int hashes = 0;
    while (hashes < line.size() && line[hashes] == QLatin1Char('#'))
        ++hashes;
    if (hashes >= 1 && hashes <= 6 && (hashes == line.size() || line[hashes].isSpace())) {
        result.kind = Kind::Heading;
        result.level = hashes;
        result.content = qMin(hashes + 1, int(line.size()));
        return result;
    }
    if (isRule(line)) {
        result.kind = Kind::Rule;
        return result;
    }
    const int indent = leadingSpaces(line);
    if (indent < line.size() && indent < 4 && line[indent] == QLatin1Char('>')) {
        result.kind = Kind::Quote;
        result.content = indent + 1;
        return result;
    }
    if (const ListMark item = listMark(line); item.end > 0) {
        const int box = taskBox(line, item.end);
        result.kind = box > 0 ? Kind::Task : Kind::ListItem;
        result.checked = box > 0 && line[item.end + 1] != QLatin1Char(' ');
        result.content = item.end + box;
    }
    return result;
}

QList<quint16> inlineStyles(const QString &line, int start)
{
    QList<quint16> styles(line.size(), PlainStyle);
    InlineScanner(line, styles).scan(start, int(line.size()), 0);
    return styles;
}

int hangingPrefix(const QString &line)
{
    const ListMark item = listMark(line);
    return item.end > 0 ? item.end + taskBox(line, item.end) : 0;
}
