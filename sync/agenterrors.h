#pragma once

#include "sync/ic/agenterror.h"
#include "sync/syncerror.h"

/// What an error of the agent means for syncing. A refusal that nobody signed is not believed,
/// except where it only makes Sheaf wait.
SyncError syncErrorFrom(const ic::AgentError &error);
