#include "sync/ic/sha.h"

#include <openssl/sha.h>

namespace ic {

Sha256::Sha256()
    : m_state()
{
    crypto_hash_sha256_init(&m_state);
}

Sha256 &Sha256::add(BytesView bytes)
{
    crypto_hash_sha256_update(&m_state, bytes.data(), bytes.size());
    return *this;
}

Hash Sha256::finish()
{
    Hash hash{};
    crypto_hash_sha256_final(&m_state, hash.data());
    return hash;
}

Hash sha256(BytesView bytes)
{
    return Sha256().add(bytes).finish();
}

std::array<std::uint8_t, 28> sha224(BytesView bytes)
{
    std::array<std::uint8_t, 28> digest{};
    SHA224(bytes.data(), bytes.size(), digest.data());
    return digest;
}

Bytes domainSeparator(std::string_view name)
{
    Bytes out;
    out.reserve(name.size() + 1);
    out.push_back(static_cast<std::uint8_t>(name.size()));
    append(out, viewOf(name));
    return out;
}

} // namespace ic
