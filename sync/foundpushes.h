#pragma once

#include "sync/roundcalls.h"

/// Asks for the answers to pushes that were cut off, now or in an earlier session, and stores them
/// as if they had arrived. Before anything is sent again.
Result<Done, SyncError> settleFoundPushes(RoundCalls &calls);
