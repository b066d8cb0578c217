#pragma once

#include <QCoreApplication>
#include <QMetaType>
#include <QString>

#include <chrono>

/// Why a sync step did not happen. Callers branch on `kind`, never on text.
struct SyncError
{
    Q_GADGET
    Q_DECLARE_TR_FUNCTIONS(SyncError)

public:
    enum class Kind {
        Offline, ///< The network or the canister's subnet cannot be reached now.
        Cancelled, ///< The person or the end of the program stopped it.
        Busy, ///< Reached, but asked to come back later.
        SignedOut, ///< No identity, or its permission ended.
        Rejected, ///< The canister or the network said no, and proved it.
        Untrusted, ///< An answer that did not prove itself.
        NotFound, ///< No canister with that id, or it has no code.
        OutOfFuel, ///< The canister is out of cycles, frozen or stopped: its owner must act.
        QuotaFull,
        ClockWrong, ///< This computer's clock is too far off for signed requests.
        Protocol, ///< An answer that this version does not understand.
        Unsupported, ///< The canister is older than this call.
        OtherAccount, ///< This profile's documents belong to another person or canister.
        NotMember, ///< The canister belongs to others, or nobody has claimed it.
        Suspended, ///< Its owner took the right to write away; reading goes on.
        NewerProtocol, ///< The canister is ahead of this version of Sheaf: nothing is sent to it.
        NeedsAnswer, ///< Nothing travels until the person answered (`SyncStatus::questions`).
        Local, ///< The database on this computer refused.
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Protocol;
    QString detail; ///< English, for the log: request id, canister id, reject code. No secrets.
    std::chrono::milliseconds retryAfter{0}; ///< What the server asked for; zero: it did not say.

    QString userMessage() const; ///< Translated: what happened and what the person can do.
    bool isRetryable() const { return kind == Kind::Offline || kind == Kind::Busy; }
};
Q_DECLARE_METATYPE(SyncError)
