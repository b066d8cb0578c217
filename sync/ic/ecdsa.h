#pragma once

#include "sync/ic/publickey.h"

namespace ic {

/// `raw` is 04 and two coordinates of a point of the scheme's curve, not the point at infinity.
bool isPointOnCurve(KeyScheme scheme, BytesView raw);

/// `signature` is r and s, 32 bytes each, big-endian.
bool verifyEcdsa(const PublicKey &key, BytesView message, BytesView signature, EcdsaRule rule);

/// The public point (04 and two coordinates) of a 32-byte secret, big-endian; nothing if it is not
/// between 1 and the order of the curve.
std::optional<Bytes> ecdsaPublicPoint(KeyScheme scheme, BytesView secret);

/// r and s, 32 bytes each, s low. `point` is the public one of `secret`. Empty if the library
/// refuses, which it does not for such a pair.
Bytes signEcdsa(KeyScheme scheme, BytesView secret, BytesView point, BytesView message);

} // namespace ic
