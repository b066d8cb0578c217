#include "sync/ic/candidreader.h"

#include "model/base/utf8.h"
#include "sync/ic/bigint.h"
#include "sync/ic/leb128.h"

#include <limits>

namespace ic::candid {

bool Reader::byte(std::uint8_t &out)
{
    if (left() == 0)
        return false;
    out = m_bytes[m_at++];
    return true;
}

bool Reader::take(std::uint64_t count, BytesView &out)
{
    if (count > left())
        return false;
    out = m_bytes.subspan(m_at, static_cast<std::size_t>(count));
    m_at += static_cast<std::size_t>(count);
    return true;
}

bool Reader::littleEndian(unsigned width, std::uint64_t &out)
{
    BytesView bytes;
    if (!take(width, bytes))
        return false;
    out = 0;
    for (unsigned i = width; i > 0; --i)
        out = (out << 8U) | bytes[i - 1];
    return true;
}

bool Reader::lebGroups(BytesView &out)
{
    const std::size_t start = m_at;
    std::uint8_t group = 0x80;
    while ((group & 0x80U) != 0) {
        if (!byte(group))
            return false;
    }
    out = m_bytes.subspan(start, m_at - start);
    return true;
}

bool Reader::leb64(std::uint64_t &out)
{
    if (left() > 0 && m_bytes[m_at] < 0x80) { // nearly all lengths
        out = m_bytes[m_at++];
        return true;
    }
    BytesView groups;
    if (!lebGroups(groups))
        return false;
    const auto number = decodeLeb128(groups);
    out = number.value_or(0);
    return number.has_value();
}

bool Reader::leb32(std::uint32_t &out)
{
    std::uint64_t number = 0;
    if (!leb64(number) || number > std::numeric_limits<std::uint32_t>::max())
        return false;
    out = static_cast<std::uint32_t>(number);
    return true;
}

bool Reader::sleb64(std::int64_t &out)
{
    BytesView groups;
    if (!lebGroups(groups))
        return false;
    const auto number = BigInt::fromSleb128(groups).toSigned();
    out = number.value_or(0);
    return number.has_value();
}

bool Reader::text(std::string_view &out)
{
    std::uint64_t length = 0;
    BytesView bytes;
    if (!leb64(length) || !take(length, bytes))
        return false;
    out = std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    return isUtf8(out);
}

} // namespace ic::candid
