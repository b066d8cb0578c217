#include "sync/syncerror.h"

QString SyncError::userMessage() const
{
    switch (kind) {
    case Kind::Offline:
        return tr("The canister cannot be reached. Your changes are kept on this computer and "
                  "travel as soon as the network is back.");
    case Kind::Cancelled:
        return tr("Stopped. Your changes are kept on this computer.");
    case Kind::Busy:
        return tr("The canister is busy. Sheaf tries again by itself.");
    case Kind::SignedOut:
        return tr(
            "Sign in again to sync. Everything you write is kept on this computer meanwhile.");
    case Kind::Rejected:
        return tr("The canister refused the request. Nothing is lost; see the log for the reason "
                  "it gave.");
    case Kind::Untrusted:
        return tr("The answer could not be verified, so nothing of it was used. If this stays, "
                  "check the canister's address in the settings.");
    case Kind::NotFound:
        return tr("There is no canister with this id, or nothing is installed in it. Check the id "
                  "in the settings.");
    case Kind::OutOfFuel:
        return tr("The canister is out of cycles or stopped. Its owner can top it up or start it; "
                  "you can go on working here meanwhile.");
    case Kind::QuotaFull:
        return tr("The canister has no room left. Delete what you no longer need, or ask its owner "
                  "for more room.");
    case Kind::ClockWrong:
        return tr("This computer's clock is wrong, so signed requests are refused. Set the clock, "
                  "then sync again.");
    case Kind::Protocol:
        return tr("The canister speaks another version of the protocol. Update Sheaf or the "
                  "canister; your changes are kept on this computer.");
    case Kind::Unsupported:
        return tr("The canister does not know what was asked of it: it is older than this version "
                  "of Sheaf, or another program. Ask its owner to update it; your changes are kept "
                  "on this computer.");
    case Kind::OtherAccount:
        return tr("This profile belongs to another account or another canister, so nothing was "
                  "sent or fetched. Sign in with the account that it belongs to, or use another "
                  "profile.");
    case Kind::NotMember:
        return tr("This canister is not open to you: it belongs to somebody else, or nobody has "
                  "claimed it yet. Claim it or join it in the settings; everything you write is "
                  "kept on this computer meanwhile.");
    case Kind::Suspended:
        return tr("The owner of the canister has suspended you: changes of your other devices "
                  "still arrive, but nothing of yours is taken. Ask the owner; everything you "
                  "write is kept on this computer meanwhile.");
    case Kind::NewerProtocol:
        return tr("The canister is newer than this version of Sheaf. Changes of your other devices "
                  "still arrive; please update Sheaf to send yours. They are kept on this computer "
                  "meanwhile.");
    case Kind::NeedsAnswer:
        return tr("Nothing is sent or fetched until you answered a question about it.");
    case Kind::Local:
        return tr("The database on this computer could not be read or written. See the message "
                  "about it; nothing was sent.");
    }
    return {};
}
