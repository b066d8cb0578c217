#include "tests/support/chunkreplica.h"

#include <QCryptographicHash>

#include <algorithm>

namespace {

constexpr std::chrono::hours kUnnamedFor{7 * 24};

} // namespace

bool ChunkReplica::isSound(const master::Chunk &chunk)
{
    return QCryptographicHash::hash(chunk.bytes, QCryptographicHash::Sha256) == chunk.hash;
}

master::ChunkStored ChunkReplica::put(const master::Chunk &chunk, UtcTime now)
{
    auto found = m_chunks.find(chunk.hash);
    if (found == m_chunks.end()) {
        found = m_chunks.insert(chunk.hash, {chunk.bytes, 0, now});
        m_bytes += static_cast<std::uint64_t>(chunk.bytes.size());
    }
    if (found->rows == 0)
        found->unnamedSince = now;
    return {};
}

std::vector<QByteArray> ChunkReplica::missing(const std::vector<QByteArray> &hashes) const
{
    std::vector<QByteArray> absent;
    std::copy_if(hashes.begin(), hashes.end(), std::back_inserter(absent), [&](const auto &hash) {
        return !m_chunks.contains(hash);
    });
    return absent;
}

master::GetChunksReply ChunkReplica::get(const std::vector<master::ChunkRange> &ranges,
                                         std::uint64_t mostBytes) const
{
    master::GetChunksReply reply;
    std::uint64_t bytes = 0;
    for (const master::ChunkRange &range : ranges) {
        const auto found = m_chunks.constFind(range.hash);
        if (found == m_chunks.constEnd()) {
            reply.parts.emplace_back(std::nullopt);
            continue;
        }
        const auto size = static_cast<std::uint64_t>(found->bytes.size());
        const std::uint64_t offset = std::min(range.offset, size);
        const std::uint64_t length =
            range.length == 0 ? size - offset : std::min(range.length, size - offset);
        if (bytes + length > mostBytes && !reply.parts.empty())
            break;
        bytes += length;
        reply.parts.push_back(master::ChunkPart{
            range.hash,
            offset,
            size,
            found->bytes.mid(static_cast<qsizetype>(offset), static_cast<qsizetype>(length))});
    }
    reply.leftOut = ranges.size() - reply.parts.size();
    return reply;
}

void ChunkReplica::name(const std::vector<QByteArray> &hashes)
{
    for (const QByteArray &hash : hashes) {
        if (auto found = m_chunks.find(hash); found != m_chunks.end())
            ++found->rows;
    }
}

void ChunkReplica::release(const std::vector<QByteArray> &hashes, UtcTime now)
{
    for (const QByteArray &hash : hashes) {
        auto found = m_chunks.find(hash);
        if (found == m_chunks.end() || found->rows == 0)
            continue;
        if (--found->rows == 0)
            found->unnamedSince = now;
    }
}

void ChunkReplica::collect(UtcTime now)
{
    for (auto chunk = m_chunks.begin(); chunk != m_chunks.end();) {
        if (chunk->rows > 0 || now - chunk->unnamedSince < kUnnamedFor) {
            ++chunk;
            continue;
        }
        m_bytes -= static_cast<std::uint64_t>(chunk->bytes.size());
        chunk = m_chunks.erase(chunk);
    }
}

void ChunkReplica::lose(const QByteArray &hash)
{
    if (const auto found = m_chunks.constFind(hash); found != m_chunks.constEnd()) {
        m_bytes -= static_cast<std::uint64_t>(found->bytes.size());
        m_chunks.erase(found);
    }
}
