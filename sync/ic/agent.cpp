#include "sync/ic/agent.h"

namespace ic {

Result<Certificate, AgentError> Agent::readState(const Principal &canister,
                                                 const std::vector<Path> &paths)
{
    Attempts attempts;
    return m_state.read(canister, paths, StateReader::SignAs::Identity, attempts);
}

Result<CertifiedData, AgentError>
Agent::certifiedData(const Principal &canister, BytesView certificate, BytesView witness)
{
    Attempts attempts;
    const auto verified = m_state.verify(certificate, canister, attempts);
    if (!verified)
        return verified.error();
    auto tree = certifiedTree(verified.value(), canister, witness);
    if (!tree)
        return makeError(AgentError::Kind::BadCertificate, toString(tree.error()));
    return CertifiedData{std::move(tree).value(), verified.value().time};
}

} // namespace ic
