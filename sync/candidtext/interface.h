#pragma once

#include "sync/candidtext/typeterm.h"
#include "sync/ic/candidtypes.h"

#include <map>
#include <optional>

namespace ic::candid {

/// What a .did file says, and the place where types of values are kept that are read with it.
struct Interface
{
    TypeTable types;
    FieldNames names;
    std::map<std::string, TypeRef, std::less<>> definitions;
    /// Of `service : (...) -> {...}`; empty for a running canister.
    std::vector<TypeRef> installArguments;
    std::optional<TypeRef> service; ///< A Service type.

    /// Null if there is no such method.
    const Type *method(std::string_view name) const;
    /// Whether `function` may be sent as a query. `composite_query` may, too.
    static bool isQuery(const Type &function);
};

/// What `term` means with the definitions of `interface`, whose table it goes into.
Result<TypeRef, TextError> resolveType(const TypeTerm &term, Interface &interface);

/// A .did file (Candid specification, "Core Grammar"): definitions in any order, recursive ones
/// included, and at most one service, which stands last. Imports are refused: there is no folder to
/// look into. At most 1 MiB.
Result<Interface, TextError> parseInterface(std::string_view text);

/// "(nat, record { text; bool })" with the definitions of `interface`.
Result<std::vector<TypeRef>, TextError> parseTypes(std::string_view text, Interface &interface);

} // namespace ic::candid
