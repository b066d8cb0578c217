#pragma once

#include "model/store/replicastore.h"
#include "sync/master.h"
#include "sync/roundreport.h"

/// What became of one pushed row, written down. `sent` is the row as it was when it was sent: it
/// may have been edited since, and stays dirty then.
Result<Done, StoreError> applyPushResult(ReplicaTransaction &transaction,
                                         const ReplicaRow &sent,
                                         const QByteArray &revision,
                                         const master::RowResult &result,
                                         RoundReport &report);

/// The cursor after a push: it moves over changes that were this device's own, as there is nothing
/// to read in them, up to the first one that was not.
std::uint64_t cursorAfterPush(std::uint64_t cursor, const master::PushReply &reply);
