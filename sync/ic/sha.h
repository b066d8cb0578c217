#pragma once

#include "sync/ic/bytes.h"

#include <sodium/crypto_hash_sha256.h>

namespace ic {

/// SHA-256 over pieces.
class Sha256
{
public:
    Sha256();
    Sha256 &add(BytesView bytes);
    Hash finish();

private:
    crypto_hash_sha256_state m_state;
};

Hash sha256(BytesView bytes);
std::array<std::uint8_t, 28> sha224(BytesView bytes);

/// One byte with the length of `name`, then `name`: the domain separators of the interface
/// specification ("ic-request", "ic-hashtree-leaf", ...).
Bytes domainSeparator(std::string_view name);

} // namespace ic
