#include "model/store/profilelock.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using Purpose = ProfileLock::Purpose;

class TestProfileLock : public QObject
{
    Q_OBJECT

private slots:
    void isHeldOnce();
    void purposesAreIndependent();
    void endsWithTheProcess();
    void missingFolderIsMade();
    void folderThatCannotBeMade();
};

void TestProfileLock::isHeldOnce()
{
    QTemporaryDir folder;
    auto first = ProfileLock::acquire(folder.path(), Purpose::Window);
    QVERIFY(first.ok());
    QCOMPARE(ProfileLock::acquire(folder.path(), Purpose::Window).error().kind,
             StoreError::Kind::Locked);
    first.value().reset();
    QVERIFY(ProfileLock::acquire(folder.path(), Purpose::Window).ok());
}

void TestProfileLock::purposesAreIndependent()
{
    QTemporaryDir folder;
    const auto window = ProfileLock::acquire(folder.path(), Purpose::Window);
    const auto sync = ProfileLock::acquire(folder.path(), Purpose::Sync);
    QVERIFY(window.ok());
    QVERIFY(sync.ok());
}

// S96: killed, not ended.
void TestProfileLock::endsWithTheProcess()
{
    QTemporaryDir folder;
    int ready[2];
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = ProfileLock::acquire(folder.path(), Purpose::Sync);
        const char answer = lock.ok() ? 'y' : 'n';
        if (::write(ready[1], &answer, 1) != 1)
            ::_exit(1);
        for (;;)
            ::pause();
    }
    char answer = 0;
    QCOMPARE(::read(ready[0], &answer, 1), ssize_t{1});
    QCOMPARE(answer, 'y');
    QCOMPARE(ProfileLock::acquire(folder.path(), Purpose::Sync).error().kind,
             StoreError::Kind::Locked);
    QCOMPARE(::kill(child, SIGKILL), 0);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QVERIFY(ProfileLock::acquire(folder.path(), Purpose::Sync).ok());
    ::close(ready[0]);
    ::close(ready[1]);
}

void TestProfileLock::missingFolderIsMade()
{
    QTemporaryDir folder;
    QVERIFY(ProfileLock::acquire(folder.filePath(QStringLiteral("a/b")), Purpose::Window).ok());
}

void TestProfileLock::folderThatCannotBeMade()
{
    const auto lock = ProfileLock::acquire(QStringLiteral("/proc/sheaf"), Purpose::Window);
    QCOMPARE(lock.error().kind, StoreError::Kind::ReadOnly);
}

QTEST_GUILESS_MAIN(TestProfileLock)
#include "tst_profilelock.moc"
