#include "model/merge/texttokens.h"

#include <QTextBoundaryFinder>

#include <algorithm>

bool isLineEnd(QChar character)
{
    return character == u'\n' || character == u'\r';
}

qsizetype lineEndAfter(QStringView text, qsizetype at, qsizetype end)
{
    while (at < end && !isLineEnd(text[at]))
        ++at;
    if (at == end)
        return end;
    const bool pair = text[at] == u'\r' && at + 1 < end && text[at + 1] == u'\n';
    return at + (pair ? 2 : 1);
}

qsizetype lineEndLength(QStringView line)
{
    if (line.endsWith(u"\r\n"))
        return 2;
    return !line.isEmpty() && isLineEnd(line.back()) ? 1 : 0;
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
}

namespace {

std::vector<TextToken> lineTokens(QStringView text, qsizetype begin, qsizetype end)
{
    std::vector<TextToken> lines;
    for (qsizetype at = begin; at < end;) {
        const qsizetype next = lineEndAfter(text, at, end);
        const qsizetype mark = lineEndLength(text.sliced(at, next - at));
        lines.push_back({at, next - at, next - at - mark});
        at = next;
    }
    return lines;
}

std::vector<TextToken> blockTokens(QStringView text, qsizetype begin, qsizetype end)
{
    std::vector<TextToken> blocks;
    bool closed = true; // the last block has its blank lines already
    for (const TextToken &line : lineTokens(text, begin, end)) {
        const bool blank = isBlank(text.sliced(line.start, line.key));
        if (blocks.empty() || (closed && !blank))
            blocks.push_back({line.start, 0, 0});
        closed = blank;
        blocks.back().length += line.length;
        blocks.back().key = blocks.back().length;
    }
    return blocks;
}

std::vector<TextToken> wordTokens(QStringView text, qsizetype begin, qsizetype end)
{
    std::vector<TextToken> words;
    QTextBoundaryFinder finder(
        QTextBoundaryFinder::Word, text.data() + begin, end - begin, nullptr, 0);
    qsizetype at = 0;
    for (qsizetype next = finder.toNextBoundary(); next > at; next = finder.toNextBoundary()) {
        words.push_back({begin + at, next - at, next - at});
        at = next;
    }
    return words;
}

} // namespace

std::vector<TextToken> textTokens(QStringView text, qsizetype begin, qsizetype end, TextLevel level)
{
    switch (level) {
    case TextLevel::Blocks:
        return blockTokens(text, begin, end);
    case TextLevel::Lines:
        return lineTokens(text, begin, end);
    case TextLevel::Words:
        return wordTokens(text, begin, end);
    }
    return {};
}
