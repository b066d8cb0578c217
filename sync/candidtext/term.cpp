#include "sync/candidtext/term.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <limits>

namespace ic::candid {

namespace {

constexpr std::size_t kMaxTermDepth = 600;
constexpr std::size_t kMaxTerms = 1'000'000;
constexpr std::size_t kMaxTextBytes = std::size_t{16} << 20U;

using Read = Result<Done, TextError>;

class TermParser
{
public:
    TermParser(std::string_view text, Interface &interface)
        : m_lexer(text)
        , m_interface(interface)
        , m_types(m_lexer, interface.names)
    {}

    Result<std::vector<Term>, TextError> arguments()
    {
        std::vector<Term> terms;
        if (const auto open = expect(m_lexer, "("); !open)
            return open.error();
        if (auto read = list(terms, ",", ")"); !read)
            return read.error();
        const auto rest = m_lexer.take();
        if (!rest)
            return rest.error();
        if (rest.value().kind != Token::Kind::End)
            return TextError{rest.value().place, "nothing may follow the arguments"};
        return terms;
    }

private:
    /// Annotated values up to `close`.
    Read list(std::vector<Term> &terms, std::string_view separator, std::string_view close)
    {
        while (!takeIf(m_lexer, close)) {
            if (auto read = annotated(terms.emplace_back()); !read)
                return read;
            if (!takeIf(m_lexer, separator)) {
                if (const auto end = expect(m_lexer, close); !end)
                    return end.error();
                break;
            }
        }
        return Done{};
    }

    Read annotated(Term &term)
    {
        if (auto read = value(term); !read)
            return read;
        return annotation(term);
    }

    /// The type behind a value, if there is one.
    Read annotation(Term &term)
    {
        if (!takeIf(m_lexer, ":"))
            return Done{};
        const auto type = m_types.type();
        if (!type)
            return type.error();
        const auto resolved = resolveType(type.value(), m_interface);
        if (!resolved)
            return resolved.error();
        if (term.annotation && *term.annotation != resolved.value())
            return TextError{type.value().place, "this value has a type already"};
        term.annotation = resolved.value();
        return Done{};
    }

    Read value(Term &term)
    {
        auto token = m_lexer.take();
        if (!token)
            return token.error();
        term.place = token.value().place;
        if (m_depth >= kMaxTermDepth || ++m_count > kMaxTerms)
            return TextError{term.place, "values are nested too deep, or too many"};
        ++m_depth;
        auto read = valueBehind(term, std::move(token).value());
        --m_depth;
        return read;
    }

    Read valueBehind(Term &term, Token token)
    {
        switch (token.kind) {
        case Token::Kind::Natural:
            return literal(term, Term::Kind::Natural, std::move(token));
        case Token::Kind::Integer:
            return literal(term, Term::Kind::Integer, std::move(token));
        case Token::Kind::Float:
            return literal(term, Term::Kind::Float, std::move(token));
        case Token::Kind::Text:
            if (!isUtf8(token.text))
                return TextError{token.place, "a text has to be UTF-8; other bytes are a blob"};
            return literal(term, Term::Kind::Text, std::move(token));
        case Token::Kind::Word:
            return worded(term, token);
        case Token::Kind::Punctuation:
            if (token.is("("))
                return parenthesised(term);
            break;
        case Token::Kind::End:
            break;
        }
        return TextError{token.place, "a value is missing before " + token.described()};
    }

    static Read literal(Term &term, Term::Kind kind, Token token)
    {
        term.kind = kind;
        term.text = std::move(token.text);
        return Done{};
    }

    Read parenthesised(Term &term)
    {
        if (auto read = annotated(term); !read)
            return read;
        if (const auto close = expect(m_lexer, ")"); !close)
            return close.error();
        return Done{};
    }

    Read worded(Term &term, const Token &word)
    {
        if (word.text == "null")
            return literal(term, Term::Kind::Null, {});
        if (word.text == "true" || word.text == "false")
            return literal(term, Term::Kind::Bool, word);
        if (word.text == "blob")
            return quoted(term, Term::Kind::Blob);
        if (word.text == "principal")
            return quoted(term, Term::Kind::Principal);
        if (word.text == "service")
            return quoted(term, Term::Kind::Service);
        if (word.text == "func")
            return func(term);
        if (word.text == "opt") {
            term.kind = Term::Kind::Opt;
            return value(term.items.emplace_back());
        }
        if (word.text == "vec") {
            term.kind = Term::Kind::Vec;
            if (const auto open = expect(m_lexer, "{"); !open)
                return open.error();
            return list(term.items, ";", "}");
        }
        if (word.text == "record")
            return record(term);
        if (word.text == "variant")
            return variant(term);
        return TextError{word.place, "there is no value " + word.described()};
    }

    Read quoted(Term &term, Term::Kind kind)
    {
        auto token = m_lexer.take();
        if (!token)
            return token.error();
        if (token.value().kind != Token::Kind::Text)
            return TextError{token.value().place,
                             "a text in quotes is missing before " + token.value().described()};
        return literal(term, kind, std::move(token).value());
    }

    Read func(Term &term)
    {
        if (auto read = quoted(term, Term::Kind::Func); !read)
            return read;
        if (const auto dot = expect(m_lexer, "."); !dot)
            return dot.error();
        auto name = m_lexer.take();
        if (!name)
            return name.error();
        if (!name.value().isName() || !isUtf8(name.value().text))
            return TextError{name.value().place, "the name of a method is missing"};
        term.method = std::move(name).value().text;
        return Done{};
    }

    Read record(Term &term)
    {
        term.kind = Term::Kind::Record;
        if (const auto open = expect(m_lexer, "{"); !open)
            return open.error();
        while (!takeIf(m_lexer, "}")) {
            if (auto read = recordField(term); !read)
                return read;
            if (!takeIf(m_lexer, ";")) {
                if (const auto close = expect(m_lexer, "}"); !close)
                    return close.error();
                break;
            }
        }
        auto sorted = term.ids;
        std::sort(sorted.begin(), sorted.end());
        if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
            return TextError{term.place, "two fields have the same name or number"};
        return Done{};
    }

    Read recordField(Term &term)
    {
        auto first = m_lexer.take();
        if (!first)
            return first.error();
        const Token &token = first.value();
        const bool mayBeLabel = token.isName() || token.kind == Token::Kind::Natural;
        if (mayBeLabel && takeIf(m_lexer, "=")) {
            const auto id = labelId(token);
            if (!id)
                return id.error();
            term.ids.push_back(id.value());
            return annotated(term.items.emplace_back());
        }
        if (!term.ids.empty() && term.ids.back() == std::numeric_limits<std::uint32_t>::max())
            return TextError{token.place, "a field's number has to be below 2^32"};
        term.ids.push_back(term.ids.empty() ? 0 : term.ids.back() + 1);
        Term &item = term.items.emplace_back();
        item.place = token.place;
        if (++m_count > kMaxTerms || m_depth >= kMaxTermDepth)
            return TextError{token.place, "values are nested too deep, or too many"};
        ++m_depth;
        auto read = valueBehind(item, token);
        --m_depth;
        if (!read)
            return read;
        return annotation(item);
    }

    Read variant(Term &term)
    {
        term.kind = Term::Kind::Variant;
        if (const auto open = expect(m_lexer, "{"); !open)
            return open.error();
        const auto label = m_lexer.take();
        if (!label)
            return label.error();
        const auto id = labelId(label.value());
        if (!id)
            return id.error();
        term.ids.push_back(id.value());
        Term &item = term.items.emplace_back();
        item.place = label.value().place;
        if (takeIf(m_lexer, "=")) {
            if (auto read = annotated(item); !read)
                return read;
        }
        takeIf(m_lexer, ";");
        if (const auto close = expect(m_lexer, "}"); !close)
            return close.error();
        return Done{};
    }

    Result<std::uint32_t, TextError> labelId(const Token &token)
    {
        if (token.kind == Token::Kind::Natural) {
            const auto number = fieldNumber(token);
            if (!number)
                return TextError{token.place, "a field's number has to be below 2^32"};
            return *number;
        }
        if (!token.isName() || !isUtf8(token.text))
            return TextError{token.place,
                             "the name of a field is missing before " + token.described()};
        const std::uint32_t id = fieldId(token.text);
        m_interface.names[id] = token.text;
        return id;
    }

    Lexer m_lexer;
    Interface &m_interface;
    TypeParser m_types;
    std::size_t m_depth = 0;
    std::size_t m_count = 0;
};

} // namespace

Result<std::vector<Term>, TextError> parseTerms(std::string_view text, Interface &interface)
{
    if (text.size() > kMaxTextBytes)
        return TextError{{}, "arguments may have 16 MiB as text"};
    return TermParser(text, interface).arguments();
}

} // namespace ic::candid
