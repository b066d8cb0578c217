#include "tests/support/masterdevice.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <atomic>
#include <thread>

using master::PushRow;

namespace {

using namespace std::chrono_literals;

QByteArray revisionOf(char digit)
{
    return QByteArray(16, digit);
}

PushRow makeRow(const QString &id, char revision, std::optional<char> base = {})
{
    PushRow row;
    row.id = id;
    if (base)
        row.base = revisionOf(*base);
    row.revision = revisionOf(revision);
    row.kind = QStringLiteral("note");
    row.body = "body of " + id.toUtf8() + revision;
    row.clientTimeNs = 1'700'000'000'000'000'000;
    return row;
}

master::PushRequest pushOf(std::vector<PushRow> rows)
{
    master::PushRequest request;
    request.device = QStringLiteral("Müllers Gerät");
    request.deviceId = QByteArray(16, 'd');
    request.rows = std::move(rows);
    return request;
}

std::vector<master::RowResult> push(CanisterMaster &master, std::vector<PushRow> rows)
{
    const auto answer = master.push(pushOf(std::move(rows)));
    if (!answer) {
        qWarning("%s", qPrintable(answer.error().detail));
        return {};
    }
    const auto *reply = std::get_if<master::PushReply>(&answer.value());
    return reply ? reply->results : std::vector<master::RowResult>();
}

} // namespace

/// The whole way from the engine's values to the real canister on the local network and back.
class TestCanisterMaster : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asksForTheHead();
    void pushesAndPulls();
    void pullsInPages();
    void reportsConflicts();
    void reportsRowResults();
    void getsAndListsRows();
    void keepsTextsExactly();
    void asksForAResync();
    void keepsPeopleApart();
    void wantsASignature();
    void acceptsADelegation();
    void noticesAnExpiredDelegation();
    void reportsAnUnknownCanister();
    void reportsAnotherNetwork();
    void reportsANetworkThatIsNotRunning();
    void reportsSomethingElseOnThePort();
    void learnsTheRootKeyByItself();
    void canBeCancelled();
    void encodedSizeIsExact_data();
    void encodedSizeIsExact();
    void movesManyRows();

private:
    CanisterConfig config() const { return configOf(m_network); }

    LocalNetwork m_network;
};

void TestCanisterMaster::initTestCase()
{
    const QString problem = m_network.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(ic::Principal::fromText(m_network.canisterId()));
}

void TestCanisterMaster::asksForTheHead()
{
    MasterDevice device(config(), newIdentity());
    const auto head = device.master.head();
    QVERIFY2(head.ok(), head.ok() ? "" : qPrintable(head.error().detail));
    QCOMPARE(head.value().protocol, std::uint16_t{1});
    QVERIFY(head.value().epoch != 0);
    QCOMPARE(head.value().rows, std::uint64_t{0});
    const auto now = std::uint64_t(device.clock.now().time_since_epoch().count());
    QVERIFY(head.value().timeNs > now - 60'000'000'000
            && head.value().timeNs < now + 60'000'000'000);
    const auto replicated = device.master.headReplicated();
    QVERIFY(replicated.ok());
    QCOMPARE(replicated.value().epoch, head.value().epoch);
    QCOMPARE(replicated.value().proof, head.value().proof);
}

void TestCanisterMaster::pushesAndPulls()
{
    MasterDevice device(config(), newIdentity());
    PushRow row = makeRow(QStringLiteral("note-1"), 'a');
    row.body = QByteArray("\0\xff body", 7);
    const auto results = push(device.master, {row});
    QCOMPARE(results.size(), std::size_t{1});
    const auto *accepted = std::get_if<master::Accepted>(&results[0]);
    QVERIFY(accepted);
    QCOMPARE(accepted->revision, row.revision);

    const auto pulled = device.master.pull({});
    QVERIFY(pulled.ok());
    const auto *page = std::get_if<master::PullPage>(&pulled.value());
    QVERIFY(page);
    QCOMPARE(page->rows.size(), std::size_t{1});
    const master::MasterRow &got = page->rows[0];
    QCOMPARE(got.id, row.id);
    QCOMPARE(got.revision, row.revision);
    QVERIFY(!got.parent);
    QCOMPARE(got.deleted, false);
    QCOMPARE(got.kind, row.kind);
    QCOMPARE(got.schema, row.schema);
    QCOMPARE(got.body, row.body);
    QCOMPARE(got.clientTimeNs, row.clientTimeNs);
    QCOMPARE(got.sequence, accepted->sequence);
    QCOMPARE(got.device, QStringLiteral("Müllers Gerät"));
    QVERIFY(got.serverTimeNs != 0);
    QVERIFY(!page->more);
    QCOMPARE(page->cursor, accepted->sequence);
    QCOMPARE(page->head.rows, std::uint64_t{1});
}

void TestCanisterMaster::pullsInPages()
{
    MasterDevice device(config(), newIdentity());
    std::vector<PushRow> rows;
    for (int i = 0; i < 25; ++i)
        rows.push_back(makeRow(QStringLiteral("row-%1").arg(i), 'a'));
    QCOMPARE(push(device.master, rows).size(), std::size_t{25});
    master::PullRequest request;
    request.maxRows = 10;
    QStringList ids;
    for (bool more = true; more;) {
        const auto pulled = device.master.pull(request);
        QVERIFY(pulled.ok());
        const auto *page = std::get_if<master::PullPage>(&pulled.value());
        QVERIFY(page);
        for (const auto &row : page->rows)
            ids.append(row.id);
        request.checkpoint = {page->head.epoch, page->cursor, page->head.proof};
        more = page->more;
        QVERIFY(ids.size() <= 25);
    }
    QCOMPARE(ids.size(), 25);
    QCOMPARE(ids.first(), QStringLiteral("row-0"));
    QCOMPARE(ids.last(), QStringLiteral("row-24"));
}

void TestCanisterMaster::reportsConflicts()
{
    const auto alice = newIdentity();
    MasterDevice one(config(), alice);
    MasterDevice two(config(), alice);
    const QString id = QStringLiteral("shared");
    QVERIFY(std::holds_alternative<master::Accepted>(push(one.master, {makeRow(id, 'a')})[0]));
    QVERIFY(std::holds_alternative<master::Accepted>(push(one.master, {makeRow(id, 'b', 'a')})[0]));
    const auto results = push(two.master, {makeRow(id, 'c', 'a')});
    const auto *conflict = std::get_if<master::Conflict>(&results[0]);
    QVERIFY(conflict);
    QCOMPARE(conflict->master.revision, revisionOf('b'));
    QCOMPARE(conflict->master.parent, std::optional(revisionOf('a')));
    QCOMPARE(conflict->master.body, QByteArray("body of sharedb"));
    QCOMPARE(conflict->master.recent, std::vector<QByteArray>{revisionOf('a')});
    QVERIFY(!conflict->bodyLeftOut);
}

void TestCanisterMaster::reportsRowResults()
{
    MasterDevice device(config(), newIdentity());
    const QString id = QStringLiteral("row");
    (void)push(device.master, {makeRow(id, 'a')});
    (void)push(device.master, {makeRow(id, 'b', 'a')});
    PushRow tombstone = makeRow(id, 'c', 'b');
    tombstone.deleted = true;
    tombstone.body.clear();
    const auto results = push(device.master,
                              {makeRow(id, 'a'),
                               makeRow(QStringLiteral("never"), 'x', 'w'),
                               makeRow(QString(), 'a'),
                               tombstone});
    QCOMPARE(results.size(), std::size_t{4});
    QVERIFY(std::holds_alternative<master::Superseded>(results[0]));
    QVERIFY(std::holds_alternative<master::Missing>(results[1]));
    const auto *refused = std::get_if<master::Refused>(&results[2]);
    QVERIFY(refused);
    QCOMPARE(refused->code, QStringLiteral("bad_id"));
    QVERIFY(std::holds_alternative<master::Accepted>(results[3]));
    const auto got = device.master.get({id});
    QVERIFY(got.ok());
    QVERIFY(got.value().rows[0].deleted);
}

void TestCanisterMaster::getsAndListsRows()
{
    MasterDevice device(config(), newIdentity());
    (void)push(device.master,
               {makeRow(QStringLiteral("a"), 'a'), makeRow(QStringLiteral("b"), 'b')});
    const auto got =
        device.master.get({QStringLiteral("b"), QStringLiteral("nobody"), QStringLiteral("a")});
    QVERIFY(got.ok());
    QCOMPARE(got.value().rows.size(), std::size_t{2});
    QCOMPARE(got.value().rows[0].id, QStringLiteral("b"));
    QCOMPARE(got.value().rows[1].id, QStringLiteral("a"));
    QVERIFY(got.value().leftOut.empty());
    QCOMPARE(got.value().head.rows, std::uint64_t{2});

    const auto first = device.master.manifest(0, 1);
    QVERIFY(first.ok());
    QCOMPARE(first.value().entries.size(), std::size_t{1});
    QVERIFY(first.value().more);
    const auto second = device.master.manifest(first.value().next, 1);
    QVERIFY(second.ok());
    QCOMPARE(second.value().entries.size(), std::size_t{1});
    QCOMPARE(second.value().entries[0].id, QStringLiteral("b"));
    QCOMPARE(second.value().entries[0].revision, revisionOf('b'));
    QVERIFY(!second.value().more);
}

void TestCanisterMaster::keepsTextsExactly()
{
    MasterDevice device(config(), newIdentity());
    const std::vector<QString> ids{QStringLiteral("\ufeffmark"),
                                   QStringLiteral("mark"),
                                   QStringLiteral("e\u0301"),
                                   QStringLiteral("\u00e9"),
                                   QStringLiteral("\U0001F600")};
    std::vector<PushRow> rows;
    for (const QString &id : ids)
        rows.push_back(makeRow(id, 'a'));
    for (const auto &result : push(device.master, rows))
        QVERIFY(std::holds_alternative<master::Accepted>(result));
    const auto got = device.master.get(ids);
    QVERIFY(got.ok());
    QCOMPARE(got.value().rows.size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        QCOMPARE(got.value().rows[i].id, ids[i]);
}

void TestCanisterMaster::asksForAResync()
{
    MasterDevice device(config(), newIdentity());
    (void)push(device.master, {makeRow(QStringLiteral("a"), 'a')});
    const auto head = device.master.head();
    QVERIFY(head.ok());
    const auto reasonFor = [&](master::Checkpoint checkpoint) -> int {
        master::PullRequest request;
        request.checkpoint = std::move(checkpoint);
        const auto pulled = device.master.pull(request);
        const auto *resync = pulled ? std::get_if<master::Resync>(&pulled.value()) : nullptr;
        return resync ? int(resync->reason) : -1;
    };
    const auto &now = head.value();
    QCOMPARE(reasonFor({now.epoch + 1, 0, {}}), int(master::ResyncReason::Epoch));
    QCOMPARE(reasonFor({now.epoch, 1, {1, QByteArray(8, 'x')}}), int(master::ResyncReason::Fork));
    QCOMPARE(reasonFor({now.epoch, 1, {99, QByteArray(8, 'x')}}), int(master::ResyncReason::Ahead));
    QCOMPARE(reasonFor({now.epoch, 1, now.proof}), -1);

    master::PushRequest request = pushOf({makeRow(QStringLiteral("b"), 'b')});
    request.checkpoint = {now.epoch + 1, 0, {}};
    const auto pushed = device.master.push(request);
    QVERIFY(pushed.ok());
    QVERIFY(std::holds_alternative<master::Resync>(pushed.value()));
}

void TestCanisterMaster::keepsPeopleApart()
{
    MasterDevice alice(config(), newIdentity());
    MasterDevice bob(config(), newIdentity());
    (void)push(alice.master, {makeRow(QStringLiteral("secret"), 'a')});
    QCOMPARE(bob.master.head().value().rows, std::uint64_t{0});
    QVERIFY(bob.master.get({QStringLiteral("secret")}).value().rows.empty());
}

void TestCanisterMaster::wantsASignature()
{
    for (const auto &identity :
         {std::shared_ptr<const ic::Identity>(),
          std::shared_ptr<const ic::Identity>(std::make_shared<ic::AnonymousIdentity>())}) {
        MasterDevice device(config(), identity);
        QCOMPARE(device.master.head().error().kind, SyncError::Kind::SignedOut);
        QCOMPARE(device.master.push(pushOf({})).error().kind, SyncError::Kind::SignedOut);
    }
    // The canister says the same to who gets through to it.
    HttpTransport http;
    SystemClock clock;
    SystemRandom random;
    ic::AgentConfig agentConfig;
    agentConfig.url = m_network.url();
    ic::Agent agent(
        agentConfig, http, clock, random, [&http](auto time) { return http.wait(time); });
    const CanisterCodec codec;
    const auto reply = agent.query(config().canister, "head", codec.headArguments());
    QVERIFY(reply.ok());
    QCOMPARE(codec.readHead(reply.value()).error().kind, SyncError::Kind::SignedOut);
}

namespace {

std::shared_ptr<ic::DelegatedIdentity>
delegated(const ic::Ed25519Identity &owner, UtcTime expiry, const ic::Principal &target)
{
    const auto session = newIdentity();
    ic::SignedDelegation link;
    link.delegation.publicKey = session->publicKey();
    link.delegation.expirationNs = static_cast<std::uint64_t>(expiry.time_since_epoch().count());
    link.delegation.targets = std::vector{target};
    link.signature = owner.sign(ic::delegationSignedBytes(link.delegation));
    return std::make_shared<ic::DelegatedIdentity>(session,
                                                   ic::DelegationChain{owner.publicKey(), {link}});
}

} // namespace

void TestCanisterMaster::acceptsADelegation()
{
    const auto owner = newIdentity();
    MasterDevice direct(config(), owner);
    (void)push(direct.master, {makeRow(QStringLiteral("mine"), 'a')});
    MasterDevice session(config(), delegated(*owner, direct.clock.now() + 1h, config().canister));
    const auto got = session.master.get({QStringLiteral("mine")});
    QVERIFY2(got.ok(), got.ok() ? "" : qPrintable(got.error().detail));
    QCOMPARE(got.value().rows.size(), std::size_t{1});
    QVERIFY(std::holds_alternative<master::Accepted>(
        push(session.master, {makeRow(QStringLiteral("mine"), 'b', 'a')})[0]));
}

void TestCanisterMaster::noticesAnExpiredDelegation()
{
    const auto owner = newIdentity();
    MasterDevice expired(config(), delegated(*owner, SystemClock().now() - 1s, config().canister));
    QCOMPARE(expired.master.head().error().kind, SyncError::Kind::SignedOut);
    // A delegation for another canister is refused by the network.
    MasterDevice foreign(config(), delegated(*owner, SystemClock().now() + 1h, ic::Principal()));
    QVERIFY(!foreign.master.head().ok());
}

void TestCanisterMaster::reportsAnUnknownCanister()
{
    CanisterConfig unknown = config();
    unknown.canister = *ic::Principal::fromText(std::string_view("ryjl3-tyaaa-aaaaa-aaaba-cai"));
    MasterDevice device(unknown, newIdentity());
    const auto head = device.master.head();
    QVERIFY(!head.ok());
    QVERIFY2(head.error().kind == SyncError::Kind::NotFound, qPrintable(head.error().detail));
    const auto pushed = device.master.push(pushOf({makeRow(QStringLiteral("a"), 'a')}));
    QVERIFY2(!pushed.ok() && pushed.error().kind == SyncError::Kind::NotFound,
             pushed.ok() ? "" : qPrintable(pushed.error().detail));
}

void TestCanisterMaster::reportsAnotherNetwork()
{
    CanisterConfig foreign = config();
    foreign.rootKey = ic::mainNetworkRootKey();
    MasterDevice device(foreign, newIdentity());
    QCOMPARE(device.master.head().error().kind, SyncError::Kind::Untrusted);
    QCOMPARE(device.master.push(pushOf({makeRow(QStringLiteral("a"), 'a')})).error().kind,
             SyncError::Kind::Untrusted);
}

void TestCanisterMaster::reportsANetworkThatIsNotRunning()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    CanisterConfig nowhere = config();
    nowhere.url = "http://127.0.0.1:" + QByteArray::number(closed.serverPort());
    closed.close();
    MasterDevice device(nowhere, newIdentity());
    const auto head = device.master.head();
    QCOMPARE(head.error().kind, SyncError::Kind::Offline);
    QVERIFY(head.error().isRetryable());
    QVERIFY(!head.error().userMessage().isEmpty());
}

void TestCanisterMaster::reportsSomethingElseOnThePort()
{
    CanisterConfig plain = config();
    plain.url = "http://example.org"; // not encrypted and not this computer
    MasterDevice device(plain, newIdentity());
    QCOMPARE(device.master.head().error().kind, SyncError::Kind::Offline);
}

void TestCanisterMaster::learnsTheRootKeyByItself()
{
    CanisterConfig loopback = config();
    loopback.rootKey.clear();
    MasterDevice device(loopback, newIdentity());
    QVERIFY(device.master.head().ok());
    QVERIFY(device.master.headReplicated().ok());
}

void TestCanisterMaster::canBeCancelled()
{
    MasterDevice device(config(), newIdentity());
    device.master.cancel();
    QCOMPARE(device.master.head().error().kind, SyncError::Kind::Cancelled);
    device.master.resume();
    QVERIFY(device.master.head().ok());
}

void TestCanisterMaster::encodedSizeIsExact_data()
{
    QTest::addColumn<int>("bodyBytes");
    QTest::addColumn<bool>("hasBase");
    QTest::addColumn<int>("blobs");
    QTest::newRow("small") << 0 << false << 0;
    QTest::newRow("note") << 1024 << true << 0;
    QTest::newRow("just below a longer length") << 16383 << true << 1;
    QTest::newRow("just above it") << 16384 << true << 200;
}

void TestCanisterMaster::encodedSizeIsExact()
{
    QFETCH(int, bodyBytes);
    QFETCH(bool, hasBase);
    QFETCH(int, blobs);
    PushRow row = makeRow(QStringLiteral("größe"), 'a');
    row.body = QByteArray(bodyBytes, 'x');
    if (hasBase)
        row.base = revisionOf('b');
    row.blobs.assign(std::size_t(blobs), QByteArray(32, 'h'));
    const CanisterCodec codec;
    const auto one = codec.pushArguments(pushOf({row})).size();
    const auto two = codec.pushArguments(pushOf({row, row})).size();
    QCOMPARE(CanisterCodec::encodedSize(row), two - one);
}

void TestCanisterMaster::movesManyRows()
{
    MasterDevice device(config(), newIdentity());
    constexpr int kRows = 1000;
    std::vector<PushRow> rows;
    for (int i = 0; i < kRows; ++i) {
        rows.push_back(makeRow(QStringLiteral("row-%1").arg(i), 'a'));
        rows.back().body = QByteArray(1024, char('a' + i % 26));
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(push(device.master, rows).size(), std::size_t{kRows});
    const qint64 pushed = timer.restart();
    const auto pulled = device.master.pull({});
    QVERIFY(pulled.ok());
    const auto *page = std::get_if<master::PullPage>(&pulled.value());
    QVERIFY(page);
    QCOMPARE(page->rows.size(), std::size_t{kRows});
    QCOMPARE(page->rows.back().body, rows.back().body);
    qInfo("%d rows of 1 KiB: push %lld ms, pull %lld ms", kRows, pushed, timer.elapsed());
}

QTEST_GUILESS_MAIN(TestCanisterMaster)
#include "tst_canistermaster.moc"
