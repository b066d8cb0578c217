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

/// Made before the master that needs it, and gone after it.
struct OwnTransport
{
    HttpTransport transport;
};

/// A master together with the transport that it needs.
class ConnectedMaster final : private OwnTransport, public CanisterMaster
{
public:
    ConnectedMaster(CanisterConfig config, const Clock &clock, Random &random)
        : CanisterMaster(
            std::move(config),
            transport,
            [this](std::chrono::milliseconds time) { return transport.wait(time); },
            clock,
            random)
    {}
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
        master->setIdentity(connection.m_identity);
        return master;
    };
}
