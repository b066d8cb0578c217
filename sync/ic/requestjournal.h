#pragma once

#include "sync/ic/principal.h"

namespace ic {

/// A call that was going to be sent and whose end nobody has used yet.
struct OpenRequest
{
    Hash id{};
    std::uint64_t expiryNs = 0; ///< The network runs it before this time or never.
    Principal canister;
    Principal sender; ///< Who alone may ask what became of it.
    std::string method;
    Bytes note; ///< The caller's: what it needs to use the reply later.
};

/// Where calls are written down before they are sent, so that after a cut or a crash the network
/// can be asked what became of them (interface specification, "Overview of canister calling").
/// Belongs to the agent's thread.
class RequestJournal
{
public:
    virtual ~RequestJournal() = default;

    /// On disk when it returns; false: it could not be kept, so it must not be sent.
    virtual bool add(const OpenRequest &request) = 0;
    /// Its end is known and used.
    virtual void remove(const Hash &id) = 0;
    /// Oldest first.
    virtual std::vector<OpenRequest> open() const = 0;
};

} // namespace ic
