#include "sync/adminproblem.h"

#include <algorithm>
#include <array>

using Kind = CanisterProblem::Kind;

namespace {

Kind kindOfReject(const ic::AgentError &error)
{
    struct Meaning
    {
        const char *code;
        Kind kind;
    };
    constexpr std::array meanings{Meaning{"IC0207", Kind::OutOfCycles},
                                  Meaning{"IC0508", Kind::Stopped},
                                  Meaning{"IC0509", Kind::Stopped},
                                  Meaning{"IC0301", Kind::NotFound},
                                  Meaning{"IC0537", Kind::NoCode},
                                  Meaning{"IC0536", Kind::OtherInterface},
                                  Meaning{"IC0406", Kind::Rejected},
                                  Meaning{"IC0201", Kind::Busy},
                                  Meaning{"IC0202", Kind::Busy},
                                  Meaning{"IC0204", Kind::Busy},
                                  Meaning{"IC0208", Kind::Busy},
                                  Meaning{"IC0210", Kind::Busy}};
    const auto known = std::find_if(meanings.begin(), meanings.end(), [&](const Meaning &m) {
        return error.errorCode == m.code;
    });
    if (known != meanings.end())
        return known->kind;
    constexpr std::uint64_t kSysTransient = 2;
    constexpr std::uint64_t kDestinationInvalid = 3;
    constexpr std::uint64_t kSysUnknown = 6;
    if (error.rejectCode == kSysTransient || error.rejectCode == kSysUnknown)
        return Kind::Busy;
    if (error.rejectCode == kDestinationInvalid)
        return Kind::NotFound;
    return error.proof == ic::AgentError::Proof::None ? Kind::Untrusted : Kind::Rejected;
}

Kind kindOf(const ic::AgentError &error)
{
    using AgentKind = ic::AgentError::Kind;
    switch (error.kind) {
    case AgentKind::Unreachable:
    case AgentKind::Cut:
    case AgentKind::TimedOut:
        return Kind::Unreachable;
    case AgentKind::NotTheNetwork:
        return Kind::NotTheNetwork;
    case AgentKind::Cancelled:
        return Kind::Cancelled;
    case AgentKind::Busy:
    case AgentKind::DoneWithoutReply:
    case AgentKind::NeverRan:
    case AgentKind::OutcomeUnknown:
        return Kind::Busy; // every call may be repeated
    case AgentKind::ClockWrong:
        return Kind::ClockWrong;
    case AgentKind::Refused:
        return error.detail.contains(QLatin1String("delegation")) ? Kind::SignedOut
                                                                  : Kind::NotTheNetwork;
    case AgentKind::NotFound:
        return Kind::NotFound;
    case AgentKind::Malformed:
    case AgentKind::TooLarge:
    case AgentKind::NotKept:
    case AgentKind::BadCertificate:
    case AgentKind::BadQuerySignature:
        return Kind::Untrusted;
    case AgentKind::Rejected:
        return kindOfReject(error);
    }
    return Kind::Rejected;
}

} // namespace

CanisterProblem problemFrom(const ic::AgentError &error)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(error.retryAfter);
    return {kindOf(error),
            QLatin1String(toString(error.kind)) + QStringLiteral(": ") + error.detail,
            static_cast<quint64>(seconds.count())};
}
