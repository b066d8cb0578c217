#include "sync/candidtext/typeterm.h"

#include "model/base/utf8.h"
#include "sync/ic/bigint.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace ic::candid {

namespace {

constexpr std::size_t kMaxTypeDepth = 256;
constexpr std::size_t kMaxTerms = 20'000; ///< The network's largest interfaces have 3,000.

} // namespace

Result<Token, TextError> expect(Lexer &lexer, std::string_view punctuation)
{
    auto token = lexer.take();
    if (token && !token.value().is(punctuation)) {
        return TextError{token.value().place,
                         '"' + std::string(punctuation) + "\" is missing before "
                             + token.value().described()};
    }
    return token;
}

bool takeIf(Lexer &lexer, std::string_view punctuation)
{
    const auto &token = lexer.peek();
    if (!token || !token.value().is(punctuation))
        return false;
    return lexer.take().ok();
}

std::optional<std::uint32_t> fieldNumber(const Token &token)
{
    const bool isHexadecimal = token.text.starts_with("0x");
    const std::string_view digits = std::string_view(token.text).substr(isHexadecimal ? 2 : 0);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(
        digits.data(), digits.data() + digits.size(), number, isHexadecimal ? 16 : 10);
    if (token.kind != Token::Kind::Natural || error != std::errc()
        || end != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

Result<TypeTerm, TextError> TypeParser::type()
{
    if (m_depth >= kMaxTypeDepth || m_terms >= kMaxTerms) {
        const auto token = m_lexer.peek();
        return token ? TextError{token.value().place, "types are nested too deep, or too many"}
                     : token.error();
    }
    ++m_depth;
    ++m_terms;
    auto term = typeAtDepth();
    --m_depth;
    return term;
}

Result<TypeTerm, TextError> TypeParser::typeAtDepth()
{
    const auto token = m_lexer.take();
    if (!token)
        return token.error();
    return typeBehind(token.value());
}

Result<TypeTerm, TextError> TypeParser::typeBehind(const Token &word)
{
    if (word.kind != Token::Kind::Word)
        return TextError{word.place, "a type is missing before " + word.described()};
    return composite(word);
}

Result<TypeTerm, TextError> TypeParser::composite(const Token &word)
{
    TypeTerm term;
    term.place = word.place;
    if (word.text == "func") {
        auto function = this->function();
        if (function)
            function.value().place = word.place;
        return function;
    }
    if (word.text == "service") {
        auto service = methods();
        if (service)
            service.value().place = word.place;
        return service;
    }
    if (word.text == "opt" || word.text == "vec") {
        term.kind = word.text == "opt" ? TypeTerm::Kind::Opt : TypeTerm::Kind::Vec;
        auto inner = type();
        if (!inner)
            return inner.error();
        term.items.push_back(std::move(inner).value());
        return term;
    }
    if (word.text == "record" || word.text == "variant") {
        term.kind = word.text == "record" ? TypeTerm::Kind::Record : TypeTerm::Kind::Variant;
        if (const auto read = fields(term); !read)
            return read.error();
        return term;
    }
    term.name = word.text;
    return term;
}

Result<Done, TextError> TypeParser::fields(TypeTerm &term)
{
    if (const auto open = expect(m_lexer, "{"); !open)
        return open.error();
    while (!takeIf(m_lexer, "}")) {
        if (const auto read = field(term); !read)
            return read.error();
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

Result<Done, TextError> TypeParser::field(TypeTerm &term)
{
    auto label = m_lexer.take();
    if (!label)
        return label.error();
    const Token &token = label.value();
    if (token.kind == Token::Kind::Natural) {
        const auto id = fieldNumber(token);
        if (!id)
            return TextError{token.place, "a field's number has to be below 2^32"};
        return fieldOf(term, *id, token);
    }
    const auto &after = m_lexer.peek();
    if (!after)
        return after.error();
    const bool isLabel = after.value().is(":") || token.kind == Token::Kind::Text
                         || (term.kind == TypeTerm::Kind::Variant && !after.value().is("{"));
    if (isLabel && token.isName()) {
        if (!isUtf8(token.text))
            return TextError{token.place, "a name has to be UTF-8"};
        m_names[fieldId(token.text)] = token.text;
        return fieldOf(term, fieldId(token.text), token);
    }
    if (m_depth >= kMaxTypeDepth || ++m_terms > kMaxTerms)
        return TextError{token.place, "types are nested too deep, or too many"};
    ++m_depth;
    auto item = typeBehind(token);
    --m_depth;
    if (!item)
        return item.error();
    return unnamed(term, std::move(item).value());
}

Result<Done, TextError> TypeParser::fieldOf(TypeTerm &term, std::uint32_t id, const Token &label)
{
    if (takeIf(m_lexer, ":")) {
        auto item = type();
        if (!item)
            return item.error();
        term.items.push_back(std::move(item).value());
    } else if (term.kind == TypeTerm::Kind::Variant) {
        TypeTerm null;
        null.name = "null";
        null.place = label.place;
        term.items.push_back(std::move(null));
    } else {
        return TextError{label.place, "the type of this field is missing"};
    }
    term.ids.push_back(id);
    return Done{};
}

Result<Done, TextError> TypeParser::unnamed(TypeTerm &term, TypeTerm item)
{
    if (term.kind == TypeTerm::Kind::Variant)
        return TextError{item.place, "a case needs a name"};
    if (!term.ids.empty() && term.ids.back() == std::numeric_limits<std::uint32_t>::max())
        return TextError{item.place, "a field's number has to be below 2^32"};
    term.ids.push_back(term.ids.empty() ? 0 : term.ids.back() + 1);
    term.items.push_back(std::move(item));
    return Done{};
}

Result<std::vector<TypeTerm>, TextError> TypeParser::tuple()
{
    if (const auto open = expect(m_lexer, "("); !open)
        return open.error();
    std::vector<TypeTerm> types;
    while (!takeIf(m_lexer, ")")) {
        auto first = m_lexer.take();
        if (!first)
            return first.error();
        const bool isNamed = first.value().isName() && takeIf(m_lexer, ":");
        auto item = isNamed ? type() : typeBehind(first.value());
        if (!item)
            return item.error();
        types.push_back(std::move(item).value());
        if (!takeIf(m_lexer, ",")) {
            if (const auto close = expect(m_lexer, ")"); !close)
                return close.error();
            break;
        }
    }
    return types;
}

Result<TypeTerm, TextError> TypeParser::function()
{
    TypeTerm term;
    term.kind = TypeTerm::Kind::Func;
    const auto &first = m_lexer.peek();
    if (!first)
        return first.error();
    if (++m_depth > kMaxTypeDepth)
        return TextError{first.value().place, "types are nested too deep"};
    auto arguments = tuple();
    if (!arguments)
        return arguments.error();
    if (const auto arrow = expect(m_lexer, "->"); !arrow)
        return arrow.error();
    auto results = tuple();
    if (!results)
        return results.error();
    --m_depth;
    term.arguments = std::move(arguments).value();
    term.results = std::move(results).value();
    if (const auto read = modes(term); !read)
        return read.error();
    return term;
}

Result<Done, TextError> TypeParser::modes(TypeTerm &term)
{
    for (;;) {
        const auto &token = m_lexer.peek();
        if (!token)
            return token.error();
        if (token.value().isWord("query"))
            term.modes.push_back(Mode::Query);
        else if (token.value().isWord("oneway"))
            term.modes.push_back(Mode::Oneway);
        else if (token.value().isWord("composite_query"))
            term.modes.push_back(Mode::CompositeQuery);
        else
            return Done{};
        if (term.modes.size() > 1)
            return TextError{token.value().place, "a function is only one of these"};
        if (const auto taken = m_lexer.take(); !taken)
            return taken.error();
    }
}

Result<TypeTerm, TextError> TypeParser::methods()
{
    TypeTerm term;
    term.kind = TypeTerm::Kind::Service;
    const auto open = expect(m_lexer, "{");
    if (!open)
        return open.error();
    while (!takeIf(m_lexer, "}")) {
        if (const auto read = method(term); !read)
            return read.error();
        if (!takeIf(m_lexer, ";")) {
            if (const auto close = expect(m_lexer, "}"); !close)
                return close.error();
            break;
        }
    }
    auto sorted = term.methods;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return TextError{open.value().place, "two methods have the same name"};
    return term;
}

Result<Done, TextError> TypeParser::method(TypeTerm &service)
{
    auto name = m_lexer.take();
    if (!name)
        return name.error();
    if (!name.value().isName() || !isUtf8(name.value().text))
        return TextError{name.value().place,
                         "the name of a method is missing before " + name.value().described()};
    if (const auto colon = expect(m_lexer, ":"); !colon)
        return colon.error();
    const auto &next = m_lexer.peek();
    if (!next)
        return next.error();
    if (++m_terms > kMaxTerms)
        return TextError{next.value().place, "too many types"};
    const TextPlace place = next.value().place;
    auto item = next.value().is("(") ? function() : type();
    if (!item)
        return item.error();
    item.value().place = place;
    service.methods.push_back(std::move(name).value().text);
    service.items.push_back(std::move(item).value());
    return Done{};
}

} // namespace ic::candid
