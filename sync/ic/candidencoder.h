#pragma once

#include "sync/ic/bytes.h"
#include "sync/ic/candidtypes.h"
#include "sync/ic/candidvalue.h"

namespace ic::candid {

/// Magic, type table and argument types of a message. Only types that the arguments reach are
/// written, in the order of their first visit.
Bytes encodeHead(const TypeTable &types, const std::vector<TypeRef> &arguments);

/// Appends `value`; false if it does not fit `type`.
bool encodeValue(Bytes &out, const TypeTable &types, TypeRef type, const Value &value);

} // namespace ic::candid
