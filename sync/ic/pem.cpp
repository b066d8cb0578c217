#include "sync/ic/der.h"
#include "sync/ic/identity.h"

#include <QByteArray>

#include <algorithm>
#include <sodium/utils.h>

namespace ic {

namespace {

constexpr std::string_view kPkcs8 = "PRIVATE KEY";
constexpr std::string_view kSec1 = "EC PRIVATE KEY";

// Object identifiers as DER holds them.
constexpr std::array<std::uint8_t, 3> kEd25519Id{0x2b, 0x65, 0x70};
constexpr std::array<std::uint8_t, 7> kEcId{0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01};
constexpr std::array<std::uint8_t, 8> kP256Id{0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07};
constexpr std::array<std::uint8_t, 5> kSecp256k1Id{0x2b, 0x81, 0x04, 0x00, 0x0a};

constexpr std::uint8_t kImplicitPublicKey = 0x81;

/// A buffer that held a secret.
class Wiped
{
public:
    explicit Wiped(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}
    ~Wiped() { sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }
    Wiped(const Wiped &) = delete;
    Wiped &operator=(const Wiped &) = delete;
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

std::optional<KeyScheme> curveOf(BytesView id)
{
    if (sameBytes(id, kP256Id))
        return KeyScheme::P256;
    if (sameBytes(id, kSecp256k1Id))
        return KeyScheme::Secp256k1;
    return std::nullopt;
}

bool isSmallNumber(std::optional<BytesView> integer, std::uint8_t atMost)
{
    return integer && integer->size() == 1 && integer->front() <= atMost;
}

/// Bytes of a bit string without unused bits.
std::optional<BytesView> wholeBytes(std::optional<BytesView> bits)
{
    if (!bits || bits->empty() || bits->front() != 0)
        return std::nullopt;
    return bits->subspan(1);
}

std::unique_ptr<KeyIdentity> withPublicKey(std::unique_ptr<KeyIdentity> identity, BytesView raw)
{
    if (!identity || !sameBytes(parsePublicKey(identity->publicKey())->raw, raw))
        return nullptr;
    return identity;
}

/// Some tools leave leading zeros out.
std::unique_ptr<KeyIdentity> ecKey(KeyScheme scheme, BytesView secret)
{
    if (secret.empty() || secret.size() > KeyIdentity::kSecretBytes)
        return nullptr;
    Bytes padded(KeyIdentity::kSecretBytes);
    std::copy(secret.rbegin(), secret.rend(), padded.rbegin());
    auto identity = KeyIdentity::fromSecret(scheme, padded);
    sodium_memzero(padded.data(), padded.size());
    return identity;
}

/// ECPrivateKey of RFC 5915. `scheme`: what stands around it; it must not say otherwise.
std::unique_ptr<KeyIdentity> fromSec1(BytesView bytes, std::optional<KeyScheme> scheme)
{
    const auto content = der::whole(bytes, der::kSequence);
    if (!content)
        return nullptr;
    der::Reader reader(*content);
    const auto version = reader.take(der::kInteger);
    const auto secret = reader.take(der::kOctetString);
    if (!version || !sameBytes(*version, Bytes{1}) || !secret)
        return nullptr;
    if (const auto named = reader.take(der::kContext0)) {
        const auto id = der::whole(*named, der::kObjectId);
        const auto curve = id ? curveOf(*id) : std::nullopt;
        if (!curve || (scheme && *scheme != *curve))
            return nullptr;
        scheme = curve;
    }
    const auto wrapped = reader.take(der::kContext1);
    if (!reader.atEnd() || !scheme)
        return nullptr;
    auto identity = ecKey(*scheme, *secret);
    if (!wrapped)
        return identity;
    const auto point = wholeBytes(der::whole(*wrapped, der::kBitString));
    return point ? withPublicKey(std::move(identity), *point) : nullptr;
}

/// What follows the private key in version 2 (RFC 5958): nothing, or the public key. Some tools
/// wrap it once more.
std::unique_ptr<KeyIdentity> fromEd25519(BytesView secret, der::Reader &reader)
{
    const auto seed = der::whole(secret, der::kOctetString);
    auto identity = seed ? KeyIdentity::fromSecret(KeyScheme::Ed25519, *seed) : nullptr;
    if (reader.atEnd())
        return identity;
    auto bits = reader.take(kImplicitPublicKey);
    if (!bits) {
        const auto wrapped = reader.take(der::kContext1);
        bits = wrapped ? der::whole(*wrapped, der::kBitString) : std::nullopt;
    }
    const auto publicKey = wholeBytes(bits);
    if (!publicKey || !reader.atEnd())
        return nullptr;
    return withPublicKey(std::move(identity), *publicKey);
}

/// PrivateKeyInfo of RFC 5208, OneAsymmetricKey of RFC 5958.
std::unique_ptr<KeyIdentity> fromPkcs8(BytesView bytes)
{
    const auto content = der::whole(bytes, der::kSequence);
    if (!content)
        return nullptr;
    der::Reader reader(*content);
    if (!isSmallNumber(reader.take(der::kInteger), 1))
        return nullptr;
    const auto algorithm = reader.take(der::kSequence);
    const auto secret = reader.take(der::kOctetString);
    if (!algorithm || !secret)
        return nullptr;
    der::Reader ids(*algorithm);
    const auto kind = ids.take(der::kObjectId);
    if (kind && sameBytes(*kind, kEd25519Id) && ids.atEnd())
        return fromEd25519(*secret, reader);
    const auto curve = ids.take(der::kObjectId);
    const auto scheme = curve ? curveOf(*curve) : std::nullopt;
    if (!kind || !sameBytes(*kind, kEcId) || !scheme || !ids.atEnd() || !reader.atEnd())
        return nullptr;
    return fromSec1(*secret, scheme);
}

std::string marker(const char *which, std::string_view label)
{
    return std::string("-----") + which + ' ' + std::string(label) + "-----";
}

/// The bytes of the first block with this label.
std::optional<QByteArray> block(std::string_view text, std::string_view label)
{
    const std::string begin = marker("BEGIN", label);
    const std::size_t from = text.find(begin);
    const std::size_t to = text.find(marker("END", label));
    if (from == std::string_view::npos || to == std::string_view::npos || to < from)
        return std::nullopt;
    QByteArray base64;
    for (const char character : text.substr(from + begin.size(), to - from - begin.size())) {
        if (character != '\r' && character != '\n' && character != ' ' && character != '\t')
            base64.append(character);
    }
    const Wiped wiped(base64);
    auto decoded =
        QByteArray::fromBase64Encoding(wiped.bytes(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return std::move(*decoded);
}

std::string toBlock(std::string_view label, Bytes &&secret)
{
    constexpr qsizetype kLine = 64;
    const Wiped base64(toQByteArray(secret).toBase64());
    sodium_memzero(secret.data(), secret.size());
    std::string pem = marker("BEGIN", label) + '\n';
    for (qsizetype at = 0; at < base64.bytes().size(); at += kLine)
        pem += base64.bytes().mid(at, kLine).toStdString() + '\n';
    pem += marker("END", label) + '\n';
    return pem;
}

} // namespace

std::unique_ptr<KeyIdentity> identityFromPem(std::string_view text)
{
    if (auto bytes = block(text, kSec1)) {
        const Wiped wiped(*std::move(bytes));
        return fromSec1(viewOf(wiped.bytes()), std::nullopt);
    }
    if (auto bytes = block(text, kPkcs8)) {
        const Wiped wiped(*std::move(bytes));
        return fromPkcs8(viewOf(wiped.bytes()));
    }
    return nullptr;
}

std::string Ed25519Identity::toPem() const
{
    Bytes content{der::kInteger, 1, 0};
    append(content, der::element(der::kSequence, der::element(der::kObjectId, kEd25519Id)));
    append(content, der::element(der::kOctetString, der::element(der::kOctetString, secret())));
    return toBlock(kPkcs8, der::element(der::kSequence, content));
}

std::string EcdsaIdentity::toPem() const
{
    const BytesView curve = m_scheme == KeyScheme::P256 ? BytesView(kP256Id) : kSecp256k1Id;
    Bytes bits{0};
    append(bits, m_point);
    Bytes content{der::kInteger, 1, 1};
    append(content, der::element(der::kOctetString, m_secret));
    append(content, der::element(der::kContext0, der::element(der::kObjectId, curve)));
    append(content, der::element(der::kContext1, der::element(der::kBitString, bits)));
    return toBlock(kSec1, der::element(der::kSequence, content));
}

} // namespace ic
