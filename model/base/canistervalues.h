#pragma once

#include "model/base/cyclesmark.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

/// What a canister tells about itself and its people, as the window and the command line show it:
/// canister/sheaf.did in plain words. Times are milliseconds since 1970, sizes bytes, principals
/// their checked text form.

enum class Registration {
    SingleOwner, ///< Whoever claims it, and those who were members before.
    InviteOnly,
    Open, ///< Everybody who signs.
};

/// What anybody may ask; the last three are about who asks.
struct CanisterAbout
{
    quint16 interfaceVersion = 0; ///< 2: the first with an owner.
    quint16 protocol = 0;
    bool claimed = false;
    Registration registration = Registration::SingleOwner;
    bool member = false;
    bool owner = false;
    bool suspended = false;

    friend bool operator==(const CanisterAbout &, const CanisterAbout &) = default;
};

/// The caller's own space.
struct CanisterUsage
{
    quint64 rows = 0;
    quint64 bytes = 0;
    quint64 quotaBytes = 0;
    CyclesMark cycles = CyclesMark::Enough;

    friend bool operator==(const CanisterUsage &, const CanisterUsage &) = default;
};

struct CanisterStatus
{
    quint64 cycles = 0;
    quint64 cyclesPerDay = 0; ///< Measured; 0: not known yet.
    std::optional<quint64> daysLeft;
    quint64 memoryBytes = 0;
    quint64 chunkMemoryBytes = 0; ///< Of attachments.
    quint64 users = 0;
    quint64 spacesBytes = 0;
    quint16 interfaceVersion = 0;
    qint64 installed = 0;
    qint64 upgraded = 0;
    QString version;

    friend bool operator==(const CanisterStatus &, const CanisterStatus &) = default;
};

struct CanisterSettings
{
    Registration registration = Registration::SingleOwner;
    quint64 defaultQuotaBytes = 0; ///< Of those who join from now on.
    quint64 maxUsers = 0;
    quint64 updatesPerMinute = 0; ///< Per person.
    quint64 lowCycles = 0; ///< Below this balance every answer carries the mark "low".

    friend bool operator==(const CanisterSettings &, const CanisterSettings &) = default;
};

struct CanisterUser
{
    QString principal;
    qint64 joined = 0;
    qint64 lastSeen = 0;
    quint64 rows = 0;
    quint64 bytes = 0;
    quint64 chunkBytes = 0; ///< Of attachments, beside `bytes`.
    quint64 quotaBytes = 0;
    bool suspended = false;
    bool owner = false;
    QString note; ///< What the owner wrote about this person.

    friend bool operator==(const CanisterUser &, const CanisterUser &) = default;
};

/// What to change of a user; what is empty stays.
struct CanisterUserChange
{
    QString principal;
    std::optional<quint64> quotaBytes;
    std::optional<bool> suspended;
    std::optional<QString> note;
};

struct CanisterInvite
{
    quint64 id = 0;
    QString note;
    qint64 created = 0;
    qint64 expires = 0;
    std::optional<QString> usedBy; ///< Principal of who joined with it.

    friend bool operator==(const CanisterInvite &, const CanisterInvite &) = default;
};

struct CanisterDevice
{
    QByteArray id; ///< 16 bytes.
    QString name;
    quint64 cursor = 0; ///< Position up to which it has the changes of the others.
    qint64 firstSeen = 0;
    qint64 lastSeen = 0;
    quint64 pushes = 0;
    bool retired = false; ///< Clean-up no longer waits for it.

    friend bool operator==(const CanisterDevice &, const CanisterDevice &) = default;
};

/// Why a canister did not do what it was asked. Callers branch on `kind`; sentences are made where
/// they are shown.
struct CanisterProblem
{
    Q_GADGET

public:
    enum class Kind {
        NotAnAddress, ///< The text is none that Sheaf may use.
        NotAnId, ///< Not a canister's id: a typing mistake shows in its checksum.
        Unreachable,
        NotTheNetwork, ///< Something else answers: a captive portal, a proxy, a web site.
        Busy, ///< `number`: seconds until it may be tried again; 0: it did not say.
        Cancelled,
        ClockWrong,
        Untrusted, ///< An answer that did not prove itself.
        NotFound, ///< No canister with this id.
        NoCode, ///< The canister is empty.
        OtherInterface, ///< A canister, but no Sheaf in it.
        TooOld, ///< Sheaf without owner's controls.
        TooNew, ///< `number`: the interface that it speaks.
        Stopped,
        OutOfCycles, ///< Or frozen, because too few are left.
        SignedOut, ///< The request needs an identity.
        NotMember,
        Suspended,
        NotOwner,
        WrongCode, ///< `number`: tries left.
        AlreadyClaimed,
        NoClaimCode, ///< Installed without one: its controller names the owner.
        WrongInvite, ///< Unknown, used or expired.
        Full, ///< No room for another person.
        BadArgument, ///< `detail`: the canister's word for it.
        NoSuchEntry, ///< The user, invite or device is not there.
        Rejected,
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Rejected;
    QString detail; ///< English, for the log. No secrets.
    quint64 number = 0;

    friend bool operator==(const CanisterProblem &, const CanisterProblem &) = default;
};
Q_DECLARE_METATYPE(CanisterProblem)
