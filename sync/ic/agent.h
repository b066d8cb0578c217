#pragma once

#include "sync/ic/certifieddata.h"
#include "sync/ic/endpoint.h"
#include "sync/ic/identity.h"
#include "sync/ic/networktime.h"
#include "sync/ic/queryanswer.h"
#include "sync/ic/request.h"

#include <map>
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
};

/// Calls canisters and believes nothing that is not proved: answers to calls and to `readState` are
/// certified by the subnet, answers to queries signed by one of its nodes.
///
/// Blocks the thread that it belongs to; cancel by the transport, from any thread. Everything that
/// can be repeated is, within the limits of the configuration. All references must outlive the
/// agent.
class Agent
{
public:
    Agent(AgentConfig config, Transport &transport, const Clock &clock, Random &random, Wait wait);
    ~Agent();

    /// Who signs from now on; anonymous until told.
    void setIdentity(std::shared_ptr<const Identity> identity);
    const Identity &identity() const { return *m_identity; }

    /// An update: returns the canister's reply (Candid) when the subnet has certified it. An error
    /// other than a certified `Rejected` or `NeverRan` does not mean that it was not executed.
    Result<Bytes, AgentError>
    call(const Principal &canister, const std::string &method, const Bytes &argument);

    /// A query: what one node of the subnet answers, in Candid.
    Result<Bytes, AgentError>
    query(const Principal &canister, const std::string &method, const Bytes &argument);

    /// Certified parts of the network's state, asked for as the current identity.
    Result<Certificate, AgentError> readState(const Principal &canister,
                                              const std::vector<Path> &paths);

    /// What `canister` certified, by the two parts that its query gave: `certificate` and
    /// `witness`, both CBOR. Makes no call unless the clock has to be learned.
    Result<CertifiedData, AgentError>
    certifiedData(const Principal &canister, BytesView certificate, BytesView witness);

    /// The network's time, as far as it is known.
    UtcTime now() const { return m_time.now(); }
    /// How far this computer's clock is behind the network's, as far as it had to be learned.
    std::chrono::nanoseconds clockOffset() const { return m_time.offset(); }
    /// Of the certificates that were verified; worth keeping on disk.
    UtcTime newestCertifiedTime() const { return m_time.newestCertified(); }

private:
    enum class SignAs { Identity, Anonymous };
    struct CachedKeys
    {
        NodeKeys keys;
        std::chrono::nanoseconds fetched{0}; ///< Monotonic.
    };
    /// What one public call has already tried.
    struct Attempts
    {
        bool clockLearned = false;
        bool keysFetched = false;
    };

    Result<Bytes, AgentError>
    callOnce(const SignedRequest &request, const Principal &canister, Attempts &attempts);
    Result<Bytes, AgentError> callAnswer(const HttpResponse &response,
                                         const SignedRequest &request,
                                         const Principal &canister,
                                         Attempts &attempts);
    Result<Bytes, AgentError>
    poll(const SignedRequest &request, const Principal &canister, Attempts &attempts);
    Result<Bytes, AgentError> queryOnce(const CallContent &content, Attempts &attempts);
    Result<Done, AgentError> checkAnswer(const QueryAnswer &answer,
                                         const Hash &requestId,
                                         const Principal &canister,
                                         Attempts &attempts);
    Result<NodeKeys, AgentError> nodeKeys(const Principal &canister, Attempts &attempts);

    Result<Bytes, AgentError>
    fetchCertificate(const Principal &canister, const std::vector<Path> &paths, SignAs signAs);
    Result<Certificate, AgentError> readStateAs(const Principal &canister,
                                                const std::vector<Path> &paths,
                                                SignAs signAs,
                                                Attempts &attempts);
    Result<Certificate, AgentError>
    verify(BytesView certificate, const Principal &canister, Attempts &attempts);
    Result<CertificateVerifier *, AgentError> verifier();
    Result<Bytes, AgentError> fetchRootKey();
    /// Asks a certificate for the network's time; false if that gave nothing.
    bool learnClock(const Principal &canister, Attempts &attempts);
    Bytes nonce();

    AgentConfig m_config;
    Endpoint m_endpoint;
    const Clock &m_clock;
    Random &m_random;
    NetworkTime m_time;
    std::shared_ptr<const Identity> m_identity;
    std::unique_ptr<CertificateVerifier> m_verifier;
    std::map<Principal, CachedKeys> m_nodeKeys;
    bool m_hasV4 = true; ///< false once the host did not know the synchronous call.
};

} // namespace ic
