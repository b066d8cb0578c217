#pragma once

#include "sync/ic/answers.h"
#include "sync/ic/requestjournal.h"
#include "sync/ic/statereader.h"

namespace ic {

/// Updates: sends them, and finds out what became of them.
class UpdateCaller
{
public:
    UpdateCaller(AgentCore &core, StateReader &state)
        : m_core(core)
        , m_state(state)
    {}

    /// Null: nothing is written down.
    void setJournal(RequestJournal *journal) { m_journal = journal; }

    /// Not written down.
    Result<Bytes, AgentError>
    call(const Principal &canister, const std::string &method, const Bytes &argument);
    /// Written down before it is sent, with `note`.
    Result<Bytes, AgentError> keptCall(const Principal &canister,
                                       const std::string &method,
                                       const Bytes &argument,
                                       const Bytes &note);
    Result<Bytes, AgentError> outcome(const OpenRequest &request);
    /// What `keptCall` and `outcome` returned is in use: nobody will ask for it again.
    void settle();

private:
    using Kind = AgentError::Kind;
    /// What is asked about, wherever it comes from.
    struct Sent
    {
        Hash id;
        std::uint64_t expiryNs;
        const Principal &canister;
    };
    enum class Patience { UntilItEnds, OneLook };

    Result<Bytes, AgentError>
    send(const CallContent &content, const Bytes *note, Attempts &attempts);
    Result<Bytes, AgentError>
    exchange(const SignedRequest &request, const Principal &canister, Attempts &attempts);
    Result<Bytes, AgentError>
    readAnswer(const HttpResponse &response, const Sent &sent, Attempts &attempts);
    Result<Bytes, AgentError>
    readCertificate(BytesView certificate, const Sent &sent, Attempts &attempts);
    Result<Bytes, AgentError> poll(const Sent &sent, Patience patience, Attempts &attempts);
    /// The end as a certificate tells it; nothing: it has not ended yet.
    static std::optional<Result<Bytes, AgentError>>
    endOf(RequestStatus status, UtcTime certified, std::uint64_t expiryNs);
    void noteEnd(const Hash &id, const Result<Bytes, AgentError> &result);

    AgentCore &m_core;
    StateReader &m_state;
    RequestJournal *m_journal = nullptr;
    std::vector<Hash> m_answered; ///< Replies that the caller has and may not have used yet.
};

} // namespace ic
