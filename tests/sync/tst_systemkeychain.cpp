#include "sync/systemkeychain.h"

#include <QTest>

#include <optional>

/// Against the real secret service that with-keyring.sh starts.
class TestSystemKeychain : public QObject
{
    Q_OBJECT

private slots:
    void keepsBytesExactly();
    void missingEntryIsAnAnswer();
    void removeForgets();
    void removingNothingIsNoError();
};

namespace {

using ReadAnswer = Result<QByteArray, KeychainError>;
using Answer = Result<Done, KeychainError>;

const QString kName = QStringLiteral("identity-test");

ReadAnswer read(SystemKeychain &keychain, const QString &name)
{
    std::optional<ReadAnswer> answer;
    keychain.read(name, [&](ReadAnswer got) { answer = std::move(got); });
    const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
    return came ? *answer : KeychainError{KeychainError::Kind::Unavailable, QStringLiteral("late")};
}

Answer ended(const std::optional<Answer> &answer)
{
    const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
    return came ? *answer : KeychainError{KeychainError::Kind::Unavailable, QStringLiteral("late")};
}

Answer write(SystemKeychain &keychain, const QString &name, const QByteArray &secret)
{
    std::optional<Answer> answer;
    keychain.write(name, secret, [&](Answer got) { answer = std::move(got); });
    return ended(answer);
}

Answer remove(SystemKeychain &keychain, const QString &name)
{
    std::optional<Answer> answer;
    keychain.remove(name, [&](Answer got) { answer = std::move(got); });
    return ended(answer);
}

} // namespace

void TestSystemKeychain::keepsBytesExactly()
{
    SystemKeychain keychain;
    QByteArray secret;
    for (int byte = 0; byte < 256; ++byte)
        secret.append(static_cast<char>(byte));
    QVERIFY(write(keychain, kName, secret).ok());
    QCOMPARE(read(keychain, kName).value(), secret);
    QVERIFY(write(keychain, kName, QByteArray(32, '\0')).ok());
    QCOMPARE(read(keychain, kName).value(), QByteArray(32, '\0'));
}

void TestSystemKeychain::missingEntryIsAnAnswer()
{
    SystemKeychain keychain;
    const ReadAnswer answer = read(keychain, QStringLiteral("never written"));
    QVERIFY(!answer.ok());
    QCOMPARE(static_cast<int>(answer.error().kind), static_cast<int>(KeychainError::Kind::NoEntry));
}

void TestSystemKeychain::removeForgets()
{
    SystemKeychain keychain;
    QVERIFY(write(keychain, kName, "secret").ok());
    QVERIFY(remove(keychain, kName).ok());
    QVERIFY(!read(keychain, kName).ok());
}

void TestSystemKeychain::removingNothingIsNoError()
{
    SystemKeychain keychain;
    QVERIFY(remove(keychain, QStringLiteral("never written")).ok());
}

QTEST_GUILESS_MAIN(TestSystemKeychain)
#include "tst_systemkeychain.moc"
