#pragma once

#include "sync/roundcalls.h"

/// Once a day, after a complete round: writes this device's record on the canister, so that the
/// clean-up of tombstones waits for it, unless `wasSeen` (a push wrote it); and compares the
/// pushes that the canister counted with those that this device began. More of them were begun
/// by a copy of this profile: this one goes on under a new device id (S100).
///
/// A canister that knows no devices is no error.
Result<Done, SyncError> keepPresence(RoundCalls &calls, bool wasSeen);
