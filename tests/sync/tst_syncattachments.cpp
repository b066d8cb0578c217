#include "sync/questions.h"
#include "tests/support/syncworld.h"

#include <QCryptographicHash>
#include <QTest>

/// Attachments between devices: section J of design/sync-edge-cases.md. The function names carry
/// the numbers of the scenarios.
class TestSyncAttachments : public QObject
{
    Q_OBJECT

private slots:
    void arriveWhole();
    void s104UploadIsCut_data();
    void s104UploadIsCut();
    void s104DownloadIsCut();
    void s105ChunkIsGoneBeforeTheRow();
    void s106SameBytesInTwoAttachments();
    void s107DamagedOnTheWay_data();
    void s107DamagedOnTheWay();
    void s77CanisterIsReinstalled();
    void s80QuotaRefusesTheFileAlone();
    void notesDoNotWaitForFiles();
    void largeOnesComeWhenAsked();
    void lostOnTheCanisterIsTriedLater();
    void smallOnesTravelTogether();
    void cancelIsHeeded();
    void oldCanisterTakesTheNotes();
    void piecesOfOlderVersionsMove();
    void piecesThatWereNeverSentStayHere();
    void progressIsTold();
};

using namespace std::chrono_literals;
using Call = FaultyMaster::Call;
using Fault = FaultyMaster::Fault;

namespace {

const QString kPath = QStringLiteral("files/map.bin");

QByteArray noise(qsizetype size, std::uint64_t seed = 1)
{
    SeededRandom random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    random.fill({reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(size)});
    return bytes;
}

/// What the store cuts files into.
constexpr qsizetype chunks(int count)
{
    return count * qsizetype{600} * 1024;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Attachment attach(SyncDevice &device, const QString &path, const QByteArray &bytes)
{
    const auto added = device.documents().addAttachment(path, QStringLiteral("image/png"), bytes);
    if (!added.ok())
        qFatal("a test's attachment cannot be added");
    return added.value();
}

/// What a person on `device` can open; null while it is not there.
QByteArray content(SyncDevice &device, const QString &path)
{
    const auto found = device.documents().findAttachment(path);
    if (!found.ok())
        return {};
    return device.documents().attachmentBytes(found.value().id).valueOr({});
}

QString refusalOf(SyncDevice &device, const Attachment &attachment)
{
    return device.row(attachment.id.text()).refusedCode;
}

/// As versions before chunks stored an attachment.
Attachment attachInPieces(SyncDevice &device, const QByteArray &bytes)
{
    constexpr qsizetype kPiece = qsizetype{512} * 1024;
    Attachment attachment;
    attachment.id = DocumentId(QStringLiteral("old"));
    attachment.path = kPath;
    attachment.name = QStringLiteral("map.bin");
    attachment.size = bytes.size();
    attachment.sha256 = sha256(bytes);
    for (qsizetype at = 0; at < bytes.size(); at += kPiece) {
        const QByteArray part = bytes.mid(at, kPiece);
        Document piece;
        piece.id = DocumentId(QStringLiteral("piece-") + QString::fromLatin1(sha256(part).toHex()));
        piece.kind = kindName(DocumentKind::Piece);
        piece.fields.set("bytes", cbor::Value(cbor::Bytes(part.begin(), part.end())));
        attachment.pieces.append(piece.id);
        device.save(piece);
    }
    device.save(attachment.toDocument());
    return attachment;
}

} // namespace

void TestSyncAttachments::arriveWhole()
{
    SyncWorld world;
    const QByteArray bytes = noise(chunks(3) + 17);
    const Attachment added = attach(world.alice(), kPath, bytes);
    world.settle();
    QCOMPARE(content(world.bob(), kPath), bytes);
    QByteArray read;
    const auto all = world.bob().documents().readAttachment(added.id, [&](const QByteArray &part) {
        read.append(part);
        return true;
    });
    QVERIFY(all.ok());
    QCOMPARE(read, bytes);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::s104UploadIsCut_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("the request is lost") << int(Fault::DropRequest);
    QTest::newRow("the reply is lost") << int(Fault::DropReply);
}

void TestSyncAttachments::s104UploadIsCut()
{
    QFETCH(int, fault);
    SyncWorld world;
    const QByteArray bytes = noise(chunks(10));
    attach(world.alice(), kPath, bytes);
    FaultyMaster &network = world.alice().network;
    network.script(Call::PutChunks, Fault::None);
    network.script(Call::PutChunks, Fault::None);
    network.script(Call::PutChunks, Fault(fault));
    const RoundReport cut = world.alice().sync();
    QVERIFY(cut.error);
    QCOMPARE(cut.error->kind, SyncError::Kind::Offline);
    QCOMPARE(world.master.state().rows.size(), 0);
    world.alice().restart();
    network.clearLog();
    const RoundReport rest = world.alice().sync();
    QVERIFY(rest.complete);
    QCOMPARE(network.chunksSent(), Fault(fault) == Fault::DropReply ? 1 : 4);
    world.settle();
    QCOMPARE(content(world.bob(), kPath), bytes);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::s104DownloadIsCut()
{
    SyncWorld world;
    const QByteArray bytes = noise(chunks(10));
    attach(world.alice(), kPath, bytes);
    world.alice().sync();
    FaultyMaster &network = world.bob().network;
    network.script(Call::GetChunks, Fault::None);
    network.script(Call::GetChunks, Fault::DropReply);
    QVERIFY(world.bob().sync().error);
    QVERIFY(content(world.bob(), kPath).isNull());
    world.bob().restart();
    network.clearLog();
    QVERIFY(world.bob().sync().complete);
    QCOMPARE(network.partsReceived(), 6);
    QCOMPARE(content(world.bob(), kPath), bytes);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::s105ChunkIsGoneBeforeTheRow()
{
    SyncWorld world;
    const QByteArray bytes = noise(chunks(2));
    const Attachment added = attach(world.alice(), kPath, bytes);
    bool lost = false;
    world.alice().network.meanwhile = [&](Call call) {
        if (call != Call::PutChunks || lost)
            return;
        lost = true;
        world.master.loseChunk(added.chunks.front());
    };
    const RoundReport report = world.alice().sync();
    QVERIFY(report.complete);
    QCOMPARE(world.alice().network.chunksSent(), 3);
    world.settle();
    QCOMPARE(content(world.bob(), kPath), bytes);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::s106SameBytesInTwoAttachments()
{
    SyncWorld world;
    const QByteArray bytes = noise(chunks(2));
    const Attachment first = attach(world.alice(), QStringLiteral("a.png"), bytes);
    const Attachment second = attach(world.alice(), QStringLiteral("b.png"), bytes);
    world.settle();
    QCOMPARE(world.alice().network.chunksSent(), 2);
    QCOMPARE(world.bob().network.partsReceived(), 2);
    world.alice().remove(first.id.text());
    world.settle();
    const auto aWeekLater = [&world] {
        world.clock.advance(8 * 24h);
        world.master.collectChunks();
    };
    aWeekLater();
    QCOMPARE(world.master.state().chunks.count(), 2);
    QCOMPARE(content(world.bob(), QStringLiteral("b.png")), bytes);
    world.bob().remove(second.id.text());
    world.settle();
    QCOMPARE(world.master.state().chunks.count(), 2);
    aWeekLater();
    QCOMPARE(world.master.state().chunks.count(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::s107DamagedOnTheWay_data()
{
    QTest::addColumn<int>("call");
    QTest::newRow("up") << int(Call::PutChunks);
    QTest::newRow("down") << int(Call::GetChunks);
}

void TestSyncAttachments::s107DamagedOnTheWay()
{
    QFETCH(int, call);
    SyncWorld world;
    const QByteArray bytes = noise(chunks(1) + 5);
    attach(world.alice(), kPath, bytes);
    for (SyncDevice *device : {&world.alice(), &world.bob()}) {
        device->network.script(Call(call), Fault::Damage);
        device->network.script(Call(call), Fault::Damage);
    }
    QVERIFY(world.alice().sync().complete);
    QVERIFY(world.bob().sync().complete);
    QCOMPARE(content(world.bob(), kPath), bytes);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::s77CanisterIsReinstalled()
{
    SyncWorld world;
    const QByteArray bytes = noise(chunks(3));
    attach(world.alice(), kPath, bytes);
    world.alice().sync();
    world.master.reinstall();
    QVERIFY(world.alice().sync().error); // tst_syncquestions: it asks first
    const auto agreed = questions::answer(
        world.alice().replica(), SyncQuestion::Kind::CanisterEmpty, SyncAnswer::GoOn);
    QVERIFY(agreed.ok());
    world.settle();
    QCOMPARE(content(world.bob(), kPath), bytes);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::s80QuotaRefusesTheFileAlone()
{
    SyncWorld world;
    MasterReplica::State small = world.master.state();
    small.quotaBytes = 500'000;
    world.master.restore(small);
    const Attachment added = attach(world.alice(), kPath, noise(chunks(2)));
    world.alice().write(QStringLiteral("n1"), QStringLiteral("a note"));
    const RoundReport report = world.alice().sync();
    QVERIFY(!report.error);
    QCOMPARE(report.refused, 1);
    QCOMPARE(refusalOf(world.alice(), added), QStringLiteral("quota"));
    QCOMPARE(world.alice().network.calls(Call::PutChunks), 1);
    world.bob().sync();
    QCOMPARE(world.bob().text(QStringLiteral("n1")), QStringLiteral("a note"));
}

void TestSyncAttachments::notesDoNotWaitForFiles()
{
    SyncWorld world;
    attach(world.alice(), kPath, noise(chunks(12)));
    world.alice().write(QStringLiteral("before"), QStringLiteral("first"));
    QList<Call> order;
    world.alice().network.meanwhile = [&](Call call) {
        order.append(call);
        if (call == Call::PutChunks && order.count(Call::PutChunks) == 1)
            world.alice().write(QStringLiteral("between"), QStringLiteral("second"));
    };
    QVERIFY(world.alice().sync().complete);
    const qsizetype upload = order.indexOf(Call::PutChunks);
    QVERIFY(order.indexOf(Call::Push) < upload);
    QCOMPARE(order.at(upload + 1), Call::Push);
    QCOMPARE(order.count(Call::PutChunks), 4);
}

void TestSyncAttachments::largeOnesComeWhenAsked()
{
    SyncWorld world;
    const QByteArray bytes = noise(chunks(5));
    attach(world.alice(), kPath, bytes);
    attach(world.alice(), QStringLiteral("small"), noise(1000));
    world.alice().sync();
    world.bob().fetch.autoBytes = chunks(4);
    QVERIFY(world.bob().sync().complete);
    QVERIFY(!content(world.bob(), QStringLiteral("small")).isNull());
    QVERIFY(content(world.bob(), kPath).isNull());
    const auto found = world.bob().documents().findAttachment(kPath);
    QVERIFY(world.bob().documents().requestAttachment(found.value().id).ok());
    const RoundReport report = world.bob().sync();
    QCOMPARE(report.changed, QList<DocumentId>{found.value().id});
    QCOMPARE(content(world.bob(), kPath), bytes);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::lostOnTheCanisterIsTriedLater()
{
    SyncWorld world;
    const QByteArray bytes = noise(1000);
    const Attachment added = attach(world.alice(), kPath, bytes);
    world.alice().sync();
    const MasterReplica::State whole = world.master.state();
    world.master.loseChunk(added.chunks.front());
    QVERIFY(world.bob().sync().complete);
    QCOMPARE(world.problem(), QString()); // and nothing asks again at once
    world.master.restore(whole);
    world.clock.advance(1h);
    QVERIFY(world.bob().sync().complete);
    QCOMPARE(content(world.bob(), kPath), bytes);
}

void TestSyncAttachments::smallOnesTravelTogether()
{
    SyncWorld world;
    for (int i = 0; i < 100; ++i)
        attach(world.alice(), QStringLiteral("p%1").arg(i), noise(30'000, i + 1));
    world.alice().sync();
    QCOMPARE(world.alice().network.calls(Call::PutChunks), 2);
    QCOMPARE(world.alice().network.calls(Call::MissingChunks), 1);
    QCOMPARE(world.alice().network.calls(Call::Push), 1);
    world.bob().sync();
    QCOMPARE(world.bob().network.calls(Call::GetChunks), 2);
    QCOMPARE(content(world.bob(), QStringLiteral("p99")), noise(30'000, 100));
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::cancelIsHeeded()
{
    SyncWorld world;
    attach(world.alice(), kPath, noise(chunks(10)));
    world.alice().network.meanwhile = [&](Call call) {
        if (call == Call::PutChunks)
            world.alice().cancelled = true;
    };
    const RoundReport report = world.alice().sync();
    QVERIFY(report.error);
    QCOMPARE(report.error->kind, SyncError::Kind::Cancelled);
    QCOMPARE(world.alice().network.calls(Call::PutChunks), 1);
}

void TestSyncAttachments::oldCanisterTakesTheNotes()
{
    SyncWorld world;
    world.master.knowsChunks = false;
    const QByteArray bytes = noise(1000);
    const Attachment added = attach(world.alice(), kPath, bytes);
    world.alice().write(QStringLiteral("n1"), QStringLiteral("a note"));
    world.settle();
    QCOMPARE(world.bob().text(QStringLiteral("n1")), QStringLiteral("a note"));
    QCOMPARE(refusalOf(world.alice(), added), QStringLiteral("no_attachments"));
    QCOMPARE(world.alice().sync().calls(), 1); // quiet until the person asks
    world.master.knowsChunks = true;
    QVERIFY(world.alice().offerRefused());
    world.settle();
    QCOMPARE(content(world.bob(), kPath), bytes);
}

void TestSyncAttachments::piecesOfOlderVersionsMove()
{
    SyncWorld world;
    world.master.knowsChunks = false;
    const QByteArray bytes = noise(1'200'000);
    const Attachment old = attachInPieces(world.alice(), bytes);
    world.settle();
    QCOMPARE(content(world.bob(), kPath), bytes);
    QCOMPARE(world.master.state().rows.size(), 4);

    world.master.knowsChunks = true;
    world.clock.advance(25h); // the day after which an old canister is asked again
    world.settle();
    for (SyncDevice *device : {&world.alice(), &world.bob()}) {
        const auto moved = device->documents().findAttachment(kPath).value();
        QCOMPARE(moved.chunks.size(), std::size_t{3});
        QVERIFY(moved.pieces.isEmpty());
        QCOMPARE(content(*device, kPath), bytes);
    }
    QCOMPARE(world.master.state().rows.value(old.id.text()).blobs.size(), std::size_t{3});
    for (const DocumentId &piece : old.pieces)
        QVERIFY(world.master.state().rows.value(piece.text()).deleted);
    QCOMPARE(world.alice().network.chunksSent() + world.bob().network.chunksSent(), 3);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::piecesThatWereNeverSentStayHere()
{
    SyncWorld world;
    const QByteArray bytes = noise(1'200'000);
    attachInPieces(world.alice(), bytes);
    world.settle();
    QCOMPARE(content(world.bob(), kPath), bytes);
    QCOMPARE(world.master.state().rows.size(), 1);
    QCOMPARE(world.problem(), QString());
}

void TestSyncAttachments::progressIsTold()
{
    SyncWorld world;
    const QByteArray bytes = noise(chunks(9));
    attach(world.alice(), kPath, bytes);
    world.alice().sync();
    const QList<TransferProgress> up = world.alice().progress;
    QCOMPARE(up.first(), (TransferProgress{0, bytes.size()}));
    QCOMPARE(up.last(), TransferProgress());
    QVERIFY(up.contains(TransferProgress{bytes.size(), bytes.size()}));
    world.bob().sync();
    QVERIFY(world.bob().progress.contains(TransferProgress{bytes.size(), bytes.size()}));
}

QTEST_GUILESS_MAIN(TestSyncAttachments)
#include "tst_syncattachments.moc"
