#pragma once

#include "sync/canistermaster.h"
#include "sync/httptransport.h"
#include "tests/support/localnetwork.h"

/// The system's clocks, the wall clock set wrongly by `skew`.
class SkewedClock final : public Clock
{
public:
    explicit SkewedClock(std::chrono::seconds skew)
        : m_skew(skew)
    {}
    UtcTime now() const override { return m_system.now() + m_skew; }
    std::chrono::nanoseconds monotonic() const override { return m_system.monotonic(); }

private:
    SystemClock m_system;
    std::chrono::seconds m_skew;
};

/// What the application puts together on the sync thread to reach the canister.
struct MasterDevice
{
    MasterDevice(CanisterConfig config,
                 std::shared_ptr<const ic::Identity> identity,
                 std::chrono::seconds skew = {})
        : clock(skew)
        , master(
              std::move(config), http, [this](auto time) { return http.wait(time); }, clock, random)
    {
        master.setIdentity(std::move(identity));
    }

    HttpTransport http;
    SkewedClock clock;
    SystemRandom random;
    CanisterMaster master;
};

inline CanisterConfig configOf(const LocalNetwork &network)
{
    CanisterConfig config;
    config.url = network.url();
    config.canister = ic::Principal::fromText(network.canisterId()).value_or(ic::Principal());
    config.rootKey = ic::toBytes(ic::viewOf(network.rootKey()));
    return config;
}

inline std::shared_ptr<ic::Ed25519Identity> newIdentity()
{
    SystemRandom random;
    return ic::Ed25519Identity::generate(random);
}
