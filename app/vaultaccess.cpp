#include "app/vaultaccess.h"

#include "model/base/random.h"
#include "sync/identityvault.h"

#include <span>

Result<QByteArray, StoreError> profileId(DocumentStore &store, Random &random)
{
    const QString fact = QStringLiteral("profileId");
    auto id = store.fact(fact);
    if (!id || !id.value().isEmpty())
        return id;
    QByteArray made(16, '\0');
    random.fill(std::span(reinterpret_cast<std::uint8_t *>(made.data()), std::size_t(made.size())));
    if (const auto set = store.setFact(fact, made); !set)
        return set.error();
    return made;
}

QByteArray seedOf(const ic::KeyIdentity &identity)
{
    QByteArray kept = ic::toQByteArray(identity.secret());
    if (identity.scheme() == ic::KeyScheme::P256)
        kept.prepend(IdentityVault::kP256);
    else if (identity.scheme() == ic::KeyScheme::Secp256k1)
        kept.prepend(IdentityVault::kSecp256k1);
    return kept;
}

std::shared_ptr<const ic::KeyIdentity> identityFromSeed(const QByteArray &seed)
{
    if (seed.size() == qsizetype(ic::KeyIdentity::kSecretBytes))
        return ic::KeyIdentity::fromSecret(ic::KeyScheme::Ed25519, ic::viewOf(seed));
    if (seed.size() != IdentityVault::kNamedSecretBytes)
        return nullptr;
    const auto scheme =
        seed.front() == IdentityVault::kP256 ? ic::KeyScheme::P256 : ic::KeyScheme::Secp256k1;
    return ic::KeyIdentity::fromSecret(scheme, ic::viewOf(seed).subspan(1));
}
