#include "tests/support/canisterdevice.h"
#include "tests/support/documentbuilder.h"

#include <QTest>

using Call = FaultyMaster::Call;
using Fault = FaultyMaster::Fault;

/// Two devices of one person and the real canister on the local network: nothing is simulated but
/// the lost reply.
class TestRealSync : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void notesAndDrawingsCross();
    void s2DifferentLinesMerge();
    void s3SameWordAsks();
    void s15BothAddElements();
    void s18EditOutlivesADelete();
    void s39ReplyLost();
    void s41ReplyLostThenEditedElsewhere();
    void s55ManyRowsTakeFewCalls();
    void s60QuietCostsOneQuery();
    void s104UploadIsCut();
    void s105ChunksGoFirst();
    void s106SameBytesAreSentOnce();
    void filesOfOnePersonAreNobodyElses();

private:
    SyncDevice &alice() { return m_alice->device; }
    SyncDevice &bob() { return m_bob->device; }
    void settle();
    QString problem();

    LocalNetwork m_network;
    FakeClock m_clock;
    std::unique_ptr<CanisterDevice> m_alice;
    std::unique_ptr<CanisterDevice> m_bob;
};

namespace {

const QString kNote = QStringLiteral("n1");
const QString kFile = QStringLiteral("files/map.bin");

QByteArray noise(qsizetype size)
{
    SeededRandom random(7);
    QByteArray bytes(size, Qt::Uninitialized);
    random.fill({reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(size)});
    return bytes;
}

QByteArray content(SyncDevice &device, const QString &path)
{
    const auto found = device.documents().findAttachment(path);
    return found.ok() ? device.documents().attachmentBytes(found.value().id).valueOr({})
                      : QByteArray();
}

const QString kLines = QStringLiteral("one\ntwo\nthree\n");

} // namespace

void TestRealSync::initTestCase()
{
    const QString notStarted = m_network.start();
    QVERIFY2(notStarted.isEmpty(), qPrintable(notStarted));
}

void TestRealSync::init()
{
    SystemRandom random; // a person of its own for every function, and so an empty space
    const std::shared_ptr<const ic::Identity> person = ic::Ed25519Identity::generate(random);
    m_alice = std::make_unique<CanisterDevice>(
        QStringLiteral("Alice's desk"), m_network, person, m_clock);
    m_bob =
        std::make_unique<CanisterDevice>(QStringLiteral("Zoë's café"), m_network, person, m_clock);
}

void TestRealSync::settle()
{
    constexpr int kMostRounds = 8;
    for (int round = 0; round < kMostRounds; ++round) {
        int moved = 0;
        for (SyncDevice *device : {&alice(), &bob()}) {
            const RoundReport report = device->sync();
            moved += report.pushed + report.pulled + (report.error ? 1 : 0);
        }
        if (moved == 0)
            return;
    }
}

QString TestRealSync::problem()
{
    for (SyncDevice *device : {&alice(), &bob()}) {
        const RoundReport report = device->sync();
        if (report.error)
            return device->name() + QStringLiteral(": ") + report.error->detail;
        if (report.pushed + report.pulled > 0 || report.calls() > 1)
            return device->name() + QStringLiteral(" is not quiet");
    }
    return libraryOf(alice()) == libraryOf(bob()) ? QString() : QStringLiteral("libraries differ");
}

void TestRealSync::notesAndDrawingsCross()
{
    Note note = build::note(kNote, QStringLiteral("Ünïcode ✓"), QStringLiteral("# Grüße 🌍\n"));
    alice().save(note.toDocument());
    alice().save(build::drawing(QStringLiteral("d1"), QStringLiteral("Plan")).toDocument());
    DrawingElement element = build::rectangle(QStringLiteral("d1"), QStringLiteral("r"), 1.5, -2);
    element.json.insert(QStringLiteral("customData"),
                        QJsonObject{{QStringLiteral("kept"), QStringLiteral("as it is")}});
    alice().save(element.toDocument());
    settle();
    QCOMPARE(bob().load(kNote), alice().load(kNote));
    const auto elements = bob().documents().elements(DocumentId(QStringLiteral("d1"))).value();
    QCOMPARE(elements.size(), 1);
    QCOMPARE(DrawingElement::fromDocument(elements.first())->json, element.json);
    QCOMPARE(problem(), QString());
}

void TestRealSync::s2DifferentLinesMerge()
{
    alice().write(kNote, kLines);
    settle();
    alice().write(kNote, QStringLiteral("ONE\ntwo\nthree\n"));
    bob().write(kNote, QStringLiteral("one\ntwo\nTHREE\n"));
    settle();
    QCOMPARE(alice().text(kNote), QStringLiteral("ONE\ntwo\nTHREE\n"));
    QCOMPARE(problem(), QString());
}

void TestRealSync::s3SameWordAsks()
{
    alice().write(kNote, kLines);
    settle();
    alice().write(kNote, QStringLiteral("one\nALICE\nthree\n"));
    bob().write(kNote, QStringLiteral("one\nBOB\nthree\n"));
    alice().sync();
    bob().sync();
    QCOMPARE(bob().conflict(kNote).masterDevice, QStringLiteral("Alice's desk"));
    bob().resolve(kNote, SyncDevice::Choice::Mine);
    settle();
    QCOMPARE(alice().text(kNote), QStringLiteral("one\nBOB\nthree\n"));
    QCOMPARE(problem(), QString());
}

void TestRealSync::s15BothAddElements()
{
    const QString drawing = QStringLiteral("d1");
    alice().save(build::drawing(drawing, QStringLiteral("Plan")).toDocument());
    settle();
    alice().save(build::rectangle(drawing, QStringLiteral("a")).toDocument());
    bob().save(build::rectangle(drawing, QStringLiteral("b")).toDocument());
    settle();
    QCOMPARE(alice().documents().elements(DocumentId(drawing)).value().size(), 2);
    QCOMPARE(problem(), QString());
}

void TestRealSync::s18EditOutlivesADelete()
{
    alice().write(kNote, kLines);
    settle();
    bob().remove(kNote);
    alice().write(kNote, QStringLiteral("one\nEDITED\nthree\n"));
    bob().sync();
    alice().sync();
    settle();
    QCOMPARE(bob().text(kNote), QStringLiteral("one\nEDITED\nthree\n"));
    QCOMPARE(problem(), QString());
}

void TestRealSync::s39ReplyLost()
{
    alice().write(kNote, kLines);
    alice().network.script(Call::Push, Fault::DropReply);
    QVERIFY(alice().sync().error);
    QCOMPARE(alice().pending(), 1);
    settle();
    QCOMPARE(alice().pending(), 0);
    QCOMPARE(alice().checkpoint().proofPosition, std::uint64_t{1});
    QCOMPARE(bob().text(kNote), kLines);
    QCOMPARE(problem(), QString());
}

void TestRealSync::s41ReplyLostThenEditedElsewhere()
{
    alice().write(kNote, kLines);
    settle();
    alice().write(kNote, QStringLiteral("one\nALICE\nthree\n"));
    alice().network.script(Call::Push, Fault::DropReply);
    QVERIFY(alice().sync().error);
    for (int i = 0; i < 3; ++i) {
        bob().sync();
        bob().write(kNote, QStringLiteral("one\nBOB %1\nthree\n").arg(i));
        bob().sync();
    }
    alice().sync();
    QCOMPARE(alice().conflicts(), 0);
    QCOMPARE(alice().text(kNote), QStringLiteral("one\nBOB 2\nthree\n"));
    QCOMPARE(problem(), QString());
}

void TestRealSync::s55ManyRowsTakeFewCalls()
{
    QList<Document> imported;
    for (int i = 0; i < 1'000; ++i) {
        Note note;
        note.header.id = DocumentId(QStringLiteral("n%1").arg(i));
        note.text = QStringLiteral("text %1").arg(i);
        imported.append(note.toDocument());
    }
    QVERIFY(alice().documents().save(imported, {HistoryReason::Imported, true}).ok());
    const RoundReport sent = alice().sync();
    QCOMPARE(sent.pushed, 1'000);
    QCOMPARE(sent.updates, 1);
    const RoundReport got = bob().sync();
    QCOMPARE(got.pulled, 1'000);
    QCOMPARE(got.queries, 2); // head, one page
    QCOMPARE(problem(), QString());
}

void TestRealSync::s60QuietCostsOneQuery()
{
    alice().write(kNote, kLines);
    settle();
    m_alice->traffic.reset();
    const RoundReport report = alice().sync();
    QVERIFY(report.complete);
    QCOMPARE(report.calls(), 1);
    QVERIFY(m_alice->traffic.requests <= 2); // the subnet's keys may have to be fetched again
    QVERIFY(m_alice->traffic.sent < 1'000);
}

void TestRealSync::s104UploadIsCut()
{
    const QByteArray bytes = noise(5'000'000); // nine chunks, three a call
    QVERIFY(alice().documents().addAttachment(kFile, {}, bytes).ok());
    alice().network.script(Call::PutChunks, Fault::None);
    alice().network.script(Call::PutChunks, Fault::DropReply);
    QVERIFY(alice().sync().error);
    alice().restart();
    alice().network.clearLog();
    const RoundReport report = alice().sync();
    QVERIFY2(report.complete, report.error ? qPrintable(report.error->detail) : "");
    QCOMPARE(alice().network.chunksSent(), 3);
    bob().network.script(Call::GetChunks, Fault::DropReply);
    QVERIFY(bob().sync().error);
    settle();
    QCOMPARE(content(bob(), kFile), bytes);
    QCOMPARE(problem(), QString());
}

void TestRealSync::s105ChunksGoFirst()
{
    const auto added = alice().documents().addAttachment(kFile, {}, noise(1000));
    QVERIFY(added.ok());
    const auto checkpoint = alice().checkpoint();
    QVERIFY(alice().sync().complete);
    // Another client that pushes a row alone learns what is missing.
    master::PushRow row;
    row.id = QStringLiteral("alone");
    row.kind = QStringLiteral("attachment");
    row.revision = QByteArray(16, 'r');
    row.body = "body";
    const QByteArray absent(32, 'h');
    row.blobs = {added.value().chunks.front(), absent};
    master::PushRequest request;
    request.device = QStringLiteral("Other");
    request.deviceId = QByteArray(16, 'd');
    request.rows = {row};
    const auto answer = alice().network.push(request);
    QVERIFY(answer.ok());
    const auto &results = std::get<master::PushReply>(answer.value()).results;
    const auto *missing = std::get_if<master::MissingChunks>(&results.front());
    QVERIFY(missing);
    QCOMPARE(missing->hashes, std::vector<QByteArray>{absent});
    QVERIFY(checkpoint != alice().checkpoint());
    settle();
    QCOMPARE(problem(), QString());
}

void TestRealSync::s106SameBytesAreSentOnce()
{
    const QByteArray bytes = noise(700'000);
    QVERIFY(alice().documents().addAttachment(QStringLiteral("a.png"), {}, bytes).ok());
    settle();
    alice().network.clearLog();
    QVERIFY(alice().documents().addAttachment(QStringLiteral("b.png"), {}, bytes).ok());
    settle();
    QCOMPARE(alice().network.chunksSent(), 0);
    QCOMPARE(content(bob(), QStringLiteral("b.png")), bytes);
    alice().remove(alice().documents().findAttachment(QStringLiteral("a.png")).value().id.text());
    settle();
    QCOMPARE(content(bob(), QStringLiteral("b.png")), bytes);
    QCOMPARE(problem(), QString());
}

void TestRealSync::filesOfOnePersonAreNobodyElses()
{
    const auto added = alice().documents().addAttachment(kFile, {}, noise(1000));
    QVERIFY(alice().sync().complete);
    SystemRandom random;
    CanisterDevice mallory(
        QStringLiteral("Mallory"), m_network, ic::Ed25519Identity::generate(random), m_clock);
    Master &network = mallory.device.network;
    const std::vector<QByteArray> hashes = added.value().chunks;
    QCOMPARE(network.missingChunks(hashes).value(), hashes);
    const auto got = network.getChunks({{hashes.front(), 0, 0}});
    QVERIFY(got.ok());
    QVERIFY(!got.value().parts.front());
}

QTEST_GUILESS_MAIN(TestRealSync)
#include "tst_realsync.moc"
