#include "tests/support/canisterdevice.h"

Result<HttpResponse, TransportError> CountingTransport::send(const HttpRequest &request)
{
    ++requests;
    sent += request.body.size();
    auto response = m_inner.send(request);
    if (response.ok())
        received += response.value().body.size();
    return response;
}

CanisterDevice::CanisterDevice(const QString &name,
                               const LocalNetwork &network,
                               std::shared_ptr<const ic::Identity> identity,
                               FakeClock &clock)
    : traffic(m_http)
    , m_master(
          {network.url(), *ic::Principal::fromText(network.canisterId()), {}},
          traffic,
          [this](std::chrono::milliseconds time) { return m_http.wait(time); },
          m_clock,
          m_random)
    , device(name, m_master, clock)
{
    m_master.setIdentity(std::move(identity));
}
