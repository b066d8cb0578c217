#include "tests/app/sheafprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

/// The real executable, a profile of its own for each test, no display.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void writesShowsEditsAndFindsANote();
    void keepsTextByteForByte_data();
    void keepsTextByteForByte();
    void listsByNotebookTagAndTrash();
    void editsWithAnEditor();
    void importsSearchesAndExportsAFolder();
    void reportsWhatWasImportedBeforeAProblem();
    void keepsNotesToTheirOwner();
    void refusesWrongArguments_data();
    void refusesWrongArguments();
    void saysWhatIsNotThere();
    void leavesDatabasesAloneThatItCannotUse_data();
    void leavesDatabasesAloneThatItCannotUse();
    void keepsAKeyInAFileThatOnlyItsOwnerReads();
    void takesKeysOfOtherTools_data();
    void takesKeysOfOtherTools();
    void syncSaysWhatIsMissing();
    void printsProblemsAsJson();

private:
    Answer
    run(const QStringList &arguments, const QByteArray &input = {}, const QString &editor = {});
    QString newNote(const QStringList &arguments, const QByteArray &input = {});
    QString profilePath() const { return m_folder->filePath(QStringLiteral("profile")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCommandLine::cleanup()
{
    m_folder.reset();
}

Answer
TestCommandLine::run(const QStringList &arguments, const QByteArray &input, const QString &editor)
{
    return SheafProgram(profilePath()).run(arguments, input, editor);
}

QString TestCommandLine::newNote(const QStringList &arguments, const QByteArray &input)
{
    const Answer made =
        run(QStringList{QStringLiteral("note"), QStringLiteral("new")} + arguments, input);
    return made.status == 0 ? QString::fromUtf8(made.output).trimmed() : QString();
}

void TestCommandLine::writesShowsEditsAndFindsANote()
{
    const QString id = newNote(
        {QStringLiteral("--title"), QStringLiteral("Harvest"), QStringLiteral("Barley and rye")});
    QVERIFY(!id.isEmpty());
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("show"), id}).output,
             QByteArray("Barley and rye"));
    QCOMPARE(run({QStringLiteral("note"),
                  QStringLiteral("edit"),
                  id,
                  QStringLiteral("--append"),
                  QStringLiteral(", then oats")})
                 .status,
             0);
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("show"), id}).output,
             QByteArray("Barley and rye, then oats"));

    const QJsonArray hits =
        run({QStringLiteral("search"), QStringLiteral("oats"), QStringLiteral("--json")}).array();
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].toObject()[QStringLiteral("id")].toString(), id);
    QCOMPARE(hits[0].toObject()[QStringLiteral("title")].toString(), QStringLiteral("Harvest"));
    QVERIFY(run({QStringLiteral("search"), QStringLiteral("wheat"), QStringLiteral("--json")})
                .array()
                .isEmpty());
}

void TestCommandLine::keepsTextByteForByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("CRLF and no last line end") << QByteArray("one\r\ntwo\r\nthree");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFtext\n");
    QTest::newRow("NUL inside") << QByteArray("a\0b\n", 4);
    QTest::newRow("emoji, Arabic, combining") << QByteArray("👩‍🌾 سلام e\xCC\x81\n");
    QTest::newRow("empty") << QByteArray();
}

void TestCommandLine::keepsTextByteForByte()
{
    QFETCH(QByteArray, text);
    const QString id = newNote({QStringLiteral("-")}, text);
    QVERIFY(!id.isEmpty());
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("show"), id}).output, text);
}

void TestCommandLine::listsByNotebookTagAndTrash()
{
    const QString first = newNote({QStringLiteral("--title"),
                                   QStringLiteral("A"),
                                   QStringLiteral("--notebook"),
                                   QStringLiteral("Work/Plans"),
                                   QStringLiteral("--tag"),
                                   QStringLiteral("Urgent"),
                                   QStringLiteral("x")});
    const QString second =
        newNote({QStringLiteral("--title"), QStringLiteral("B"), QStringLiteral("y")});
    const auto ids = [this](const QStringList &filter) {
        QStringList found;
        const QJsonArray list =
            run(QStringList{
                    QStringLiteral("note"), QStringLiteral("list"), QStringLiteral("--json")}
                + filter)
                .array();
        for (const auto &entry : list)
            found += entry.toObject()[QStringLiteral("id")].toString();
        return found;
    };
    QCOMPARE(ids({}).size(), 2);
    QCOMPARE(ids({QStringLiteral("--notebook"), QStringLiteral("work/plans")}), QStringList{first});
    QCOMPARE(ids({QStringLiteral("--tag"), QStringLiteral("urgent")}), QStringList{first});
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("trash"), second}).status, 0);
    QCOMPARE(ids({}), QStringList{first});
    QCOMPARE(ids({QStringLiteral("--trash")}), QStringList{second});
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("restore"), second}).status, 0);
    QCOMPARE(ids({}).size(), 2);
}

void TestCommandLine::editsWithAnEditor()
{
    const QString id = newNote({QStringLiteral("before")});
    QFile script(m_folder->filePath(QStringLiteral("editor.sh")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nprintf after >\"$1\"\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(
        run({QStringLiteral("note"), QStringLiteral("edit"), id}, {}, script.fileName()).status, 0);
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("show"), id}).output, QByteArray("after"));
    QCOMPARE(
        run({QStringLiteral("note"), QStringLiteral("edit"), id}, {}, QStringLiteral("/bin/false"))
            .status,
        1);
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("show"), id}).output, QByteArray("after"));
}

void TestCommandLine::importsSearchesAndExportsAFolder()
{
    const QString source = m_folder->filePath(QStringLiteral("vault"));
    QVERIFY(QDir().mkpath(source + QStringLiteral("/Farm")));
    const QByteArray text("# Threshing\r\n\r\nflail ![[picture.png]]");
    const QByteArray picture =
        QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"
                               "M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    const auto write = [&source](const QString &name, const QByteArray &bytes) {
        QFile file(source + QLatin1Char('/') + name);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(QStringLiteral("Farm/Threshing.md"), text));
    QVERIFY(write(QStringLiteral("Farm/picture.png"), picture));
    QVERIFY(write(QStringLiteral("broken.excalidraw"), "{ not json"));

    const Answer imported = run({QStringLiteral("import"), source});
    QCOMPARE(imported.status, 8); // the broken drawing was skipped, and named
    QVERIFY2(imported.output.contains("broken.excalidraw"), imported.output.constData());
    QCOMPARE(run({QStringLiteral("search"), QStringLiteral("flail"), QStringLiteral("--json")})
                 .array()
                 .size(),
             1);

    const QString target = m_folder->filePath(QStringLiteral("out"));
    QCOMPARE(run({QStringLiteral("export"), target}).status, 0);
    QFile note(target + QStringLiteral("/vault/Farm/Threshing.md"));
    QVERIFY(note.open(QIODevice::ReadOnly));
    QCOMPARE(note.readAll(), text);
}

void TestCommandLine::reportsWhatWasImportedBeforeAProblem()
{
    QFile note(m_folder->filePath(QStringLiteral("good.md")));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.close();
    const QString pipe = m_folder->filePath(QStringLiteral("pipe.md"));
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    const Answer answer = run({QStringLiteral("import"), note.fileName(), pipe});
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.output.contains("\n1 note"), answer.output.constData());
    QVERIFY2(answer.problem.contains("pipe.md"), answer.problem.constData());
}

void TestCommandLine::keepsNotesToTheirOwner()
{
    QVERIFY(QDir().mkpath(profilePath()));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(QFile::setPermissions(profilePath(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | others
                                      | QFile::ExeOther));
    QVERIFY(!newNote({QStringLiteral("for me")}).isEmpty());
    QCOMPARE(QFile::permissions(profilePath() + QStringLiteral("/sheaf.db")) & others,
             QFile::Permissions());
}

void TestCommandLine::refusesWrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown command") << QStringList{QStringLiteral("fly")};
    QTest::newRow("note without verb") << QStringList{QStringLiteral("note")};
    QTest::newRow("unknown option of a command") << QStringList{QStringLiteral("note"),
                                                                QStringLiteral("new"),
                                                                QStringLiteral("--colour"),
                                                                QStringLiteral("x")};
    QTest::newRow("option without value")
        << QStringList{QStringLiteral("note"), QStringLiteral("new"), QStringLiteral("--title")};
    QTest::newRow("search without words") << QStringList{QStringLiteral("search")};
    QTest::newRow("two texts") << QStringList{
        QStringLiteral("note"), QStringLiteral("new"), QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("canister id with a typing mistake")
        << QStringList{QStringLiteral("canister"),
                       QStringLiteral("set"),
                       QStringLiteral("https://icp-api.io"),
                       QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-caj")};
    QTest::newRow("address without scheme")
        << QStringList{QStringLiteral("canister"),
                       QStringLiteral("set"),
                       QStringLiteral("icp-api.io"),
                       QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai")};
    QTest::newRow("resolve without choice")
        << QStringList{QStringLiteral("conflicts"), QStringLiteral("resolve"), QStringLiteral("x")};
}

void TestCommandLine::refusesWrongArguments()
{
    QFETCH(QStringList, arguments);
    const Answer answer = run(arguments);
    QCOMPARE(answer.status, 2);
    QVERIFY(answer.output.isEmpty());
    QCOMPARE(answer.problem.count('\n'), 1);
}

void TestCommandLine::saysWhatIsNotThere()
{
    QCOMPARE(
        run({QStringLiteral("note"), QStringLiteral("show"), QStringLiteral("nothing")}).status, 3);
    QCOMPARE(run({QStringLiteral("note"),
                  QStringLiteral("list"),
                  QStringLiteral("--notebook"),
                  QStringLiteral("None")})
                 .status,
             3);
    QCOMPARE(run({QStringLiteral("conflicts"),
                  QStringLiteral("resolve"),
                  QStringLiteral("x"),
                  QStringLiteral("--keep"),
                  QStringLiteral("mine")})
                 .status,
             3);
    QCOMPARE(run({QStringLiteral("import"), m_folder->filePath(QStringLiteral("missing"))}).status,
             3);
}

void TestCommandLine::leavesDatabasesAloneThatItCannotUse_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("not a database") << QByteArray("this is a shopping list").repeated(200);
    QTest::newRow("random bytes behind the header")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(8000, '\xa5');
}

void TestCommandLine::leavesDatabasesAloneThatItCannotUse()
{
    QFETCH(QByteArray, content);
    QVERIFY(QDir().mkpath(profilePath()));
    QFile file(profilePath() + QStringLiteral("/sheaf.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const Answer answer = run({QStringLiteral("note"), QStringLiteral("list")});
    QCOMPARE(answer.status, 4);
    QCOMPARE(answer.problem.count('\n'), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestCommandLine::keepsAKeyInAFileThatOnlyItsOwnerReads()
{
    const Answer none = run({QStringLiteral("identity"), QStringLiteral("show")});
    QCOMPARE(none.status, 6);
    // No session bus, so no keychain: said, with the way out, instead of a silent file.
    const Answer refused = run({QStringLiteral("identity"), QStringLiteral("new")});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.problem.contains("--keep file"), refused.problem.constData());

    const Answer made = run({QStringLiteral("identity"),
                             QStringLiteral("new"),
                             QStringLiteral("--keep"),
                             QStringLiteral("file")});
    QCOMPARE(made.status, 0);
    QCOMPARE(run({QStringLiteral("identity"), QStringLiteral("show")}).output, made.output);
    const QString exported = m_folder->filePath(QStringLiteral("me.pem"));
    QCOMPARE(run({QStringLiteral("identity"), QStringLiteral("export"), exported}).status, 0);
    QCOMPARE(QFile::permissions(exported)
                 & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    QCOMPARE(run({QStringLiteral("--identity"),
                  exported,
                  QStringLiteral("identity"),
                  QStringLiteral("show")})
                 .output,
             made.output);
}

void TestCommandLine::takesKeysOfOtherTools_data()
{
    // Of tests/data/vectors/keys-signatures.json, as "EC PRIVATE KEY".
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("principal");
    QTest::newRow("secp256k1")
        << QByteArray("MC4CAQEEIA5+kDOB3TSZlcNpLRl7JvknwmxKNODVdo3wyVl9M5MEoAcGBSuBBAAK")
        << QByteArray("62nkp-wilye-syq77-evtj3-ee6qr-resug-reytb-xwnyy-u264x-3kk4u-kqe");
    QTest::newRow("P-256")
        << QByteArray("MDECAQEEIF9+VIObKpPDm5rFFkYJSRBpZfGmAWGN5GadpRS9hsXloAoGCCqGSM49AwEH")
        << QByteArray("fvoqr-x6vdz-rwghq-clusc-ldxik-z5q6h-s3neb-j75gu-t6f5h-vxqq3-yqe");
}

void TestCommandLine::takesKeysOfOtherTools()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, principal);
    const QString path = m_folder->filePath(QStringLiteral("theirs.pem"));
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("-----BEGIN EC PRIVATE KEY-----\n" + key + "\n-----END EC PRIVATE KEY-----\n");
    file.close();
    QCOMPARE(run({QStringLiteral("identity"),
                  QStringLiteral("import"),
                  path,
                  QStringLiteral("--keep"),
                  QStringLiteral("file")})
                 .status,
             0);
    QCOMPARE(run({QStringLiteral("identity"), QStringLiteral("show")}).output, principal + '\n');
}

void TestCommandLine::syncSaysWhatIsMissing()
{
    const Answer noCanister = run({QStringLiteral("sync"), QStringLiteral("--once")});
    QCOMPARE(noCanister.status, 3);
    QCOMPARE(run({QStringLiteral("canister"),
                  QStringLiteral("set"),
                  QStringLiteral("http://127.0.0.1:9"),
                  QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai")})
                 .status,
             0);
    QCOMPARE(run({QStringLiteral("sync"), QStringLiteral("--once")}).status, 6);
    QCOMPARE(run({QStringLiteral("identity"),
                  QStringLiteral("new"),
                  QStringLiteral("--keep"),
                  QStringLiteral("file")})
                 .status,
             0);
    const Answer unreachable = run({QStringLiteral("sync"), QStringLiteral("--once")});
    QCOMPARE(unreachable.status, 5); // nothing listens on the discard port
    QCOMPARE(
        run({QStringLiteral("--offline"), QStringLiteral("sync"), QStringLiteral("--once")}).status,
        5);
}

void TestCommandLine::printsProblemsAsJson()
{
    const Answer answer = run({QStringLiteral("note"),
                               QStringLiteral("show"),
                               QStringLiteral("nothing"),
                               QStringLiteral("--json")});
    QCOMPARE(answer.status, 3);
    QCOMPARE(answer.object()[QStringLiteral("status")].toInt(), 3);
    QVERIFY(!answer.object()[QStringLiteral("error")].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
