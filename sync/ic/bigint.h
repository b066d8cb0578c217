#pragma once

#include "sync/ic/bytes.h"

namespace ic {

/// An integer of any size, for Candid's nat and int. Only what carrying and showing them needs.
class BigInt
{
public:
    BigInt() = default;
    static BigInt fromUnsigned(std::uint64_t value);
    static BigInt fromSigned(std::int64_t value);
    /// Digits with an optional minus sign; nothing for any other text.
    static std::optional<BigInt> fromDecimal(std::string_view text);
    /// The seven-bit groups of a complete (S)LEB128 number, lowest first.
    static BigInt fromLeb128(BytesView groups);
    static BigInt fromSleb128(BytesView groups);

    bool isNegative() const { return m_negative; }
    std::optional<std::uint64_t> toUnsigned() const; ///< Nothing if it does not fit.
    std::optional<std::int64_t> toSigned() const; ///< Nothing if it does not fit.
    std::string toDecimal() const;

    void writeLeb128(Bytes &out) const; ///< Must not be negative.
    void writeSleb128(Bytes &out) const;

    friend bool operator==(const BigInt &, const BigInt &) = default;

private:
    std::size_t bitLength() const;
    unsigned group(std::size_t index) const; ///< Seven bits of the magnitude.
    void setGroup(std::size_t index, unsigned bits);
    void normalise();
    void addOne();
    void subtractOne(); ///< The magnitude must not be zero.

    bool m_negative = false;
    std::vector<std::uint32_t> m_limbs; ///< Magnitude, lowest first, no zeros at the end.
};

} // namespace ic
