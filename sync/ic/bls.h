#pragma once

#include "sync/ic/bytes.h"

namespace ic {

/// BLS12-381 with signatures in G1 (48 bytes) and keys in G2 (96 bytes), both compressed. Points
/// off the curve, outside the prime-order subgroup or at infinity are refused.
bool verifyBls(BytesView publicKey, BytesView signature, BytesView message);

} // namespace ic
