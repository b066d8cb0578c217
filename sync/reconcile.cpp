#include "sync/reconcile.h"

#include "sync/conflictresolver.h"
#include "sync/removals.h"
#include "sync/replicamemory.h"
#include "sync/rowstates.h"
#include "sync/synctuning.h"

#include <QHash>

#include <algorithm>

namespace {

using Reason = master::ResyncReason;

struct Manifest
{
    QHash<QString, master::ManifestEntry> entries;
    std::uint64_t end = 0;
    master::Head head;
};

/// What has to be done, found without changing anything.
struct Plan
{
    std::vector<ReplicaStore::Known> absent; ///< Here, but not there.
    int documents = 0; ///< Notes and drawings here that are not in the trash.
    std::vector<DocumentId> known; ///< The same revision on both sides; the sequence may differ.
    std::vector<QString> differing; ///< To be fetched: other revision there, or not here.
};

Result<Manifest, SyncError> readManifest(RoundCalls &calls, const master::Head &confirmed)
{
    Manifest manifest;
    bool more = true;
    while (more) {
        auto page = calls.manifest(manifest.end);
        if (!page.ok())
            return page.error();
        // A row that changes while pages are read comes again, later, with its newer revision.
        for (master::ManifestEntry &entry : page.value().entries)
            manifest.entries.insert(entry.id, entry);
        manifest.end = page.value().next;
        manifest.head = page.value().head;
        more = page.value().more;
    }
    const master::Head &head = manifest.head;
    if (head.epoch != confirmed.epoch || head.proof.position < confirmed.proof.position)
        return SyncError{SyncError::Kind::Busy, QStringLiteral("manifest: a node lags"), {}};
    return manifest;
}

Result<Plan, SyncError> compare(RoundCalls &calls, const Manifest &manifest)
{
    Plan plan;
    QSet<QString> here;
    DocumentId after;
    while (true) {
        auto page = calls.store().known(after, synctuning::kManifestRows);
        if (!page.ok())
            return localError(page.error());
        if (page.value().isEmpty())
            break;
        for (const ReplicaStore::Known &row : std::as_const(page.value())) {
            here.insert(row.id.text());
            plan.documents += row.kept ? 1 : 0;
            const auto entry = manifest.entries.constFind(row.id.text());
            if (entry == manifest.entries.constEnd())
                plan.absent.push_back(row);
            else if (entry->revision != row.baseRevision)
                plan.differing.push_back(row.id.text());
            else if (row.dirty || entry->sequence != row.baseSequence)
                plan.known.push_back(row.id);
        }
        after = page.value().last().id;
    }
    for (auto entry = manifest.entries.begin(); entry != manifest.entries.end(); ++entry) {
        if (!here.contains(entry.key()))
            plan.differing.push_back(entry.key());
    }
    return plan;
}

/// What rows that the master does not have become.
struct AbsentRules
{
    Reason reason = Reason::Epoch;
    QSet<DocumentId> documents; ///< Absent notes and drawings.
    QSet<DocumentId> edited; ///< Those that were changed here, or a part of them.
    bool holdAll = false; ///< So many would go to the trash that the person is asked.
};

AbsentRules rulesFor(const Plan &plan, Reason reason)
{
    AbsentRules rules;
    rules.reason = reason;
    int removed = 0;
    for (const ReplicaStore::Known &row : plan.absent) {
        if (row.kept)
            rules.documents.insert(row.id);
        if (row.dirty && !row.baseRevision.isEmpty() && !row.deleted)
            rules.edited.insert(row.document);
        removed += row.kept && !row.dirty && !row.baseRevision.isEmpty() ? 1 : 0;
    }
    rules.holdAll = reason == Reason::BehindGc && isMassRemoval(removed, plan.documents);
    return rules;
}

/// The master has nothing of `row` any more; what becomes of it is the person's choice.
Result<Done, StoreError>
askAboutForgotten(ReplicaTransaction &transaction, const ReplicaRow &row, SyncQuestion::Kind kind)
{
    ConflictRecord record;
    record.master.state = {row.state.kind, row.state.schema, true, {}, {}};
    record.question = kind;
    return transaction.openConflict(row.id, record);
}

Result<bool, StoreError> isAskedAlready(ReplicaTransaction &transaction, const ReplicaRow &row)
{
    if (!row.conflicted)
        return false;
    const auto record = transaction.conflict(row.id);
    if (!record.ok())
        return record.error();
    return record.value() && record.value()->master.revision.isEmpty();
}

Result<Done, StoreError> settleAbsent(ReplicaTransaction &transaction,
                                      const ReplicaStore::Known &known,
                                      const AbsentRules &rules)
{
    const auto found = transaction.row(known.id);
    if (!found.ok())
        return found.error();
    if (!found.value() || (!found.value()->base && !found.value()->conflicted))
        return Done{}; // never was there: pushed as any new row
    const ReplicaRow &row = *found.value();
    const auto asked = isAskedAlready(transaction, row);
    if (!asked.ok())
        return asked.error();
    if (asked.value())
        return Done{};
    if (row.state.deleted)
        return transaction.forget(row.id);
    if (rules.reason == Reason::BehindGc && !row.conflicted) {
        const bool isEdited =
            rules.documents.contains(known.document) && rules.edited.contains(known.document);
        if (isEdited)
            return askAboutForgotten(transaction, row, SyncQuestion::Kind::DeletedLongAgo);
        if (!row.dirty)
            return rules.holdAll
                       ? askAboutForgotten(transaction, row, SyncQuestion::Kind::DeletedThere)
                       : transaction.forget(row.id);
    }
    if (auto noted = transaction.note(row.id, QStringLiteral("created again"), {}); !noted.ok())
        return noted;
    if (auto dropped = transaction.dropSent(row.id); !dropped.ok())
        return dropped;
    return transaction.putDirty(row.id, row.state, std::nullopt, RowOrigin::Resynced, {});
}

Result<Done, StoreError>
settleKnown(ReplicaTransaction &transaction, const DocumentId &id, std::uint64_t sequence)
{
    const auto row = transaction.row(id);
    if (!row.ok())
        return row.error();
    if (!row.value() || !row.value()->base)
        return Done{};
    std::optional<BaseState> base = row.value()->base;
    const bool moved = base->sequence != sequence;
    base->sequence = sequence;
    // The other side of an open conflict is gone from the master: ours is simply newer.
    if (row.value()->conflicted)
        return transaction.putDirty(id, row.value()->state, base, RowOrigin::Resynced, {});
    return moved ? transaction.setBase(id, base) : Done{};
}

/// Calls `settleOne` for all of `items`, some hundred in one transaction.
template <typename Item, typename SettleOne>
Result<Done, SyncError>
inSteps(RoundCalls &calls, const std::vector<Item> &items, const SettleOne &settleOne)
{
    for (std::size_t from = 0; from < items.size(); from += synctuning::kRowsPerReconcileStep) {
        const std::size_t to =
            std::min(items.size(), from + std::size_t{synctuning::kRowsPerReconcileStep});
        const auto step = [&](ReplicaTransaction &transaction,
                              RoundReport &report) -> Result<Done, StoreError> {
            Result<Done, StoreError> one = Done{};
            for (std::size_t i = from; i < to && one.ok(); ++i)
                one = settleOne(transaction, items[i], report);
            return one;
        };
        const auto stored = calls.transact(step);
        if (!stored.ok())
            return stored;
    }
    return Done{};
}

Result<Done, SyncError> settleDiffering(RoundCalls &calls,
                                        const Manifest &manifest,
                                        const std::vector<QString> &ids,
                                        Reason reason)
{
    RowPolicy policy;
    if (reason != Reason::BehindGc)
        policy = {Ancestry::Unknown, SyncQuestion::Kind::CanisterRestored};
    for (std::size_t from = 0; from < ids.size(); from += synctuning::kIdsPerGet) {
        const std::size_t to = std::min(ids.size(), from + std::size_t{synctuning::kIdsPerGet});
        const std::vector<QString> some(ids.begin() + static_cast<std::ptrdiff_t>(from),
                                        ids.begin() + static_cast<std::ptrdiff_t>(to));
        const auto rows = calls.get(some);
        if (!rows.ok())
            return rows.error();
        const bool behind =
            rows.value().size() != some.size()
            || std::any_of(rows.value().begin(), rows.value().end(), [&](const auto &row) {
                   return row.sequence < manifest.entries.value(row.id).sequence;
               });
        if (behind)
            return SyncError{SyncError::Kind::Busy, QStringLiteral("get: a node lags"), {}};
        auto stored = inSteps(calls,
                              rows.value(),
                              [&](ReplicaTransaction &transaction, const auto &row, auto &report) {
                                  return applyMasterRow(transaction, row, policy, report);
                              });
        if (!stored.ok())
            return stored;
    }
    return Done{};
}

/// What this device knew as full and now meets as empty is filled only if the person said so (S77):
/// it may be the wrong canister, or about to be restored. The same where the person deleted the
/// space, whether or not another device has written there again.
Result<Done, SyncError>
agreeToFill(RoundCalls &calls, const Plan &plan, const Manifest &manifest, Reason reason)
{
    const bool isErased = reason == Reason::Epoch && manifest.head.erasedNs > 0;
    const bool knewMore = std::any_of(plan.absent.begin(), plan.absent.end(), [](const auto &row) {
        return !row.baseRevision.isEmpty() && !row.deleted;
    });
    if (!knewMore || (!manifest.entries.isEmpty() && !isErased))
        return Done{};
    const QByteArray epoch = QByteArray::number(qulonglong{manifest.head.epoch});
    const auto agreed = calls.store().remembered(replicamemory::mayFill());
    if (!agreed.ok())
        return localError(agreed.error());
    if (agreed.value() == epoch)
        return Done{};
    const QByteArray question = epoch + ' ' + QByteArray::number(plan.documents);
    const auto asked = calls.transact([&](ReplicaTransaction &transaction, RoundReport &) {
        return transaction.remember(replicamemory::asksToFill(), question);
    });
    if (!asked.ok())
        return asked;
    return SyncError{SyncError::Kind::NeedsAnswer, QStringLiteral("the canister holds nothing of this device any more"), {}};
}

bool isEmptyProof(const ReplicaCheckpoint &checkpoint)
{
    return checkpoint.proofPosition == 0 && checkpoint.cursor == 0;
}

std::optional<Reason> reasonFor(const ReplicaCheckpoint &checkpoint, const master::Head &head)
{
    if (checkpoint.epoch == 0 && isEmptyProof(checkpoint))
        return std::nullopt;
    if (checkpoint.epoch != head.epoch)
        return Reason::Epoch;
    if (std::max(checkpoint.cursor, checkpoint.proofPosition) > head.proof.position)
        return Reason::Ahead;
    if (checkpoint.proofPosition == head.proof.position
        && checkpoint.proofToken != head.proof.token)
        return Reason::Fork;
    if (checkpoint.cursor < head.gc)
        return Reason::BehindGc;
    return std::nullopt;
}

std::optional<ConfirmedResync> resyncFor(const ReplicaCheckpoint &checkpoint,
                                         const master::Head &head)
{
    const std::optional<Reason> reason = reasonFor(checkpoint, head);
    if (!reason)
        return std::nullopt;
    return ConfirmedResync{*reason, head};
}

} // namespace

Result<std::optional<ConfirmedResync>, SyncError> confirmResync(RoundCalls &calls,
                                                                master::ResyncReason claimed)
{
    const auto checkpoint = calls.checkpoint();
    if (!checkpoint.ok())
        return checkpoint.error();
    // A head has the token of the newest change only. Whether the one at our proof is another can
    // be told by a push, which the subnet answers; one without rows changes nothing.
    if (claimed == Reason::Fork) {
        const auto answer = calls.push(checkpoint.value(), {});
        if (!answer.ok())
            return answer.error();
        const auto *resync = std::get_if<master::Resync>(&answer.value());
        if (!resync)
            return std::optional<ConfirmedResync>();
        return std::optional(ConfirmedResync{resync->reason, resync->head});
    }
    // Only a shorter way: whatever is wrong with it, the call below has the last word.
    const auto certified = calls.headCertified();
    if (certified.ok() && certified.value()) {
        auto resync = resyncFor(checkpoint.value(), *certified.value());
        // A certificate from a moment before our last push would look like a canister behind us.
        if (!resync || resync->reason != Reason::Ahead)
            return resync;
    }
    const auto head = calls.headReplicated();
    if (!head.ok())
        return head.error();
    return resyncFor(checkpoint.value(), head.value());
}

Result<Done, SyncError> reconcile(RoundCalls &calls, const ConfirmedResync &resync)
{
    const auto manifest = readManifest(calls, resync.head);
    if (!manifest.ok())
        return manifest.error();
    const auto plan = compare(calls, manifest.value());
    if (!plan.ok())
        return plan.error();

    if (resync.reason != Reason::BehindGc) {
        if (auto agreed = agreeToFill(calls, plan.value(), manifest.value(), resync.reason);
            !agreed.ok())
            return agreed;
    }
    const AbsentRules rules = rulesFor(plan.value(), resync.reason);
    auto absent = inSteps(calls,
                          plan.value().absent,
                          [&](ReplicaTransaction &transaction,
                              const ReplicaStore::Known &row,
                              RoundReport &) { return settleAbsent(transaction, row, rules); });
    if (!absent.ok())
        return absent;
    auto known = inSteps(
        calls,
        plan.value().known,
        [&](ReplicaTransaction &transaction, const DocumentId &id, RoundReport &) {
            return settleKnown(transaction, id, manifest.value().entries.value(id.text()).sequence);
        });
    if (!known.ok())
        return known;
    auto differing =
        settleDiffering(calls, manifest.value(), plan.value().differing, resync.reason);
    if (!differing.ok())
        return differing;

    return calls.transact(
        [&](ReplicaTransaction &transaction, RoundReport &report) -> Result<Done, StoreError> {
            report.resyncs = 1;
            const master::Head &head = manifest.value().head;
            return transaction.setCheckpoint(
                {head.epoch, manifest.value().end, head.proof.position, head.proof.token});
        });
}
