#pragma once

#include "sync/ic/certificate.h"

namespace ic {

/// What a canister certified, taken from a query's answer.
struct CertifiedData
{
    HashTree tree; ///< The canister's own; well-formed, parts may be pruned.
    UtcTime time; ///< When the subnet certified it: up to five minutes ago.
};

enum class CertifiedDataFault {
    Malformed, ///< The witness is no hash tree, or one whose labels are out of order.
    NoData, ///< The certificate does not show what the canister certified.
    OtherData, ///< The canister certified another tree than the witness.
};
const char *toString(CertifiedDataFault fault);

/// The tree that `witness` (CBOR) shows, if `certificate`, which was verified for `canister`, says
/// that the canister certified its root.
Result<HashTree, CertifiedDataFault>
certifiedTree(const Certificate &certificate, const Principal &canister, BytesView witness);

} // namespace ic
