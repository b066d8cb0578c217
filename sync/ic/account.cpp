#include "sync/ic/account.h"

#include "sync/ic/sha.h"

#include <zlib.h>

namespace ic {

namespace {

constexpr std::size_t kSubaccountBytes = 32;

} // namespace

Bytes ledgerAccount(const Principal &owner)
{
    Bytes bytes = domainSeparator("account-id");
    append(bytes, owner.bytes());
    bytes.resize(bytes.size() + kSubaccountBytes);
    const auto hash = sha224(bytes);
    const auto crc =
        static_cast<std::uint32_t>(crc32(0, hash.data(), static_cast<uInt>(hash.size())));
    Bytes account;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        account.push_back(static_cast<std::uint8_t>(crc >> shift));
    append(account, hash);
    return account;
}

Bytes asSubaccount(const Principal &principal)
{
    Bytes bytes{static_cast<std::uint8_t>(principal.bytes().size())};
    append(bytes, principal.bytes());
    bytes.resize(kSubaccountBytes);
    return bytes;
}

} // namespace ic
