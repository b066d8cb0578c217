#pragma once

#include "sync/ic/certifieddata.h"
#include "sync/ic/querycaller.h"
#include "sync/ic/updatecaller.h"

namespace ic {

/// Calls canisters and believes nothing that is not proved: answers to calls and to `readState` are
/// certified by the subnet, answers to queries signed by one of its nodes.
///
/// Blocks the thread that it belongs to; cancel by the transport, from any thread. Everything that
/// can be repeated is, within the limits of the configuration. All references must outlive the
/// agent.
class Agent
{
public:
    Agent(AgentConfig config, Transport &transport, const Clock &clock, Random &random, Wait wait)
        : m_core(std::move(config), transport, clock, random, std::move(wait))
    {}
    Agent(const Agent &) = delete;
    Agent &operator=(const Agent &) = delete;

    /// Who signs from now on; anonymous until told.
    void setIdentity(std::shared_ptr<const Identity> identity)
    {
        m_core.identity = std::move(identity);
    }
    const Identity &identity() const { return *m_core.identity; }

    /// An update: returns the canister's reply (Candid) when the subnet has certified it. An error
    /// other than a certified `Rejected` or `NeverRan` does not mean that it was not executed; its
    /// `retry` tells what is left to do.
    Result<Bytes, AgentError>
    call(const Principal &canister, const std::string &method, const Bytes &argument)
    {
        return m_updates.call(canister, method, argument);
    }

    /// Where `keptCall` writes requests down; must outlive the agent or be taken back (null).
    void setJournal(RequestJournal *journal) { m_updates.setJournal(journal); }
    /// As `call`, but the request is in the journal before its first byte is sent, and stays there
    /// until its end is known and, if that is a reply, `settle` was called.
    Result<Bytes, AgentError> keptCall(const Principal &canister,
                                       const std::string &method,
                                       const Bytes &argument,
                                       const Bytes &note)
    {
        return m_updates.keptCall(canister, method, argument, note);
    }
    /// What became of a request out of the journal, as a certificate tells: its reply, a certified
    /// `Rejected`, `NeverRan`, `DoneWithoutReply`, or `OutcomeUnknown` with advice to ask again
    /// (`AskOutcome`: it may still run) or not to (`Never`: the network has forgotten). The
    /// identity must be the one that signed it.
    Result<Bytes, AgentError> outcome(const OpenRequest &request)
    {
        return m_updates.outcome(request);
    }
    /// The replies that `keptCall` and `outcome` returned have been used.
    void settle() { m_updates.settle(); }

    /// A query: what one node of the subnet answers, in Candid.
    Result<Bytes, AgentError>
    query(const Principal &canister, const std::string &method, const Bytes &argument)
    {
        return m_queries.query(canister, method, argument);
    }

    /// Certified parts of the network's state, asked for as the current identity.
    Result<Certificate, AgentError> readState(const Principal &canister,
                                              const std::vector<Path> &paths);

    /// What `canister` certified, by the two parts that its query gave: `certificate` and
    /// `witness`, both CBOR. Makes no call unless the clock has to be learned.
    Result<CertifiedData, AgentError>
    certifiedData(const Principal &canister, BytesView certificate, BytesView witness);

    /// The network's time, as far as it is known.
    UtcTime now() const { return m_core.time.now(); }
    /// How far this computer's clock is behind the network's, as far as it had to be learned.
    std::chrono::nanoseconds clockOffset() const { return m_core.time.offset(); }
    /// Of the certificates that were verified; worth keeping on disk.
    UtcTime newestCertifiedTime() const { return m_core.time.newestCertified(); }
    /// What was kept of the last session: see `AgentConfig`.
    void restoreTime(UtcTime notBefore, std::chrono::nanoseconds clockOffset)
    {
        m_core.time.restore(notBefore, clockOffset);
    }

private:
    AgentCore m_core;
    StateReader m_state{m_core};
    QueryCaller m_queries{m_core, m_state};
    UpdateCaller m_updates{m_core, m_state};
};

} // namespace ic
