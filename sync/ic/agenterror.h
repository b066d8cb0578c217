#pragma once

#include "sync/transport.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <string>

namespace ic {

/// Why a call has no answer. Callers branch on `kind` and `proof`, never on text.
struct AgentError
{
    enum class Kind {
        Unreachable, ///< No connection, or one that broke.
        TimedOut,
        Cancelled,
        Busy, ///< The network asked to come back later (429, 5xx).
        NotTheNetwork, ///< An answer that is none of the network's: a captive portal, a proxy.
        ClockWrong, ///< The request's expiry was refused, and the network's time did not help.
        Refused, ///< HTTP 4xx: a signature, delegation or size that the network does not take.
        NotFound, ///< No canister with this id.
        Malformed, ///< An answer that breaks the protocol, or is longer than it may be.
        BadCertificate, ///< An answer that does not prove itself.
        BadQuerySignature, ///< A query answer that no node of the subnet signed.
        Rejected, ///< The network or the canister said no; `proof` tells who says so.
        DoneWithoutReply, ///< It ran, but the network has forgotten the result.
        NeverRan, ///< Proved: it was not executed and never will be.
        OutcomeUnknown, ///< It may have run; the network can no longer tell.
    };
    /// How far a `Rejected` can be believed.
    enum class Proof {
        None, ///< Somebody on the way said so.
        Node, ///< One node of the subnet signed it.
        Certificate, ///< The subnet certified it.
    };

    Kind kind = Kind::Malformed;
    Proof proof = Proof::None;
    std::uint64_t rejectCode = 0;
    std::string errorCode; ///< "IC0503" and the like; empty if none was given.
    std::string rejectMessage; ///< As it was said, by whoever `proof` names; any bytes.
    int httpStatus = 0; ///< 0 where it plays no part.
    std::chrono::milliseconds retryAfter{0}; ///< What the server asked for; zero: it did not say.
    QString detail; ///< English, for the log. No secrets.
};
const char *toString(AgentError::Kind kind);

AgentError errorFrom(const TransportError &error);

} // namespace ic
