#pragma once

#include "model/base/random.h"
#include "model/base/result.h"
#include "sync/ic/delegation.h"
#include "sync/ic/principal.h"
#include "sync/ic/publickey.h"

#include <memory>

namespace ic {

/// Who signs requests. Immutable, so that threads may share one.
class Identity
{
public:
    Identity() = default;
    virtual ~Identity() = default;
    Identity(const Identity &) = delete;
    Identity &operator=(const Identity &) = delete;

    virtual Principal sender() const = 0;
    /// DER of the key that `sender` is derived from; empty: requests go unsigned.
    virtual Bytes publicKey() const = 0;
    /// In wire form. The caller has put the domain separator in front of `message`.
    virtual Bytes sign(BytesView message) const = 0;
    /// From `publicKey` to the key that signs; empty without delegation.
    virtual const std::vector<SignedDelegation> &delegations() const;
};

class AnonymousIdentity final : public Identity
{
public:
    Principal sender() const override { return Principal::anonymous(); }
    Bytes publicKey() const override { return {}; }
    Bytes sign(BytesView) const override { return {}; }
};

/// A person's own key: one that can be kept and written to a file. The secret is wiped from memory
/// with the object.
class KeyIdentity : public Identity
{
public:
    static constexpr std::size_t kSecretBytes = 32;

    virtual KeyScheme scheme() const = 0;
    /// 32 bytes: the seed of Ed25519, the number of ECDSA in big-endian.
    virtual Bytes secret() const = 0;
    /// Readable by OpenSSL and the Internet Computer's tools. Secret.
    virtual std::string toPem() const = 0;

    Principal sender() const override;

    /// The key of `scheme` (not BLS or the like) with this secret; null if there is none.
    static std::unique_ptr<KeyIdentity> fromSecret(KeyScheme scheme, BytesView secret);
};

/// The key in a PEM file: Ed25519, P-256 or secp256k1, PKCS#8 or SEC1 ("EC PRIVATE KEY"), not
/// encrypted. Text and other blocks around it are ignored. Null if there is none, or one whose
/// public key is another key's.
std::unique_ptr<KeyIdentity> identityFromPem(std::string_view text);

/// What Sheaf makes.
class Ed25519Identity final : public KeyIdentity
{
public:
    static constexpr std::size_t kSeedBytes = kSecretBytes;
    using Seed = std::array<std::uint8_t, kSeedBytes>;

    explicit Ed25519Identity(const Seed &seed);
    ~Ed25519Identity() override;

    static std::unique_ptr<Ed25519Identity> generate(Random &random);

    KeyScheme scheme() const override { return KeyScheme::Ed25519; }
    Bytes secret() const override;
    std::string toPem() const override; ///< PKCS#8.
    Bytes publicKey() const override;
    Bytes sign(BytesView message) const override;

private:
    std::array<std::uint8_t, 64> m_secret; ///< Seed and public key, as libsodium wants it.
};

/// P-256 or secp256k1, as other tools make them.
class EcdsaIdentity final : public KeyIdentity
{
public:
    /// Null if `secret` is not a number below the curve's order.
    static std::unique_ptr<EcdsaIdentity> make(KeyScheme scheme, BytesView secret);
    ~EcdsaIdentity() override;

    KeyScheme scheme() const override { return m_scheme; }
    Bytes secret() const override { return m_secret; }
    std::string toPem() const override; ///< SEC1, which more of the network's tools read.
    Bytes publicKey() const override;
    /// Fixed width, low s. Two signatures of the same message differ.
    Bytes sign(BytesView message) const override;

private:
    EcdsaIdentity(KeyScheme scheme, BytesView secret, Bytes point);

    KeyScheme m_scheme;
    Bytes m_secret;
    Bytes m_point;
};

/// A session key that speaks for the first key of a chain: what a sign-in in the browser gives.
class DelegatedIdentity final : public Identity
{
public:
    /// The chain was checked (`checkChain`) and ends at the key of `session`.
    DelegatedIdentity(std::shared_ptr<const Identity> session, DelegationChain chain);

    Principal sender() const override;
    Bytes publicKey() const override { return m_chain.publicKey; }
    Bytes sign(BytesView message) const override { return m_session->sign(message); }
    const std::vector<SignedDelegation> &delegations() const override { return m_chain.links; }
    const DelegationChain &chain() const { return m_chain; }

private:
    std::shared_ptr<const Identity> m_session;
    DelegationChain m_chain;
};

} // namespace ic
