#include "ic/fakereplica.h"
#include "ic/vectors.h"
#include "model/store/networkmemory.h"
#include "sync/canistermaster.h"
#include "sync/httptransport.h"
#include "sync/syncround.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/localnetwork.h"
#include "tests/support/teststore.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

enum class Cut {
    Never,
    BeforeTheCall, ///< Its bytes never leave.
    AfterTheCall, ///< It arrives, and its answer does not.
};

/// The network until a push is sent, and nothing after that: the moment in which a computer dies.
class DyingTransport final : public Transport
{
public:
    DyingTransport(Transport &inner, Cut cut)
        : m_inner(inner)
        , m_cut(cut)
    {}

    Result<HttpResponse, TransportError> send(const HttpRequest &request) override
    {
        const bool isCall = request.url.endsWith("/call");
        if (!m_isDead && isCall && m_cut == Cut::AfterTheCall)
            (void)m_inner.send(request);
        m_isDead = m_isDead || (isCall && m_cut != Cut::Never);
        if (m_isDead)
            return TransportError{TransportError::Kind::Cancelled, QStringLiteral("dead")};
        urls.append(request.url.mid(request.url.lastIndexOf('/') + 1));
        return m_inner.send(request);
    }
    void cancel() override {}
    void resume() override {}

    QByteArrayList urls; ///< Last parts of what was asked.

private:
    Transport &m_inner;
    Cut m_cut;
    bool m_isDead = false;
};

/// The sync side of one run of the program on a profile.
struct Session
{
    Session(TestProfile &profile,
            const LocalNetwork &network,
            std::shared_ptr<const ic::Identity> person,
            Cut cut = Cut::Never)
        : store(profile.replica())
        , transport(http, cut)
        , master(
              {network.url(), *ic::Principal::fromText(network.canisterId()), {}},
              transport,
              [this](auto time) { return http.wait(time); },
              clock,
              random)
        , account{network.canisterId(), person->sender().toString()}
    {
        master.setIdentity(std::move(person));
        master.setMemory(store->networkMemory());
    }

    RoundReport sync()
    {
        transport.urls.clear();
        return SyncRound({{master, *store, QStringLiteral("desk"), cancelled, {}}, account}).run();
    }
    QList<KeptMessage> kept() { return store->networkMemory()->keptMessages().value(); }

    std::unique_ptr<ReplicaStore> store;
    HttpTransport http;
    DyingTransport transport;
    SystemClock clock;
    SystemRandom random;
    CanisterMaster master;
    ReplicaBinding account;
    std::atomic<bool> cancelled = false;
};

/// A memory that is a test's own.
class TestMemory final : public NetworkMemory
{
public:
    Result<Done, StoreError> keepMessage(const KeptMessage &message) override
    {
        if (isFull)
            return StoreError{StoreError::Kind::DiskFull, QStringLiteral("full")};
        messages.append(message);
        return Done{};
    }
    Result<Done, StoreError> dropMessage(const QByteArray &id) override
    {
        messages.removeIf([&](const KeptMessage &message) { return message.id == id; });
        return Done{};
    }
    Result<QList<KeptMessage>, StoreError> keptMessages() const override { return messages; }
    Result<KeptTime, StoreError> keptTime() const override { return time; }
    Result<Done, StoreError> keepTime(const KeptTime &kept) override
    {
        time = kept;
        ++timesKept;
        return Done{};
    }

    QList<KeptMessage> messages;
    KeptTime time;
    int timesKept = 0;
    bool isFull = false;
};

const UtcTime kNow{std::chrono::nanoseconds(1'788'264'000'000'000'000)};

/// A master on a network that signs what the test wants, its time included.
struct FakeScene
{
    explicit FakeScene(TestMemory &memory, std::chrono::nanoseconds later = 0ns)
        : clock(kNow + later)
        , network(kNow + later)
        , replica(network)
        , master(
              {"https://icp-api.io", network.canister(), network.rootKey()},
              replica,
              [this](std::chrono::milliseconds) { return ++waits < 3; },
              clock,
              random)
    {
        master.setIdentity(person);
        master.setMemory(&memory);
    }

    Result<master::PushAnswer, SyncError> push()
    {
        master::PushRow row;
        row.id = QStringLiteral("n1");
        row.revision = QByteArray(16, 'r');
        row.kind = QStringLiteral("note");
        master::PushRequest request;
        request.deviceId = QByteArray(16, 'd');
        request.rows = {row};
        return master.push(request);
    }
    /// Nothing answers calls.
    void cutCalls()
    {
        replica.instead =
            [](const HttpRequest &request) -> std::optional<Result<HttpResponse, TransportError>> {
            if (!request.url.endsWith("/call"))
                return std::nullopt;
            return Result<HttpResponse, TransportError>(
                TransportError{TransportError::Kind::Unreachable, QStringLiteral("cut")});
        };
    }

    std::shared_ptr<const ic::Identity> person =
        std::make_shared<ic::Ed25519Identity>(ic::Ed25519Identity::Seed{5});
    FrozenClock clock;
    SystemRandom random;
    FakeNetwork network;
    FakeReplica replica;
    int waits = 0;
    CanisterMaster master;
};

} // namespace

/// Was it ever executed? Pushes whose answer was lost, asked about before anything is sent again.
class TestFoundPushes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void takesTheCertifiedAnswerAfterACrash();
    void keepsWhatWasEditedMeanwhile();
    void sendsAgainWhatNeverLeft();
    void forgetsWhatIsProvedNeverToRun();
    void asksNobodyAboutOldPushes();
    void asksOnlyAboutItsOwn();
    void sendsNothingThatCannotBeKept();
    void remembersTheTimeOverARestart();
    void writesTheTimeSeldom();

private:
    LocalNetwork m_network;
};

namespace {

std::shared_ptr<const ic::Identity> newPerson()
{
    SystemRandom random;
    return ic::Ed25519Identity::generate(random);
}

void write(TestProfile &profile, const QString &text)
{
    const auto saved = profile.documents()->save(
        {build::note(QStringLiteral("n1"), QStringLiteral("Title"), text).toDocument()});
    QVERIFY(saved.ok());
}

} // namespace

void TestFoundPushes::initTestCase()
{
    const QString problem = m_network.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestFoundPushes::takesTheCertifiedAnswerAfterACrash()
{
    TestProfile profile;
    const auto person = newPerson();
    write(profile, QStringLiteral("one"));
    {
        Session dying(profile, m_network, person, Cut::AfterTheCall);
        QVERIFY(dying.sync().error);
        QCOMPARE(dying.kept().size(), 1);
    }
    Session next(profile, m_network, person);
    QCOMPARE(next.kept().size(), 1);
    const RoundReport report = next.sync();
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->detail) : "");
    QVERIFY(report.complete);
    QCOMPARE(report.pushed, 1);
    QVERIFY(!next.transport.urls.contains("call")); // asked, not sent again
    QVERIFY(next.transport.urls.contains("read_state"));
    QVERIFY(next.kept().isEmpty());
    QVERIFY(!next.store->hasPending().value());
    QCOMPARE(next.store->checkpoint().value().cursor, std::uint64_t{1});
}

void TestFoundPushes::keepsWhatWasEditedMeanwhile()
{
    TestProfile profile;
    const auto person = newPerson();
    write(profile, QStringLiteral("one"));
    {
        Session dying(profile, m_network, person, Cut::AfterTheCall);
        QVERIFY(dying.sync().error);
    }
    write(profile, QStringLiteral("two"));
    Session next(profile, m_network, person);
    const RoundReport report = next.sync();
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->detail) : "");
    QVERIFY(report.complete);
    QCOMPARE(next.transport.urls.count("call"), 1); // the edit, on top of what had arrived
    QVERIFY(report.conflicts.isEmpty());
    QCOMPARE(report.merged, 0);
    QCOMPARE(next.store->checkpoint().value().cursor, std::uint64_t{2});
    QVERIFY(next.kept().isEmpty());
}

void TestFoundPushes::sendsAgainWhatNeverLeft()
{
    TestProfile profile;
    const auto person = newPerson();
    write(profile, QStringLiteral("one"));
    {
        Session dying(profile, m_network, person, Cut::BeforeTheCall);
        QVERIFY(dying.sync().error);
        QCOMPARE(dying.kept().size(), 1);
    }
    Session next(profile, m_network, person);
    const RoundReport report = next.sync();
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->detail) : "");
    QVERIFY(report.complete);
    QCOMPARE(next.transport.urls.count("call"), 1);
    // The first one may still run as far as anybody can know; it stays to be asked about.
    QCOMPARE(next.kept().size(), 1);
}

void TestFoundPushes::forgetsWhatIsProvedNeverToRun()
{
    TestMemory memory;
    FakeScene cut(memory);
    cut.cutCalls();
    QCOMPARE(cut.push().error().kind, SyncError::Kind::Offline);
    QCOMPARE(memory.messages.size(), 1);
    {
        FakeScene soon(memory, 2min);
        const auto found = soon.master.findPushes();
        QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.error().detail));
        QVERIFY(found.value().empty());
        QCOMPARE(memory.messages.size(), 1);
    }
    FakeScene later(memory, 6min);
    later.replica.onStatus = [](const ic::Hash &) { return std::vector<faketree::Entry>(); };
    const auto found = later.master.findPushes();
    QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.error().detail));
    QVERIFY(found.value().empty());
    QVERIFY(memory.messages.isEmpty());
    QCOMPARE(later.replica.asked("/read_state"), 1);
}

void TestFoundPushes::asksNobodyAboutOldPushes()
{
    TestMemory memory;
    FakeScene cut(memory);
    cut.cutCalls();
    QVERIFY(!cut.push().ok());
    FakeScene tomorrow(memory, 24h);
    QVERIFY(tomorrow.master.findPushes().value().empty());
    QVERIFY(memory.messages.isEmpty());
    QVERIFY(tomorrow.replica.requests.isEmpty());
}

void TestFoundPushes::asksOnlyAboutItsOwn()
{
    TestMemory memory;
    FakeScene cut(memory);
    cut.cutCalls();
    QVERIFY(!cut.push().ok());
    FakeScene other(memory, 1min);
    other.master.setIdentity(newPerson());
    QVERIFY(other.master.findPushes().value().empty());
    QCOMPARE(memory.messages.size(), 1);
    QVERIFY(other.replica.requests.isEmpty());
}

void TestFoundPushes::sendsNothingThatCannotBeKept()
{
    TestMemory memory;
    memory.isFull = true;
    FakeScene scene(memory);
    const auto answer = scene.push();
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, SyncError::Kind::Local);
    QVERIFY(scene.replica.requests.isEmpty());
}

void TestFoundPushes::remembersTheTimeOverARestart()
{
    TestProfile profile;
    const auto person = newPerson();
    {
        Session first(profile, m_network, person);
        QVERIFY(!first.sync().error);
        QVERIFY(first.master.newestCertifiedTime() > UtcTime());
    }
    const KeptTime kept = profile.replica()->networkMemory()->keptTime().value();
    QVERIFY(kept.newestCertifiedNs > 0);
    Session second(profile, m_network, person);
    QCOMPARE(second.master.newestCertifiedTime().time_since_epoch().count(),
             kept.newestCertifiedNs);

    // Replays of what was true before the last session, on a computer whose clock stands still.
    TestMemory memory;
    memory.time = {(kNow + 1h).time_since_epoch().count(), 0};
    FakeScene old(memory);
    old.replica.onQuery = [](const cbor::Map &) { return ic::toBytes("DIDL"); };
    QCOMPARE(old.master.head().error().kind, SyncError::Kind::Untrusted);
    QCOMPARE(old.master.clockOffset(), 0ns);
}

void TestFoundPushes::writesTheTimeSeldom()
{
    TestMemory memory;
    {
        FakeScene scene(memory);
        scene.replica.onQuery = [](const cbor::Map &) { return ic::toBytes("DIDL"); };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(scene.master.head().error().kind, SyncError::Kind::Protocol);
        QCOMPARE(memory.timesKept, 1);
    }
    QCOMPARE(memory.timesKept, 1); // nothing new at the end
    QCOMPARE(memory.time.newestCertifiedNs, kNow.time_since_epoch().count());
}

QTEST_GUILESS_MAIN(TestFoundPushes)
#include "tst_foundpushes.moc"
