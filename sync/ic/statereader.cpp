#include "sync/ic/statereader.h"

#include "sync/ic/answers.h"

namespace ic {

namespace {

using namespace std::chrono_literals;
using Kind = AgentError::Kind;

constexpr Endpoint::Limits kStatusLimits{30s, qint64{64} * 1024};
constexpr int kTimeProbes = 3;

} // namespace

Result<Certificate, AgentError> StateReader::read(const Principal &canister,
                                                  const std::vector<Path> &paths,
                                                  SignAs signAs,
                                                  Attempts &attempts)
{
    for (;;) {
        const auto bytes = fetch(canister, paths, signAs);
        if (bytes)
            return verify(bytes.value(), canister, attempts);
        if (bytes.error().kind != Kind::ClockWrong || !learnClock(canister, attempts))
            return bytes.error();
    }
}

Result<Bytes, AgentError>
StateReader::fetch(const Principal &canister, const std::vector<Path> &paths, SignAs signAs)
{
    static const AnonymousIdentity kAnonymous;
    const Identity &identity = signAs == SignAs::Identity ? *m_core.identity : kAnonymous;
    const SignedRequest request = signRequest(
        makeReadStateContent(
            paths, identity.sender(), m_core.time.expiryNs(m_core.config.requestLifetime)),
        identity);
    const auto response = m_core.post(AgentCore::Api::ReadState, canister, request.envelope);
    if (!response)
        return response.error();
    if (response.value().status != 200)
        return errorFromStatus(response.value());
    const auto body = parseBody(response.value());
    if (!body)
        return body.error();
    const cbor::Value *certificate = body.value().asMap()->find("certificate");
    if (!certificate || !certificate->asBytes())
        return makeError(Kind::Malformed, QStringLiteral("an answer without certificate"));
    return *certificate->asBytes();
}

Result<Certificate, AgentError>
StateReader::verify(BytesView certificate, const Principal &canister, Attempts &attempts)
{
    const auto judge = verifier();
    if (!judge)
        return judge.error();
    const auto target = CertificateTarget::canister(canister);
    for (;;) {
        auto verified = judge.value()->verify(certificate, target, m_core.time.now());
        if (verified) {
            m_core.time.saw(verified.value().time);
            return std::move(verified).value();
        }
        const auto kind = verified.error().kind;
        const bool isAge =
            kind == CertificateError::Kind::Stale || kind == CertificateError::Kind::Future;
        if (isAge && learnClock(canister, attempts))
            continue;
        // A local network that was reset has another root key: ask for it next time.
        const bool wasFetched = m_core.config.rootKey.empty() && m_core.endpoint.isLoopback();
        if (kind == CertificateError::Kind::BadSignature && wasFetched) {
            m_verifier.reset();
            ++m_networkChanges;
        }
        return makeError(Kind::BadCertificate, toString(kind));
    }
}

Result<CertificateVerifier *, AgentError> StateReader::verifier()
{
    if (!m_verifier) {
        Bytes key = m_core.config.rootKey;
        if (key.empty() && m_core.endpoint.isLoopback()) {
            auto fetched = fetchRootKey();
            if (!fetched)
                return fetched.error();
            key = std::move(fetched).value();
        }
        m_verifier =
            std::make_unique<CertificateVerifier>(key.empty() ? mainNetworkRootKey() : key);
    }
    return m_verifier.get();
}

Result<Bytes, AgentError> StateReader::fetchRootKey()
{
    const auto response = m_core.endpoint.get("/api/v2/status", kStatusLimits);
    if (!response)
        return response.error();
    if (response.value().status != 200)
        return errorFromStatus(response.value());
    const auto body = parseBody(response.value());
    if (!body)
        return body.error();
    const cbor::Value *key = body.value().asMap()->find("root_key");
    if (!key || !key->asBytes())
        return makeError(Kind::Malformed, QStringLiteral("a status without root key"));
    return *key->asBytes();
}

bool StateReader::learnClock(const Principal &canister, Attempts &attempts)
{
    if (attempts.clockLearned)
        return false;
    attempts.clockLearned = true;
    std::optional<std::pair<UtcTime, UtcTime>> best; // certified, local; the least delayed one
    for (int i = 0; i < kTimeProbes; ++i) {
        const UtcTime sent = m_core.clock.now();
        const auto bytes = fetch(canister, {{toBytes("time")}}, SignAs::Anonymous);
        const auto judge = verifier();
        if (!bytes || !judge)
            break;
        const auto certificate = judge.value()->verify(bytes.value(),
                                                       CertificateTarget::canister(canister),
                                                       m_core.time.now(),
                                                       Freshness::Ignored);
        if (!certificate)
            break;
        const UtcTime certified = certificate.value().time;
        if (!best || certified - sent > best->first - best->second)
            best = {certified, sent};
    }
    return best && m_core.time.learn(best->first, best->second);
}

} // namespace ic
