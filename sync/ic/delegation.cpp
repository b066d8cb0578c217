#include "sync/ic/delegation.h"

#include "sync/ic/canistersignature.h"
#include "sync/ic/requestid.h"
#include "sync/ic/sha.h"

#include <algorithm>
#include <set>

namespace ic {

namespace {

constexpr std::size_t kMaxLinks = 20;
constexpr std::size_t kMaxTargets = 1000;
constexpr std::string_view kQueries = "queries";
constexpr std::string_view kAll = "all";

bool isExpired(const Delegation &delegation, const ChainUse &use)
{
    const auto limit = (use.now + use.minimumLeft).time_since_epoch().count();
    return limit > 0 && delegation.expirationNs < static_cast<std::uint64_t>(limit);
}

bool isSigned(const PublicKey &key, const SignedDelegation &link, CertificateVerifier *verifier)
{
    const Bytes message = delegationSignedBytes(link.delegation);
    if (key.scheme == KeyScheme::WebAuthn)
        return true;
    if (key.scheme != KeyScheme::CanisterSignature)
        return verifySignature(key, message, link.signature, EcdsaRule::AnySForP256);
    return !verifier || !checkCanisterSignature(*verifier, key, message, link.signature);
}

std::optional<ChainFault> checkLink(BytesView signer,
                                    const SignedDelegation &link,
                                    ChainUse::Request request,
                                    CertificateVerifier *verifier)
{
    const auto key = parsePublicKey(signer);
    if (!key)
        return ChainFault::BadKey;
    if (!isSigned(*key, link, verifier))
        return ChainFault::BadSignature;
    const auto &permissions = link.delegation.permissions;
    if (permissions && *permissions != kQueries && *permissions != kAll)
        return ChainFault::BadPermissions;
    if (permissions == kQueries && request == ChainUse::Request::Call)
        return ChainFault::PermissionDenied;
    return std::nullopt;
}

bool isTarget(const Delegation &delegation, const Principal &canister)
{
    return !delegation.targets
           || std::find(delegation.targets->begin(), delegation.targets->end(), canister)
                  != delegation.targets->end();
}

/// What does not need a signature check.
std::optional<ChainFault> checkShape(const DelegationChain &chain, const ChainUse &use)
{
    if (chain.links.size() > kMaxLinks)
        return ChainFault::TooLong;
    for (const SignedDelegation &link : chain.links) {
        if (isExpired(link.delegation, use))
            return ChainFault::Expired;
    }
    std::set<Bytes> keys{chain.publicKey};
    for (const SignedDelegation &link : chain.links) {
        if (!keys.insert(link.delegation.publicKey).second)
            return ChainFault::Cycle;
    }
    for (const SignedDelegation &link : chain.links) {
        if (link.delegation.targets && link.delegation.targets->size() > kMaxTargets)
            return ChainFault::TooManyTargets;
    }
    return std::nullopt;
}

} // namespace

cbor::Map Delegation::toCbor() const
{
    cbor::Map map;
    map.append("pubkey", publicKey);
    map.append("expiration", expirationNs);
    if (targets) {
        cbor::Array list;
        for (const Principal &target : *targets)
            list.emplace_back(toBytes(target.bytes()));
        map.append("targets", std::move(list));
    }
    if (permissions)
        map.append("permissions", *permissions);
    return map;
}

Bytes delegationSignedBytes(const Delegation &delegation)
{
    Bytes bytes = domainSeparator("ic-request-auth-delegation");
    append(bytes, hashOfMap(delegation.toCbor()));
    return bytes;
}

const char *toString(ChainFault fault)
{
    switch (fault) {
    case ChainFault::TooLong:
        return "chain_too_long";
    case ChainFault::Expired:
        return "expired";
    case ChainFault::Cycle:
        return "cycle";
    case ChainFault::TooManyTargets:
        return "too_many_targets";
    case ChainFault::BadKey:
        return "bad_key";
    case ChainFault::BadSignature:
        return "bad_delegation_signature";
    case ChainFault::BadPermissions:
        return "bad_permissions";
    case ChainFault::PermissionDenied:
        return "permission_denied";
    case ChainFault::TargetNotAllowed:
        return "target_not_allowed";
    }
    return "";
}

std::optional<ChainFault>
checkChain(const DelegationChain &chain, const ChainUse &use, CertificateVerifier *verifier)
{
    if (const auto fault = checkShape(chain, use))
        return fault;
    BytesView signer = chain.publicKey;
    for (const SignedDelegation &link : chain.links) {
        if (const auto fault = checkLink(signer, link, use.request, verifier))
            return fault;
        signer = link.delegation.publicKey;
    }
    for (const SignedDelegation &link : chain.links) {
        if (use.canister && !isTarget(link.delegation, *use.canister))
            return ChainFault::TargetNotAllowed;
    }
    return std::nullopt;
}

} // namespace ic
