#pragma once

#include "sync/transport.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <string>

namespace ic {

/// What is left to do about a call without an answer. Queries never need more than `Later`.
enum class RetryAdvice {
    Never, ///< The same would end the same way.
    Later, ///< The same request, after a pause; perhaps another node answers.
    NewRequest, ///< The old one has ended without effect: a new one, after a pause.
    AskOutcome, ///< It may have run: ask first (`Agent::outcome`), then decide.
};
const char *toString(RetryAdvice advice);

/// Why a call has no answer. Callers branch on `kind` and `proof`, never on text.
struct AgentError
{
    enum class Kind {
        Unreachable, ///< No connection.
        Cut, ///< The connection ended in the middle of an answer.
        TimedOut,
        Cancelled,
        Busy, ///< The network asked to come back later (429, 5xx).
        NotTheNetwork, ///< An answer that is none of the network's: a captive portal, a proxy.
        ClockWrong, ///< The request's expiry was refused, and the network's time did not help.
        Refused, ///< HTTP 4xx: a signature, delegation or size that the network does not take.
        NotFound, ///< No canister with this id.
        Malformed, ///< An answer that breaks the protocol.
        TooLarge, ///< An answer that is longer than it may be, or whose headers are.
        BadCertificate, ///< An answer that does not prove itself.
        BadQuerySignature, ///< A query answer that no node of the subnet signed.
        Rejected, ///< The network or the canister said no; `proof` tells who says so.
        DoneWithoutReply, ///< It ran, but the network has forgotten the result.
        NeverRan, ///< Proved: it was not executed and never will be.
        OutcomeUnknown, ///< It may have run; the network does not tell, or no longer.
        NotKept, ///< Not sent: it could not be written down on this computer before.
    };
    /// How far a `Rejected` can be believed.
    enum class Proof {
        None, ///< Somebody on the way said so.
        Node, ///< One node of the subnet signed it.
        Certificate, ///< The subnet certified it.
    };

    Kind kind = Kind::Malformed;
    Proof proof = Proof::None;
    RetryAdvice retry = RetryAdvice::Never;
    /// The word for what was wrong with an answer that did not prove itself (`CertificateError`,
    /// `QueryFault`, `CertifiedDataFault`); empty for other kinds.
    std::string reason;
    std::uint64_t rejectCode = 0;
    std::string errorCode; ///< "IC0503" and the like; empty if none was given.
    std::string rejectMessage; ///< As it was said, by whoever `proof` names; any bytes.
    int httpStatus = 0; ///< 0 where it plays no part.
    std::chrono::milliseconds retryAfter{0}; ///< What the server asked for; zero: it did not say.
    QString detail; ///< English, for the log. No secrets.
};
const char *toString(AgentError::Kind kind);

/// With the advice that goes with the kind, if the request can have had no effect.
AgentError makeError(AgentError::Kind kind, QString detail);
/// `reason` is the detail as well.
AgentError makeError(AgentError::Kind kind, const char *reason);
AgentError errorFrom(const TransportError &error);

} // namespace ic
