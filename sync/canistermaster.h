#pragma once

#include "sync/canistercodec.h"
#include "sync/ic/agent.h"
#include "sync/networkjournal.h"

/// Which canister, and by which host.
struct CanisterConfig
{
    QByteArray url = "https://icp-api.io"; ///< Scheme and host, no path.
    ic::Principal canister;
    /// DER. Empty: the main network's; on a loopback host the one that the host tells.
    ic::Bytes rootKey;
    /// `newestCertifiedTime` of the last session, if it was kept.
    UtcTime notBefore{};
};

/// The canister as the sync engine sees it: canister/sheaf.did over the agent.
///
/// Lives on the sync thread and blocks it; `cancel` and `resume` may be called from any thread and
/// are those of the transport. References must outlive the master.
class CanisterMaster : public Master
{
public:
    /// `wait` is the transport's own (`HttpTransport::wait`), so that `cancel` ends pauses too.
    CanisterMaster(CanisterConfig config,
                   Transport &transport,
                   ic::Wait wait,
                   const Clock &clock,
                   Random &random);
    ~CanisterMaster() override;

    /// Who signs from now on. Without one, or with an anonymous one, every call is `SignedOut`.
    void setIdentity(std::shared_ptr<const ic::Identity> identity);

    Result<master::Head, SyncError> head() override;
    Result<master::Head, SyncError> headReplicated() override;
    Result<std::optional<master::Head>, SyncError> headCertified() override;
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
    Result<std::vector<master::Device>, SyncError>
    retireDevice(const QByteArray &deviceId) override;
    Result<std::vector<master::FoundPush>, SyncError> findPushes() override;
    void settlePushes() override { m_agent.settle(); }
    void setMemory(NetworkMemory *memory) override;
    std::size_t encodedSize(const master::PushRow &row) const override;
    void cancel() override { m_transport.cancel(); }
    void resume() override { m_transport.resume(); }

    /// How far this computer's clock is behind the network's, as far as it had to be learned.
    std::chrono::nanoseconds clockOffset() const { return m_agent.clockOffset(); }
    /// Worth keeping on disk: see `CanisterConfig::notBefore`.
    UtcTime newestCertifiedTime() const { return m_agent.newestCertifiedTime(); }

private:
    enum class Kind { Query, Update };
    Result<ic::Bytes, SyncError> ask(Kind kind, const char *method, const ic::Bytes &arguments);
    Result<std::optional<master::FoundPush>, SyncError> findPush(const ic::OpenRequest &request);
    void keepTime(std::chrono::nanoseconds atLeastSince);
    /// With the canister's own reason, asked for, where it refused without one.
    SyncError explained(const ic::AgentError &error, const char *method);
    SyncError described(const ic::AgentError &error, const char *method) const;
    std::optional<SyncError> signInProblem() const;
    SyncError reasonForClosedDoor(const ic::AgentError &refusal, const char *method);

    ic::Principal m_canister;
    Transport &m_transport;
    ic::Agent m_agent;
    CanisterCodec m_codec;
    std::unique_ptr<NetworkJournal> m_journal; ///< Null: nothing is kept.
    bool m_hasCertifiedHead = true; ///< false once the canister did not know the method.
};
