#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ic {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;
using Hash = std::array<std::uint8_t, 32>; ///< SHA-256.

Bytes toBytes(std::string_view text);
Bytes toBytes(BytesView bytes);
/// Valid as long as `text` or `bytes`.
BytesView viewOf(std::string_view text);
BytesView viewOf(const char *text);
BytesView viewOf(const QByteArray &bytes);
QByteArray toQByteArray(BytesView bytes);

std::string toHex(BytesView bytes); ///< Lower case, no prefix.
/// Both cases of letters; nothing else is accepted.
std::optional<Bytes> fromHex(std::string_view hex);

void append(Bytes &out, BytesView bytes);
bool sameBytes(BytesView a, BytesView b);
/// Unsigned bytewise order, a proper prefix first.
bool lessBytes(BytesView a, BytesView b);

} // namespace ic
