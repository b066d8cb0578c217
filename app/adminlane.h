#pragma once

#include "app/canisteraddress.h"
#include "sync/canisteradmin.h"
#include "sync/ic/identity.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>

class Clock;
class Random;

/// A canister's administration together with all that it needs; belongs to one thread.
class AdminConnection
{
public:
    /// `clock` and `random` must outlive it. Without an identity it asks anonymously.
    AdminConnection(const ParsedAddress &address,
                    const std::shared_ptr<const ic::Identity> &identity,
                    const Clock &clock,
                    Random &random);
    ~AdminConnection();

    CanisterAdmin &admin();
    void cancel(); ///< Ends the running call and all that follow. From any thread.

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// A thread of its own on which canisters are asked, one question after the other; the connection
/// to the last one is kept. Ends within moments: what runs is cancelled.
class AdminLane
{
public:
    using Job = std::function<void(CanisterAdmin &)>;

    AdminLane(const Clock &clock, Random &random);
    ~AdminLane();

    void post(const ParsedAddress &address, std::shared_ptr<const ic::Identity> identity, Job job);
    /// What runs or waits now ends with `Cancelled`; what is posted later does not.
    void cancel();

private:
    AdminConnection *connectionFor(const ParsedAddress &address,
                                   const std::shared_ptr<const ic::Identity> &identity,
                                   int turn);

    const Clock &m_clock;
    Random &m_random;
    std::mutex m_mutex; ///< Of all below but the pool.
    int m_turn = 0; ///< Raised by each cancel.
    int m_connectionTurn = 0;
    ParsedAddress m_address;
    std::shared_ptr<const ic::Identity> m_identity;
    std::shared_ptr<AdminConnection> m_connection;
    QThreadPool m_pool; ///< One thread; last, so that it has ended before the rest goes.
};
