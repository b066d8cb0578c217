#pragma once

#include "sync/candidtext/interface.h"

namespace ic::candid {

/// A value as it is written, before it has a type.
struct Term
{
    enum class Kind {
        Null,
        Bool,
        Natural, ///< Without a sign: fits every number type that is large enough.
        Integer,
        Float,
        Text,
        Blob,
        Principal,
        Service,
        Func,
        Opt,
        Vec,
        Record,
        Variant
    };

    Kind kind = Kind::Null;
    TextPlace place;
    std::string text; ///< Digits, text, bytes or principal; "true" or "false".
    std::string method; ///< Func.
    std::vector<Term> items; ///< Opt, Variant: one; Vec, Record.
    std::vector<std::uint32_t> ids; ///< Record, Variant: of the items.
    std::optional<TypeRef> annotation; ///< `value : type`.
};

/// "(value, value, ...)" and nothing behind it. Bounded: 16 MiB, 600 levels, a million values.
/// Names of fields go to `interface`, types in annotations as well.
Result<std::vector<Term>, TextError> parseTerms(std::string_view text, Interface &interface);

} // namespace ic::candid
