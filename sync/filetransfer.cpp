#include "sync/filetransfer.h"

#include "sync/synctuning.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace {

bool isSound(const master::ChunkPart &part, const QByteArray &hash)
{
    return part.offset == 0 && part.size == static_cast<std::uint64_t>(part.bytes.size())
           && QCryptographicHash::hash(part.bytes, QCryptographicHash::Sha256) == hash;
}

FileTransfer::Step moved()
{
    return {true, {}};
}

} // namespace

FileTransfer::FileTransfer(RoundCalls &calls)
    : m_calls(calls)
    , m_push(calls)
{}

Result<Done, SyncError> FileTransfer::moveOldPieces()
{
    const auto any = m_calls.store().hasOldPieces();
    const auto support = m_calls.store().chunkSupport();
    if (!any.ok() || !support.ok())
        return localError(any.ok() ? support.error() : any.error());
    if (!any.value() || support.value() == ReplicaStore::ChunkSupport::No)
        return Done{};
    if (support.value() == ReplicaStore::ChunkSupport::NotAsked) {
        const auto asked = m_calls.missingChunks({});
        const bool unsupported = !asked.ok() && asked.error().kind == SyncError::Kind::Unsupported;
        if (!asked.ok() && !unsupported)
            return asked.error();
        if (auto noted = m_calls.store().noteChunkSupport(!unsupported); !noted.ok())
            return localError(noted.error());
        if (unsupported)
            return Done{};
    }
    while (true) {
        const auto movedOne = m_calls.store().moveOldPieces();
        if (!movedOne.ok())
            return localError(movedOne.error());
        if (!movedOne.value())
            return Done{};
    }
}

Result<FileTransfer::Step, SyncError> FileTransfer::step()
{
    const auto wanted =
        m_calls.store().wantedChunks(m_calls.fetchPolicy(), synctuning::kRangesPerCall);
    if (!wanted.ok())
        return localError(wanted.error());
    if (wanted.value().asked)
        return download(wanted.value());
    const auto rows = rowsToUpload();
    if (!rows.ok())
        return rows.error();
    if (!rows.value().isEmpty())
        return upload(rows.value());
    if (!wanted.value().files.isEmpty())
        return download(wanted.value());
    if (std::exchange(m_told, false))
        m_calls.tellProgress({});
    return Step{};
}

Result<FileTransfer::Rows, SyncError> FileTransfer::rowsToUpload()
{
    auto rows = m_calls.store().pendingWithChunks(synctuning::kFilesAtOnce);
    if (!rows.ok())
        return localError(rows.error());
    rows.value().removeIf([this](const ReplicaRow &row) { return m_left.contains(row.id); });
    return std::move(rows).value();
}

Result<FileTransfer::Step, SyncError> FileTransfer::upload(const Rows &rows)
{
    std::vector<QByteArray> unknown;
    QSet<QByteArray> asking;
    bool lacksAny = false;
    for (const ReplicaRow &row : rows) {
        for (const QByteArray &hash : row.state.blobs) {
            lacksAny = lacksAny || m_absent.contains(hash);
            if (m_present.contains(hash) || m_absent.contains(hash) || asking.contains(hash)
                || unknown.size() == synctuning::kHashesPerCall)
                continue;
            asking.insert(hash);
            unknown.push_back(hash);
        }
    }
    if (!unknown.empty()) {
        auto asked = askWhatIsMissing(unknown);
        if (!asked.ok() && asked.error().kind == SyncError::Kind::Unsupported)
            return noSupport(rows);
        return asked;
    }
    if (!lacksAny || m_uploadedForRows >= synctuning::kUploadBeforeRows) {
        auto pushed = pushReadyRows();
        if (!pushed.ok() || pushed.value().moved || pushed.value().resync)
            return pushed;
        if (!lacksAny) { // pushed as often as a round may
            for (const ReplicaRow &row : rows)
                m_left.insert(row.id);
            return moved();
        }
    }
    return uploadNext(rows);
}

Result<FileTransfer::Step, SyncError>
FileTransfer::askWhatIsMissing(const std::vector<QByteArray> &hashes)
{
    const auto missing = m_calls.missingChunks(hashes);
    if (!missing.ok())
        return missing.error();
    for (const QByteArray &hash : hashes)
        m_present.insert(hash);
    for (const QByteArray &hash : missing.value()) {
        m_present.remove(hash);
        m_absent.insert(hash);
    }
    if (auto told = tellProgress(); !told.ok())
        return told.error();
    return moved();
}

Result<FileTransfer::Step, SyncError> FileTransfer::pushReadyRows()
{
    m_uploadedForRows = 0;
    const auto pushed = m_push.runWithChunks(m_present);
    if (!pushed.ok())
        return pushed.error();
    for (const QByteArray &hash : pushed.value().missingChunks) {
        m_present.remove(hash);
        m_absent.insert(hash);
    }
    return Step{pushed.value().moved, pushed.value().resync};
}

Result<FileTransfer::Step, SyncError> FileTransfer::uploadNext(const Rows &rows)
{
    std::vector<master::Chunk> chunks;
    const auto settled = collect(rows, chunks);
    if (!settled.ok())
        return settled.error();
    if (settled.value())
        return moved();
    const auto results = m_calls.putChunks(chunks);
    if (!results.ok()) {
        if (results.error().kind == SyncError::Kind::Unsupported)
            return noSupport(rows);
        return results.error();
    }
    if (auto taken = takeResults(rows, chunks, results.value()); !taken.ok())
        return taken.error();
    if (auto told = tellProgress(); !told.ok())
        return told.error();
    return moved();
}

/// The next chunks that the master lacks, as many as fit; true if a row was refused instead because
/// a chunk of it cannot be sent from here.
Result<bool, SyncError> FileTransfer::collect(const Rows &rows, std::vector<master::Chunk> &chunks)
{
    std::int64_t bytes = 0;
    QSet<QByteArray> taken;
    for (const ReplicaRow &row : rows) {
        for (const QByteArray &hash : row.state.blobs) {
            if (!m_absent.contains(hash) || taken.contains(hash))
                continue;
            auto chunk = m_calls.store().chunk(hash);
            if (!chunk.ok() && chunk.error().kind != StoreError::Kind::NotFound)
                return localError(chunk.error());
            const bool sound =
                chunk.ok()
                && QCryptographicHash::hash(chunk.value(), QCryptographicHash::Sha256) == hash;
            if (!sound) {
                auto refused = refuse({row},
                                      chunk.ok() ? QStringLiteral("file_damaged")
                                                 : QStringLiteral("file_not_here"));
                if (!refused.ok())
                    return refused.error();
                return true;
            }
            bytes += chunk.value().size() + 48; // with the hash and the lengths
            if (bytes > synctuning::kChunkUploadBytes && !chunks.empty())
                return false;
            taken.insert(hash);
            chunks.push_back({hash, std::move(chunk).value()});
        }
    }
    return chunks.empty();
}

Result<Done, SyncError> FileTransfer::takeResults(const Rows &rows,
                                                  const std::vector<master::Chunk> &chunks,
                                                  const std::vector<master::ChunkResult> &results)
{
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const QByteArray &hash = chunks[i].hash;
        if (std::holds_alternative<master::ChunkStored>(results[i])) {
            m_absent.remove(hash);
            m_present.insert(hash);
            m_doneBytes += chunks[i].bytes.size();
            m_uploadedForRows += chunks[i].bytes.size();
            continue;
        }
        if (const auto *refused = std::get_if<master::Refused>(&results[i])) {
            if (++m_tries[hash] < synctuning::kTriesPerChunk)
                continue; // damaged on the way
            auto done = refuse(naming(rows, hash), QStringLiteral("chunk_") + refused->code);
            if (!done.ok())
                return done;
            m_absent.remove(hash);
            continue;
        }
        // A smaller file might still fit, but asking costs an update each.
        Rows lacking;
        for (const ReplicaRow &row : rows) {
            const auto &blobs = row.state.blobs;
            if (std::any_of(blobs.begin(), blobs.end(), [this](const QByteArray &blob) {
                    return m_absent.contains(blob);
                }))
                lacking.append(row);
        }
        m_absent.clear();
        return refuse(lacking, QStringLiteral("quota"));
    }
    return Done{};
}

Result<FileTransfer::Step, SyncError> FileTransfer::download(const WantedChunks &wanted)
{
    std::vector<master::ChunkRange> ranges;
    QSet<QByteArray> asking;
    for (const WantedChunks::File &file : wanted.files) {
        for (const QByteArray &hash : file.hashes) {
            if (!asking.contains(hash))
                ranges.push_back({hash, 0, 0});
            asking.insert(hash);
        }
    }
    if (ranges.empty()) {
        if (auto stored = store(wanted, {}); !stored.ok())
            return stored.error();
        return moved();
    }
    const auto reply = m_calls.getChunks(ranges);
    if (!reply.ok() && reply.error().kind != SyncError::Kind::Unsupported)
        return reply.error();
    master::GetChunksReply answer;
    if (reply.ok())
        answer = reply.value();
    else
        answer.parts.assign(ranges.size(), std::nullopt);
    // An answer does not have to say which range it is for: their order does.
    for (std::size_t i = 0; i < answer.parts.size(); ++i) {
        if (answer.parts[i])
            answer.parts[i]->hash = ranges[i].hash;
        else
            m_tries[ranges[i].hash] = synctuning::kTriesPerChunk;
    }
    if (auto stored = store(wanted, answer); !stored.ok())
        return stored.error();
    return moved();
}

Result<Done, SyncError> FileTransfer::store(const WantedChunks &wanted,
                                            const master::GetChunksReply &reply)
{
    QList<QByteArray> arrived;
    for (const auto &part : reply.parts) {
        if (!part)
            continue;
        if (isSound(*part, part->hash)) {
            arrived.append(part->bytes);
            m_doneBytes += part->bytes.size();
        } else {
            ++m_tries[part->hash];
        }
    }
    QList<DocumentId> files;
    QList<DocumentId> given;
    for (const WantedChunks::File &file : wanted.files) {
        files.append(file.id);
        if (std::any_of(file.hashes.begin(), file.hashes.end(), [this](const QByteArray &hash) {
                return m_tries.value(hash) >= synctuning::kTriesPerChunk;
            }))
            given.append(file.id);
    }
    const auto whole = m_calls.store().putChunks(arrived, files);
    if (!whole.ok())
        return localError(whole.error());
    if (!given.isEmpty()) {
        if (auto postponed = m_calls.store().postponeFiles(given); !postponed.ok())
            return localError(postponed.error());
    }
    m_calls.tellStored(whole.value());
    return tellProgress();
}

Result<FileTransfer::Step, SyncError> FileTransfer::noSupport(const Rows &rows)
{
    if (auto noted = m_calls.store().noteChunkSupport(false); !noted.ok())
        return localError(noted.error());
    if (auto refused = refuse(rows, QStringLiteral("no_attachments")); !refused.ok())
        return refused.error();
    return moved();
}

Result<Done, SyncError> FileTransfer::refuse(const Rows &rows, const QString &code)
{
    return m_calls.transact(
        [&](ReplicaTransaction &transaction, RoundReport &report) -> Result<Done, StoreError> {
            for (const ReplicaRow &row : rows) {
                const auto now = transaction.row(row.id);
                if (!now.ok())
                    return now.error();
                if (!now.value() || now.value()->changeCounter != row.changeCounter)
                    continue; // edited meanwhile: the new state gets its own chance
                ++report.refused;
                auto noted = transaction.note(row.id, QStringLiteral("refused: %1").arg(code), {});
                if (!noted.ok())
                    return noted;
                if (auto refused = transaction.refuse(row.id, code); !refused.ok())
                    return refused;
            }
            return Done{};
        });
}

FileTransfer::Rows FileTransfer::naming(const Rows &rows, const QByteArray &hash) const
{
    Rows found;
    for (const ReplicaRow &row : rows) {
        const auto &blobs = row.state.blobs;
        if (std::find(blobs.begin(), blobs.end(), hash) != blobs.end())
            found.append(row);
    }
    return found;
}

Result<Done, SyncError> FileTransfer::tellProgress()
{
    const auto up = m_calls.store().chunkBytes(QList<QByteArray>(m_absent.begin(), m_absent.end()));
    const auto down = m_calls.store().bytesToCome(m_calls.fetchPolicy());
    if (!up.ok() || !down.ok())
        return localError(up.ok() ? down.error() : up.error());
    m_told = true;
    m_calls.tellProgress({m_doneBytes, m_doneBytes + up.value() + down.value()});
    return Done{};
}
