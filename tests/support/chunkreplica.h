#pragma once

#include "model/base/clock.h"
#include "sync/master.h"

#include <QHash>

/// The chunks of one person's space, in memory: counted by the rows that name them, kept for seven
/// days without one. A value: part of `MasterReplica::State`.
class ChunkReplica
{
public:
    static bool isSound(const master::Chunk &chunk); ///< The hash is that of the bytes.

    master::ChunkStored put(const master::Chunk &chunk, UtcTime now);
    std::vector<QByteArray> missing(const std::vector<QByteArray> &hashes) const;
    master::GetChunksReply get(const std::vector<master::ChunkRange> &ranges,
                               std::uint64_t mostBytes) const;

    void name(const std::vector<QByteArray> &hashes);
    void release(const std::vector<QByteArray> &hashes, UtcTime now);
    void collect(UtcTime now);
    /// As an owner's mistake or a bug would: the chunk is gone although rows name it.
    void lose(const QByteArray &hash);

    std::uint64_t bytes() const { return m_bytes; }
    int count() const { return static_cast<int>(m_chunks.size()); }

private:
    struct Stored
    {
        QByteArray bytes;
        int rows = 0;
        UtcTime unnamedSince{};
    };
    QHash<QByteArray, Stored> m_chunks;
    std::uint64_t m_bytes = 0;
};
