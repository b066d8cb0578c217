#pragma once

#include "tests/support/masterreplica.h"

#include <QList>

#include <deque>
#include <functional>

class SeededRandom;

/// A network with faults between an engine and its `MasterReplica`: scripted call by call, or
/// drawn from a seed. One thread, no waiting, the same run for the same script.
class FaultyMaster final : public Master
{
public:
    enum class Call {
        Head,
        HeadReplicated,
        Pull,
        Push,
        Get,
        Manifest,
        PutChunks,
        MissingChunks,
        GetChunks,
        CheckIn,
        Devices
    };
    enum class Fault {
        None,
        DropRequest, ///< The master never sees the call.
        DropReply, ///< The master acts on it; the caller learns nothing.
        Repeat, ///< The master sees it twice; the caller gets the second answer.
        Stale, ///< A query is answered from the oldest kept snapshot.
        Damage, ///< A byte of the first chunk is another one on the way; other calls: as None.
    };

    explicit FaultyMaster(MasterReplica &master)
        : m_master(master)
        , m_replica(&master)
    {}
    /// In front of a real canister: there are no snapshots, so nothing is stale.
    explicit FaultyMaster(Master &master)
        : m_master(master)
    {}

    /// The next call of that kind meets `fault`; several queue up.
    void script(Call call, Fault fault) { m_scripts[call].push_back({fault, std::nullopt}); }
    void script(Call call, SyncError::Kind error) { m_scripts[call].push_back({{}, error}); }
    /// Every call without a script meets a random fault with this probability; 0 ends that.
    void setRandom(SeededRandom *random, double probability);
    /// The network is gone or back.
    void setOffline(bool offline) { m_offline = offline; }
    /// What queries may be answered from; the last two are kept.
    void keepSnapshot();
    void forgetSnapshots() { m_snapshots.clear(); }

    /// Runs after the master acted and before its answer arrives: what a person does meanwhile.
    std::function<void(Call)> meanwhile;
    int calls(Call call) const { return m_calls.value(call); }
    int allCalls() const;
    /// The rows of every push that was tried, newest last.
    const QList<master::PushRequest> &pushes() const { return m_pushes; }
    /// Chunks that every tried upload carried, and parts that came back.
    int chunksSent() const { return m_chunksSent; }
    int partsReceived() const { return m_partsReceived; }
    void clearLog();

    Result<master::Head, SyncError> head() override;
    Result<master::Head, SyncError> headReplicated() override;
    Result<master::PullReply, SyncError> pull(const master::PullRequest &request) override;
    Result<master::PushAnswer, SyncError> push(const master::PushRequest &request) override;
    Result<master::GetReply, SyncError> get(const std::vector<QString> &ids) override;
    Result<master::ManifestPage, SyncError> manifest(std::uint64_t afterSequence,
                                                     std::uint64_t maxRows) override;
    Result<master::PutChunksReply, SyncError>
    putChunks(const std::vector<master::Chunk> &chunks) override;
    Result<std::vector<QByteArray>, SyncError>
    missingChunks(const std::vector<QByteArray> &hashes) override;
    Result<master::GetChunksReply, SyncError>
    getChunks(const std::vector<master::ChunkRange> &ranges) override;
    Result<master::Head, SyncError> checkIn(const master::CheckIn &request) override;
    Result<std::vector<master::Device>, SyncError> devices() override;
    std::size_t encodedSize(const master::PushRow &row) const override;

private:
    struct Planned
    {
        Fault fault = Fault::None;
        std::optional<SyncError::Kind> error;
    };
    Planned plan(Call call);
    template <typename Answer, typename Ask>
    Result<Answer, SyncError> through(Call call, const Ask &ask);

    Master &m_master;
    MasterReplica *m_replica = nullptr;
    QHash<Call, std::deque<Planned>> m_scripts;
    QHash<Call, int> m_calls;
    QList<master::PushRequest> m_pushes;
    int m_chunksSent = 0;
    int m_partsReceived = 0;
    bool m_damage = false; ///< The running call's answer is to be damaged.
    QList<MasterReplica::State> m_snapshots;
    SeededRandom *m_random = nullptr;
    double m_probability = 0;
    bool m_offline = false;
};
