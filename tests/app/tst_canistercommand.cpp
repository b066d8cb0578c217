#include "app/exitstatus.h"
#include "tests/app/sheafprogram.h"
#include "tests/support/localnetwork.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

/// `sheaf canister …` with the real executable and the real canister. The functions run in order:
/// claimed, opened to a guest, looked after, left.
class TestCanisterCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpNamesTheCommands();
    void wrongUse_data();
    void wrongUse();
    void anUnclaimedCanisterIsExplained();
    void claimingNeedsTheCode();
    void theOwnerSeesEverything();
    void settingsAreChangedByName();
    void aGuestJoinsByLink();
    void theOwnerSuspendsAndResumes();
    void devicesAreListedAndRetired();
    void deletingWantsThePrincipal();
    void optionsHoldForTheirRun();
    void offlineAsksNobody();

private:
    SheafProgram person(const char *name) const;
    Answer ran(const SheafProgram &who, const QString &line, ExitStatus expected) const;
    QString principalOf(const SheafProgram &who) const;

    LocalNetwork m_network;
    QTemporaryDir m_folder;
};

namespace {

const QString kStranger = QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai"); // nowhere on this network

} // namespace

void TestCanisterCommand::initTestCase()
{
    const QString notStarted =
        m_network.start({QStringLiteral("--registration"), QStringLiteral("single_owner")});
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
    for (const char *name : {"owner", "guest"}) {
        const SheafProgram who = person(name);
        QCOMPARE(who.run(QStringLiteral("identity new --keep file")).status, 0);
        QCOMPARE(who.run({QStringLiteral("canister"),
                          QStringLiteral("set"),
                          QString::fromLatin1(m_network.url()),
                          m_network.canisterId()})
                     .status,
                 0);
    }
}

SheafProgram TestCanisterCommand::person(const char *name) const
{
    return SheafProgram(m_folder.filePath(QLatin1String(name)));
}

/// An unexpected end is reported with what the program said.
Answer
TestCanisterCommand::ran(const SheafProgram &who, const QString &line, ExitStatus expected) const
{
    Answer answer = who.run(line);
    if (answer.status != toInt(expected))
        qWarning().noquote() << line << "ended with" << answer.status << answer.problem
                             << answer.output;
    return answer;
}

QString TestCanisterCommand::principalOf(const SheafProgram &who) const
{
    return who.run(QStringLiteral("identity show --json"))
        .object()[QStringLiteral("principal")]
        .toString();
}

void TestCanisterCommand::helpNamesTheCommands()
{
    const QByteArray help = person("owner").run(QStringLiteral("--help")).output;
    for (const char *word : {"canister claim CODE",
                             "delete-space --confirm",
                             "invite create",
                             "user suspend",
                             "settings set",
                             "device retire"})
        QVERIFY2(help.contains(word) || help.contains(QByteArray(word).replace("user ", "user ")),
                 word);
}

void TestCanisterCommand::wrongUse_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << QStringLiteral("canister");
    QTest::newRow("unknown") << QStringLiteral("canister dance");
    QTest::newRow("claim without code") << QStringLiteral("canister claim");
    QTest::newRow("user without principal") << QStringLiteral("canister user suspend");
    QTest::newRow("quota in words") << QStringLiteral("canister user set aaaaa-aa --quota much");
    QTest::newRow("unknown setting") << QStringLiteral("canister settings set colour blue");
    QTest::newRow("setting without value") << QStringLiteral("canister settings set quota");
    QTest::newRow("registration") << QStringLiteral("canister settings set registration closed");
    QTest::newRow("device") << QStringLiteral("canister device retire 12");
    QTest::newRow("days") << QStringLiteral("canister invite create --days 0");
    QTest::newRow("link") << QStringLiteral("canister set sheaf://connect?host=x");
    QTest::newRow("plain http")
        << QStringLiteral("canister set http://example.org %1").arg(kStranger);
}

void TestCanisterCommand::wrongUse()
{
    QFETCH(QString, line);
    const Answer answer = person("owner").run(line);
    QCOMPARE(answer.status, toInt(ExitStatus::Usage));
    QVERIFY(answer.problem.startsWith("sheaf: "));
}

void TestCanisterCommand::anUnclaimedCanisterIsExplained()
{
    const Answer answer =
        ran(person("owner"), QStringLiteral("canister check --json"), ExitStatus::Ok);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.object()[QStringLiteral("claimed")].toBool(true), false);
    QCOMPARE(answer.object()[QStringLiteral("registration")].toString(),
             QStringLiteral("single_owner"));
    QCOMPARE(answer.object()[QStringLiteral("principal")].toString(), principalOf(person("owner")));
    const Answer lost = person("owner").run({QStringLiteral("canister"),
                                             QStringLiteral("check"),
                                             QString::fromLatin1(m_network.url()),
                                             kStranger});
    QCOMPARE(lost.status, toInt(ExitStatus::NotFound));
    const Answer away = person("owner").run({QStringLiteral("canister"),
                                             QStringLiteral("check"),
                                             QStringLiteral("http://127.0.0.1:9"),
                                             kStranger});
    QCOMPARE(away.status, toInt(ExitStatus::Offline));
}

void TestCanisterCommand::claimingNeedsTheCode()
{
    const SheafProgram owner = person("owner");
    QCOMPARE(ran(person("guest"), QStringLiteral("sync --once"), ExitStatus::SignedOut).status,
             toInt(ExitStatus::SignedOut));
    const QStringList claim{
        QStringLiteral("canister"), QStringLiteral("claim"), m_network.claimSecret()};
    const Answer answer = owner.run(claim);
    QVERIFY2(answer.status == 0, answer.problem.constData());
    QCOMPARE(person("guest").run(claim).status, toInt(ExitStatus::Failed));
    QCOMPARE(owner.run(QStringLiteral("sync --once")).status, 0);
}

void TestCanisterCommand::theOwnerSeesEverything()
{
    const SheafProgram owner = person("owner");
    const QJsonObject status =
        ran(owner, QStringLiteral("canister status --json"), ExitStatus::Ok).object();
    QVERIFY(status[QStringLiteral("cycles")].toDouble() > 0);
    QCOMPARE(status[QStringLiteral("users")].toInt(), 1);
    QVERIFY(
        ran(owner, QStringLiteral("canister status"), ExitStatus::Ok).output.contains("Cycles"));
    const QJsonArray users =
        ran(owner, QStringLiteral("canister users --json"), ExitStatus::Ok).array();
    QCOMPARE(users.size(), 1);
    QCOMPARE(users[0].toObject()[QStringLiteral("principal")].toString(), principalOf(owner));
    for (const char *line : {"canister status", "canister users", "canister settings get"})
        QCOMPARE(person("guest").run(QLatin1String(line)).status, toInt(ExitStatus::SignedOut));
}

void TestCanisterCommand::settingsAreChangedByName()
{
    const SheafProgram owner = person("owner");
    const QJsonObject before =
        ran(owner, QStringLiteral("canister settings get --json"), ExitStatus::Ok).object();
    const QJsonObject after =
        ran(owner,
            QStringLiteral("canister settings set registration invite_only quota 64 --json"),
            ExitStatus::Ok)
            .object();
    QCOMPARE(after[QStringLiteral("registration")].toString(), QStringLiteral("invite_only"));
    QCOMPARE(after[QStringLiteral("defaultQuotaBytes")].toDouble(), 64.0 * 1'048'576);
    QCOMPARE(after[QStringLiteral("maxUsers")], before[QStringLiteral("maxUsers")]);
    QCOMPARE(after[QStringLiteral("lowCycles")], before[QStringLiteral("lowCycles")]);
}

void TestCanisterCommand::aGuestJoinsByLink()
{
    const SheafProgram owner = person("owner");
    const SheafProgram guest = person("guest");
    const QJsonObject invite =
        ran(owner,
            QStringLiteral("canister invite create --note \"Zoë\" --days 3 --json"),
            ExitStatus::Ok)
            .object();
    const QString link = invite[QStringLiteral("link")].toString();
    QVERIFY(link.startsWith(QLatin1String("sheaf://connect?")));
    const Answer look = guest.run(
        {QStringLiteral("canister"), QStringLiteral("check"), link, QStringLiteral("--json")});
    QCOMPARE(look.status, 0);
    QCOMPARE(look.object()[QStringLiteral("member")].toBool(true), false);
    QCOMPARE(guest.run({QStringLiteral("canister"), QStringLiteral("set"), link}).status, 0);
    // As it may be typed from a piece of paper.
    const QString typed =
        invite[QStringLiteral("code")].toString().toUpper().remove(QLatin1Char('-'));
    const Answer joined = guest.run({QStringLiteral("canister"), QStringLiteral("join"), typed});
    QVERIFY2(joined.status == 0, joined.problem.constData());
    QCOMPARE(
        guest.run({QStringLiteral("note"), QStringLiteral("new"), QStringLiteral("mine")}).status,
        0);
    QCOMPARE(ran(guest, QStringLiteral("sync --once"), ExitStatus::Ok).status, 0);
    const QJsonArray list =
        ran(owner, QStringLiteral("canister invite list --json"), ExitStatus::Ok).array();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0].toObject()[QStringLiteral("usedBy")].toString(), principalOf(guest));
    QVERIFY(!list[0].toObject().contains(QStringLiteral("code")));
}

void TestCanisterCommand::theOwnerSuspendsAndResumes()
{
    const SheafProgram owner = person("owner");
    const SheafProgram guest = person("guest");
    const QString principal = principalOf(guest);
    const QString user =
        QStringLiteral("canister user %1 ") + principal + QStringLiteral(" --json");
    QVERIFY(ran(owner, user.arg(QStringLiteral("suspend")), ExitStatus::Ok)
                .object()[QStringLiteral("suspended")]
                .toBool());
    QCOMPARE(
        guest.run({QStringLiteral("note"), QStringLiteral("new"), QStringLiteral("late")}).status,
        0);
    const Answer refused = guest.run(QStringLiteral("sync --once"));
    QCOMPARE(refused.status, toInt(ExitStatus::SignedOut));
    QVERIFY(refused.problem.contains("suspended"));
    const QJsonObject resumed =
        ran(owner,
            QStringLiteral("canister user set ") + principal
                + QStringLiteral(" --quota 32 --note \"Zoë's laptop\" --json"),
            ExitStatus::Ok)
            .object();
    QCOMPARE(resumed[QStringLiteral("note")].toString(), QStringLiteral("Zoë's laptop"));
    QVERIFY(resumed[QStringLiteral("suspended")].toBool());
    QCOMPARE(ran(owner, user.arg(QStringLiteral("resume")), ExitStatus::Ok).status, 0);
    QCOMPARE(ran(guest, QStringLiteral("sync --once"), ExitStatus::Ok).status, 0);
}

void TestCanisterCommand::devicesAreListedAndRetired()
{
    const SheafProgram guest = person("guest");
    const QJsonArray devices =
        ran(guest, QStringLiteral("canister devices --json"), ExitStatus::Ok).array();
    QCOMPARE(devices.size(), 1);
    const QString id = devices[0].toObject()[QStringLiteral("id")].toString();
    QCOMPARE(id.size(), 32);
    const QJsonArray after =
        ran(guest, QStringLiteral("canister device retire %1 --json").arg(id), ExitStatus::Ok)
            .array();
    QVERIFY(after[0].toObject()[QStringLiteral("retired")].toBool());
}

void TestCanisterCommand::deletingWantsThePrincipal()
{
    const SheafProgram guest = person("guest");
    const Answer asks = guest.run(QStringLiteral("canister delete-space"));
    QCOMPARE(asks.status, toInt(ExitStatus::Usage));
    QVERIFY(asks.problem.contains(principalOf(guest).toUtf8()));
    QCOMPARE(guest.run(QStringLiteral("canister delete-space --confirm yes")).status,
             toInt(ExitStatus::Usage));
    const Answer done = ran(guest,
                            QStringLiteral("canister delete-space --confirm ") + principalOf(guest),
                            ExitStatus::Ok);
    QCOMPARE(done.status, 0);
    // The notes stay, and nothing brings them back there by itself.
    QCOMPARE(guest.run(QStringLiteral("note list --json")).array().size(), 2);
    QCOMPARE(guest.run(QStringLiteral("sync --once")).status, toInt(ExitStatus::NotFound));
    const QJsonArray users =
        ran(person("owner"), QStringLiteral("canister users --json"), ExitStatus::Ok).array();
    for (const auto &user : users) {
        if (user.toObject()[QStringLiteral("principal")].toString() == principalOf(guest))
            QCOMPARE(user.toObject()[QStringLiteral("rows")].toInt(), 0);
    }
}

void TestCanisterCommand::optionsHoldForTheirRun()
{
    const SheafProgram owner = person("owner");
    const Answer elsewhere = owner.run({QStringLiteral("--canister"),
                                        kStranger,
                                        QStringLiteral("canister"),
                                        QStringLiteral("check")});
    QCOMPARE(elsewhere.status, toInt(ExitStatus::NotFound));
    const QJsonObject saved = owner.run(QStringLiteral("canister show --json")).object();
    QCOMPARE(saved[QStringLiteral("canister")].toString(), m_network.canisterId());
}

void TestCanisterCommand::offlineAsksNobody()
{
    for (const char *line :
         {"canister check", "canister status", "canister devices", "sync --once"}) {
        const Answer answer =
            person("owner").run(QStringList{QStringLiteral("--offline")}
                                + QString::fromLatin1(line).split(QLatin1Char(' ')));
        QCOMPARE(answer.status, toInt(ExitStatus::Offline));
        QVERIFY(answer.problem.contains("--offline"));
    }
    // What was there is still listed, without a network.
    QCOMPARE(person("owner").run(QStringLiteral("--offline note list")).status, 0);
}

QTEST_GUILESS_MAIN(TestCanisterCommand)
#include "tst_canistercommand.moc"
