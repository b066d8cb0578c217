#pragma once

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/base/result.h"
#include "sync/ic/identity.h"
#include "sync/ic/principal.h"
#include "sync/master.h"

#include <QString>

#include <functional>
#include <memory>

struct SyncTarget;

/// Builds what is needed to talk to one canister: transport, agent and the canister's methods, all
/// on the thread that calls the factory.
class CanisterConnection
{
public:
    /// The error is a sentence for the person: address or id that cannot be one.
    static Result<CanisterConnection, QString>
    prepare(const SyncTarget &target, const Clock &clock, Random &random);

    /// What it makes belongs to the calling thread; clock and random must outlive it.
    std::function<std::unique_ptr<Master>()> factory() const;

private:
    CanisterConnection(QByteArray url,
                       ic::Principal canister,
                       std::shared_ptr<const ic::Identity> identity,
                       const Clock &clock,
                       Random &random);

    QByteArray m_url;
    ic::Principal m_canister;
    std::shared_ptr<const ic::Identity> m_identity;
    const Clock *m_clock;
    Random *m_random;
};
