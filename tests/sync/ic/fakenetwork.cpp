#include "fakenetwork.h"

#include "sync/ic/hashtree.h"
#include "sync/ic/leb128.h"
#include "sync/ic/publickey.h"
#include "sync/ic/requestid.h"
#include "sync/ic/sha.h"

#include <QtGlobal>

#include <algorithm>
#include <blst.h>

namespace {

cbor::Value node(std::initializer_list<cbor::Value> parts)
{
    return cbor::Array(parts);
}

ic::Bytes secretOf(std::uint8_t seed)
{
    const ic::Bytes material(32, seed);
    blst_scalar scalar;
    blst_keygen(&scalar, material.data(), material.size(), nullptr, 0);
    ic::Bytes secret(32);
    blst_bendian_from_scalar(secret.data(), &scalar);
    return secret;
}

blst_scalar scalarOf(const ic::Bytes &secret)
{
    blst_scalar scalar;
    blst_scalar_from_bendian(&scalar, secret.data());
    return scalar;
}

ic::Bytes publicKeyOf(const ic::Bytes &secret)
{
    const blst_scalar scalar = scalarOf(secret);
    blst_p2 point;
    blst_sk_to_pk_in_g2(&point, &scalar);
    ic::Bytes raw(96);
    blst_p2_compress(raw.data(), &point);
    return ic::encodePublicKey(ic::KeyScheme::Bls12381, raw);
}

ic::Bytes blsSign(const ic::Bytes &secret, const ic::Bytes &message)
{
    constexpr std::string_view kDomain = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
    const blst_scalar scalar = scalarOf(secret);
    blst_p1 hash;
    blst_hash_to_g1(&hash,
                    message.data(),
                    message.size(),
                    reinterpret_cast<const ::byte *>(kDomain.data()),
                    kDomain.size(),
                    nullptr,
                    0);
    blst_p1 signature;
    blst_sign_pk_in_g2(&signature, &hash, &scalar);
    ic::Bytes compressed(48);
    blst_p1_compress(compressed.data(), &signature);
    return compressed;
}

ic::Bytes opaqueId(std::uint8_t number)
{
    return {0, 0, 0, 0, 0, 0x20, 0, number, 1, 1};
}

ic::Bytes ranges(std::uint8_t from, std::uint8_t to)
{
    return cbor::encodeTagged(cbor::Array{cbor::Array{opaqueId(from), opaqueId(to)}});
}

constexpr std::uint8_t kCanister = 7;

} // namespace

namespace faketree {

cbor::Value leaf(ic::BytesView bytes)
{
    return node({std::uint64_t{3}, ic::toBytes(bytes)});
}

cbor::Value pruned(ic::BytesView hash)
{
    return node({std::uint64_t{4}, ic::toBytes(hash)});
}

cbor::Value branch(std::vector<Entry> entries)
{
    if (entries.empty())
        return node({std::uint64_t{0}});
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return ic::lessBytes(a.first, b.first);
    });
    std::vector<cbor::Value> nodes;
    for (Entry &entry : entries)
        nodes.push_back(node({std::uint64_t{2}, entry.first, std::move(entry.second)}));
    while (nodes.size() > 1) {
        std::vector<cbor::Value> joined;
        for (std::size_t i = 0; i + 1 < nodes.size(); i += 2)
            joined.push_back(node({std::uint64_t{1}, nodes[i], nodes[i + 1]}));
        if (nodes.size() % 2 == 1)
            joined.push_back(nodes.back());
        nodes = std::move(joined);
    }
    return nodes.front();
}

cbor::Value at(std::vector<ic::Bytes> path, cbor::Value tree)
{
    for (auto label = path.rbegin(); label != path.rend(); ++label)
        tree = branch({{*label, std::move(tree)}});
    return tree;
}

ic::Bytes time(UtcTime time)
{
    ic::Bytes bytes;
    ic::writeLeb128(bytes, static_cast<std::uint64_t>(time.time_since_epoch().count()));
    return bytes;
}

} // namespace faketree

FakeNetwork::FakeNetwork(UtcTime now)
    : m_now(now)
    , m_rootSecret(secretOf(1))
    , m_subnetSecret(secretOf(2))
    , m_rootKey(publicKeyOf(m_rootSecret))
    , m_subnetKey(publicKeyOf(m_subnetSecret))
    , m_subnet(ic::Principal::selfAuthenticating(m_subnetKey))
    , m_node(ic::Ed25519Identity::Seed{1})
    , m_wrongNode(ic::Ed25519Identity::Seed{2})
{}

ic::Principal FakeNetwork::canister() const
{
    return *ic::Principal::fromBytes(opaqueId(kCanister));
}

ic::Bytes
FakeNetwork::signedTree(const cbor::Value &tree, const ic::Bytes &secret, cbor::Map rest) const
{
    const auto parsed = ic::HashTree::fromCbor(tree);
    if (!parsed)
        qFatal("a test made a tree that is none");
    ic::Bytes message = ic::domainSeparator("ic-state-root");
    ic::append(message, parsed->rootHash());
    rest.append("tree", tree);
    rest.append("signature", blsSign(secret, message));
    return cbor::encodeTagged(rest);
}

ic::Bytes FakeNetwork::delegation(const Certify &how) const
{
    const ic::Bytes subnet = ic::toBytes(m_subnet.bytes());
    const ic::Bytes covered = how.coversCanister ? ranges(0, 0xff) : ranges(kCanister + 1, 0xff);
    std::vector<faketree::Entry> facts{
        {ic::toBytes("public_key"), faketree::leaf(m_subnetKey)},
        {ic::toBytes("type"), faketree::leaf(ic::viewOf("application"))}};
    std::vector<faketree::Entry> entries{
        {ic::toBytes("time"), faketree::leaf(faketree::time(m_now))}};
    if (how.flatRanges)
        facts.emplace_back(ic::toBytes("canister_ranges"), faketree::leaf(covered));
    else
        entries.emplace_back(ic::toBytes("canister_ranges"),
                             faketree::at({subnet, opaqueId(0)}, faketree::leaf(covered)));
    entries.emplace_back(ic::toBytes("subnet"), faketree::at({subnet}, faketree::branch(facts)));
    return signedTree(faketree::branch(std::move(entries)), m_rootSecret, {});
}

ic::Bytes FakeNetwork::certificate(std::vector<faketree::Entry> entries, const Certify &how) const
{
    entries.emplace_back(ic::toBytes("time"), faketree::leaf(faketree::time(m_now)));
    cbor::Map rest;
    if (how.withDelegation) {
        cbor::Map link;
        link.append("subnet_id", ic::toBytes(m_subnet.bytes()));
        link.append("certificate", delegation(how));
        rest.append("delegation", std::move(link));
    }
    const ic::Bytes secret = how.signer == Signer::Subnet ? m_subnetSecret
                             : how.signer == Signer::Root ? m_rootSecret
                                                          : secretOf(3);
    return signedTree(faketree::branch(std::move(entries)), secret, std::move(rest));
}

ic::Bytes FakeNetwork::repliedCertificate(const ic::Hash &id,
                                          const ic::Bytes &reply,
                                          const Certify &how) const
{
    return certificate(
        {{ic::toBytes("request_status"),
          faketree::at(
              {ic::toBytes(id)},
              faketree::branch({{ic::toBytes("status"), faketree::leaf(ic::viewOf("replied"))},
                                {ic::toBytes("reply"), faketree::leaf(reply)}}))}},
        how);
}

std::vector<faketree::Entry> FakeNetwork::statusEntries(const ic::Hash &id, const char *status)
{
    return {{ic::toBytes("request_status"),
             faketree::at({ic::toBytes(id), ic::toBytes("status")},
                          faketree::leaf(ic::viewOf(status)))}};
}

ic::Bytes FakeNetwork::nodeKeyCertificate() const
{
    const ic::Bytes key = m_node.publicKey();
    return certificate({{ic::toBytes("subnet"),
                         faketree::at({ic::toBytes(m_subnet.bytes()),
                                       ic::toBytes("node"),
                                       ic::toBytes(m_node.sender().bytes()),
                                       ic::toBytes("public_key")},
                                      faketree::leaf(key))}},
                       Certify{});
}

ic::Bytes FakeNetwork::signedAnswer(const ic::Ed25519Identity &node,
                                    cbor::Map body,
                                    const ic::Hash &id,
                                    UtcTime time)
{
    const auto timestamp = static_cast<std::uint64_t>(time.time_since_epoch().count());
    cbor::Map toSign = body;
    toSign.append("timestamp", timestamp);
    toSign.append("request_id", ic::toBytes(id));
    ic::Bytes message = ic::domainSeparator("ic-response");
    ic::append(message, ic::hashOfMap(toSign));
    cbor::Map signature;
    signature.append("timestamp", timestamp);
    signature.append("signature", node.sign(message));
    signature.append("identity", ic::toBytes(node.sender().bytes()));
    body.append("signatures", cbor::Array{std::move(signature)});
    return cbor::encodeTagged(body);
}

ic::Bytes FakeNetwork::queryAnswer(const ic::Hash &id,
                                   const ic::Bytes &reply,
                                   UtcTime time,
                                   bool wrongNode) const
{
    cbor::Map argument;
    argument.append("arg", reply);
    cbor::Map body;
    body.append("status", "replied");
    body.append("reply", std::move(argument));
    return signedAnswer(wrongNode ? m_wrongNode : m_node, std::move(body), id, time);
}

ic::Bytes FakeNetwork::queryRejection(const ic::Hash &id, const char *errorCode, UtcTime time) const
{
    cbor::Map body;
    body.append("status", "rejected");
    body.append("reject_code", std::uint64_t{5});
    body.append("reject_message", "no");
    body.append("error_code", errorCode);
    return signedAnswer(m_node, std::move(body), id, time);
}

ic::Bytes FakeNetwork::callBody(const ic::Bytes &certificate)
{
    cbor::Map body;
    body.append("status", "replied");
    body.append("certificate", certificate);
    return cbor::encodeTagged(body);
}

ic::Bytes FakeNetwork::readStateBody(const ic::Bytes &certificate)
{
    cbor::Map body;
    body.append("certificate", certificate);
    return cbor::encodeTagged(body);
}

ic::Bytes FakeNetwork::statusBody() const
{
    cbor::Map body;
    body.append("root_key", m_rootKey);
    return cbor::encodeTagged(body);
}

cbor::Map requestContent(ic::BytesView envelope)
{
    const auto decoded = cbor::decode(envelope);
    if (!decoded)
        qFatal("a request is not CBOR");
    return *decoded.value().asMap()->find("content")->asMap();
}

ic::Hash requestIdOf(ic::BytesView envelope)
{
    return ic::hashOfMap(requestContent(envelope));
}
