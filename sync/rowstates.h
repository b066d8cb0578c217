#pragma once

#include "model/document/document.h"
#include "model/store/replicastore.h"
#include "sync/master.h"

/// Between the words of the wire, of the store and of documents.

RowState rowState(const master::MasterRow &row);
BaseState baseOf(const master::MasterRow &row);
Document documentFromState(const DocumentId &id, const RowState &state);
RowState rowState(const Document &document, const std::vector<QByteArray> &blobs);

/// Whether a person could not tell them apart: the compression of a body does not count.
bool isSameContent(const RowState &a, const RowState &b);

master::Checkpoint wireCheckpoint(const ReplicaCheckpoint &checkpoint);

/// `checkpoint` with the proof of `head` if that is the higher one. The highest proof ever seen is
/// what shows that a canister went back.
ReplicaCheckpoint withProof(ReplicaCheckpoint checkpoint, const master::Head &head);
