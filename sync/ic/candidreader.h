#pragma once

#include "sync/ic/bytes.h"

namespace ic::candid {

/// A place in hostile bytes. Every function returns false, and stays where it is or not, when the
/// input ends early or breaks the form; the caller then gives up.
class Reader
{
public:
    explicit Reader(BytesView bytes)
        : m_bytes(bytes)
    {}

    std::size_t at() const { return m_at; }
    void rewind(std::size_t at) { m_at = at; }
    std::size_t left() const { return m_bytes.size() - m_at; }

    bool byte(std::uint8_t &out);
    bool take(std::uint64_t count, BytesView &out);
    bool littleEndian(unsigned width, std::uint64_t &out);
    /// Overlong forms are accepted, numbers beyond 64 (or 32) bits are not.
    bool leb64(std::uint64_t &out);
    bool leb32(std::uint32_t &out);
    bool sleb64(std::int64_t &out);
    /// A number of any size, as its groups.
    bool lebGroups(BytesView &out);
    bool text(std::string_view &out); ///< With its length in front; valid UTF-8.

private:
    BytesView m_bytes;
    std::size_t m_at = 0;
};

} // namespace ic::candid
