#include "sync/ic/certificate.h"

#include "sync/ic/bls.h"
#include "sync/ic/leb128.h"
#include "sync/ic/publickey.h"
#include "sync/ic/sha.h"

#include <algorithm>
#include <limits>

namespace ic {

namespace {

using namespace std::chrono_literals;

constexpr auto kMaxAge = 5min;
constexpr auto kMaxAhead = 5min;
constexpr auto kMaxDelegationAge = 30 * 24h;
/// More delegations than a client of one canister ever meets.
constexpr std::size_t kRememberedDelegations = 64;

cbor::DecodeOptions decodeOptions()
{
    cbor::DecodeOptions options;
    options.maxDepth = HashTree::kMaxDepth + 1;
    options.maxItems = HashTree::kMaxItems;
    options.allowFloats = false;
    options.allowSimple = false;
    return options;
}

bool verifyRootHash(BytesView keyDer, const HashTree &tree, BytesView signature)
{
    const auto key = parsePublicKey(keyDer);
    if (!key || key->scheme != KeyScheme::Bls12381)
        return false;
    Bytes message = domainSeparator("ic-state-root");
    append(message, tree.rootHash());
    return verifyBls(key->raw, signature, message);
}

std::optional<CertificateError::Kind>
ageFault(UtcTime time, std::optional<UtcTime> delegated, Freshness freshness, UtcTime now)
{
    if (freshness == Freshness::Ignored)
        now = time;
    if (time < now - kMaxAge)
        return CertificateError::Kind::Stale;
    if (time > now + kMaxAhead || (delegated && *delegated > now + kMaxAhead))
        return CertificateError::Kind::Future;
    if (delegated && *delegated < now - kMaxDelegationAge)
        return CertificateError::Kind::DelegationStale;
    return std::nullopt;
}

bool isInRanges(BytesView encoded, const Principal &canister)
{
    cbor::DecodeOptions options = decodeOptions();
    options.maxDepth = 2;
    const auto ranges = cbor::decode(encoded, options);
    if (!ranges || !ranges.value().asArray())
        return false;
    const auto &list = *ranges.value().asArray();
    return std::any_of(list.begin(), list.end(), [&](const cbor::Value &range) {
        const auto *ends = range.asArray();
        return ends && ends->size() == 2 && (*ends)[0].asBytes() && (*ends)[1].asBytes()
               && !lessBytes(canister.bytes(), *(*ends)[0].asBytes())
               && !lessBytes(*(*ends)[1].asBytes(), canister.bytes());
    });
}

} // namespace

struct CertificateVerifier::Delegation
{
    Principal subnet;
    Bytes certificate;
};

struct CertificateVerifier::Parsed
{
    HashTree tree;
    Bytes signature;
    std::optional<Delegation> delegation;
};

struct CertificateVerifier::SubnetKey
{
    Bytes der;
    Principal subnet;
    std::string type;
    std::optional<UtcTime> delegated; ///< When the root subnet said so; absent: it is its own key.
};

const char *toString(CertificateError::Kind kind)
{
    switch (kind) {
    case CertificateError::Kind::Malformed:
        return "malformed";
    case CertificateError::Kind::NestedDelegation:
        return "nested_delegation";
    case CertificateError::Kind::BadSignature:
        return "bad_signature";
    case CertificateError::Kind::BadKey:
        return "bad_key";
    case CertificateError::Kind::NoSubnetKey:
        return "no_subnet_key";
    case CertificateError::Kind::NotAuthorized:
        return "not_authorized";
    case CertificateError::Kind::NoTime:
        return "no_time";
    case CertificateError::Kind::Stale:
        return "stale";
    case CertificateError::Kind::Future:
        return "future";
    case CertificateError::Kind::DelegationStale:
        return "delegation_stale";
    }
    return "";
}

const Bytes &mainNetworkRootKey()
{
    static const Bytes kKey = *fromHex(
        "308182301d060d2b0601040182dc7c0503010201060c2b0601040182dc7c05030201036100814c0e6ec71fab58"
        "3b08bd81373c255c3c371b2e84863c98a4f1e08b74235d14fb5d9c0cd546d9685f913a0c0b2cc5341583bf4b43"
        "92e467db96d65b9bb4cb717112f8472e0d5a4d14505ffd7484b01291091c5f87b98883463f98091a0baaae");
    return kKey;
}

CertificateVerifier::CertificateVerifier(Bytes rootKeyDer)
    : m_rootKey(std::move(rootKeyDer))
{}

std::optional<CertificateVerifier::Parsed> CertificateVerifier::parse(BytesView certificate)
{
    auto decoded = cbor::decode(certificate, decodeOptions());
    cbor::Map *map = decoded ? decoded.value().asMap() : nullptr;
    cbor::Value *tree = map ? map->find("tree") : nullptr;
    const cbor::Value *signature = map ? map->find("signature") : nullptr;
    if (!tree || !signature || !signature->asBytes())
        return std::nullopt;
    auto hashTree = HashTree::fromCbor(std::move(*tree));
    if (!hashTree)
        return std::nullopt;
    Parsed parsed{*std::move(hashTree), *signature->asBytes(), std::nullopt};
    if (const cbor::Value *value = map->find("delegation")) {
        const cbor::Map *delegation = value->asMap();
        const cbor::Value *subnet = delegation ? delegation->find("subnet_id") : nullptr;
        const cbor::Value *inner = delegation ? delegation->find("certificate") : nullptr;
        if (!subnet || !subnet->asBytes() || !inner || !inner->asBytes())
            return std::nullopt;
        auto id = Principal::fromBytes(*subnet->asBytes());
        if (!id)
            return std::nullopt;
        parsed.delegation = Delegation{*std::move(id), *inner->asBytes()};
    }
    return parsed;
}

Result<Certificate, CertificateError> CertificateVerifier::verify(BytesView certificate,
                                                                  const CertificateTarget &target,
                                                                  UtcTime now,
                                                                  Freshness freshness)
{
    auto parsed = parse(certificate);
    if (!parsed)
        return CertificateError{Kind::Malformed};
    SubnetKey key{m_rootKey, rootSubnet(), {}, std::nullopt};
    if (parsed->delegation) {
        auto delegated = delegatedKey(*parsed->delegation, target);
        if (!delegated)
            return delegated.error();
        key = std::move(delegated).value();
    } else if (target.kind == CertificateTarget::Kind::Subnet && target.id != key.subnet) {
        return CertificateError{Kind::NotAuthorized};
    }
    if (!verifyRootHash(key.der, parsed->tree, parsed->signature))
        return CertificateError{Kind::BadSignature};
    if (!parsed->tree.isWellFormed())
        return CertificateError{Kind::Malformed};
    const auto time = certifiedTime(parsed->tree);
    if (!time)
        return CertificateError{Kind::NoTime};
    if (const auto fault = ageFault(*time, key.delegated, freshness, now))
        return CertificateError{*fault};
    return Certificate{
        std::move(parsed->tree), *time, key.subnet, key.delegated.has_value(), key.type};
}

bool CertificateVerifier::isSignedByRoot(const Parsed &inner, BytesView bytes)
{
    const Hash hash = sha256(bytes);
    if (m_verifiedDelegations.count(hash) != 0)
        return true;
    if (!verifyRootHash(m_rootKey, inner.tree, inner.signature))
        return false;
    if (m_verifiedDelegations.size() >= kRememberedDelegations)
        m_verifiedDelegations.clear();
    m_verifiedDelegations.insert(hash);
    return true;
}

Result<CertificateVerifier::SubnetKey, CertificateError>
CertificateVerifier::delegatedKey(const Delegation &delegation, const CertificateTarget &target)
{
    const auto inner = parse(delegation.certificate);
    if (!inner)
        return CertificateError{Kind::Malformed};
    if (inner->delegation)
        return CertificateError{Kind::NestedDelegation};
    if (!isSignedByRoot(*inner, delegation.certificate))
        return CertificateError{Kind::BadSignature};
    if (!inner->tree.isWellFormed())
        return CertificateError{Kind::Malformed};
    const auto time = certifiedTime(inner->tree);
    if (!time)
        return CertificateError{Kind::NoTime};
    const bool authorized = target.kind == CertificateTarget::Kind::Subnet
                                ? delegation.subnet == target.id
                                : isInCanisterRanges(inner->tree, delegation.subnet, target.id);
    const Lookup key = inner->tree.lookup(
        {toBytes("subnet"), toBytes(delegation.subnet.bytes()), toBytes("public_key")});
    if (key.status != LookupStatus::Found)
        return CertificateError{Kind::NoSubnetKey};
    const auto parsedKey = parsePublicKey(key.value);
    if (!parsedKey || parsedKey->scheme != KeyScheme::Bls12381)
        return CertificateError{Kind::BadKey};
    if (!authorized)
        return CertificateError{Kind::NotAuthorized};
    const Lookup type = inner->tree.lookup(
        {toBytes("subnet"), toBytes(delegation.subnet.bytes()), toBytes("type")});
    std::string typeName;
    if (type.status == LookupStatus::Found)
        typeName.assign(type.value.begin(), type.value.end());
    return SubnetKey{toBytes(key.value), delegation.subnet, std::move(typeName), *time};
}

bool isInCanisterRanges(const HashTree &tree, const Principal &subnet, const Principal &canister)
{
    const Path sharded{toBytes("canister_ranges"), toBytes(subnet.bytes())};
    const auto isIn = [&](BytesView ranges) { return isInRanges(ranges, canister); };
    if (tree.find(sharded) == LookupStatus::Found) {
        const auto shards = tree.valuesBelow(sharded);
        return std::any_of(shards.begin(), shards.end(), isIn);
    }
    const Lookup flat =
        tree.lookup({toBytes("subnet"), toBytes(subnet.bytes()), toBytes("canister_ranges")});
    return flat.status == LookupStatus::Found && isIn(flat.value);
}

std::optional<UtcTime> certifiedTime(const HashTree &tree)
{
    const Lookup time = tree.lookup({toBytes("time")});
    if (time.status != LookupStatus::Found)
        return std::nullopt;
    const auto ns = decodeLeb128(time.value);
    if (!ns || *ns > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return UtcTime(std::chrono::nanoseconds(static_cast<std::int64_t>(*ns)));
}

} // namespace ic
