#include "app/cli/icsession.h"

#include "app/cli/commandidentity.h"
#include "app/identityfile.h"
#include "app/options.h"
#include "app/profile.h"
#include "ui/uisettings.h"

#include <QFileInfo>
#include <QUrl>

namespace {

using Kind = ic::AgentError::Kind;

constexpr auto kMainNetwork = "https://icp-api.io";
/// A person waits in front of it, and wants to know what is wrong, not that it works at last.
constexpr ic::RetryLimits kRetries{2, 1};

/// The profile of these options if there is one already; looking makes none.
std::unique_ptr<Profile> existingProfile(const Options &options)
{
    const QString folder = options.profile.isEmpty() ? Profile::defaultFolder() : options.profile;
    if (!QFileInfo::exists(folder + QStringLiteral("/sheaf.db")))
        return nullptr;
    auto profile = Profile::open(folder);
    return profile ? std::move(profile).value() : nullptr;
}

Result<QByteArray, CommandResult> readUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QByteArray origin = url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery
                                            | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    const bool isHttps = url.scheme() == QLatin1String("https");
    const bool isLocal = url.scheme() == QLatin1String("http") && ic::isLoopbackUrl(origin);
    if (url.isValid() && !url.host().isEmpty() && (isHttps || isLocal))
        return origin;
    return usageProblem(
        CommandLine::tr("\"%1\" is not an address that can be used: it has to begin "
                        "with https://, or http:// for this computer.")
            .arg(text));
}

QString firstOf(const QString &a, const QString &b, const QString &c)
{
    return !a.isEmpty() ? a : !b.isEmpty() ? b : c;
}

using FoundIdentity = Result<std::shared_ptr<const ic::Identity>, CommandResult>;

FoundIdentity findIdentity(const Options &options, const QString &file, Profile *profile)
{
    const QString path = file.isEmpty() ? options.identityFile : file;
    if (!path.isEmpty()) {
        auto identity = readIdentityFile(path);
        if (!identity)
            return notFound(identity.error());
        return std::shared_ptr<const ic::Identity>(std::move(identity).value());
    }
    const std::shared_ptr<const ic::Identity> anonymous = std::make_shared<ic::AnonymousIdentity>();
    auto store = profile ? profile->openStore()
                         : Result<std::unique_ptr<DocumentStore>, StoreError>(nullptr);
    if (!store)
        return storeProblem(store.error());
    if (!store.value())
        return anonymous;
    CommandContext context{*store.value(), *profile, options, {}};
    auto identity = commandIdentity(context);
    if (!identity) {
        CommandResult problem = identity.error();
        problem.problem +=
            QLatin1Char(' ') + CommandLine::tr("With --anonymous the request goes unsigned.");
        return problem;
    }
    return std::shared_ptr<const ic::Identity>(std::move(identity).value());
}

/// What the canister's error codes usually mean, for those that a person can do something about.
QString hintFor(const std::string &code)
{
    if (code == "IC0207")
        return CommandLine::tr("It is out of cycles: its owner has to top it up.");
    if (code == "IC0508")
        return CommandLine::tr("It is stopped: its owner has to start it.");
    if (code == "IC0509")
        return CommandLine::tr("It is being stopped.");
    if (code == "IC0537")
        return CommandLine::tr("There is no code in it.");
    if (code == "IC0301")
        return CommandLine::tr("There is no such canister.");
    return {};
}

QString rejected(const ic::AgentError &error)
{
    QString who;
    switch (error.proof) {
    case ic::AgentError::Proof::None:
        who = CommandLine::tr("Rejected; nobody vouches for that");
        break;
    case ic::AgentError::Proof::Node:
        who = CommandLine::tr("Rejected, says one node of the subnet");
        break;
    case ic::AgentError::Proof::Certificate:
        who = CommandLine::tr("Rejected, certifies the subnet");
        break;
    }
    const QString codes = QStringLiteral("%1 %2")
                              .arg(error.rejectCode)
                              .arg(QString::fromStdString(error.errorCode))
                              .trimmed();
    const QString sentence =
        QStringLiteral("%1 (%2): %3")
            .arg(who, codes, withoutControls(error.rejectMessage).simplified());
    const QString hint = hintFor(error.errorCode);
    return hint.isEmpty() ? sentence : sentence + QLatin1Char(' ') + hint;
}

} // namespace

IcSession::IcSession(QByteArray url, std::optional<ic::Principal> canister)
    : m_url(std::move(url))
    , m_canister(canister.value_or(ic::Principal()))
    , m_hasCanister(canister.has_value())
    , m_endpoint(
          m_url,
          m_transport,
          m_random,
          [this](std::chrono::milliseconds time) { return m_transport.wait(time); },
          kRetries)
    , m_agent({m_url, {}, std::chrono::seconds(240), kRetries, {}},
              m_transport,
              m_clock,
              m_random,
              [this](std::chrono::milliseconds time) { return m_transport.wait(time); })
{}

Result<std::unique_ptr<IcSession>, CommandResult> IcSession::open(const Options &options,
                                                                  const CommandArguments &arguments,
                                                                  SignAs signAs,
                                                                  Canister wanted)
{
    if (options.offline)
        return CommandResult{ExitStatus::Offline,
                             {},
                             {},
                             CommandLine::tr("Nothing was asked: --offline was given.")};
    const auto profile = existingProfile(options);
    const UiSettings *settings = profile ? &profile->settings().ui() : nullptr;
    const auto url =
        readUrl(firstOf(firstOf(arguments.value(QStringLiteral("url")), options.canisterUrl, {}),
                        settings ? settings->canisterUrl() : QString(),
                        QLatin1String(kMainNetwork)));
    if (!url)
        return url.error();
    const QString id = firstOf(arguments.value(QStringLiteral("canister")),
                               options.canisterId,
                               settings ? settings->canisterId() : QString());
    const auto canister = ic::Principal::fromText(id.trimmed());
    if (id.isEmpty() && wanted == Canister::Needed)
        return usageProblem(CommandLine::tr("Which canister? --canister ID names it."));
    if (!id.isEmpty() && (!canister || canister->isManagement()))
        return usageProblem(CommandLine::tr("\"%1\" is not the id of a canister.").arg(id));
    std::unique_ptr<IcSession> session(new IcSession(url.value(), canister));
    if (signAs == SignAs::Anonymous || arguments.has(QStringLiteral("anonymous")))
        return session;
    auto identity =
        findIdentity(options, arguments.value(QStringLiteral("identity")), profile.get());
    if (!identity)
        return identity.error();
    session->m_agent.setIdentity(std::move(identity).value());
    return session;
}

Result<std::optional<ic::Bytes>, ic::AgentError>
IcSession::canisterState(const std::vector<std::string_view> &path)
{
    ic::Path full{ic::toBytes("canister"), ic::toBytes(m_canister.bytes())};
    for (const std::string_view label : path)
        full.push_back(ic::toBytes(label));
    const auto certificate = m_agent.readState(m_canister, {full});
    if (!certificate)
        return certificate.error();
    const ic::Lookup found = certificate.value().tree.lookup(full);
    if (found.status == ic::LookupStatus::Found)
        return std::optional<ic::Bytes>(ic::toBytes(found.value));
    if (found.status == ic::LookupStatus::Absent)
        return std::optional<ic::Bytes>();
    ic::AgentError error;
    error.kind = Kind::Malformed;
    error.detail = QStringLiteral("a certificate without what was asked for");
    return error;
}

QString icSentence(const ic::AgentError &error)
{
    const QString detail = withoutControls(error.detail.toStdString()).simplified();
    switch (error.kind) {
    case Kind::Unreachable:
    case Kind::Cut:
        return CommandLine::tr("Unreachable: no connection (%1).").arg(detail);
    case Kind::TimedOut:
        return CommandLine::tr("Unreachable: no answer in time.");
    case Kind::Cancelled:
        return CommandLine::tr("Cancelled.");
    case Kind::Busy:
        return CommandLine::tr("Busy: the network asks to come back later (%1).").arg(detail);
    case Kind::NotTheNetwork:
        return CommandLine::tr("Not the network: something else answers there (%1).").arg(detail);
    case Kind::ClockWrong:
        return CommandLine::tr("This computer's clock is wrong: %1").arg(detail);
    case Kind::Refused:
        return CommandLine::tr("The request was refused: %1").arg(detail);
    case Kind::NotFound:
        return CommandLine::tr("Canister not found: the network knows no canister with this id.");
    case Kind::Malformed:
    case Kind::TooLarge:
        return CommandLine::tr("The answer breaks the protocol: %1.").arg(detail);
    case Kind::BadCertificate:
        return CommandLine::tr("Certificate refused: %1.").arg(detail);
    case Kind::BadQuerySignature:
        return CommandLine::tr("No node of the subnet signed this answer: %1.").arg(detail);
    case Kind::Rejected:
        return rejected(error);
    case Kind::DoneWithoutReply:
        return CommandLine::tr("It ran, but the network has forgotten the result.");
    case Kind::NeverRan:
        return CommandLine::tr("It was not executed and never will be.");
    case Kind::OutcomeUnknown:
        return CommandLine::tr("Nobody can tell whether it ran: %1.").arg(detail);
    case Kind::NotKept: // `sheaf ic` keeps no journal
        break;
    }
    return detail;
}

ExitStatus icStatus(const ic::AgentError &error)
{
    switch (error.kind) {
    case Kind::Unreachable:
    case Kind::Cut:
    case Kind::TimedOut:
    case Kind::Cancelled:
    case Kind::Busy:
        return ExitStatus::Offline;
    case Kind::NotFound:
        return ExitStatus::NotFound;
    default:
        return ExitStatus::Failed;
    }
}

QString icWitness(const ic::AgentError &error)
{
    switch (error.proof) {
    case ic::AgentError::Proof::None:
        return QStringLiteral("nobody");
    case ic::AgentError::Proof::Node:
        return QStringLiteral("node");
    case ic::AgentError::Proof::Certificate:
        return QStringLiteral("subnet");
    }
    return {};
}

QJsonObject icErrorJson(const ic::AgentError &error)
{
    QJsonObject json{{QStringLiteral("kind"), QLatin1String(ic::toString(error.kind))},
                     {QStringLiteral("error"), icSentence(error)},
                     {QStringLiteral("status"), toInt(icStatus(error))}};
    if (error.httpStatus != 0)
        json[QStringLiteral("http")] = error.httpStatus;
    if (error.kind == Kind::Rejected) {
        json[QStringLiteral("rejectCode")] = double(error.rejectCode);
        json[QStringLiteral("errorCode")] = QString::fromStdString(error.errorCode);
        json[QStringLiteral("message")] = QString::fromStdString(error.rejectMessage);
        json[QStringLiteral("saidBy")] = icWitness(error);
    }
    return json;
}

CommandResult icProblem(const Options &options, const ic::AgentError &error)
{
    if (options.json)
        return {icStatus(error), {}, icErrorJson(error), {}};
    return {icStatus(error), {}, {}, icSentence(error)};
}

QString withoutControls(const std::string &text)
{
    QString result = QString::fromUtf8(text.data(), qsizetype(text.size()));
    for (QChar &character : result) {
        const QChar::Category category = character.category();
        const bool steers = (category == QChar::Other_Control && character != QLatin1Char('\n')
                             && character != QLatin1Char('\t'))
                            || category == QChar::Other_Format;
        if (steers)
            character = QChar::ReplacementCharacter;
    }
    return result;
}
