#include "sync/pull.h"

#include "sync/conflictresolver.h"
#include "sync/rowstates.h"
#include "sync/synctuning.h"

namespace {

Result<Done, SyncError> storePage(RoundCalls &calls,
                                  RemovalGuard &guard,
                                  const ReplicaCheckpoint &before,
                                  const master::PullPage &page)
{
    ReplicaCheckpoint after = withProof(before, page.head);
    after.cursor = page.cursor;
    return calls.transact(
        [&](ReplicaTransaction &transaction, RoundReport &report) -> Result<Done, StoreError> {
            const auto holds = guard.holds(transaction, page.rows);
            if (!holds.ok())
                return holds.error();
            const RowPolicy policy{Ancestry::Later, std::nullopt, holds.value()};
            for (const master::MasterRow &row : page.rows) {
                auto applied = applyMasterRow(transaction, row, policy, report);
                if (!applied.ok())
                    return applied;
            }
            return transaction.setCheckpoint(after);
        });
}

} // namespace

Result<HalfRound, SyncError> pullPages(RoundCalls &calls, RemovalGuard &guard)
{
    HalfRound half;
    for (int pages = 0; pages < synctuning::kPagesBeforePush; ++pages) {
        const auto checkpoint = calls.checkpoint();
        if (!checkpoint.ok())
            return checkpoint.error();
        const auto reply = calls.pull(checkpoint.value());
        if (!reply.ok())
            return reply.error();
        if (const auto *resync = std::get_if<master::Resync>(&reply.value())) {
            half.resync = resync->reason;
            return half;
        }
        const auto &page = std::get<master::PullPage>(reply.value());
        if (auto stored = storePage(calls, guard, checkpoint.value(), page); !stored.ok())
            return stored.error();
        half.moved = half.moved || !page.rows.empty();
        half.more = page.more;
        if (!page.more)
            break;
    }
    return half;
}
