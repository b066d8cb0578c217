#include "tests/support/masterdevice.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

namespace {

using namespace std::chrono_literals;
using Kind = SyncError::Kind;

master::PushRequest oneRow(const char *id)
{
    master::PushRow row;
    row.id = QString::fromLatin1(id);
    row.revision = QByteArray(16, 'a');
    row.kind = QStringLiteral("note");
    master::PushRequest request;
    request.deviceId = QByteArray(16, 'd');
    request.rows = {row};
    return request;
}

bool isAccepted(const Result<master::PushAnswer, SyncError> &answer)
{
    const auto *reply = answer ? std::get_if<master::PushReply>(&answer.value()) : nullptr;
    return reply && std::holds_alternative<master::Accepted>(reply->results.at(0));
}

} // namespace

/// The master against a network that misbehaves on request: nothing unproved is believed, and what
/// can be repeated is.
class TestCanisterFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void refusesAWrongNodeSignature();
    void refusesOldCertificates();
    void refusesReplaysFromTheLastSession();
    void refusesOldQueryAnswers();
    void learnsTheClock_data();
    void learnsTheClock();
    void repeatsWhatBroke_data();
    void repeatsWhatBroke();
    void runsARepeatedCallOnce();
    void pollsForTheResult();
    void fallsBackToTheAsynchronousCall();
    void reportsBadAnswers_data();
    void reportsBadAnswers();
    void waitsAsLongAsTheServerAsks();
    void cancelsAHangingCall();
    void worksInEveryLayout_data();
    void worksInEveryLayout();

private:
    void control(const char *command, const QJsonObject &arguments = {});

    LocalNetwork m_network;
};

void TestCanisterFaults::initTestCase()
{
    const QString problem = m_network.start(
        {QStringLiteral("--control"), QStringLiteral("--sync-wait"), QStringLiteral("300")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCanisterFaults::control(const char *command, const QJsonObject &arguments)
{
    HttpTransport http;
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = m_network.controlUrl() + '/' + command;
    request.contentType = "application/json";
    request.body = QJsonDocument(arguments).toJson();
    const auto response = http.send(request);
    if (!response || response.value().status != 200)
        qFatal("the control endpoint does not know %s", command);
}

void TestCanisterFaults::cleanup()
{
    control("reset");
}

void TestCanisterFaults::refusesAWrongNodeSignature()
{
    MasterDevice device(configOf(m_network), newIdentity());
    control("node-signature", {{QStringLiteral("wrong"), true}});
    QCOMPARE(device.master.head().error().kind, Kind::Untrusted);
    control("node-signature", {{QStringLiteral("wrong"), false}});
    QVERIFY(device.master.head().ok());
}

void TestCanisterFaults::refusesOldCertificates()
{
    MasterDevice device(configOf(m_network), newIdentity());
    QVERIFY(device.master.head().ok()); // from now on it knows what time it is
    control("certificate-age", {{QStringLiteral("seconds"), 3600}});
    QCOMPARE(device.master.push(oneRow("old")).error().kind, Kind::Untrusted);
    QCOMPARE(device.master.clockOffset().count(), qint64{0});
}

void TestCanisterFaults::refusesReplaysFromTheLastSession()
{
    MasterDevice yesterday(configOf(m_network), newIdentity());
    QVERIFY(yesterday.master.head().ok());
    CanisterConfig config = configOf(m_network);
    config.notBefore = yesterday.master.newestCertifiedTime();
    QVERIFY(config.notBefore > UtcTime());
    control("certificate-age", {{QStringLiteral("seconds"), 3600}});
    MasterDevice today(config, newIdentity());
    QCOMPARE(today.master.head().error().kind, Kind::Untrusted);
    QCOMPARE(today.master.push(oneRow("old")).error().kind, Kind::Untrusted);
}

void TestCanisterFaults::refusesOldQueryAnswers()
{
    MasterDevice device(configOf(m_network), newIdentity());
    control("query-age", {{QStringLiteral("seconds"), 600}});
    QCOMPARE(device.master.head().error().kind, Kind::Untrusted);
    control("query-age", {{QStringLiteral("seconds"), 120}});
    QVERIFY(device.master.head().ok());
}

void TestCanisterFaults::learnsTheClock_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("two hours ahead") << 7200;
    QTest::newRow("two hours late") << -7200;
    QTest::newRow("a year late") << -365 * 86'400;
}

void TestCanisterFaults::learnsTheClock()
{
    QFETCH(int, seconds);
    const std::chrono::seconds skew(seconds);
    MasterDevice device(configOf(m_network), newIdentity(), skew);
    const auto head = device.master.head();
    QVERIFY2(head.ok(), head.ok() ? "" : qPrintable(head.error().detail));
    QVERIFY(isAccepted(device.master.push(oneRow("clock"))));
    const auto error = device.master.clockOffset() + skew;
    QVERIFY(error > -10s && error < 10s);
    MasterDevice other(configOf(m_network), newIdentity(), skew); // the other order
    QVERIFY(isAccepted(other.master.push(oneRow("clock"))));
    QVERIFY(other.master.head().ok());
}

void TestCanisterFaults::repeatsWhatBroke_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("status");
    QTest::newRow("request lost") << QStringLiteral("dropRequest") << 0;
    QTest::newRow("reply lost") << QStringLiteral("dropReply") << 0;
    QTest::newRow("reply cut") << QStringLiteral("cutBody") << 0;
    QTest::newRow("429") << QStringLiteral("status") << 429;
    QTest::newRow("503") << QStringLiteral("status") << 503;
}

void TestCanisterFaults::repeatsWhatBroke()
{
    QFETCH(QString, action);
    QFETCH(int, status);
    MasterDevice device(configOf(m_network), newIdentity());
    QVERIFY(device.master.head().ok());
    for (const char *on : {"query", "call"}) {
        control("fault",
                {{QStringLiteral("on"), QLatin1String(on)},
                 {QStringLiteral("do"), action},
                 {QStringLiteral("status"), status},
                 {QStringLiteral("bytes"), 20}});
    }
    QVERIFY(device.master.head().ok());
    QVERIFY(isAccepted(device.master.push(oneRow("again"))));
}

void TestCanisterFaults::runsARepeatedCallOnce()
{
    MasterDevice device(configOf(m_network), newIdentity());
    control("fault",
            {{QStringLiteral("on"), QStringLiteral("call")},
             {QStringLiteral("do"), QStringLiteral("dropReply")}});
    QVERIFY(isAccepted(device.master.push(oneRow("once"))));
    const auto head = device.master.head();
    QVERIFY(head.ok());
    QCOMPARE(head.value().rows, std::uint64_t{1});
    QCOMPARE(head.value().proof.position, std::uint64_t{1});
}

void TestCanisterFaults::pollsForTheResult()
{
    MasterDevice device(configOf(m_network), newIdentity());
    control("delay", {{QStringLiteral("update"), 600}}); // longer than the network holds the call
    QVERIFY(isAccepted(device.master.push(oneRow("slow"))));
}

void TestCanisterFaults::fallsBackToTheAsynchronousCall()
{
    MasterDevice device(configOf(m_network), newIdentity());
    control("fault",
            {{QStringLiteral("on"), QStringLiteral("call")},
             {QStringLiteral("do"), QStringLiteral("status")},
             {QStringLiteral("status"), 404}});
    QVERIFY(isAccepted(device.master.push(oneRow("async"))));
    QVERIFY(device.master.headReplicated().ok());
}

void TestCanisterFaults::reportsBadAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<Kind>("kind");
    const QString text = QStringLiteral("text/plain");
    const QString cbor = QStringLiteral("application/cbor");
    QTest::newRow("captive portal")
        << 200 << QStringLiteral("<html>") << QStringLiteral("text/html") << Kind::Offline;
    QTest::newRow("redirect") << 302 << QString() << text << Kind::Offline;
    QTest::newRow("not CBOR") << 200 << QStringLiteral("xx") << cbor << Kind::Protocol;
    QTest::newRow("endless") << 200 << QString(5 * 1024 * 1024, QLatin1Char('x')) << cbor
                             << Kind::Protocol;
    QTest::newRow("deep nesting") << 200 << QString(100'000, QLatin1Char('a')) << cbor
                                  << Kind::Protocol;
    QTest::newRow("refused") << 400 << QStringLiteral("Invalid signature: ...") << text
                             << Kind::Protocol;
    QTest::newRow("delegation refused")
        << 400 << QStringLiteral("Invalid delegation expiry: ...") << text << Kind::SignedOut;
    QTest::newRow("unknown canister")
        << 400 << QStringLiteral("error: canister_not_found\ndetails: ...") << text
        << Kind::NotFound;
}

void TestCanisterFaults::reportsBadAnswers()
{
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(QString, contentType);
    QFETCH(Kind, kind);
    MasterDevice device(configOf(m_network), newIdentity());
    control("fault",
            {{QStringLiteral("do"), QStringLiteral("status")},
             {QStringLiteral("times"), 100},
             {QStringLiteral("status"), status},
             {QStringLiteral("body"), body},
             {QStringLiteral("headers"),
              QJsonObject{{QStringLiteral("content-type"), contentType},
                          {QStringLiteral("location"), QStringLiteral("/elsewhere")}}}});
    QCOMPARE(device.master.head().error().kind, kind);
    QCOMPARE(device.master.push(oneRow("bad")).error().kind, kind);
}

void TestCanisterFaults::waitsAsLongAsTheServerAsks()
{
    MasterDevice device(configOf(m_network), newIdentity());
    control("fault",
            {{QStringLiteral("do"), QStringLiteral("status")},
             {QStringLiteral("status"), 503},
             {QStringLiteral("headers"),
              QJsonObject{{QStringLiteral("retry-after"), QStringLiteral("90")}}}});
    const auto head = device.master.head();
    QCOMPARE(head.error().kind, Kind::Busy);
    QVERIFY(head.error().retryAfter == 90s);
}

void TestCanisterFaults::cancelsAHangingCall()
{
    MasterDevice device(configOf(m_network), newIdentity());
    control("fault", {{QStringLiteral("do"), QStringLiteral("hang")}});
    std::thread stopper([&device] { device.master.cancel(); });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(device.master.push(oneRow("hang")).error().kind, Kind::Cancelled);
    stopper.join();
    QVERIFY(timer.elapsed() < 5000);
}

void TestCanisterFaults::worksInEveryLayout_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("the root subnet answers itself") << QStringLiteral("--no-subnet-delegation");
    QTest::newRow("flat canister ranges") << QStringLiteral("--flat-ranges");
}

void TestCanisterFaults::worksInEveryLayout()
{
    QFETCH(QString, option);
    LocalNetwork network;
    const QString problem = network.start({option});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    MasterDevice device(configOf(network), newIdentity());
    const auto head = device.master.head();
    QVERIFY2(head.ok(), head.ok() ? "" : qPrintable(head.error().detail));
    QVERIFY(isAccepted(device.master.push(oneRow("layout"))));
    network.stop();
    QCOMPARE(device.master.head().error().kind, Kind::Offline);
}

QTEST_GUILESS_MAIN(TestCanisterFaults)
#include "tst_canisterfaults.moc"
