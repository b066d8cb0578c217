#pragma once

#include "sync/ic/agenterror.h"
#include "sync/ic/certificate.h"
#include "sync/ic/queryanswer.h"

namespace ic {

/// The body of an answer with status 200, which must be a CBOR map.
Result<cbor::Value, AgentError> parseBody(const HttpResponse &response);

/// Statuses that are errors: everything but 200 and 202. `ClockWrong` for a refused expiry,
/// `NotFound` for a canister that the network does not know, else `Refused`.
AgentError errorFromStatus(const HttpResponse &response);

AgentError errorFromReject(const Reject &reject, AgentError::Proof proof);

/// Where a request is in its life, as a certificate proves it.
struct RequestStatus
{
    enum class State {
        Unknown, ///< The certificate does not say.
        Absent,
        Received,
        Processing,
        Replied,
        Rejected,
        Done, ///< It ran; the result is forgotten.
    };
    State state = State::Unknown;
    Bytes reply;
    Reject reject;
};

/// Malformed if the certificate contradicts itself: a reply without its bytes, a state that does
/// not exist.
Result<RequestStatus, AgentError> requestStatus(const HashTree &tree, const Hash &requestId);

} // namespace ic
