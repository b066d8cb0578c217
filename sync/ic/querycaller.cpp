#include "sync/ic/querycaller.h"

#include "sync/ic/answers.h"

namespace ic {

namespace {

using Kind = AgentError::Kind;

constexpr std::chrono::nanoseconds kKeysLife = std::chrono::minutes(5);

} // namespace

Result<Bytes, AgentError>
QueryCaller::query(const Principal &canister, const std::string &method, const Bytes &argument)
{
    Attempts attempts;
    for (;;) {
        auto result = once({CallKind::Query, canister, method, argument, m_core.nonce()}, attempts);
        if (result || result.error().kind != Kind::ClockWrong
            || !m_state.learnClock(canister, attempts))
            return result;
    }
}

Result<Bytes, AgentError> QueryCaller::once(const CallContent &content, Attempts &attempts)
{
    const SignedRequest request = m_core.sign(content);
    const auto response = m_core.post(AgentCore::Api::Query, content.canister, request.envelope);
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
    if (const auto checked = check(*answer, request.id, content.canister, attempts); !checked)
        return checked.error();
    if (answer->reject)
        return errorFromReject(*answer->reject, AgentError::Proof::Node);
    return std::move(answer->reply);
}

Result<Done, AgentError> QueryCaller::check(const QueryAnswer &answer,
                                            const Hash &requestId,
                                            const Principal &canister,
                                            Attempts &attempts)
{
    for (;;) {
        const auto keys = nodeKeys(canister, attempts);
        if (!keys)
            return keys.error();
        const auto fault = checkQueryAnswer(answer, requestId, keys.value(), m_core.time.now());
        if (!fault)
            return Done{};
        // Nodes are replaced without notice, and clocks may be wrong: once each.
        if (*fault == QueryFault::Stale && m_state.learnClock(canister, attempts))
            continue;
        if (*fault != QueryFault::Stale && !attempts.keysFetched) {
            m_keys.erase(canister);
            continue;
        }
        return makeError(Kind::BadQuerySignature, toString(*fault));
    }
}

Result<NodeKeys, AgentError> QueryCaller::nodeKeys(const Principal &canister, Attempts &attempts)
{
    const auto known = m_keys.find(canister);
    if (known != m_keys.end() && m_core.clock.monotonic() - known->second.fetched < kKeysLife
        && known->second.networkChanges == m_state.networkChanges())
        return known->second.keys;
    attempts.keysFetched = true;
    const auto certificate =
        m_state.read(canister, {{toBytes("subnet")}}, StateReader::SignAs::Anonymous, attempts);
    if (!certificate)
        return certificate.error();
    const auto keys = nodeKeysFrom(certificate.value(), canister);
    if (!keys)
        return makeError(Kind::BadCertificate, "no_node_keys");
    m_keys[canister] = {*keys, m_core.clock.monotonic(), m_state.networkChanges()};
    return *keys;
}

} // namespace ic
