#pragma once

#include "model/base/cbor.h"
#include "model/base/clock.h"
#include "sync/ic/certificate.h"

#include <map>

namespace ic {

/// Keys of the nodes that may sign answers for one canister.
struct NodeKeys
{
    Principal subnet;
    std::map<Principal, Bytes> ed25519; ///< Raw 32-byte keys.
};

/// From a verified certificate for the path /subnet, asked for at `canister`; nothing if it names
/// no node, or the root subnet that speaks does not hold `canister`.
std::optional<NodeKeys> nodeKeysFrom(const Certificate &certificate, const Principal &canister);

struct NodeSignature
{
    std::uint64_t timestampNs = 0;
    Bytes signature;
    Bytes node; ///< Its principal.
};

/// A refusal of the network or of a canister, as it was said. Whether it is proved is told
/// elsewhere.
struct Reject
{
    std::uint64_t code = 0; ///< 1 to 6, see the interface specification, "Reject codes".
    std::string message;
    std::optional<std::string> errorCode; ///< "IC0406" and the like.
};

/// What one node says to a query.
struct QueryAnswer
{
    std::optional<Reject> reject; ///< Absent: it replied.
    Bytes reply; ///< Candid.
    std::vector<NodeSignature> signatures;
};

/// Nothing if `body` is not such an answer.
std::optional<QueryAnswer> parseQueryAnswer(const cbor::Value &body);
/// `reject_code`, `reject_message` and `error_code` of `map`; nothing if they are not there.
std::optional<Reject> parseReject(const cbor::Map &map);

enum class QueryFault { NoSignature, TooManySignatures, Stale, UnknownNode, BadSignature };
const char *toString(QueryFault fault);

/// Every signature must be one of `keys` over this answer to `requestId`, not older than five
/// minutes; nothing: all are good.
std::optional<QueryFault> checkQueryAnswer(const QueryAnswer &answer,
                                           const Hash &requestId,
                                           const NodeKeys &keys,
                                           UtcTime now);

} // namespace ic
