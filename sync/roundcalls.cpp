#include "sync/roundcalls.h"

#include "sync/notebookcycles.h"
#include "sync/replicamemory.h"
#include "sync/rowstates.h"
#include "sync/synctuning.h"

#include <algorithm>

namespace {

constexpr int kRevisionBytes = 16;
constexpr int kTokenBytes = 8;

SyncError protocolError(const QString &detail)
{
    return {SyncError::Kind::Protocol, detail, {}};
}

std::int64_t receivedBytes(const master::MasterRow &row)
{
    return row.body.size() + row.id.size();
}

bool isSound(const master::MasterRow &row)
{
    return DocumentId(row.id).isValid() && row.revision.size() == kRevisionBytes
           && !row.kind.isEmpty() && (!row.deleted || row.body.isEmpty());
}

bool isSound(const master::Head &head)
{
    return head.epoch != 0 && head.proof.token.size() == kTokenBytes;
}

/// nullopt, or what is wrong with the page: an answer that would move the cursor past rows that
/// were not in it, or that would never end.
std::optional<QString> fault(const master::PullPage &page, std::uint64_t after)
{
    if (!isSound(page.head))
        return QStringLiteral("pull: bad head");
    if (page.cursor < after || (page.more && page.cursor == after))
        return QStringLiteral("pull: cursor does not advance");
    std::uint64_t last = after;
    for (const master::MasterRow &row : page.rows) {
        if (!isSound(row))
            return QStringLiteral("pull: bad row");
        if (row.sequence <= last || row.sequence > page.cursor)
            return QStringLiteral("pull: rows out of order");
        last = row.sequence;
    }
    return std::nullopt;
}

} // namespace

SyncError localError(const StoreError &error)
{
    return {SyncError::Kind::Local, error.detail, {}};
}

RoundCalls::RoundCalls(const Parts &parts, RoundReport &report)
    : m_parts(parts)
    , m_report(report)
{}

Result<Done, SyncError> RoundCalls::begin(CallKind kind)
{
    if (m_parts.cancelled.load())
        return SyncError{SyncError::Kind::Cancelled, QStringLiteral("before a call"), {}};
    ++(kind == CallKind::Query ? m_report.queries : m_report.updates);
    return Done{};
}

void RoundCalls::learnPosition(std::uint64_t position)
{
    m_knownPosition = std::max(m_knownPosition, position);
}

Result<master::Head, SyncError> RoundCalls::head()
{
    if (auto begun = begin(CallKind::Query); !begun.ok())
        return begun.error();
    auto head = m_parts.master.head();
    if (head.ok() && !isSound(head.value()))
        return protocolError(QStringLiteral("head: bad head"));
    if (head.ok()) {
        learnPosition(head.value().proof.position);
        m_report.cycles = head.value().cycles;
        m_suspended = head.value().suspended;
    }
    return head;
}

Result<master::Head, SyncError> RoundCalls::headReplicated()
{
    if (auto begun = begin(CallKind::Update); !begun.ok())
        return begun.error();
    auto head = m_parts.master.headReplicated();
    if (head.ok() && !isSound(head.value()))
        return protocolError(QStringLiteral("head_replicated: bad head"));
    // The subnet's own word: whatever a query said before about a later position was wrong.
    if (head.ok())
        m_knownPosition = head.value().proof.position;
    return head;
}

Result<std::optional<master::Head>, SyncError> RoundCalls::headCertified()
{
    if (auto begun = begin(CallKind::Query); !begun.ok())
        return begun.error();
    auto head = m_parts.master.headCertified();
    if (head.ok() && head.value() && !isSound(*head.value()))
        return protocolError(QStringLiteral("head_certified: bad head"));
    return head;
}

Result<master::PullReply, SyncError> RoundCalls::pull(const ReplicaCheckpoint &checkpoint)
{
    if (auto begun = begin(CallKind::Query); !begun.ok())
        return begun.error();
    auto reply = m_parts.master.pull(
        {wireCheckpoint(checkpoint), synctuning::kPullRows, synctuning::kPullBytes});
    if (!reply.ok())
        return reply;
    const auto *page = std::get_if<master::PullPage>(&reply.value());
    if (!page)
        return reply;
    if (auto wrong = fault(*page, checkpoint.cursor))
        return protocolError(*wrong);
    learnPosition(page->head.proof.position);
    for (const master::MasterRow &row : page->rows)
        m_report.bytesReceived += receivedBytes(row);
    return reply;
}

Result<master::PushAnswer, SyncError> RoundCalls::push(const ReplicaCheckpoint &checkpoint,
                                                       std::vector<master::PushRow> rows)
{
    if (auto begun = begin(CallKind::Update); !begun.ok())
        return begun.error();
    for (const master::PushRow &row : rows)
        m_report.bytesSent += static_cast<std::int64_t>(m_parts.master.encodedSize(row));
    auto deviceId = m_parts.store.deviceId();
    if (!deviceId.ok())
        return localError(deviceId.error());
    if (auto counted = countPush(); !counted.ok())
        return counted.error();
    const std::size_t count = rows.size();
    auto answer = m_parts.master.push(
        {wireCheckpoint(checkpoint), m_parts.deviceName, deviceId.value(), std::move(rows)});
    if (!answer.ok())
        return answer;
    if (const auto *resync = std::get_if<master::Resync>(&answer.value())) {
        if (!isSound(resync->head))
            return protocolError(QStringLiteral("push: bad head"));
        m_knownPosition = resync->head.proof.position;
        return answer;
    }
    const auto &reply = std::get<master::PushReply>(answer.value());
    if (reply.results.size() != count || !isSound(reply.head))
        return protocolError(QStringLiteral("push: bad reply"));
    for (const master::RowResult &result : reply.results) {
        const auto *conflict = std::get_if<master::Conflict>(&result);
        if (conflict && !isSound(conflict->master))
            return protocolError(QStringLiteral("push: bad row"));
    }
    m_knownPosition = reply.head.proof.position;
    return answer;
}

Result<Done, SyncError> RoundCalls::countPush()
{
    const auto before = m_parts.store.remembered(replicamemory::pushes());
    if (!before.ok())
        return localError(before.error());
    const QByteArray next = QByteArray::number(before.value().toULongLong() + 1);
    return transact([&](ReplicaTransaction &transaction, RoundReport &) {
        return transaction.remember(replicamemory::pushes(), next);
    });
}

Result<master::Head, SyncError> RoundCalls::checkIn()
{
    if (auto begun = begin(CallKind::Update); !begun.ok())
        return begun.error();
    const auto known = checkpoint();
    if (!known.ok())
        return known.error();
    auto deviceId = m_parts.store.deviceId();
    if (!deviceId.ok())
        return localError(deviceId.error());
    return m_parts.master.checkIn(
        {wireCheckpoint(known.value()), m_parts.deviceName, deviceId.value()});
}

Result<std::vector<master::Device>, SyncError> RoundCalls::devices()
{
    if (auto begun = begin(CallKind::Query); !begun.ok())
        return begun.error();
    return m_parts.master.devices();
}

Result<std::vector<master::FoundPush>, SyncError> RoundCalls::findPushes()
{
    if (m_parts.cancelled.load())
        return SyncError{SyncError::Kind::Cancelled, QStringLiteral("before a call"), {}};
    auto found = m_parts.master.findPushes();
    if (!found.ok())
        return found;
    for (const master::FoundPush &push : found.value()) {
        const auto &results = push.reply.results;
        const bool fits = results.size() == push.rows.size() && isSound(push.reply.head)
                          && std::all_of(results.begin(), results.end(), [](const auto &result) {
                                 const auto *conflict = std::get_if<master::Conflict>(&result);
                                 return !conflict || isSound(conflict->master);
                             });
        if (!fits)
            return protocolError(QStringLiteral("push: bad reply"));
    }
    return found;
}

Result<master::ManifestPage, SyncError> RoundCalls::manifest(std::uint64_t afterSequence)
{
    if (auto begun = begin(CallKind::Query); !begun.ok())
        return begun.error();
    auto page = m_parts.master.manifest(afterSequence, synctuning::kManifestRows);
    if (!page.ok())
        return page;
    const bool stuck = page.value().next < afterSequence
                       || (page.value().more && page.value().next == afterSequence);
    if (stuck || !isSound(page.value().head))
        return protocolError(QStringLiteral("manifest: bad page"));
    learnPosition(page.value().head.proof.position);
    return page;
}

Result<master::GetReply, SyncError> RoundCalls::getOnce(const std::vector<QString> &ids)
{
    if (auto begun = begin(CallKind::Query); !begun.ok())
        return begun.error();
    auto reply = m_parts.master.get(ids);
    if (!reply.ok())
        return reply;
    const auto &rows = reply.value().rows;
    if (!std::all_of(rows.begin(), rows.end(), [](const auto &row) { return isSound(row); })
        || reply.value().leftOut.size() >= ids.size())
        return protocolError(QStringLiteral("get: bad reply"));
    for (const master::MasterRow &row : rows)
        m_report.bytesReceived += receivedBytes(row);
    return reply;
}

Result<std::vector<master::MasterRow>, SyncError> RoundCalls::get(const std::vector<QString> &ids)
{
    std::vector<master::MasterRow> rows;
    std::vector<QString> open(ids.rbegin(), ids.rend());
    while (!open.empty()) {
        std::vector<QString> now;
        std::int64_t bytes = 0;
        while (!open.empty() && now.size() < synctuning::kIdsPerGet
               && bytes < synctuning::kGetArgumentBytes) {
            bytes += open.back().toUtf8().size();
            now.push_back(open.back());
            open.pop_back();
        }
        auto reply = getOnce(now);
        if (!reply.ok())
            return reply.error();
        const auto &leftOut = reply.value().leftOut;
        open.insert(open.end(), leftOut.rbegin(), leftOut.rend());
        for (master::MasterRow &row : reply.value().rows)
            rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<master::ChunkResult>, SyncError>
RoundCalls::putChunks(const std::vector<master::Chunk> &chunks)
{
    if (auto begun = begin(CallKind::Update); !begun.ok())
        return begun.error();
    for (const master::Chunk &chunk : chunks)
        m_report.bytesSent += chunk.bytes.size();
    auto reply = m_parts.master.putChunks(chunks);
    if (!reply.ok())
        return reply.error();
    if (reply.value().results.size() != chunks.size() || !isSound(reply.value().head))
        return protocolError(QStringLiteral("put_chunks: bad reply"));
    learnPosition(reply.value().head.proof.position);
    return std::move(reply).value().results;
}

Result<std::vector<QByteArray>, SyncError>
RoundCalls::missingChunks(const std::vector<QByteArray> &hashes)
{
    if (auto begun = begin(CallKind::Query); !begun.ok())
        return begun.error();
    auto missing = m_parts.master.missingChunks(hashes);
    if (missing.ok() && missing.value().size() > hashes.size())
        return protocolError(QStringLiteral("missing_chunks: bad reply"));
    return missing;
}

Result<master::GetChunksReply, SyncError>
RoundCalls::getChunks(const std::vector<master::ChunkRange> &ranges)
{
    if (auto begun = begin(CallKind::Query); !begun.ok())
        return begun.error();
    auto reply = m_parts.master.getChunks(ranges);
    if (!reply.ok())
        return reply;
    const auto &parts = reply.value().parts;
    if (parts.empty() || parts.size() > ranges.size())
        return protocolError(QStringLiteral("get_chunks: bad reply"));
    for (const auto &part : parts)
        m_report.bytesReceived += part ? part->bytes.size() : 0;
    return reply;
}

void RoundCalls::tellStored(const QList<DocumentId> &documents)
{
    m_report.changed += documents;
    if (m_parts.onStored && !documents.isEmpty())
        m_parts.onStored(documents);
}

void RoundCalls::tellProgress(const TransferProgress &progress)
{
    if (m_parts.onProgress)
        m_parts.onProgress(progress);
}

Result<Done, SyncError> RoundCalls::transact(const Step &step)
{
    RoundReport done;
    auto changed = m_parts.store.transact([&](ReplicaTransaction &transaction) {
        done = {};
        auto stepped = step(transaction, done);
        if (!stepped.ok() || !done.touchesNotebooks)
            return stepped;
        return undoNotebookCycles(transaction);
    });
    if (!changed.ok())
        return localError(changed.error());
    done.changed = changed.value();
    m_report.add(done);
    if (m_parts.onStored && !done.changed.isEmpty())
        m_parts.onStored(done.changed);
    return Done{};
}

Result<ReplicaCheckpoint, SyncError> RoundCalls::checkpoint()
{
    auto checkpoint = m_parts.store.checkpoint();
    if (!checkpoint.ok())
        return localError(checkpoint.error());
    return checkpoint.value();
}
