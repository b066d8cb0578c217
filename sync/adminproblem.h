#pragma once

#include "model/base/canistervalues.h"
#include "sync/ic/agenterror.h"

/// What an error of the agent means to somebody who administers or connects to a canister. As in
/// `syncErrorFrom`, a refusal that nobody signed is not believed.
CanisterProblem problemFrom(const ic::AgentError &error);
