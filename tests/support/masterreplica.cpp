#include "tests/support/masterreplica.h"

#include "model/base/ids.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace {

constexpr int kTokenBytes = 8;
constexpr int kRecent = 16;
constexpr std::uint64_t kRowOverhead = 768;

QByteArray firstBytes(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).left(kTokenBytes);
}

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray firstToken(std::uint64_t epoch)
{
    return firstBytes(QByteArrayLiteral("sheaf-epoch") + bigEndian<quint64>(epoch));
}

QByteArray nextToken(const QByteArray &token, const QString &id, const QByteArray &revision)
{
    const QByteArray name = id.toUtf8();
    return firstBytes(token + bigEndian<quint32>(static_cast<quint32>(name.size())) + name
                      + revision);
}

std::uint64_t summaryBytes(const QString &id)
{
    return 128 + static_cast<std::uint64_t>(id.toUtf8().size());
}

std::uint64_t masterBytes(const master::MasterRow &row)
{
    return summaryBytes(row.id) + static_cast<std::uint64_t>(row.body.size())
           + row.blobs.size() * 33 + row.recent.size() * 17
           + static_cast<std::uint64_t>(row.device.toUtf8().size());
}

std::uint64_t storedBytes(const QString &id, const QByteArray &body, std::size_t blobs)
{
    return kRowOverhead + static_cast<std::uint64_t>(id.toUtf8().size() + body.size()) + blobs * 32;
}

bool sameContent(const master::MasterRow &stored, const master::PushRow &pushed)
{
    return stored.deleted == pushed.deleted && stored.kind == pushed.kind
           && stored.body == pushed.body && stored.blobs == pushed.blobs;
}

master::MasterRow summary(const master::MasterRow &row)
{
    master::MasterRow out = row;
    out.parent.reset();
    out.body.clear();
    out.blobs.clear();
    out.recent.clear();
    out.device.clear();
    return out;
}

} // namespace

MasterReplica::MasterReplica(const Clock &clock, std::uint64_t epoch)
    : m_clock(clock)
{
    m_state.epoch = epoch;
    m_state.tokens = {firstToken(epoch)};
}

void MasterReplica::reinstall()
{
    const std::uint64_t epoch = m_state.epoch + 1;
    m_state = {};
    m_state.epoch = epoch;
    m_state.tokens = {firstToken(epoch)};
}

void MasterReplica::collectTombstones(std::uint64_t upTo)
{
    for (auto entry = m_state.order.begin(); entry != m_state.order.end();) {
        const bool goes = entry->first <= upTo && m_state.rows[entry->second].deleted;
        if (!goes) {
            ++entry;
            continue;
        }
        m_state.gc = std::max(m_state.gc, entry->first);
        m_state.rows.remove(entry->second);
        entry = m_state.order.erase(entry);
    }
}

master::Head MasterReplica::headNow() const
{
    master::Head head;
    head.protocol = protocol;
    head.epoch = m_state.epoch;
    head.proof = {static_cast<std::uint64_t>(m_state.tokens.size()) - 1, m_state.tokens.last()};
    head.gc = m_state.gc;
    head.timeNs = static_cast<std::uint64_t>(m_clock.now().time_since_epoch().count());
    head.rows = static_cast<std::uint64_t>(m_state.rows.size());
    head.bytes = spaceBytes();
    head.quotaBytes = m_state.quotaBytes;
    head.cycles = cycles;
    head.erasedNs = erasedNs;
    head.suspended = suspended;
    return head;
}

std::optional<master::ResyncReason>
MasterReplica::resyncFor(const master::Checkpoint &checkpoint) const
{
    using Reason = master::ResyncReason;
    const auto &proof = checkpoint.proof;
    const auto position = static_cast<std::uint64_t>(m_state.tokens.size()) - 1;
    if (checkpoint.epoch == 0 && checkpoint.cursor == 0 && proof.position == 0)
        return std::nullopt;
    if (checkpoint.epoch != m_state.epoch)
        return Reason::Epoch;
    if (checkpoint.cursor > position || proof.position > position)
        return Reason::Ahead;
    if (proof.position > 0 && m_state.tokens[static_cast<qsizetype>(proof.position)] != proof.token)
        return Reason::Fork;
    if (checkpoint.cursor < m_state.gc)
        return Reason::BehindGc;
    return std::nullopt;
}

Result<master::Head, SyncError> MasterReplica::head()
{
    return headNow();
}

Result<master::Head, SyncError> MasterReplica::headReplicated()
{
    return headNow();
}

Result<master::PullReply, SyncError> MasterReplica::pull(const master::PullRequest &request)
{
    if (const auto reason = resyncFor(request.checkpoint))
        return master::PullReply(master::Resync{*reason, headNow()});
    const std::uint64_t maxRows = std::min(request.maxRows, limits.rowsPerPage);
    const std::uint64_t maxBytes = std::min(request.maxBytes, limits.pageBytes);
    master::PullPage page;
    page.head = headNow();
    page.cursor = request.checkpoint.cursor;
    std::uint64_t bytes = 0;
    for (auto at = m_state.order.upper_bound(page.cursor); at != m_state.order.end(); ++at) {
        const master::MasterRow &row = m_state.rows[at->second];
        bytes += masterBytes(row);
        if (page.rows.size() == maxRows || (bytes > maxBytes && !page.rows.empty())) {
            page.more = true;
            return master::PullReply(page);
        }
        page.rows.push_back(row);
        page.cursor = at->first;
    }
    page.cursor = page.head.proof.position;
    return master::PullReply(page);
}

QString MasterReplica::refusal(const master::PushRow &row) const
{
    if (poisoned.contains(row.id))
        return poisoned.value(row.id);
    if (!DocumentId(row.id).isValid())
        return QStringLiteral("bad_id");
    if (row.kind.isEmpty() || row.kind.toUtf8().size() > 32)
        return QStringLiteral("bad_kind");
    if (row.revision.size() != 16)
        return QStringLiteral("bad_revision");
    if (row.base && row.base->size() != 16)
        return QStringLiteral("bad_base");
    if (static_cast<std::uint64_t>(row.body.size()) > limits.bodyBytes)
        return QStringLiteral("too_large");
    if (row.deleted && (!row.body.isEmpty() || !row.blobs.empty()))
        return QStringLiteral("deleted_with_body");
    if (row.blobs.size() > limits.blobsPerRow)
        return QStringLiteral("too_many_blobs");
    if (std::any_of(row.blobs.begin(), row.blobs.end(), [](const QByteArray &hash) {
            return hash.size() != 32;
        }))
        return QStringLiteral("bad_blob");
    return {};
}

Result<master::PushAnswer, SyncError> MasterReplica::push(const master::PushRequest &request)
{
    std::uint64_t bytes = 0;
    for (const master::PushRow &row : request.rows)
        bytes += encodedSize(row);
    if (request.rows.size() > limits.rowsPerPush || bytes > limits.pushBytes
        || request.deviceId.size() != 16)
        return SyncError{SyncError::Kind::Rejected, QStringLiteral("too_large"), {}};
    if (const auto reason = resyncFor(request.checkpoint))
        return master::PushAnswer(master::Resync{*reason, headNow()});
    see({request.checkpoint, request.device, request.deviceId});
    ++m_state.devices[request.deviceId].pushes;

    std::uint64_t roomForMasters = limits.conflictBytes;
    master::PushReply reply;
    for (const master::PushRow &row : request.rows)
        reply.results.push_back(decide(row, request.device, roomForMasters));
    reply.head = headNow();
    return master::PushAnswer(reply);
}

master::RowResult MasterReplica::decide(const master::PushRow &row,
                                        const QString &device,
                                        std::uint64_t &roomForMasters)
{
    if (const QString code = refusal(row); !code.isEmpty())
        return master::Refused{code};
    const auto found = m_state.rows.constFind(row.id);
    if (found == m_state.rows.constEnd())
        return row.base ? master::RowResult(master::Missing{}) : write(row, device);
    const master::MasterRow &stored = *found;
    if (stored.revision == row.revision)
        return master::Accepted{stored.revision, stored.sequence};
    if (std::find(stored.recent.begin(), stored.recent.end(), row.revision) != stored.recent.end())
        return master::Superseded{stored.sequence};
    if (row.base && *row.base == stored.revision)
        return write(row, device);
    if (sameContent(stored, row))
        return master::Accepted{stored.revision, stored.sequence};
    const std::uint64_t size = masterBytes(stored);
    if (size > roomForMasters)
        return master::Conflict{summary(stored), true};
    roomForMasters -= size;
    return master::Conflict{stored, false};
}

master::RowResult MasterReplica::write(const master::PushRow &pushed, const QString &device)
{
    const auto old = m_state.rows.constFind(pushed.id);
    const bool exists = old != m_state.rows.constEnd();
    const std::uint64_t before = exists ? storedBytes(pushed.id, old->body, old->blobs.size()) : 0;
    const std::uint64_t after = storedBytes(pushed.id, pushed.body, pushed.blobs.size());
    if (knowsChunks) {
        const auto missing = m_state.chunks.missing(pushed.blobs);
        if (!missing.empty())
            return master::MissingChunks{missing};
    }
    if (after > before && spaceBytes() + after - before > m_state.quotaBytes)
        return master::OverQuota{m_state.quotaBytes, spaceBytes()};

    master::MasterRow row;
    row.id = pushed.id;
    row.revision = pushed.revision;
    row.parent = pushed.base;
    row.deleted = pushed.deleted;
    row.kind = pushed.kind;
    row.schema = pushed.schema;
    row.body = pushed.body;
    row.blobs = pushed.blobs;
    row.clientTimeNs = pushed.clientTimeNs;
    row.serverTimeNs = headNow().timeNs;
    row.device = device;
    if (exists) {
        row.recent = old->recent;
        row.recent.insert(row.recent.begin(), old->revision);
        row.recent.resize(std::min<std::size_t>(row.recent.size(), kRecent));
        m_state.order.erase(old->sequence);
    }
    m_state.chunks.name(pushed.blobs);
    if (exists)
        m_state.chunks.release(old->blobs, m_clock.now());
    row.sequence = static_cast<std::uint64_t>(m_state.tokens.size());
    m_state.tokens.append(nextToken(m_state.tokens.last(), row.id, row.revision));
    m_state.order[row.sequence] = row.id;
    m_state.bytes = m_state.bytes + after - before;
    m_state.rows[row.id] = row;
    return master::Accepted{row.revision, row.sequence};
}

Result<master::GetReply, SyncError> MasterReplica::get(const std::vector<QString> &ids)
{
    master::GetReply reply;
    reply.head = headNow();
    std::uint64_t bytes = 0;
    for (const QString &id : ids) {
        const auto row = m_state.rows.constFind(id);
        if (row == m_state.rows.constEnd())
            continue;
        const std::uint64_t size = masterBytes(*row);
        if (bytes + size > limits.pageBytes && !reply.rows.empty()) {
            reply.leftOut.push_back(id);
            continue;
        }
        bytes += size;
        reply.rows.push_back(*row);
    }
    return reply;
}

Result<master::ManifestPage, SyncError> MasterReplica::manifest(std::uint64_t afterSequence,
                                                                std::uint64_t maxRows)
{
    master::ManifestPage page;
    page.head = headNow();
    page.next = afterSequence;
    for (auto at = m_state.order.upper_bound(afterSequence); at != m_state.order.end(); ++at) {
        if (page.entries.size() == std::min(maxRows, limits.rowsPerPage)) {
            page.more = true;
            return page;
        }
        const master::MasterRow &row = m_state.rows[at->second];
        page.entries.push_back({row.id, row.revision, row.sequence, row.deleted});
        page.next = at->first;
    }
    page.next = std::max(afterSequence, page.head.proof.position);
    return page;
}

namespace {

SyncError noSuchMethod()
{
    return {SyncError::Kind::Unsupported, QStringLiteral("no such method"), {}};
}

SyncError tooMany(const char *what)
{
    return {SyncError::Kind::Protocol, QLatin1String(what), {}};
}

} // namespace

void MasterReplica::collectChunks()
{
    m_state.chunks.collect(m_clock.now());
}

Result<master::PutChunksReply, SyncError>
MasterReplica::putChunks(const std::vector<master::Chunk> &chunks)
{
    if (!knowsChunks)
        return noSuchMethod();
    std::uint64_t bytes = 0;
    for (const master::Chunk &chunk : chunks)
        bytes += 48 + static_cast<std::uint64_t>(chunk.bytes.size());
    if (bytes > limits.pushBytes)
        return tooMany("put_chunks: too large");
    master::PutChunksReply reply;
    for (const master::Chunk &chunk : chunks) {
        const auto size = static_cast<std::uint64_t>(chunk.bytes.size());
        const bool isNew = !m_state.chunks.missing({chunk.hash}).empty();
        if (size == 0 || size > limits.chunkBytes)
            reply.results.emplace_back(
                master::Refused{size == 0 ? QStringLiteral("empty") : QStringLiteral("too_large")});
        else if (!ChunkReplica::isSound(chunk))
            reply.results.emplace_back(master::Refused{QStringLiteral("bad_hash")});
        else if (isNew && spaceBytes() + size > m_state.quotaBytes)
            reply.results.emplace_back(master::OverQuota{m_state.quotaBytes, spaceBytes()});
        else
            reply.results.emplace_back(m_state.chunks.put(chunk, m_clock.now()));
    }
    reply.head = headNow();
    return reply;
}

Result<std::vector<QByteArray>, SyncError>
MasterReplica::missingChunks(const std::vector<QByteArray> &hashes)
{
    if (!knowsChunks)
        return noSuchMethod();
    if (hashes.size() > limits.hashesPerCall)
        return tooMany("missing_chunks: too many");
    return m_state.chunks.missing(hashes);
}

Result<master::GetChunksReply, SyncError>
MasterReplica::getChunks(const std::vector<master::ChunkRange> &ranges)
{
    if (!knowsChunks)
        return noSuchMethod();
    if (ranges.empty() || ranges.size() > limits.hashesPerCall)
        return tooMany("get_chunks: too many");
    return m_state.chunks.get(ranges, limits.pageBytes);
}

void MasterReplica::see(const master::CheckIn &request)
{
    master::Device &device = m_state.devices[request.deviceId];
    device.id = request.deviceId;
    device.name = request.device;
    device.cursor = std::max(device.cursor, request.checkpoint.cursor);
    device.lastSeenNs = headNow().timeNs;
    if (device.firstSeenNs == 0)
        device.firstSeenNs = device.lastSeenNs;
}

Result<master::Head, SyncError> MasterReplica::checkIn(const master::CheckIn &request)
{
    if (!knowsDevices)
        return Master::checkIn(request);
    see(request);
    return headNow();
}

Result<std::vector<master::Device>, SyncError> MasterReplica::devices()
{
    if (!knowsDevices)
        return Master::devices();
    return std::vector<master::Device>(m_state.devices.begin(), m_state.devices.end());
}

std::size_t MasterReplica::encodedSize(const master::PushRow &row) const
{
    std::size_t size = 64 + static_cast<std::size_t>(row.id.toUtf8().size())
                       + static_cast<std::size_t>(row.kind.toUtf8().size())
                       + static_cast<std::size_t>(row.body.size());
    for (const QByteArray &blob : row.blobs)
        size += 2 + static_cast<std::size_t>(blob.size());
    return size;
}
