#pragma once

#include "sync/candidtext/interface.h"
#include "sync/ic/candidvalue.h"

namespace ic::candid {

/// Arguments as a person writes them, "(5, record { name = \"Ann\" })", for these types. Numbers
/// fit where they are in range, a value fits `opt` without the word, fields that may be missing
/// may be left out; a field that the type does not have is an error, as it is a typing mistake.
/// Missing arguments at the end are allowed where Candid allows them. Types of annotations go into
/// the table of `interface`, to which `types` belong.
Result<std::vector<Value>, TextError>
parseArguments(std::string_view text, Interface &interface, const std::vector<TypeRef> &types);

struct TypedArguments
{
    std::vector<TypeRef> types; ///< In the table of the interface.
    std::vector<Value> values;
};
/// The same where no types are known: numbers are `int` or `float64` unless they say otherwise
/// ("5 : nat"), as other tools of the Internet Computer read them.
Result<TypedArguments, TextError> inferArguments(std::string_view text, Interface &interface);

/// "nat64", "record", ...: for messages.
std::string shortName(const TypeTable &types, TypeRef type);

} // namespace ic::candid
