#include "sync/candidtext/typefinder.h"

#include <algorithm>

namespace ic::candid {

namespace {

constexpr std::size_t kMaxInferredTypes = 20'000;

using Inferred = Result<TypeRef, TextError>;

class TypeFinder
{
public:
    explicit TypeFinder(TypeTable &types)
        : m_types(types)
    {}

    Inferred typeOf(const Term &term)
    {
        if (term.annotation)
            return *term.annotation;
        if (m_types.size() > kMaxInferredTypes)
            return TextError{term.place, "too many different types"};
        switch (term.kind) {
        case Term::Kind::Null:
            return kNull;
        case Term::Kind::Bool:
            return kBool;
        case Term::Kind::Natural:
        case Term::Kind::Integer:
            return kInt;
        case Term::Kind::Float:
            return kFloat64;
        case Term::Kind::Text:
            return kText;
        case Term::Kind::Blob:
            return m_types.blob();
        case Term::Kind::Principal:
            return kPrincipal;
        case Term::Kind::Service:
            return m_types.service({});
        case Term::Kind::Func:
            return m_types.func({}, {});
        case Term::Kind::Opt: {
            const auto inner = typeOf(term.items.front());
            return inner ? Inferred(m_types.opt(inner.value())) : inner;
        }
        case Term::Kind::Vec:
            return vecOf(term);
        case Term::Kind::Record:
        case Term::Kind::Variant:
            return fieldsOf(term);
        }
        return TextError{term.place, "a value of an unknown type"};
    }

private:
    Inferred vecOf(const Term &term)
    {
        TypeRef element = kEmpty;
        for (const Term &item : term.items) {
            const auto type = typeOf(item);
            if (!type)
                return type;
            const auto joined = join(element, type.value());
            if (!joined)
                return TextError{item.place,
                                 "this element has another type than those before it: "
                                 "say which with \": type\""};
            element = *joined;
        }
        return m_types.vec(element);
    }

    Inferred fieldsOf(const Term &term)
    {
        std::vector<Field> fields;
        for (std::size_t i = 0; i < term.ids.size(); ++i) {
            const auto type = typeOf(term.items[i]);
            if (!type)
                return type;
            fields.push_back({term.ids[i], type.value()});
        }
        return term.kind == Term::Kind::Record ? m_types.record(std::move(fields))
                                               : m_types.variant(std::move(fields));
    }

    /// A type that holds the values of both, where one is easily found.
    std::optional<TypeRef> join(TypeRef a, TypeRef b)
    {
        if (a == b || b == kEmpty)
            return a;
        if (a == kEmpty)
            return b;
        if (a == kNull && m_types.is(b, Constructor::Opt))
            return b;
        if (b == kNull && m_types.is(a, Constructor::Opt))
            return a;
        if (a < 0 || b < 0)
            return std::nullopt;
        const Type left = m_types.at(a);
        const Type right = m_types.at(b);
        if (left.constructor != right.constructor)
            return std::nullopt;
        switch (left.constructor) {
        case Constructor::Opt:
        case Constructor::Vec: {
            const auto inner = join(left.inner, right.inner);
            if (!inner)
                return std::nullopt;
            return left.constructor == Constructor::Opt ? m_types.opt(*inner) : m_types.vec(*inner);
        }
        case Constructor::Record:
        case Constructor::Variant:
            return joinFields(left, right);
        case Constructor::Func:
        case Constructor::Service:
        case Constructor::Future:
            break;
        }
        return std::nullopt;
    }

    std::optional<TypeRef> joinFields(const Type &left, const Type &right)
    {
        const bool isRecord = left.constructor == Constructor::Record;
        std::vector<Field> fields = left.fields;
        for (const Field &field : right.fields) {
            const auto it = std::find_if(
                fields.begin(), fields.end(), [&](const Field &f) { return f.id == field.id; });
            if (it == fields.end()) {
                fields.push_back(field);
                continue;
            }
            const auto joined = join(it->type, field.type);
            if (!joined)
                return std::nullopt;
            it->type = *joined;
        }
        if (isRecord
            && (fields.size() != left.fields.size() || fields.size() != right.fields.size()))
            return std::nullopt;
        return isRecord ? m_types.record(std::move(fields)) : m_types.variant(std::move(fields));
    }

    TypeTable &m_types;
};

} // namespace

Result<TypeRef, TextError> inferType(const Term &term, TypeTable &types)
{
    return TypeFinder(types).typeOf(term);
}

} // namespace ic::candid
