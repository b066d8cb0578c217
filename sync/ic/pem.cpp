#include "sync/ic/identity.h"

#include <QByteArray>

#include <algorithm>
#include <sodium/utils.h>

namespace ic {

namespace {

constexpr std::string_view kBegin = "-----BEGIN PRIVATE KEY-----";
constexpr std::string_view kEnd = "-----END PRIVATE KEY-----";

/// PKCS#8 (RFC 5958, RFC 8410) up to the seed; the second byte is the length of what follows it
/// and the fifth the version: 0, or 1 with the public key behind the seed.
constexpr std::array<std::uint8_t, 16> kPrefix{
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20};
constexpr std::size_t kLengthAt = 1;
constexpr std::size_t kVersionAt = 4;
constexpr std::array<std::uint8_t, 3> kPublicKeyTag{0x81, 0x21, 0x00};
/// Some tools wrap the public key once more.
constexpr std::array<std::uint8_t, 5> kWrappedPublicKeyTag{0xa1, 0x23, 0x03, 0x21, 0x00};

bool isPrefix(BytesView der)
{
    for (std::size_t i = 0; i < kPrefix.size(); ++i) {
        if (i != kLengthAt && i != kVersionAt && der[i] != kPrefix[i])
            return false;
    }
    return der[kLengthAt] == der.size() - 2 && der[kVersionAt] <= 1;
}

/// Whether what follows the seed is nothing, or the public key `expected`.
bool isTail(BytesView tail, BytesView expected)
{
    if (tail.empty())
        return true;
    for (const BytesView tag : {BytesView(kPublicKeyTag), BytesView(kWrappedPublicKeyTag)}) {
        if (tail.size() == tag.size() + expected.size() && sameBytes(tail.first(tag.size()), tag))
            return sameBytes(tail.subspan(tag.size()), expected);
    }
    return false;
}

std::unique_ptr<Ed25519Identity> fromDer(BytesView der)
{
    constexpr std::size_t kPublicKeyBytes = 32;
    if (der.size() < kPrefix.size() + Ed25519Identity::kSeedBytes || !isPrefix(der))
        return nullptr;
    Ed25519Identity::Seed seed{};
    std::copy_n(der.begin() + kPrefix.size(), seed.size(), seed.begin());
    auto identity = std::make_unique<Ed25519Identity>(seed);
    sodium_memzero(seed.data(), seed.size());
    const Bytes publicKey = identity->publicKey();
    const BytesView tail = der.subspan(kPrefix.size() + Ed25519Identity::kSeedBytes);
    if (!isTail(tail, BytesView(publicKey).last(kPublicKeyBytes)))
        return nullptr;
    return identity;
}

} // namespace

std::unique_ptr<Ed25519Identity> Ed25519Identity::fromPem(std::string_view text)
{
    const std::size_t begin = text.find(kBegin);
    const std::size_t end = text.find(kEnd);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
        return nullptr;
    const std::string_view body = text.substr(begin + kBegin.size(), end - begin - kBegin.size());
    QByteArray base64;
    for (const char character : body) {
        if (character != '\r' && character != '\n' && character != ' ' && character != '\t')
            base64.append(character);
    }
    auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    auto identity = decoded ? fromDer(viewOf(*decoded)) : nullptr;
    sodium_memzero(base64.data(), static_cast<std::size_t>(base64.size()));
    sodium_memzero(decoded.decoded.data(), static_cast<std::size_t>(decoded.decoded.size()));
    return identity;
}

std::string Ed25519Identity::toPem() const
{
    QByteArray der = toQByteArray(kPrefix);
    Seed secret = seed();
    der.append(toQByteArray(secret));
    std::string pem(kBegin);
    pem += '\n';
    pem += der.toBase64().toStdString();
    pem += '\n';
    pem += kEnd;
    pem += '\n';
    sodium_memzero(secret.data(), secret.size());
    sodium_memzero(der.data(), static_cast<std::size_t>(der.size()));
    return pem;
}

} // namespace ic
