#pragma once

#include "model/base/cbor.h"
#include "sync/ic/bytes.h"

namespace ic {

/// The representation-independent hash of the interface specification, for request ids,
/// delegations and query answers. Values may be byte strings, text, natural numbers, arrays and
/// maps; others have no hash and are a bug of the caller.
Hash hashOfMap(const cbor::Map &map);
Hash hashOfValue(const cbor::Value &value);

} // namespace ic
