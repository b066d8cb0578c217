#include "sync/syncwords.h"

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SyncWorker)
};

} // namespace

SyncStatus::State syncwords::stateAfter(SyncError::Kind kind)
{
    using State = SyncStatus::State;
    switch (kind) {
    case SyncError::Kind::Offline:
        return State::Offline;
    case SyncError::Kind::Busy:
    case SyncError::Kind::Cancelled:
        return State::Waiting;
    case SyncError::Kind::SignedOut:
        return State::SignInNeeded;
    case SyncError::Kind::Rejected:
    case SyncError::Kind::Untrusted:
    case SyncError::Kind::NotFound:
    case SyncError::Kind::OutOfFuel:
    case SyncError::Kind::QuotaFull:
    case SyncError::Kind::ClockWrong:
    case SyncError::Kind::Protocol:
    case SyncError::Kind::Unsupported:
    case SyncError::Kind::OtherAccount:
    case SyncError::Kind::NotMember:
    case SyncError::Kind::Suspended:
    case SyncError::Kind::NewerProtocol:
    case SyncError::Kind::NeedsAnswer:
    case SyncError::Kind::Local:
        return State::Problem;
    }
    return State::Problem;
}

QString syncwords::question(const SyncQuestion &question)
{
    const int n = question.documents;
    switch (question.kind) {
    case SyncQuestion::Kind::DeletedThere:
        return Words::tr(
            "Another device deleted %n of your documents. They are kept here until you "
            "say what to do.",
            nullptr,
            n);
    case SyncQuestion::Kind::DeletedHere:
        return Words::tr("%n of your documents were deleted here. They are kept on the canister "
                         "until you say what to do.",
                         nullptr,
                         n);
    case SyncQuestion::Kind::CanisterRestored:
        return Words::tr("The canister went back to an earlier state, and %n of your documents "
                         "differ from what it holds. Choose which version stays.",
                         nullptr,
                         n);
    case SyncQuestion::Kind::DeletedLongAgo:
        return Words::tr("%n document(s) that you changed here were deleted on another device long "
                         "ago. Choose whether they stay.",
                         nullptr,
                         n);
    case SyncQuestion::Kind::CanisterEmpty:
        return Words::tr(
            "The canister no longer holds your documents. Nothing is deleted here. Say "
            "whether to fill it with the %n document(s) of this device.",
            nullptr,
            n);
    }
    return {};
}

QString syncwords::attention(const OutgoingCounts &counts)
{
    if (counts.refused > 0)
        return Words::tr("The canister refused %n change(s). They are kept on this computer; "
                         "\"Sync now\" offers them again.",
                         nullptr,
                         counts.refused);
    return Words::tr("%n document(s) changed here and on another device in ways that cannot be "
                     "joined. Choose which version stays.",
                     nullptr,
                     counts.conflicts);
}

QString syncwords::lockedElsewhere()
{
    return Words::tr("Another window of Sheaf syncs this profile; what you write here goes with "
                     "it.");
}
