#include "tests/support/teststore.h"

#include <utility>

TestProfile::TestProfile(std::uint64_t seed)
    : random(seed)
{}

std::unique_ptr<DocumentStore> TestProfile::documents()
{
    auto store = openProfileStore(databasePath(), dependencies());
    if (!store.ok())
        qFatal("documents: %s", qPrintable(store.error().detail));
    return std::move(store).value();
}

std::unique_ptr<ReplicaStore> TestProfile::replica()
{
    auto store = openReplicaStore(databasePath(), dependencies());
    if (!store.ok())
        qFatal("replica: %s", qPrintable(store.error().detail));
    return std::move(store).value();
}
