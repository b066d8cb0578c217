#include "app/canisterconnection.h"

#include "app/canisteraddress.h"
#include "app/syncservice.h"
#include "sync/canistermaster.h"
#include "sync/httptransport.h"
#include "sync/ic/agent.h"

#include <QCoreApplication>

namespace {

class ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(CanisterConnection)
};

/// A master together with the transport that it needs, which lives as long.
class ConnectedMaster final : public Master
{
public:
    ConnectedMaster(CanisterConfig config, const Clock &clock, Random &random)
        : m_master(
            std::move(config),
            m_transport,
            [this](std::chrono::milliseconds time) { return m_transport.wait(time); },
            clock,
            random)
    {}

    CanisterMaster &master() { return m_master; }

    Result<master::Head, SyncError> head() override { return m_master.head(); }
    Result<master::Head, SyncError> headReplicated() override { return m_master.headReplicated(); }
    Result<std::optional<master::Head>, SyncError> headCertified() override
    {
        return m_master.headCertified();
    }
    Result<std::vector<master::FoundPush>, SyncError> findPushes() override
    {
        return m_master.findPushes();
    }
    void settlePushes() override { m_master.settlePushes(); }
    void setMemory(NetworkMemory *memory) override { m_master.setMemory(memory); }
    Result<master::PullReply, SyncError> pull(const master::PullRequest &request) override
    {
        return m_master.pull(request);
    }
    Result<master::PushAnswer, SyncError> push(const master::PushRequest &request) override
    {
        return m_master.push(request);
    }
    Result<master::GetReply, SyncError> get(const std::vector<QString> &ids) override
    {
        return m_master.get(ids);
    }
    Result<master::ManifestPage, SyncError> manifest(std::uint64_t after,
                                                     std::uint64_t maxRows) override
    {
        return m_master.manifest(after, maxRows);
    }
    Result<master::PutChunksReply, SyncError>
    putChunks(const std::vector<master::Chunk> &chunks) override
    {
        return m_master.putChunks(chunks);
    }
    Result<std::vector<QByteArray>, SyncError>
    missingChunks(const std::vector<QByteArray> &hashes) override
    {
        return m_master.missingChunks(hashes);
    }
    Result<master::GetChunksReply, SyncError>
    getChunks(const std::vector<master::ChunkRange> &ranges) override
    {
        return m_master.getChunks(ranges);
    }
    std::size_t encodedSize(const master::PushRow &row) const override
    {
        return m_master.encodedSize(row);
    }
    void cancel() override { m_transport.cancel(); }
    void resume() override { m_transport.resume(); }

private:
    HttpTransport m_transport;
    CanisterMaster m_master;
};

QString sentenceFor(const CanisterProblem &problem)
{
    if (problem.kind == CanisterProblem::Kind::NotAnAddress)
        return ConnectionText::
            tr("“%1” is not an address that Sheaf can use. It has to begin with https://, as in "
               "https://icp-api.io; http:// is for this computer alone.")
                .arg(problem.detail);
    return ConnectionText::tr("“%1” is not a canister id. It has to look like "
                              "rrkah-fqaaa-aaaaa-aaaaq-cai; one wrong character is noticed.")
        .arg(problem.detail);
}

} // namespace

CanisterConnection::CanisterConnection(QByteArray url,
                                       ic::Principal canister,
                                       std::shared_ptr<const ic::Identity> identity,
                                       const Clock &clock,
                                       Random &random)
    : m_url(std::move(url))
    , m_canister(canister)
    , m_identity(std::move(identity))
    , m_clock(&clock)
    , m_random(&random)
{}

Result<CanisterConnection, QString>
CanisterConnection::prepare(const SyncTarget &target, const Clock &clock, Random &random)
{
    const auto address = parseAddress(target.url, target.canister);
    if (!address)
        return sentenceFor(address.error());
    return CanisterConnection(
        address.value().url, address.value().canister, target.identity, clock, random);
}

std::function<std::unique_ptr<Master>()> CanisterConnection::factory() const
{
    return [connection = *this]() -> std::unique_ptr<Master> {
        auto master = std::make_unique<ConnectedMaster>(
            CanisterConfig{connection.m_url, connection.m_canister, {}},
            *connection.m_clock,
            *connection.m_random);
        master->master().setIdentity(connection.m_identity);
        return master;
    };
}
