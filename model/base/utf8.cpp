#include "model/base/utf8.h"

#include <cstdint>

bool isUtf8(std::string_view text)
{
    const auto *p = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto *end = p + text.size();
    const auto continuation = [&](int at) { return (p[at] & 0xc0U) == 0x80U; };
    while (p < end) {
        const std::uint8_t lead = *p;
        const auto left = end - p;
        if (lead < 0x80) {
            p += 1;
        } else if (lead >= 0xc2 && lead <= 0xdf) {
            if (left < 2 || !continuation(1))
                return false;
            p += 2;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            if (left < 3 || !continuation(1) || !continuation(2))
                return false;
            if ((lead == 0xe0 && p[1] < 0xa0) || (lead == 0xed && p[1] > 0x9f))
                return false;
            p += 3;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            if (left < 4 || !continuation(1) || !continuation(2) || !continuation(3))
                return false;
            if ((lead == 0xf0 && p[1] < 0x90) || (lead == 0xf4 && p[1] > 0x8f))
                return false;
            p += 4;
        } else {
            return false;
        }
    }
    return true;
}
