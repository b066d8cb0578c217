#pragma once

#include "sync/ic/candidwire.h"

namespace ic::candid {

enum class Outcome {
    Ok,
    Mismatch, ///< Recoverable under an `opt`.
    Malformed,
    TooMuch,
};

/// Work that a message may still cause. Values that take no bytes would otherwise be free.
class Budget
{
public:
    explicit Budget(std::size_t inputBytes)
        : m_left(16 * std::uint64_t{inputBytes} + 1'000'000)
    {}

    bool spend(std::uint64_t amount)
    {
        if (amount > m_left)
            return false;
        m_left -= amount;
        return true;
    }

private:
    std::uint64_t m_left;
};

inline constexpr unsigned kMaxValueDepth = 512;

/// The number of elements of a vector, checked against what is left of the input.
Outcome readCount(
    Reader &reader, Budget &budget, const WireTypes &wire, TypeRef element, std::uint64_t &count);
/// A service or principal: 1, length, bytes.
bool readPrincipalBytes(Reader &reader, BytesView &bytes);

/// Passes over a value and validates it as if it were used.
Outcome
skipValue(Reader &reader, Budget &budget, const WireTypes &wire, TypeRef type, unsigned depth);

} // namespace ic::candid
