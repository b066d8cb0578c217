#include "sync/ic/agenterror.h"

namespace ic {

const char *toString(AgentError::Kind kind)
{
    switch (kind) {
    case AgentError::Kind::Unreachable:
        return "unreachable";
    case AgentError::Kind::Cut:
        return "cut";
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
    case AgentError::Kind::TooLarge:
        return "too_large";
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
    case AgentError::Kind::NotKept:
        return "not_kept";
    }
    return "";
}

const char *toString(RetryAdvice advice)
{
    switch (advice) {
    case RetryAdvice::Never:
        return "never";
    case RetryAdvice::Later:
        return "later";
    case RetryAdvice::NewRequest:
        return "new_request";
    case RetryAdvice::AskOutcome:
        return "ask_outcome";
    }
    return "";
}

namespace {

RetryAdvice usualAdvice(AgentError::Kind kind)
{
    using Kind = AgentError::Kind;
    switch (kind) {
    case Kind::Unreachable:
    case Kind::Cut:
    case Kind::TimedOut:
    case Kind::Cancelled:
    case Kind::Busy:
    case Kind::NotTheNetwork:
    case Kind::Malformed:
    case Kind::TooLarge:
    case Kind::BadCertificate:
    case Kind::BadQuerySignature:
        return RetryAdvice::Later;
    case Kind::NeverRan:
        return RetryAdvice::NewRequest;
    case Kind::ClockWrong:
    case Kind::Refused:
    case Kind::NotFound:
    case Kind::Rejected: // its codes tell, see errorFromReject
    case Kind::DoneWithoutReply:
    case Kind::OutcomeUnknown:
    case Kind::NotKept:
        break;
    }
    return RetryAdvice::Never;
}

AgentError::Kind kindOf(TransportError::Kind kind)
{
    switch (kind) {
    case TransportError::Kind::Unreachable:
    case TransportError::Kind::Refused:
        return AgentError::Kind::Unreachable;
    case TransportError::Kind::Cut:
        return AgentError::Kind::Cut;
    case TransportError::Kind::TimedOut:
        return AgentError::Kind::TimedOut;
    case TransportError::Kind::TooLarge:
        return AgentError::Kind::TooLarge;
    case TransportError::Kind::Encoded:
        return AgentError::Kind::Malformed;
    case TransportError::Kind::Redirected:
        return AgentError::Kind::NotTheNetwork;
    case TransportError::Kind::Cancelled:
        return AgentError::Kind::Cancelled;
    }
    return AgentError::Kind::Unreachable;
}

} // namespace

AgentError makeError(AgentError::Kind kind, QString detail)
{
    AgentError error;
    error.kind = kind;
    error.retry = usualAdvice(kind);
    error.detail = std::move(detail);
    return error;
}

AgentError makeError(AgentError::Kind kind, const char *reason)
{
    AgentError error = makeError(kind, QString(QLatin1String(reason)));
    error.reason = reason;
    return error;
}

AgentError errorFrom(const TransportError &error)
{
    AgentError result = makeError(kindOf(error.kind), error.detail);
    if (error.kind == TransportError::Kind::Refused)
        result.retry = RetryAdvice::Never;
    return result;
}

} // namespace ic
