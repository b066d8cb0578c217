#include "sync/ic/request.h"

#include "sync/ic/requestid.h"
#include "sync/ic/sha.h"

namespace ic {

cbor::Map makeCallContent(const CallContent &call, const Principal &sender, std::uint64_t expiryNs)
{
    cbor::Map content;
    content.append("request_type", call.kind == CallKind::Update ? "call" : "query");
    content.append("sender", toBytes(sender.bytes()));
    content.append("ingress_expiry", expiryNs);
    if (!call.nonce.empty())
        content.append("nonce", call.nonce);
    content.append("canister_id", toBytes(call.canister.bytes()));
    content.append("method_name", call.method);
    content.append("arg", call.argument);
    return content;
}

cbor::Map makeReadStateContent(const std::vector<Path> &paths,
                               const Principal &sender,
                               std::uint64_t expiryNs)
{
    cbor::Array list;
    for (const Path &path : paths) {
        cbor::Array labels;
        for (const Bytes &label : path)
            labels.emplace_back(label);
        list.emplace_back(std::move(labels));
    }
    cbor::Map content;
    content.append("request_type", "read_state");
    content.append("sender", toBytes(sender.bytes()));
    content.append("ingress_expiry", expiryNs);
    content.append("paths", std::move(list));
    return content;
}

SignedRequest signRequest(cbor::Map content, const Identity &identity)
{
    SignedRequest request;
    request.id = hashOfMap(content);
    if (const cbor::Value *expiry = content.find("ingress_expiry"); expiry && expiry->asUnsigned())
        request.expiryNs = *expiry->asUnsigned();
    cbor::Map envelope;
    envelope.append("content", std::move(content));
    if (Bytes publicKey = identity.publicKey(); !publicKey.empty()) {
        Bytes message = domainSeparator("ic-request");
        append(message, request.id);
        envelope.append("sender_pubkey", std::move(publicKey));
        envelope.append("sender_sig", identity.sign(message));
    }
    if (!identity.delegations().empty()) {
        cbor::Array links;
        for (const SignedDelegation &link : identity.delegations()) {
            cbor::Map entry;
            entry.append("delegation", link.delegation.toCbor());
            entry.append("signature", link.signature);
            links.emplace_back(std::move(entry));
        }
        envelope.append("sender_delegation", std::move(links));
    }
    request.envelope = cbor::encodeTagged(envelope);
    return request;
}

} // namespace ic
