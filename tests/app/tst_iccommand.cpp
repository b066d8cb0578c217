#include "tests/app/sheafprogram.h"
#include "tests/support/localnetwork.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

/// `sheaf ic`: the real executable against the local network with the real canister.
class TestIcCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void decodesPrincipals();
    void goesBetweenTextAndBytes();
    void encodesByAnInterface();
    void refusesWrongArguments_data();
    void refusesWrongArguments();
    void tellsWhatIsThere();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void tellsAStrangersAnswer();
    void tellsWhatIsForged_data();
    void tellsWhatIsForged();
    void tellsThatCyclesAreGone();
    void queriesByTheCertifiedInterface();
    void callsWithAKey();
    void keepsQueriesFromChangingAnything();
    void showsTheInterface();
    void readsTheState();
    void makesNoProfile();

private:
    Answer run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return SheafProgram(m_folder->filePath(QStringLiteral("none")))
            .run(QStringList{QStringLiteral("ic")} + arguments, input);
    }
    /// With the address of the local network.
    Answer ask(const QStringList &arguments) const
    {
        return run(arguments
                   + QStringList{QStringLiteral("--url"),
                                 QString::fromLatin1(m_network.url()),
                                 QStringLiteral("--canister"),
                                 m_network.canisterId()});
    }
    void control(const char *name, const QByteArray &json) const;

    LocalNetwork m_network;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestIcCommand::initTestCase()
{
    const QString problem = m_network.start({QStringLiteral("--control")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestIcCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestIcCommand::control(const char *name, const QByteArray &json) const
{
    QNetworkAccessManager http;
    QNetworkRequest request(QUrl(QString::fromLatin1(m_network.controlUrl() + '/' + name)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    const std::unique_ptr<QNetworkReply> reply(http.post(request, json));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000);
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
}

void TestIcCommand::decodesPrincipals()
{
    const QJsonObject canister = run({QStringLiteral("principal"),
                                      QStringLiteral("ryjl3-tyaaa-aaaaa-aaaba-cai"),
                                      QStringLiteral("--json")})
                                     .object();
    QCOMPARE(canister[QStringLiteral("class")].toString(), QStringLiteral("opaque"));
    QCOMPARE(canister[QStringLiteral("bytes")].toString(), QStringLiteral("00000000000000020101"));
    // The anonymous principal's account, as every ledger explorer shows it.
    const QJsonObject anonymous =
        run({QStringLiteral("principal"), QStringLiteral("0x04"), QStringLiteral("--json")})
            .object();
    QCOMPARE(anonymous[QStringLiteral("principal")].toString(), QStringLiteral("2vxsx-fae"));
    QCOMPARE(anonymous[QStringLiteral("ledgerAccount")].toString(),
             QStringLiteral("1c7a48ba6a562aa9eaa2481a9049cdf0433b9738c992d698c31d8abf89cadc79"));
    QCOMPARE(
        run({QStringLiteral("principal"), QStringLiteral("ryjl3-tyaaa-aaaaa-aaaba-caj")}).status,
        2);
}

void TestIcCommand::goesBetweenTextAndBytes()
{
    const Answer encoded = run({QStringLiteral("encode"), QStringLiteral("(5 : nat8, \"a\")")});
    QCOMPARE(encoded.output, QByteArray("4449444c00027b71050161\n"));
    QCOMPARE(run({QStringLiteral("decode"), QString::fromLatin1(encoded.output.trimmed())}).output,
             QByteArray("(5 : nat8, \"a\")\n"));
    QCOMPARE(run({QStringLiteral("decode"), QStringLiteral("-")},
                 QByteArray::fromHex(encoded.output.trimmed()))
                 .output,
             QByteArray("(5 : nat8, \"a\")\n"));
    QCOMPARE(
        run({QStringLiteral("decode"), QStringLiteral("blob \"DIDL\\00\\01\\71\\02\\c3\\a9\"")})
            .output,
        QByteArray("(\"\xC3\xA9\")\n"));
    QCOMPARE(run({QStringLiteral("decode"), QStringLiteral("4449444c00017d")}).status, 1);
}

void TestIcCommand::encodesByAnInterface()
{
    const QString file = m_folder->filePath(QStringLiteral("a.did"));
    QFile did(file);
    QVERIFY(did.open(QIODevice::WriteOnly));
    did.write("type P = record { x : nat16; y : opt text };\nservice : { put : (P) -> () }");
    did.close();
    const Answer encoded = run({QStringLiteral("encode"),
                                QStringLiteral("--did"),
                                file,
                                QStringLiteral("--method"),
                                QStringLiteral("put"),
                                QStringLiteral("(record { x = 258 })")});
    QCOMPARE(encoded.status, 0);
    QVERIFY(encoded.output.endsWith("020100\n"));
    const QString hex = QString::fromLatin1(encoded.output.trimmed());
    QCOMPARE(run({QStringLiteral("decode"), hex, QStringLiteral("--did"), file}).output,
             QByteArray("(record { x = 258 : nat16; y = null })\n"));
    // Without names, numbers.
    QCOMPARE(run({QStringLiteral("decode"), hex}).output,
             QByteArray("(record { 120 = 258 : nat16; 121 = null })\n"));
    const Answer wrong = run({QStringLiteral("encode"),
                              QStringLiteral("--did"),
                              file,
                              QStringLiteral("--method"),
                              QStringLiteral("put"),
                              QStringLiteral("(record { x = 70000 })")});
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.problem.contains("line 1, column 15"), wrong.problem.constData());
}

void TestIcCommand::refusesWrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown word") << QStringList{QStringLiteral("fly")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("status"), QStringLiteral("--x")};
    QTest::newRow("no canister") << QStringList{QStringLiteral("query"), QStringLiteral("head")};
    QTest::newRow("no canister's id") << QStringList{
        QStringLiteral("status"), QStringLiteral("--canister"), QStringLiteral("aaaaa-ab")};
    QTest::newRow("http to another computer") << QStringList{
        QStringLiteral("status"), QStringLiteral("--url"), QStringLiteral("http://example.org")};
    QTest::newRow("not Candid") << QStringList{QStringLiteral("encode"), QStringLiteral("(5")};
}

void TestIcCommand::refusesWrongArguments()
{
    QFETCH(QStringList, arguments);
    const Answer answer = run(arguments);
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.problem.count('\n'), 1);
}

void TestIcCommand::tellsWhatIsThere()
{
    const Answer answer = ask({QStringLiteral("status"), QStringLiteral("--json")});
    QCOMPARE(answer.status, 0);
    const QJsonObject status = answer.object();
    QCOMPARE(status[QStringLiteral("diagnosis")].toString(), QStringLiteral("ok"));
    QCOMPARE(status[QStringLiteral("canister")].toString(), m_network.canisterId());
    QCOMPARE(status[QStringLiteral("rootKey")].toString().toLatin1(), m_network.rootKey().toHex());
    QCOMPARE(status[QStringLiteral("isMainNetwork")].toBool(true), false);
    QCOMPARE(status[QStringLiteral("moduleHash")].toString().size(), 64);
    QVERIFY(status[QStringLiteral("controllers")].toArray().contains(QStringLiteral("2vxsx-fae")));
    QVERIFY(
        status[QStringLiteral("metadata")].toArray().contains(QStringLiteral("candid:service")));
    QCOMPARE(status[QStringLiteral("nodes")].toArray().size(), 1);
    QVERIFY(qAbs(status[QStringLiteral("clockOffsetSeconds")].toDouble(99)) < 30);
    QVERIFY(!status[QStringLiteral("created")].toString().isEmpty());
    const QJsonArray checks = status[QStringLiteral("checks")].toArray();
    QCOMPARE(checks.size(), 10);
    for (const auto &check : checks)
        QVERIFY(check.toObject()[QStringLiteral("passed")].toBool());
}

void TestIcCommand::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("canister");
    QTest::addColumn<QString>("diagnosis");
    QTest::addColumn<int>("status");
    QTest::newRow("nobody listens")
        << QStringLiteral("http://127.0.0.1:9") << QString() << QStringLiteral("unreachable") << 5;
    QTest::newRow("no such canister") << QString() << QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai")
                                      << QStringLiteral("not_found") << 3;
}

void TestIcCommand::tellsWhatIsWrong()
{
    QFETCH(QString, url);
    QFETCH(QString, canister);
    QFETCH(QString, diagnosis);
    QFETCH(int, status);
    const Answer answer = run({QStringLiteral("status"),
                               QStringLiteral("--json"),
                               QStringLiteral("--url"),
                               url.isEmpty() ? QString::fromLatin1(m_network.url()) : url,
                               QStringLiteral("--canister"),
                               canister.isEmpty() ? m_network.canisterId() : canister});
    QCOMPARE(answer.object()[QStringLiteral("diagnosis")].toString(), diagnosis);
    QCOMPARE(answer.status, status);
}

void TestIcCommand::tellsAStrangersAnswer()
{
    QTcpServer portal;
    QVERIFY(portal.listen(QHostAddress::LocalHost));
    QObject::connect(&portal, &QTcpServer::newConnection, &portal, [&portal] {
        QTcpSocket *socket = portal.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n"
                          "Connection: close\r\n\r\n<p>Sign in</p>");
            socket->disconnectFromHost();
        });
    });
    QProcess process;
    process.start(QStringLiteral(SHEAF_EXECUTABLE),
                  {QStringLiteral("--profile"),
                   m_folder->filePath(QStringLiteral("none")),
                   QStringLiteral("ic"),
                   QStringLiteral("status"),
                   QStringLiteral("--json"),
                   QStringLiteral("--url"),
                   QStringLiteral("http://127.0.0.1:%1").arg(portal.serverPort())});
    // The portal lives in this thread: no blocking wait.
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    const QJsonObject status = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(status[QStringLiteral("diagnosis")].toString(), QStringLiteral("not_the_network"));
}

void TestIcCommand::tellsWhatIsForged_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("diagnosis");
    QTest::newRow("old certificates")
        << QByteArray("certificate-age") << QByteArray(R"({"seconds":900})")
        << QStringLiteral("stale_certificate");
    QTest::newRow("a node's signature")
        << QByteArray("node-signature") << QByteArray(R"({"wrong":true})")
        << QStringLiteral("bad_query_signature");
    QTest::newRow("a bit of a certificate")
        << QByteArray("fault")
        << QByteArray(R"({"on":"read_state","do":"flipBit","bytes":-30,"times":1})")
        << QStringLiteral("bad_certificate");
    QTest::newRow("answers that are cut")
        << QByteArray("fault")
        << QByteArray(R"({"on":"read_state","do":"cutBody","bytes":100,"times":9})")
        << QStringLiteral("cut");
    QTest::newRow("a proxy's refusal")
        << QByteArray("fault")
        << QByteArray(R"({"on":"read_state","do":"status","status":403,"body":"no","times":9})")
        << QStringLiteral("refused");
}

void TestIcCommand::tellsWhatIsForged()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, body);
    QFETCH(QString, diagnosis);
    control(command.constData(), body);
    const Answer answer = ask({QStringLiteral("status"), QStringLiteral("--json")});
    control("reset", "{}");
    QCOMPARE(answer.object()[QStringLiteral("diagnosis")].toString(), diagnosis);
    QVERIFY(answer.status != 0);
    QVERIFY(!answer.object()[QStringLiteral("sentence")].toString().isEmpty());
}

void TestIcCommand::tellsThatCyclesAreGone()
{
    control("cycles", R"({"balance":"1"})");
    const Answer answer = ask({QStringLiteral("status"), QStringLiteral("--json")});
    control("cycles", R"({"balance":"100000000000000"})");
    QCOMPARE(answer.object()[QStringLiteral("diagnosis")].toString(),
             QStringLiteral("out_of_cycles"));
    QCOMPARE(answer.status, 1);
}

void TestIcCommand::queriesByTheCertifiedInterface()
{
    const Answer head = ask({QStringLiteral("query"), QStringLiteral("head")});
    QCOMPARE(head.status, 0);
    QCOMPARE(head.output, QByteArray("(variant { err = variant { anonymous } })\n"));
    const Answer typed = ask({QStringLiteral("query"),
                              QStringLiteral("manifest"),
                              QStringLiteral("(record { after_sequence = 0; max_rows = -1 })")});
    QCOMPARE(typed.status, 2);
    QVERIFY2(typed.problem.contains("this is no nat64"), typed.problem.constData());
    const Answer unknown = ask({QStringLiteral("query"), QStringLiteral("heads")});
    QCOMPARE(unknown.status, 3);
    QVERIFY2(unknown.problem.contains("manifest"), unknown.problem.constData());
}

void TestIcCommand::callsWithAKey()
{
    const QString key = m_folder->filePath(QStringLiteral("key.pem"));
    QCOMPARE(
        SheafProgram(m_folder->filePath(QStringLiteral("other")))
            .run({QStringLiteral("identity"), QStringLiteral("new"), QStringLiteral("--file"), key})
            .status,
        0);
    const QStringList call{QStringLiteral("call"), QStringLiteral("head_replicated")};
    const Answer answer =
        ask(call + QStringList{QStringLiteral("--identity"), key, QStringLiteral("--json")});
    QCOMPARE(answer.status, 0);
    const QJsonObject json = answer.object();
    QCOMPARE(json[QStringLiteral("saidBy")].toString(), QStringLiteral("subnet"));
    QVERIFY(json[QStringLiteral("fitsInterface")].toBool());
    QVERIFY2(json[QStringLiteral("candid")].toString().contains(QStringLiteral("protocol = 1")),
             answer.output.constData());
    // Without a key the canister refuses before it is paid for, and only one node says so.
    const Answer refused = ask(call + QStringList{QStringLiteral("--json")});
    QCOMPARE(refused.status, 1);
    QCOMPARE(refused.object()[QStringLiteral("kind")].toString(), QStringLiteral("rejected"));
    QCOMPARE(refused.object()[QStringLiteral("saidBy")].toString(), QStringLiteral("nobody"));
    QVERIFY(!refused.object()[QStringLiteral("errorCode")].toString().isEmpty());
}

void TestIcCommand::keepsQueriesFromChangingAnything()
{
    const Answer answer = ask({QStringLiteral("query"), QStringLiteral("push")});
    QCOMPARE(answer.status, 2);
    QVERIFY2(answer.problem.contains("ic call push"), answer.problem.constData());
}

void TestIcCommand::showsTheInterface()
{
    const Answer answer = ask({QStringLiteral("interface")});
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.output.contains("head_replicated"));
    // What is shown can be given back.
    const QString file = m_folder->filePath(QStringLiteral("shown.did"));
    QFile did(file);
    QVERIFY(did.open(QIODevice::WriteOnly));
    did.write(answer.output);
    did.close();
    QCOMPARE(ask({QStringLiteral("query"), QStringLiteral("head"), QStringLiteral("--did"), file})
                 .status,
             0);
}

void TestIcCommand::readsTheState()
{
    const QString canister = QStringLiteral("canister/") + m_network.canisterId();
    const Answer answer = ask({QStringLiteral("read-state"),
                               QStringLiteral("time"),
                               canister + QStringLiteral("/controllers"),
                               canister + QStringLiteral("/metadata/nothing"),
                               QStringLiteral("--json")});
    QCOMPARE(answer.status, 0);
    const QJsonArray entries = answer.array();
    QCOMPARE(entries.size(), 3);
    QVERIFY(entries[0].toObject()[QStringLiteral("value")].toString().endsWith(QLatin1Char('Z')));
    QCOMPARE(entries[1].toObject()[QStringLiteral("value")].toString(),
             QStringLiteral("2vxsx-fae"));
    QCOMPARE(entries[2].toObject()[QStringLiteral("lookup")].toString(), QStringLiteral("absent"));
}

void TestIcCommand::makesNoProfile()
{
    QCOMPARE(ask({QStringLiteral("query"), QStringLiteral("head")}).status, 0);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestIcCommand)
#include "tst_iccommand.moc"
