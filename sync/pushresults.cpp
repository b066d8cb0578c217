#include "sync/pushresults.h"

#include "sync/conflictresolver.h"

#include <algorithm>

namespace {

struct ResultWriter
{
    ReplicaTransaction &transaction;
    const ReplicaRow &sent;
    const ReplicaRow &now;
    const QByteArray &revision;
    RoundReport &report;

    bool knowsLater(std::uint64_t sequence) const
    {
        return now.base && now.base->sequence > sequence;
    }

    Result<Done, StoreError> operator()(const master::Accepted &accepted) const
    {
        ++report.pushed;
        if (knowsLater(accepted.sequence))
            return Done{};
        return transaction.acknowledge(
            sent.id, {accepted.revision, accepted.sequence, sent.state}, sent.changeCounter);
    }

    Result<Done, StoreError> operator()(const master::Superseded &superseded) const
    {
        ++report.pushed;
        if (now.base && now.base->sequence >= superseded.sequence)
            return Done{};
        // What stands on our edit now has a higher sequence: the next pull brings it.
        const std::uint64_t known = now.base ? now.base->sequence : 0;
        return transaction.acknowledge(sent.id, {revision, known, sent.state}, sent.changeCounter);
    }

    Result<Done, StoreError> operator()(const master::Conflict &conflict) const
    {
        if (conflict.bodyLeftOut)
            return Done{}; // not fetched: still pending with its old base, it conflicts again
        return applyMasterRow(transaction, conflict.master, RowPolicy{}, report);
    }

    Result<Done, StoreError> operator()(master::Missing) const
    {
        if (now.state.deleted)
            return transaction.forget(sent.id);
        auto noted = transaction.note(sent.id, QStringLiteral("created again"), {});
        if (!noted.ok())
            return noted;
        return transaction.putDirty(sent.id, now.state, std::nullopt, RowOrigin::Resynced, {});
    }

    Result<Done, StoreError> operator()(const master::Refused &refused) const
    {
        return refuse(refused.code);
    }

    Result<Done, StoreError> operator()(const master::OverQuota &) const
    {
        return refuse(QStringLiteral("quota"));
    }

    /// Still pending: its chunks go first.
    Result<Done, StoreError> operator()(const master::MissingChunks &) const { return Done{}; }

    Result<Done, StoreError> refuse(const QString &code) const
    {
        ++report.refused;
        if (now.changeCounter != sent.changeCounter)
            return Done{}; // edited meanwhile: the new state gets its own chance
        auto noted = transaction.note(sent.id, QStringLiteral("refused: %1").arg(code), {});
        return noted.ok() ? transaction.refuse(sent.id, code) : noted;
    }
};

} // namespace

Result<Done, StoreError> applyPushResult(ReplicaTransaction &transaction,
                                         const ReplicaRow &sent,
                                         const QByteArray &revision,
                                         const master::RowResult &result,
                                         RoundReport &report)
{
    auto now = transaction.row(sent.id);
    if (!now.ok())
        return now.error();
    if (!now.value())
        return Done{};
    return std::visit(ResultWriter{transaction, sent, *now.value(), revision, report}, result);
}

std::uint64_t cursorAfterPush(std::uint64_t cursor, const master::PushReply &reply)
{
    std::vector<std::uint64_t> own;
    for (const master::RowResult &result : reply.results) {
        if (const auto *accepted = std::get_if<master::Accepted>(&result))
            own.push_back(accepted->sequence);
    }
    std::sort(own.begin(), own.end());
    for (const std::uint64_t sequence : own) {
        if (sequence == cursor + 1)
            cursor = sequence;
    }
    return cursor;
}
