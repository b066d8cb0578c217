#pragma once

#include "sync/candidtext/term.h"

namespace ic::candid {

/// The type that a term tells by itself; it goes into `types`.
Result<TypeRef, TextError> inferType(const Term &term, TypeTable &types);

} // namespace ic::candid
