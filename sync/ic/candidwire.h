#pragma once

#include "sync/ic/candidreader.h"
#include "sync/ic/candidtypes.h"

namespace ic::candid {

/// What stands in front of the values of a message.
struct WireTypes
{
    TypeTable types;
    std::vector<TypeRef> arguments;
    /// Least bytes that a value of each type takes, so that lengths can be believed or not.
    std::vector<std::uint32_t> leastSizes;

    std::uint32_t leastSize(TypeRef type) const;
};

/// Reads and checks the head of a message; null and a reason if it is malformed.
std::optional<WireTypes> readWireTypes(Reader &reader, const char *&reason);

/// Whether every value of `a` may be used where `b` is expected (Candid, "Subtyping").
/// Types nested deeper than 512 count as unrelated.
bool isSubtype(const TypeTable &tableA, TypeRef a, const TypeTable &tableB, TypeRef b);

} // namespace ic::candid
