#pragma once

#include "sync/ic/queryanswer.h"
#include "sync/ic/statereader.h"

#include <map>

namespace ic {

/// Queries, with the keys of the nodes that may answer them.
class QueryCaller
{
public:
    QueryCaller(AgentCore &core, StateReader &state)
        : m_core(core)
        , m_state(state)
    {}

    Result<Bytes, AgentError>
    query(const Principal &canister, const std::string &method, const Bytes &argument);

private:
    struct CachedKeys
    {
        NodeKeys keys;
        std::chrono::nanoseconds fetched{0}; ///< Monotonic.
        int networkChanges = 0;
    };

    Result<Bytes, AgentError> once(const CallContent &content, Attempts &attempts);
    Result<Done, AgentError> check(const QueryAnswer &answer,
                                   const Hash &requestId,
                                   const Principal &canister,
                                   Attempts &attempts);
    Result<NodeKeys, AgentError> nodeKeys(const Principal &canister, Attempts &attempts);

    AgentCore &m_core;
    StateReader &m_state;
    std::map<Principal, CachedKeys> m_keys;
};

} // namespace ic
