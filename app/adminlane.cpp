#include "app/adminlane.h"

#include "sync/agentadmin.h"
#include "sync/httptransport.h"
#include "sync/ic/agent.h"

struct AdminConnection::Parts
{
    Parts(const ParsedAddress &address, const Clock &clock, Random &random)
        : agent(configFor(address),
                transport,
                clock,
                random,
                [this](std::chrono::milliseconds time) { return transport.wait(time); })
        , admin(agent, address.canister)
    {}

    static ic::AgentConfig configFor(const ParsedAddress &address)
    {
        ic::AgentConfig config;
        config.url = address.url;
        return config;
    }

    HttpTransport transport;
    ic::Agent agent;
    AgentAdmin admin;
};

AdminConnection::AdminConnection(const ParsedAddress &address,
                                 const std::shared_ptr<const ic::Identity> &identity,
                                 const Clock &clock,
                                 Random &random)
    : m_parts(std::make_unique<Parts>(address, clock, random))
{
    if (identity)
        m_parts->agent.setIdentity(identity);
}

AdminConnection::~AdminConnection() = default;

CanisterAdmin &AdminConnection::admin()
{
    return m_parts->admin;
}

void AdminConnection::cancel()
{
    m_parts->transport.cancel();
}

AdminLane::AdminLane(const Clock &clock, Random &random)
    : m_clock(clock)
    , m_random(random)
{
    m_pool.setMaxThreadCount(1);
}

AdminLane::~AdminLane()
{
    cancel();
    m_pool.waitForDone();
}

void AdminLane::post(const ParsedAddress &address,
                     std::shared_ptr<const ic::Identity> identity,
                     Job job)
{
    int turn = 0;
    {
        const std::lock_guard lock(m_mutex);
        turn = m_turn;
    }
    m_pool.start([this, address, identity = std::move(identity), job = std::move(job), turn] {
        job(connectionFor(address, identity, turn)->admin());
    });
}

AdminConnection *AdminLane::connectionFor(const ParsedAddress &address,
                                          const std::shared_ptr<const ic::Identity> &identity,
                                          int turn)
{
    const std::lock_guard lock(m_mutex);
    const bool fits =
        m_connection && m_connectionTurn == turn && m_address == address && m_identity == identity;
    if (!fits) {
        m_address = address;
        m_identity = identity;
        m_connectionTurn = turn;
        m_connection = std::make_shared<AdminConnection>(address, identity, m_clock, m_random);
        if (turn != m_turn)
            m_connection->cancel();
    }
    return m_connection.get();
}

void AdminLane::cancel()
{
    const std::lock_guard lock(m_mutex);
    ++m_turn;
    if (m_connection)
        m_connection->cancel();
}
