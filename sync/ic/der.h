#pragma once

#include "sync/ic/bytes.h"

namespace ic::der {

inline constexpr std::uint8_t kInteger = 0x02;
inline constexpr std::uint8_t kBitString = 0x03;
inline constexpr std::uint8_t kOctetString = 0x04;
inline constexpr std::uint8_t kObjectId = 0x06;
inline constexpr std::uint8_t kSequence = 0x30;
inline constexpr std::uint8_t kContext0 = 0xa0;
inline constexpr std::uint8_t kContext1 = 0xa1;

/// Takes elements off the front of DER bytes. Lengths must be the shortest ones.
class Reader
{
public:
    explicit Reader(BytesView bytes)
        : m_rest(bytes)
    {}

    /// The content of the next element, which must be a `tag`; nothing (and nothing is taken) else.
    std::optional<BytesView> take(std::uint8_t tag);
    bool atEnd() const { return m_rest.empty(); }
    BytesView rest() const { return m_rest; }

private:
    BytesView m_rest;
};

/// The content of the element `tag` that fills `bytes` completely.
std::optional<BytesView> whole(BytesView bytes, std::uint8_t tag);

Bytes element(std::uint8_t tag, BytesView content);

} // namespace ic::der
