#pragma once

#include "sync/ic/endpoint.h"
#include "sync/ic/identity.h"
#include "sync/ic/networktime.h"
#include "sync/ic/request.h"

#include <memory>

namespace ic {

struct AgentConfig
{
    /// Scheme and host, no path: "https://icp-api.io", "http://127.0.0.1:4943".
    QByteArray url = "https://icp-api.io";
    /// DER. Empty: the main network's; on a loopback host the one that the host tells.
    Bytes rootKey;
    /// Of calls; whole seconds. The network accepts at most five and a half minutes.
    std::chrono::seconds requestLifetime{240};
    RetryLimits retries;
    /// `newestCertifiedTime` of the last session, so that old answers cannot be replayed to a new
    /// one.
    UtcTime notBefore{};
    std::chrono::nanoseconds clockOffset{0}; ///< That of the last session.
};

/// What one public call of the agent has already tried.
struct Attempts
{
    bool clockLearned = false;
    bool keysFetched = false;
};

/// What the parts of an agent share: the host, the network's time, and who signs. All references
/// must outlive it.
class AgentCore
{
public:
    enum class Api { Call, Query, ReadState };

    AgentCore(
        AgentConfig config, Transport &transport, const Clock &clock, Random &random, Wait wait);

    /// Posts to the newest version of `api` that the host knows. 404 comes back only if it knows
    /// none.
    Result<HttpResponse, AgentError> post(Api api, const Principal &canister, BytesView envelope);

    SignedRequest sign(const CallContent &call) const;
    Bytes nonce();

    const AgentConfig config;
    Endpoint endpoint;
    const Clock &clock;
    NetworkTime time;
    std::shared_ptr<const Identity> identity; ///< Never null.

private:
    Random &m_random;
    std::array<bool, 3> m_usesOlder{}; ///< By `Api`: the host did not know the newest version.
};

} // namespace ic
