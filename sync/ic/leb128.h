#pragma once

#include "sync/ic/bytes.h"

namespace ic {

/// Shortest forms.
void writeLeb128(Bytes &out, std::uint64_t value);
void writeSleb128(Bytes &out, std::int64_t value);
std::size_t leb128Size(std::uint64_t value);

/// `bytes` as one unsigned number and nothing else; nothing if it is cut or exceeds 64 bits.
std::optional<std::uint64_t> decodeLeb128(BytesView bytes);

} // namespace ic
