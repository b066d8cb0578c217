#include "sync/candidtext/valuetext.h"

#include "sync/candidtext/numbertext.h"
#include "sync/candidtext/typefinder.h"
#include "sync/ic/candid.h"
#include "sync/ic/candidwire.h"

#include <algorithm>

namespace ic::candid {

namespace {

constexpr const char *kPrimitiveNames[] = {"null",
                                           "bool",
                                           "nat",
                                           "int",
                                           "nat8",
                                           "nat16",
                                           "nat32",
                                           "nat64",
                                           "int8",
                                           "int16",
                                           "int32",
                                           "int64",
                                           "float32",
                                           "float64",
                                           "text",
                                           "reserved",
                                           "empty"};

using Made = Result<Value, TextError>;

class ValueBuilder
{
public:
    explicit ValueBuilder(Interface &interface)
        : m_interface(interface)
    {}

    Made at(const Term &term, TypeRef type)
    {
        if (!term.annotation || *term.annotation == type)
            return plainAt(term, type);
        const TypeTable &types = m_interface.types;
        const TypeRef given = *term.annotation;
        auto value = plainAt(term, given);
        if (!value)
            return value;
        if (!isSubtype(types, given, types, type))
            return mismatch(term, type);
        const auto bytes = Message(types, {given}).encode({value.value()});
        auto coerced = bytes ? Message(types, {type}).decode(*bytes)
                             : Result<std::vector<Value>, DecodeError>(DecodeError{});
        if (!coerced)
            return mismatch(term, type);
        return std::move(coerced.value().front());
    }

private:
    TextError mismatch(const Term &term, TypeRef type) const
    {
        std::string detail = "this is no " + shortName(m_interface.types, type);
        const bool isWhole = term.kind == Term::Kind::Natural || term.kind == Term::Kind::Integer;
        if (isWhole && isNumberType(type))
            detail += ", or out of its range";
        return {term.place, detail};
    }

    Made plainAt(const Term &term, TypeRef type)
    {
        if (type < 0)
            return primitiveAt(term, type);
        const Type &composite = m_interface.types.at(type);
        switch (composite.constructor) {
        case Constructor::Opt:
            return optAt(term, composite.inner);
        case Constructor::Vec:
            return vecAt(term, type, composite.inner);
        case Constructor::Record:
            return recordAt(term, type, composite.fields);
        case Constructor::Variant:
            return variantAt(term, type, composite.fields);
        case Constructor::Func:
            return funcAt(term, type);
        case Constructor::Service:
            return principalAt(term, type);
        case Constructor::Future:
            break;
        }
        return mismatch(term, type);
    }

    Made primitiveAt(const Term &term, TypeRef type)
    {
        switch (type) {
        case kNull:
            return term.kind == Term::Kind::Null ? Made(Value()) : mismatch(term, type);
        case kReserved:
            return Value();
        case kBool:
            return term.kind == Term::Kind::Bool ? Made(Value(term.text == "true"))
                                                 : mismatch(term, type);
        case kText:
            return term.kind == Term::Kind::Text ? Made(Value(term.text)) : mismatch(term, type);
        case kPrincipal:
            return principalAt(term, type);
        case kEmpty:
            return TextError{term.place, "the type empty has no values"};
        default:
            break;
        }
        const auto number = numberValue(term, type);
        return number ? Made(*number) : mismatch(term, type);
    }

    Made principalAt(const Term &term, TypeRef type)
    {
        const bool isGood = term.kind == Term::Kind::Service
                            || (term.kind == Term::Kind::Principal && type == kPrincipal);
        if (!isGood)
            return mismatch(term, type);
        const auto principal = Principal::fromText(std::string_view(term.text));
        if (!principal)
            return TextError{term.place, "this text is no principal"};
        return Value(*principal);
    }

    Made funcAt(const Term &term, TypeRef type)
    {
        if (term.kind != Term::Kind::Func)
            return mismatch(term, type);
        const auto service = Principal::fromText(std::string_view(term.text));
        if (!service)
            return TextError{term.place, "this text is no principal"};
        return Value(Func{*service, term.method});
    }

    Made optAt(const Term &term, TypeRef inner)
    {
        if (term.kind == Term::Kind::Null)
            return Value::none();
        if (term.kind != Term::Kind::Opt)
            return wrapped(term, inner);
        auto content = at(term.items.front(), inner);
        if (!content)
            return content;
        return Value::some(std::move(content).value());
    }

    /// `5` where `opt 5` is meant. `type T = opt T` has no end of it.
    Made wrapped(const Term &term, TypeRef inner)
    {
        constexpr int kMaxWraps = 16;
        if (m_wraps >= kMaxWraps)
            return mismatch(term, inner);
        ++m_wraps;
        auto content = plainAt(term, inner);
        --m_wraps;
        if (!content)
            return content;
        return Value::some(std::move(content).value());
    }

    Made vecAt(const Term &term, TypeRef type, TypeRef element)
    {
        if (element == kNat8 && term.kind == Term::Kind::Blob)
            return Value(toBytes(std::string_view(term.text)));
        if (term.kind != Term::Kind::Vec)
            return mismatch(term, type);
        Value::Vec items;
        Bytes bytes;
        for (const Term &item : term.items) {
            auto value = at(item, element);
            if (!value)
                return value;
            if (element == kNat8)
                bytes.push_back(static_cast<std::uint8_t>(*value.value().as<std::uint64_t>()));
            else
                items.push_back(std::move(value).value());
        }
        return element == kNat8 ? Value(std::move(bytes)) : Value(std::move(items));
    }

    Made recordAt(const Term &term, TypeRef type, const std::vector<Field> &fields)
    {
        if (term.kind != Term::Kind::Record)
            return mismatch(term, type);
        std::map<std::uint32_t, const Term *> given;
        for (std::size_t i = 0; i < term.ids.size(); ++i)
            given[term.ids[i]] = &term.items[i];
        Record record;
        for (const Field &field : fields) {
            const auto found = given.find(field.id);
            if (found == given.end()) {
                if (!m_interface.types.mayBeMissing(field.type))
                    return TextError{term.place, "the field " + nameOf(field.id) + " is missing"};
                const bool isOpt = m_interface.types.is(field.type, Constructor::Opt);
                record.fields.push_back(isOpt ? Value::none() : Value());
                continue;
            }
            auto value = at(*found->second, field.type);
            if (!value)
                return value;
            record.fields.push_back(std::move(value).value());
            given.erase(found);
        }
        if (!given.empty())
            return TextError{given.begin()->second->place,
                             "there is no field " + nameOf(given.begin()->first)};
        return Value(std::move(record));
    }

    Made variantAt(const Term &term, TypeRef type, const std::vector<Field> &cases)
    {
        if (term.kind != Term::Kind::Variant)
            return mismatch(term, type);
        const auto it = std::find_if(cases.begin(), cases.end(), [&](const Field &field) {
            return field.id == term.ids.front();
        });
        if (it == cases.end())
            return TextError{term.place, "there is no case " + nameOf(term.ids.front())};
        auto content = at(term.items.front(), it->type);
        if (!content)
            return content;
        return Value::variant(it->id, std::move(content).value());
    }

    std::string nameOf(std::uint32_t id) const
    {
        const auto found = m_interface.names.find(id);
        return found == m_interface.names.end() ? std::to_string(id) : '"' + found->second + '"';
    }

    Interface &m_interface;
    int m_wraps = 0;
};

} // namespace

std::string shortName(const TypeTable &types, TypeRef type)
{
    if (type == kPrincipal)
        return "principal";
    if (type < 0)
        return type >= kEmpty ? kPrimitiveNames[-type - 1] : "type";
    const Type &composite = types.at(type);
    switch (composite.constructor) {
    case Constructor::Opt:
        return "opt";
    case Constructor::Vec:
        return composite.inner == kNat8 ? "blob" : "vec";
    case Constructor::Record:
        return "record";
    case Constructor::Variant:
        return "variant";
    case Constructor::Func:
        return "func";
    case Constructor::Service:
        return "service";
    case Constructor::Future:
        break;
    }
    return "type";
}

Result<std::vector<Value>, TextError>
parseArguments(std::string_view text, Interface &interface, const std::vector<TypeRef> &types)
{
    const auto terms = parseTerms(text, interface);
    if (!terms)
        return terms.error();
    const std::size_t given = terms.value().size();
    if (given > types.size())
        return TextError{terms.value()[types.size()].place,
                         "only " + std::to_string(types.size()) + " arguments are wanted"};
    ValueBuilder builder(interface);
    std::vector<Value> values;
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (i >= given) {
            if (!interface.types.mayBeMissing(types[i]))
                return TextError{{},
                                 std::to_string(types.size()) + " arguments are wanted, not "
                                     + std::to_string(given)};
            const bool isOpt = interface.types.is(types[i], Constructor::Opt);
            values.push_back(isOpt ? Value::none() : Value());
            continue;
        }
        auto value = builder.at(terms.value()[i], types[i]);
        if (!value)
            return value.error();
        values.push_back(std::move(value).value());
    }
    return values;
}

Result<TypedArguments, TextError> inferArguments(std::string_view text, Interface &interface)
{
    const auto terms = parseTerms(text, interface);
    if (!terms)
        return terms.error();
    ValueBuilder builder(interface);
    TypedArguments arguments;
    for (const Term &term : terms.value()) {
        const auto type = inferType(term, interface.types);
        if (!type)
            return type.error();
        auto value = builder.at(term, type.value());
        if (!value)
            return value.error();
        arguments.types.push_back(type.value());
        arguments.values.push_back(std::move(value).value());
    }
    return arguments;
}

} // namespace ic::candid
