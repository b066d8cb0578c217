#include "app/accountcontroller.h"
#include "app/identityfile.h"
#include "app/profile.h"
#include "app/session.h"
#include "app/syncservice.h"
#include "tests/support/localnetwork.h"
#include "ui/canister/connectdialog.h"
#include "ui/mainwindow.h"
#include "ui/uisettings.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using State = SyncStatus::State;

namespace {

const QString kFirst = QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai");
const QString kSecond = QStringLiteral("ryjl3-tyaaa-aaaaa-aaaba-cai");

/// A window on the profile in `folder`, as `sheaf` with these options opens it.
class Opened
{
public:
    Opened(const QString &folder, const Options &options)
        : session(profileIn(folder), options)
    {
        QObject::connect(&session.sync(),
                         &SyncService::statusChanged,
                         &session,
                         [this](const SyncStatus &status) { last = status; });
        session.start();
    }
    AccountInfo account() { return session.account().info(); }
    UiSettings &saved() { return session.profile().settings().ui(); }

    Session session;
    SyncStatus last;

private:
    static std::unique_ptr<Profile> profileIn(const QString &folder)
    {
        auto profile = Profile::open(folder);
        return profile ? std::move(profile).value() : nullptr;
    }
};

} // namespace

/// The window's program with its real parts: what was given at the start, and the canister.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void optionsAreKeptWhereNothingWas();
    void optionsHoldForTheirRun();
    void aChoiceOfThePersonEndsThem();
    void offlineCallsNobody();
    void claimsAtTheStart();
    void aDeviceThatOnlyReadsIsListed();
    void connectsByLink();
    void deletingDisconnects();

private:
    Options options() const;
    QString startNetwork();

    std::unique_ptr<QTemporaryDir> m_folder;
    LocalNetwork m_network;
};

void TestSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    SystemRandom random;
    QVERIFY(writeIdentityFile(m_folder->filePath(QStringLiteral("me.pem")),
                              *ic::Ed25519Identity::generate(random)));
}

Options TestSession::options() const
{
    Options options;
    options.identityFile = m_folder->filePath(QStringLiteral("me.pem"));
    options.welcome = false;
    return options;
}

/// A fresh canister that nobody has claimed.
QString TestSession::startNetwork()
{
    return m_network.start({QStringLiteral("--registration"), QStringLiteral("single_owner")});
}

void TestSession::optionsAreKeptWhereNothingWas()
{
    Options given = options();
    given.offline = true;
    given.canisterUrl = QStringLiteral("https://icp0.io");
    given.canisterId = kFirst;
    given.deviceName = QStringLiteral("Attic");
    Opened opened(m_folder->filePath(QStringLiteral("p")), given);
    QCOMPARE(opened.saved().canisterId(), kFirst);
    QCOMPARE(opened.saved().canisterUrl(), given.canisterUrl);
    QCOMPARE(opened.session.profile().settings().deviceName(), given.deviceName);
    QVERIFY(!opened.account().canisterForThisRun);
}

void TestSession::optionsHoldForTheirRun()
{
    const QString folder = m_folder->filePath(QStringLiteral("p"));
    Options given = options();
    given.offline = true;
    {
        Opened opened(folder, given);
        opened.session.account().setCanister(QStringLiteral("https://icp-api.io"), kFirst);
        opened.session.account().setDeviceName(QStringLiteral("Desk"));
    }
    given.canisterUrl = QStringLiteral("https://icp0.io");
    given.canisterId = kSecond;
    given.deviceName = QStringLiteral("Attic");
    {
        Opened opened(folder, given);
        QCOMPARE(opened.account().canister, kSecond);
        QCOMPARE(opened.account().url, given.canisterUrl);
        QCOMPARE(opened.account().deviceName, given.deviceName);
        QVERIFY(opened.account().canisterForThisRun);
        QCOMPARE(opened.saved().canisterId(), kFirst);
    }
    Opened again(folder, options());
    QCOMPARE(again.account().canister, kFirst);
    QCOMPARE(again.account().deviceName, QStringLiteral("Desk"));
}

void TestSession::aChoiceOfThePersonEndsThem()
{
    const QString folder = m_folder->filePath(QStringLiteral("p"));
    Options given = options();
    given.offline = true;
    given.canisterUrl = QStringLiteral("https://icp-api.io");
    given.canisterId = kFirst;
    {
        Opened opened(folder, given);
    }
    given.canisterId = kSecond;
    Opened opened(folder, given);
    emit opened.session.window().canisterChanged({}, {}); // "Disconnect"
    QCOMPARE(opened.account().canister, QString());
    QCOMPARE(opened.saved().canisterId(), QString());
}

void TestSession::offlineCallsNobody()
{
    const QString folder = m_folder->filePath(QStringLiteral("p"));
    QTcpServer network;
    QVERIFY(network.listen(QHostAddress::LocalHost));
    QSignalSpy calls(&network, &QTcpServer::newConnection);
    Options given = options();
    given.offline = true;
    given.claim = QStringLiteral("a code that must not be sent");
    given.canisterUrl = QStringLiteral("http://127.0.0.1:%1").arg(network.serverPort());
    given.canisterId = kFirst;
    {
        Opened opened(folder, given);
        QTRY_COMPARE(opened.last.state, State::WorkingOffline);
        QTRY_VERIFY(opened.account().signedIn);
        opened.session.sync().syncNow();
        QVERIFY(!opened.saved().workOffline());
    } // the sync thread has ended: it did all that it was asked
    QCOMPARE(calls.size(), 0);
    // For that run alone: without the option it goes out.
    given.offline = false;
    Opened opened(folder, given);
    QTRY_VERIFY(!calls.isEmpty());
}

void TestSession::claimsAtTheStart()
{
    const QString notStarted = startNetwork();
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
    Options given = options();
    given.canisterUrl = QString::fromLatin1(m_network.url());
    given.canisterId = m_network.canisterId();
    given.claim = m_network.claimSecret();
    {
        Opened opened(m_folder->filePath(QStringLiteral("p")), given);
        QTRY_COMPARE_WITH_TIMEOUT(opened.last.state, State::Synced, 20'000);
    }
    // The second device of the same person comes with the same code.
    Opened second(m_folder->filePath(QStringLiteral("q")), given);
    QTRY_COMPARE_WITH_TIMEOUT(second.last.state, State::Synced, 20'000);
    // Somebody else with the code is told.
    SystemRandom random;
    given.identityFile = m_folder->filePath(QStringLiteral("other.pem"));
    QVERIFY(writeIdentityFile(given.identityFile, *ic::Ed25519Identity::generate(random)));
    Opened stranger(m_folder->filePath(QStringLiteral("r")), given);
    QTRY_COMPARE_WITH_TIMEOUT(stranger.last.state, State::Problem, 20'000);
    QVERIFY(stranger.last.message.contains(QStringLiteral("somebody else")));
}

void TestSession::aDeviceThatOnlyReadsIsListed()
{
    const QString notStarted = startNetwork();
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
    Options given = options();
    given.canisterUrl = QString::fromLatin1(m_network.url());
    given.canisterId = m_network.canisterId();
    given.claim = m_network.claimSecret();
    given.welcome = true; // something to sync
    Opened writer(m_folder->filePath(QStringLiteral("p")), given);
    QTRY_VERIFY_WITH_TIMEOUT(writer.last.state == State::Synced && writer.last.pending == 0,
                             20'000);
    given.welcome = false;
    Opened reader(m_folder->filePath(QStringLiteral("q")), given);
    QTRY_COMPARE_WITH_TIMEOUT(reader.last.state, State::Synced, 20'000);
    std::optional<qsizetype> devices;
    writer.session.canister()->devices(
        &writer.session, [&](const Result<QList<CanisterDevice>, CanisterProblem> &answer) {
            devices = answer ? answer.value().size() : -1;
        });
    QTRY_VERIFY_WITH_TIMEOUT(devices, 20'000);
    QCOMPARE(*devices, 2);
}

void TestSession::connectsByLink()
{
    const QString notStarted = startNetwork();
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
    Options given = options();
    given.connect = QStringLiteral("sheaf://connect?host=%1&canister=%2&claim=%3")
                        .arg(QString::fromLatin1(m_network.url()),
                             m_network.canisterId(),
                             m_network.claimSecret());
    Opened opened(m_folder->filePath(QStringLiteral("p")), given);
    auto *dialog = opened.session.window().findChild<ConnectDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *button = dialog->findChild<QPushButton *>(QStringLiteral("connect"));
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 20'000);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(opened.last.state, State::Synced, 20'000);
    QCOMPARE(opened.saved().canisterId(), m_network.canisterId());
}

void TestSession::deletingDisconnects()
{
    const QString notStarted = startNetwork();
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
    Options given = options();
    given.welcome = true; // something to sync
    given.canisterUrl = QString::fromLatin1(m_network.url());
    given.canisterId = m_network.canisterId();
    given.claim = m_network.claimSecret();
    Opened opened(m_folder->filePath(QStringLiteral("p")), given);
    QTRY_VERIFY_WITH_TIMEOUT(opened.last.state == State::Synced && opened.last.pending == 0,
                             20'000);
    auto *access = opened.session.canister();
    std::optional<bool> deleted;
    access->deleteSpace(&opened.session, [&](const Result<Done, CanisterProblem> &answer) {
        deleted = answer.ok();
    });
    QTRY_VERIFY_WITH_TIMEOUT(deleted, 20'000);
    QVERIFY(*deleted);
    QTRY_COMPARE(opened.last.state, State::LocalOnly);
    QCOMPARE(opened.saved().canisterId(), QString());
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
