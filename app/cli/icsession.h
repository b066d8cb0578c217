#pragma once

#include "app/cli/command.h"
#include "sync/httptransport.h"
#include "sync/ic/agent.h"

#include <QJsonObject>

#include <memory>

/// What every command of `sheaf ic` has to know. Needs no profile and makes none; where there is
/// one, its canister and its key are the defaults.
class IcSession
{
public:
    enum class SignAs {
        Person, ///< With the key of --identity or the profile; without one anonymously.
        Anonymous,
    };
    enum class Canister { Needed, NotNeeded };

    /// `arguments` were parsed with --url, --canister and --identity among the values and
    /// --anonymous among the flags. The error says what is wrong with them.
    static Result<std::unique_ptr<IcSession>, CommandResult>
    open(const Options &options, const CommandArguments &arguments, SignAs signAs, Canister wanted);

    const QByteArray &url() const { return m_url; }
    const ic::Principal &canister() const { return m_canister; }
    bool hasCanister() const { return m_hasCanister; }
    ic::Agent &agent() { return m_agent; }
    ic::Endpoint &endpoint() { return m_endpoint; }
    const Clock &clock() const { return m_clock; }

    /// One value of the state tree below /canister/<id>, proved; nothing if it is proved that there
    /// is none.
    Result<std::optional<ic::Bytes>, ic::AgentError>
    canisterState(const std::vector<std::string_view> &path);

private:
    IcSession(QByteArray url, std::optional<ic::Principal> canister);

    QByteArray m_url;
    ic::Principal m_canister;
    bool m_hasCanister;
    SystemClock m_clock;
    SystemRandom m_random;
    HttpTransport m_transport;
    ic::Endpoint m_endpoint;
    ic::Agent m_agent;
};

/// One sentence for the person: who says what, and what it usually means.
QString icSentence(const ic::AgentError &error);
ExitStatus icStatus(const ic::AgentError &error);
/// "nobody", "node", "subnet": whose word a rejection is.
QString icWitness(const ic::AgentError &error);
/// kind, sentence, and of a rejection its code, error code, message and witness.
QJsonObject icErrorJson(const ic::AgentError &error);
/// With --json the whole error on standard output, else the sentence on standard error.
CommandResult icProblem(const Options &options, const ic::AgentError &error);

/// `text` without characters that steer a terminal; line ends stay.
QString withoutControls(const std::string &text);
