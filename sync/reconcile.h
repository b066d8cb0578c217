#pragma once

#include "sync/roundcalls.h"

#include <optional>

/// A resync that the subnet, not one node, stands for.
struct ConfirmedResync
{
    master::ResyncReason reason = master::ResyncReason::Epoch;
    master::Head head;
};

/// Asks the subnet about what a query's `claimed`. Empty: the query was wrong or behind.
Result<std::optional<ConfirmedResync>, SyncError> confirmResync(RoundCalls &calls,
                                                                master::ResyncReason claimed);

/// Compares everything here with the master's manifest and starts from its end.
///
/// Nothing is deleted because the master lost something: rows that it does not have are pushed
/// again. Only after `behind_gc` does a missing row mean that somebody deleted it: if it is
/// unedited here it goes to the local trash. Can be repeated after a cut at any point.
Result<Done, SyncError> reconcile(RoundCalls &calls, const ConfirmedResync &resync);
