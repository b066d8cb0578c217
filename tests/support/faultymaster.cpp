#include "tests/support/faultymaster.h"

#include "tests/support/seededrandom.h"

#include <numeric>

void FaultyMaster::setRandom(SeededRandom *random, double probability)
{
    m_random = random;
    m_probability = probability;
}

void FaultyMaster::keepSnapshot()
{
    if (m_replica)
        m_snapshots.append(m_replica->state());
    if (m_snapshots.size() > 2)
        m_snapshots.removeFirst();
}

int FaultyMaster::allCalls() const
{
    return std::accumulate(m_calls.begin(), m_calls.end(), 0);
}

void FaultyMaster::clearLog()
{
    m_calls.clear();
    m_pushes.clear();
    m_chunksSent = 0;
    m_partsReceived = 0;
}

FaultyMaster::Planned FaultyMaster::plan(Call call)
{
    if (m_offline)
        return {Fault::None, SyncError::Kind::Offline};
    std::deque<Planned> &script = m_scripts[call];
    if (!script.empty()) {
        const Planned planned = script.front();
        script.pop_front();
        return planned;
    }
    if (!m_random || m_random->fraction() >= m_probability)
        return {};
    switch (m_random->below(5)) {
    case 0:
        return {Fault::DropRequest, std::nullopt};
    case 1:
    case 2:
        return {Fault::DropReply, std::nullopt};
    case 3:
        return {Fault::Repeat, std::nullopt};
    default:
        return {Fault::Stale, std::nullopt};
    }
}

template <typename Answer, typename Ask>
Result<Answer, SyncError> FaultyMaster::through(Call call, const Ask &ask)
{
    ++m_calls[call];
    const Planned planned = plan(call);
    if (planned.error)
        return SyncError{*planned.error, QStringLiteral("scripted"), {}};
    const SyncError lost{SyncError::Kind::Offline, QStringLiteral("lost"), {}};
    if (planned.fault == Fault::DropRequest)
        return lost;
    const bool isUpdate =
        call == Call::Push || call == Call::HeadReplicated || call == Call::PutChunks;
    const bool isStale = planned.fault == Fault::Stale && !isUpdate && !m_snapshots.isEmpty();
    std::optional<MasterReplica::State> present;
    if (isStale) {
        present = m_replica->state();
        m_replica->restore(m_snapshots.first());
    }
    m_damage = planned.fault == Fault::Damage;
    Result<Answer, SyncError> answer = ask();
    if (planned.fault == Fault::Repeat)
        answer = ask();
    if (present)
        m_replica->restore(*present);
    if (meanwhile)
        meanwhile(call);
    if (planned.fault == Fault::DropReply)
        return lost;
    return answer;
}

Result<master::Head, SyncError> FaultyMaster::head()
{
    return through<master::Head>(Call::Head, [&] { return m_master.head(); });
}

Result<master::Head, SyncError> FaultyMaster::headReplicated()
{
    return through<master::Head>(Call::HeadReplicated, [&] { return m_master.headReplicated(); });
}

Result<master::PullReply, SyncError> FaultyMaster::pull(const master::PullRequest &request)
{
    return through<master::PullReply>(Call::Pull, [&] { return m_master.pull(request); });
}

Result<master::PushAnswer, SyncError> FaultyMaster::push(const master::PushRequest &request)
{
    m_pushes.append(request);
    return through<master::PushAnswer>(Call::Push, [&] { return m_master.push(request); });
}

Result<master::GetReply, SyncError> FaultyMaster::get(const std::vector<QString> &ids)
{
    return through<master::GetReply>(Call::Get, [&] { return m_master.get(ids); });
}

Result<master::ManifestPage, SyncError> FaultyMaster::manifest(std::uint64_t afterSequence,
                                                               std::uint64_t maxRows)
{
    return through<master::ManifestPage>(Call::Manifest,
                                         [&] { return m_master.manifest(afterSequence, maxRows); });
}

Result<master::PutChunksReply, SyncError>
FaultyMaster::putChunks(const std::vector<master::Chunk> &chunks)
{
    m_chunksSent += static_cast<int>(chunks.size());
    return through<master::PutChunksReply>(Call::PutChunks, [&] {
        std::vector<master::Chunk> arriving = chunks;
        if (m_damage)
            arriving.front().bytes[0] = static_cast<char>(~arriving.front().bytes.at(0));
        return m_master.putChunks(arriving);
    });
}

Result<std::vector<QByteArray>, SyncError>
FaultyMaster::missingChunks(const std::vector<QByteArray> &hashes)
{
    return through<std::vector<QByteArray>>(Call::MissingChunks,
                                            [&] { return m_master.missingChunks(hashes); });
}

Result<master::GetChunksReply, SyncError>
FaultyMaster::getChunks(const std::vector<master::ChunkRange> &ranges)
{
    return through<master::GetChunksReply>(Call::GetChunks, [&] {
        auto reply = m_master.getChunks(ranges);
        if (!reply.ok())
            return reply;
        m_partsReceived += static_cast<int>(reply.value().parts.size());
        auto &first = reply.value().parts.front();
        if (m_damage && first)
            first->bytes[0] = static_cast<char>(~first->bytes.at(0));
        return reply;
    });
}

Result<master::Head, SyncError> FaultyMaster::checkIn(const master::CheckIn &request)
{
    return through<master::Head>(Call::CheckIn, [&] { return m_master.checkIn(request); });
}

Result<std::vector<master::Device>, SyncError> FaultyMaster::devices()
{
    return through<std::vector<master::Device>>(Call::Devices, [&] { return m_master.devices(); });
}

std::size_t FaultyMaster::encodedSize(const master::PushRow &row) const
{
    return m_master.encodedSize(row);
}
