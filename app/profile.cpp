#include "app/profile.h"

#include "model/store/profilestore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>

QString Profile::defaultFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("sheaf"));
}

Result<std::unique_ptr<Profile>, StoreError> Profile::open(const QString &folder)
{
    const QString path = QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath();
    const QFileInfo info(path);
    if (info.exists() && !info.isDir())
        return StoreError{StoreError::Kind::Io, QStringLiteral("%1 is not a folder").arg(path)};
    if (!info.exists()) {
        if (!QDir().mkpath(path))
            return StoreError{StoreError::Kind::ReadOnly,
                              QStringLiteral("cannot make %1").arg(path)};
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return std::unique_ptr<Profile>(new Profile(path));
}

Profile::Profile(const QString &folder)
    : m_folder(folder)
    , m_settings(folder)
{}

QString Profile::databasePath() const
{
    return profileDatabasePath(m_folder);
}

QString Profile::keyFilePath() const
{
    return QDir(m_folder).filePath(QStringLiteral("identity.pem"));
}

Result<std::unique_ptr<DocumentStore>, StoreError> Profile::openStore()
{
    return openProfileStore(databasePath(), StoreDependencies{m_clock, m_random});
}

/// The system's own id, hashed: it is nobody else's business.
static QByteArray machineMarker()
{
    const QByteArray id = QSysInfo::machineUniqueId();
    if (id.isEmpty())
        return {};
    return QCryptographicHash::hash("sheaf machine " + id, QCryptographicHash::Sha256).left(16);
}

Result<std::unique_ptr<ReplicaStore>, StoreError> Profile::openReplica()
{
    return openReplicaStore(databasePath(), StoreDependencies{m_clock, m_random, machineMarker()});
}
