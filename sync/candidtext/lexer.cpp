#include "sync/candidtext/lexer.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace ic::candid {

namespace {

constexpr std::string_view kPunctuation = "(){}:;,=.";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

unsigned hexValue(char c)
{
    if (isDigit(c))
        return static_cast<unsigned>(c - '0');
    return static_cast<unsigned>((c | 0x20) - 'a') + 10;
}

bool isWordStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isWordPart(char c)
{
    return isWordStart(c) || isDigit(c);
}

void appendUtf8(std::string &out, std::uint32_t code)
{
    const auto tail = [&](unsigned shift) {
        out.push_back(static_cast<char>(0x80U | ((code >> shift) & 0x3fU)));
    };
    if (code < 0x80) {
        out.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        out.push_back(static_cast<char>(0xc0U | (code >> 6U)));
        tail(0);
    } else if (code < 0x10000) {
        out.push_back(static_cast<char>(0xe0U | (code >> 12U)));
        tail(6);
        tail(0);
    } else {
        out.push_back(static_cast<char>(0xf0U | (code >> 18U)));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace

std::string Token::described() const
{
    constexpr std::size_t kQuoted = 40;
    if (kind == Kind::End)
        return "the end";
    if (kind == Kind::Text)
        return "a text";
    return '"' + text.substr(0, kQuoted) + '"';
}

bool isPlainName(std::string_view text)
{
    constexpr std::array<std::string_view, 20> kKeywords{
        "null",  "bool",    "vec",    "record",          "variant",
        "func",  "service", "oneway", "query",           "opt",
        "blob",  "type",    "import", "principal",       "true",
        "false", "inf",     "nan",    "composite_query", "empty"};
    return !text.empty() && isWordStart(text.front())
           && std::all_of(text.begin(), text.end(), isWordPart)
           && std::find(kKeywords.begin(), kKeywords.end(), text) == kKeywords.end();
}

Lexer::Lexer(std::string_view text)
    : m_text(text)
{}

const Result<Token, TextError> &Lexer::peek()
{
    if (!m_hasPeeked) {
        m_peeked = next();
        m_hasPeeked = true;
    }
    return m_peeked;
}

Result<Token, TextError> Lexer::take()
{
    if (!m_hasPeeked)
        return next();
    if (m_peeked.ok())
        m_hasPeeked = false;
    return m_peeked;
}

void Lexer::step()
{
    if (at() == '\n') {
        ++m_place.line;
        m_place.column = 1;
    } else {
        ++m_place.column;
    }
    ++m_at;
}

std::optional<TextError> Lexer::passBlanks()
{
    while (!atEnd()) {
        if (at() == ' ' || at() == '\t' || at() == '\n' || at() == '\r') {
            step();
        } else if (at() == '/' && at(1) == '/') {
            while (!atEnd() && at() != '\n')
                step();
        } else if (at() == '/' && at(1) == '*') {
            if (auto error = passBlockComment())
                return error;
        } else {
            break;
        }
    }
    return std::nullopt;
}

std::optional<TextError> Lexer::passBlockComment()
{
    const TextPlace start = m_place;
    std::size_t depth = 0;
    do {
        if (atEnd())
            return TextError{start, "this comment does not end"};
        const bool opens = at() == '/' && at(1) == '*';
        const bool closes = at() == '*' && at(1) == '/';
        if (opens)
            ++depth;
        else if (closes)
            --depth;
        step();
        if (opens || closes)
            step();
    } while (depth > 0);
    return std::nullopt;
}

Result<Token, TextError> Lexer::next()
{
    if (auto error = passBlanks())
        return *std::move(error);
    const TextPlace place = m_place;
    if (atEnd())
        return Token{Token::Kind::End, {}, place};
    const char c = at();
    if (isWordStart(c))
        return word();
    if (c == '"')
        return text();
    if (c == '-' && at(1) == '>') {
        step();
        step();
        return Token{Token::Kind::Punctuation, "->", place};
    }
    if (isDigit(c) || c == '-' || c == '+')
        return number();
    if (kPunctuation.find(c) != std::string_view::npos) {
        step();
        return Token{Token::Kind::Punctuation, std::string(1, c), place};
    }
    return TextError{place, "a character that Candid does not know"};
}

Result<Token, TextError> Lexer::word()
{
    Token token{Token::Kind::Word, {}, m_place};
    while (isWordPart(at())) {
        token.text.push_back(at());
        step();
    }
    if (token.text == "inf" || token.text == "nan")
        token.kind = Token::Kind::Float;
    return token;
}

Result<Token, TextError> Lexer::text()
{
    Token token{Token::Kind::Text, {}, m_place};
    step();
    while (at() != '"' || atEnd()) {
        if (atEnd() || at() == '\n')
            return TextError{token.place, "this text does not end; a line end in it is \\n"};
        if (static_cast<unsigned char>(at()) < 0x20 && at() != '\t')
            return TextError{m_place, "a control character has to be written as \\ and two digits"};
        if (at() == '\\') {
            if (auto error = escape(token.text))
                return *std::move(error);
            continue;
        }
        token.text.push_back(at());
        step();
    }
    step();
    return token;
}

std::optional<TextError> Lexer::escape(std::string &out)
{
    const TextPlace place = m_place;
    step();
    const char c = at();
    if (c == 'u' && at(1) == '{')
        return unicodeEscape(out, place);
    if (isHexDigit(c) && isHexDigit(at(1))) {
        out.push_back(static_cast<char>(hexValue(c) * 16 + hexValue(at(1))));
        step();
        step();
        return std::nullopt;
    }
    constexpr std::string_view kLetters = "nrt\\\"'";
    constexpr std::string_view kMeanings = "\n\r\t\\\"'";
    const std::size_t found = atEnd() ? std::string_view::npos : kLetters.find(c);
    if (found == std::string_view::npos)
        return TextError{place,
                         "an unknown escape: \\n, \\r, \\t, \\\\, \\\", \\', \\u{...} or \\ "
                         "and two hexadecimal digits"};
    out.push_back(kMeanings[found]);
    step();
    return std::nullopt;
}

std::optional<TextError> Lexer::unicodeEscape(std::string &out, TextPlace place)
{
    constexpr std::uint32_t kLargest = 0x10ffff;
    step();
    step();
    std::string digitsText;
    const bool good = digits(digitsText, true) && digitsText.size() <= 6 && at() == '}';
    std::uint32_t code = 0;
    for (const char c : digitsText.substr(0, 6))
        code = code * 16 + hexValue(c);
    if (!good || code > kLargest || (code >= 0xd800 && code <= 0xdfff))
        return TextError{place, "\\u{...} needs the hexadecimal number of a character"};
    step();
    appendUtf8(out, code);
    return std::nullopt;
}

/// At least one digit; single underscores between digits are dropped.
bool Lexer::digits(std::string &out, bool hexadecimal)
{
    const auto isGood = [&](char c) { return hexadecimal ? isHexDigit(c) : isDigit(c); };
    if (!isGood(at()))
        return false;
    while (isGood(at()) || (at() == '_' && isGood(at(1)))) {
        if (at() != '_')
            out.push_back(at());
        step();
    }
    return at() != '_';
}

/// "-inf", "+inf", "-nan".
Result<Token, TextError> Lexer::signedWord(Token token)
{
    const auto name = word();
    if (!name || name.value().kind != Token::Kind::Float)
        return TextError{token.place, "a malformed number"};
    token.kind = Token::Kind::Float;
    token.text += name.value().text;
    return token;
}

bool Lexer::fraction(Token &token)
{
    if (at() != '.')
        return true;
    token.kind = Token::Kind::Float;
    token.text.push_back('.');
    step();
    return !isDigit(at()) || digits(token.text, false);
}

bool Lexer::exponent(Token &token)
{
    if (at() != 'e' && at() != 'E')
        return true;
    token.kind = Token::Kind::Float;
    token.text.push_back('e');
    step();
    if (at() == '-' || at() == '+') {
        token.text.push_back(at());
        step();
    }
    return digits(token.text, false);
}

Result<Token, TextError> Lexer::number()
{
    Token token{Token::Kind::Natural, {}, m_place};
    if (at() == '-' || at() == '+') {
        token.kind = Token::Kind::Integer;
        if (at() == '-')
            token.text.push_back('-');
        step();
        if (isWordStart(at()))
            return signedWord(std::move(token));
    }
    const bool isHexadecimal = at() == '0' && (at(1) == 'x' || at(1) == 'X');
    if (isHexadecimal) {
        token.text += "0x";
        step();
        step();
    }
    const bool isGood = digits(token.text, isHexadecimal)
                        && (isHexadecimal || (fraction(token) && exponent(token)));
    if (!isGood || isWordPart(at()))
        return TextError{token.place, "a malformed number"};
    return token;
}

} // namespace ic::candid
