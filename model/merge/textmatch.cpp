#include "model/merge/textmatch.h"

#include "model/merge/sequencematch.h"
#include "model/merge/texttokens.h"

#include <QHash>

#include <algorithm>

namespace {

/// Comparisons allowed for one pair of texts: some tenths of a second.
constexpr std::int64_t kWorkBudget = 20'000'000;

class TextMatcher
{
public:
    TextMatcher(QStringView a, QStringView b)
        : m_a(a)
        , m_b(b)
    {}

    std::vector<TextMatch> run();

private:
    struct Stretch
    {
        qsizetype a0 = 0;
        qsizetype a1 = 0;
        qsizetype b0 = 0;
        qsizetype b1 = 0;
    };
    using Tokens = std::vector<TextToken>;

    void match(const Stretch &stretch, TextLevel level);
    void matchGap(const Stretch &gap, TextLevel level);
    void matchPair(const TextToken &a, const TextToken &b);
    void add(qsizetype a, qsizetype b, qsizetype length);
    static std::vector<int>
    intern(QStringView text, const Tokens &tokens, QHash<QStringView, int> &numbers);
    std::vector<MatchRun>
    dropStrayWords(std::vector<MatchRun> runs, const Tokens &a, const Tokens &b) const;

    QStringView m_a;
    QStringView m_b;
    std::int64_t m_budget = kWorkBudget;
    std::vector<TextMatch> m_matches;
};

void TextMatcher::add(qsizetype a, qsizetype b, qsizetype length)
{
    if (length == 0)
        return;
    if (!m_matches.empty()) {
        TextMatch &last = m_matches.back();
        if (last.a + last.length == a && last.b + last.length == b) {
            last.length += length;
            return;
        }
    }
    m_matches.push_back({a, b, length});
}

std::vector<int>
TextMatcher::intern(QStringView text, const Tokens &tokens, QHash<QStringView, int> &numbers)
{
    std::vector<int> result;
    result.reserve(tokens.size());
    for (const TextToken &token : tokens) {
        const QStringView key = text.sliced(token.start, token.key);
        const auto known = numbers.constFind(key);
        if (known != numbers.constEnd())
            result.push_back(*known);
        else
            result.push_back(*numbers.insert(key, int(numbers.size())));
    }
    return result;
}

qsizetype extent(const std::vector<TextToken> &tokens, int begin, int end)
{
    return begin == end ? 0 : tokens[std::size_t(end) - 1].end() - tokens[std::size_t(begin)].start;
}

/// A word or two in common between two larger changes of a line is chance: "the" in two different
/// sentences. Taking it as common ground would mix the sentences.
std::vector<MatchRun>
TextMatcher::dropStrayWords(std::vector<MatchRun> runs, const Tokens &a, const Tokens &b) const
{
    std::vector<MatchRun> kept;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const MatchRun &run = runs[i];
        const MatchRun before = kept.empty() ? MatchRun{} : kept.back();
        const int beforeA = before.a + before.length;
        const int beforeB = before.b + before.length;
        const int nextA = i + 1 < runs.size() ? runs[i + 1].a : int(a.size());
        const int nextB = i + 1 < runs.size() ? runs[i + 1].b : int(b.size());
        const qsizetype changedBefore =
            std::max(extent(a, beforeA, run.a), extent(b, beforeB, run.b));
        const qsizetype changedAfter =
            std::max(extent(a, run.a + run.length, nextA), extent(b, run.b + run.length, nextB));
        const qsizetype length = extent(a, run.a, run.a + run.length);
        const QStringView text = m_a.sliced(a[std::size_t(run.a)].start, length);
        const bool holdsLineEnd = std::any_of(text.begin(), text.end(), isLineEnd);
        if (holdsLineEnd || length > std::min(changedBefore, changedAfter))
            kept.push_back(run);
    }
    return kept;
}

void TextMatcher::matchPair(const TextToken &a, const TextToken &b)
{
    const bool whole =
        m_a.sliced(a.start, a.length) == m_b.sliced(b.start, b.length); // with its line end
    add(a.start, b.start, whole ? a.length : a.key);
}

void TextMatcher::matchGap(const Stretch &gap, TextLevel level)
{
    if (gap.a0 == gap.a1 || gap.b0 == gap.b1)
        return;
    switch (level) {
    case TextLevel::Blocks:
        return match(gap, TextLevel::Lines);
    case TextLevel::Lines:
        return match(gap, TextLevel::Words);
    case TextLevel::Words:
        return;
    }
}

void TextMatcher::match(const Stretch &stretch, TextLevel level)
{
    const Tokens a = textTokens(m_a, stretch.a0, stretch.a1, level);
    const Tokens b = textTokens(m_b, stretch.b0, stretch.b1, level);
    QHash<QStringView, int> numbers;
    const std::vector<int> numbersA = intern(m_a, a, numbers);
    const std::vector<int> numbersB = intern(m_b, b, numbers);
    std::vector<MatchRun> runs = matchSequences(numbersA, numbersB, m_budget);
    if (level == TextLevel::Words)
        runs = dropStrayWords(std::move(runs), a, b);

    Stretch gap = stretch;
    for (const MatchRun &run : runs) {
        gap.a1 = a[std::size_t(run.a)].start;
        gap.b1 = b[std::size_t(run.b)].start;
        matchGap(gap, level);
        for (int i = 0; i < run.length; ++i)
            matchPair(a[std::size_t(run.a + i)], b[std::size_t(run.b + i)]);
        gap.a0 = a[std::size_t(run.a + run.length) - 1].end();
        gap.b0 = b[std::size_t(run.b + run.length) - 1].end();
    }
    gap.a1 = stretch.a1;
    gap.b1 = stretch.b1;
    matchGap(gap, level);
}

std::vector<TextMatch> TextMatcher::run()
{
    match({0, m_a.size(), 0, m_b.size()}, TextLevel::Blocks);
    return std::move(m_matches);
}

} // namespace

std::vector<TextMatch> matchTexts(QStringView a, QStringView b)
{
    return TextMatcher(a, b).run();
}

std::vector<TextEdit> editsBetween(QStringView a, QStringView b)
{
    std::vector<TextEdit> edits;
    TextEdit gap;
    const auto close = [&edits, &gap](qsizetype a1, qsizetype b1) {
        gap.a1 = a1;
        gap.b1 = b1;
        if (gap.a0 != gap.a1 || gap.b0 != gap.b1)
            edits.push_back(gap);
    };
    for (const TextMatch &match : matchTexts(a, b)) {
        close(match.a, match.b);
        gap.a0 = match.a + match.length;
        gap.b0 = match.b + match.length;
    }
    close(a.size(), b.size());
    return edits;
}
