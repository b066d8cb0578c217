#pragma once

#include "sync/ic/certificate.h"
#include "sync/ic/publickey.h"

namespace ic {

enum class CanisterSignatureFault {
    Malformed, ///< The key or the signature has not the shape of one.
    BadCertificate, ///< Not certified by a subnet that hosts the signing canister.
    BadSubnetType, ///< That subnet's type is not told, or is one that may not sign.
    TreeNotCertified, ///< The canister certified another tree.
    NotSigned, ///< The tree does not hold this message under this seed.
};
const char *toString(CanisterSignatureFault fault);

/// Whether the canister that `key` names signed `message` (with its domain separator): the scheme
/// of Internet Identity (interface specification, "Canister signatures"). Such a signature does not
/// age. `key` must be of scheme CanisterSignature. Nothing: it did.
std::optional<CanisterSignatureFault> checkCanisterSignature(CertificateVerifier &verifier,
                                                             const PublicKey &key,
                                                             BytesView message,
                                                             BytesView signature);

} // namespace ic
