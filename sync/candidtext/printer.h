#pragma once

#include "sync/candidtext/interface.h"
#include "sync/ic/candidvalue.h"

namespace ic::candid {

/// Arguments or results as Candid text, "(5 : nat, record { name = \"Ann\" })", which
/// `parseArguments` and, thanks to the types behind numbers, `inferArguments` read back. Fields
/// without a known name show their number. Long values go over several lines. Characters that could
/// steer a terminal are escaped.
std::string printArguments(const TypeTable &types,
                           const FieldNames &names,
                           const std::vector<TypeRef> &arguments,
                           const std::vector<Value> &values);

/// With quotes.
std::string printText(std::string_view text);
/// `blob "..."`: printable ASCII as it is, everything else as \ and two digits.
std::string printBlob(BytesView bytes);

} // namespace ic::candid
