#include "sync/foundpushes.h"

#include "sync/pushresults.h"
#include "sync/rowstates.h"

#include <algorithm>

namespace {

/// The row as it was sent, if it still is known what that was.
std::optional<ReplicaRow> rowAsSent(const ReplicaRow &now, const QByteArray &revision)
{
    const auto sent = std::find_if(now.sent.begin(), now.sent.end(), [&](const SentState &state) {
        return state.revision == revision;
    });
    if (sent == now.sent.end())
        return std::nullopt;
    ReplicaRow row = now;
    row.state = sent->state;
    // Whoever edited it since gets a counter that cannot be the one of then.
    if (!(now.state == sent->state))
        row.changeCounter = ~now.changeCounter;
    return row;
}

Result<Done, StoreError> storeOne(ReplicaTransaction &transaction,
                                  const master::FoundPush::Row &pushed,
                                  const master::RowResult &result,
                                  RoundReport &report)
{
    const DocumentId id(pushed.id);
    const auto now = transaction.row(id);
    if (!now.ok())
        return now.error();
    const auto sent = now.value() ? rowAsSent(*now.value(), pushed.revision) : std::nullopt;
    if (!sent)
        return Done{};
    return applyPushResult(transaction, *sent, pushed.revision, result, report);
}

} // namespace

Result<Done, SyncError> settleFoundPushes(RoundCalls &calls)
{
    const auto pushes = calls.findPushes();
    if (!pushes.ok())
        return pushes.error();
    for (const master::FoundPush &push : pushes.value()) {
        const auto before = calls.checkpoint();
        if (!before.ok())
            return before.error();
        auto stored = calls.transact(
            [&](ReplicaTransaction &transaction, RoundReport &report) -> Result<Done, StoreError> {
                for (std::size_t i = 0; i < push.rows.size(); ++i) {
                    auto one = storeOne(transaction, push.rows[i], push.reply.results[i], report);
                    if (!one.ok())
                        return one;
                }
                ReplicaCheckpoint after = withProof(before.value(), push.reply.head);
                after.cursor = cursorAfterPush(before.value().cursor, push.reply);
                return transaction.setCheckpoint(after);
            });
        if (!stored.ok())
            return stored;
    }
    if (!pushes.value().empty())
        calls.master().settlePushes();
    return Done{};
}
