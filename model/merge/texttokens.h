#pragma once

#include <QStringView>

#include <vector>

/// A stretch of a text. `key` units from `start` decide whether two tokens are the same; the rest
/// (a line's end) may differ.
struct TextToken
{
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype key = 0;

    qsizetype end() const { return start + length; }
};

enum class TextLevel {
    Blocks, ///< Lines up to and with the blank lines that follow them.
    Lines, ///< With their end: LF, CR or CR LF; the key is without it.
    Words, ///< As Unicode divides them (UAX 29): no character of several code points is ever cut.
};

/// Tokens of text[begin, end) in order; together they cover it. Starts are counted from the start
/// of `text`. `begin` and `end` must not lie inside a character or between CR and LF.
std::vector<TextToken>
textTokens(QStringView text, qsizetype begin, qsizetype end, TextLevel level);

bool isLineEnd(QChar character);
/// Where the line that holds `at` ends, its line end included; at most `end`.
qsizetype lineEndAfter(QStringView text, qsizetype at, qsizetype end);
/// Units of the line end at the end of `line`: 0, 1 or 2.
qsizetype lineEndLength(QStringView line);
/// Spaces and tabs only, or nothing.
bool isBlank(QStringView text);
