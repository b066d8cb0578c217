#pragma once

#include "model/base/cbor.h"
#include "sync/ic/hashtree.h"
#include "sync/ic/identity.h"

namespace ic {

/// A request as it goes over the wire. Sending the same bytes twice does no harm: the network
/// runs a request id once.
struct SignedRequest
{
    Hash id{};
    std::uint64_t expiryNs = 0; ///< Dead after this time; nanoseconds since 1970.
    Bytes envelope; ///< CBOR.
};

enum class CallKind { Update, Query };

struct CallContent
{
    CallKind kind = CallKind::Update;
    Principal canister;
    std::string method;
    Bytes argument; ///< Candid.
    Bytes nonce; ///< At most 32 bytes; empty: none is sent.
};

cbor::Map makeCallContent(const CallContent &call, const Principal &sender, std::uint64_t expiryNs);
cbor::Map makeReadStateContent(const std::vector<Path> &paths,
                               const Principal &sender,
                               std::uint64_t expiryNs);

/// The envelope of `content`, whose `sender` must be the one of `identity`.
SignedRequest signRequest(cbor::Map content, const Identity &identity);

} // namespace ic
