#pragma once

#include "model/base/clock.h"
#include "model/base/result.h"
#include "sync/ic/hashtree.h"
#include "sync/ic/principal.h"

#include <set>
#include <string>

namespace ic {

/// What a verified certificate proves.
struct Certificate
{
    HashTree tree; ///< Well-formed.
    UtcTime time; ///< When the subnet made it.
    Principal subnet; ///< Whose word it is.
    bool isDelegated = false; ///< false: the root subnet spoke for itself.
    std::string subnetType; ///< As its delegation tells; empty: it does not.
};

struct CertificateError
{
    enum class Kind {
        Malformed,
        NestedDelegation,
        BadSignature,
        BadKey, ///< The delegation's subnet key is not a BLS key.
        NoSubnetKey, ///< The delegation does not name the subnet's key.
        NotAuthorized, ///< The subnet has no say about the canister or subnet asked for.
        NoTime,
        Stale, ///< More than five minutes old.
        Future, ///< More than five minutes ahead.
        DelegationStale, ///< The delegation is more than thirty days old.
    };
    Kind kind = Kind::Malformed;
};
const char *toString(CertificateError::Kind kind);

/// Whom a certificate has to speak for.
struct CertificateTarget
{
    enum class Kind { Canister, Subnet };
    Kind kind = Kind::Canister;
    Principal id;

    static CertificateTarget canister(Principal id) { return {Kind::Canister, std::move(id)}; }
    static CertificateTarget subnet(Principal id) { return {Kind::Subnet, std::move(id)}; }
};

enum class Freshness {
    Required,
    Ignored, ///< Only to learn the network's time. A delegation's age is measured by its
             ///< certificate's time then.
};

/// Root key of the main network (DER).
const Bytes &mainNetworkRootKey();

/// Checks certificates against one root key (interface specification, "Certification").
///
/// Remembers which delegations it has verified, by hash; their age and ranges are checked every
/// time. Not thread-safe.
class CertificateVerifier
{
public:
    explicit CertificateVerifier(Bytes rootKeyDer);

    /// `certificate`: CBOR. `now`: corrected time.
    Result<Certificate, CertificateError> verify(BytesView certificate,
                                                 const CertificateTarget &target,
                                                 UtcTime now,
                                                 Freshness freshness = Freshness::Required);

    const Bytes &rootKey() const { return m_rootKey; }
    Principal rootSubnet() const { return Principal::selfAuthenticating(m_rootKey); }

private:
    struct Delegation;
    struct Parsed;
    struct SubnetKey;
    using Kind = CertificateError::Kind;

    static std::optional<Parsed> parse(BytesView certificate);
    Result<SubnetKey, CertificateError> delegatedKey(const Delegation &delegation,
                                                     const CertificateTarget &target);
    bool isSignedByRoot(const Parsed &inner, BytesView bytes);

    Bytes m_rootKey;
    std::set<Hash> m_verifiedDelegations;
};

/// Whether `canister` lies in one of the ranges of `subnet` that `tree` shows, in either layout.
bool isInCanisterRanges(const HashTree &tree, const Principal &subnet, const Principal &canister);

/// The certified time.
std::optional<UtcTime> certifiedTime(const HashTree &tree);

} // namespace ic
