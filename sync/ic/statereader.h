#pragma once

#include "sync/ic/agentcore.h"
#include "sync/ic/certificate.h"

namespace ic {

/// The certified side of an agent: fetches certificates and checks every one, learns the network's
/// time where this computer's clock does not fit.
class StateReader
{
public:
    enum class SignAs { Identity, Anonymous };

    explicit StateReader(AgentCore &core)
        : m_core(core)
    {}

    Result<Certificate, AgentError> read(const Principal &canister,
                                         const std::vector<Path> &paths,
                                         SignAs signAs,
                                         Attempts &attempts);
    /// Checks a certificate that came with another answer.
    Result<Certificate, AgentError>
    verify(BytesView certificate, const Principal &canister, Attempts &attempts);
    /// Asks certificates for the network's time, once for each `attempts`; false if that gave
    /// nothing.
    bool learnClock(const Principal &canister, Attempts &attempts);
    /// How often a local network turned out to be another one than before.
    int networkChanges() const { return m_networkChanges; }

private:
    Result<Bytes, AgentError>
    fetch(const Principal &canister, const std::vector<Path> &paths, SignAs signAs);
    Result<CertificateVerifier *, AgentError> verifier();
    Result<Bytes, AgentError> fetchRootKey();

    AgentCore &m_core;
    std::unique_ptr<CertificateVerifier> m_verifier;
    int m_networkChanges = 0;
};

} // namespace ic
