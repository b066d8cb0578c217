#include "model/merge/clashresolution.h"

#include "model/merge/doubledlines.h"
#include "model/merge/texttokens.h"

#include <QSet>

#include <algorithm>

bool startsLine(QStringView text, qsizetype at)
{
    return at == 0 || isLineEnd(text[at - 1]);
}

bool endsLine(QStringView text, qsizetype at)
{
    return at == text.size() || isLineEnd(text[at]);
}

namespace {

using Kind = MergeChunk::Kind;

class ClashResolver
{
public:
    ClashResolver(const BaseStretch &stretch, QStringView mine, QStringView theirs)
        : m_stretch(stretch)
        , m_mine(mine)
        , m_theirs(theirs)
        , m_startsLine(startsLine(stretch.base, stretch.begin))
        , m_endsLine(endsLine(stretch.base, stretch.end))
    {}

    QList<MergeChunk> run();

private:
    bool oneHoldsTheOther();
    void trimCommonLines();
    bool takeBoth();
    bool insertedLineTwice() const;
    QString lineEndNearby() const;
    void add(Kind kind, QStringView base, QStringView mine, QStringView theirs);
    void addOneSided(QStringView text, bool isMine);

    BaseStretch m_stretch;
    QStringView m_mine;
    QStringView m_theirs;
    bool m_startsLine; ///< At the start of what is left to resolve.
    bool m_endsLine; ///< At its end.
    QStringView m_commonEnd;
    QList<MergeChunk> m_chunks;
};

void ClashResolver::add(Kind kind, QStringView base, QStringView mine, QStringView theirs)
{
    if (!base.isEmpty() || !mine.isEmpty() || !theirs.isEmpty())
        m_chunks.append({kind, base.toString(), mine.toString(), theirs.toString()});
}

void ClashResolver::addOneSided(QStringView text, bool isMine)
{
    if (isMine)
        add(Kind::MineOnly, {}, text, {});
    else
        add(Kind::TheirsOnly, {}, {}, text);
}

/// Searching a text in a text can cost the product of their lengths; longer ones are only compared
/// at both ends.
constexpr qsizetype kLongestSearch = 16'384;
constexpr int kMostSearches = 64;

bool holdsLinesAt(QStringView whole, QStringView part, qsizetype at)
{
    const qsizetype end = at + part.size();
    const bool starts = at == 0 || isLineEnd(part.front()) || isLineEnd(whole[at - 1]);
    const bool ends = end == whole.size() || isLineEnd(part.back()) || isLineEnd(whole[end]);
    return starts && ends && whole.sliced(at, part.size()) == part;
}

/// Where `whole` holds `part` as whole lines; -1 if it does not.
qsizetype placeOfLines(QStringView part, QStringView whole)
{
    for (const qsizetype at : {qsizetype(0), whole.size() - part.size()}) {
        if (holdsLinesAt(whole, part, at))
            return at;
    }
    if (whole.size() > kLongestSearch)
        return -1;
    qsizetype at = whole.indexOf(part);
    for (int i = 0; at >= 0 && i < kMostSearches; ++i) {
        if (holdsLinesAt(whole, part, at))
            return at;
        at = whole.indexOf(part, at + 1);
    }
    return -1;
}

/// One side wrote what the other wrote, and whole lines before or behind it.
bool ClashResolver::oneHoldsTheOther()
{
    const bool mineIsLonger = m_mine.size() > m_theirs.size();
    const QStringView longer = mineIsLonger ? m_mine : m_theirs;
    const QStringView shorter = mineIsLonger ? m_theirs : m_mine;
    const qsizetype at = shorter.isEmpty() ? -1 : placeOfLines(shorter, longer);
    if (at < 0)
        return false;
    addOneSided(longer.first(at), mineIsLonger);
    add(Kind::Same, m_stretch.text(), shorter, shorter);
    addOneSided(longer.sliced(at + shorter.size()), mineIsLonger);
    return true;
}

bool hasLetters(QStringView text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

qsizetype commonLines(QStringView a, QStringView b)
{
    qsizetype at = 0;
    while (at < a.size() && at < b.size()) {
        const qsizetype next = lineEndAfter(a, at, a.size());
        const QStringView line = a.sliced(at, next - at);
        if (lineEndLength(line) == 0 || lineEndAfter(b, at, b.size()) != next
            || b.sliced(at, next - at) != line)
            break;
        at = next;
    }
    return at;
}

qsizetype commonLinesAtEnd(QStringView a, QStringView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same < most && a[a.size() - 1 - same] == b[b.size() - 1 - same])
        ++same;
    const auto cutsHere = [same](QStringView text, qsizetype length) {
        return length == text.size() || isLineEnd(text[text.size() - length - 1]);
    };
    qsizetype length = same;
    while (length > 0 && !(cutsHere(a, length) && cutsHere(b, length)))
        --length;
    // "\r\n" must not be cut in two.
    if (length > 0 && a[a.size() - length] == u'\n' && a.size() > length
        && a[a.size() - length - 1] == u'\r')
        return 0;
    return length;
}

/// Leaves only what differs in `m_mine` and `m_theirs`.
void ClashResolver::trimCommonLines()
{
    const qsizetype head = commonLines(m_mine, m_theirs);
    if (head > 0 && hasLetters(m_mine.first(head))) {
        add(Kind::Same, {}, m_mine.first(head), m_theirs.first(head));
        m_mine = m_mine.sliced(head);
        m_theirs = m_theirs.sliced(head);
        m_startsLine = true;
    }
    const qsizetype tail = commonLinesAtEnd(m_mine, m_theirs);
    if (tail > 0 && hasLetters(m_mine.last(tail))) {
        m_commonEnd = m_mine.last(tail);
        m_mine.chop(tail);
        m_theirs.chop(tail);
        m_endsLine = false;
    }
}

bool ClashResolver::insertedLineTwice() const
{
    QSet<QStringView> lines;
    for (const TextToken &line : textTokens(m_mine, 0, m_mine.size(), TextLevel::Lines))
        lines.insert(m_mine.sliced(line.start, line.key));
    const auto theirs = textTokens(m_theirs, 0, m_theirs.size(), TextLevel::Lines);
    return std::any_of(theirs.begin(), theirs.end(), [this, &lines](const TextToken &line) {
        const QStringView text = m_theirs.sliced(line.start, line.key);
        return isTellingLine(text) && lines.contains(text);
    });
}

QString ClashResolver::lineEndNearby() const
{
    const QStringView base = m_stretch.base;
    const qsizetype end = lineEndAfter(base, std::min(m_stretch.end, base.size()), base.size());
    const qsizetype mark = lineEndLength(base.first(end));
    if (mark > 0)
        return base.sliced(end - mark, mark).toString();
    const qsizetype first = lineEndAfter(base, 0, base.size());
    const qsizetype firstMark = lineEndLength(base.first(first));
    return firstMark > 0 ? base.sliced(first - firstMark, firstMark).toString()
                         : QStringLiteral("\n");
}

/// Both inserted whole lines here and replaced nothing: both stay, in the order of their text.
bool ClashResolver::takeBoth()
{
    if (!m_stretch.text().isEmpty() || m_mine.isEmpty() || m_theirs.isEmpty()
        || insertedLineTwice())
        return false;
    const bool mineEnds = isLineEnd(m_mine.back());
    const bool theirsEnds = isLineEnd(m_theirs.back());
    const bool linesBefore = m_startsLine && mineEnds && theirsEnds;
    const bool linesAfter = m_endsLine && isLineEnd(m_mine.front()) && isLineEnd(m_theirs.front());
    const bool wholeLines = m_startsLine && (m_endsLine || !m_commonEnd.isEmpty());
    if (!linesBefore && !linesAfter && !wholeLines)
        return false;
    bool mineFirst = m_mine < m_theirs;
    if (!linesAfter && mineEnds != theirsEnds)
        mineFirst = mineEnds;
    const QString first = (mineFirst ? m_mine : m_theirs).toString();
    QString second = (mineFirst ? m_theirs : m_mine).toString();
    if (!linesAfter && !isLineEnd(first.back()))
        second.prepend(lineEndNearby());
    addOneSided(first, mineFirst);
    addOneSided(second, !mineFirst);
    return true;
}

QList<MergeChunk> ClashResolver::run()
{
    if (m_mine == m_theirs) {
        add(Kind::Same, m_stretch.text(), m_mine, m_theirs);
        return m_chunks;
    }
    if (oneHoldsTheOther())
        return m_chunks;
    trimCommonLines();
    if (!takeBoth()) {
        const bool added = m_mine.isEmpty() || m_theirs.isEmpty();
        const bool alike = !m_chunks.isEmpty() || !m_commonEnd.isEmpty();
        if (added && alike) {
            if (!m_chunks.isEmpty())
                m_chunks.first().base = m_stretch.text().toString();
            addOneSided(m_mine.isEmpty() ? m_theirs : m_mine, m_theirs.isEmpty());
            add(Kind::Same,
                m_chunks.first().kind == Kind::Same ? QStringView() : m_stretch.text(),
                m_commonEnd,
                m_commonEnd);
            return m_chunks;
        }
        add(Kind::Clash, m_stretch.text(), m_mine, m_theirs);
    }
    add(Kind::Same, {}, m_commonEnd, m_commonEnd);
    return m_chunks;
}

} // namespace

QList<MergeChunk> resolveClash(const BaseStretch &stretch, QStringView mine, QStringView theirs)
{
    return ClashResolver(stretch, mine, theirs).run();
}
