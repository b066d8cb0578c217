#include "fakenetwork.h"
#include "loopbackserver.h"
#include "sync/httptransport.h"
#include "sync/ic/agent.h"
#include "sync/ic/requestid.h"
#include "vectors.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <optional>

using namespace std::chrono_literals;
using ic::AgentError;
using Kind = ic::AgentError::Kind;
using ic::RetryAdvice;

namespace {

const UtcTime kNow{std::chrono::nanoseconds(1'788'264'000'000'000'000)};
constexpr qint64 kLargestAnswer = qint64{8} * 1024 * 1024; // for read_state

/// What the real transport was asked for and what it brought: the measure of time and memory.
class MeasuredTransport final : public Transport
{
public:
    Result<HttpResponse, TransportError> send(const HttpRequest &given) override
    {
        HttpRequest request = given;
        if (timeLimit)
            request.timeLimit = *timeLimit;
        ++requests;
        longestAllowed = std::max(longestAllowed, given.timeLimit);
        auto response = m_http.send(request);
        if (response)
            largestBody = std::max(largestBody, response.value().body.size());
        return response;
    }
    void cancel() override { m_http.cancel(); }
    void resume() override { m_http.resume(); }

    std::optional<std::chrono::milliseconds> timeLimit; ///< Instead of the agent's.
    int requests = 0;
    std::chrono::milliseconds longestAllowed{0};
    qsizetype largestBody = 0;

private:
    HttpTransport m_http;
};

QByteArray cborAnswer(const ic::Bytes &body, const QByteArray &headers = {})
{
    return httpAnswer(ic::toQByteArray(body), "Content-Type: application/cbor\r\n" + headers);
}

/// What the server does with a request for `endpoint` ("call", "query" or "read_state").
using Answer = std::function<QByteArray(const QByteArray &endpoint, const cbor::Map &content)>;

/// An agent, the real transport, and a server that lies. Waits are counted, not waited.
struct Scene
{
    explicit Scene(LoopbackServer::Behaviour behaviour)
        : server(std::move(behaviour))
        , clock(kNow)
        , network(kNow)
        , agent(config(), transport, clock, random, [this](std::chrono::milliseconds time) {
            waited += time;
            return waited < 10min;
        })
    {
        agent.setIdentity(std::make_shared<ic::Ed25519Identity>(ic::Ed25519Identity::Seed{9}));
    }

    ic::AgentConfig config() const
    {
        ic::AgentConfig config;
        config.url = server.url("");
        config.rootKey = network.rootKey();
        return config;
    }

    Result<ic::Bytes, AgentError> call() { return agent.call(network.canister(), "push", {}); }
    Result<ic::Bytes, AgentError> query() { return agent.query(network.canister(), "pull", {}); }
    Result<ic::Certificate, AgentError> read()
    {
        return agent.readState(network.canister(), {{ic::toBytes("time")}});
    }

    LoopbackServer server;
    FrozenClock clock;
    FakeNetwork network;
    MeasuredTransport transport;
    SystemRandom random;
    std::chrono::milliseconds waited{0};
    ic::Agent agent;
};

QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

QByteArray endpointOf(const QByteArray &request)
{
    const QByteArray path = request.left(request.indexOf(" HTTP/"));
    return path.mid(path.lastIndexOf('/') + 1);
}

LoopbackServer::Behaviour answering(Answer answer)
{
    return [answer = std::move(answer)](QTcpSocket &socket, const QByteArray &request) {
        const QByteArray body = bodyOf(request);
        socket.write(answer(endpointOf(request), requestContent(ic::viewOf(body))));
    };
}

/// Always these bytes, then the connection ends if `closes`.
LoopbackServer::Behaviour saying(const QByteArray &bytes, bool closes = false)
{
    return [=](QTcpSocket &socket, const QByteArray &) {
        socket.write(bytes);
        if (closes)
            socket.disconnectFromHost();
    };
}

/// `start`, and `more` again and again; counts what it got rid of.
LoopbackServer::Behaviour endlessly(const QByteArray &start,
                                    const QByteArray &more,
                                    std::shared_ptr<std::atomic<qint64>> sent)
{
    return [=](QTcpSocket &socket, const QByteArray &) {
        QObject::connect(
            &socket, &QTcpSocket::bytesWritten, &socket, [&socket, more, sent](qint64 n) {
                *sent += n;
                if (socket.bytesToWrite() < 64 * 1024)
                    socket.write(more);
            });
        socket.write(start);
    };
}

} // namespace

/// The agent against a server that wants it to believe something, or to choke: everything is
/// refused with its own word, in bounded memory and time, over real sockets.
class TestHostileReplica : public QObject
{
    Q_OBJECT

private slots:
    void believesTheHonestOne();
    void refusesForgedCalls_data();
    void refusesForgedCalls();
    void refusesForgedQueries_data();
    void refusesForgedQueries();
    void refusesBrokenAnswers_data();
    void refusesBrokenAnswers();
    void endsEndlessAnswers_data();
    void endsEndlessAnswers();
    void endsSlowAnswers();
    void learnsNoTimeFromALiar();
};

namespace {

ic::Hash idOf(const cbor::Map &content)
{
    return ic::hashOfMap(content);
}

/// An honest network apart from what `twist` makes of the certificate of a call.
Answer callsWith(std::function<ic::Bytes(const FakeNetwork &, const ic::Hash &)> certificate)
{
    return [certificate = std::move(certificate)](const QByteArray &endpoint,
                                                  const cbor::Map &content) {
        FakeNetwork network(kNow);
        if (endpoint == "call")
            return cborAnswer(FakeNetwork::callBody(certificate(network, idOf(content))));
        // Polls get the same lie; a question for the time an honest answer.
        const cbor::Array &path = *content.find("paths")->asArray()->front().asArray();
        if (path.size() == 2) {
            ic::Hash id{};
            std::copy_n(path[1].asBytes()->begin(), id.size(), id.begin());
            return cborAnswer(FakeNetwork::readStateBody(certificate(network, id)));
        }
        return cborAnswer(FakeNetwork::readStateBody(network.certificate({})));
    };
}

const ic::Bytes kReply = ic::toBytes("an answer");

} // namespace

void TestHostileReplica::believesTheHonestOne()
{
    Scene scene(answering([](const QByteArray &endpoint, const cbor::Map &content) {
        FakeNetwork network(kNow);
        if (endpoint == "call")
            return cborAnswer(
                FakeNetwork::callBody(network.repliedCertificate(idOf(content), kReply, {})));
        if (endpoint == "query")
            return cborAnswer(network.queryAnswer(idOf(content), kReply, kNow));
        return cborAnswer(FakeNetwork::readStateBody(network.nodeKeyCertificate()));
    }));
    const auto called = scene.call();
    QVERIFY2(called.ok(), called.ok() ? "" : qPrintable(called.error().detail));
    QCOMPARE(called.value(), kReply);
    const auto asked = scene.query();
    QVERIFY2(asked.ok(), asked.ok() ? "" : qPrintable(asked.error().detail));
    QCOMPARE(asked.value(), kReply);
}

void TestHostileReplica::refusesForgedCalls_data()
{
    using Make = std::function<ic::Bytes(const FakeNetwork &, const ic::Hash &)>;
    using Certify = FakeNetwork::Certify;
    using Signer = FakeNetwork::Signer;
    QTest::addColumn<Make>("make");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, Make make, Kind kind, const char *reason) {
        QTest::newRow(name) << std::move(make) << kind << QByteArray(reason);
    };
    const auto how = [](Certify certify) -> Make {
        return [certify](const FakeNetwork &network, const ic::Hash &id) {
            return network.repliedCertificate(id, kReply, certify);
        };
    };
    const auto at = [](std::chrono::nanoseconds shift) -> Make {
        return [shift](const FakeNetwork &network, const ic::Hash &id) {
            return FakeNetwork(network.now() + shift).repliedCertificate(id, kReply, {});
        };
    };
    row("signed by a stranger", how({Signer::Stranger}), Kind::BadCertificate, "bad_signature");
    row("signed by the root in the subnet's name",
        how({Signer::Root}),
        Kind::BadCertificate,
        "bad_signature");
    row("signed by the subnet in the root's name",
        how({Signer::Subnet, true, false}),
        Kind::BadCertificate,
        "bad_signature");
    row("a subnet without this canister",
        how({Signer::Subnet, false}),
        Kind::BadCertificate,
        "not_authorized");
    row("the same in the older layout",
        how({Signer::Subnet, false, true, true}),
        Kind::BadCertificate,
        "not_authorized");
    row("old", at(-6min), Kind::BadCertificate, "stale");
    row("from the future", at(6min), Kind::BadCertificate, "future");
    row(
        "one bit of the reply changed",
        [](const FakeNetwork &network, const ic::Hash &id) {
            QByteArray bytes = ic::toQByteArray(network.repliedCertificate(id, kReply, {}));
            bytes.replace("an answer", "An answer");
            return ic::toBytes(ic::viewOf(bytes));
        },
        Kind::BadCertificate,
        "bad_signature");
    row(
        "another request's reply",
        [](const FakeNetwork &network, const ic::Hash &) {
            return network.repliedCertificate(ic::Hash{1}, kReply, {});
        },
        Kind::OutcomeUnknown,
        "");
    row(
        "pruned",
        [](const FakeNetwork &network, const ic::Hash &) {
            return network.certificate(
                {{ic::toBytes("request_status"), faketree::pruned(ic::Bytes(32, 1))}});
        },
        Kind::OutcomeUnknown,
        "");
    row(
        "a state that does not exist",
        [](const FakeNetwork &network, const ic::Hash &id) {
            return network.certificate(FakeNetwork::statusEntries(id, "finished"));
        },
        Kind::Malformed,
        "");
    row(
        "replied without reply",
        [](const FakeNetwork &network, const ic::Hash &id) {
            return network.certificate(FakeNetwork::statusEntries(id, "replied"));
        },
        Kind::Malformed,
        "");
}

void TestHostileReplica::refusesForgedCalls()
{
    using Make = std::function<ic::Bytes(const FakeNetwork &, const ic::Hash &)>;
    QFETCH(Make, make);
    QFETCH(Kind, kind);
    QFETCH(QByteArray, reason);
    Scene scene(answering(callsWith(make)));
    const auto result = scene.call();
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(QByteArray::fromStdString(result.error().reason), reason);
    // It may have run: whoever calls has to ask before trying anew.
    QCOMPARE(result.error().retry, RetryAdvice::AskOutcome);
    QVERIFY(scene.waited <= 10min + 4s);
}

void TestHostileReplica::refusesForgedQueries_data()
{
    using Make = std::function<ic::Bytes(const FakeNetwork &, const ic::Hash &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, Make make, Kind kind, const char *reason) {
        QTest::newRow(name) << std::move(make) << kind << QByteArray(reason);
    };
    row(
        "a node of nowhere",
        [](const FakeNetwork &network, const ic::Hash &id) {
            return network.queryAnswer(id, kReply, kNow, true);
        },
        Kind::BadQuerySignature,
        "unknown_node");
    row(
        "signature of another request",
        [](const FakeNetwork &network, const ic::Hash &) {
            return network.queryAnswer(ic::Hash{1}, kReply, kNow);
        },
        Kind::BadQuerySignature,
        "bad_signature");
    row(
        "an old answer",
        [](const FakeNetwork &network, const ic::Hash &id) {
            return network.queryAnswer(id, kReply, kNow - 6min);
        },
        Kind::BadQuerySignature,
        "stale");
    row(
        "another reply under the signature",
        [](const FakeNetwork &network, const ic::Hash &id) {
            QByteArray bytes = ic::toQByteArray(network.queryAnswer(id, kReply, kNow));
            bytes.replace("an answer", "An answer");
            return ic::toBytes(ic::viewOf(bytes));
        },
        Kind::BadQuerySignature,
        "bad_signature");
}

void TestHostileReplica::refusesForgedQueries()
{
    using Make = std::function<ic::Bytes(const FakeNetwork &, const ic::Hash &)>;
    QFETCH(Make, make);
    QFETCH(Kind, kind);
    QFETCH(QByteArray, reason);
    Scene scene(answering([make](const QByteArray &endpoint, const cbor::Map &content) {
        FakeNetwork network(kNow);
        if (endpoint == "query")
            return cborAnswer(make(network, idOf(content)));
        return cborAnswer(FakeNetwork::readStateBody(network.nodeKeyCertificate()));
    }));
    const auto result = scene.query();
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(QByteArray::fromStdString(result.error().reason), reason);
    QCOMPARE(result.error().retry, RetryAdvice::Later);
    QVERIFY(scene.transport.requests <= 6);
}

void TestHostileReplica::refusesBrokenAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<Kind>("kind");
    const QByteArray cbor("Content-Type: application/cbor\r\n");
    const auto body = [&](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << httpAnswer(bytes, cbor) << false << Kind::Malformed;
    };
    QTest::newRow("HTML instead of CBOR")
        << httpAnswer("<html>Sign in to this hotel</html>", "Content-Type: text/html\r\n") << false
        << Kind::NotTheNetwork;
    QTest::newRow("redirect") << httpAnswer("", "Location: http://127.0.0.1:1/\r\n", 307) << false
                              << Kind::NotTheNetwork;
    QTest::newRow("shorter than its length says")
        << QByteArray("HTTP/1.1 200 X\r\n" + cbor + "Content-Length: 100\r\n\r\n\xa0") << true
        << Kind::Cut;
    QTest::newRow("closed at once") << QByteArray() << true << Kind::Cut;
    QTest::newRow("closed in a chunk")
        << QByteArray("HTTP/1.1 200 X\r\n" + cbor + "Transfer-Encoding: chunked\r\n\r\nff\r\nxx")
        << true << Kind::Cut;
    QTest::newRow("compressed") << httpAnswer(
        QByteArray::fromHex("1f8b08000000000000ffedc10101000000809090feafee080a"
                            "000000000000000000000000000000000000"),
        cbor + "Content-Encoding: gzip\r\n")
                                << false << Kind::Malformed;
    QTest::newRow("told to be 4 GiB")
        << QByteArray("HTTP/1.1 200 X\r\n" + cbor + "Content-Length: 4294967296\r\n\r\n\xa0")
        << false << Kind::TooLarge;
    QTest::newRow("headers without measure") << QByteArray(
        "HTTP/1.1 200 X\r\nX: " + QByteArray(80 * 1024, 'x') + "\r\nContent-Length: 1\r\n\r\n\xa0")
                                             << false << Kind::TooLarge;
    QTest::newRow("many headers") << QByteArray("HTTP/1.1 200 X\r\n"
                                                + QByteArray("X: y\r\n").repeated(12'000)
                                                + "Content-Length: 1\r\n\r\n\xa0")
                                  << false << Kind::TooLarge;
    body("nothing", {});
    body("deep nesting", QByteArray(1'000'000, '\x81'));
    body("more values than an answer has",
         QByteArray::fromHex("a161619a00400000") + QByteArray(0x400000 - 16, '\x01'));
    body("deep maps", QByteArray::fromHex("a16161").repeated(300'000));
    body("a length beyond the end", QByteArray::fromHex("a1617b5bffffffffffffffff"));
    body("a count beyond the end", QByteArray::fromHex("bb7fffffffffffffff6161"));
    body("the same key twice", QByteArray::fromHex("a266737461747573016673746174757301"));
    body("bytes behind the end", QByteArray::fromHex("a16673746174757301a0"));
    body("not a map", QByteArray::fromHex("80"));
    body("indefinite length", QByteArray::fromHex("bf6673746174757301ff"));
    body("a longer head than needed", QByteArray::fromHex("b801667374617475731801"));
}

void TestHostileReplica::refusesBrokenAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    QFETCH(Kind, kind);
    Scene scene(saying(bytes, closes));
    scene.transport.timeLimit = 20s;
    const auto called = scene.call();
    QVERIFY(!called.ok());
    QCOMPARE(called.error().kind, kind);
    QCOMPARE(called.error().retry, RetryAdvice::AskOutcome);
    const auto asked = scene.query();
    QVERIFY(!asked.ok());
    QCOMPARE(asked.error().kind, kind);
    QCOMPARE(asked.error().retry, RetryAdvice::Later);
    const auto read = scene.read();
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, kind);
    QVERIFY(scene.transport.requests <= 6); // at most one repetition each
    QVERIFY(scene.transport.largestBody <= bytes.size());
}

void TestHostileReplica::endsEndlessAnswers_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("more");
    const QByteArray head("HTTP/1.1 200 X\r\nContent-Type: application/cbor\r\n");
    const QByteArray block(16 * 1024, '\x81');
    QTest::newRow("without length") << head + "\r\n" << block;
    QTest::newRow("in chunks") << head + "Transfer-Encoding: chunked\r\n\r\n"
                               << "4000\r\n" + block + "\r\n";
    QTest::newRow("of headers") << head << QByteArray("X: y\r\n");
}

void TestHostileReplica::endsEndlessAnswers()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, more);
    const auto sent = std::make_shared<std::atomic<qint64>>(0);
    Scene scene(endlessly(start, more, sent));
    const auto read = scene.read();
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, Kind::TooLarge);
    QCOMPARE(scene.transport.largestBody, 0); // nothing of it was handed on
    QCOMPARE(scene.transport.requests, 1);
    // What it reads beyond the limit are the buffers of the two sockets.
    QVERIFY2(*sent <= kLargestAnswer + 16 * 1024 * 1024, qPrintable(QString::number(*sent)));
}

void TestHostileReplica::endsSlowAnswers()
{
    // A byte whenever the one before has left, for ever: alive all the time, never ready.
    const auto sent = std::make_shared<std::atomic<qint64>>(0);
    Scene scene([sent](QTcpSocket &socket, const QByteArray &) {
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, sent](qint64 n) {
            *sent += n;
            socket.write("x");
        });
        socket.write("HTTP/1.1 200 X\r\nContent-Length: 4000000\r\n\r\n");
    });
    constexpr std::chrono::milliseconds kLimit = 300ms;
    scene.transport.timeLimit = kLimit;
    QElapsedTimer time;
    time.start();
    const auto read = scene.read();
    const auto took = std::chrono::milliseconds(time.elapsed());
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, Kind::TimedOut);
    QCOMPARE(scene.transport.requests, 2);
    QVERIFY(took >= 2 * kLimit - 10ms);
    QVERIFY2(took < 10s, qPrintable(QString::number(took.count())));
    QCOMPARE(scene.transport.longestAllowed, std::chrono::milliseconds(30s));
}

void TestHostileReplica::learnsNoTimeFromALiar()
{
    // Everything it shows is an hour old, the answers to the question for the time included.
    Scene scene(answering([](const QByteArray &endpoint, const cbor::Map &content) {
        FakeNetwork network(kNow - 1h);
        if (endpoint == "call")
            return cborAnswer(
                FakeNetwork::callBody(network.repliedCertificate(idOf(content), kReply, {})));
        return cborAnswer(FakeNetwork::readStateBody(network.certificate({})));
    }));
    scene.agent.restoreTime(kNow - 1s, 0ns); // the last session saw a certificate of then
    const auto result = scene.call();
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, Kind::BadCertificate);
    QCOMPARE(result.error().reason, std::string("stale"));
    QCOMPARE(scene.agent.clockOffset(), 0ns);
}

QTEST_GUILESS_MAIN(TestHostileReplica)
#include "tst_hostilereplica.moc"
