#include "loopbackserver.h"
#include "sync/httptransport.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>
#include <thread>

namespace {

using namespace std::chrono_literals;

HttpRequest request(const QByteArray &url)
{
    HttpRequest request;
    request.url = url;
    request.timeLimit = 10s;
    return request;
}

} // namespace

class TestHttpTransport : public QObject
{
    Q_OBJECT

private slots:
    void gets();
    void postsExactly();
    void reportsStatusAndRetryAfter();
    void postsLargeBodiesAtOnce();
    void endsWhatIsTooLong_data();
    void endsWhatIsTooLong();
    void takesWhatJustFits();
    void endsSlowAnswers();
    void reportsCuts_data();
    void reportsCuts();
    void followsNoRedirect();
    void refusesUrls_data();
    void refusesUrls();
    void reportsClosedPorts();
    void sendsSideBySide();
    void cancelsWhatRuns();
    void staysCancelledUntilResumed();
    void waits();
};

void TestHttpTransport::gets()
{
    LoopbackServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write(httpAnswer("hello", "Content-Type: application/cbor\r\n"));
    });
    HttpTransport transport;
    for (int i = 0; i < 3; ++i) { // the second and third use the same connection
        const auto response = transport.send(request(server.url()));
        QVERIFY(response.ok());
        QCOMPARE(response.value().status, 200);
        QCOMPARE(response.value().body, QByteArray("hello"));
        QCOMPARE(response.value().contentType, QByteArray("application/cbor"));
        QCOMPARE(response.value().retryAfterSeconds, -1);
    }
}

void TestHttpTransport::postsExactly()
{
    LoopbackServer server(
        [](QTcpSocket &socket, const QByteArray &asked) { socket.write(httpAnswer(asked)); });
    HttpTransport transport;
    HttpRequest post = request(server.url("/api/v4/call?x=1"));
    post.method = HttpRequest::Method::Post;
    post.contentType = "application/cbor";
    post.body = QByteArray("\0\xff\r\n\r\nz", 7);
    const auto response = transport.send(post);
    QVERIFY(response.ok());
    const QByteArray asked = response.value().body;
    QVERIFY(asked.startsWith("POST /api/v4/call?x=1 HTTP/1.1\r\n"));
    QVERIFY(asked.contains("\r\nContent-Type: application/cbor\r\n"));
    QCOMPARE(asked.toLower().count("content-type"), 1);
    QVERIFY(!asked.toLower().contains("expect"));
    QVERIFY(!asked.toLower().contains("cookie"));
    QVERIFY(asked.endsWith(post.body));
}

void TestHttpTransport::postsLargeBodiesAtOnce()
{
    // Left alone, libcurl would announce a body this large and wait for "100 Continue".
    LoopbackServer server([](QTcpSocket &socket, const QByteArray &asked) {
        const qsizetype head = asked.indexOf("\r\n\r\n") + 4;
        socket.write(asked.left(head).toLower().contains("expect")
                         ? httpAnswer("announced")
                         : httpAnswer(QByteArray::number(asked.size() - head)));
    });
    HttpTransport transport;
    HttpRequest post = request(server.url());
    post.method = HttpRequest::Method::Post;
    post.body = QByteArray(3 * 1024 * 1024, 'x');
    const auto response = transport.send(post);
    QVERIFY(response.ok());
    QCOMPARE(response.value().body, QByteArray::number(post.body.size()));
}

void TestHttpTransport::reportsStatusAndRetryAfter()
{
    LoopbackServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write(httpAnswer("later", "Retry-After: 7\r\n", 503));
    });
    HttpTransport transport;
    const auto response = transport.send(request(server.url()));
    QVERIFY(response.ok());
    QCOMPARE(response.value().status, 503);
    QCOMPARE(response.value().retryAfterSeconds, 7);
}

void TestHttpTransport::endsWhatIsTooLong_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("announced") << httpAnswer(QByteArray(2000, 'x'));
    QTest::newRow("endless") << QByteArray("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n");
    QTest::newRow("endless chunks")
        << QByteArray("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n");
}

void TestHttpTransport::endsWhatIsTooLong()
{
    QFETCH(QByteArray, start);
    const bool chunked = start.contains("chunked");
    const bool endless = start.endsWith("\r\n\r\n");
    const QByteArray more =
        chunked ? "400\r\n" + QByteArray(1024, 'x') + "\r\n" : QByteArray(1024, 'x');
    LoopbackServer server([=](QTcpSocket &socket, const QByteArray &) {
        socket.write(start);
        if (!endless)
            return;
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, more] {
            if (socket.bytesToWrite() < 64 * 1024)
                socket.write(more);
        });
        socket.write(more);
    });
    HttpTransport transport;
    HttpRequest limited = request(server.url());
    limited.maxResponseBytes = 1999;
    const auto response = transport.send(limited);
    QVERIFY(!response.ok());
    QCOMPARE(response.error().kind, TransportError::Kind::TooLarge);
}

void TestHttpTransport::takesWhatJustFits()
{
    LoopbackServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write(httpAnswer(QByteArray(2000, 'x')));
    });
    HttpTransport transport;
    HttpRequest limited = request(server.url());
    limited.maxResponseBytes = 2000;
    const auto response = transport.send(limited);
    QVERIFY(response.ok());
    QCOMPARE(response.value().body.size(), 2000);
}

void TestHttpTransport::endsSlowAnswers()
{
    LoopbackServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nx"); // and no more
    });
    HttpTransport transport;
    HttpRequest slow = request(server.url());
    slow.timeLimit = 200ms;
    const auto response = transport.send(slow);
    QVERIFY(!response.ok());
    QCOMPARE(response.error().kind, TransportError::Kind::TimedOut);
}

void TestHttpTransport::reportsCuts_data()
{
    using Kind = TransportError::Kind;
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("before anything") << QByteArray() << Kind::Cut;
    QTest::newRow("in the first line") << QByteArray("HTTP/1.1 2") << Kind::Cut;
    QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nx")
                                 << Kind::Cut;
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n") << Kind::Unreachable;
}

void TestHttpTransport::reportsCuts()
{
    QFETCH(QByteArray, start);
    QFETCH(TransportError::Kind, kind);
    LoopbackServer server([start](QTcpSocket &socket, const QByteArray &) {
        socket.write(start);
        socket.disconnectFromHost();
    });
    HttpTransport transport;
    const auto response = transport.send(request(server.url()));
    QVERIFY(!response.ok());
    QCOMPARE(response.error().kind, kind);
    QVERIFY(!response.error().detail.isEmpty());
}

void TestHttpTransport::followsNoRedirect()
{
    std::atomic<int> asked = 0;
    LoopbackServer server([&asked](QTcpSocket &socket, const QByteArray &) {
        ++asked;
        socket.write(httpAnswer("", "Location: /elsewhere\r\n", 302));
    });
    HttpTransport transport;
    const auto response = transport.send(request(server.url()));
    QVERIFY(!response.ok());
    QCOMPARE(response.error().kind, TransportError::Kind::Redirected);
    QCOMPARE(asked.load(), 1);
}

void TestHttpTransport::refusesUrls_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url : {"http://example.org/",
                            "file:///etc/passwd",
                            "ftp://127.0.0.1/",
                            "127.0.0.1:80",
                            "https://",
                            "http://127.0.0.1.example.org/",
                            ""})
        QTest::newRow(url) << QByteArray(url);
}

void TestHttpTransport::refusesUrls()
{
    QFETCH(QByteArray, url);
    HttpTransport transport;
    const auto response = transport.send(request(url));
    QVERIFY(!response.ok());
    QCOMPARE(response.error().kind, TransportError::Kind::Refused);
}

void TestHttpTransport::reportsClosedPorts()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(closed.serverPort()) + '/';
    closed.close();
    HttpTransport transport;
    const auto response = transport.send(request(url));
    QVERIFY(!response.ok());
    QCOMPARE(response.error().kind, TransportError::Kind::Unreachable);
}

void TestHttpTransport::sendsSideBySide()
{
    // Answers nobody before everybody has asked.
    std::vector<std::pair<QTcpSocket *, QByteArray>> waiting;
    LoopbackServer server([&waiting](QTcpSocket &socket, const QByteArray &asked) {
        waiting.emplace_back(&socket, asked.mid(4, 2));
        if (waiting.size() < 4)
            return;
        for (auto it = waiting.rbegin(); it != waiting.rend(); ++it)
            it->first->write(httpAnswer(it->second));
    });
    HttpTransport transport;
    std::vector<HttpRequest> requests;
    for (const char *path : {"/a", "/b", "/c", "/d"})
        requests.push_back(request(server.url(path)));
    requests.push_back(request("http://example.org/")); // refused without disturbing the others
    const auto responses = transport.sendAll(requests);
    QCOMPARE(responses.size(), std::size_t{5});
    QByteArray order;
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY(responses[i].ok());
        order += responses[i].value().body;
    }
    QCOMPARE(order, QByteArray("/a/b/c/d"));
    QCOMPARE(responses[4].error().kind, TransportError::Kind::Refused);
}

void TestHttpTransport::cancelsWhatRuns()
{
    HttpTransport transport;
    std::thread stopper;
    LoopbackServer server([&](QTcpSocket &, const QByteArray &) {
        // The request is under way and will never be answered.
        stopper = std::thread([&transport] { transport.cancel(); });
    });
    HttpRequest endless = request(server.url());
    endless.timeLimit = 60s;
    QElapsedTimer timer;
    timer.start();
    const auto response = transport.send(endless);
    stopper.join();
    QVERIFY(!response.ok());
    QCOMPARE(response.error().kind, TransportError::Kind::Cancelled);
    QVERIFY(timer.elapsed() < 5000);
}

void TestHttpTransport::staysCancelledUntilResumed()
{
    LoopbackServer server(
        [](QTcpSocket &socket, const QByteArray &) { socket.write(httpAnswer("ok")); });
    HttpTransport transport;
    transport.cancel();
    QCOMPARE(transport.send(request(server.url())).error().kind, TransportError::Kind::Cancelled);
    QVERIFY(!transport.wait(60s));
    transport.resume();
    QVERIFY(transport.send(request(server.url())).ok());
}

void TestHttpTransport::waits()
{
    HttpTransport transport;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(transport.wait(30ms));
    QVERIFY(timer.elapsed() >= 29);
    std::thread stopper([&transport] { transport.cancel(); });
    QVERIFY(!transport.wait(60s));
    stopper.join();
    QVERIFY(timer.elapsed() < 5000);
}

QTEST_GUILESS_MAIN(TestHttpTransport)
#include "tst_httptransport.moc"
