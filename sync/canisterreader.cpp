#include "sync/canisterreader.h"

#include <QStringDecoder>

#include <algorithm>

using namespace ic::candid;

namespace {

// The decoder has given every value the type asked for, so these find what they look for.

std::uint64_t number(const Value &value)
{
    return *value.as<std::uint64_t>();
}

bool flag(const Value &value)
{
    return *value.as<bool>();
}

QString text(const Value &value)
{
    // QString::fromUtf8 would drop a byte order mark, and an id must stay what it is.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless
                               | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(*value.as<std::string>()));
}

QByteArray blob(const Value &value)
{
    return ic::toQByteArray(*value.as<ic::Bytes>());
}

const Value::Vec &list(const Value &value)
{
    return *value.as<Value::Vec>();
}

std::vector<QByteArray> blobs(const Value &value)
{
    std::vector<QByteArray> out;
    out.reserve(list(value).size());
    for (const Value &item : list(value))
        out.push_back(blob(item));
    return out;
}

/// A record's values by their names' ids.
class Fields
{
public:
    Fields(const TypeTable &types, TypeRef type, const Value &value)
        : m_types(types)
        , m_type(type)
        , m_record(*value.as<Record>())
    {}

    const Value &operator[](std::uint32_t id) const
    {
        return m_record.fields[m_types.positionOf(m_type, id)];
    }

private:
    const TypeTable &m_types;
    TypeRef m_type;
    const Record &m_record;
};

SyncError protocolError(const QString &detail)
{
    return {SyncError::Kind::Protocol, detail};
}

/// A record of one number.
std::uint64_t onlyNumber(const Value &value)
{
    return number(value.as<Record>()->fields.front());
}

SyncError errorOf(const Variant &error)
{
    const Value &content = error.content.front();
    switch (error.id) {
    case "anonymous"_id:
        return {SyncError::Kind::SignedOut, QStringLiteral("the canister wants a signature")};
    case "space_limit"_id:
        return {SyncError::Kind::QuotaFull, QStringLiteral("no room for another user")};
    case "busy"_id: {
        const std::chrono::nanoseconds wait(
            static_cast<std::int64_t>(std::min<std::uint64_t>(onlyNumber(content), INT64_MAX)));
        return {SyncError::Kind::Busy,
                QStringLiteral("the canister is busy"),
                std::chrono::ceil<std::chrono::milliseconds>(wait)};
    }
    case "not_member"_id:
        return {SyncError::Kind::NotMember, QStringLiteral("not a member of this canister")};
    case "suspended"_id:
        return {SyncError::Kind::Suspended, QStringLiteral("suspended by the canister's owner")};
    case "too_many_rows"_id:
        return protocolError(
            QStringLiteral("more rows than the canister takes: %1").arg(onlyNumber(content)));
    case "too_large"_id:
        return protocolError(
            QStringLiteral("more bytes than the canister takes: %1").arg(onlyNumber(content)));
    default:
        return protocolError(QStringLiteral("bad argument: ") + text(content));
    }
}

CyclesMark cyclesOf(const Value &mark)
{
    const auto &content = mark.as<Opt>()->content;
    if (content.empty())
        return CyclesMark::Enough;
    return content.front().as<Variant>()->id == "critical"_id ? CyclesMark::Critical
                                                              : CyclesMark::Low;
}

bool isSet(const Value &optional)
{
    const auto &content = optional.as<Opt>()->content;
    return !content.empty() && flag(content.front());
}

std::uint64_t numberOr0(const Value &optional)
{
    const auto &content = optional.as<Opt>()->content;
    return content.empty() ? 0 : number(content.front());
}

master::ResyncReason reasonOf(const Variant &reason)
{
    switch (reason.id) {
    case "behind_gc"_id:
        return master::ResyncReason::BehindGc;
    case "ahead"_id:
        return master::ResyncReason::Ahead;
    case "fork"_id:
        return master::ResyncReason::Fork;
    default:
        return master::ResyncReason::Epoch;
    }
}

/// The variant in front of every reply, or why there is none.
Result<const Variant *, SyncError> resultOf(const CanisterReader::Decoded &reply)
{
    if (!reply) {
        return protocolError(QStringLiteral("a reply that does not fit the interface: ")
                             + QString::fromStdString(reply.error().detail));
    }
    const auto *result = reply.value().front().as<Variant>();
    if (result->id == "err"_id)
        return errorOf(*result->content.front().as<Variant>());
    return result;
}

} // namespace

master::Head CanisterReader::headOf(const Value &value) const
{
    const Fields fields(m_types.table, m_types.head, value);
    const Fields proof(m_types.table, m_types.proof, fields["proof"_id]);
    master::Head head;
    head.protocol = static_cast<std::uint16_t>(number(fields["protocol"_id]));
    head.epoch = number(fields["epoch"_id]);
    head.proof = {number(proof["position"_id]), blob(proof["token"_id])};
    head.gc = number(fields["gc"_id]);
    head.timeNs = number(fields["time"_id]);
    head.rows = number(fields["rows"_id]);
    head.bytes = number(fields["bytes"_id]);
    head.quotaBytes = number(fields["quota_bytes"_id]);
    head.cycles = cyclesOf(fields["cycles"_id]);
    head.erasedNs = numberOr0(fields["erased"_id]);
    head.suspended = isSet(fields["suspended"_id]);
    return head;
}

master::MasterRow CanisterReader::rowOf(const Value &value) const
{
    const Fields fields(m_types.table, m_types.masterRow, value);
    const auto &parent = fields["parent"_id].as<Opt>()->content;
    master::MasterRow row;
    row.id = text(fields["id"_id]);
    row.revision = blob(fields["revision"_id]);
    if (!parent.empty())
        row.parent = blob(parent.front());
    row.deleted = flag(fields["deleted"_id]);
    row.kind = text(fields["kind"_id]);
    row.schema = static_cast<std::uint16_t>(number(fields["schema"_id]));
    row.body = blob(fields["body"_id]);
    row.blobs = blobs(fields["blobs"_id]);
    row.clientTimeNs = number(fields["client_time"_id]);
    row.serverTimeNs = number(fields["server_time"_id]);
    row.sequence = number(fields["sequence"_id]);
    row.recent = blobs(fields["recent"_id]);
    row.device = text(fields["device"_id]);
    return row;
}

std::vector<master::MasterRow> CanisterReader::rowsOf(const Value &value) const
{
    std::vector<master::MasterRow> rows;
    rows.reserve(list(value).size());
    for (const Value &row : list(value))
        rows.push_back(rowOf(row));
    return rows;
}

master::RowResult CanisterReader::rowResultOf(const Variant &result) const
{
    const Value &content = result.content.front();
    const auto named = [&](std::uint32_t id, const Record &record) -> const Value & {
        const auto &cases = m_types.table.at(m_types.rowResult).fields;
        const auto it = std::find_if(
            cases.begin(), cases.end(), [&](const Field &f) { return f.id == result.id; });
        return record.fields[m_types.table.positionOf(it->type, id)];
    };
    switch (result.id) {
    case "ok"_id: {
        const auto &record = *content.as<Record>();
        return master::Accepted{blob(named("revision"_id, record)),
                                number(named("sequence"_id, record))};
    }
    case "superseded"_id:
        return master::Superseded{onlyNumber(content)};
    case "conflict"_id: {
        const auto &record = *content.as<Record>();
        return master::Conflict{rowOf(named("master"_id, record)),
                                flag(named("body_left_out"_id, record))};
    }
    case "missing"_id:
        return master::Missing{};
    case "quota"_id: {
        const auto &record = *content.as<Record>();
        return master::OverQuota{number(named("limit"_id, record)),
                                 number(named("used"_id, record))};
    }
    case "missing_chunks"_id:
        return master::MissingChunks{blobs(content)};
    default:
        return master::Refused{text(content)};
    }
}

Result<master::Head, SyncError> CanisterReader::head(const Decoded &reply) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    return headOf(result.value()->content.front());
}

Result<std::vector<master::Device>, SyncError> CanisterReader::devices(const Decoded &reply) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    std::vector<master::Device> devices;
    for (const Value &item : list(result.value()->content.front())) {
        const Fields fields(m_types.table, m_types.device, item);
        master::Device device;
        device.id = blob(fields["device_id"_id]);
        device.name = text(fields["name"_id]);
        device.cursor = number(fields["cursor"_id]);
        device.firstSeenNs = number(fields["first_seen"_id]);
        device.lastSeenNs = number(fields["last_seen"_id]);
        device.pushes = number(fields["pushes"_id]);
        device.retired = flag(fields["retired"_id]);
        devices.push_back(device);
    }
    return devices;
}

Result<CertifiedHeadReply, SyncError> CanisterReader::certifiedHead(const Decoded &reply) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    const Fields fields(m_types.table, m_types.certifiedHead, result.value()->content.front());
    return CertifiedHeadReply{*fields["certificate"_id].as<ic::Bytes>(),
                              *fields["witness"_id].as<ic::Bytes>(),
                              headOf(fields["head"_id])};
}

Result<master::PullReply, SyncError> CanisterReader::pageOf(const Value &value) const
{
    const Fields fields(m_types.table, m_types.pullReply, value);
    master::PullPage page;
    page.rows = rowsOf(fields["rows"_id]);
    page.cursor = number(fields["cursor"_id]);
    page.more = flag(fields["more"_id]);
    page.head = headOf(fields["head"_id]);
    const bool ascending =
        std::is_sorted(page.rows.begin(), page.rows.end(), [](const auto &a, const auto &b) {
            return a.sequence < b.sequence;
        });
    if (!ascending)
        return protocolError(QStringLiteral("rows out of their order"));
    return master::PullReply(std::move(page));
}

Result<master::PullReply, SyncError> CanisterReader::pull(const Decoded &reply) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    const Value &content = result.value()->content.front();
    if (result.value()->id != "resync"_id)
        return pageOf(content);
    const Fields fields(m_types.table, m_types.resync, content);
    return master::PullReply(
        master::Resync{reasonOf(*fields["reason"_id].as<Variant>()), headOf(fields["head"_id])});
}

Result<master::PushAnswer, SyncError> CanisterReader::push(const Decoded &reply,
                                                           std::size_t rows) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    const Value &content = result.value()->content.front();
    if (result.value()->id == "resync"_id) {
        const Fields fields(m_types.table, m_types.resync, content);
        return master::PushAnswer(master::Resync{reasonOf(*fields["reason"_id].as<Variant>()),
                                                 headOf(fields["head"_id])});
    }
    const Fields fields(m_types.table, m_types.pushReply, content);
    const auto &results = list(fields["results"_id]);
    if (results.size() != rows)
        return protocolError(
            QStringLiteral("%1 results for %2 rows").arg(results.size()).arg(rows));
    master::PushReply answer;
    answer.results.reserve(results.size());
    for (const Value &row : results)
        answer.results.push_back(rowResultOf(*row.as<Variant>()));
    answer.head = headOf(fields["head"_id]);
    return master::PushAnswer(std::move(answer));
}

Result<master::GetReply, SyncError> CanisterReader::get(const Decoded &reply) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    const Fields fields(m_types.table, m_types.getReply, result.value()->content.front());
    master::GetReply answer;
    answer.rows = rowsOf(fields["rows"_id]);
    for (const Value &id : list(fields["left_out"_id]))
        answer.leftOut.push_back(text(id));
    answer.head = headOf(fields["head"_id]);
    return answer;
}

Result<master::ManifestPage, SyncError> CanisterReader::manifest(const Decoded &reply) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    const Fields fields(m_types.table, m_types.manifestReply, result.value()->content.front());
    master::ManifestPage page;
    for (const Value &item : list(fields["entries"_id])) {
        const Fields entry(m_types.table, m_types.manifestEntry, item);
        page.entries.push_back({text(entry["id"_id]),
                                blob(entry["revision"_id]),
                                number(entry["sequence"_id]),
                                flag(entry["deleted"_id])});
    }
    page.next = number(fields["next"_id]);
    page.more = flag(fields["more"_id]);
    page.head = headOf(fields["head"_id]);
    return page;
}

Result<master::PutChunksReply, SyncError> CanisterReader::putChunks(const Decoded &reply,
                                                                    std::size_t chunks) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    const Fields fields(m_types.table, m_types.putChunksReply, result.value()->content.front());
    const auto &results = list(fields["results"_id]);
    if (results.size() != chunks)
        return protocolError(
            QStringLiteral("%1 results for %2 chunks").arg(results.size()).arg(chunks));
    master::PutChunksReply answer;
    for (const Value &item : results) {
        const auto &each = *item.as<Variant>();
        if (each.id == "ok"_id)
            answer.results.emplace_back(master::ChunkStored{});
        else if (each.id == "quota"_id)
            answer.results.emplace_back(master::OverQuota{});
        else
            answer.results.emplace_back(master::Refused{text(each.content.front())});
    }
    answer.head = headOf(fields["head"_id]);
    return answer;
}

Result<std::vector<QByteArray>, SyncError> CanisterReader::missingChunks(const Decoded &reply) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    return blobs(result.value()->content.front());
}

Result<master::GetChunksReply, SyncError> CanisterReader::getChunks(const Decoded &reply,
                                                                    std::size_t ranges) const
{
    const auto result = resultOf(reply);
    if (!result)
        return result.error();
    const Fields fields(m_types.table, m_types.getChunksReply, result.value()->content.front());
    const auto &parts = list(fields["parts"_id]);
    master::GetChunksReply answer;
    answer.leftOut = number(fields["left_out"_id]);
    if (parts.empty() || answer.leftOut > ranges || parts.size() + answer.leftOut != ranges)
        return protocolError(
            QStringLiteral("%1 parts for %2 ranges").arg(parts.size()).arg(ranges));
    for (const Value &item : parts) {
        const auto &content = item.as<Opt>()->content;
        if (content.empty()) {
            answer.parts.emplace_back(std::nullopt);
            continue;
        }
        const Fields part(m_types.table, m_types.chunkPart, content.front());
        answer.parts.push_back(master::ChunkPart{blob(part["hash"_id]),
                                                 number(part["offset"_id]),
                                                 number(part["size"_id]),
                                                 blob(part["bytes"_id])});
    }
    return answer;
}
