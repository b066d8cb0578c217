#pragma once

#include "sync/ic/agenterror.h"
#include "sync/syncerror.h"

/// Of an update: refused before it was taken in (`inspect_message`). Nobody signs that, and no
/// reason is given; the canister's `about` has it.
bool isClosedDoor(const ic::AgentError &error);

/// What an error of the agent means for syncing. A refusal that nobody signed is not believed,
/// except where it only makes Sheaf wait.
SyncError syncErrorFrom(const ic::AgentError &error);
