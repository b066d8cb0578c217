#include "sync/ic/der.h"

namespace ic::der {

namespace {

constexpr std::size_t kShortForm = 0x80;

} // namespace

std::optional<BytesView> Reader::take(std::uint8_t tag)
{
    if (m_rest.size() < 2 || m_rest[0] != tag)
        return std::nullopt;
    std::size_t length = m_rest[1];
    std::size_t head = 2;
    if (length >= kShortForm) {
        const std::size_t width = length & 0x7fU;
        if (width == 0 || width > 2 || m_rest.size() < 2 + width)
            return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < width; ++i)
            length = (length << 8U) | m_rest[2 + i];
        if (length < kShortForm || (width == 2 && length < 0x100))
            return std::nullopt;
        head += width;
    }
    if (m_rest.size() - head < length)
        return std::nullopt;
    const BytesView content = m_rest.subspan(head, length);
    m_rest = m_rest.subspan(head + length);
    return content;
}

std::optional<BytesView> whole(BytesView bytes, std::uint8_t tag)
{
    Reader reader(bytes);
    const auto content = reader.take(tag);
    return reader.atEnd() ? content : std::nullopt;
}

Bytes element(std::uint8_t tag, BytesView content)
{
    Bytes out{tag};
    if (content.size() < kShortForm) {
        out.push_back(static_cast<std::uint8_t>(content.size()));
    } else if (content.size() < 0x100) {
        out.push_back(0x81);
        out.push_back(static_cast<std::uint8_t>(content.size()));
    } else {
        out.push_back(0x82);
        out.push_back(static_cast<std::uint8_t>(content.size() >> 8U));
        out.push_back(static_cast<std::uint8_t>(content.size()));
    }
    append(out, content);
    return out;
}

} // namespace ic::der
