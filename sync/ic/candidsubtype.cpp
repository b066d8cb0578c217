#include "sync/ic/candidwire.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace ic::candid {

namespace {

constexpr unsigned kMaxDepth = 512;

/// A type and the table that it lives in.
struct Place
{
    const TypeTable *table;
    TypeRef type;
};

/// Co-inductive: a pair that is being looked at counts as related. No rule has alternatives, so
/// the first unrelated pair decides.
class Comparison
{
public:
    bool related(Place a, Place b, unsigned depth)
    {
        if (depth > kMaxDepth)
            return false;
        if (b.type == kReserved || a.type == kEmpty || b.table->is(b.type, Constructor::Opt))
            return true; // whatever does not fit an opt becomes none
        if (b.type == kPrincipal && a.table->is(a.type, Constructor::Service))
            return true;
        if (a.type < 0 || b.type < 0)
            return a.type == b.type || (a.type == kNat && b.type == kInt);
        if (!m_assumed.insert({a.table, a.type, b.table, b.type}).second)
            return true;
        const Type &left = a.table->at(a.type);
        const Type &right = b.table->at(b.type);
        if (left.constructor != right.constructor)
            return false;
        return sameConstructor(a, left, b, right, depth + 1);
    }

private:
    bool sameConstructor(Place a, const Type &left, Place b, const Type &right, unsigned depth)
    {
        switch (left.constructor) {
        case Constructor::Opt:
            return true;
        case Constructor::Vec:
            return related({a.table, left.inner}, {b.table, right.inner}, depth);
        case Constructor::Record:
            return records(a, left, b, right, depth);
        case Constructor::Variant:
            return variants(a, left, b, right, depth);
        case Constructor::Func:
            return left.modes == right.modes
                   && tuples(b.table, right.arguments, a.table, left.arguments, depth)
                   && tuples(a.table, left.results, b.table, right.results, depth);
        case Constructor::Service:
            return services(a, left, b, right, depth);
        case Constructor::Future:
            return false;
        }
        return false;
    }

    static const Field *find(const std::vector<Field> &fields, std::uint32_t id)
    {
        const auto it = std::lower_bound(
            fields.begin(), fields.end(), id, [](const Field &f, std::uint32_t wanted) {
                return f.id < wanted;
            });
        return it != fields.end() && it->id == id ? &*it : nullptr;
    }

    bool records(Place a, const Type &left, Place b, const Type &right, unsigned depth)
    {
        return std::all_of(right.fields.begin(), right.fields.end(), [&](const Field &expected) {
            const Field *given = find(left.fields, expected.id);
            return given ? related({a.table, given->type}, {b.table, expected.type}, depth)
                         : b.table->mayBeMissing(expected.type);
        });
    }

    bool variants(Place a, const Type &left, Place b, const Type &right, unsigned depth)
    {
        return std::all_of(left.fields.begin(), left.fields.end(), [&](const Field &given) {
            const Field *expected = find(right.fields, given.id);
            return expected && related({a.table, given.type}, {b.table, expected->type}, depth);
        });
    }

    bool tuples(const TypeTable *tableA,
                const std::vector<TypeRef> &given,
                const TypeTable *tableB,
                const std::vector<TypeRef> &expected,
                unsigned depth)
    {
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const bool good = i < given.size()
                                  ? related({tableA, given[i]}, {tableB, expected[i]}, depth)
                                  : tableB->mayBeMissing(expected[i]);
            if (!good)
                return false;
        }
        return true;
    }

    bool services(Place a, const Type &left, Place b, const Type &right, unsigned depth)
    {
        return std::all_of(right.methods.begin(), right.methods.end(), [&](const Method &wanted) {
            const auto it = std::find_if(left.methods.begin(),
                                         left.methods.end(),
                                         [&](const Method &m) { return m.name == wanted.name; });
            return it != left.methods.end()
                   && related({a.table, it->type}, {b.table, wanted.type}, depth);
        });
    }

    std::set<std::tuple<const TypeTable *, TypeRef, const TypeTable *, TypeRef>> m_assumed;
};

} // namespace

bool isSubtype(const TypeTable &tableA, TypeRef a, const TypeTable &tableB, TypeRef b)
{
    return Comparison().related({&tableA, a}, {&tableB, b}, 0);
}

} // namespace ic::candid
