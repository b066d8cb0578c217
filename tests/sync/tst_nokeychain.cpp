#include "sync/systemkeychain.h"

#include <QElapsedTimer>
#include <QTest>

#include <optional>

/// On a computer with no secret service at all: a server, a minimal desktop.
class TestNoKeychain : public QObject
{
    Q_OBJECT

private slots:
    void readIsUnavailableSoon();
    void writeIsUnavailableSoon();
};

namespace {

constexpr int kSoonMs = 10'000;

} // namespace

void TestNoKeychain::readIsUnavailableSoon()
{
    SystemKeychain keychain;
    std::optional<Result<QByteArray, KeychainError>> answer;
    keychain.read(QStringLiteral("n"), [&](auto got) { answer = std::move(got); });
    QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, kSoonMs));
    QVERIFY(!answer->ok());
    QVERIFY2(answer->error().kind == KeychainError::Kind::Unavailable,
             qPrintable(answer->error().detail));
    QVERIFY(!answer->error().detail.isEmpty());
}

void TestNoKeychain::writeIsUnavailableSoon()
{
    SystemKeychain keychain;
    std::optional<Result<Done, KeychainError>> answer;
    keychain.write(QStringLiteral("n"), "secret", [&](auto got) { answer = std::move(got); });
    QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, kSoonMs));
    QVERIFY(!answer->ok());
    QVERIFY(answer->error().kind == KeychainError::Kind::Unavailable);
    QVERIFY(!answer->error().detail.contains(QStringLiteral("secret")));
}

int main(int argc, char *argv[])
{
    // Before anything looks for a bus: there is none.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    QCoreApplication application(argc, argv);
    TestNoKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nokeychain.moc"
