#pragma once

#include "model/base/cbor.h"
#include "model/base/clock.h"
#include "model/base/result.h"
#include "sync/ic/principal.h"

#include <string>

namespace ic {

/// Permission from one key to the next (interface specification, "Authentication").
struct Delegation
{
    Bytes publicKey; ///< DER of the key that may sign.
    std::uint64_t expirationNs = 0; ///< Nanoseconds since 1970.
    /// Canisters it is good for; absent: all, empty: none.
    std::optional<std::vector<Principal>> targets;
    /// "queries", "all" or absent; carried through unchanged because it is signed.
    std::optional<std::string> permissions;

    cbor::Map toCbor() const;
    friend bool operator==(const Delegation &, const Delegation &) = default;
};

struct SignedDelegation
{
    Delegation delegation;
    Bytes signature; ///< Any length: canister signatures take kilobytes.
    friend bool operator==(const SignedDelegation &, const SignedDelegation &) = default;
};

/// From `publicKey`, whose principal is the sender, through `links` to a session key.
struct DelegationChain
{
    Bytes publicKey; ///< DER.
    std::vector<SignedDelegation> links;
    friend bool operator==(const DelegationChain &, const DelegationChain &) = default;
};

/// The bytes that a delegation's signature is over.
Bytes delegationSignedBytes(const Delegation &delegation);

/// JSON as browsers' agents write it (`DelegationChain.toJSON`): hexadecimal everywhere. Unknown
/// members are ignored, everything else is strict. The error is a sentence for the log.
Result<DelegationChain, std::string> parseDelegationJson(const QByteArray &json);
QByteArray toDelegationJson(const DelegationChain &chain);

class CertificateVerifier;

/// What a chain is going to be used for.
struct ChainUse
{
    enum class Request { Call, Query, ReadState };

    Request request = Request::Call;
    std::optional<Principal> canister; ///< Called or queried; absent for read_state.
    UtcTime now;
    std::chrono::nanoseconds minimumLeft{0}; ///< Every link must last at least this from now.
};

enum class ChainFault {
    TooLong, ///< More than 20 links.
    Expired,
    Cycle, ///< A key occurs twice.
    TooManyTargets, ///< More than 1000 in a link.
    BadKey, ///< A key that is none.
    BadSignature,
    BadPermissions, ///< A value that nobody knows.
    PermissionDenied, ///< Queries only, but the request is a call.
    TargetNotAllowed,
};
const char *toString(ChainFault fault);

/// The checks of a replica that a client can do, in its order; nothing: the chain may be used.
/// Canister signatures are checked with `verifier` if there is one, else left to the replica like
/// those of WebAuthn; it refuses wrong ones.
std::optional<ChainFault> checkChain(const DelegationChain &chain,
                                     const ChainUse &use,
                                     CertificateVerifier *verifier = nullptr);

} // namespace ic
