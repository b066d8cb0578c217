#include "sync/ic/queryanswer.h"

#include "sync/ic/publickey.h"
#include "sync/ic/requestid.h"
#include "sync/ic/sha.h"

namespace ic {

namespace {

constexpr std::chrono::minutes kMaxAge{5};

const Bytes *bytesMember(const cbor::Map &map, std::string_view key)
{
    const cbor::Value *value = map.find(key);
    return value ? value->asBytes() : nullptr;
}

const std::string *textMember(const cbor::Map &map, std::string_view key)
{
    const cbor::Value *value = map.find(key);
    return value ? value->asText() : nullptr;
}

const std::uint64_t *numberMember(const cbor::Map &map, std::string_view key)
{
    const cbor::Value *value = map.find(key);
    return value ? value->asUnsigned() : nullptr;
}

std::optional<std::vector<NodeSignature>> parseSignatures(const cbor::Map &map)
{
    std::vector<NodeSignature> signatures;
    const cbor::Value *value = map.find("signatures");
    if (!value)
        return signatures; // none; the check says so
    if (!value->asArray())
        return std::nullopt;
    for (const cbor::Value &item : *value->asArray()) {
        const cbor::Map *entry = item.asMap();
        const auto *timestamp = entry ? numberMember(*entry, "timestamp") : nullptr;
        const auto *signature = entry ? bytesMember(*entry, "signature") : nullptr;
        const auto *node = entry ? bytesMember(*entry, "identity") : nullptr;
        if (!timestamp || !signature || !node)
            return std::nullopt;
        signatures.push_back({*timestamp, *signature, *node});
    }
    return signatures;
}

Bytes signedBytes(const QueryAnswer &answer, std::uint64_t timestampNs, const Hash &requestId)
{
    cbor::Map map;
    if (answer.reject) {
        map.append("status", "rejected");
        map.append("reject_code", answer.reject->code);
        map.append("reject_message", answer.reject->message);
        if (answer.reject->errorCode)
            map.append("error_code", *answer.reject->errorCode);
    } else {
        cbor::Map reply;
        reply.append("arg", answer.reply);
        map.append("status", "replied");
        map.append("reply", std::move(reply));
    }
    map.append("timestamp", timestampNs);
    map.append("request_id", Bytes(requestId.begin(), requestId.end()));
    Bytes bytes = domainSeparator("ic-response");
    append(bytes, hashOfMap(map));
    return bytes;
}

} // namespace

std::optional<NodeKeys> nodeKeysFrom(const Certificate &certificate, const Principal &canister)
{
    // A delegation was checked against the canister's ranges; the root subnet has none.
    if (!certificate.isDelegated
        && !isInCanisterRanges(certificate.tree, certificate.subnet, canister))
        return std::nullopt;
    const Path nodes{toBytes("subnet"), toBytes(certificate.subnet.bytes()), toBytes("node")};
    NodeKeys keys;
    keys.subnet = certificate.subnet;
    for (const BytesView label : certificate.tree.labelsBelow(nodes)) {
        Path path = nodes;
        path.push_back(toBytes(label));
        path.push_back(toBytes("public_key"));
        const Lookup found = certificate.tree.lookup(path);
        const auto node = Principal::fromBytes(label);
        const auto key =
            found.status == LookupStatus::Found ? parsePublicKey(found.value) : std::nullopt;
        if (node && key && key->scheme == KeyScheme::Ed25519)
            keys.ed25519.emplace(*node, key->raw);
    }
    if (keys.ed25519.empty())
        return std::nullopt;
    return keys;
}

std::optional<Reject> parseReject(const cbor::Map &map)
{
    const auto *code = numberMember(map, "reject_code");
    const auto *message = textMember(map, "reject_message");
    const cbor::Value *errorCode = map.find("error_code");
    if (!code || !message || (errorCode && !errorCode->asText()))
        return std::nullopt;
    Reject reject{*code, *message, std::nullopt};
    if (errorCode)
        reject.errorCode = *errorCode->asText();
    return reject;
}

std::optional<QueryAnswer> parseQueryAnswer(const cbor::Value &body)
{
    const cbor::Map *map = body.asMap();
    const std::string *status = map ? textMember(*map, "status") : nullptr;
    if (!status)
        return std::nullopt;
    auto signatures = parseSignatures(*map);
    if (!signatures)
        return std::nullopt;
    QueryAnswer answer;
    answer.signatures = *std::move(signatures);
    if (*status == "replied") {
        const cbor::Value *reply = map->find("reply");
        const auto *argument =
            reply && reply->asMap() ? bytesMember(*reply->asMap(), "arg") : nullptr;
        if (!argument)
            return std::nullopt;
        answer.reply = *argument;
        return answer;
    }
    if (*status != "rejected")
        return std::nullopt;
    answer.reject = parseReject(*map);
    if (!answer.reject)
        return std::nullopt;
    return answer;
}

const char *toString(QueryFault fault)
{
    switch (fault) {
    case QueryFault::NoSignature:
        return "no_signature";
    case QueryFault::TooManySignatures:
        return "too_many_signatures";
    case QueryFault::Stale:
        return "stale";
    case QueryFault::UnknownNode:
        return "unknown_node";
    case QueryFault::BadSignature:
        return "bad_signature";
    }
    return "";
}

std::optional<QueryFault> checkQueryAnswer(const QueryAnswer &answer,
                                           const Hash &requestId,
                                           const NodeKeys &keys,
                                           UtcTime now)
{
    if (answer.signatures.empty())
        return QueryFault::NoSignature;
    if (answer.signatures.size() > keys.ed25519.size())
        return QueryFault::TooManySignatures;
    const auto oldest = (now - kMaxAge).time_since_epoch().count();
    for (const NodeSignature &signature : answer.signatures) {
        if (oldest > 0 && signature.timestampNs < static_cast<std::uint64_t>(oldest))
            return QueryFault::Stale;
        const auto node = Principal::fromBytes(signature.node);
        const auto key = node ? keys.ed25519.find(*node) : keys.ed25519.end();
        if (key == keys.ed25519.end())
            return QueryFault::UnknownNode;
        if (!verifySignature({KeyScheme::Ed25519, key->second},
                             signedBytes(answer, signature.timestampNs, requestId),
                             signature.signature))
            return QueryFault::BadSignature;
    }
    return std::nullopt;
}

} // namespace ic
