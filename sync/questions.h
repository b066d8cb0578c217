#pragma once

#include "model/store/replicastore.h"

/// The engine's questions (model/base/syncquestion.h): which are open, and what an answer does.
namespace questions {

/// Those about documents, and the one about an empty canister.
Result<QList<SyncQuestion>, StoreError> open(ReplicaStore &store);

/// Settles every row of `question`, some hundred in one transaction: cut at any point, the rest
/// stays open. An answer that the question does not have, or one to a question that is not open,
/// changes nothing. Returns what has to be reloaded.
Result<QList<DocumentId>, StoreError>
answer(ReplicaStore &store, SyncQuestion::Kind question, SyncAnswer answer);

} // namespace questions
