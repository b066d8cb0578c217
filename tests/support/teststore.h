#pragma once

#include "model/store/profilestore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QTemporaryDir>

/// A profile in a temporary folder with its clock and randomness; stores opened from it are real.
class TestProfile
{
public:
    explicit TestProfile(std::uint64_t seed = 1);

    /// End the program if the database does not open: a test that needs it cannot go on.
    std::unique_ptr<DocumentStore> documents();
    std::unique_ptr<ReplicaStore> replica();

    QString databasePath() const { return profileDatabasePath(folder.path()); }
    StoreDependencies dependencies() { return {clock, random}; }

    QTemporaryDir folder;
    FakeClock clock;
    SeededRandom random;
};
