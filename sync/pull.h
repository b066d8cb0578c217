#pragma once

#include "sync/removals.h"
#include "sync/roundcalls.h"

#include <optional>

/// How a half of a round ended.
struct HalfRound
{
    bool more = false; ///< There is more of the same to do.
    bool moved = false; ///< Something was read or written.
    /// The checkpoint does not fit the master's history. From a pull it is one node's word only;
    /// from a push the subnet's.
    std::optional<master::ResyncReason> resync;
    std::vector<QByteArray> missingChunks; ///< What pushed rows name and the master does not hold.
};

/// Reads up to `synctuning::kPagesBeforePush` pages. Each page and the checkpoint behind it are
/// stored in one transaction, so a page counts wholly or not at all.
Result<HalfRound, SyncError> pullPages(RoundCalls &calls, RemovalGuard &guard);
