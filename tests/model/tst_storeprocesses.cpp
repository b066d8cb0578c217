#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstring>

/// S95: several processes on one profile, each with several connections. What one of them stored
/// is there for all, whoever opens and closes meanwhile.
class TestStoreProcesses : public QObject
{
    Q_OBJECT

private slots:
    void openingTwiceKeepsTheFirstConnectionsLocks();
};

namespace {

constexpr const char *kWrite = "--write";

Document noteNamed(const QString &id)
{
    return build::note(id, {}, QStringLiteral("text")).toDocument();
}

/// As `sheaf note new` does in a process of its own.
int writeNote(const QString &path, const QString &id)
{
    FakeClock clock;
    SeededRandom random(7);
    const auto store = openProfileStore(path, {clock, random});
    return store.ok() && store.value()->save({noteNamed(id)}).ok() ? 0 : 1;
}

bool writeElsewhere(const QString &path, const QString &id)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QLatin1String(kWrite), path, id});
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
           && process.exitCode() == 0;
}

} // namespace

void TestStoreProcesses::openingTwiceKeepsTheFirstConnectionsLocks()
{
    TestProfile profile;
    const auto store = profile.documents();
    QVERIFY(store->save({noteNamed(QStringLiteral("first"))}).ok());
    // A system lock ends when its process closes any descriptor of the file: with the lock gone,
    // the other process would think that it is the last one and take the log away.
    const auto replica = profile.replica();
    QVERIFY(writeElsewhere(profile.databasePath(), QStringLiteral("elsewhere")));
    QVERIFY(store->save({noteNamed(QStringLiteral("second"))}).ok());
    QVERIFY(replica->deviceId().ok());
    QVERIFY(writeElsewhere(profile.databasePath(), QStringLiteral("elsewhere 2")));

    const auto fresh = profile.documents();
    for (const char *id : {"first", "elsewhere", "second", "elsewhere 2"})
        QVERIFY2(fresh->load(DocumentId(QLatin1String(id))).ok(), id);
    QVERIFY(checkProfile(profile.databasePath()).ok());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && std::strcmp(argv[1], kWrite) == 0)
        return writeNote(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    TestStoreProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storeprocesses.moc"
