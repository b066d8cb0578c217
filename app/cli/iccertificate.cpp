#include "app/cli/iccertificate.h"

#include "app/cli/json.h"
#include "sync/ic/answers.h"
#include "sync/ic/request.h"

#include <algorithm>

namespace {

using namespace std::chrono_literals;
using Kind = ic::AgentError::Kind;

constexpr ic::Endpoint::Limits kLimits{15s, qint64{1} * 1024 * 1024};
/// A clock that is this wrong makes requests fail sooner or later.
constexpr std::chrono::seconds kWrongClock = 30s;

QString secondsText(std::chrono::nanoseconds time)
{
    return QString::number(double(time.count()) / 1e9, 'f', 3);
}

class CertificateQuestions
{
public:
    CertificateQuestions(IcSession &session, const ic::Bytes &rootKey, IcReport &report)
        : m_session(session)
        , m_rootKey(rootKey)
        , m_report(report)
    {}

    bool ask()
    {
        static const ic::AnonymousIdentity kAnonymous;
        constexpr auto kLifetime = 4min;
        const auto before = m_session.clock().now();
        const auto expiry = std::chrono::floor<std::chrono::seconds>(before + kLifetime);
        const ic::SignedRequest request = ic::signRequest(
            ic::makeReadStateContent(
                {{ic::toBytes("time")}},
                kAnonymous.sender(),
                std::uint64_t(std::chrono::nanoseconds(expiry.time_since_epoch()).count())),
            kAnonymous);
        const auto response = m_session.endpoint().post(
            "/api/v3/canister/" + m_session.canister().toString().toLatin1() + "/read_state",
            request.envelope,
            kLimits);
        const auto after = m_session.clock().now();
        const QString check = CommandLine::tr("The network knows this canister");
        if (!response)
            return fail(check, response.error());
        if (response.value().status != 200)
            return fail(check, ic::errorFromStatus(response.value()));
        const auto body = ic::parseBody(response.value());
        if (!body)
            return fail(check, body.error());
        const cbor::Value *bytes = body.value().asMap()->find("certificate");
        if (!bytes || !bytes->asBytes())
            return fail(check, ic::makeError(Kind::Malformed, QStringLiteral("no certificate")));
        m_report.pass(check);
        return judge(*bytes->asBytes(), before + (after - before) / 2);
    }

private:
    bool fail(const QString &check, const ic::AgentError &error)
    {
        m_report.fail(check, QLatin1String(ic::toString(error.kind)), icSentence(error), error);
        return false;
    }

    bool judge(const ic::Bytes &bytes, UtcTime now)
    {
        ic::CertificateVerifier verifier(m_rootKey);
        const auto target = ic::CertificateTarget::canister(m_session.canister());
        const auto genuine = verifier.verify(bytes, target, now, ic::Freshness::Ignored);
        using Fault = ic::CertificateError::Kind;
        const auto fault = genuine ? std::nullopt : std::optional(genuine.error().kind);
        // Even then a delegation may be newer than its certificate can be.
        const bool isAge =
            fault == Fault::Stale || fault == Fault::Future || fault == Fault::DelegationStale;
        tellChecks(isAge ? std::nullopt : fault);
        if (fault)
            return isAge && tooOld(*fault);
        tellTime(genuine.value(), now);
        const auto fresh = verifier.verify(bytes, target, now);
        if (!fresh)
            return tooOld(fresh.error().kind);
        m_report.pass(CommandLine::tr("The certificate is new"));
        return true;
    }

    bool tooOld(ic::CertificateError::Kind fault)
    {
        m_report.fail(
            CommandLine::tr("The certificate is new"),
            QStringLiteral("stale_certificate"),
            CommandLine::tr("Certificate refused (%1): this computer's clock is wrong, or "
                            "somebody repeats old answers.")
                .arg(QLatin1String(ic::toString(fault))),
            ic::makeError(Kind::BadCertificate, ic::toString(fault)));
        return false;
    }

    /// What was proved, in the order of the proof, up to the first thing that was not.
    void tellChecks(std::optional<ic::CertificateError::Kind> fault)
    {
        using Fault = ic::CertificateError::Kind;
        struct Step
        {
            QString check;
            std::vector<Fault> faults;
        };
        const Step steps[] = {
            {CommandLine::tr("The certificate is well-formed"),
             {Fault::Malformed, Fault::NestedDelegation, Fault::NoTime}},
            {CommandLine::tr("It comes from a subnet that the network knows"),
             {Fault::NoSubnetKey, Fault::BadKey}},
            {CommandLine::tr("This subnet speaks for the canister"), {Fault::NotAuthorized}},
            {CommandLine::tr("Every signature is good, up to the root key"), {Fault::BadSignature}},
        };
        for (const Step &step : steps) {
            const bool isFault =
                fault
                && std::find(step.faults.begin(), step.faults.end(), *fault) != step.faults.end();
            if (!isFault) {
                if (!fault || *fault != Fault::BadSignature)
                    m_report.pass(step.check);
                continue;
            }
            const ic::AgentError error =
                ic::makeError(Kind::BadCertificate, QLatin1String(ic::toString(*fault)));
            fail(step.check, error);
            return;
        }
    }

    void tellTime(const ic::Certificate &certificate, UtcTime now)
    {
        m_report.say(
            QStringLiteral("subnet"), CommandLine::tr("Subnet"), certificate.subnet.toString());
        m_report.say(QStringLiteral("networkTime"),
                     CommandLine::tr("Network time"),
                     timeJson(toMilliseconds(certificate.time)));
        const std::chrono::nanoseconds offset = certificate.time - now;
        const auto amount = secondsText(offset < 0ns ? -offset : offset);
        QString text = offset < 0ns ? CommandLine::tr("%1 s ahead of the network's").arg(amount)
                                    : CommandLine::tr("%1 s behind the network's").arg(amount);
        if (offset > kWrongClock || offset < -kWrongClock)
            text += QLatin1Char(' ') + CommandLine::tr("(set the clock: requests may be refused)");
        m_report.say(QStringLiteral("clockOffsetSeconds"),
                     CommandLine::tr("This clock is"),
                     text,
                     double(offset.count()) / 1e9);
    }

    IcSession &m_session;
    const ic::Bytes &m_rootKey;
    IcReport &m_report;
};

} // namespace

bool judgeCertificate(IcSession &session, const ic::Bytes &rootKey, IcReport &report)
{
    return CertificateQuestions(session, rootKey, report).ask();
}
