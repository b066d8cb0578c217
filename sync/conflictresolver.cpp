#include "sync/conflictresolver.h"

#include "model/merge/documentmerge.h"
#include "sync/removals.h"
#include "sync/rowstates.h"

#include <algorithm>

namespace {

using Action = RowDecision::Action;

bool hasRevision(const master::MasterRow &master, const QByteArray &revision)
{
    return master.revision == revision
           || std::find(master.recent.begin(), master.recent.end(), revision)
                  != master.recent.end();
}

/// The newest state sent from here that the master's line of revisions contains.
const SentState *acceptedBefore(const ReplicaRow &local, const master::MasterRow &master)
{
    for (auto sent = local.sent.crbegin(); sent != local.sent.crend(); ++sent) {
        if (hasRevision(master, sent->revision))
            return &*sent;
    }
    return nullptr;
}

RowDecision takeMaster(const QString &event = {})
{
    RowDecision decision;
    decision.action = Action::TakeMaster;
    decision.event = event;
    return decision;
}

/// The local state stays and is pushed on top of the master's.
RowDecision
keepMine(const ReplicaRow &local, const master::MasterRow &master, const QString &event = {})
{
    RowDecision decision;
    const bool stays = local.dirty && !local.conflicted;
    decision.action = stays ? Action::SetBase : Action::Replace;
    decision.state = local.state;
    decision.base = baseOf(master);
    decision.event = event;
    return decision;
}

std::vector<QByteArray>
mergedBlobs(const std::optional<BaseState> &base, const RowState &mine, const RowState &theirs)
{
    return base && base->state.blobs == mine.blobs ? theirs.blobs : mine.blobs;
}

RowDecision fromMerge(const ReplicaRow &local,
                      const master::MasterRow &master,
                      const std::optional<BaseState> &base)
{
    const RowState theirs = rowState(master);
    const std::optional<Document> baseDocument =
        base ? std::optional(documentFromState(local.id, base->state)) : std::nullopt;
    const DocumentMerge merge = mergeDocuments(baseDocument,
                                               documentFromState(local.id, local.state),
                                               documentFromState(local.id, theirs));

    if (merge.outcome == DocumentMerge::Outcome::Clash) {
        RowDecision decision;
        decision.action = Action::Ask;
        decision.base = base;
        decision.event = QStringLiteral("conflict");
        return decision;
    }
    const bool editWins = merge.outcome == DocumentMerge::Outcome::EditWins;
    const QString event = editWins ? QStringLiteral("edit kept over delete") : QString();
    if (merge.outcome == DocumentMerge::Outcome::EqualsTheirs)
        return takeMaster(event);

    const RowState result = rowState(merge.result, mergedBlobs(base, local.state, theirs));
    if (isSameContent(result, theirs))
        return takeMaster(event);
    if (isSameContent(result, local.state))
        return keepMine(local, master, event);
    RowDecision decision;
    decision.action = Action::Replace;
    decision.state = result;
    decision.base = baseOf(master);
    decision.event = editWins ? event : QStringLiteral("merged");
    decision.merged = true;
    return decision;
}

RowDecision decideChanged(const ReplicaRow &local,
                          const master::MasterRow &master,
                          std::optional<BaseState> base)
{
    if (const SentState *sent = acceptedBefore(local, master)) {
        if (isSameContent(sent->state, local.state))
            return takeMaster(); // nothing newer here: the master's line stands on our edit
        base = BaseState{sent->revision, base ? base->sequence : 0, sent->state};
    }
    if (isSameContent(local.state, rowState(master)))
        return takeMaster();
    return fromMerge(local, master, base);
}

RowDecision knownRevision(const ReplicaRow &local, const master::MasterRow &master)
{
    // The master went back to what both knew: its side of an open conflict is gone.
    if (local.conflicted)
        return keepMine(local, master);
    RowDecision decision;
    if (local.base->sequence == master.sequence)
        return decision;
    decision.action = Action::SetBase;
    decision.base = local.base;
    decision.base->sequence = master.sequence;
    return decision;
}

} // namespace

RowDecision decideRow(const std::optional<ReplicaRow> &local,
                      const master::MasterRow &master,
                      Ancestry ancestry)
{
    if (!local)
        return takeMaster();
    const bool later = ancestry == Ancestry::Later;
    const std::optional<BaseState> &base = local->base;
    // An answer that was overtaken: only what is newer than the known state counts.
    if (later && base && master.sequence <= base->sequence)
        return {};
    if (base && base->revision == master.revision)
        return knownRevision(*local, master);

    const bool follows = base && (later || hasRevision(master, base->revision));
    const bool changedHere = local->dirty || local->conflicted;
    if (!changedHere && (later || follows))
        return takeMaster();
    return decideChanged(*local, master, follows ? base : std::nullopt);
}

namespace {

Result<Done, StoreError> ask(ReplicaTransaction &transaction,
                             const master::MasterRow &master,
                             std::optional<SyncQuestion::Kind> question)
{
    constexpr std::uint64_t kNsPerMs = 1'000'000;
    return transaction.openConflict(DocumentId(master.id),
                                    {baseOf(master),
                                     master.device,
                                     static_cast<std::int64_t>(master.serverTimeNs / kNsPerMs),
                                     question});
}

/// The question that an open conflict belongs to already stays, but for those that were about a
/// deletion: there is something to compare now.
Result<std::optional<SyncQuestion::Kind>, StoreError>
questionOf(ReplicaTransaction &transaction, const ReplicaRow &local, const RowPolicy &policy)
{
    if (policy.question || !local.conflicted)
        return policy.question;
    const auto open = transaction.conflict(local.id);
    if (!open.ok())
        return open.error();
    if (open.value() && open.value()->question == SyncQuestion::Kind::CanisterRestored)
        return open.value()->question;
    return policy.question;
}

} // namespace

Result<Done, StoreError> applyMasterRow(ReplicaTransaction &transaction,
                                        const master::MasterRow &master,
                                        const RowPolicy &policy,
                                        RoundReport &report)
{
    const DocumentId id(master.id);
    auto local = transaction.row(id);
    if (!local.ok())
        return local.error();
    const RowDecision decision = decideRow(local.value(), master, policy.ancestry);
    if (!decision.event.isEmpty()) {
        if (auto noted = transaction.note(id, decision.event, master.device); !noted.ok())
            return noted;
    }
    if (decision.merged)
        ++report.merged;
    report.touchesNotebooks =
        report.touchesNotebooks || kindFromName(master.kind) == DocumentKind::Notebook;
    const RowOrigin origin =
        policy.ancestry == Ancestry::Later ? RowOrigin::Pulled : RowOrigin::Resynced;
    switch (decision.action) {
    case Action::Ignore:
        return Done{};
    case Action::SetBase:
        return transaction.setBase(id, decision.base);
    case Action::TakeMaster:
        if (policy.holdRemovals && local.value()
            && isRemoval(id, local.value()->state, rowState(master)))
            return ask(transaction, master, SyncQuestion::Kind::DeletedThere);
        ++report.pulled;
        return transaction.putClean(id, baseOf(master), origin, master.device);
    case Action::Replace:
        return transaction.putDirty(
            id, decision.state, decision.base, RowOrigin::Merged, master.device);
    case Action::Ask:
        break;
    }
    const auto question = questionOf(transaction, *local.value(), policy);
    if (!question.ok())
        return question.error();
    if (!question.value() && !report.conflicts.contains(id))
        report.conflicts.append(id);
    if (auto based = transaction.setBase(id, decision.base); !based.ok())
        return based;
    return ask(transaction, master, question.value());
}
