#include "sync/canistermaster.h"

#include "sync/agentadmin.h"
#include "sync/agenterrors.h"
#include "sync/ic/sha.h"

#include <algorithm>

namespace {

/// A permission that ends during a call is as good as ended.
constexpr std::chrono::minutes kDelegationReserve{1};

/// Told by every release that has no such method.
constexpr std::string_view kNoSuchMethod = "IC0536";

void appendNumber(ic::Bytes &out, std::uint64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(number >> static_cast<unsigned>(shift)));
}

/// Whether the canister's tree has `head` for `user`: /heads/SHA-256 of the user is epoch,
/// position, token and gc, eight bytes each, numbers big-endian. What else a head tells is not
/// certified. Who has no space is absent there, and the head is that of an empty one.
bool isHeadOf(const ic::HashTree &tree, const ic::Principal &user, const master::Head &head)
{
    const ic::Hash label = ic::sha256(user.bytes());
    const auto leaf = tree.lookup({ic::toBytes("heads"), ic::toBytes(label)});
    if (leaf.status == ic::LookupStatus::Absent)
        return head.proof.position == 0 && head.gc == 0 && head.rows == 0;
    ic::Bytes expected;
    appendNumber(expected, head.epoch);
    appendNumber(expected, head.proof.position);
    ic::append(expected, ic::viewOf(head.proof.token));
    appendNumber(expected, head.gc);
    return leaf.status == ic::LookupStatus::Found && ic::sameBytes(leaf.value, expected);
}

constexpr const char *kPush = "push";
/// How much newer the network's time has to be to be written down.
constexpr std::chrono::nanoseconds kTimeStep = std::chrono::minutes(10);
/// After its expiry; the network itself forgets five minutes after it.
constexpr std::chrono::nanoseconds kAskedFor = std::chrono::minutes(10);

/// Ids and revisions: what it takes to understand the reply later.
ic::Bytes noteOf(const std::vector<master::PushRow> &rows)
{
    cbor::Array list;
    list.reserve(rows.size());
    for (const master::PushRow &row : rows)
        list.emplace_back(cbor::Array{row.id.toStdString(), ic::toBytes(ic::viewOf(row.revision))});
    return cbor::encode(list);
}

std::vector<master::FoundPush::Row> rowsIn(const ic::Bytes &note)
{
    std::vector<master::FoundPush::Row> rows;
    const auto decoded = cbor::decode(note);
    const cbor::Array *list = decoded ? decoded.value().asArray() : nullptr;
    if (!list)
        return rows;
    for (const cbor::Value &item : *list) {
        const cbor::Array *pair = item.asArray();
        if (!pair || pair->size() != 2 || !(*pair)[0].asText() || !(*pair)[1].asBytes())
            return {};
        rows.push_back({QString::fromStdString(*(*pair)[0].asText()),
                        ic::toQByteArray(*(*pair)[1].asBytes())});
    }
    return rows;
}

/// Whether the network answered, with anything but a reply.
bool isAnswer(const ic::AgentError &error)
{
    using Kind = ic::AgentError::Kind;
    return error.kind == Kind::Rejected || error.kind == Kind::NeverRan
           || error.kind == Kind::DoneWithoutReply || error.kind == Kind::OutcomeUnknown
           || error.kind == Kind::Refused;
}

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

CanisterMaster::~CanisterMaster()
{
    keepTime(std::chrono::nanoseconds(1));
}

void CanisterMaster::setMemory(NetworkMemory *memory)
{
    keepTime(std::chrono::nanoseconds(1));
    m_agent.setJournal(nullptr);
    m_journal.reset();
    if (!memory)
        return;
    m_journal = std::make_unique<NetworkJournal>(*memory);
    m_agent.setJournal(m_journal.get());
    const KeptTime &time = m_journal->time();
    m_agent.restoreTime(UtcTime(std::chrono::nanoseconds(time.newestCertifiedNs)),
                        std::chrono::nanoseconds(time.clockOffsetNs));
}

void CanisterMaster::keepTime(std::chrono::nanoseconds atLeastSince)
{
    if (m_journal)
        m_journal->keepTime(m_agent.newestCertifiedTime(), m_agent.clockOffset(), atLeastSince);
}

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
    keepTime(kTimeStep);
    if (reply)
        return std::move(reply).value();
    return explained(reply.error(), method);
}

SyncError CanisterMaster::explained(const ic::AgentError &error, const char *method)
{
    return isClosedDoor(error) ? reasonForClosedDoor(error, method) : described(error, method);
}

SyncError CanisterMaster::described(const ic::AgentError &error, const char *method) const
{
    SyncError result = syncErrorFrom(error);
    result.detail = QLatin1String(method) + QStringLiteral(" of ") + m_canister.toString()
                    + QStringLiteral(": ") + result.detail;
    return result;
}

SyncError CanisterMaster::reasonForClosedDoor(const ic::AgentError &refusal, const char *method)
{
    SyncError error = described(refusal, method);
    const auto about = AgentAdmin(m_agent, m_canister).about();
    if (!about)
        return error;
    if (about.value().suspended)
        error.kind = SyncError::Kind::Suspended;
    else if (!about.value().member && about.value().registration != Registration::Open)
        error.kind = SyncError::Kind::NotMember;
    else
        error.kind = SyncError::Kind::Busy; // more calls than the canister takes from one person
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

Result<std::optional<master::Head>, SyncError> CanisterMaster::headCertified()
{
    constexpr const char *kMethod = "head_certified";
    if (auto problem = signInProblem())
        return *std::move(problem);
    if (!m_hasCertifiedHead)
        return std::optional<master::Head>();
    const auto reply = m_agent.query(m_canister, kMethod, m_codec.headArguments());
    if (!reply && reply.error().errorCode == kNoSuchMethod) {
        m_hasCertifiedHead = false;
        return std::optional<master::Head>();
    }
    if (!reply)
        return described(reply.error(), kMethod);
    const auto parts = m_codec.readCertifiedHead(reply.value());
    if (!parts)
        return parts.error();
    keepTime(kTimeStep);
    const UtcTime known = m_agent.newestCertifiedTime();
    const auto certified =
        m_agent.certifiedData(m_canister, parts.value().certificate, parts.value().witness);
    if (!certified)
        return described(certified.error(), kMethod);
    // A node that lags shows what was before our own last call.
    if (certified.value().time < known)
        return std::optional<master::Head>();
    const ic::Principal user = m_agent.identity().sender();
    if (!isHeadOf(certified.value().tree, user, parts.value().head)) {
        return SyncError{SyncError::Kind::Untrusted,
                         QStringLiteral("head_certified: another head than the certified one")};
    }
    return std::optional(parts.value().head);
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
    if (auto problem = signInProblem())
        return *std::move(problem);
    auto reply =
        m_agent.keptCall(m_canister, kPush, m_codec.pushArguments(request), noteOf(request.rows));
    keepTime(kTimeStep);
    if (!reply)
        return explained(reply.error(), kPush);
    return m_codec.readPush(reply.value(), request.rows.size());
}

Result<std::vector<master::FoundPush>, SyncError> CanisterMaster::findPushes()
{
    std::vector<master::FoundPush> found;
    if (!m_journal)
        return found;
    if (auto problem = signInProblem())
        return *std::move(problem);
    for (const ic::OpenRequest &request : m_journal->open()) {
        auto push = findPush(request);
        if (!push)
            return push.error();
        if (push.value())
            found.push_back(*std::move(push).value());
    }
    return found;
}

Result<std::optional<master::FoundPush>, SyncError>
CanisterMaster::findPush(const ic::OpenRequest &request)
{
    const std::optional<master::FoundPush> nothing;
    const auto now = static_cast<std::uint64_t>(m_agent.now().time_since_epoch().count());
    const bool isForgotten = now > request.expiryNs + static_cast<std::uint64_t>(kAskedFor.count());
    const bool isOurs =
        request.canister == m_canister && request.sender == m_agent.identity().sender();
    if (isForgotten)
        m_journal->remove(request.id);
    if (isForgotten || !isOurs || request.method != kPush)
        return nothing;
    const auto reply = m_agent.outcome(request);
    keepTime(kTimeStep);
    // A push that never ran, may still run, or cannot be asked about goes again: revisions tell
    // the canister which rows it has.
    if (!reply && isAnswer(reply.error()))
        return nothing;
    if (!reply)
        return described(reply.error(), kPush);
    master::FoundPush push;
    push.rows = rowsIn(request.note);
    const auto answer = m_codec.readPush(reply.value(), push.rows.size());
    const auto *told = answer ? std::get_if<master::PushReply>(&answer.value()) : nullptr;
    if (!told) {
        m_journal->remove(request.id);
        return nothing;
    }
    push.reply = *told;
    return std::optional(std::move(push));
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

Result<master::PutChunksReply, SyncError>
CanisterMaster::putChunks(const std::vector<master::Chunk> &chunks)
{
    const auto reply = ask(Kind::Update, "put_chunks", m_codec.putChunksArguments(chunks));
    if (!reply)
        return reply.error();
    return m_codec.readPutChunks(reply.value(), chunks.size());
}

Result<std::vector<QByteArray>, SyncError>
CanisterMaster::missingChunks(const std::vector<QByteArray> &hashes)
{
    const auto reply = ask(Kind::Query, "missing_chunks", m_codec.missingChunksArguments(hashes));
    if (!reply)
        return reply.error();
    return m_codec.readMissingChunks(reply.value());
}

Result<master::GetChunksReply, SyncError>
CanisterMaster::getChunks(const std::vector<master::ChunkRange> &ranges)
{
    const auto reply = ask(Kind::Query, "get_chunks", m_codec.getChunksArguments(ranges));
    if (!reply)
        return reply.error();
    return m_codec.readGetChunks(reply.value(), ranges.size());
}

Result<master::Head, SyncError> CanisterMaster::checkIn(const master::CheckIn &request)
{
    const auto reply = ask(Kind::Update, "checkin", m_codec.checkInArguments(request));
    if (!reply)
        return reply.error();
    return m_codec.readHead(reply.value());
}

Result<std::vector<master::Device>, SyncError> CanisterMaster::devices()
{
    const auto reply = ask(Kind::Query, "devices", m_codec.headArguments());
    if (!reply)
        return reply.error();
    return m_codec.readDevices(reply.value());
}

Result<std::vector<master::Device>, SyncError>
CanisterMaster::retireDevice(const QByteArray &deviceId)
{
    const auto reply = ask(Kind::Update, "retire_device", m_codec.deviceIdArguments(deviceId));
    if (!reply)
        return reply.error();
    return m_codec.readDevices(reply.value());
}

std::size_t CanisterMaster::encodedSize(const master::PushRow &row) const
{
    return CanisterCodec::encodedSize(row);
}
