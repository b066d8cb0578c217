#include "app/vaultaccess.h"

#include "model/base/random.h"

#include <algorithm>
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

QByteArray seedOf(const ic::Ed25519Identity &identity)
{
    const auto seed = identity.seed();
    return QByteArray(reinterpret_cast<const char *>(seed.data()), qsizetype(seed.size()));
}

std::shared_ptr<const ic::Ed25519Identity> identityFromSeed(const QByteArray &seed)
{
    ic::Ed25519Identity::Seed bytes{};
    if (seed.size() != qsizetype(bytes.size()))
        return nullptr;
    std::copy(seed.begin(), seed.end(), bytes.begin());
    return std::make_shared<ic::Ed25519Identity>(bytes);
}
