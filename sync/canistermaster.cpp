#include "sync/canistermaster.h"

#include "sync/agenterrors.h"

#include <algorithm>

namespace {

/// A permission that ends during a call is as good as ended.
constexpr std::chrono::minutes kDelegationReserve{1};

ic::AgentConfig agentConfig(const CanisterConfig &config)
{
    ic::AgentConfig result;
    result.url = config.url;
    result.rootKey = config.rootKey;
    result.notBefore = config.notBefore;
    return result;
}

} // namespace

CanisterMaster::CanisterMaster(
    CanisterConfig config, Transport &transport, ic::Wait wait, const Clock &clock, Random &random)
    : m_canister(config.canister)
    , m_transport(transport)
    , m_agent(agentConfig(config), transport, clock, random, std::move(wait))
{}

void CanisterMaster::setIdentity(std::shared_ptr<const ic::Identity> identity)
{
    m_agent.setIdentity(identity ? std::move(identity) : std::make_shared<ic::AnonymousIdentity>());
}

std::optional<SyncError> CanisterMaster::signInProblem() const
{
    const ic::Identity &identity = m_agent.identity();
    if (identity.sender().isAnonymous())
        return SyncError{SyncError::Kind::SignedOut, QStringLiteral("no identity")};
    const auto end = (m_agent.now() + kDelegationReserve).time_since_epoch().count();
    const auto &links = identity.delegations();
    const bool expired = std::any_of(links.begin(), links.end(), [end](const auto &link) {
        return link.delegation.expirationNs < static_cast<std::uint64_t>(end);
    });
    if (expired)
        return SyncError{SyncError::Kind::SignedOut, QStringLiteral("the delegation has expired")};
    return std::nullopt;
}

Result<ic::Bytes, SyncError>
CanisterMaster::ask(Kind kind, const char *method, const ic::Bytes &arguments)
{
    if (auto problem = signInProblem())
        return *std::move(problem);
    auto reply = kind == Kind::Query ? m_agent.query(m_canister, method, arguments)
                                     : m_agent.call(m_canister, method, arguments);
    if (reply)
        return std::move(reply).value();
    SyncError error = syncErrorFrom(reply.error());
    error.detail = QLatin1String(method) + QStringLiteral(" of ") + m_canister.toString()
                   + QStringLiteral(": ") + error.detail;
    return error;
}

Result<master::Head, SyncError> CanisterMaster::head()
{
    const auto reply = ask(Kind::Query, "head", m_codec.headArguments());
    if (!reply)
        return reply.error();
    return m_codec.readHead(reply.value());
}

Result<master::Head, SyncError> CanisterMaster::headReplicated()
{
    const auto reply = ask(Kind::Update, "head_replicated", m_codec.headArguments());
    if (!reply)
        return reply.error();
    return m_codec.readHead(reply.value());
}

Result<master::PullReply, SyncError> CanisterMaster::pull(const master::PullRequest &request)
{
    const auto reply = ask(Kind::Query, "pull", m_codec.pullArguments(request));
    if (!reply)
        return reply.error();
    return m_codec.readPull(reply.value());
}

Result<master::PushAnswer, SyncError> CanisterMaster::push(const master::PushRequest &request)
{
    const auto reply = ask(Kind::Update, "push", m_codec.pushArguments(request));
    if (!reply)
        return reply.error();
    return m_codec.readPush(reply.value(), request.rows.size());
}

Result<master::GetReply, SyncError> CanisterMaster::get(const std::vector<QString> &ids)
{
    const auto reply = ask(Kind::Query, "get", m_codec.getArguments(ids));
    if (!reply)
        return reply.error();
    return m_codec.readGet(reply.value());
}

Result<master::ManifestPage, SyncError> CanisterMaster::manifest(std::uint64_t afterSequence,
                                                                 std::uint64_t maxRows)
{
    const auto reply =
        ask(Kind::Query, "manifest", m_codec.manifestArguments(afterSequence, maxRows));
    if (!reply)
        return reply.error();
    return m_codec.readManifest(reply.value());
}

std::size_t CanisterMaster::encodedSize(const master::PushRow &row) const
{
    return CanisterCodec::encodedSize(row);
}
