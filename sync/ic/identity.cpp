#include "sync/ic/identity.h"

#include "sync/ic/ecdsa.h"

#include <algorithm>
#include <sodium/crypto_sign_ed25519.h>
#include <sodium/utils.h>

namespace ic {

const std::vector<SignedDelegation> &Identity::delegations() const
{
    static const std::vector<SignedDelegation> kNone;
    return kNone;
}

Principal KeyIdentity::sender() const
{
    return Principal::selfAuthenticating(publicKey());
}

std::unique_ptr<KeyIdentity> KeyIdentity::fromSecret(KeyScheme scheme, BytesView secret)
{
    if (secret.size() != kSecretBytes)
        return nullptr;
    if (scheme != KeyScheme::Ed25519)
        return EcdsaIdentity::make(scheme, secret);
    Ed25519Identity::Seed seed{};
    std::copy(secret.begin(), secret.end(), seed.begin());
    auto identity = std::make_unique<Ed25519Identity>(seed);
    sodium_memzero(seed.data(), seed.size());
    return identity;
}

Ed25519Identity::Ed25519Identity(const Seed &seed)
    : m_secret()
{
    std::array<std::uint8_t, crypto_sign_ed25519_PUBLICKEYBYTES> publicKey{};
    crypto_sign_ed25519_seed_keypair(publicKey.data(), m_secret.data(), seed.data());
}

Ed25519Identity::~Ed25519Identity()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

std::unique_ptr<Ed25519Identity> Ed25519Identity::generate(Random &random)
{
    Seed seed{};
    random.fill(seed);
    auto identity = std::make_unique<Ed25519Identity>(seed);
    sodium_memzero(seed.data(), seed.size());
    return identity;
}

Bytes Ed25519Identity::secret() const
{
    return toBytes(BytesView(m_secret).first(kSeedBytes));
}

Bytes Ed25519Identity::publicKey() const
{
    return encodePublicKey(KeyScheme::Ed25519, BytesView(m_secret).subspan(kSeedBytes));
}

Bytes Ed25519Identity::sign(BytesView message) const
{
    Bytes signature(crypto_sign_ed25519_BYTES);
    crypto_sign_ed25519_detached(
        signature.data(), nullptr, message.data(), message.size(), m_secret.data());
    return signature;
}

EcdsaIdentity::EcdsaIdentity(KeyScheme scheme, BytesView secret, Bytes point)
    : m_scheme(scheme)
    , m_secret(toBytes(secret))
    , m_point(std::move(point))
{}

EcdsaIdentity::~EcdsaIdentity()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

std::unique_ptr<EcdsaIdentity> EcdsaIdentity::make(KeyScheme scheme, BytesView secret)
{
    if (scheme != KeyScheme::P256 && scheme != KeyScheme::Secp256k1)
        return nullptr;
    auto point = ecdsaPublicPoint(scheme, secret);
    if (!point)
        return nullptr;
    return std::unique_ptr<EcdsaIdentity>(new EcdsaIdentity(scheme, secret, *std::move(point)));
}

Bytes EcdsaIdentity::publicKey() const
{
    return encodePublicKey(m_scheme, m_point);
}

Bytes EcdsaIdentity::sign(BytesView message) const
{
    return signEcdsa(m_scheme, m_secret, m_point, message);
}

DelegatedIdentity::DelegatedIdentity(std::shared_ptr<const Identity> session, DelegationChain chain)
    : m_session(std::move(session))
    , m_chain(std::move(chain))
{}

Principal DelegatedIdentity::sender() const
{
    return Principal::selfAuthenticating(m_chain.publicKey);
}

} // namespace ic
