#pragma once

#include "model/base/result.h"
#include "model/store/storeerror.h"

#include <QString>

#include <memory>

/// A lock on a profile folder that the operating system keeps and releases when the process ends,
/// however it ends: nothing is left behind that a later start would have to judge.
///
/// There are two: one process shows the profile's window (a second start hands over to it and
/// ends), and one process syncs it. They may be different ones.
class ProfileLock
{
public:
    enum class Purpose { Window, Sync };

    /// Does not wait. Locked: another process has it. Io: locks do not work in this folder (some
    /// network and cloud folders): do not sync there. The folder is created if it is not there.
    static Result<std::unique_ptr<ProfileLock>, StoreError> acquire(const QString &profileFolder,
                                                                    Purpose purpose);
    ~ProfileLock();
    ProfileLock(const ProfileLock &) = delete;
    ProfileLock &operator=(const ProfileLock &) = delete;

private:
    class File;
    explicit ProfileLock(std::unique_ptr<File> file);
    std::unique_ptr<File> m_file;
};
