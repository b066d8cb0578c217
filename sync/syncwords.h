#pragma once

#include "model/base/syncstatus.h"
#include "model/store/outgoingcounts.h"
#include "sync/syncerror.h"

/// What the worker says in words.
namespace syncwords {

/// The state that a failed round leaves behind.
SyncStatus::State stateAfter(SyncError::Kind kind);

/// What waits for the person although the last round went through.
QString attention(const OutgoingCounts &counts);

/// What a question is about, in a sentence.
QString question(const SyncQuestion &question);

/// Another process of this profile is the syncing one.
QString lockedElsewhere();

} // namespace syncwords
