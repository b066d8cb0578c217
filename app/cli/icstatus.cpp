#include "app/cli/iccertificate.h"
#include "app/cli/iccommand.h"
#include "app/cli/icreport.h"
#include "app/cli/icsession.h"
#include "app/cli/json.h"
#include "app/options.h"
#include "sync/ic/answers.h"
#include "sync/ic/leb128.h"
#include "sync/ic/queryanswer.h"

#include <QJsonArray>

namespace {

using namespace std::chrono_literals;
using Kind = ic::AgentError::Kind;

constexpr ic::Endpoint::Limits kStatusLimits{15s, qint64{1} * 1024 * 1024};

QString hexOf(const ic::Bytes &bytes)
{
    return QString::fromStdString(ic::toHex(bytes));
}

/// Asks one question after the other and stops at the first that has no answer.
class StatusQuestions
{
public:
    explicit StatusQuestions(IcSession &session)
        : m_session(session)
    {}

    IcReport ask()
    {
        m_report.say(
            QStringLiteral("url"), CommandLine::tr("Host"), QString::fromUtf8(m_session.url()));
        if (!askHost() || !m_session.hasCanister())
            return std::move(m_report);
        m_report.say(QStringLiteral("canister"),
                     CommandLine::tr("Canister"),
                     m_session.canister().toString());
        if (judgeCertificate(m_session, m_rootKey, m_report) && askCode()) {
            askTimes();
            askMetadata();
            askNodes();
            askWhetherItRuns();
        }
        return std::move(m_report);
    }

private:
    bool fail(const QString &check, const ic::AgentError &error)
    {
        m_report.fail(check, QLatin1String(ic::toString(error.kind)), icSentence(error), error);
        return false;
    }

    bool askHost()
    {
        const auto start = m_session.clock().monotonic();
        const auto response = m_session.endpoint().get("/api/v2/status", kStatusLimits);
        const QString check = CommandLine::tr("The host answers");
        if (!response)
            return fail(check, response.error());
        if (response.value().status != 200)
            return fail(check, ic::errorFromStatus(response.value()));
        const auto body = ic::parseBody(response.value());
        if (!body)
            return fail(check, body.error());
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
            m_session.clock().monotonic() - start);
        m_report.pass(check);
        m_report.say(QStringLiteral("roundTripMs"),
                     CommandLine::tr("Round trip"),
                     CommandLine::tr("%1 ms").arg(took.count()),
                     double(took.count()));
        const cbor::Value *key = body.value().asMap()->find("root_key");
        tellRootKey(key && key->asBytes() ? *key->asBytes() : ic::Bytes());
        return true;
    }

    void tellRootKey(const ic::Bytes &told)
    {
        const bool isMain = !m_session.endpoint().isLoopback();
        const ic::Bytes key = isMain ? ic::mainNetworkRootKey() : told;
        QString source = isMain ? CommandLine::tr("the main network's, built in")
                                : CommandLine::tr("told by this computer's own network");
        if (isMain && !told.empty() && told != key)
            source =
                CommandLine::tr("the main network's, but the host tells another one: it is not "
                                "the main network");
        m_rootKey = key;
        m_report.say(QStringLiteral("rootKey"), CommandLine::tr("Root key"), source, hexOf(key));
        m_report.set(QStringLiteral("isMainNetwork"),
                     told.empty() || told == ic::mainNetworkRootKey());
    }

    bool askCode()
    {
        const QString exists = CommandLine::tr("The canister exists");
        const auto controllers = m_session.canisterState({"controllers"});
        if (!controllers)
            return fail(exists, controllers.error());
        if (!controllers.value()) {
            ic::AgentError error;
            error.kind = Kind::NotFound;
            return fail(exists, error);
        }
        m_report.pass(exists);
        tellControllers(*controllers.value());
        const auto hash = m_session.canisterState({"module_hash"});
        const QString code = CommandLine::tr("There is code in it");
        if (!hash)
            return fail(code, hash.error());
        if (!hash.value()) {
            m_report.fail(code,
                          QStringLiteral("no_code"),
                          CommandLine::tr("No code is installed in this canister."),
                          {});
            return false;
        }
        m_report.pass(code);
        m_report.say(
            QStringLiteral("moduleHash"), CommandLine::tr("Module hash"), hexOf(*hash.value()));
        return true;
    }

    void tellControllers(const ic::Bytes &encoded)
    {
        const auto decoded = cbor::decode(encoded);
        const cbor::Array *list = decoded ? decoded.value().asArray() : nullptr;
        QStringList names;
        for (const cbor::Value &value : list ? *list : cbor::Array()) {
            const auto id =
                value.asBytes() ? ic::Principal::fromBytes(*value.asBytes()) : std::nullopt;
            if (id)
                names += id->toString();
        }
        m_report.sayList(QStringLiteral("controllers"), CommandLine::tr("Controllers"), names);
    }

    /// Newer networks tell when; others refuse the question.
    void askTimes()
    {
        const auto tell = [this](std::string_view path, const QString &key, const QString &label) {
            const auto value = m_session.canisterState({path});
            const auto ns =
                value && value.value() ? ic::decodeLeb128(*value.value()) : std::nullopt;
            if (ns)
                m_report.say(key, label, timeJson(std::int64_t(*ns / 1'000'000)));
        };
        tell("canister_creation_timestamp", QStringLiteral("created"), CommandLine::tr("Created"));
        tell("last_install_timestamp", QStringLiteral("installed"), CommandLine::tr("Installed"));
    }

    void askMetadata()
    {
        QStringList found;
        for (const char *name : {"candid:service",
                                 "candid:args",
                                 "motoko:compiler",
                                 "motoko:stable-types",
                                 "git_commit_id",
                                 "supported_certificate_versions"}) {
            const auto value = m_session.canisterState({"metadata", name});
            if (value && value.value())
                found += QLatin1String(name);
            else if (!value && value.error().httpStatus == 403)
                found += CommandLine::tr("%1 (private)").arg(QLatin1String(name));
        }
        m_report.sayList(QStringLiteral("metadata"), CommandLine::tr("Metadata"), found);
    }

    void askNodes()
    {
        const auto certificate =
            m_session.agent().readState(m_session.canister(), {{ic::toBytes("subnet")}});
        const auto keys = certificate ? ic::nodeKeysFrom(certificate.value(), m_session.canister())
                                      : std::nullopt;
        if (!keys)
            return;
        QStringList nodes;
        for (const auto &[node, key] : keys->ed25519)
            nodes += node.toString();
        m_report.sayList(QStringLiteral("nodes"), CommandLine::tr("Nodes"), nodes);
    }

    /// A method that nobody has: a canister that runs says so.
    void askWhetherItRuns()
    {
        const QString check = CommandLine::tr("The canister runs");
        const auto answer = m_session.agent().query(m_session.canister(),
                                                    "__sheaf_ic_status",
                                                    ic::toBytes(std::string_view("DIDL\0\0", 6)));
        if (answer
            || (answer.error().kind == Kind::Rejected && answer.error().errorCode == "IC0536")) {
            m_report.pass(check);
            return;
        }
        const ic::AgentError &error = answer.error();
        QString diagnosis = QLatin1String(ic::toString(error.kind));
        if (error.errorCode == "IC0508" || error.errorCode == "IC0509")
            diagnosis = QStringLiteral("stopped");
        else if (error.errorCode == "IC0207")
            diagnosis = QStringLiteral("out_of_cycles");
        m_report.fail(check, diagnosis, icSentence(error), error);
    }

    IcSession &m_session;
    IcReport m_report;
    ic::Bytes m_rootKey; ///< DER.
};

} // namespace

CommandResult runIcStatus(const Options &options, const CommandArguments &arguments)
{
    if (!arguments.rest.isEmpty())
        return usageProblem(CommandLine::tr("\"ic status\" takes no arguments."));
    auto session = IcSession::open(
        options, arguments, IcSession::SignAs::Anonymous, IcSession::Canister::NotNeeded);
    if (!session)
        return session.error();
    return StatusQuestions(*session.value()).ask().result();
}
