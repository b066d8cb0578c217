#include "sync/candidtext/interface.h"

#include <algorithm>
#include <array>

namespace ic::candid {

namespace {

constexpr std::size_t kMaxInterfaceBytes = std::size_t{1} << 20U;

struct NamedPrimitive
{
    std::string_view name;
    TypeRef type;
};

constexpr std::array kPrimitives{
    NamedPrimitive{"null", kNull},
    NamedPrimitive{"bool", kBool},
    NamedPrimitive{"nat", kNat},
    NamedPrimitive{"int", kInt},
    NamedPrimitive{"nat8", kNat8},
    NamedPrimitive{"nat16", kNat16},
    NamedPrimitive{"nat32", kNat32},
    NamedPrimitive{"nat64", kNat64},
    NamedPrimitive{"int8", kInt8},
    NamedPrimitive{"int16", kInt16},
    NamedPrimitive{"int32", kInt32},
    NamedPrimitive{"int64", kInt64},
    NamedPrimitive{"float32", kFloat32},
    NamedPrimitive{"float64", kFloat64},
    NamedPrimitive{"text", kText},
    NamedPrimitive{"reserved", kReserved},
    NamedPrimitive{"empty", kEmpty},
    NamedPrimitive{"principal", kPrincipal},
};

std::optional<TypeRef> primitiveNamed(std::string_view name)
{
    const auto *it = std::find_if(kPrimitives.begin(), kPrimitives.end(), [&](const auto &entry) {
        return entry.name == name;
    });
    if (it == kPrimitives.end())
        return std::nullopt;
    return it->type;
}

using Types = Result<std::vector<TypeRef>, TextError>;

Result<TypeRef, TextError> resolve(const TypeTerm &term, Interface &interface);

Types resolveAll(const std::vector<TypeTerm> &terms, Interface &interface)
{
    std::vector<TypeRef> types;
    for (const TypeTerm &term : terms) {
        const auto type = resolve(term, interface);
        if (!type)
            return type.error();
        types.push_back(type.value());
    }
    return types;
}

Result<TypeRef, TextError> resolveName(const TypeTerm &term, Interface &interface)
{
    if (const auto found = interface.definitions.find(term.name);
        found != interface.definitions.end())
        return found->second;
    if (const auto primitive = primitiveNamed(term.name))
        return *primitive;
    if (term.name == "blob")
        return interface.types.blob();
    return TextError{term.place, "there is no type \"" + term.name + '"'};
}

Result<TypeRef, TextError> resolveFields(const TypeTerm &term, Interface &interface)
{
    const auto types = resolveAll(term.items, interface);
    if (!types)
        return types.error();
    std::vector<Field> fields;
    for (std::size_t i = 0; i < term.ids.size(); ++i)
        fields.push_back({term.ids[i], types.value()[i]});
    return term.kind == TypeTerm::Kind::Record ? interface.types.record(std::move(fields))
                                               : interface.types.variant(std::move(fields));
}

/// What methods are is checked when all definitions are known.
Result<TypeRef, TextError> resolveService(const TypeTerm &term, Interface &interface)
{
    const auto types = resolveAll(term.items, interface);
    if (!types)
        return types.error();
    std::vector<Method> methods;
    for (std::size_t i = 0; i < term.methods.size(); ++i)
        methods.push_back({term.methods[i], types.value()[i]});
    return interface.types.service(std::move(methods));
}

Result<TypeRef, TextError> resolveFunc(const TypeTerm &term, Interface &interface)
{
    auto arguments = resolveAll(term.arguments, interface);
    if (!arguments)
        return arguments.error();
    auto results = resolveAll(term.results, interface);
    if (!results)
        return results.error();
    const bool isOneway = std::count(term.modes.begin(), term.modes.end(), Mode::Oneway) > 0;
    if (isOneway && !results.value().empty())
        return TextError{term.place, "a oneway function has no results"};
    return interface.types.func(
        std::move(arguments).value(), std::move(results).value(), term.modes);
}

Result<TypeRef, TextError> resolve(const TypeTerm &term, Interface &interface)
{
    switch (term.kind) {
    case TypeTerm::Kind::Name:
        return resolveName(term, interface);
    case TypeTerm::Kind::Opt:
    case TypeTerm::Kind::Vec: {
        const auto inner = resolve(term.items.front(), interface);
        if (!inner)
            return inner.error();
        return term.kind == TypeTerm::Kind::Opt ? interface.types.opt(inner.value())
                                                : interface.types.vec(inner.value());
    }
    case TypeTerm::Kind::Record:
    case TypeTerm::Kind::Variant:
        return resolveFields(term, interface);
    case TypeTerm::Kind::Func:
        return resolveFunc(term, interface);
    case TypeTerm::Kind::Service:
        return resolveService(term, interface);
    }
    return TextError{term.place, "an unknown type"};
}

/// Every method of a service has to be a function: the first one that is not.
std::optional<TextError> methodFault(const TypeTerm &term, const Interface &interface)
{
    if (term.kind == TypeTerm::Kind::Service) {
        for (std::size_t i = 0; i < term.items.size(); ++i) {
            const TypeTerm &item = term.items[i];
            if (item.kind == TypeTerm::Kind::Func)
                continue;
            const auto found = interface.definitions.find(item.name);
            if (item.kind != TypeTerm::Kind::Name || found == interface.definitions.end()
                || !interface.types.is(found->second, Constructor::Func))
                return TextError{item.place, "a method has to be a function"};
        }
    }
    for (const auto *list : {&term.items, &term.arguments, &term.results}) {
        for (const TypeTerm &item : *list) {
            if (auto fault = methodFault(item, interface))
                return fault;
        }
    }
    return std::nullopt;
}

/// Reads a file in two steps: all definitions as terms, then what their names mean.
class InterfaceParser
{
public:
    explicit InterfaceParser(std::string_view text)
        : m_lexer(text)
        , m_parser(m_lexer, m_interface.names)
    {}

    Result<Interface, TextError> parse()
    {
        for (;;) {
            auto token = m_lexer.take();
            if (!token)
                return token.error();
            if (token.value().kind == Token::Kind::End)
                break;
            if (const auto read = definition(token.value()); !read)
                return read.error();
        }
        if (const auto named = declareAll(); !named)
            return named.error();
        if (const auto defined = defineAll(); !defined)
            return defined.error();
        if (const auto service = resolveActor(); !service)
            return service.error();
        for (const auto &[name, term] : m_terms) {
            if (auto fault = methodFault(term, m_interface))
                return *std::move(fault);
        }
        return std::move(m_interface);
    }

private:
    Result<Done, TextError> definition(const Token &word)
    {
        if (m_actor)
            return TextError{word.place, "the service has to be the last definition"};
        if (word.isWord("import"))
            return TextError{word.place, "imports are not supported: put everything in one file"};
        if (word.isWord("type"))
            return typeDefinition();
        if (word.isWord("service"))
            return actor(word.place);
        return TextError{word.place, "expected type or service, not " + word.described()};
    }

    Result<Done, TextError> endOfDefinition()
    {
        const auto &next = m_lexer.peek();
        if (!next)
            return next.error();
        if (next.value().kind == Token::Kind::End)
            return Done{};
        if (const auto taken = expect(m_lexer, ";"); !taken)
            return taken.error();
        return Done{};
    }

    Result<Done, TextError> typeDefinition()
    {
        auto name = m_lexer.take();
        if (!name)
            return name.error();
        const Token &token = name.value();
        if (token.kind != Token::Kind::Word || !isPlainName(token.text)
            || primitiveNamed(token.text))
            return TextError{token.place,
                             "the name of a type is missing before " + token.described()};
        if (const auto equals = expect(m_lexer, "="); !equals)
            return equals.error();
        auto term = m_parser.type();
        if (!term)
            return term.error();
        if (!m_terms.emplace(token.text, std::move(term).value()).second)
            return TextError{token.place, "the type \"" + token.text + "\" is defined twice"};
        return endOfDefinition();
    }

    Result<Done, TextError> actor(TextPlace place)
    {
        m_actorPlace = place;
        const auto &next = m_lexer.peek();
        if (next && next.value().kind == Token::Kind::Word) {
            if (const auto name = m_lexer.take(); !name)
                return name.error();
        }
        if (const auto colon = expect(m_lexer, ":"); !colon)
            return colon.error();
        const auto &opening = m_lexer.peek();
        if (opening && opening.value().is("(")) {
            auto arguments = m_parser.tuple();
            if (!arguments)
                return arguments.error();
            m_installArguments = std::move(arguments).value();
            if (const auto arrow = expect(m_lexer, "->"); !arrow)
                return arrow.error();
        }
        const auto &body = m_lexer.peek();
        auto term = body && body.value().is("{") ? m_parser.methods() : m_parser.type();
        if (!term)
            return term.error();
        m_actor = std::move(term).value();
        return endOfDefinition();
    }

    /// What `term` stands for when names that only rename are followed; null for a circle.
    const TypeTerm *meaning(const TypeTerm *term) const
    {
        for (std::size_t steps = 0; steps <= m_terms.size(); ++steps) {
            const auto next =
                term->kind == TypeTerm::Kind::Name ? m_terms.find(term->name) : m_terms.end();
            if (next == m_terms.end())
                return term;
            term = &next->second;
        }
        return nullptr;
    }

    Result<Done, TextError> declareAll()
    {
        std::map<const TypeTerm *, TypeRef> declared;
        for (const auto &[name, term] : m_terms) {
            const TypeTerm *body = meaning(&term);
            if (!body)
                return TextError{term.place, "the type \"" + name + "\" is only its own name"};
            const bool isComposite = body->kind != TypeTerm::Kind::Name || body->name == "blob";
            if (!isComposite) {
                const auto primitive = primitiveNamed(body->name);
                if (!primitive)
                    return TextError{body->place, "there is no type \"" + body->name + '"'};
                m_interface.definitions[name] = *primitive;
                continue;
            }
            const auto [it, isNew] = declared.try_emplace(body, kNull);
            if (isNew)
                it->second = m_interface.types.declare();
            m_interface.definitions[name] = it->second;
            if (isNew)
                m_bodies.emplace_back(it->second, body);
        }
        return Done{};
    }

    Result<Done, TextError> defineAll()
    {
        for (const auto &[declared, body] : m_bodies) {
            const auto resolved = resolve(*body, m_interface);
            if (!resolved)
                return resolved.error();
            m_interface.types.define(declared, resolved.value());
        }
        return Done{};
    }

    Result<Done, TextError> resolveActor()
    {
        auto arguments = resolveAll(m_installArguments, m_interface);
        if (!arguments)
            return arguments.error();
        m_interface.installArguments = std::move(arguments).value();
        for (const TypeTerm &term : m_installArguments) {
            if (auto fault = methodFault(term, m_interface))
                return *std::move(fault);
        }
        if (!m_actor)
            return Done{};
        const auto service = resolve(*m_actor, m_interface);
        if (!service)
            return service.error();
        if (!m_interface.types.is(service.value(), Constructor::Service))
            return TextError{m_actorPlace, "this is no service"};
        m_interface.service = service.value();
        if (auto fault = methodFault(*m_actor, m_interface))
            return *std::move(fault);
        return Done{};
    }

    Interface m_interface;
    Lexer m_lexer;
    TypeParser m_parser;
    std::map<std::string, TypeTerm> m_terms;
    std::vector<std::pair<TypeRef, const TypeTerm *>> m_bodies;
    std::vector<TypeTerm> m_installArguments;
    std::optional<TypeTerm> m_actor;
    TextPlace m_actorPlace;
};

} // namespace

const Type *Interface::method(std::string_view name) const
{
    if (!service)
        return nullptr;
    const auto &methods = types.at(*service).methods;
    const auto it = std::find_if(
        methods.begin(), methods.end(), [&](const Method &method) { return method.name == name; });
    return it == methods.end() ? nullptr : &types.at(it->type);
}

bool Interface::isQuery(const Type &function)
{
    return std::any_of(function.modes.begin(), function.modes.end(), [](Mode mode) {
        return mode == Mode::Query || mode == Mode::CompositeQuery;
    });
}

Result<TypeRef, TextError> resolveType(const TypeTerm &term, Interface &interface)
{
    if (auto fault = methodFault(term, interface))
        return *std::move(fault);
    return resolve(term, interface);
}

Result<Interface, TextError> parseInterface(std::string_view text)
{
    if (text.size() > kMaxInterfaceBytes)
        return TextError{{}, "an interface may have 1 MiB"};
    return InterfaceParser(text).parse();
}

Result<std::vector<TypeRef>, TextError> parseTypes(std::string_view text, Interface &interface)
{
    if (text.size() > kMaxInterfaceBytes)
        return TextError{{}, "types may have 1 MiB"};
    Lexer lexer(text);
    TypeParser parser(lexer, interface.names);
    const auto terms = parser.tuple();
    if (!terms)
        return terms.error();
    const auto rest = lexer.take();
    if (!rest)
        return rest.error();
    if (rest.value().kind != Token::Kind::End)
        return TextError{rest.value().place, "nothing may follow the types"};
    for (const TypeTerm &term : terms.value()) {
        if (auto fault = methodFault(term, interface))
            return *std::move(fault);
    }
    return resolveAll(terms.value(), interface);
}

} // namespace ic::candid
