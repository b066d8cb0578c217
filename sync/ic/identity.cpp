#include "sync/ic/identity.h"

#include "sync/ic/publickey.h"

#include <algorithm>
#include <sodium/crypto_sign_ed25519.h>
#include <sodium/utils.h>

namespace ic {

const std::vector<SignedDelegation> &Identity::delegations() const
{
    static const std::vector<SignedDelegation> kNone;
    return kNone;
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

Ed25519Identity::Seed Ed25519Identity::seed() const
{
    Seed seed{};
    std::copy_n(m_secret.begin(), seed.size(), seed.begin());
    return seed;
}

Principal Ed25519Identity::sender() const
{
    return Principal::selfAuthenticating(publicKey());
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

DelegatedIdentity::DelegatedIdentity(std::shared_ptr<const Identity> session, DelegationChain chain)
    : m_session(std::move(session))
    , m_chain(std::move(chain))
{}

Principal DelegatedIdentity::sender() const
{
    return Principal::selfAuthenticating(m_chain.publicKey);
}

} // namespace ic
