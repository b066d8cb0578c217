#pragma once

#include "sync/canistermaster.h"
#include "sync/httptransport.h"
#include "tests/support/localnetwork.h"
#include "tests/support/syncdevice.h"

/// Counts what goes over the network, bodies only: HTTP's heads are the host's business.
class CountingTransport final : public Transport
{
public:
    explicit CountingTransport(Transport &inner)
        : m_inner(inner)
    {}

    int requests = 0;
    qint64 sent = 0;
    qint64 received = 0;
    void reset() { requests = 0, sent = 0, received = 0; }

    Result<HttpResponse, TransportError> send(const HttpRequest &request) override;
    void cancel() override { m_inner.cancel(); }
    void resume() override { m_inner.resume(); }

private:
    Transport &m_inner;
};

/// The whole path of a device but its window: database, engine, agent and a real canister.
class CanisterDevice
{
public:
    CanisterDevice(const QString &name,
                   const LocalNetwork &network,
                   std::shared_ptr<const ic::Identity> identity,
                   FakeClock &clock);

private:
    HttpTransport m_http;
    SystemClock m_clock;
    SystemRandom m_random;

public:
    CountingTransport traffic;

private:
    CanisterMaster m_master;

public:
    SyncDevice device;
};
