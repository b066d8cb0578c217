#include "sync/canistercodec.h"

#include "sync/canisterreader.h"
#include "sync/ic/leb128.h"

using namespace ic::candid;

namespace {

ic::Bytes bytesOf(const QByteArray &bytes)
{
    return ic::toBytes(ic::viewOf(bytes));
}

Value blobList(const std::vector<QByteArray> &blobs)
{
    Value::Vec list;
    list.reserve(blobs.size());
    for (const QByteArray &blob : blobs)
        list.emplace_back(bytesOf(blob));
    return list;
}

Value optionalBlob(const std::optional<QByteArray> &blob)
{
    return blob ? Value::some(bytesOf(*blob)) : Value::none();
}

/// Values in any order into the order of the record's fields.
Value makeRecord(const TypeTable &types,
                 TypeRef type,
                 std::initializer_list<std::pair<std::uint32_t, Value>> values)
{
    Record record;
    record.fields.resize(types.at(type).fields.size());
    for (const auto &[id, value] : values)
        record.fields[types.positionOf(type, id)] = value;
    return record;
}

ic::Bytes encodeOne(const Message &message, Value argument)
{
    std::vector<Value> arguments;
    arguments.push_back(std::move(argument));
    auto bytes = message.encode(arguments);
    Q_ASSERT(bytes);
    return *std::move(bytes);
}

std::size_t sizeWithLength(std::size_t bytes)
{
    return ic::leb128Size(bytes) + bytes;
}

} // namespace

CanisterCodec::CanisterCodec()
    : m_noArguments(m_types.table, {})
    , m_pullArgs(m_types.table, {m_types.pullArgs})
    , m_pushArgs(m_types.table, {m_types.pushArgs})
    , m_getArgs(m_types.table, {m_types.ids})
    , m_manifestArgs(m_types.table, {m_types.manifestArgs})
    , m_chunks(m_types.table, {m_types.chunks})
    , m_hashes(m_types.table, {m_types.blobs})
    , m_ranges(m_types.table, {m_types.ranges})
    , m_checkInArgs(m_types.table, {m_types.checkInArgs})
    , m_deviceId(m_types.table, {m_types.table.blob()})
    , m_devicesResult(m_types.table, {m_types.devicesResult})
    , m_headResult(m_types.table, {m_types.headResult})
    , m_pullResult(m_types.table, {m_types.pullResult})
    , m_pushResult(m_types.table, {m_types.pushResult})
    , m_getResult(m_types.table, {m_types.getResult})
    , m_manifestResult(m_types.table, {m_types.manifestResult})
    , m_certifiedHeadResult(m_types.table, {m_types.certifiedHeadResult})
    , m_putChunksResult(m_types.table, {m_types.putChunksResult})
    , m_missingChunksResult(m_types.table, {m_types.missingChunksResult})
    , m_getChunksResult(m_types.table, {m_types.getChunksResult})
{}

Value CanisterCodec::checkpointValue(const master::Checkpoint &checkpoint) const
{
    return makeRecord(m_types.table,
                      m_types.checkpoint,
                      {{"epoch"_id, checkpoint.epoch},
                       {"cursor"_id, checkpoint.cursor},
                       {"proof"_id,
                        makeRecord(m_types.table,
                                   m_types.proof,
                                   {{"position"_id, checkpoint.proof.position},
                                    {"token"_id, bytesOf(checkpoint.proof.token)}})}});
}

Value CanisterCodec::pushRowValue(const master::PushRow &row) const
{
    return makeRecord(m_types.table,
                      m_types.pushRow,
                      {{"id"_id, row.id.toStdString()},
                       {"base"_id, optionalBlob(row.base)},
                       {"revision"_id, bytesOf(row.revision)},
                       {"deleted"_id, row.deleted},
                       {"kind"_id, row.kind.toStdString()},
                       {"schema"_id, std::uint64_t{row.schema}},
                       {"body"_id, bytesOf(row.body)},
                       {"blobs"_id, blobList(row.blobs)},
                       {"client_time"_id, row.clientTimeNs}});
}

ic::Bytes CanisterCodec::headArguments() const
{
    return *m_noArguments.encode({});
}

ic::Bytes CanisterCodec::pullArguments(const master::PullRequest &request) const
{
    return encodeOne(m_pullArgs,
                     makeRecord(m_types.table,
                                m_types.pullArgs,
                                {{"checkpoint"_id, checkpointValue(request.checkpoint)},
                                 {"max_rows"_id, request.maxRows},
                                 {"max_bytes"_id, request.maxBytes}}));
}

ic::Bytes CanisterCodec::pushArguments(const master::PushRequest &request) const
{
    Value::Vec rows;
    rows.reserve(request.rows.size());
    for (const master::PushRow &row : request.rows)
        rows.push_back(pushRowValue(row));
    Record record;
    const TypeTable &types = m_types.table;
    record.fields.resize(types.at(m_types.pushArgs).fields.size());
    const auto at = [&](std::uint32_t id) -> Value & {
        return record.fields[types.positionOf(m_types.pushArgs, id)];
    };
    at("checkpoint"_id) = checkpointValue(request.checkpoint);
    at("device"_id) = request.device.toStdString();
    at("device_id"_id) = bytesOf(request.deviceId);
    at("rows"_id) = std::move(rows); // megabytes: not through a list that copies
    return encodeOne(m_pushArgs, std::move(record));
}

ic::Bytes CanisterCodec::getArguments(const std::vector<QString> &ids) const
{
    Value::Vec list;
    for (const QString &id : ids)
        list.emplace_back(id.toStdString());
    return encodeOne(m_getArgs, std::move(list));
}

ic::Bytes CanisterCodec::manifestArguments(std::uint64_t afterSequence, std::uint64_t maxRows) const
{
    return encodeOne(m_manifestArgs,
                     makeRecord(m_types.table,
                                m_types.manifestArgs,
                                {{"after_sequence"_id, afterSequence}, {"max_rows"_id, maxRows}}));
}

ic::Bytes CanisterCodec::putChunksArguments(const std::vector<master::Chunk> &chunks) const
{
    Value::Vec list;
    list.reserve(chunks.size());
    const TypeTable &types = m_types.table;
    for (const master::Chunk &chunk : chunks) {
        Record record;
        record.fields.resize(2);
        record.fields[types.positionOf(m_types.chunk, "hash"_id)] = bytesOf(chunk.hash);
        // Not through a list that copies.
        record.fields[types.positionOf(m_types.chunk, "bytes"_id)] = bytesOf(chunk.bytes);
        list.emplace_back(std::move(record));
    }
    return encodeOne(m_chunks, std::move(list));
}

ic::Bytes CanisterCodec::missingChunksArguments(const std::vector<QByteArray> &hashes) const
{
    return encodeOne(m_hashes, blobList(hashes));
}

ic::Bytes CanisterCodec::getChunksArguments(const std::vector<master::ChunkRange> &ranges) const
{
    Value::Vec list;
    list.reserve(ranges.size());
    for (const master::ChunkRange &range : ranges)
        list.push_back(makeRecord(m_types.table,
                                  m_types.chunkRange,
                                  {{"hash"_id, bytesOf(range.hash)},
                                   {"offset"_id, range.offset},
                                   {"length"_id, range.length}}));
    return encodeOne(m_ranges, std::move(list));
}

ic::Bytes CanisterCodec::checkInArguments(const master::CheckIn &request) const
{
    return encodeOne(m_checkInArgs,
                     makeRecord(m_types.table,
                                m_types.checkInArgs,
                                {{"device"_id, request.device.toStdString()},
                                 {"device_id"_id, bytesOf(request.deviceId)},
                                 {"checkpoint"_id, checkpointValue(request.checkpoint)}}));
}

ic::Bytes CanisterCodec::deviceIdArguments(const QByteArray &deviceId) const
{
    return encodeOne(m_deviceId, bytesOf(deviceId));
}

Result<std::vector<master::Device>, SyncError> CanisterCodec::readDevices(ic::BytesView reply) const
{
    return CanisterReader(m_types).devices(m_devicesResult.decode(reply));
}

Result<master::Head, SyncError> CanisterCodec::readHead(ic::BytesView reply) const
{
    return CanisterReader(m_types).head(m_headResult.decode(reply));
}

Result<CertifiedHeadReply, SyncError> CanisterCodec::readCertifiedHead(ic::BytesView reply) const
{
    return CanisterReader(m_types).certifiedHead(m_certifiedHeadResult.decode(reply));
}

Result<master::PullReply, SyncError> CanisterCodec::readPull(ic::BytesView reply) const
{
    return CanisterReader(m_types).pull(m_pullResult.decode(reply));
}

Result<master::PushAnswer, SyncError> CanisterCodec::readPush(ic::BytesView reply,
                                                              std::size_t rows) const
{
    return CanisterReader(m_types).push(m_pushResult.decode(reply), rows);
}

Result<master::GetReply, SyncError> CanisterCodec::readGet(ic::BytesView reply) const
{
    return CanisterReader(m_types).get(m_getResult.decode(reply));
}

Result<master::ManifestPage, SyncError> CanisterCodec::readManifest(ic::BytesView reply) const
{
    return CanisterReader(m_types).manifest(m_manifestResult.decode(reply));
}

Result<master::PutChunksReply, SyncError> CanisterCodec::readPutChunks(ic::BytesView reply,
                                                                       std::size_t chunks) const
{
    return CanisterReader(m_types).putChunks(m_putChunksResult.decode(reply), chunks);
}

Result<std::vector<QByteArray>, SyncError>
CanisterCodec::readMissingChunks(ic::BytesView reply) const
{
    return CanisterReader(m_types).missingChunks(m_missingChunksResult.decode(reply));
}

Result<master::GetChunksReply, SyncError> CanisterCodec::readGetChunks(ic::BytesView reply,
                                                                       std::size_t ranges) const
{
    return CanisterReader(m_types).getChunks(m_getChunksResult.decode(reply), ranges);
}

std::size_t CanisterCodec::encodedSize(const master::PushRow &row)
{
    constexpr std::size_t kFixed = 1 + 1 + 2 + 8; // base's flag, deleted, schema, client_time
    std::size_t size = kFixed + sizeWithLength(static_cast<std::size_t>(row.id.toUtf8().size()))
                       + sizeWithLength(static_cast<std::size_t>(row.revision.size()))
                       + sizeWithLength(static_cast<std::size_t>(row.kind.toUtf8().size()))
                       + sizeWithLength(static_cast<std::size_t>(row.body.size()))
                       + ic::leb128Size(row.blobs.size());
    if (row.base)
        size += sizeWithLength(static_cast<std::size_t>(row.base->size()));
    for (const QByteArray &blob : row.blobs)
        size += sizeWithLength(static_cast<std::size_t>(blob.size()));
    return size;
}
