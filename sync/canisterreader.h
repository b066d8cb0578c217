#pragma once

#include "sync/canistertypes.h"
#include "sync/ic/candid.h"
#include "sync/master.h"

/// A head with what proves it; not looked at yet.
struct CertifiedHeadReply
{
    ic::Bytes certificate;
    ic::Bytes witness;
    master::Head head;
};

/// Decoded replies of the canister as the engine's values.
class CanisterReader
{
public:
    using Decoded = Result<std::vector<ic::candid::Value>, ic::candid::DecodeError>;

    explicit CanisterReader(const CanisterTypes &types)
        : m_types(types)
    {}

    Result<master::Head, SyncError> head(const Decoded &reply) const;
    Result<std::vector<master::Device>, SyncError> devices(const Decoded &reply) const;
    Result<CertifiedHeadReply, SyncError> certifiedHead(const Decoded &reply) const;
    Result<master::PullReply, SyncError> pull(const Decoded &reply) const;
    Result<master::PushAnswer, SyncError> push(const Decoded &reply, std::size_t rows) const;
    Result<master::GetReply, SyncError> get(const Decoded &reply) const;
    Result<master::ManifestPage, SyncError> manifest(const Decoded &reply) const;
    Result<master::PutChunksReply, SyncError> putChunks(const Decoded &reply,
                                                        std::size_t chunks) const;
    Result<std::vector<QByteArray>, SyncError> missingChunks(const Decoded &reply) const;
    Result<master::GetChunksReply, SyncError> getChunks(const Decoded &reply,
                                                        std::size_t ranges) const;

private:
    using Value = ic::candid::Value;

    master::Head headOf(const Value &value) const;
    master::MasterRow rowOf(const Value &value) const;
    std::vector<master::MasterRow> rowsOf(const Value &value) const;
    master::RowResult rowResultOf(const ic::candid::Variant &result) const;
    Result<master::PullReply, SyncError> pageOf(const Value &value) const;

    const CanisterTypes &m_types;
};
