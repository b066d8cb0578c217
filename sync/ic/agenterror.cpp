#include "sync/ic/agenterror.h"

namespace ic {

const char *toString(AgentError::Kind kind)
{
    switch (kind) {
    case AgentError::Kind::Unreachable:
        return "unreachable";
    case AgentError::Kind::TimedOut:
        return "timed_out";
    case AgentError::Kind::Cancelled:
        return "cancelled";
    case AgentError::Kind::Busy:
        return "busy";
    case AgentError::Kind::NotTheNetwork:
        return "not_the_network";
    case AgentError::Kind::ClockWrong:
        return "clock_wrong";
    case AgentError::Kind::Refused:
        return "refused";
    case AgentError::Kind::NotFound:
        return "not_found";
    case AgentError::Kind::Malformed:
        return "malformed";
    case AgentError::Kind::BadCertificate:
        return "bad_certificate";
    case AgentError::Kind::BadQuerySignature:
        return "bad_query_signature";
    case AgentError::Kind::Rejected:
        return "rejected";
    case AgentError::Kind::DoneWithoutReply:
        return "done_without_reply";
    case AgentError::Kind::NeverRan:
        return "never_ran";
    case AgentError::Kind::OutcomeUnknown:
        return "outcome_unknown";
    }
    return "";
}

AgentError errorFrom(const TransportError &error)
{
    AgentError result;
    result.detail = error.detail;
    switch (error.kind) {
    case TransportError::Kind::Unreachable:
    case TransportError::Kind::Refused:
        result.kind = AgentError::Kind::Unreachable;
        break;
    case TransportError::Kind::TimedOut:
        result.kind = AgentError::Kind::TimedOut;
        break;
    case TransportError::Kind::TooLarge:
        result.kind = AgentError::Kind::Malformed;
        break;
    case TransportError::Kind::Cancelled:
        result.kind = AgentError::Kind::Cancelled;
        break;
    }
    return result;
}

} // namespace ic
