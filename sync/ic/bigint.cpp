#include "sync/ic/bigint.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace ic {

namespace {

constexpr unsigned kLimbBits = 32;
constexpr unsigned kGroupBits = 7;
constexpr std::uint32_t kChunk = 1'000'000'000; ///< The decimal digits that fit a limb.
constexpr std::size_t kChunkDigits = 9;

} // namespace

BigInt BigInt::fromUnsigned(std::uint64_t value)
{
    BigInt number;
    number.m_limbs = {static_cast<std::uint32_t>(value),
                      static_cast<std::uint32_t>(value >> kLimbBits)};
    number.normalise();
    return number;
}

BigInt BigInt::fromSigned(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    BigInt number = fromUnsigned(value < 0 ? 0 - bits : bits);
    number.m_negative = value < 0;
    return number;
}

std::optional<BigInt> BigInt::fromDecimal(std::string_view text)
{
    BigInt number;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    if (text.empty())
        return std::nullopt;
    for (const char character : text) {
        if (character < '0' || character > '9')
            return std::nullopt;
        std::uint64_t carry = static_cast<std::uint64_t>(character - '0');
        for (std::uint32_t &limb : number.m_limbs) {
            carry += std::uint64_t{limb} * 10;
            limb = static_cast<std::uint32_t>(carry);
            carry >>= kLimbBits;
        }
        if (carry != 0)
            number.m_limbs.push_back(static_cast<std::uint32_t>(carry));
    }
    number.m_negative = negative && !number.m_limbs.empty();
    return number;
}

BigInt BigInt::fromLeb128(BytesView groups)
{
    BigInt number;
    for (std::size_t i = 0; i < groups.size(); ++i)
        number.setGroup(i, groups[i] & 0x7fU);
    number.normalise();
    return number;
}

BigInt BigInt::fromSleb128(BytesView groups)
{
    const bool negative = !groups.empty() && (groups.back() & 0x40U) != 0;
    if (!negative)
        return fromLeb128(groups);
    // Two's complement: the magnitude is the inverse plus one.
    BigInt number;
    for (std::size_t i = 0; i < groups.size(); ++i)
        number.setGroup(i, ~static_cast<unsigned>(groups[i]) & 0x7fU);
    number.normalise();
    number.addOne();
    number.m_negative = true;
    return number;
}

std::optional<std::uint64_t> BigInt::toUnsigned() const
{
    if (m_negative || m_limbs.size() > 2)
        return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = m_limbs.size(); i > 0; --i)
        value = (value << kLimbBits) | m_limbs[i - 1];
    return value;
}

std::optional<std::int64_t> BigInt::toSigned() const
{
    BigInt magnitude = *this;
    magnitude.m_negative = false;
    const auto bits = magnitude.toUnsigned();
    const std::uint64_t limit = std::uint64_t{1} << 63U;
    if (!bits || (m_negative ? *bits > limit : *bits >= limit))
        return std::nullopt;
    return static_cast<std::int64_t>(m_negative ? 0 - *bits : *bits);
}

std::string BigInt::toDecimal() const
{
    if (m_limbs.empty())
        return "0";
    std::string reversed;
    std::vector<std::uint32_t> limbs = m_limbs;
    while (!limbs.empty()) {
        std::uint64_t rest = 0;
        for (std::size_t i = limbs.size(); i > 0; --i) {
            rest = (rest << kLimbBits) | limbs[i - 1];
            limbs[i - 1] = static_cast<std::uint32_t>(rest / kChunk);
            rest %= kChunk;
        }
        while (!limbs.empty() && limbs.back() == 0)
            limbs.pop_back();
        for (std::size_t i = 0; i < kChunkDigits && (rest != 0 || !limbs.empty()); ++i) {
            reversed.push_back(static_cast<char>('0' + rest % 10));
            rest /= 10;
        }
    }
    if (m_negative)
        reversed.push_back('-');
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

void BigInt::writeLeb128(Bytes &out) const
{
    const std::size_t groups =
        std::max<std::size_t>(1, (bitLength() + kGroupBits - 1) / kGroupBits);
    for (std::size_t i = 0; i < groups; ++i)
        out.push_back(static_cast<std::uint8_t>(group(i) | (i + 1 < groups ? 0x80U : 0U)));
}

void BigInt::writeSleb128(Bytes &out) const
{
    BigInt digits = *this;
    if (m_negative)
        digits.subtractOne();
    const std::size_t groups = digits.bitLength() / kGroupBits + 1; // one bit more for the sign
    for (std::size_t i = 0; i < groups; ++i) {
        const unsigned bits = m_negative ? ~digits.group(i) & 0x7fU : digits.group(i);
        out.push_back(static_cast<std::uint8_t>(bits | (i + 1 < groups ? 0x80U : 0U)));
    }
}

std::size_t BigInt::bitLength() const
{
    if (m_limbs.empty())
        return 0;
    return m_limbs.size() * kLimbBits - static_cast<std::size_t>(std::countl_zero(m_limbs.back()));
}

unsigned BigInt::group(std::size_t index) const
{
    const std::size_t bit = index * kGroupBits;
    const std::size_t limb = bit / kLimbBits;
    if (limb >= m_limbs.size())
        return 0;
    std::uint64_t bits = m_limbs[limb];
    if (limb + 1 < m_limbs.size())
        bits |= std::uint64_t{m_limbs[limb + 1]} << kLimbBits;
    return static_cast<unsigned>(bits >> (bit % kLimbBits)) & 0x7fU;
}

void BigInt::setGroup(std::size_t index, unsigned bits)
{
    const std::size_t bit = index * kGroupBits;
    const std::size_t limb = bit / kLimbBits;
    const std::uint64_t shifted = std::uint64_t{bits} << (bit % kLimbBits);
    if (m_limbs.size() < limb + 2)
        m_limbs.resize(limb + 2);
    m_limbs[limb] |= static_cast<std::uint32_t>(shifted);
    m_limbs[limb + 1] |= static_cast<std::uint32_t>(shifted >> kLimbBits);
}

void BigInt::normalise()
{
    while (!m_limbs.empty() && m_limbs.back() == 0)
        m_limbs.pop_back();
}

void BigInt::addOne()
{
    for (std::uint32_t &limb : m_limbs) {
        if (++limb != 0)
            return;
    }
    m_limbs.push_back(1);
}

void BigInt::subtractOne()
{
    for (std::uint32_t &limb : m_limbs) {
        if (limb-- != 0)
            break;
    }
    normalise();
}

} // namespace ic
