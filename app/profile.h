#pragma once

#include "app/settings.h"
#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/base/result.h"
#include "model/store/documentstore.h"
#include "model/store/replicastore.h"

#include <QString>

#include <memory>

/// One person's folder: the database, the settings, the log. Its factories may be called from every
/// thread; what they return belongs to the thread that called. Must outlive all of them.
class Profile
{
public:
    /// Where a profile is when nobody says: `sheaf` in the user's data folder.
    static QString defaultFolder();

    /// Makes the folder if it is missing. Fails with ReadOnly, DiskFull or Io.
    static Result<std::unique_ptr<Profile>, StoreError> open(const QString &folder);

    const QString &folder() const { return m_folder; }
    QString databasePath() const;
    /// Secrets for those who have no keychain and chose a file (readable by its owner alone).
    QString keyFilePath() const;

    Settings &settings() { return m_settings; }
    const Clock &clock() const { return m_clock; }
    Random &random() { return m_random; }

    Result<std::unique_ptr<DocumentStore>, StoreError> openStore();
    Result<std::unique_ptr<ReplicaStore>, StoreError> openReplica();

private:
    explicit Profile(const QString &folder);

    QString m_folder;
    Settings m_settings;
    SystemClock m_clock;
    SystemRandom m_random;
};
