#pragma once

#include "sync/ic/principal.h"

namespace ic {

/// The account of `owner`'s default subaccount as the ICP ledger names it (ledger canister,
/// "Accounts"): CRC-32 and SHA-224, 32 bytes.
Bytes ledgerAccount(const Principal &owner);

/// `principal` as a subaccount of a canister's account: its length, its bytes, zeros; 32 bytes.
Bytes asSubaccount(const Principal &principal);

} // namespace ic
