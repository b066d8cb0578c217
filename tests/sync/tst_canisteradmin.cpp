#include "sync/agentadmin.h"
#include "sync/canistermaster.h"
#include "sync/httptransport.h"
#include "tests/support/localnetwork.h"

#include <QTest>

using Kind = CanisterProblem::Kind;

namespace {

std::shared_ptr<const ic::Identity> newPerson()
{
    SystemRandom random;
    return ic::Ed25519Identity::generate(random);
}

/// One person's way to the canister.
class Person
{
public:
    explicit Person(const LocalNetwork &network,
                    const std::shared_ptr<const ic::Identity> &identity = newPerson())
        : Person(network.url(), network.canisterId(), network.rootKey(), identity)
    {}
    Person(const QByteArray &url,
           const QString &canister,
           const QByteArray &rootKey,
           const std::shared_ptr<const ic::Identity> &identity)
        : m_agent(configOf(url, rootKey),
                  m_transport,
                  m_clock,
                  m_random,
                  [this](std::chrono::milliseconds time) { return m_transport.wait(time); })
        , admin(m_agent, *ic::Principal::fromText(canister))
        , principal(identity->sender().toString())
        , m_master(
              CanisterConfig{url, *ic::Principal::fromText(canister), {}},
              m_transport,
              [this](std::chrono::milliseconds time) { return m_transport.wait(time); },
              m_clock,
              m_random)
    {
        m_agent.setIdentity(identity);
        m_master.setIdentity(identity);
    }

    /// Stores a row, as a first sync does.
    bool store(const QString &id)
    {
        master::PushRequest request;
        request.device = QStringLiteral("Desk");
        request.deviceId = QByteArray(16, 'd');
        master::PushRow row;
        row.id = id;
        row.revision = QByteArray(16, 'r');
        row.kind = QStringLiteral("note");
        row.body = QByteArray(1000, 'b');
        request.rows.push_back(row);
        const auto answer = m_master.push(request);
        if (!answer)
            m_problem = answer.error();
        return answer.ok() && std::holds_alternative<master::PushReply>(answer.value());
    }
    std::optional<SyncError> problem() const { return m_problem; }

private:
    static ic::AgentConfig configOf(const QByteArray &url, const QByteArray &rootKey)
    {
        ic::AgentConfig config;
        config.url = url;
        config.rootKey = ic::toBytes(ic::viewOf(rootKey));
        return config;
    }

    HttpTransport m_transport;
    SystemClock m_clock;
    SystemRandom m_random;
    ic::Agent m_agent;

public:
    AgentAdmin admin;
    QString principal;

private:
    CanisterMaster m_master;
    std::optional<SyncError> m_problem;
};

} // namespace

/// The client of the canister's administration against the real canister. The functions run in
/// order and share one canister: claimed first, then opened to others.
class TestCanisterAdmin : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anUnclaimedCanisterIsNobodys();
    void aWrongSecretCostsATry();
    void theRightSecretMakesAnOwner();
    void theOwnerSeesHowItFares();
    void strangersAreKeptOut();
    void rulesAreKept();
    void anInviteAdmitsOnePerson();
    void theOwnerLooksAfterPeople();
    void everybodySeesTheirOwnSpace();
    void oneDeletesOnesOwn();
    void theOwnerRemovesTheSuspended();
    void ownershipIsGivenAway();
    void otherPlacesAreTold();

private:
    LocalNetwork m_network;
    std::unique_ptr<Person> m_owner;
    std::unique_ptr<Person> m_guest;
};

#define COMPARE_PROBLEM(answer, expected)                                                          \
    do {                                                                                           \
        const auto given = (answer);                                                               \
        QVERIFY2(!given.ok(), "it worked");                                                        \
        QVERIFY2(given.error().kind == (expected), qPrintable(given.error().detail));              \
    } while (false)
#define VERIFY_DONE(answer)                                                                        \
    do {                                                                                           \
        const auto given = (answer);                                                               \
        QVERIFY2(given.ok(), given.ok() ? "" : qPrintable(given.error().detail));                  \
    } while (false)

void TestCanisterAdmin::initTestCase()
{
    const QString notStarted =
        m_network.start({QStringLiteral("--registration"), QStringLiteral("single_owner")});
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
    QVERIFY(!m_network.claimSecret().isEmpty());
    m_owner = std::make_unique<Person>(m_network);
    m_guest = std::make_unique<Person>(m_network);
}

void TestCanisterAdmin::anUnclaimedCanisterIsNobodys()
{
    const auto about = m_owner->admin.about();
    QVERIFY2(about.ok(), about.ok() ? "" : qPrintable(about.error().detail));
    CanisterAbout expected;
    expected.interfaceVersion = 2;
    expected.protocol = 1;
    QCOMPARE(about.value(), expected);
    Person nobody(m_network, std::make_shared<ic::AnonymousIdentity>());
    QVERIFY(nobody.admin.about().ok());
    QVERIFY(!m_owner->store(QStringLiteral("early")));
    QCOMPARE(m_owner->problem()->kind, SyncError::Kind::NotMember);
}

void TestCanisterAdmin::aWrongSecretCostsATry()
{
    const auto wrong = m_guest->admin.claim("not the secret of this canister");
    COMPARE_PROBLEM(wrong, Kind::WrongCode);
    QVERIFY(wrong.error().number > 0);
}

void TestCanisterAdmin::theRightSecretMakesAnOwner()
{
    // A wrong try is followed by a pause, in which even the right secret waits.
    const auto claimed = [&] {
        const auto answer = m_owner->admin.claim(m_network.claimSecret().toUtf8());
        return answer.ok() || answer.error().kind != Kind::Busy;
    };
    QTRY_VERIFY(claimed());
    const auto about = m_owner->admin.about();
    QVERIFY(about.ok());
    QVERIFY(about.value().claimed && about.value().owner && about.value().member);
    COMPARE_PROBLEM(m_guest->admin.claim(m_network.claimSecret().toUtf8()), Kind::AlreadyClaimed);
    QVERIFY(m_owner->store(QStringLiteral("first")));
}

void TestCanisterAdmin::theOwnerSeesHowItFares()
{
    const auto status = m_owner->admin.status();
    QVERIFY2(status.ok(), status.ok() ? "" : qPrintable(status.error().detail));
    QVERIFY(status.value().cycles > 0);
    QVERIFY(status.value().memoryBytes > 0);
    QCOMPARE(status.value().users, quint64{1});
    QVERIFY(!status.value().version.isEmpty());
    const auto users = m_owner->admin.users();
    QVERIFY(users.ok());
    QCOMPARE(users.value().size(), 1);
    QCOMPARE(users.value()[0].principal, m_owner->principal);
    QVERIFY(users.value()[0].owner);
    QCOMPARE(users.value()[0].rows, quint64{1});
}

void TestCanisterAdmin::strangersAreKeptOut()
{
    CanisterAdmin &admin = m_guest->admin;
    COMPARE_PROBLEM(admin.status(), Kind::NotOwner);
    COMPARE_PROBLEM(admin.settings(), Kind::NotOwner);
    COMPARE_PROBLEM(admin.users(), Kind::NotOwner);
    COMPARE_PROBLEM(admin.invites(), Kind::NotOwner);
    COMPARE_PROBLEM(admin.usage(), Kind::NotMember);
    // Refused before it is paid for, without a reason: `about` has it.
    COMPARE_PROBLEM(admin.setSettings({}), Kind::NotOwner);
    COMPARE_PROBLEM(admin.setOwner(m_guest->principal), Kind::NotOwner);
    COMPARE_PROBLEM(admin.removeUser(m_owner->principal), Kind::NotOwner);
    COMPARE_PROBLEM(admin.setUser({m_owner->principal, {}, true, {}}), Kind::NotOwner);
    COMPARE_PROBLEM(admin.deleteSpace(m_guest->principal), Kind::NotMember);
    COMPARE_PROBLEM(admin.join("no such invite, of some length"), Kind::NotMember);
    QVERIFY(m_owner->admin.about().value().owner);
}

void TestCanisterAdmin::rulesAreKept()
{
    const auto before = m_owner->admin.settings();
    QVERIFY(before.ok());
    CanisterSettings wanted = before.value();
    wanted.registration = Registration::InviteOnly;
    wanted.defaultQuotaBytes = 5'000'000;
    wanted.maxUsers = 3;
    const auto kept = m_owner->admin.setSettings(wanted);
    QVERIFY2(kept.ok(), kept.ok() ? "" : qPrintable(kept.error().detail));
    QCOMPARE(kept.value(), wanted);
    QCOMPARE(m_owner->admin.settings().value(), wanted);
    wanted.maxUsers = 0;
    COMPARE_PROBLEM(m_owner->admin.setSettings(wanted), Kind::BadArgument);
}

void TestCanisterAdmin::anInviteAdmitsOnePerson()
{
    const qint64 tomorrow = toMilliseconds(SystemClock().now()) + 86'400'000;
    const auto invite =
        m_owner->admin.createInvite("a code for one guest", QStringLiteral("Zoë"), tomorrow);
    QVERIFY2(invite.ok(), invite.ok() ? "" : qPrintable(invite.error().detail));
    QCOMPARE(invite.value().note, QStringLiteral("Zoë"));
    QCOMPARE(invite.value().expires, tomorrow);
    const auto other =
        m_owner->admin.createInvite("a code that is revoked", QStringLiteral("X"), tomorrow);
    QVERIFY(other.ok());
    VERIFY_DONE(m_owner->admin.revokeInvite(other.value().id));
    COMPARE_PROBLEM(m_owner->admin.revokeInvite(other.value().id), Kind::NoSuchEntry);
    COMPARE_PROBLEM(m_guest->admin.join("a code that is revoked"), Kind::WrongInvite);
    VERIFY_DONE(m_guest->admin.join("a code for one guest"));
    QVERIFY(m_guest->admin.about().value().member);
    QVERIFY(!m_guest->admin.about().value().owner);
    Person late(m_network);
    COMPARE_PROBLEM(late.admin.join("a code for one guest"), Kind::WrongInvite);
    const auto list = m_owner->admin.invites();
    QVERIFY(list.ok());
    QCOMPARE(list.value().size(), 1);
    QCOMPARE(list.value()[0].usedBy, std::optional<QString>(m_guest->principal));
    COMPARE_PROBLEM(
        m_owner->admin.createInvite("a code from yesterday", {}, tomorrow - 2 * 86'400'000),
        Kind::BadArgument);
}

void TestCanisterAdmin::theOwnerLooksAfterPeople()
{
    QVERIFY(m_guest->store(QStringLiteral("guest's")));
    const auto changed = m_owner->admin.setUser(
        {m_guest->principal, quint64{9'000'000}, true, QStringLiteral("Zoë, laptop")});
    QVERIFY2(changed.ok(), changed.ok() ? "" : qPrintable(changed.error().detail));
    QCOMPARE(changed.value().quotaBytes, quint64{9'000'000});
    QCOMPARE(changed.value().note, QStringLiteral("Zoë, laptop"));
    QVERIFY(changed.value().suspended);
    QVERIFY(m_guest->admin.about().value().suspended);
    QVERIFY(m_guest->admin.usage().ok()); // reading goes on
    QVERIFY(!m_guest->store(QStringLiteral("late")));
    QCOMPARE(m_guest->problem()->kind, SyncError::Kind::Suspended);
    const auto resumed = m_owner->admin.setUser({m_guest->principal, {}, false, {}});
    QVERIFY(resumed.ok());
    QCOMPARE(resumed.value().note, QStringLiteral("Zoë, laptop"));
    QVERIFY(m_guest->store(QStringLiteral("late")));
    COMPARE_PROBLEM(m_owner->admin.setUser({m_owner->principal, {}, true, {}}), Kind::BadArgument);
    COMPARE_PROBLEM(m_owner->admin.setUser({QStringLiteral("nobody"), {}, true, {}}),
                    Kind::BadArgument);
    Person stranger(m_network);
    COMPARE_PROBLEM(m_owner->admin.setUser({stranger.principal, {}, true, {}}), Kind::NoSuchEntry);
}

void TestCanisterAdmin::everybodySeesTheirOwnSpace()
{
    const auto usage = m_guest->admin.usage();
    QVERIFY(usage.ok());
    QCOMPARE(usage.value().rows, quint64{2});
    QVERIFY(usage.value().bytes > 2'000);
    QCOMPARE(usage.value().quotaBytes, quint64{9'000'000});
    const auto devices = m_guest->admin.devices();
    QVERIFY2(devices.ok(), devices.ok() ? "" : qPrintable(devices.error().detail));
    QCOMPARE(devices.value().size(), 1);
    QCOMPARE(devices.value()[0].name, QStringLiteral("Desk"));
    QCOMPARE(devices.value()[0].id, QByteArray(16, 'd'));
    QVERIFY(devices.value()[0].lastSeen > 1'600'000'000'000);
    const auto retired = m_guest->admin.retireDevice(QByteArray(16, 'd'));
    QVERIFY2(retired.ok(), retired.ok() ? "" : qPrintable(retired.error().detail));
    QVERIFY(retired.value()[0].retired);
}

void TestCanisterAdmin::oneDeletesOnesOwn()
{
    QVERIFY(!m_guest->admin.deleteSpace(m_owner->principal).ok());
    VERIFY_DONE(m_guest->admin.deleteSpace(m_guest->principal));
    QCOMPARE(m_guest->admin.usage().value().rows, quint64{0});
    QCOMPARE(m_owner->admin.usage().value().rows, quint64{1});
}

void TestCanisterAdmin::theOwnerRemovesTheSuspended()
{
    COMPARE_PROBLEM(m_owner->admin.removeUser(m_guest->principal), Kind::BadArgument);
    QVERIFY(m_owner->admin.setUser({m_guest->principal, {}, true, {}}).ok());
    VERIFY_DONE(m_owner->admin.removeUser(m_guest->principal));
    QCOMPARE(m_owner->admin.users().value().size(), 1);
    QVERIFY(!m_guest->admin.about().value().member);
}

void TestCanisterAdmin::ownershipIsGivenAway()
{
    Person next(m_network);
    VERIFY_DONE(m_owner->admin.setOwner(next.principal));
    QVERIFY(next.admin.about().value().owner);
    QVERIFY(!m_owner->admin.about().value().owner);
    QVERIFY(m_owner->admin.about().value().member);
    COMPARE_PROBLEM(m_owner->admin.status(), Kind::NotOwner);
}

void TestCanisterAdmin::otherPlacesAreTold()
{
    Person lost(m_network.url(),
                QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai"),
                m_network.rootKey(),
                newPerson());
    COMPARE_PROBLEM(lost.admin.about(), Kind::NotFound);
    Person offline(
        QByteArray("http://127.0.0.1:9"), m_network.canisterId(), m_network.rootKey(), newPerson());
    COMPARE_PROBLEM(offline.admin.about(), Kind::Unreachable);
    LocalNetwork empty;
    const QString notStarted = empty.start({QStringLiteral("--no-canister")});
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
    Person elsewhere(empty.url(), m_network.canisterId(), empty.rootKey(), newPerson());
    COMPARE_PROBLEM(elsewhere.admin.about(), Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestCanisterAdmin)
#include "tst_canisteradmin.moc"
