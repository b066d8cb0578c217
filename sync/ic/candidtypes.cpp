#include "sync/ic/candidtypes.h"

#include <QtGlobal>

#include <algorithm>

namespace ic::candid {

bool isPrimitive(TypeRef type)
{
    return (type <= kNull && type >= kEmpty) || type == kPrincipal;
}

Field field(std::string_view name, TypeRef type)
{
    return {fieldId(name), type};
}

TypeRef TypeTable::add(Type type)
{
    const auto same = std::find(m_types.begin(), m_types.end(), type);
    if (same != m_types.end())
        return static_cast<TypeRef>(same - m_types.begin());
    m_types.push_back(std::move(type));
    return static_cast<TypeRef>(m_types.size() - 1);
}

TypeRef TypeTable::opt(TypeRef inner)
{
    Type type;
    type.constructor = Constructor::Opt;
    type.inner = inner;
    return add(std::move(type));
}

TypeRef TypeTable::vec(TypeRef inner)
{
    Type type;
    type.constructor = Constructor::Vec;
    type.inner = inner;
    return add(std::move(type));
}

TypeRef TypeTable::record(std::vector<Field> fields)
{
    std::sort(
        fields.begin(), fields.end(), [](const Field &a, const Field &b) { return a.id < b.id; });
    Type type;
    type.constructor = Constructor::Record;
    type.fields = std::move(fields);
    return add(std::move(type));
}

TypeRef TypeTable::tuple(const std::vector<TypeRef> &types)
{
    std::vector<Field> fields;
    for (const TypeRef type : types)
        fields.push_back({static_cast<std::uint32_t>(fields.size()), type});
    return record(std::move(fields));
}

TypeRef TypeTable::variant(std::vector<Field> cases)
{
    std::sort(
        cases.begin(), cases.end(), [](const Field &a, const Field &b) { return a.id < b.id; });
    Type type;
    type.constructor = Constructor::Variant;
    type.fields = std::move(cases);
    return add(std::move(type));
}

TypeRef TypeTable::func(std::vector<TypeRef> arguments,
                        std::vector<TypeRef> results,
                        std::vector<Mode> modes)
{
    Type type;
    type.constructor = Constructor::Func;
    type.arguments = std::move(arguments);
    type.results = std::move(results);
    type.modes = std::move(modes);
    return add(std::move(type));
}

TypeRef TypeTable::service(std::vector<Method> methods)
{
    std::sort(methods.begin(), methods.end(), [](const Method &a, const Method &b) {
        return a.name < b.name;
    });
    Type type;
    type.constructor = Constructor::Service;
    type.methods = std::move(methods);
    return add(std::move(type));
}

TypeRef TypeTable::declare()
{
    const auto declared = static_cast<TypeRef>(m_types.size());
    Type placeholder;
    placeholder.constructor = Constructor::Future; // equal to no type that `add` looks for
    placeholder.inner = declared;
    m_types.push_back(std::move(placeholder));
    return declared;
}

void TypeTable::define(TypeRef declared, TypeRef meaning)
{
    Q_ASSERT(isComposite(declared) && isComposite(meaning));
    m_types[static_cast<std::size_t>(declared)] = at(meaning);
}

bool TypeTable::mayBeMissing(TypeRef type) const
{
    return type == kNull || type == kReserved || is(type, Constructor::Opt);
}

std::size_t TypeTable::positionOf(TypeRef record, std::uint32_t id) const
{
    const auto &fields = at(record).fields;
    const auto it = std::lower_bound(
        fields.begin(), fields.end(), id, [](const Field &f, std::uint32_t wanted) {
            return f.id < wanted;
        });
    Q_ASSERT(it != fields.end() && it->id == id);
    return static_cast<std::size_t>(it - fields.begin());
}

} // namespace ic::candid
