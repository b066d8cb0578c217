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

QTEST_GUILESS_MAIN(TestRealSync)
#include "tst_realsync.moc"
