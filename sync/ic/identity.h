#pragma once

#include "model/base/random.h"
#include "model/base/result.h"
#include "sync/ic/delegation.h"
#include "sync/ic/principal.h"

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

/// A key made by Sheaf. The secret is wiped from memory with the object.
class Ed25519Identity final : public Identity
{
public:
    static constexpr std::size_t kSeedBytes = 32;
    using Seed = std::array<std::uint8_t, kSeedBytes>;

    explicit Ed25519Identity(const Seed &seed);
    ~Ed25519Identity() override;

    static std::unique_ptr<Ed25519Identity> generate(Random &random);
    /// A file as `toPem` writes it, or as other tools write PKCS#8 with the public key inside.
    /// Text around the block is ignored. Null if there is no Ed25519 key in it.
    static std::unique_ptr<Ed25519Identity> fromPem(std::string_view text);

    /// PKCS#8, readable by OpenSSL and the Internet Computer's tools. Secret.
    std::string toPem() const;
    Seed seed() const; ///< Secret.

    Principal sender() const override;
    Bytes publicKey() const override;
    Bytes sign(BytesView message) const override;

private:
    std::array<std::uint8_t, 64> m_secret; ///< Seed and public key, as libsodium wants it.
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
