#include "app/exitstatus.h"
#include "app/profile.h"
#include "model/store/profilelock.h"
#include "tests/app/fixturefolder.h"
#include "tests/app/sheafprogram.h"
#include "tests/support/localnetwork.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

/// Two computers of one person, the real executable on both, and the real canister on the local
/// network between them. Every function has a person, and so a space, of its own.
class TestTwoDevices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aFolderArrivesWhole();
    void theSameWordAsksAPerson_data();
    void theSameWordAsksAPerson();
    void aTextOfOnesOwnSolvesAConflict();
    void apartEditsMergeSilently();
    void anEditOutlivesADelete_data();
    void anEditOutlivesADelete();
    void aWrongCanisterIsSaid();
    void aStoppedNetworkLosesNothing();
    void anotherPersonIsRefused();
    void oneProcessSyncsAProfile();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    SheafProgram
    device(const char *name, const LocalNetwork &network, const char *person = "me.pem") const;
    void shareNote(const QByteArray &text);
    void settle() const;
    QByteArray textOn(const SheafProgram &device) const;
    QStringList notesOn(const SheafProgram &device, const QString &filter = {}) const;
    static int pendingOn(const SheafProgram &device);

    LocalNetwork m_network;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SheafProgram> m_desk;
    std::unique_ptr<SheafProgram> m_laptop;
    QString m_note; ///< Id of the note that `shareNote` made.
};

namespace {

const QString kSync = QStringLiteral("sync --once --json");
const QByteArray kLines("one\ntwo\nthree\n");
const QByteArray kDesk("one\nDESK\nthree\n");
const QByteArray kLaptop("one\nLAPTOP\nthree\n");
const QString kStranger = QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai"); // nowhere on this network

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestTwoDevices::initTestCase()
{
    const QString notStarted = m_network.start();
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
}

void TestTwoDevices::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_desk = std::make_unique<SheafProgram>(device("desk", m_network));
    m_laptop = std::make_unique<SheafProgram>(device("laptop", m_network));
    QCOMPARE(m_desk
                 ->run({QStringLiteral("identity"),
                        QStringLiteral("new"),
                        QStringLiteral("--file"),
                        path("me.pem")})
                 .status,
             0);
}

void TestTwoDevices::cleanup()
{
    m_desk.reset();
    m_laptop.reset();
    m_folder.reset();
}

SheafProgram
TestTwoDevices::device(const char *name, const LocalNetwork &network, const char *person) const
{
    return SheafProgram(path(name),
                        {QStringLiteral("--canister-url"),
                         QString::fromLatin1(network.url()),
                         QStringLiteral("--canister"),
                         network.canisterId(),
                         QStringLiteral("--identity"),
                         path(person),
                         QStringLiteral("--device-name"),
                         QStringLiteral("Zoë's ") + QLatin1String(name)});
}

/// One note, the same on both.
void TestTwoDevices::shareNote(const QByteArray &text)
{
    const Answer made = m_desk->run(QStringLiteral("note new --title Crops -"), text);
    QCOMPARE(made.status, 0);
    m_note = QString::fromUtf8(made.output).trimmed();
    QCOMPARE(m_desk->run(kSync).status, 0);
    QCOMPARE(m_laptop->run(kSync).status, 0);
    QCOMPARE(textOn(*m_laptop), text);
}

/// Syncs until nothing moves; a round that fails ends the test.
void TestTwoDevices::settle() const
{
    constexpr int kMostTurns = 4;
    for (int turn = 0; turn < kMostTurns; ++turn) {
        int moved = 0;
        for (const SheafProgram *device : {m_desk.get(), m_laptop.get()}) {
            const Answer round = device->run(kSync);
            QVERIFY2(round.status == 0, (round.problem + round.output).constData());
            moved += round.object()[QStringLiteral("pushed")].toInt()
                     + round.object()[QStringLiteral("pulled")].toInt();
        }
        if (moved == 0)
            return;
    }
    QFAIL("the devices never become quiet");
}

QByteArray TestTwoDevices::textOn(const SheafProgram &device) const
{
    return device.run({QStringLiteral("note"), QStringLiteral("show"), m_note}).output;
}

QStringList TestTwoDevices::notesOn(const SheafProgram &device, const QString &filter) const
{
    QStringList ids;
    const QJsonArray list =
        device.run(QStringLiteral("note list --kind note --json ") + filter).array();
    for (const auto &entry : list)
        ids += entry.toObject()[QStringLiteral("id")].toString();
    ids.sort();
    return ids;
}

int TestTwoDevices::pendingOn(const SheafProgram &device)
{
    return device.run(QStringLiteral("status --json"))
        .object()[QStringLiteral("pending")]
        .toInt(-1);
}

void TestTwoDevices::aFolderArrivesWhole()
{
    const QString source = path("Library");
    QVERIFY(fixturefolder::write(source));
    const Answer imported = m_desk->run({QStringLiteral("import"), source});
    QVERIFY2(imported.status == 0, imported.output.constData());
    settle();

    QCOMPARE(notesOn(*m_laptop), notesOn(*m_desk));
    QCOMPARE(notesOn(*m_laptop).size(), 6);
    for (const QString &id : notesOn(*m_desk)) {
        m_note = id;
        QCOMPARE(textOn(*m_laptop), textOn(*m_desk));
    }
    const QString target = path("out");
    QCOMPARE(m_laptop->run({QStringLiteral("export"), target}).status, 0);
    auto exported = fixturefolder::read(target + QStringLiteral("/Library"));
    auto expected = fixturefolder::files();
    const QString drawing = fixturefolder::drawingPath();
    QCOMPARE(parsed(exported.take(drawing)), fixturefolder::drawingAsKept());
    expected.remove(drawing);
    QCOMPARE(exported.keys(), expected.keys());
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QCOMPARE(exported[it.key()], it.value());

    for (const QString &word :
         {QStringLiteral("October"), QStringLiteral("شروق"), QStringLiteral("Winterroggen")}) {
        const QJsonArray hits = m_laptop->run(QStringLiteral("search --json ") + word).array();
        QVERIFY2(hits.size() == 1, qPrintable(word));
        const QJsonObject hit = hits[0].toObject();
        const QString kind = hit[QStringLiteral("kind")].toString();
        QCOMPARE(kind == QLatin1String("drawing"), word == QLatin1String("Winterroggen"));
        if (kind != QLatin1String("drawing"))
            continue;
        const QString file = path("one.excalidraw");
        const QString id = hit[QStringLiteral("id")].toString();
        QCOMPARE(m_laptop->run({QStringLiteral("export"), QStringLiteral("--document"), id, file})
                     .status,
                 0);
        QFile one(file);
        QVERIFY(one.open(QIODevice::ReadOnly));
        QCOMPARE(parsed(one.readAll()), fixturefolder::drawingAsKept());
    }
}

void TestTwoDevices::theSameWordAsksAPerson_data()
{
    QTest::addColumn<QString>("keep");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("notes");
    QTest::newRow("mine") << QStringLiteral("mine") << kLaptop << 1;
    QTest::newRow("master") << QStringLiteral("master") << kDesk << 1;
    QTest::newRow("both") << QStringLiteral("both") << kLaptop << 2;
}

void TestTwoDevices::theSameWordAsksAPerson()
{
    QFETCH(QString, keep);
    QFETCH(QByteArray, text);
    QFETCH(int, notes);
    shareNote(kLines);
    QCOMPARE(m_desk->run(QStringLiteral("note edit %1 -").arg(m_note), kDesk).status, 0);
    QCOMPARE(m_laptop->run(QStringLiteral("note edit %1 -").arg(m_note), kLaptop).status, 0);
    QCOMPARE(m_desk->run(kSync).status, 0);
    QCOMPARE(m_laptop->run(kSync).status, toInt(ExitStatus::Conflicts));
    QCOMPARE(textOn(*m_laptop), kLaptop); // usable as it is here until somebody chose

    const Answer listed = m_laptop->run(QStringLiteral("conflicts list --json"));
    QCOMPARE(listed.status, toInt(ExitStatus::Conflicts));
    QCOMPARE(listed.array().size(), 1);
    const QJsonObject conflict = listed.array()[0].toObject();
    const QJsonObject mine = conflict[QStringLiteral("mine")].toObject();
    const QJsonObject master = conflict[QStringLiteral("master")].toObject();
    QCOMPARE(conflict[QStringLiteral("document")].toString(), m_note);
    QCOMPARE(mine[QStringLiteral("text")].toString().toUtf8(), kLaptop);
    QCOMPARE(master[QStringLiteral("text")].toString().toUtf8(), kDesk);
    QCOMPARE(master[QStringLiteral("device")].toString(), QStringLiteral("Zoë's desk"));
    QVERIFY(QDateTime::fromString(master[QStringLiteral("time")].toString(), Qt::ISODateWithMs)
                .isValid());

    QCOMPARE(
        m_laptop->run(QStringLiteral("conflicts resolve %1 --keep %2").arg(m_note, keep)).status,
        0);
    settle();
    QCOMPARE(textOn(*m_laptop), text);
    QCOMPARE(textOn(*m_desk), text);
    QCOMPARE(notesOn(*m_laptop).size(), notes);
    QCOMPARE(notesOn(*m_desk), notesOn(*m_laptop));
    QCOMPARE(m_laptop->run(QStringLiteral("conflicts list")).status, 0);
    if (notes == 1)
        return;
    QStringList others = notesOn(*m_desk);
    others.removeOne(m_note);
    m_note = others.value(0);
    QCOMPARE(textOn(*m_desk), kDesk);
    QCOMPARE(textOn(*m_laptop), kDesk);
}

void TestTwoDevices::aTextOfOnesOwnSolvesAConflict()
{
    shareNote(kLines);
    QCOMPARE(m_desk->run(QStringLiteral("note edit %1 -").arg(m_note), kDesk).status, 0);
    QCOMPARE(m_laptop->run(QStringLiteral("note edit %1 -").arg(m_note), kLaptop).status, 0);
    QCOMPARE(m_desk->run(kSync).status, 0);
    QCOMPARE(m_laptop->run(kSync).status, toInt(ExitStatus::Conflicts));
    const QByteArray joined("one\nDESK and LAPTOP\nthree\n");
    QCOMPARE(
        m_laptop->run(QStringLiteral("conflicts resolve %1 --text -").arg(m_note), joined).status,
        0);
    settle();
    QCOMPARE(textOn(*m_desk), joined);
    QCOMPARE(textOn(*m_laptop), joined);
}

void TestTwoDevices::apartEditsMergeSilently()
{
    shareNote(kLines);
    QCOMPARE(m_desk->run(QStringLiteral("note edit %1 -").arg(m_note), "ONE\ntwo\nthree\n").status,
             0);
    QCOMPARE(m_laptop
                 ->run(QStringLiteral("note edit %1 --title Grain --tag rye -").arg(m_note),
                       "one\ntwo\nTHREE\n")
                 .status,
             0);
    QCOMPARE(m_desk->run(kSync).status, 0);
    const Answer round = m_laptop->run(kSync);
    QCOMPARE(round.status, 0);
    QCOMPARE(round.object()[QStringLiteral("merged")].toInt(), 1);
    QCOMPARE(m_desk->run(kSync).status, 0);
    for (const SheafProgram *device : {m_desk.get(), m_laptop.get()}) {
        QCOMPARE(textOn(*device), QByteArray("ONE\ntwo\nTHREE\n"));
        QCOMPARE(notesOn(*device, QStringLiteral("--tag rye")), QStringList{m_note});
        QCOMPARE(pendingOn(*device), 0);
    }
}

void TestTwoDevices::anEditOutlivesADelete_data()
{
    QTest::addColumn<bool>("deletedForGood");
    QTest::addColumn<bool>("editFirst");
    QTest::newRow("trashed, then the edit arrives") << false << false;
    QTest::newRow("edited, then the trashing arrives") << false << true;
    QTest::newRow("deleted, then the edit arrives") << true << false;
    QTest::newRow("edited, then the deletion arrives") << true << true;
}

void TestTwoDevices::anEditOutlivesADelete()
{
    QFETCH(bool, deletedForGood);
    QFETCH(bool, editFirst);
    shareNote(kLines);
    if (deletedForGood) { // only the window can do that
        const auto profile = Profile::open(m_desk->profile());
        QVERIFY(profile.ok());
        const auto store = profile.value()->openStore();
        QVERIFY(store.ok());
        QVERIFY(store.value()->deleteForever({DocumentId(m_note)}).ok());
    } else {
        QCOMPARE(m_desk->run(QStringLiteral("note trash %1").arg(m_note)).status, 0);
    }
    QCOMPARE(m_laptop->run(QStringLiteral("note edit %1 -").arg(m_note), kLaptop).status, 0);
    QCOMPARE((editFirst ? m_laptop : m_desk)->run(kSync).status, 0);
    settle();
    for (const SheafProgram *device : {m_desk.get(), m_laptop.get()}) {
        QCOMPARE(textOn(*device), kLaptop);
        QCOMPARE(notesOn(*device), QStringList{m_note});
        QCOMPARE(notesOn(*device, QStringLiteral("--trash")), QStringList());
        QCOMPARE(pendingOn(*device), 0);
    }
}

void TestTwoDevices::aWrongCanisterIsSaid()
{
    QCOMPARE(m_desk->run(QStringLiteral("note new text")).status, 0);
    const QStringList round{
        QStringLiteral("--canister"), kStranger, QStringLiteral("sync"), QStringLiteral("--once")};
    const Answer answer = m_desk->run(round);
    QCOMPARE(answer.status, toInt(ExitStatus::NotFound));
    QVERIFY2(answer.problem.contains("no canister with this id"), answer.problem.constData());
    QCOMPARE(answer.problem.count('\n'), 1);
    QCOMPARE(pendingOn(*m_desk), 1);
    // The mistake binds the profile to nothing.
    QCOMPARE(m_desk->run(kSync).status, 0);
    QCOMPARE(pendingOn(*m_desk), 0);
    // From now on it is bound, and no other canister hears of it.
    const Answer bound = m_desk->run(round);
    QCOMPARE(bound.status, toInt(ExitStatus::SignedOut));
    QVERIFY2(bound.problem.contains("another canister"), bound.problem.constData());
}

void TestTwoDevices::aStoppedNetworkLosesNothing()
{
    LocalNetwork network;
    QCOMPARE(network.start(), QString());
    const SheafProgram desk = device("desk", network);
    const Answer made = desk.run(QStringLiteral("note new -"), kLines);
    QCOMPARE(made.status, 0);
    m_note = QString::fromUtf8(made.output).trimmed();
    QCOMPARE(desk.run(kSync).status, 0);
    QCOMPARE(desk.run(QStringLiteral("note edit %1 -").arg(m_note), kDesk).status, 0);
    network.stop();
    const Answer round = desk.run(kSync);
    QCOMPARE(round.status, toInt(ExitStatus::Offline));
    QVERIFY2(round.problem.contains("kept on this computer"), round.problem.constData());
    QCOMPARE(textOn(desk), kDesk);
    QCOMPARE(pendingOn(desk), 1);
}

void TestTwoDevices::anotherPersonIsRefused()
{
    shareNote(kLines);
    QCOMPARE(m_desk
                 ->run({QStringLiteral("identity"),
                        QStringLiteral("new"),
                        QStringLiteral("--file"),
                        path("other.pem")})
                 .status,
             0);
    QCOMPARE(m_desk->run(QStringLiteral("note edit %1 -").arg(m_note), kDesk).status, 0);
    const Answer refused = device("desk", m_network, "other.pem").run(kSync);
    QCOMPARE(refused.status, toInt(ExitStatus::SignedOut));
    QVERIFY2(refused.problem.contains("another account"), refused.problem.constData());
    QCOMPARE(pendingOn(*m_desk), 1);

    const SheafProgram others = device("others", m_network, "other.pem");
    const Answer round = others.run(kSync);
    QCOMPARE(round.status, 0);
    QCOMPARE(round.object()[QStringLiteral("pulled")].toInt(), 0);
    QCOMPARE(notesOn(others), QStringList());
    settle(); // its own person's devices go on
    QCOMPARE(textOn(*m_laptop), kDesk);
}

void TestTwoDevices::oneProcessSyncsAProfile()
{
    shareNote(kLines);
    QCOMPARE(m_desk->run(QStringLiteral("note edit %1 -").arg(m_note), kDesk).status, 0);
    {
        const auto lock = ProfileLock::acquire(m_desk->profile(), ProfileLock::Purpose::Sync);
        QVERIFY(lock.ok());
        const Answer round = m_desk->run(kSync);
        QCOMPARE(round.status, toInt(ExitStatus::InUse));
        QCOMPARE(round.object()[QStringLiteral("status")].toInt(), toInt(ExitStatus::InUse));
        QCOMPARE(pendingOn(*m_desk), 1); // writing and reading go on
    }
    QCOMPARE(m_desk->run(QStringLiteral("status --json"))
                 .object()[QStringLiteral("canister")]
                 .toString(),
             m_network.canisterId());
    QCOMPARE(m_desk->run(kSync).status, 0);
    QCOMPARE(pendingOn(*m_desk), 0);
}

QTEST_GUILESS_MAIN(TestTwoDevices)
#include "tst_twodevices.moc"
