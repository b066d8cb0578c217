#include "sync/agenterrors.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace {

using Kind = SyncError::Kind;
using AgentKind = ic::AgentError::Kind;

// A reject code of the interface specification.
constexpr std::uint64_t kDestinationInvalid = 3;

constexpr std::array<std::string_view, 2> kNoSuchCanister{"IC0301", "IC0537"};
constexpr std::array<std::string_view, 3> kOwnerMustAct{"IC0207", "IC0508", "IC0509"};
constexpr std::string_view kNoSuchMethod = "IC0536";

bool isOneOf(const auto &codes, const std::string &code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Kind kindOfReject(const ic::AgentError &error)
{
    if (isOneOf(kOwnerMustAct, error.errorCode))
        return Kind::OutOfFuel;
    if (isOneOf(kNoSuchCanister, error.errorCode))
        return Kind::NotFound;
    if (error.errorCode == kNoSuchMethod)
        return Kind::Unsupported;
    if (error.retry == ic::RetryAdvice::NewRequest)
        return Kind::Busy;
    if (error.rejectCode == kDestinationInvalid)
        return Kind::NotFound;
    if (error.proof == ic::AgentError::Proof::None)
        return Kind::Untrusted;
    return error.retry == ic::RetryAdvice::Never ? Kind::Rejected : Kind::Busy;
}

Kind kindOf(const ic::AgentError &error)
{
    switch (error.kind) {
    case AgentKind::Unreachable:
    case AgentKind::Cut:
    case AgentKind::TimedOut:
    case AgentKind::NotTheNetwork:
        return Kind::Offline;
    case AgentKind::Cancelled:
        return Kind::Cancelled;
    case AgentKind::Busy:
        return Kind::Busy;
    case AgentKind::ClockWrong:
        return Kind::ClockWrong;
    case AgentKind::Refused:
        return error.detail.contains(QLatin1String("Invalid delegation")) ? Kind::SignedOut
                                                                          : Kind::Protocol;
    case AgentKind::NotFound:
        return Kind::NotFound;
    case AgentKind::Malformed:
    case AgentKind::TooLarge:
        return Kind::Protocol;
    case AgentKind::NotKept:
        return Kind::Local;
    case AgentKind::BadCertificate:
    case AgentKind::BadQuerySignature:
        return Kind::Untrusted;
    case AgentKind::Rejected:
        return kindOfReject(error);
    case AgentKind::DoneWithoutReply:
    case AgentKind::NeverRan:
    case AgentKind::OutcomeUnknown:
        return Kind::Busy; // every call may be repeated: revisions tell what was accepted before
    }
    return Kind::Protocol;
}

} // namespace

bool isClosedDoor(const ic::AgentError &error)
{
    // Motoko refuses by a trap. A trap of the method itself would be certified.
    constexpr std::array<std::string_view, 2> codes{"IC0406", "IC0503"};
    return error.kind == AgentKind::Rejected && error.proof == ic::AgentError::Proof::None
           && isOneOf(codes, error.errorCode);
}

SyncError syncErrorFrom(const ic::AgentError &error)
{
    SyncError result;
    result.kind = kindOf(error);
    result.retryAfter = error.retryAfter;
    result.detail = QLatin1String(toString(error.kind)) + QStringLiteral(": ") + error.detail;
    return result;
}
