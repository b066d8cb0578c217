#pragma once

#include "model/base/result.h"
#include "sync/candidtext/texterror.h"

#include <optional>
#include <string>
#include <string_view>

namespace ic::candid {

struct Token
{
    enum class Kind {
        End,
        Word, ///< Identifier or keyword.
        Text, ///< Between quotes; escapes are resolved, so that it need not be UTF-8.
        Natural, ///< Digits, without a sign.
        Integer, ///< With a sign.
        Float,
        Punctuation, ///< One of ( ) { } : ; , = . and "->".
    };
    Kind kind = Kind::End;
    std::string text; ///< Numbers without underscores; hexadecimal ones keep their "0x".
    TextPlace place;

    bool is(std::string_view punctuation) const
    {
        return kind == Kind::Punctuation && text == punctuation;
    }
    bool isWord(std::string_view word) const { return kind == Kind::Word && text == word; }
    bool isName() const { return kind == Kind::Word || kind == Kind::Text; }
    /// As a message names it.
    std::string described() const;
};

/// Cuts Candid text (specification, "Core Grammar") into tokens; comments and blanks are passed
/// over. `inf`, `-inf` and `nan` are numbers as well: other tools print them.
class Lexer
{
public:
    /// `text` must outlive the lexer.
    explicit Lexer(std::string_view text);

    /// The next token without taking it. An error stays.
    const Result<Token, TextError> &peek();
    Result<Token, TextError> take();

private:
    Result<Token, TextError> next();
    std::optional<TextError> passBlanks();
    std::optional<TextError> passBlockComment();
    Result<Token, TextError> word();
    Result<Token, TextError> text();
    Result<Token, TextError> number();
    bool digits(std::string &out, bool hexadecimal);
    bool fraction(Token &token);
    bool exponent(Token &token);
    Result<Token, TextError> signedWord(Token token);
    std::optional<TextError> escape(std::string &out);
    std::optional<TextError> unicodeEscape(std::string &out, TextPlace place);

    bool atEnd() const { return m_at >= m_text.size(); }
    char at(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    void step();

    std::string_view m_text;
    std::size_t m_at = 0;
    TextPlace m_place;
    bool m_hasPeeked = false;
    Result<Token, TextError> m_peeked = Token{};
};

/// Whether `text` may stand as a name without quotes.
bool isPlainName(std::string_view text);

} // namespace ic::candid
