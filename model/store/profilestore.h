#pragma once

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/base/result.h"
#include "model/store/documentstore.h"
#include "model/store/replicastore.h"
#include "model/store/storeerror.h"

#include <QByteArray>
#include <QString>

#include <memory>

/// What a store needs from outside; both must outlive it and be safe on the thread that uses it.
struct StoreDependencies
{
    const Clock &clock;
    Random &random;
    /// Tells this computer from others, so that a copied profile is noticed (S100); empty: unknown.
    QByteArray machine = {};
};

/// The database inside a profile folder.
QString profileDatabasePath(const QString &profileFolder);

/// Opens the library at `databasePath` on the calling thread, creating folder and file if they are
/// not there, and brings an older schema up to date.
///
/// A damaged file, another program's, one of a newer Sheaf and one that cannot be written are left
/// byte for byte as they are and answered with Damaged, Foreign, NewerSchema, ReadOnly, DiskFull or
/// Io.
Result<std::unique_ptr<DocumentStore>, StoreError>
openProfileStore(const QString &databasePath, const StoreDependencies &dependencies);

/// As above, for the sync worker. Its first write makes it the profile's syncing connection: writes
/// of every earlier one are answered with Locked from then on (a process that was stopped and wakes
/// up). Hold the profile's sync lock before (profilelock.h).
Result<std::unique_ptr<ReplicaStore>, StoreError>
openReplicaStore(const QString &databasePath, const StoreDependencies &dependencies);

/// SQLite's quick check of the whole file: reads all of it, 1 s per GB on a fast disk. Opening does
/// not run it; damage that a statement meets is answered with Damaged at any time.
Result<Done, StoreError> checkProfile(const QString &databasePath);
