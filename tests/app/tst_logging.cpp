#include "app/logging.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestLogging : public QObject
{
    Q_OBJECT

private slots:
    void removesSecrets_data();
    void removesSecrets();
    void keepsWhatHelps();
    void writesToTheProfile();
};

void TestLogging::removesSecrets_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("secret");
    const QString base64 =
        QStringLiteral("MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g");
    const QString hex =
        QStringLiteral("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    QTest::newRow("PEM")
        << QStringLiteral("key -----BEGIN PRIVATE KEY-----\n%1\n-----END PRIVATE KEY----- read")
               .arg(base64)
        << base64;
    QTest::newRow("PEM without end")
        << QStringLiteral("-----BEGIN PRIVATE KEY----- %1").arg(base64) << base64;
    QTest::newRow("seed in hex") << QStringLiteral("seed=%1").arg(hex) << hex;
}

void TestLogging::removesSecrets()
{
    QFETCH(QString, line);
    QFETCH(QString, secret);
    const QString cleaned = Logging::withoutSecrets(line);
    QVERIFY(!cleaned.contains(secret));
    QVERIFY(!cleaned.contains(secret.left(20)));
    QVERIFY(cleaned.contains(QStringLiteral("[removed]")));
}

void TestLogging::keepsWhatHelps()
{
    const QString line = QStringLiteral(
        "push to rrkah-fqaaa-aaaaa-aaaaq-cai: revision 00112233445566778899aabbccddeeff, IC0508");
    QCOMPARE(Logging::withoutSecrets(line), line);
}

void TestLogging::writesToTheProfile()
{
    const QTemporaryDir folder;
    Logging::start(folder.path(), Logging::Echo::Nothing);
    qCInfo(logSync).noquote() << "round 7 ended: pushed 3, pulled 2";
    Logging::stop();
    QFile file(folder.filePath(QStringLiteral("sheaf.log")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("info sheaf.sync: round 7 ended: pushed 3, pulled 2\n"));
}

QTEST_APPLESS_MAIN(TestLogging)
#include "tst_logging.moc"
