#include "sync/ic/agent.h"

#include "sync/ic/answers.h"

namespace ic {

namespace {

using namespace std::chrono_literals;
using Kind = AgentError::Kind;

constexpr Endpoint::Limits kCallLimits{60s, qint64{4} * 1024 * 1024};
constexpr Endpoint::Limits kQueryLimits{30s, qint64{4} * 1024 * 1024};
/// The state tree below /subnet names every subnet.
constexpr Endpoint::Limits kReadStateLimits{30s, qint64{8} * 1024 * 1024};
constexpr std::size_t kNonceBytes = 16;
constexpr std::chrono::nanoseconds kNodeKeysLife = 5min;
/// A request that was executed is remembered this long after its expiry.
constexpr std::chrono::nanoseconds kStatusLife = 5min;
constexpr int kTimeProbes = 3;

QByteArray pathFor(const char *version, const Principal &canister, const char *endpoint)
{
    return QByteArray("/api/") + version + "/canister/"
           + QByteArray::fromStdString(canister.toText()) + '/' + endpoint;
}

/// How long to wait before poll number `number`, counted from 0, `elapsed` after the first.
std::chrono::milliseconds pollPause(int number, std::chrono::milliseconds elapsed)
{
    if (elapsed > 60s)
        return 3s;
    return number == 0 ? 500ms : number == 1 ? 700ms : 1000ms;
}

} // namespace

Agent::Agent(
    AgentConfig config, Transport &transport, const Clock &clock, Random &random, Wait wait)
    : m_config(std::move(config))
    , m_endpoint(m_config.url, transport, random, std::move(wait), m_config.retries)
    , m_clock(clock)
    , m_random(random)
    , m_time(clock)
    , m_identity(std::make_shared<AnonymousIdentity>())
{
    m_time.saw(m_config.notBefore);
}

Agent::~Agent() = default;

void Agent::setIdentity(std::shared_ptr<const Identity> identity)
{
    m_identity = std::move(identity);
}

Bytes Agent::nonce()
{
    Bytes nonce(kNonceBytes);
    m_random.fill(nonce);
    return nonce;
}

Result<Bytes, AgentError>
Agent::call(const Principal &canister, const std::string &method, const Bytes &argument)
{
    Attempts attempts;
    for (;;) {
        const CallContent content{CallKind::Update, canister, method, argument, nonce()};
        const SignedRequest request = signRequest(
            makeCallContent(
                content, m_identity->sender(), m_time.expiryNs(m_config.requestLifetime)),
            *m_identity);
        auto result = callOnce(request, canister, attempts);
        // A refused expiry was refused before anything ran: a new request is safe.
        if (result || result.error().kind != Kind::ClockWrong || !learnClock(canister, attempts))
            return result;
    }
}

Result<Bytes, AgentError>
Agent::callOnce(const SignedRequest &request, const Principal &canister, Attempts &attempts)
{
    if (m_hasV4) {
        const auto response =
            m_endpoint.post(pathFor("v4", canister, "call"), request.envelope, kCallLimits);
        if (!response)
            return response.error();
        if (response.value().status != 404)
            return callAnswer(response.value(), request, canister, attempts);
        m_hasV4 = false;
    }
    const auto response =
        m_endpoint.post(pathFor("v2", canister, "call"), request.envelope, kCallLimits);
    if (!response)
        return response.error();
    return callAnswer(response.value(), request, canister, attempts);
}

Result<Bytes, AgentError> Agent::callAnswer(const HttpResponse &response,
                                            const SignedRequest &request,
                                            const Principal &canister,
                                            Attempts &attempts)
{
    if (response.status == 202)
        return poll(request, canister, attempts);
    if (response.status != 200)
        return errorFromStatus(response);
    const auto body = parseBody(response);
    if (!body)
        return body.error();
    const cbor::Map &map = *body.value().asMap();
    const cbor::Value *status = map.find("status");
    const bool isPlainReject = !status || *status == cbor::Value("non_replicated_rejection");
    if (const auto reject = isPlainReject ? parseReject(map) : std::nullopt)
        return errorFromReject(*reject, AgentError::Proof::None);
    const cbor::Value *bytes = map.find("certificate");
    if (!status || *status != cbor::Value("replied") || !bytes || !bytes->asBytes())
        return makeError(Kind::Malformed, QStringLiteral("an unknown answer to a call"));
    const auto certificate = verify(*bytes->asBytes(), canister, attempts);
    if (!certificate) {
        // The call may have run all the same: only an answer that proves itself can tell.
        auto polled = poll(request, canister, attempts);
        if (polled || polled.error().proof == AgentError::Proof::Certificate)
            return polled;
        return certificate.error();
    }
    const auto found = requestStatus(certificate.value().tree, request.id);
    if (!found)
        return found.error();
    if (found.value().state == RequestStatus::State::Replied)
        return found.value().reply;
    if (found.value().state == RequestStatus::State::Rejected)
        return errorFromReject(found.value().reject, AgentError::Proof::Certificate);
    return poll(request, canister, attempts);
}

Result<Bytes, AgentError>
Agent::poll(const SignedRequest &request, const Principal &canister, Attempts &attempts)
{
    using State = RequestStatus::State;
    const Path path{toBytes("request_status"), Bytes(request.id.begin(), request.id.end())};
    const auto expiry =
        UtcTime(std::chrono::nanoseconds(static_cast<std::int64_t>(request.expiryNs)));
    std::chrono::milliseconds waited{0};
    const auto longest = std::chrono::nanoseconds(m_config.requestLifetime) + kStatusLife;
    for (int number = 0; m_time.now() <= expiry + kStatusLife && waited < longest; ++number) {
        const auto pause = m_endpoint.jittered(pollPause(number, waited), 0.2);
        if (const auto paused = m_endpoint.pause(pause); !paused)
            return paused.error();
        waited += pause;
        const auto certificate = readStateAs(canister, {path}, SignAs::Identity, attempts);
        if (!certificate)
            return certificate.error();
        const auto status = requestStatus(certificate.value().tree, request.id);
        if (!status)
            return status.error();
        switch (status.value().state) {
        case State::Replied:
            return status.value().reply;
        case State::Rejected:
            return errorFromReject(status.value().reject, AgentError::Proof::Certificate);
        case State::Done:
            return makeError(Kind::DoneWithoutReply, QStringLiteral("executed, result forgotten"));
        case State::Absent:
            if (const UtcTime time = certificate.value().time;
                time > expiry && time <= expiry + kStatusLife)
                return makeError(Kind::NeverRan, QStringLiteral("expired before it was executed"));
            break;
        case State::Unknown:
        case State::Received:
        case State::Processing:
            break;
        }
    }
    return makeError(Kind::OutcomeUnknown, QStringLiteral("no result within the time limit"));
}

Result<Bytes, AgentError>
Agent::query(const Principal &canister, const std::string &method, const Bytes &argument)
{
    Attempts attempts;
    for (;;) {
        auto result = queryOnce({CallKind::Query, canister, method, argument, nonce()}, attempts);
        if (result || result.error().kind != Kind::ClockWrong || !learnClock(canister, attempts))
            return result;
    }
}

Result<Bytes, AgentError> Agent::queryOnce(const CallContent &content, Attempts &attempts)
{
    const SignedRequest request = signRequest(
        makeCallContent(content, m_identity->sender(), m_time.expiryNs(m_config.requestLifetime)),
        *m_identity);
    const auto response =
        m_endpoint.post(pathFor("v3", content.canister, "query"), request.envelope, kQueryLimits);
    if (!response)
        return response.error();
    if (response.value().status != 200)
        return errorFromStatus(response.value());
    const auto body = parseBody(response.value());
    if (!body)
        return body.error();
    auto answer = parseQueryAnswer(body.value());
    if (!answer)
        return makeError(Kind::Malformed, QStringLiteral("an unknown answer to a query"));
    if (const auto checked = checkAnswer(*answer, request.id, content.canister, attempts); !checked)
        return checked.error();
    if (answer->reject)
        return errorFromReject(*answer->reject, AgentError::Proof::Node);
    return std::move(answer->reply);
}

Result<Done, AgentError> Agent::checkAnswer(const QueryAnswer &answer,
                                            const Hash &requestId,
                                            const Principal &canister,
                                            Attempts &attempts)
{
    for (;;) {
        const auto keys = nodeKeys(canister, attempts);
        if (!keys)
            return keys.error();
        const auto fault = checkQueryAnswer(answer, requestId, keys.value(), m_time.now());
        if (!fault)
            return Done{};
        // Nodes are replaced without notice, and clocks may be wrong: once each.
        if (*fault == QueryFault::Stale && learnClock(canister, attempts))
            continue;
        if (*fault != QueryFault::Stale && !attempts.keysFetched) {
            m_nodeKeys.erase(canister);
            continue;
        }
        return makeError(Kind::BadQuerySignature, QLatin1String(toString(*fault)));
    }
}

Result<NodeKeys, AgentError> Agent::nodeKeys(const Principal &canister, Attempts &attempts)
{
    const auto known = m_nodeKeys.find(canister);
    if (known != m_nodeKeys.end() && m_clock.monotonic() - known->second.fetched < kNodeKeysLife)
        return known->second.keys;
    attempts.keysFetched = true;
    const auto certificate =
        readStateAs(canister, {{toBytes("subnet")}}, SignAs::Anonymous, attempts);
    if (!certificate)
        return certificate.error();
    const auto keys = nodeKeysFrom(certificate.value(), canister);
    if (!keys)
        return makeError(Kind::BadCertificate, QStringLiteral("the subnet shows no node keys"));
    m_nodeKeys[canister] = {*keys, m_clock.monotonic()};
    return *keys;
}

Result<Certificate, AgentError> Agent::readState(const Principal &canister,
                                                 const std::vector<Path> &paths)
{
    Attempts attempts;
    return readStateAs(canister, paths, SignAs::Identity, attempts);
}

Result<Certificate, AgentError> Agent::readStateAs(const Principal &canister,
                                                   const std::vector<Path> &paths,
                                                   SignAs signAs,
                                                   Attempts &attempts)
{
    for (;;) {
        const auto bytes = fetchCertificate(canister, paths, signAs);
        if (bytes)
            return verify(bytes.value(), canister, attempts);
        if (bytes.error().kind != Kind::ClockWrong || !learnClock(canister, attempts))
            return bytes.error();
    }
}

Result<Bytes, AgentError>
Agent::fetchCertificate(const Principal &canister, const std::vector<Path> &paths, SignAs signAs)
{
    static const AnonymousIdentity kAnonymous;
    const Identity &identity = signAs == SignAs::Identity ? *m_identity : kAnonymous;
    const SignedRequest request = signRequest(
        makeReadStateContent(paths, identity.sender(), m_time.expiryNs(m_config.requestLifetime)),
        identity);
    const auto response =
        m_endpoint.post(pathFor("v3", canister, "read_state"), request.envelope, kReadStateLimits);
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
Agent::verify(BytesView certificate, const Principal &canister, Attempts &attempts)
{
    const auto judge = verifier();
    if (!judge)
        return judge.error();
    const auto target = CertificateTarget::canister(canister);
    for (;;) {
        auto verified = judge.value()->verify(certificate, target, m_time.now());
        if (verified) {
            m_time.saw(verified.value().time);
            return std::move(verified).value();
        }
        const auto kind = verified.error().kind;
        const bool isAge =
            kind == CertificateError::Kind::Stale || kind == CertificateError::Kind::Future;
        if (isAge && learnClock(canister, attempts))
            continue;
        // A local network that was reset has another root key: ask for it next time.
        const bool wasFetched = m_config.rootKey.empty() && m_endpoint.isLoopback();
        if (kind == CertificateError::Kind::BadSignature && wasFetched) {
            m_verifier.reset();
            m_nodeKeys.clear();
        }
        return makeError(Kind::BadCertificate, QLatin1String(toString(kind)));
    }
}

Result<CertifiedData, AgentError>
Agent::certifiedData(const Principal &canister, BytesView certificate, BytesView witness)
{
    Attempts attempts;
    const auto verified = verify(certificate, canister, attempts);
    if (!verified)
        return verified.error();
    auto tree = certifiedTree(verified.value(), canister, witness);
    if (!tree)
        return makeError(Kind::BadCertificate, QLatin1String(toString(tree.error())));
    return CertifiedData{std::move(tree).value(), verified.value().time};
}

Result<CertificateVerifier *, AgentError> Agent::verifier()
{
    if (!m_verifier) {
        Bytes key = m_config.rootKey;
        if (key.empty() && m_endpoint.isLoopback()) {
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

Result<Bytes, AgentError> Agent::fetchRootKey()
{
    const auto response = m_endpoint.get("/api/v2/status", kQueryLimits);
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

bool Agent::learnClock(const Principal &canister, Attempts &attempts)
{
    if (attempts.clockLearned)
        return false;
    attempts.clockLearned = true;
    std::optional<std::pair<UtcTime, UtcTime>> best; // certified, local; the least delayed one
    for (int i = 0; i < kTimeProbes; ++i) {
        const UtcTime sent = m_clock.now();
        const auto bytes = fetchCertificate(canister, {{toBytes("time")}}, SignAs::Anonymous);
        const auto judge = verifier();
        if (!bytes || !judge)
            break;
        const auto certificate = judge.value()->verify(
            bytes.value(), CertificateTarget::canister(canister), m_time.now(), Freshness::Ignored);
        if (!certificate)
            break;
        const UtcTime certified = certificate.value().time;
        if (!best || certified - sent > best->first - best->second)
            best = {certified, sent};
    }
    return best && m_time.learn(best->first, best->second);
}

} // namespace ic
