#pragma once

#include "model/base/canistervalues.h"
#include "model/base/result.h"
#include "ui/canister/connectionverdict.h"

#include <functional>

class QObject;

struct CanisterAddress
{
    QString url;
    QString canister; ///< Id as text.

    friend bool operator==(const CanisterAddress &, const CanisterAddress &) = default;
};

/// Canisters as the window reaches them: it asks, the answer comes later on the GUI thread, and
/// not at all if `context` is gone by then. The program behind it does the network's part.
///
/// Every request can fail with any kind of `CanisterProblem`. What is not about an address is about
/// the canister that the profile uses, as the profile's key.
class CanisterAccess
{
public:
    template <typename T>
    using Answer = std::function<void(const Result<T, CanisterProblem> &)>;

    virtual ~CanisterAccess() = default;

    /// At once, without the network: nothing if both could be right.
    virtual std::optional<CanisterProblem> addressProblem(const CanisterAddress &address) const = 0;
    virtual void
    check(const CanisterAddress &address, QObject *context, Answer<ConnectionReport> answer) = 0;
    virtual void claim(const CanisterAddress &address,
                       const QString &code,
                       QObject *context,
                       Answer<Done> answer) = 0;
    virtual void join(const CanisterAddress &address,
                      const QString &code,
                      QObject *context,
                      Answer<Done> answer) = 0;

    virtual void about(QObject *context, Answer<CanisterAbout> answer) = 0;
    virtual void usage(QObject *context, Answer<CanisterUsage> answer) = 0;
    virtual void devices(QObject *context, Answer<QList<CanisterDevice>> answer) = 0;
    virtual void
    retireDevice(const QByteArray &id, QObject *context, Answer<QList<CanisterDevice>> answer) = 0;
    virtual void deleteSpace(QObject *context, Answer<Done> answer) = 0;

    // For the owner.
    virtual void status(QObject *context, Answer<CanisterStatus> answer) = 0;
    virtual void settings(QObject *context, Answer<CanisterSettings> answer) = 0;
    virtual void setSettings(const CanisterSettings &settings,
                             QObject *context,
                             Answer<CanisterSettings> answer) = 0;
    virtual void users(QObject *context, Answer<QList<CanisterUser>> answer) = 0;
    virtual void
    setUser(const CanisterUserChange &change, QObject *context, Answer<CanisterUser> answer) = 0;
    virtual void removeUser(const QString &principal, QObject *context, Answer<Done> answer) = 0;
    virtual void invites(QObject *context, Answer<QList<CanisterInvite>> answer) = 0;
    /// A new code with its link; neither can be had again.
    struct NewInvite
    {
        CanisterInvite invite;
        QString code;
        QString link;
    };
    virtual void
    createInvite(const QString &note, int days, QObject *context, Answer<NewInvite> answer) = 0;
    virtual void revokeInvite(quint64 id, QObject *context, Answer<Done> answer) = 0;
};
