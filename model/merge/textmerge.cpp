#include "model/merge/textmerge.h"

#include "model/merge/clashresolution.h"
#include "model/merge/doubledlines.h"
#include "model/merge/textmatch.h"
#include "model/merge/texttokens.h"

#include <optional>

namespace {

/// Where an insertion stands among other edits at the same place of the base.
enum class Form {
    WholeLinesBefore, ///< Starts a line and ends with a line end.
    Plain,
    WholeLinesAfter, ///< Starts with a line end, and a line ends here.
};

struct SideEdit
{
    TextEdit edit;
    Form form = Form::Plain;
    bool insertion = false;
    bool closesLine = false; ///< What follows it stands on a line of its own.
    bool opensLine = false; ///< What precedes it ends its line.
};

std::vector<SideEdit> sideEdits(QStringView base, QStringView side)
{
    std::vector<SideEdit> result;
    for (const TextEdit &edit : editsBetween(base, side)) {
        SideEdit entry;
        entry.edit = edit;
        entry.insertion = edit.a0 == edit.a1;
        const QStringView text = side.sliced(edit.b0, edit.b1 - edit.b0);
        const bool lineStarts = startsLine(base, edit.a0);
        const bool lineEnds = endsLine(base, edit.a1);
        entry.closesLine =
            startsLine(base, edit.a1) && (text.isEmpty() ? lineStarts : isLineEnd(text.back()));
        entry.opensLine =
            endsLine(base, edit.a0) && (text.isEmpty() ? lineEnds : isLineEnd(text.front()));
        if (entry.insertion && entry.closesLine)
            entry.form = Form::WholeLinesBefore;
        else if (entry.insertion && entry.opensLine)
            entry.form = Form::WholeLinesAfter;
        result.push_back(entry);
    }
    return result;
}

/// One side's edits and how far they are dealt with.
struct Side
{
    QStringView text;
    std::vector<SideEdit> edits;
    std::size_t next = 0;
    qsizetype shift = 0; ///< From a place in the base, behind all edits so far, to this side's.
    const SideEdit *last = nullptr; ///< The latest edit in the group at hand.

    const SideEdit *peek() const { return next < edits.size() ? &edits[next] : nullptr; }
    void take()
    {
        last = &edits[next++];
        shift = last->edit.b1 - last->edit.a1;
    }
};

class Merger
{
public:
    Merger(const QString &base, const QString &mine, const QString &theirs)
        : m_base(base)
        , m_mine{mine, sideEdits(base, mine)}
        , m_theirs{theirs, sideEdits(base, theirs)}
    {}

    QList<MergeChunk> run();

private:
    static bool comesFirst(const SideEdit &a, const SideEdit &b);
    bool touches(const SideEdit *earlier, const SideEdit &edit) const;
    void takeGroup();
    void unchangedUntil(qsizetype end);

    QStringView m_base;
    Side m_mine;
    Side m_theirs;
    qsizetype m_at = 0; ///< Everything of the base before this is in `m_chunks`.
    QList<MergeChunk> m_chunks;
};

bool Merger::comesFirst(const SideEdit &a, const SideEdit &b)
{
    if (a.edit.a0 != b.edit.a0)
        return a.edit.a0 < b.edit.a0;
    return a.insertion && b.insertion ? a.form < b.form : a.insertion && !b.insertion;
}

/// Whether `edit` and the other side's `earlier` one are about the same thing.
bool Merger::touches(const SideEdit *earlier, const SideEdit &edit) const
{
    if (!earlier)
        return false;
    const qsizetype gap = edit.edit.a0 - earlier->edit.a1;
    if (gap < 0)
        return true;
    if (gap == 0 && earlier->insertion && edit.insertion && earlier->form == edit.form)
        return true;
    if (earlier->closesLine || edit.opensLine)
        return false;
    return isBlank(m_base.sliced(earlier->edit.a1, gap));
}

void Merger::unchangedUntil(qsizetype end)
{
    if (end == m_at)
        return;
    const QString text = m_base.sliced(m_at, end - m_at).toString();
    m_chunks.append({MergeChunk::Kind::Unchanged, text, text, text});
    m_at = end;
}

/// The next edit and all that touch it, from both sides, as chunks.
void Merger::takeGroup()
{
    m_mine.last = nullptr;
    m_theirs.last = nullptr;
    const qsizetype mineShift = m_mine.shift;
    const qsizetype theirsShift = m_theirs.shift;
    std::optional<qsizetype> begin;
    qsizetype end = 0;
    while (m_mine.peek() || m_theirs.peek()) {
        const bool fromMine =
            !m_theirs.peek() || (m_mine.peek() && comesFirst(*m_mine.peek(), *m_theirs.peek()));
        Side &side = fromMine ? m_mine : m_theirs;
        const Side &other = fromMine ? m_theirs : m_mine;
        const TextEdit edit = side.peek()->edit;
        if (begin && !touches(other.last, *side.peek()))
            break;
        side.take();
        begin = begin.value_or(edit.a0);
        end = std::max(end, edit.a1);
    }
    const qsizetype from = *begin;
    unchangedUntil(from);
    const QStringView base = m_base.sliced(from, end - from);
    const QStringView mine =
        m_mine.text.sliced(from + mineShift, end + m_mine.shift - from - mineShift);
    const QStringView theirs =
        m_theirs.text.sliced(from + theirsShift, end + m_theirs.shift - from - theirsShift);
    if (!m_theirs.last)
        m_chunks.append(
            {MergeChunk::Kind::MineOnly, base.toString(), mine.toString(), theirs.toString()});
    else if (!m_mine.last)
        m_chunks.append(
            {MergeChunk::Kind::TheirsOnly, base.toString(), mine.toString(), theirs.toString()});
    else
        m_chunks.append(resolveClash({m_base, from, end}, mine, theirs));
    m_at = end;
}

QList<MergeChunk> Merger::run()
{
    while (m_mine.peek() || m_theirs.peek())
        takeGroup();
    unchangedUntil(m_base.size());
    return m_chunks;
}

} // namespace

TextMerge mergeText(const QString &base, const QString &mine, const QString &theirs)
{
    TextMerge merge{Merger(base, mine, theirs).run()};
    if (merge.clean())
        clashWhereLinesDouble(merge.chunks, {base, mine, theirs});
    return merge;
}

bool TextMerge::clean() const
{
    return clashes() == 0;
}

int TextMerge::clashes() const
{
    int count = 0;
    for (const MergeChunk &chunk : chunks)
        count += chunk.kind == MergeChunk::Kind::Clash ? 1 : 0;
    return count;
}

QString TextMerge::merged() const
{
    QString text;
    for (const MergeChunk &chunk : chunks)
        text += chunk.kind == MergeChunk::Kind::TheirsOnly ? chunk.theirs : chunk.mine;
    return text;
}
