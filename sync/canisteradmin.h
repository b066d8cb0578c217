#pragma once

#include "model/base/canistervalues.h"
#include "model/base/result.h"

/// The part of canister/sheaf.did that is not about documents: who may use the canister, how it
/// fares, the caller's devices. Rules are in canister/README.md.
///
/// Every call blocks its thread and may be repeated; answers were verified before they are
/// returned. Calls from "owner" on answer strangers with `NotOwner`.
class CanisterAdmin
{
public:
    template <typename T>
    using Answer = Result<T, CanisterProblem>;

    virtual ~CanisterAdmin() = default;

    /// Anonymous callers may ask as well. `OtherInterface` if it is no Sheaf, `TooOld` if it is one
    /// without owner.
    virtual Answer<CanisterAbout> about() = 0;
    /// `secret`: the bytes whose SHA-256 the canister was installed with.
    virtual Answer<Done> claim(const QByteArray &secret) = 0;
    virtual Answer<Done> join(const QByteArray &invite) = 0;

    virtual Answer<CanisterUsage> usage() = 0;
    virtual Answer<QList<CanisterDevice>> devices() = 0;
    virtual Answer<QList<CanisterDevice>> retireDevice(const QByteArray &id) = 0;
    /// Everything of the caller's; `principal` has to be the caller's.
    virtual Answer<Done> deleteSpace(const QString &principal) = 0;

    // Owner.
    virtual Answer<CanisterStatus> status() = 0;
    virtual Answer<CanisterSettings> settings() = 0;
    virtual Answer<CanisterSettings> setSettings(const CanisterSettings &settings) = 0;
    virtual Answer<QList<CanisterUser>> users() = 0; ///< All of them.
    virtual Answer<CanisterUser> setUser(const CanisterUserChange &change) = 0;
    /// With everything that the user has there; the canister wants them to be suspended first.
    virtual Answer<Done> removeUser(const QString &principal) = 0;
    virtual Answer<QList<CanisterInvite>> invites() = 0;
    /// `code`: what the invited person will give to `join`; only its SHA-256 is sent.
    virtual Answer<CanisterInvite>
    createInvite(const QByteArray &code, const QString &note, qint64 expires) = 0;
    virtual Answer<Done> revokeInvite(quint64 id) = 0;
    virtual Answer<Done> setOwner(const QString &principal) = 0;
};
