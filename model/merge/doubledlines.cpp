#include "model/merge/doubledlines.h"

#include "model/merge/texttokens.h"

#include <QHash>

#include <algorithm>

bool isTellingLine(QStringView line)
{
    const QStringView text = line.trimmed();
    for (const QStringView mark : {u"```", u"~~~", u"<", u"> [!"}) {
        if (text.startsWith(mark))
            return false;
    }
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

namespace {

/// A line, and what may stand in a text only as often as before: the line itself, in front matter
/// the key that it gives a value.
struct NamedLine
{
    TextToken line;
    QStringView name;
};

QStringView keyOf(QStringView line)
{
    const qsizetype colon = line.indexOf(u':');
    const bool isKey =
        colon > 0 && !line.front().isSpace() && line.front() != u'#' && line.front() != u'-';
    return isKey ? line.first(colon + 1) : line;
}

std::vector<NamedLine> namedLines(QStringView text)
{
    std::vector<NamedLine> named;
    bool inFrontMatter = false;
    for (const TextToken &line : textTokens(text, 0, text.size(), TextLevel::Lines)) {
        const QStringView words = text.sliced(line.start, line.key);
        const bool isMark = words == u"---" || (inFrontMatter && words == u"...");
        if (isMark && (named.empty() || inFrontMatter))
            inFrontMatter = named.empty();
        named.push_back({line, inFrontMatter && !isMark ? keyOf(words) : words});
    }
    return named;
}

QHash<QStringView, int> countLines(QStringView text)
{
    QHash<QStringView, int> counts;
    for (const NamedLine &line : namedLines(text))
        ++counts[line.name];
    return counts;
}

} // namespace

void clashWhereLinesDouble(QList<MergeChunk> &chunks, const MergeSources &sources)
{
    const bool bothChanged =
        std::any_of(chunks.begin(),
                    chunks.end(),
                    [](const MergeChunk &c) { return c.kind == MergeChunk::Kind::MineOnly; })
        && std::any_of(chunks.begin(), chunks.end(), [](const MergeChunk &c) {
               return c.kind == MergeChunk::Kind::TheirsOnly;
           });
    if (!bothChanged)
        return;
    const QString merged = TextMerge{chunks}.merged();
    const QHash<QStringView, int> result = countLines(merged);
    const QHash<QStringView, int> known[] = {
        countLines(sources.base), countLines(sources.mine), countLines(sources.theirs)};
    const auto doubled = [&result, &known](QStringView line) {
        const int most =
            std::max({known[0].value(line), known[1].value(line), known[2].value(line)});
        return most > 0 && result.value(line) > most && isTellingLine(line);
    };

    auto chunk = chunks.begin();
    qsizetype chunkEnd = 0;
    const auto lengthInMerged = [](const MergeChunk &c) {
        return c.kind == MergeChunk::Kind::TheirsOnly ? c.theirs.size() : c.mine.size();
    };
    std::vector<MergeChunk *> suspects;
    qsizetype chunkStart = 0;
    for (const auto &[line, name] : namedLines(merged)) {
        const bool bad = doubled(name);
        while (chunk != chunks.end()) {
            chunkEnd = chunkStart + lengthInMerged(*chunk);
            const bool overlaps = chunkStart < line.end() && chunkEnd > line.start;
            const bool oneSided = chunk->kind == MergeChunk::Kind::MineOnly
                                  || chunk->kind == MergeChunk::Kind::TheirsOnly;
            if (bad && overlaps && oneSided)
                suspects.push_back(&*chunk);
            if (chunkEnd > line.end())
                break;
            chunkStart = chunkEnd;
            ++chunk;
        }
    }
    for (MergeChunk *suspect : suspects)
        suspect->kind = MergeChunk::Kind::Clash;
}
