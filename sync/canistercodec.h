#pragma once

#include "sync/canisterreader.h"
#include "sync/canistertypes.h"
#include "sync/ic/candid.h"
#include "sync/master.h"

/// canister/sheaf.did in both directions: requests to Candid, verified replies from it. Types are
/// built once, with the object.
///
/// A reply of another shape, or one that contradicts the request, is a `Protocol` error; the
/// canister's own errors become the kinds that they mean.
class CanisterCodec
{
public:
    CanisterCodec();
    CanisterCodec(const CanisterCodec &) = delete;
    CanisterCodec &operator=(const CanisterCodec &) = delete;

    ic::Bytes headArguments() const;
    ic::Bytes pullArguments(const master::PullRequest &request) const;
    ic::Bytes pushArguments(const master::PushRequest &request) const;
    ic::Bytes getArguments(const std::vector<QString> &ids) const;
    ic::Bytes manifestArguments(std::uint64_t afterSequence, std::uint64_t maxRows) const;
    ic::Bytes putChunksArguments(const std::vector<master::Chunk> &chunks) const;
    ic::Bytes missingChunksArguments(const std::vector<QByteArray> &hashes) const;
    ic::Bytes getChunksArguments(const std::vector<master::ChunkRange> &ranges) const;

    ic::Bytes checkInArguments(const master::CheckIn &request) const;
    ic::Bytes deviceIdArguments(const QByteArray &deviceId) const;

    Result<std::vector<master::Device>, SyncError> readDevices(ic::BytesView reply) const;
    Result<master::Head, SyncError> readHead(ic::BytesView reply) const;
    Result<CertifiedHeadReply, SyncError> readCertifiedHead(ic::BytesView reply) const;
    Result<master::PullReply, SyncError> readPull(ic::BytesView reply) const;
    /// `rows`: how many were pushed; there must be as many results.
    Result<master::PushAnswer, SyncError> readPush(ic::BytesView reply, std::size_t rows) const;
    Result<master::GetReply, SyncError> readGet(ic::BytesView reply) const;
    Result<master::ManifestPage, SyncError> readManifest(ic::BytesView reply) const;
    /// `chunks`, `ranges`: how many were sent or asked for; the answer accounts for each.
    Result<master::PutChunksReply, SyncError> readPutChunks(ic::BytesView reply,
                                                            std::size_t chunks) const;
    Result<std::vector<QByteArray>, SyncError> readMissingChunks(ic::BytesView reply) const;
    Result<master::GetChunksReply, SyncError> readGetChunks(ic::BytesView reply,
                                                            std::size_t ranges) const;

    /// Exact size of the row within a push message.
    static std::size_t encodedSize(const master::PushRow &row);

private:
    using Message = ic::candid::Message;
    using Value = ic::candid::Value;

    Value pushRowValue(const master::PushRow &row) const;
    Value checkpointValue(const master::Checkpoint &checkpoint) const;

    CanisterTypes m_types; // before the messages, which read it
    Message m_noArguments;
    Message m_pullArgs;
    Message m_pushArgs;
    Message m_getArgs;
    Message m_manifestArgs;
    Message m_chunks;
    Message m_hashes;
    Message m_ranges;
    Message m_checkInArgs;
    Message m_deviceId;
    Message m_devicesResult;
    Message m_headResult;
    Message m_pullResult;
    Message m_pushResult;
    Message m_getResult;
    Message m_manifestResult;
    Message m_certifiedHeadResult;
    Message m_putChunksResult;
    Message m_missingChunksResult;
    Message m_getChunksResult;
};
