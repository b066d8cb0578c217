#include "model/store/profilelock.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace {

enum class Attempt { Got, HeldByAnother, Failed };

} // namespace

#ifdef Q_OS_WIN

/// An open file that nobody else may open: Windows closes it with the process.
class ProfileLock::File
{
public:
    explicit File(const QString &path)
    {
        const QString native = QDir::toNativeSeparators(path);
        m_handle = CreateFileW(reinterpret_cast<const wchar_t *>(native.utf16()),
                               GENERIC_READ | GENERIC_WRITE,
                               0,
                               nullptr,
                               OPEN_ALWAYS,
                               FILE_ATTRIBUTE_NORMAL,
                               nullptr);
        m_isShared = m_handle == INVALID_HANDLE_VALUE && GetLastError() == ERROR_SHARING_VIOLATION;
    }
    ~File()
    {
        if (m_handle != INVALID_HANDLE_VALUE)
            CloseHandle(m_handle);
    }
    Attempt lock() const
    {
        if (m_isShared)
            return Attempt::HeldByAnother;
        return m_handle == INVALID_HANDLE_VALUE ? Attempt::Failed : Attempt::Got;
    }

private:
    HANDLE m_handle = INVALID_HANDLE_VALUE;
    bool m_isShared = false;
};

#else

/// flock(2): bound to the open file, so that it also holds between two opens of one process, and
/// given up by the kernel with the last descriptor. Never removed: a removed file could be locked
/// twice.
class ProfileLock::File
{
public:
    explicit File(const QString &path)
        : m_descriptor(
            ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {}
    ~File()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    Attempt lock() const
    {
        if (m_descriptor < 0)
            return Attempt::Failed;
        while (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK)
                return Attempt::HeldByAnother;
            if (errno != EINTR)
                return Attempt::Failed;
        }
        return Attempt::Got;
    }

private:
    int m_descriptor = -1;
};

#endif

ProfileLock::ProfileLock(std::unique_ptr<File> file)
    : m_file(std::move(file))
{}

ProfileLock::~ProfileLock() = default;

Result<std::unique_ptr<ProfileLock>, StoreError> ProfileLock::acquire(const QString &profileFolder,
                                                                      Purpose purpose)
{
    const QDir folder(profileFolder);
    if (!folder.exists() && !folder.mkpath(QStringLiteral(".")))
        return StoreError{StoreError::Kind::ReadOnly,
                          profileFolder + QStringLiteral(": cannot be created")};
    const QString path = folder.filePath(purpose == Purpose::Window ? QStringLiteral("window.lock")
                                                                    : QStringLiteral("sync.lock"));
    auto file = std::make_unique<File>(path);
    switch (file->lock()) {
    case Attempt::HeldByAnother:
        return StoreError{StoreError::Kind::Locked, path};
    case Attempt::Failed:
        return StoreError{StoreError::Kind::Io, path + QStringLiteral(": cannot be locked")};
    case Attempt::Got:
        break;
    }
    // A file system that grants the same lock twice protects nothing.
    if (File(path).lock() == Attempt::Got)
        return StoreError{StoreError::Kind::Io, path + QStringLiteral(": locks have no effect")};
    return std::unique_ptr<ProfileLock>(new ProfileLock(std::move(file)));
}
