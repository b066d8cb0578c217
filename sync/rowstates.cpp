#include "sync/rowstates.h"

#include "model/document/documentcodec.h"

RowState rowState(const master::MasterRow &row)
{
    return {row.kind, row.schema, row.deleted, row.body, row.blobs};
}

BaseState baseOf(const master::MasterRow &row)
{
    return {row.revision, row.sequence, rowState(row)};
}

Document documentFromState(const DocumentId &id, const RowState &state)
{
    Document document = documentFromBody(id, state.kind, state.deleted, state.schema, state.body);
    document.blobs = state.blobs;
    return document;
}

RowState rowState(const Document &document, const std::vector<QByteArray> &blobs)
{
    if (document.deleted)
        return {document.kind, document.schema, true, {}, {}};
    return {document.kind, document.schema, false, encodeBody(document), blobs};
}

bool isSameContent(const RowState &a, const RowState &b)
{
    if (a.deleted != b.deleted || a.kind != b.kind)
        return false;
    if (a.deleted)
        return true;
    if (a.blobs != b.blobs)
        return false;
    return a.body == b.body || contentHash(a.body, false) == contentHash(b.body, false);
}

master::Checkpoint wireCheckpoint(const ReplicaCheckpoint &checkpoint)
{
    return {checkpoint.epoch, checkpoint.cursor, {checkpoint.proofPosition, checkpoint.proofToken}};
}

ReplicaCheckpoint withProof(ReplicaCheckpoint checkpoint, const master::Head &head)
{
    if (checkpoint.epoch == 0)
        checkpoint.epoch = head.epoch;
    if (head.proof.position > checkpoint.proofPosition || checkpoint.proofToken.isEmpty()) {
        checkpoint.proofPosition = head.proof.position;
        checkpoint.proofToken = head.proof.token;
    }
    return checkpoint;
}
