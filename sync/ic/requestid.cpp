#include "sync/ic/requestid.h"

#include "sync/ic/leb128.h"
#include "sync/ic/sha.h"

#include <algorithm>

namespace ic {

Hash hashOfMap(const cbor::Map &map)
{
    std::vector<std::array<std::uint8_t, 64>> pairs;
    pairs.reserve(map.size());
    for (const auto &[key, value] : map.entries()) {
        const Hash keyHash = sha256(viewOf(key));
        const Hash valueHash = hashOfValue(value);
        auto &pair = pairs.emplace_back();
        std::copy(keyHash.begin(), keyHash.end(), pair.begin());
        std::copy(valueHash.begin(), valueHash.end(), pair.begin() + 32);
    }
    std::sort(pairs.begin(), pairs.end());
    Sha256 hash;
    for (const auto &pair : pairs)
        hash.add(pair);
    return hash.finish();
}

Hash hashOfValue(const cbor::Value &value)
{
    if (const auto *bytes = value.asBytes())
        return sha256(*bytes);
    if (const auto *text = value.asText())
        return sha256(viewOf(*text));
    if (const auto *map = value.asMap())
        return hashOfMap(*map);
    if (const auto *array = value.asArray()) {
        Sha256 hash;
        for (const cbor::Value &element : *array)
            hash.add(hashOfValue(element));
        return hash.finish();
    }
    const auto *natural = value.asUnsigned();
    Q_ASSERT(natural);
    Bytes digits;
    writeLeb128(digits, *natural);
    return sha256(digits);
}

} // namespace ic
