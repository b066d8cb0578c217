#include "sync/ic/canistersignature.h"

#include "sync/ic/sha.h"

namespace ic {

namespace {

using Fault = CanisterSignatureFault;

struct Signer
{
    Principal canister;
    BytesView seed;
};

/// Length of the id, the id, the seed.
std::optional<Signer> signerOf(const PublicKey &key)
{
    if (key.scheme != KeyScheme::CanisterSignature || key.raw.empty())
        return std::nullopt;
    const std::size_t length = key.raw.front();
    const BytesView rest = BytesView(key.raw).subspan(1);
    if (rest.size() < length)
        return std::nullopt;
    auto canister = Principal::fromBytes(rest.first(length));
    if (!canister)
        return std::nullopt;
    return Signer{*std::move(canister), rest.subspan(length)};
}

struct Parts
{
    Bytes certificate;
    HashTree tree;
};

std::optional<Parts> partsOf(BytesView signature)
{
    cbor::DecodeOptions options;
    options.maxDepth = HashTree::kMaxDepth + 1;
    options.maxItems = HashTree::kMaxItems;
    options.allowFloats = false;
    options.allowSimple = false;
    auto decoded = cbor::decode(signature, options);
    cbor::Map *map = decoded ? decoded.value().asMap() : nullptr;
    const cbor::Value *certificate = map ? map->find("certificate") : nullptr;
    cbor::Value *tree = map ? map->find("tree") : nullptr;
    if (!certificate || !certificate->asBytes() || !tree)
        return std::nullopt;
    auto hashTree = HashTree::fromCbor(std::move(*tree));
    if (!hashTree || !hashTree->isWellFormed())
        return std::nullopt;
    return Parts{*certificate->asBytes(), *std::move(hashTree)};
}

bool maySign(const Certificate &certificate)
{
    // The root subnet has nobody above it to tell its type.
    return !certificate.isDelegated
           || (!certificate.subnetType.empty() && certificate.subnetType != "cloud_engine");
}

} // namespace

const char *toString(CanisterSignatureFault fault)
{
    switch (fault) {
    case Fault::Malformed:
        return "malformed";
    case Fault::BadCertificate:
        return "bad_certificate";
    case Fault::BadSubnetType:
        return "bad_subnet_type";
    case Fault::TreeNotCertified:
        return "tree_not_certified";
    case Fault::NotSigned:
        return "not_signed";
    }
    return "";
}

std::optional<CanisterSignatureFault> checkCanisterSignature(CertificateVerifier &verifier,
                                                             const PublicKey &key,
                                                             BytesView message,
                                                             BytesView signature)
{
    const auto signer = signerOf(key);
    const auto parts = signer ? partsOf(signature) : std::nullopt;
    if (!parts)
        return Fault::Malformed;
    const auto certificate = verifier.verify(parts->certificate,
                                             CertificateTarget::canister(signer->canister),
                                             UtcTime(),
                                             Freshness::Ignored);
    if (!certificate)
        return Fault::BadCertificate;
    if (!maySign(certificate.value()))
        return Fault::BadSubnetType;
    const Lookup certified = certificate.value().tree.lookup(
        {toBytes("canister"), toBytes(signer->canister.bytes()), toBytes("certified_data")});
    if (certified.status != LookupStatus::Found
        || !sameBytes(certified.value, parts->tree.rootHash()))
        return Fault::TreeNotCertified;
    const Lookup entry = parts->tree.lookup(
        {toBytes("sig"), toBytes(sha256(signer->seed)), toBytes(sha256(message))});
    if (entry.status != LookupStatus::Found || !entry.value.empty())
        return Fault::NotSigned;
    return std::nullopt;
}

} // namespace ic
