#include "sync/ic/leb128.h"

namespace ic {

void writeLeb128(Bytes &out, std::uint64_t value)
{
    while (value >= 0x80) {
        out.push_back(static_cast<std::uint8_t>(value | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<std::uint8_t>(value));
}

void writeSleb128(Bytes &out, std::int64_t value)
{
    while (value < -0x40 || value >= 0x40) {
        out.push_back(
            static_cast<std::uint8_t>((static_cast<std::uint64_t>(value) & 0x7fU) | 0x80U));
        value >>= 7;
    }
    out.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) & 0x7fU));
}

std::size_t leb128Size(std::uint64_t value)
{
    std::size_t size = 1;
    for (; value >= 0x80; value >>= 7U)
        ++size;
    return size;
}

std::optional<std::uint64_t> decodeLeb128(BytesView bytes)
{
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint64_t digits = bytes[i] & 0x7fU;
        const bool fits = shift < 64 && (shift < 58 || (digits >> (64 - shift)) == 0);
        if (digits != 0 && !fits)
            return std::nullopt;
        if (shift < 64)
            value |= digits << shift;
        shift += 7;
        if ((bytes[i] & 0x80U) == 0)
            return i + 1 == bytes.size() ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace ic
