#include "app/options.h"

#include <QTest>

class TestOptions : public QObject
{
    Q_OBJECT

private slots:
    void readsOptionsBeforeTheCommand();
    void takesJsonFromAnywhere();
    void leavesWhatFollowsDashesAlone();
    void refuses_data();
    void refuses();
    void helpNamesEveryExitStatus();
};

void TestOptions::readsOptionsBeforeTheCommand()
{
    const auto parsed = parseOptions({QStringLiteral("--profile"),
                                      QStringLiteral("/tmp/p"),
                                      QStringLiteral("--theme=dark"),
                                      QStringLiteral("--offline"),
                                      QStringLiteral("note"),
                                      QStringLiteral("new"),
                                      QStringLiteral("--title"),
                                      QStringLiteral("T")});
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.value().profile, QStringLiteral("/tmp/p"));
    QCOMPARE(parsed.value().theme, QStringLiteral("dark"));
    QVERIFY(parsed.value().offline);
    QVERIFY(!parsed.value().json);
    QCOMPARE(parsed.value().command,
             (QStringList{QStringLiteral("note"),
                          QStringLiteral("new"),
                          QStringLiteral("--title"),
                          QStringLiteral("T")}));
}

void TestOptions::takesJsonFromAnywhere()
{
    const auto parsed = parseOptions({QStringLiteral("status"), QStringLiteral("--json")});
    QVERIFY(parsed.ok());
    QVERIFY(parsed.value().json);
    QCOMPARE(parsed.value().command, QStringList{QStringLiteral("status")});
}

void TestOptions::leavesWhatFollowsDashesAlone()
{
    const auto parsed = parseOptions({QStringLiteral("note"),
                                      QStringLiteral("new"),
                                      QStringLiteral("--"),
                                      QStringLiteral("--json")});
    QVERIFY(parsed.ok());
    QVERIFY(!parsed.value().json);
    QCOMPARE(parsed.value().command.last(), QStringLiteral("--json"));
}

void TestOptions::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("--colour")} << QStringLiteral("--colour");
    QTest::newRow("value missing")
        << QStringList{QStringLiteral("--profile")} << QStringLiteral("--profile");
    QTest::newRow("unknown theme")
        << QStringList{QStringLiteral("--theme=blue")} << QStringLiteral("--theme");
}

void TestOptions::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    const auto parsed = parseOptions(arguments);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error().message.contains(names), qPrintable(parsed.error().message));
}

void TestOptions::helpNamesEveryExitStatus()
{
    const QString help = helpText();
    for (int status = 0; status <= 9; ++status)
        QVERIFY2(help.contains(QStringLiteral("%1 ").arg(status)),
                 qPrintable(QString::number(status)));
}

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
