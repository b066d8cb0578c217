#include "sync/canistertypes.h"

using namespace ic::candid;

CanisterTypes::CanisterTypes()
{
    const TypeRef blob = table.blob();
    proof = table.record({field("position", kNat64), field("token", blob)});
    checkpoint =
        table.record({field("epoch", kNat64), field("cursor", kNat64), field("proof", proof)});
    head = table.record(
        {field("protocol", kNat16),
         field("epoch", kNat64),
         field("proof", proof),
         field("gc", kNat64),
         field("time", kNat64),
         field("rows", kNat64),
         field("bytes", kNat64),
         field("quota_bytes", kNat64),
         field("cycles", table.opt(table.variant({field("low"), field("critical")}))),
         field("erased", table.opt(kNat64)),
         field("suspended", table.opt(kBool))});
    addRows();
    pullArgs = table.record(
        {field("checkpoint", checkpoint), field("max_rows", kNat64), field("max_bytes", kNat64)});
    pushArgs = table.record({field("checkpoint", checkpoint),
                             field("device", kText),
                             field("device_id", blob),
                             field("rows", table.vec(pushRow))});
    manifestArgs = table.record({field("after_sequence", kNat64), field("max_rows", kNat64)});
    ids = table.vec(kText);
    addResults();
}

void CanisterTypes::addRows()
{
    const TypeRef blob = table.blob();
    blobs = table.vec(blob);
    const TypeRef revision = table.opt(blob);
    pushRow = table.record({field("id", kText),
                            field("base", revision),
                            field("revision", blob),
                            field("deleted", kBool),
                            field("kind", kText),
                            field("schema", kNat16),
                            field("body", blob),
                            field("blobs", blobs),
                            field("client_time", kNat64)});
    masterRow = table.record({field("id", kText),
                              field("revision", blob),
                              field("parent", revision),
                              field("deleted", kBool),
                              field("kind", kText),
                              field("schema", kNat16),
                              field("body", blob),
                              field("blobs", blobs),
                              field("client_time", kNat64),
                              field("server_time", kNat64),
                              field("sequence", kNat64),
                              field("recent", blobs),
                              field("device", kText)});
    manifestEntry = table.record({field("id", kText),
                                  field("revision", blob),
                                  field("sequence", kNat64),
                                  field("deleted", kBool)});
}

void CanisterTypes::addResults()
{
    const TypeRef limit = table.record({field("limit", kNat64)});
    const TypeRef error =
        table.variant({field("anonymous"),
                       field("too_many_rows", limit),
                       field("too_large", limit),
                       field("bad_argument", kText),
                       field("space_limit", limit),
                       field("busy", table.record({field("retry_after_ns", kNat64)})),
                       field("not_member"),
                       field("suspended")});
    const TypeRef reason =
        table.variant({field("epoch"), field("behind_gc"), field("ahead"), field("fork")});
    resync = table.record({field("reason", reason), field("head", head)});
    rowResult = table.variant(
        {field("ok", table.record({field("revision", table.blob()), field("sequence", kNat64)})),
         field("superseded", table.record({field("sequence", kNat64)})),
         field("conflict",
               table.record({field("master", masterRow), field("body_left_out", kBool)})),
         field("missing"),
         field("rejected", kText),
         field("quota", table.record({field("limit", kNat64), field("used", kNat64)})),
         field("missing_chunks", blobs)});
    pullReply = table.record({field("rows", table.vec(masterRow)),
                              field("cursor", kNat64),
                              field("more", kBool),
                              field("head", head)});
    pushReply = table.record({field("results", table.vec(rowResult)), field("head", head)});
    getReply = table.record(
        {field("rows", table.vec(masterRow)), field("left_out", ids), field("head", head)});
    manifestReply = table.record({field("entries", table.vec(manifestEntry)),
                                  field("next", kNat64),
                                  field("more", kBool),
                                  field("head", head)});
    headResult = table.variant({field("ok", head), field("err", error)});
    pullResult =
        table.variant({field("ok", pullReply), field("resync", resync), field("err", error)});
    pushResult =
        table.variant({field("ok", pushReply), field("resync", resync), field("err", error)});
    getResult = table.variant({field("ok", getReply), field("err", error)});
    manifestResult = table.variant({field("ok", manifestReply), field("err", error)});
    certifiedHead = table.record(
        {field("certificate", table.blob()), field("witness", table.blob()), field("head", head)});
    certifiedHeadResult = table.variant({field("ok", certifiedHead), field("err", error)});
    addChunks(error);
    addDevices(error);
}

void CanisterTypes::addChunks(TypeRef error)
{
    const TypeRef blob = table.blob();
    chunk = table.record({field("hash", blob), field("bytes", blob)});
    chunkRange =
        table.record({field("hash", blob), field("offset", kNat64), field("length", kNat64)});
    chunkPart = table.record({field("hash", blob),
                              field("offset", kNat64),
                              field("size", kNat64),
                              field("bytes", blob)});
    chunks = table.vec(chunk);
    ranges = table.vec(chunkRange);
    const TypeRef chunkResult = table.variant(
        {field("ok"),
         field("rejected", kText),
         field("quota", table.record({field("limit", kNat64), field("used", kNat64)}))});
    putChunksReply = table.record({field("results", table.vec(chunkResult)), field("head", head)});
    getChunksReply =
        table.record({field("parts", table.vec(table.opt(chunkPart))), field("left_out", kNat64)});
    putChunksResult = table.variant({field("ok", putChunksReply), field("err", error)});
    getChunksResult = table.variant({field("ok", getChunksReply), field("err", error)});
    missingChunksResult = table.variant({field("ok", blobs), field("err", error)});
}

void CanisterTypes::addDevices(TypeRef error)
{
    const TypeRef blob = table.blob();
    checkInArgs = table.record(
        {field("device", kText), field("device_id", blob), field("checkpoint", checkpoint)});
    device = table.record({field("device_id", blob),
                           field("name", kText),
                           field("cursor", kNat64),
                           field("first_seen", kNat64),
                           field("last_seen", kNat64),
                           field("pushes", kNat64),
                           field("retired", kBool)});
    devicesResult = table.variant({field("ok", table.vec(device)), field("err", error)});
}
