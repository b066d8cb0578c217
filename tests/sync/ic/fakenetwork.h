#pragma once

#include "model/base/cbor.h"
#include "model/base/clock.h"
#include "sync/ic/bytes.h"
#include "sync/ic/identity.h"
#include "sync/ic/principal.h"
#include "sync/transport.h"

#include <utility>

/// Hash trees as a subnet makes them, from leaves upwards.
namespace faketree {

using Entry = std::pair<ic::Bytes, cbor::Value>;

cbor::Value leaf(ic::BytesView bytes);
cbor::Value pruned(ic::BytesView hash);
/// Labels get sorted; no entries: an empty tree.
cbor::Value branch(std::vector<Entry> entries);
/// `tree` under the labels of `path`, one in the other.
cbor::Value at(std::vector<ic::Bytes> path, cbor::Value tree);

ic::Bytes time(UtcTime time); ///< As a leaf holds it.

} // namespace faketree

/// A network of two subnets with keys of its own, the root one and one that hosts `canister`. It
/// signs whatever a test wants to be signed.
class FakeNetwork
{
public:
    enum class Signer { Subnet, Root, Stranger };
    /// What may be wrong with a certificate.
    struct Certify
    {
        Signer signer = Signer::Subnet;
        bool coversCanister = true; ///< Its delegation's ranges have `canister`.
        bool withDelegation = true;
        bool flatRanges = false; ///< The layout of the older endpoints.
    };

    explicit FakeNetwork(UtcTime now);

    const ic::Bytes &rootKey() const { return m_rootKey; } ///< DER.
    ic::Principal canister() const;
    UtcTime now() const { return m_now; }
    void setNow(UtcTime now) { m_now = now; }

    /// A certificate over `entries` and the time.
    ic::Bytes certificate(std::vector<faketree::Entry> entries, const Certify &how) const;
    ic::Bytes certificate(std::vector<faketree::Entry> entries) const
    {
        return certificate(std::move(entries), Certify{});
    }
    /// That the call `id` was answered with `reply`.
    ic::Bytes
    repliedCertificate(const ic::Hash &id, const ic::Bytes &reply, const Certify &how) const;
    /// Entries below the root: /request_status/ID/status = `status`.
    static std::vector<faketree::Entry> statusEntries(const ic::Hash &id, const char *status);
    /// The keys of the one node of the subnet.
    ic::Bytes nodeKeyCertificate() const;
    /// What the node, or `wrongNode`, answers to the query `id`, signed at `time`.
    ic::Bytes queryAnswer(const ic::Hash &id,
                          const ic::Bytes &reply,
                          UtcTime time,
                          bool wrongNode = false) const;
    /// The node's refusal of the query, with this error code.
    ic::Bytes queryRejection(const ic::Hash &id, const char *errorCode, UtcTime time) const;

    /// Bodies of answers with status 200.
    static ic::Bytes callBody(const ic::Bytes &certificate);
    static ic::Bytes readStateBody(const ic::Bytes &certificate);
    ic::Bytes statusBody() const;

private:
    ic::Bytes signedTree(const cbor::Value &tree, const ic::Bytes &secret, cbor::Map rest) const;
    ic::Bytes delegation(const Certify &how) const;
    static ic::Bytes
    signedAnswer(const ic::Ed25519Identity &node, cbor::Map body, const ic::Hash &id, UtcTime time);

    UtcTime m_now;
    ic::Bytes m_rootSecret;
    ic::Bytes m_subnetSecret;
    ic::Bytes m_rootKey;
    ic::Bytes m_subnetKey;
    ic::Principal m_subnet;
    ic::Ed25519Identity m_node;
    ic::Ed25519Identity m_wrongNode;
};

/// The content of an envelope's request.
cbor::Map requestContent(ic::BytesView envelope);
ic::Hash requestIdOf(ic::BytesView envelope);
