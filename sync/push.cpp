#include "sync/push.h"

#include "model/document/documentcodec.h"
#include "sync/pushresults.h"
#include "sync/rowstates.h"
#include "sync/synctuning.h"

#include <algorithm>

namespace {

master::PushRow wireRow(const ReplicaRow &local)
{
    const RowState &state = local.state;
    master::PushRow row;
    row.id = local.id.text();
    if (local.base)
        row.base = local.base->revision;
    row.deleted = state.deleted;
    row.kind = state.kind;
    row.schema = state.schema;
    row.body = state.body;
    row.blobs = state.blobs;
    row.revision = mintRevision(row.base, row.deleted, row.body, row.blobs);
    constexpr std::int64_t kNsPerMs = 1'000'000;
    row.clientTimeNs =
        static_cast<std::uint64_t>(std::max<std::int64_t>(local.modifiedAtMs, 0) * kNsPerMs);
    return row;
}

/// Made and deleted here before anything of it was ever sent.
bool neverLeft(const ReplicaRow &row)
{
    return row.state.deleted && !row.base && row.sent.isEmpty();
}

/// Edited and edited back. With a state under way the master may hold that one, so then the return
/// has to be pushed like any edit.
bool isBackAtBase(const ReplicaRow &row)
{
    return row.base && row.sent.isEmpty() && isSameContent(row.state, row.base->state);
}

bool wasSent(const ReplicaRow &row, const QByteArray &revision)
{
    return std::any_of(row.sent.begin(), row.sent.end(), [&](const SentState &sent) {
        return sent.revision == revision;
    });
}

QString refusalBeforeSending(const ReplicaRow &row)
{
    if (!row.id.isValid())
        return QStringLiteral("bad_id");
    if (row.state.body.size() > synctuning::kBodyBytes)
        return QStringLiteral("too_large");
    return {};
}

Result<bool, StoreError>
settle(ReplicaTransaction &transaction, const ReplicaRow &row, RoundReport &report)
{
    auto settled = [](const Result<Done, StoreError> &done) -> Result<bool, StoreError> {
        if (!done.ok())
            return done.error();
        return true;
    };
    // The window may have written since the rows were read.
    const auto now = transaction.row(row.id);
    if (!now.ok())
        return now.error();
    if (!now.value() || now.value()->changeCounter != row.changeCounter)
        return true;
    if (neverLeft(row))
        return settled(transaction.forget(row.id));
    if (isBackAtBase(row))
        return settled(transaction.acknowledge(row.id, *row.base, row.changeCounter));
    const QString code = refusalBeforeSending(row);
    if (code.isEmpty())
        return false;
    ++report.refused;
    return settled(transaction.refuse(row.id, code));
}

bool needsNoSending(const ReplicaRow &row)
{
    return neverLeft(row) || isBackAtBase(row) || !refusalBeforeSending(row).isEmpty();
}

} // namespace

Result<HalfRound, SyncError> PushTurn::run()
{
    HalfRound half;
    while (true) {
        auto batch = nextBatch();
        if (!batch.ok())
            return batch.error();
        if (batch.value().empty())
            return half;
        if (m_calls.isSuspended())
            return SyncError{SyncError::Kind::Suspended, QStringLiteral("by the head"), {}};
        if (auto recorded = recordSent(batch.value()); !recorded.ok())
            return recorded.error();
        const auto checkpoint = m_calls.checkpoint();
        if (!checkpoint.ok())
            return checkpoint.error();
        std::vector<master::PushRow> rows;
        rows.reserve(batch.value().size());
        for (Outgoing &outgoing : batch.value()) {
            ++m_sentTimes[outgoing.local.id];
            rows.push_back(std::move(outgoing.row));
            outgoing.row.revision = rows.back().revision;
        }
        auto answer = m_calls.push(checkpoint.value(), std::move(rows));
        if (!answer.ok())
            return answer.error();
        half.moved = true;
        if (const auto *resync = std::get_if<master::Resync>(&answer.value())) {
            m_calls.master().settlePushes();
            half.resync = resync->reason;
            return half;
        }
        auto &reply = std::get<master::PushReply>(answer.value());
        const auto fetched = fetchLeftOut(reply);
        if (auto stored = storeReply(batch.value(), checkpoint.value(), reply); !stored.ok())
            return stored.error();
        m_calls.master().settlePushes();
        if (!fetched.ok())
            return fetched.error();
        for (const master::RowResult &result : reply.results) {
            if (const auto *missing = std::get_if<master::MissingChunks>(&result))
                half.missingChunks.insert(
                    half.missingChunks.end(), missing->hashes.begin(), missing->hashes.end());
        }
        if (!half.missingChunks.empty())
            return half;
    }
}

Result<HalfRound, SyncError> PushTurn::runWithChunks(const QSet<QByteArray> &present)
{
    m_present = &present;
    auto half = run();
    m_present = nullptr;
    return half;
}

Result<QList<ReplicaRow>, SyncError> PushTurn::pending()
{
    auto rows = m_present ? m_calls.store().pendingWithChunks(synctuning::kFilesAtOnce)
                          : m_calls.store().pending(synctuning::kPushRows, synctuning::kPushBytes);
    if (!rows.ok())
        return localError(rows.error());
    if (m_present) {
        rows.value().removeIf([this](const ReplicaRow &row) {
            const auto &blobs = row.state.blobs;
            return !std::all_of(blobs.begin(), blobs.end(), [this](const QByteArray &hash) {
                return m_present->contains(hash);
            });
        });
    }
    return std::move(rows).value();
}

Result<PushTurn::Batch, SyncError> PushTurn::nextBatch()
{
    while (true) {
        auto pending = this->pending();
        if (!pending.ok())
            return pending.error();
        auto settled = settleWithoutSending(pending.value());
        if (!settled.ok())
            return settled.error();
        if (settled.value())
            continue; // what was settled made room for others

        Batch batch;
        std::int64_t bytes = 0;
        for (ReplicaRow &local : pending.value()) {
            if (m_sentTimes.value(local.id) >= synctuning::kPushesPerRow)
                continue;
            master::PushRow row = wireRow(local);
            bytes += static_cast<std::int64_t>(m_calls.master().encodedSize(row));
            if (bytes > synctuning::kPushBytes && !batch.empty())
                break;
            batch.push_back({std::move(local), std::move(row)});
        }
        return batch;
    }
}

Result<bool, SyncError> PushTurn::settleWithoutSending(const QList<ReplicaRow> &rows)
{
    if (std::none_of(rows.begin(), rows.end(), needsNoSending))
        return false;
    auto done = m_calls.transact(
        [&](ReplicaTransaction &transaction, RoundReport &report) -> Result<Done, StoreError> {
            for (const ReplicaRow &row : rows) {
                if (auto one = settle(transaction, row, report); !one.ok())
                    return one.error();
            }
            return Done{};
        });
    if (!done.ok())
        return done.error();
    return true;
}

Result<Done, SyncError> PushTurn::recordSent(const Batch &batch)
{
    return m_calls.transact(
        [&](ReplicaTransaction &transaction, RoundReport &) -> Result<Done, StoreError> {
            for (const Outgoing &outgoing : batch) {
                const SentState sent{outgoing.row.revision, outgoing.local.state};
                if (wasSent(outgoing.local, sent.revision))
                    continue;
                if (auto recorded = transaction.recordSent(outgoing.local.id, sent); !recorded.ok())
                    return recorded;
            }
            return Done{};
        });
}

Result<Done, SyncError> PushTurn::fetchLeftOut(master::PushReply &reply)
{
    std::vector<QString> ids;
    QHash<QString, master::Conflict *> waiting;
    for (master::RowResult &result : reply.results) {
        auto *conflict = std::get_if<master::Conflict>(&result);
        if (!conflict || !conflict->bodyLeftOut)
            continue;
        ids.push_back(conflict->master.id);
        waiting.insert(conflict->master.id, conflict);
    }
    if (ids.empty())
        return Done{};
    auto rows = m_calls.get(ids);
    if (!rows.ok())
        return rows.error();
    for (master::MasterRow &row : rows.value()) {
        master::Conflict *conflict = waiting.value(row.id);
        // A node that lags may hold an older state than the one that refused ours.
        if (!conflict || row.sequence < conflict->master.sequence)
            continue;
        conflict->master = std::move(row);
        conflict->bodyLeftOut = false;
    }
    return Done{};
}

Result<Done, SyncError> PushTurn::storeReply(const Batch &batch,
                                             const ReplicaCheckpoint &before,
                                             const master::PushReply &reply)
{
    ReplicaCheckpoint after = withProof(before, reply.head);
    after.cursor = cursorAfterPush(before.cursor, reply);
    return m_calls.transact(
        [&](ReplicaTransaction &transaction, RoundReport &report) -> Result<Done, StoreError> {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                auto applied = applyPushResult(
                    transaction, batch[i].local, batch[i].row.revision, reply.results[i], report);
                if (!applied.ok())
                    return applied;
            }
            return transaction.setCheckpoint(after);
        });
}
