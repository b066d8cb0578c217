#include "sync/ic/publickey.h"

#include "sync/ic/der.h"
#include "sync/ic/ecdsa.h"

#include <sodium/crypto_sign_ed25519.h>

namespace ic {

namespace {

constexpr std::array<std::uint8_t, 12> kEd25519Prefix{
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
constexpr std::array<std::uint8_t, 26> kP256Prefix{
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
    0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00};
constexpr std::array<std::uint8_t, 23> kSecp256k1Prefix{
    0x30, 0x56, 0x30, 0x10, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02,
    0x01, 0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x0a, 0x03, 0x42, 0x00};
constexpr std::array<std::uint8_t, 37> kBlsPrefix{
    0x30, 0x81, 0x82, 0x30, 0x1d, 0x06, 0x0d, 0x2b, 0x06, 0x01, 0x04, 0x01, 0x82,
    0xdc, 0x7c, 0x05, 0x03, 0x01, 0x02, 0x01, 0x06, 0x0c, 0x2b, 0x06, 0x01, 0x04,
    0x01, 0x82, 0xdc, 0x7c, 0x05, 0x03, 0x02, 0x01, 0x03, 0x61, 0x00};
constexpr std::array<std::uint8_t, 13> kDfinityAlgorithm{
    0x30, 0x0c, 0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0x83, 0xb8, 0x43, 0x01};
constexpr std::uint8_t kCoseArc = 1;
constexpr std::uint8_t kCanisterArc = 2;

struct FixedScheme
{
    KeyScheme scheme;
    BytesView prefix;
    std::size_t rawSize;
};

const std::array<FixedScheme, 4> kFixedSchemes{{{KeyScheme::Ed25519, kEd25519Prefix, 32},
                                                {KeyScheme::P256, kP256Prefix, 65},
                                                {KeyScheme::Secp256k1, kSecp256k1Prefix, 65},
                                                {KeyScheme::Bls12381, kBlsPrefix, 96}}};

bool startsWith(BytesView bytes, BytesView prefix)
{
    return bytes.size() >= prefix.size() && sameBytes(bytes.first(prefix.size()), prefix);
}

bool isCanisterKey(BytesView raw)
{
    constexpr std::size_t kLongestPrincipal = 29;
    return !raw.empty() && raw[0] <= kLongestPrincipal && raw.size() >= 1U + raw[0];
}

std::optional<PublicKey> parseDfinityKey(BytesView key)
{
    const auto content = der::whole(key, der::kSequence);
    if (!content || !startsWith(*content, kDfinityAlgorithm)
        || content->size() <= kDfinityAlgorithm.size())
        return std::nullopt;
    const std::uint8_t arc = (*content)[kDfinityAlgorithm.size()];
    const auto bits = der::whole(content->subspan(kDfinityAlgorithm.size() + 1), der::kBitString);
    if (!bits || bits->empty() || bits->front() != 0) // no unused bits
        return std::nullopt;
    const BytesView raw = bits->subspan(1);
    if (arc == kCoseArc && !raw.empty())
        return PublicKey{KeyScheme::WebAuthn, toBytes(raw)};
    if (arc == kCanisterArc && isCanisterKey(raw))
        return PublicKey{KeyScheme::CanisterSignature, toBytes(raw)};
    return std::nullopt;
}

} // namespace

std::optional<PublicKey> parsePublicKey(BytesView encoded)
{
    for (const FixedScheme &fixed : kFixedSchemes) {
        if (!startsWith(encoded, fixed.prefix))
            continue;
        const BytesView raw = encoded.subspan(fixed.prefix.size());
        if (raw.size() != fixed.rawSize)
            return std::nullopt;
        const bool isEcdsa =
            fixed.scheme == KeyScheme::P256 || fixed.scheme == KeyScheme::Secp256k1;
        if (isEcdsa && !isPointOnCurve(fixed.scheme, raw))
            return std::nullopt;
        return PublicKey{fixed.scheme, toBytes(raw)};
    }
    return parseDfinityKey(encoded);
}

Bytes encodePublicKey(KeyScheme scheme, BytesView raw)
{
    for (const FixedScheme &fixed : kFixedSchemes) {
        if (fixed.scheme != scheme)
            continue;
        Q_ASSERT(raw.size() == fixed.rawSize);
        Bytes der = toBytes(fixed.prefix);
        append(der, raw);
        return der;
    }
    Q_ASSERT(false);
    return {};
}

bool verifySignature(const PublicKey &key, BytesView message, BytesView signature, EcdsaRule rule)
{
    switch (key.scheme) {
    case KeyScheme::Ed25519:
        return key.raw.size() == crypto_sign_ed25519_PUBLICKEYBYTES
               && signature.size() == crypto_sign_ed25519_BYTES
               && crypto_sign_ed25519_verify_detached(
                      signature.data(), message.data(), message.size(), key.raw.data())
                      == 0;
    case KeyScheme::P256:
    case KeyScheme::Secp256k1:
        return verifyEcdsa(key, message, signature, rule);
    case KeyScheme::Bls12381:
    case KeyScheme::WebAuthn:
    case KeyScheme::CanisterSignature:
        return false;
    }
    return false;
}

} // namespace ic
