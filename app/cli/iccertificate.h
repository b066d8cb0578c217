#pragma once

#include "app/cli/icreport.h"
#include "app/cli/icsession.h"

/// Asks for a certificate about the session's canister and tells `report` what it proves, step by
/// step, up to the first thing that it does not; false then. Not through the agent, which would
/// correct a wrong clock by itself. `rootKey`: DER.
bool judgeCertificate(IcSession &session, const ic::Bytes &rootKey, IcReport &report);
