#include "sync/ic/agentcore.h"

namespace ic {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kNonceBytes = 16;
constexpr int kNotFound = 404;

struct ApiFacts
{
    const char *newest;
    const char *older;
    const char *name;
    Endpoint::Limits limits;
};

/// In the order of `AgentCore::Api`. A certificate below /subnet names every subnet.
constexpr std::array<ApiFacts, 3> kApis{
    {{"v4", "v2", "call", {60s, qint64{4} * 1024 * 1024}},
     {"v3", "v2", "query", {30s, qint64{4} * 1024 * 1024}},
     {"v3", "v2", "read_state", {30s, qint64{8} * 1024 * 1024}}}};

QByteArray pathFor(const char *version, const Principal &canister, const char *name)
{
    return QByteArray("/api/") + version + "/canister/"
           + QByteArray::fromStdString(canister.toText()) + '/' + name;
}

} // namespace

AgentCore::AgentCore(
    AgentConfig given, Transport &transport, const Clock &wallClock, Random &random, Wait wait)
    : config(std::move(given))
    , endpoint(config.url, transport, random, std::move(wait), config.retries)
    , clock(wallClock)
    , time(wallClock)
    , identity(std::make_shared<AnonymousIdentity>())
    , m_random(random)
{
    time.restore(config.notBefore, config.clockOffset);
}

Bytes AgentCore::nonce()
{
    Bytes nonce(kNonceBytes);
    m_random.fill(nonce);
    return nonce;
}

SignedRequest AgentCore::sign(const CallContent &call) const
{
    return signRequest(
        makeCallContent(call, identity->sender(), time.expiryNs(config.requestLifetime)),
        *identity);
}

Result<HttpResponse, AgentError>
AgentCore::post(Api api, const Principal &canister, BytesView envelope)
{
    const auto index = static_cast<std::size_t>(api);
    const ApiFacts &facts = kApis.at(index);
    if (!m_usesOlder.at(index)) {
        auto response =
            endpoint.post(pathFor(facts.newest, canister, facts.name), envelope, facts.limits);
        if (!response || response.value().status != kNotFound)
            return response;
        m_usesOlder.at(index) = true;
    }
    auto response =
        endpoint.post(pathFor(facts.older, canister, facts.name), envelope, facts.limits);
    // Neither of them: what said 404 was perhaps not the network.
    if (response && response.value().status == kNotFound)
        m_usesOlder.at(index) = false;
    return response;
}

} // namespace ic
