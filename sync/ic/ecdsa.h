#pragma once

#include "sync/ic/publickey.h"

namespace ic {

/// `raw` is 04 and two coordinates of a point of the scheme's curve, not the point at infinity.
bool isPointOnCurve(KeyScheme scheme, BytesView raw);

/// `signature` is r and s, 32 bytes each, big-endian.
bool verifyEcdsa(const PublicKey &key, BytesView message, BytesView signature, EcdsaRule rule);

} // namespace ic
