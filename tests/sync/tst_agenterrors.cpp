#include "sync/agenterrors.h"
#include "sync/ic/answers.h"

#include <QTest>

using ic::AgentError;

/// What the agent's errors mean for syncing.
class TestAgentErrors : public QObject
{
    Q_OBJECT

private slots:
    void rejectBecomesError_data();
    void rejectBecomesError();
    void kindBecomesError_data();
    void kindBecomesError();
    void keepsWhatTheServerAskedFor();
};

void TestAgentErrors::rejectBecomesError_data()
{
    using Proof = AgentError::Proof;
    using Kind = SyncError::Kind;
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("errorCode");
    QTest::addColumn<int>("proof");
    QTest::addColumn<Kind>("expected");
    const auto row = [](const char *name, int code, const char *text, Proof proof, Kind kind) {
        QTest::newRow(name) << code << QByteArray(text) << int(proof) << kind;
    };
    row("certified refusal", 4, "IC0406", Proof::Certificate, Kind::Rejected);
    row("certified trap", 5, "IC0503", Proof::Certificate, Kind::Rejected);
    row("a node's refusal of a query", 5, "IC0503", Proof::Node, Kind::Rejected);
    row("unproved refusal is not believed", 4, "IC0406", Proof::None, Kind::Untrusted);
    row("fatal without proof", 1, "", Proof::None, Kind::Untrusted);
    row("transient", 2, "", Proof::Certificate, Kind::Busy);
    row("queue full", 2, "IC0201", Proof::None, Kind::Busy);
    row("heap delta limit", 4, "IC0210", Proof::None, Kind::Busy);
    row("unknown outcome", 6, "", Proof::Certificate, Kind::Busy);
    row("no such canister", 3, "IC0301", Proof::None, Kind::NotFound);
    row("no such canister, old network", 3, "", Proof::Certificate, Kind::NotFound);
    row("nothing installed", 5, "IC0537", Proof::Node, Kind::NotFound);
    row("no such method", 5, "IC0536", Proof::Node, Kind::Unsupported);
    row("out of cycles", 2, "IC0207", Proof::None, Kind::OutOfFuel);
    row("stopped", 5, "IC0508", Proof::Node, Kind::OutOfFuel);
    row("stopping", 5, "IC0509", Proof::Certificate, Kind::OutOfFuel);
}

void TestAgentErrors::rejectBecomesError()
{
    QFETCH(int, code);
    QFETCH(QByteArray, errorCode);
    QFETCH(int, proof);
    using Kind = SyncError::Kind;
    QFETCH(Kind, expected);
    ic::Reject reject{std::uint64_t(code), "no", std::nullopt};
    if (!errorCode.isEmpty())
        reject.errorCode = errorCode.toStdString();
    const AgentError error = ic::errorFromReject(reject, AgentError::Proof(proof));
    QCOMPARE(syncErrorFrom(error).kind, expected);
    QCOMPARE(error.retry == ic::RetryAdvice::Never, expected != Kind::Busy);
}

void TestAgentErrors::kindBecomesError_data()
{
    using From = AgentError::Kind;
    using To = SyncError::Kind;
    QTest::addColumn<int>("from");
    QTest::addColumn<To>("expected");
    const auto row = [](From from, To expected) {
        QTest::newRow(toString(from)) << int(from) << expected;
    };
    row(From::Unreachable, To::Offline);
    row(From::TimedOut, To::Offline);
    row(From::NotTheNetwork, To::Offline);
    row(From::Cut, To::Offline);
    row(From::TooLarge, To::Protocol);
    row(From::NotKept, To::Local);
    row(From::Cancelled, To::Cancelled);
    row(From::Busy, To::Busy);
    row(From::ClockWrong, To::ClockWrong);
    row(From::Refused, To::Protocol);
    row(From::NotFound, To::NotFound);
    row(From::Malformed, To::Protocol);
    row(From::BadCertificate, To::Untrusted);
    row(From::BadQuerySignature, To::Untrusted);
    row(From::DoneWithoutReply, To::Busy);
    row(From::NeverRan, To::Busy);
    row(From::OutcomeUnknown, To::Busy);
}

void TestAgentErrors::kindBecomesError()
{
    QFETCH(int, from);
    QFETCH(SyncError::Kind, expected);
    AgentError error;
    error.kind = AgentError::Kind(from);
    QCOMPARE(syncErrorFrom(error).kind, expected);
}

void TestAgentErrors::keepsWhatTheServerAskedFor()
{
    AgentError error;
    error.kind = AgentError::Kind::Busy;
    error.retryAfter = std::chrono::seconds(7);
    error.detail = QStringLiteral("HTTP 503");
    const SyncError result = syncErrorFrom(error);
    QVERIFY(result.retryAfter == std::chrono::seconds(7));
    QCOMPARE(result.detail, QStringLiteral("busy: HTTP 503"));
}

QTEST_APPLESS_MAIN(TestAgentErrors)
#include "tst_agenterrors.moc"
