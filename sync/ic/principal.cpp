#include "sync/ic/principal.h"

#include "sync/ic/sha.h"

#include <zlib.h>

namespace ic {

namespace {

constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::uint8_t kSelfAuthenticatingSuffix = 2;
constexpr std::size_t kChecksumBytes = 4;
constexpr std::size_t kGroup = 5;

Bytes checksum(BytesView bytes)
{
    const auto crc =
        static_cast<std::uint32_t>(crc32(0, bytes.data(), static_cast<uInt>(bytes.size())));
    return {static_cast<std::uint8_t>(crc >> 24U),
            static_cast<std::uint8_t>(crc >> 16U),
            static_cast<std::uint8_t>(crc >> 8U),
            static_cast<std::uint8_t>(crc)};
}

char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                                : character;
}

/// Base32 without padding; surplus bits are dropped, the caller compares with the canonical text.
std::optional<Bytes> fromBase32(std::string_view text)
{
    Bytes out;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char character : text) {
        if (character == '-')
            continue;
        const std::size_t digit = kAlphabet.find(character);
        if (digit == std::string_view::npos)
            return std::nullopt;
        buffer = ((buffer << 5U) | static_cast<unsigned>(digit)) & 0xfffU;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    return out;
}

} // namespace

Principal Principal::anonymous()
{
    return Principal(Bytes{4});
}

Principal Principal::selfAuthenticating(BytesView publicKeyDer)
{
    const auto digest = sha224(publicKeyDer);
    Bytes bytes(digest.begin(), digest.end());
    bytes.push_back(kSelfAuthenticatingSuffix);
    return Principal(std::move(bytes));
}

std::optional<Principal> Principal::fromBytes(BytesView bytes)
{
    if (bytes.size() > kMaxBytes)
        return std::nullopt;
    return Principal(toBytes(bytes));
}

std::optional<Principal> Principal::fromText(std::string_view text)
{
    constexpr std::size_t kLongestText = 63;
    if (text.size() > kLongestText)
        return std::nullopt;
    std::string canonical;
    canonical.reserve(text.size());
    for (const char character : text)
        canonical.push_back(lower(character));
    const auto decoded = fromBase32(canonical);
    if (!decoded || decoded->size() < kChecksumBytes
        || decoded->size() > kMaxBytes + kChecksumBytes)
        return std::nullopt;
    Principal principal(Bytes(decoded->begin() + kChecksumBytes, decoded->end()));
    // One comparison finds a bad checksum, wrong grouping and bits left over.
    if (principal.toText() != canonical)
        return std::nullopt;
    return principal;
}

std::optional<Principal> Principal::fromText(const QString &text)
{
    return fromText(std::string_view(text.toStdString()));
}

std::string Principal::toText() const
{
    Bytes bytes = checksum(m_bytes);
    append(bytes, m_bytes);
    std::string out;
    unsigned buffer = 0;
    unsigned bits = 0;
    std::size_t letters = 0;
    const auto put = [&](unsigned digit) {
        if (letters > 0 && letters % kGroup == 0)
            out.push_back('-');
        out.push_back(kAlphabet[digit & 0x1fU]);
        ++letters;
    };
    for (const std::uint8_t byte : bytes) {
        buffer = ((buffer << 8U) | byte) & 0xfffU;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            put(buffer >> bits);
        }
    }
    if (bits > 0)
        put(buffer << (5 - bits));
    return out;
}

QString Principal::toString() const
{
    return QString::fromStdString(toText());
}

} // namespace ic
