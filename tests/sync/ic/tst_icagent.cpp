#include "scriptedtransport.h"
#include "sync/ic/agent.h"
#include "sync/ic/requestid.h"
#include "vectors.h"

#include <QTest>

using ic::Agent;
using ic::AgentConfig;
using ic::AgentError;
using ic::Principal;

/// The agent in scripted conversations: the vectors' ones for calls, our own for queries, clocks,
/// root keys and hostile answers.
class TestIcAgent : public QObject
{
    Q_OBJECT

private slots:
    void followsConversations_data();
    void followsConversations();
    void fetchesTheRootKeyOfALoopbackHost();
    void fetchesNoRootKeyElsewhere();
    void queriesWithKnownKeys();
    void refetchesKeysOnce();
    void forgetsKeysAfterFiveMinutes();
    void learnsTheClock();
    void givesUpAfterOneCorrection();
    void reportsWhatTheServerAsksFor();
    void repeatsTheSameBytes();
    void stopsWhenCancelled();
    void refusesAnswers_data();
    void refusesAnswers();
    void knowsLoopback_data();
    void knowsLoopback();
};

namespace {

constexpr auto kCbor = "application/cbor";

std::shared_ptr<ic::Ed25519Identity> identityOf(const QJsonValue &seed)
{
    const ic::Bytes bytes = hexOf(seed);
    ic::Ed25519Identity::Seed array{};
    std::copy(bytes.begin(), bytes.end(), array.begin());
    return std::make_shared<ic::Ed25519Identity>(array);
}

HttpResponse cborResponse(const ic::Bytes &body)
{
    return {200, kCbor, ic::toQByteArray(body), -1};
}

HttpResponse textResponse(int status, const QByteArray &body = {})
{
    return {status, "text/plain; charset=utf-8", body, -1};
}

/// An agent with everything around it; waits are counted, not waited.
struct Scene
{
    explicit Scene(const QJsonObject &file, QByteArray url = "https://icp-api.io")
        : clock(timeOf(file[QStringLiteral("now_ns")]))
        , random(file.contains(QStringLiteral("nonce")) ? hexOf(file[QStringLiteral("nonce")])
                                                        : ic::Bytes{1, 2, 3})
        , agent(config(file, std::move(url)),
                transport,
                clock,
                random,
                [this](std::chrono::milliseconds time) {
                    waits.append(time.count());
                    return keepWaiting;
                })
    {}

    static AgentConfig config(const QJsonObject &file, QByteArray url)
    {
        AgentConfig config;
        config.url = std::move(url);
        config.rootKey = hexOf(file[QStringLiteral("root_key")]);
        config.requestLifetime = std::chrono::minutes(5); // as in the vectors
        return config;
    }

    FrozenClock clock;
    FixedRandom random;
    ScriptedTransport transport;
    QList<qint64> waits;
    bool keepWaiting = true;
    Agent agent;
};

cbor::Map contentOf(const HttpRequest &request)
{
    const auto envelope = cbor::decode(ic::viewOf(request.body));
    return *envelope.value().asMap()->find("content")->asMap();
}

void addAnswers(ScriptedTransport &transport, const QJsonObject &row)
{
    for (const QJsonValue &exchange : row[QStringLiteral("exchanges")].toArray()) {
        HttpResponse response;
        response.status = exchange[QStringLiteral("status")].toInt();
        response.contentType = exchange[QStringLiteral("content_type")].toString().toLatin1();
        response.body = exchange[QStringLiteral("body")].isString()
                            ? ic::toQByteArray(hexOf(exchange[QStringLiteral("body")]))
                            : exchange[QStringLiteral("body_text")].toString().toUtf8();
        transport.add(response);
    }
}

/// The vectors' word for an error, as far as the conversation itself shows it.
QString reasonFor(const AgentError &error)
{
    switch (error.kind) {
    case AgentError::Kind::DoneWithoutReply:
        return QStringLiteral("done_without_reply");
    case AgentError::Kind::BadCertificate:
        return QStringLiteral("bad_certificate");
    case AgentError::Kind::ClockWrong:
        return QStringLiteral("ingress_expiry");
    case AgentError::Kind::Refused:
    case AgentError::Kind::NotFound:
        return QStringLiteral("client_error");
    case AgentError::Kind::Malformed:
    case AgentError::Kind::NotTheNetwork:
        return QStringLiteral("malformed_response");
    default:
        return QLatin1String(toString(error.kind));
    }
}

void compareOutcome(const Result<ic::Bytes, AgentError> &result, const QJsonObject &outcome)
{
    const QString kind = outcome[QStringLiteral("kind")].toString();
    if (kind == QLatin1String("reply")) {
        QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
        QCOMPARE(ic::toHex(result.value()), textOf(outcome[QStringLiteral("reply")]));
        return;
    }
    QVERIFY(!result.ok());
    const AgentError &error = result.error();
    if (kind == QLatin1String("error")) {
        QCOMPARE(reasonFor(error), outcome[QStringLiteral("reason")].toString());
        return;
    }
    QCOMPARE(kind, QStringLiteral("rejected"));
    QCOMPARE(error.kind, AgentError::Kind::Rejected);
    QCOMPARE(error.proof == AgentError::Proof::Certificate,
             outcome[QStringLiteral("certified")].toBool());
    QCOMPARE(error.rejectCode, std::uint64_t(outcome[QStringLiteral("reject_code")].toInt()));
    QCOMPARE(QString::fromStdString(error.errorCode),
             outcome[QStringLiteral("error_code")].toString());
    QVERIFY(error.detail.endsWith(outcome[QStringLiteral("reject_message")].toString()));
}

} // namespace

void TestIcAgent::followsConversations_data()
{
    const QJsonArray rows = vectorFile("http-exchanges")[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 24);
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue &row : rows) {
        // The status of a local network has its own test below.
        if (row[QStringLiteral("outcome")][QStringLiteral("kind")].toString()
            != QLatin1String("status"))
            QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
    }
}

void TestIcAgent::followsConversations()
{
    QFETCH(QJsonObject, row);
    const QJsonObject file = vectorFile("http-exchanges");
    Scene scene(file);
    scene.agent.setIdentity(identityOf(file[QStringLiteral("user_seed")]));
    addAnswers(scene.transport, row);
    const auto expected = cbor::decode(hexOf(file[QStringLiteral("envelope_cbor")]));
    const cbor::Map &content = *expected.value().asMap()->find("content")->asMap();
    const auto canister = *Principal::fromBytes(hexOf(file[QStringLiteral("canister_id")]));

    const auto result = scene.agent.call(
        canister, *content.find("method_name")->asText(), *content.find("arg")->asBytes());

    compareOutcome(result, row[QStringLiteral("outcome")].toObject());
    QCOMPARE(scene.transport.left(), std::size_t{0});
    const auto sent = cbor::decode(ic::viewOf(scene.transport.requests.constFirst().body));
    QVERIFY(sent.value() == expected.value());
    const QJsonArray exchanges = row[QStringLiteral("exchanges")].toArray();
    for (qsizetype i = 0; i < exchanges.size(); ++i) {
        const HttpRequest &request = scene.transport.requests[i];
        QCOMPARE(request.url,
                 "https://icp-api.io"
                     + exchanges[i][QStringLiteral("request_path")].toString().toLatin1());
        QCOMPARE(request.method, HttpRequest::Method::Post);
        QCOMPARE(request.contentType, QByteArray(kCbor));
    }
}

void TestIcAgent::fetchesTheRootKeyOfALoopbackHost()
{
    QJsonObject file = vectorFile("http-exchanges");
    const QJsonArray rows = file[QStringLiteral("vectors")].toArray();
    const QJsonObject reply = rows.first().toObject();
    const QJsonObject status = rows.last().toObject();
    QCOMPARE(status[QStringLiteral("outcome")][QStringLiteral("root_key")],
             file[QStringLiteral("root_key")]);
    file.insert(QStringLiteral("root_key"), QString());
    Scene scene(file, "http://127.0.0.1:4943/");
    scene.agent.setIdentity(identityOf(file[QStringLiteral("user_seed")]));
    addAnswers(scene.transport, reply);
    addAnswers(scene.transport, status);
    const auto canister = *Principal::fromBytes(hexOf(file[QStringLiteral("canister_id")]));
    const auto result = scene.agent.call(canister, "push", ic::toBytes(ic::viewOf("DIDL\0\0")));
    // Another argument than the vector's, so the certificate does not speak of this request.
    QVERIFY(!result.ok());
    QCOMPARE(scene.transport.requests[1].url, QByteArray("http://127.0.0.1:4943/api/v2/status"));
    QCOMPARE(scene.transport.requests[1].method, HttpRequest::Method::Get);
    QCOMPARE(result.error().kind, AgentError::Kind::Unreachable); // it believed and polled
}

void TestIcAgent::fetchesNoRootKeyElsewhere()
{
    QJsonObject file = vectorFile("http-exchanges");
    file.insert(QStringLiteral("root_key"), QString());
    Scene scene(file, "https://127.0.0.1.example.org");
    scene.agent.setIdentity(identityOf(file[QStringLiteral("user_seed")]));
    addAnswers(scene.transport, file[QStringLiteral("vectors")][0].toObject());
    const auto canister = *Principal::fromBytes(hexOf(file[QStringLiteral("canister_id")]));
    const auto result = scene.agent.call(canister, "push", {});
    QCOMPARE(result.error().kind, AgentError::Kind::BadCertificate);
    for (const HttpRequest &request : scene.transport.requests)
        QVERIFY(!request.url.endsWith("status"));
}

namespace {

/// A network of our own with one node key, for what the vectors do not script: it signs answers to
/// the query it is asked, with the vectors' certificates for its node keys.
struct QueryScene : Scene
{
    QueryScene()
        : Scene(vectorFile("query-signatures"))
    {}

    QJsonObject rowNamed(const char *name) const
    {
        for (const QJsonValue &row :
             vectorFile("query-signatures")[QStringLiteral("vectors")].toArray()) {
            if (row[QStringLiteral("name")].toString() == QLatin1String(name))
                return row.toObject();
        }
        qFatal("no such row");
    }

    HttpResponse keys(const char *subnet = "app") const
    {
        cbor::Map body;
        body.append(
            "certificate",
            hexOf(vectorFile("query-signatures")[QStringLiteral(
                "node_key_certificates")][QLatin1String(subnet)][QStringLiteral("certificate")]));
        return cborResponse(cbor::encodeTagged(body));
    }

    /// The recorded answers are to another request, so they never verify here.
    HttpResponse answer(const char *name) const
    {
        return cborResponse(hexOf(rowNamed(name)[QStringLiteral("response_cbor")]));
    }

    Principal canister() const
    {
        return *Principal::fromBytes(hexOf(rowNamed("replied")[QStringLiteral("canister_id")]));
    }

    Result<ic::Bytes, AgentError> query() { return agent.query(canister(), "get", {}); }

    QByteArrayList asked() const
    {
        QByteArrayList endpoints;
        for (const HttpRequest &request : transport.requests)
            endpoints.append(request.url.mid(request.url.lastIndexOf('/') + 1));
        return endpoints;
    }
};

} // namespace

void TestIcAgent::queriesWithKnownKeys()
{
    QueryScene scene;
    scene.transport.add(scene.answer("replied"));
    scene.transport.add(scene.keys());
    const auto first = scene.query();
    QCOMPARE(first.error().kind, AgentError::Kind::BadQuerySignature);
    QCOMPARE(first.error().detail, QStringLiteral("bad_signature"));
    QCOMPARE(scene.asked(), QByteArrayList({"query", "read_state"}));
    const cbor::Map content = contentOf(scene.transport.requests[0]);
    QVERIFY(*content.find("request_type") == cbor::Value("query"));
    QVERIFY(*content.find("sender") == cbor::Value(ic::Bytes{4}));
    QCOMPARE(content.find("nonce")->asBytes()->size(), std::size_t{16});
    QVERIFY(scene.transport.requests[0].url.startsWith("https://icp-api.io/api/v3/canister/"));
}

void TestIcAgent::refetchesKeysOnce()
{
    QueryScene scene;
    scene.transport.add(scene.answer("replied"));
    scene.transport.add(scene.keys());
    QVERIFY(!scene.query().ok());
    scene.transport.requests.clear();
    // The keys are known now; a signature that does not fit them asks for newer ones, once.
    scene.transport.add(scene.answer("signed by a node of another subnet"));
    scene.transport.add(scene.keys());
    const auto second = scene.query();
    QCOMPARE(second.error().detail, QStringLiteral("unknown_node"));
    QCOMPARE(scene.asked(), QByteArrayList({"query", "read_state"}));
    QCOMPARE(scene.transport.left(), std::size_t{0});
}

void TestIcAgent::forgetsKeysAfterFiveMinutes()
{
    QueryScene scene;
    scene.transport.add(scene.answer("empty signatures list"));
    scene.transport.add(scene.keys());
    QCOMPARE(scene.query().error().detail, QStringLiteral("no_signature"));
    scene.transport.requests.clear();
    scene.clock.passMonotonic(std::chrono::minutes(5));
    scene.transport.add(scene.answer("empty signatures list"));
    scene.transport.add(scene.keys());
    QCOMPARE(scene.query().error().detail, QStringLiteral("no_signature"));
    QCOMPARE(scene.asked(), QByteArrayList({"query", "read_state"}));
}

namespace {

const QByteArray kExpired("Invalid request expiry: Specified ingress_expiry not within expected "
                          "range: Minimum allowed expiry: ...");

} // namespace

void TestIcAgent::learnsTheClock()
{
    // This computer is two hours ahead.
    QueryScene scene;
    const UtcTime network = scene.clock.now();
    scene.clock.set(network + std::chrono::hours(2));
    scene.transport.add(textResponse(400, kExpired));
    for (int i = 0; i < 3; ++i)
        scene.transport.add(scene.keys()); // any certificate tells the time
    scene.transport.add(scene.answer("replied"));
    scene.transport.add(scene.keys());
    QCOMPARE(scene.query().error().kind, AgentError::Kind::BadQuerySignature);
    QCOMPARE(
        scene.asked(),
        QByteArrayList({"query", "read_state", "read_state", "read_state", "query", "read_state"}));
    const auto offset = scene.agent.clockOffset();
    QVERIFY(offset < std::chrono::minutes(-119) && offset > std::chrono::minutes(-121));
    const auto expiry =
        *contentOf(scene.transport.requests[4]).find("ingress_expiry")->asUnsigned();
    const auto networkNs = std::uint64_t(network.time_since_epoch().count());
    QVERIFY(expiry > networkNs && expiry <= networkNs + 300'000'000'000);
    QCOMPARE(expiry % 1'000'000'000, std::uint64_t{0});
}

void TestIcAgent::givesUpAfterOneCorrection()
{
    QueryScene scene;
    scene.transport.add(textResponse(400, kExpired));
    for (int i = 0; i < 3; ++i)
        scene.transport.add(scene.keys());
    scene.transport.add(textResponse(400, kExpired));
    QCOMPARE(scene.query().error().kind, AgentError::Kind::ClockWrong);
    QCOMPARE(scene.transport.left(), std::size_t{0});
}

void TestIcAgent::reportsWhatTheServerAsksFor()
{
    QueryScene scene;
    HttpResponse busy = textResponse(503, "error: no_healthy_nodes");
    busy.retryAfterSeconds = 600;
    scene.transport.add(busy);
    const auto result = scene.query();
    QCOMPARE(result.error().kind, AgentError::Kind::Busy);
    QCOMPARE(result.error().retryAfter.count(), qint64{600'000});
    QVERIFY(scene.waits.isEmpty()); // too long to wait here
}

void TestIcAgent::repeatsTheSameBytes()
{
    QueryScene scene;
    for (int i = 0; i < 6; ++i)
        scene.transport.add(textResponse(429));
    const auto result = scene.agent.call(scene.canister(), "push", {});
    QCOMPARE(result.error().kind, AgentError::Kind::Busy);
    QCOMPARE(scene.transport.requests.size(), 6);
    for (const HttpRequest &request : scene.transport.requests)
        QCOMPARE(request.body, scene.transport.requests.constFirst().body);
    QCOMPARE(scene.waits.size(), 5);
    QVERIFY(std::all_of(scene.waits.begin(), scene.waits.end(), [](qint64 time) {
        return time >= 250 && time <= 12'000;
    }));
}

void TestIcAgent::stopsWhenCancelled()
{
    QueryScene scene;
    scene.keepWaiting = false;
    scene.transport.add(textResponse(202));
    QCOMPARE(scene.agent.call(scene.canister(), "push", {}).error().kind,
             AgentError::Kind::Cancelled);
}

void TestIcAgent::refusesAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    using Kind = AgentError::Kind;
    const QByteArray cborType(kCbor);
    QTest::newRow("captive portal")
        << 200 << QByteArray("text/html") << QByteArray("<html>") << int(Kind::NotTheNetwork);
    QTest::newRow("redirect") << 302 << QByteArray("text/html") << QByteArray()
                              << int(Kind::NotTheNetwork);
    QTest::newRow("no map") << 200 << cborType << QByteArray("\x01") << int(Kind::Malformed);
    QTest::newRow("empty") << 200 << cborType << QByteArray() << int(Kind::Malformed);
    QTest::newRow("empty map") << 200 << cborType << QByteArray("\xa0") << int(Kind::Malformed);
    QTest::newRow("deep nesting") << 200 << cborType << QByteArray(100'000, '\x81')
                                  << int(Kind::Malformed);
    QTest::newRow("huge length") << 200 << cborType
                                 << QByteArray::fromHex("a1617b5bffffffffffffffff")
                                 << int(Kind::Malformed);
    QTest::newRow("forbidden") << 403 << QByteArray("text/plain") << QByteArray("no")
                               << int(Kind::Refused);
    QTest::newRow("unknown canister")
        << 400 << QByteArray("text/plain") << QByteArray("error: canister_not_found\ndetails: none")
        << int(Kind::NotFound);
}

void TestIcAgent::refusesAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    const HttpResponse response{status, type, body, -1};
    QueryScene scene;
    scene.transport.add(response);
    QCOMPARE(scene.query().error().kind, AgentError::Kind(kind));
    scene.transport.add(response);
    QCOMPARE(scene.agent.call(scene.canister(), "push", {}).error().kind, AgentError::Kind(kind));
    scene.transport.add(response);
    const auto read = scene.agent.readState(scene.canister(), {{ic::toBytes("time")}});
    QCOMPARE(read.error().kind, AgentError::Kind(kind));
}

void TestIcAgent::knowsLoopback_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("name") << QByteArray("http://localhost:8000") << true;
    QTest::newRow("canister host") << QByteArray("http://abc.localhost:8000") << true;
    QTest::newRow("IPv4") << QByteArray("http://127.0.0.1:4943") << true;
    QTest::newRow("IPv6") << QByteArray("http://[::1]:4943") << true;
    QTest::newRow("main network") << QByteArray("https://icp-api.io") << false;
    QTest::newRow("looks like it") << QByteArray("http://127.0.0.1.example.org") << false;
    QTest::newRow("ends like it") << QByteArray("http://notlocalhost") << false;
    QTest::newRow("user part") << QByteArray("http://localhost@example.org") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestIcAgent::knowsLoopback()
{
    QFETCH(QByteArray, url);
    QFETCH(bool, loopback);
    QCOMPARE(ic::isLoopbackUrl(url), loopback);
}

QTEST_APPLESS_MAIN(TestIcAgent)
#include "tst_icagent.moc"
