#include "sync/questions.h"

#include "sync/replicamemory.h"
#include "sync/synctuning.h"

namespace {

using Kind = SyncQuestion::Kind;

enum class Deed { Nothing, Mine, Theirs, Separate };

Deed deedOf(Kind question, SyncAnswer answer)
{
    switch (answer) {
    case SyncAnswer::GoOn:
        if (question == Kind::DeletedThere || question == Kind::DeletedLongAgo)
            return Deed::Theirs;
        return question == Kind::DeletedHere ? Deed::Mine : Deed::Nothing;
    case SyncAnswer::KeepAll:
        if (question == Kind::DeletedThere || question == Kind::DeletedLongAgo)
            return Deed::Mine;
        return question == Kind::DeletedHere ? Deed::Theirs : Deed::Nothing;
    case SyncAnswer::TakeMine:
        return question == Kind::CanisterRestored ? Deed::Mine : Deed::Nothing;
    case SyncAnswer::TakeTheirs:
        return question == Kind::CanisterRestored ? Deed::Theirs : Deed::Nothing;
    case SyncAnswer::OneByOne:
        return question == Kind::CanisterRestored || question == Kind::DeletedLongAgo
                   ? Deed::Separate
                   : Deed::Nothing;
    }
    return Deed::Nothing;
}

Result<Done, StoreError>
settle(ReplicaTransaction &transaction, const DocumentId &id, Kind question, Deed deed)
{
    auto record = transaction.conflict(id);
    if (!record.ok())
        return record.error();
    if (!record.value() || record.value()->question != question)
        return Done{}; // settled meanwhile
    if (deed == Deed::Separate) {
        ConflictRecord alone = *record.value();
        alone.question.reset();
        return transaction.openConflict(id, alone);
    }
    const bool mine = deed == Deed::Mine;
    auto noted = transaction.note(id,
                                  mine ? QStringLiteral("answered: this device's state stays")
                                       : QStringLiteral("answered: the canister's state is taken"),
                                  record.value()->device);
    if (!noted.ok())
        return noted;
    return transaction.settleConflict(id, mine ? ConflictSide::Mine : ConflictSide::Theirs);
}

Result<QList<DocumentId>, StoreError> agreeToFill(ReplicaStore &store)
{
    const auto asked = store.remembered(replicamemory::asksToFill());
    if (!asked.ok())
        return asked.error();
    if (asked.value().isEmpty())
        return QList<DocumentId>();
    return store.transact([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
        const QByteArray epoch = asked.value().split(' ').value(0);
        if (auto agreed = transaction.remember(replicamemory::mayFill(), epoch); !agreed.ok())
            return agreed;
        return transaction.remember(replicamemory::asksToFill(), {});
    });
}

} // namespace

Result<QList<SyncQuestion>, StoreError> questions::open(ReplicaStore &store)
{
    auto found = store.questions();
    if (!found.ok())
        return found;
    const auto asksToFill = store.remembered(replicamemory::asksToFill());
    if (!asksToFill.ok())
        return asksToFill.error();
    if (!asksToFill.value().isEmpty()) {
        const int documents = asksToFill.value().split(' ').value(1).toInt();
        found.value().append(SyncQuestion{Kind::CanisterEmpty, documents, documents, {}});
    }
    return found;
}

Result<QList<DocumentId>, StoreError>
questions::answer(ReplicaStore &store, Kind question, SyncAnswer answer)
{
    if (question == Kind::CanisterEmpty)
        return answer == SyncAnswer::GoOn
                   ? agreeToFill(store)
                   : Result<QList<DocumentId>, StoreError>(QList<DocumentId>());
    const Deed deed = deedOf(question, answer);
    if (deed == Deed::Nothing)
        return QList<DocumentId>();
    const auto rows = store.questioned(question);
    if (!rows.ok())
        return rows.error();
    QList<DocumentId> changed;
    const qsizetype step = synctuning::kRowsPerReconcileStep;
    for (qsizetype from = 0; from < rows.value().size(); from += step) {
        const QList<DocumentId> some = rows.value().mid(from, step);
        const auto settled =
            store.transact([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
                if (question == Kind::DeletedHere && deed == Deed::Mine) {
                    auto agreed = transaction.remember(replicamemory::mayDelete(), "1");
                    if (!agreed.ok())
                        return agreed;
                }
                for (const DocumentId &id : some) {
                    if (auto one = settle(transaction, id, question, deed); !one.ok())
                        return one;
                }
                return Done{};
            });
        if (!settled.ok())
            return settled.error();
        changed += settled.value();
    }
    return changed;
}
