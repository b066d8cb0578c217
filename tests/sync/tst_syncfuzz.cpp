#include "model/document/documentcodec.h"
#include "sync/questions.h"
#include "sync/syncround.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultymaster.h"
#include "tests/support/memoryreplica.h"
#include "tests/support/seededrandom.h"

#include <QSet>
#include <QTest>

/// Three devices at random: edits, deletes, rounds, lost and late answers, crashes between two
/// writes, tombstones collected, snapshots restored. After each run: nothing that a person wrote is
/// missing (P1), all sides are equal (P2) and nothing moves any more (P3).
///
/// SHEAF_FUZZ_RUNS says how many runs of each kind; SHEAF_FUZZ_SEED repeats a single one.
class TestSyncFuzz : public QObject
{
    Q_OBJECT

private slots:
    void anyOrderOfEverything_data();
    void anyOrderOfEverything();
};

using namespace std::chrono_literals;

namespace {

struct Kind
{
    bool collects = false;
    bool restores = false;
};

RowState noteState(const DocumentId &id, const QString &text)
{
    Note note;
    note.header.id = id;
    note.text = text;
    const Document document = note.toDocument();
    return {document.kind, document.schema, false, encodeBody(document), {}};
}

QStringList linesOf(const DocumentId &id, const RowState &state)
{
    const Document document =
        documentFromBody(id, state.kind, state.deleted, state.schema, state.body);
    const auto note = Note::fromDocument(document);
    return note ? note->text.split(QLatin1Char('\n')) : QStringList();
}

struct Device
{
    Device(const QString &deviceName, MasterReplica &master, const Clock &clock)
        : name(deviceName)
        , replica(clock, deviceName)
        , network(master)
    {}

    RoundReport sync()
    {
        const std::atomic<bool> cancelled{false};
        return SyncRound({{network, replica, name, cancelled, {}},
                          {QStringLiteral("canister"), QStringLiteral("person")}})
            .run();
    }

    QString name;
    MemoryReplica replica;
    FaultyMaster network;
    int awayUntil = 0;
};

class Run
{
public:
    Run(quint64 seed, Kind kind)
        : m_random(seed)
        , m_kind(kind)
        , m_master(m_clock)
    {
        for (const char *name : {"Alice", "Bob", "Carol"})
            m_devices.push_back(
                std::make_unique<Device>(QString::fromLatin1(name), m_master, m_clock));
    }

    /// Empty, or what is wrong in the end.
    QString play();

private:
    void step(int number);
    void edit(Device &device);
    void remove(Device &device);
    void syncWithFaults(Device &device);
    void maybeCollect();
    void maybeRestore();
    void resolveOne(Device &device);
    QString settle();
    QString difference() const;
    QString loss() const;
    QMap<QString, QByteArray> live(const MemoryReplica &replica) const;

    SeededRandom m_random;
    Kind m_kind;
    FakeClock m_clock;
    MasterReplica m_master;
    std::vector<std::unique_ptr<Device>> m_devices;
    QList<MasterReplica::State> m_snapshots;
    QSet<QString> m_written;
    QSet<QString> m_removed; ///< By a person who saw it.
};

QString Run::play()
{
    constexpr int kSteps = 250;
    m_master.limits.rowsPerPage = static_cast<std::uint64_t>(1 + m_random.below(4));
    for (int number = 0; number < kSteps; ++number)
        step(number);
    if (QString problem = settle(); !problem.isEmpty())
        return problem;
    if (QString problem = difference(); !problem.isEmpty())
        return problem;
    return loss();
}

void Run::step(int number)
{
    m_clock.advance(1s);
    Device &device = *m_devices[static_cast<std::size_t>(m_random.below(3))];
    const int what = m_random.below(100);
    if (what < 45)
        edit(device);
    else if (what < 52)
        remove(device);
    else if (what < 92 && device.awayUntil <= number)
        syncWithFaults(device);
    else if (what < 95)
        device.awayUntil = number + 20 + m_random.below(80);
    else if (what < 97)
        resolveOne(device);
    else if (what < 98)
        maybeCollect();
    else
        maybeRestore();
    if (number % 7 == 0) {
        for (const auto &each : m_devices)
            each->network.keepSnapshot();
    }
    if (number % 40 == 0)
        m_snapshots.append(m_master.state());
}

void Run::edit(Device &device)
{
    const bool isNew = m_random.below(10) == 0;
    const DocumentId id(isNew ? QStringLiteral("n%1").arg(m_written.size())
                              : QStringLiteral("d%1").arg(m_random.below(5)));
    const auto found = device.replica.rows().constFind(id);
    const bool isThere = found != device.replica.rows().constEnd() && !found->row.state.deleted;
    QStringList lines =
        isThere ? linesOf(id, found->row.state)
                : QStringList{
                    QStringLiteral("A"), {}, QStringLiteral("B"), {}, QStringLiteral("C"), {}};
    const int at = m_random.below(static_cast<int>(lines.size()));
    if (isThere && m_random.below(6) == 0 && lines[at].size() > 1) {
        m_removed.insert(lines.takeAt(at));
    } else {
        const QString token =
            QStringLiteral("%1-%2").arg(device.name).arg(m_written.size(), 4, 10, QLatin1Char('0'));
        m_written.insert(token);
        lines.insert(at + 1, token);
    }
    device.replica.write(id, noteState(id, lines.join(QLatin1Char('\n'))));
}

void Run::remove(Device &device)
{
    QList<DocumentId> ids;
    for (const MemoryReplica::Row &entry : device.replica.rows()) {
        if (!entry.row.state.deleted && !entry.row.conflicted)
            ids.append(entry.row.id);
    }
    if (ids.isEmpty())
        return;
    const DocumentId id = ids.at(m_random.below(static_cast<int>(ids.size())));
    for (const QString &line : linesOf(id, device.replica.rows()[id].row.state))
        m_removed.insert(line);
    device.replica.remove(id);
}

void Run::syncWithFaults(Device &device)
{
    device.network.setRandom(&m_random, 0.15);
    device.network.meanwhile = [&](FaultyMaster::Call call) {
        if (call == FaultyMaster::Call::Push && m_random.below(4) == 0)
            edit(device);
    };
    if (m_random.below(8) == 0)
        device.replica.failWrite(1 + m_random.below(15));
    device.sync();
    device.replica.failWrite(0);
    device.network.meanwhile = nullptr;
    device.network.setRandom(nullptr, 0);
}

void Run::maybeCollect()
{
    if (!m_kind.collects)
        return;
    std::uint64_t horizon = m_master.headReplicated().value().proof.position;
    const auto &slow = m_devices[static_cast<std::size_t>(m_random.below(3))];
    for (const auto &device : m_devices) {
        // One device may have been away for so long that it does not count.
        if (device != slow)
            horizon = std::min(horizon, device->replica.checkpoint().value().cursor);
    }
    m_master.collectTombstones(horizon);
}

void Run::maybeRestore()
{
    if (!m_kind.restores || m_snapshots.isEmpty())
        return;
    m_master.restore(m_snapshots.at(m_random.below(static_cast<int>(m_snapshots.size()))));
    for (const auto &device : m_devices)
        device->network.forgetSnapshots();
}

void Run::resolveOne(Device &device)
{
    for (const MemoryReplica::Row &entry : device.replica.rows()) {
        if (!entry.row.conflicted)
            continue;
        const DocumentId id = entry.row.id;
        if (entry.row.state.deleted) {
            device.replica.resolve(id, entry.conflict->master.state);
            return;
        }
        QStringList lines = linesOf(id, entry.row.state);
        for (const QString &line : linesOf(id, entry.conflict->master.state)) {
            if (!lines.contains(line))
                lines.append(line);
        }
        device.replica.resolve(id, noteState(id, lines.join(QLatin1Char('\n'))));
        return;
    }
}

QString Run::settle()
{
    constexpr int kMostRounds = 60;
    int quiet = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        int moved = 0;
        for (const auto &device : m_devices) {
            for (const MemoryReplica::Row &entry : device->replica.rows())
                moved += entry.row.conflicted ? 1 : 0;
            resolveOne(*device);
            const RoundReport report = device->sync();
            if (report.error && report.error->kind == SyncError::Kind::NeedsAnswer) {
                const auto agreed = questions::answer(
                    device->replica, SyncQuestion::Kind::CanisterEmpty, SyncAnswer::GoOn);
                moved += agreed.ok() ? 1 : 0;
                continue;
            }
            if (report.error)
                return QStringLiteral("error without a fault: ") + report.error->detail;
            moved += report.pushed + report.pulled;
        }
        quiet = moved == 0 ? quiet + 1 : 0;
        if (quiet == 2)
            return {};
    }
    return QStringLiteral("never quiet");
}

QMap<QString, QByteArray> Run::live(const MemoryReplica &replica) const
{
    QMap<QString, QByteArray> rows;
    for (const MemoryReplica::Row &entry : replica.rows()) {
        if (!entry.row.state.deleted)
            rows.insert(entry.row.id.text(), contentHash(entry.row.state.body, false));
    }
    return rows;
}

QString Run::difference() const
{
    QMap<QString, QByteArray> expected;
    for (const master::MasterRow &row : m_master.state().rows) {
        if (!row.deleted)
            expected.insert(row.id, contentHash(row.body, false));
    }
    for (const auto &device : m_devices) {
        if (live(device->replica) != expected)
            return device->name + QStringLiteral(" differs from the canister");
    }
    return {};
}

QString Run::loss() const
{
    QSet<QString> there;
    const auto collect = [&](const DocumentId &id, const RowState &state) {
        for (const QString &line : linesOf(id, state))
            there.insert(line);
    };
    for (const master::MasterRow &row : m_master.state().rows)
        collect(DocumentId(row.id), {row.kind, row.schema, row.deleted, row.body, row.blobs});
    for (const auto &device : m_devices) {
        // Only a collected tombstone may take a row away from a device.
        if (!m_kind.collects && !device->replica.trash().isEmpty())
            return device->name + QStringLiteral(" lost a row because the canister did");
        for (const RowState &state : device->replica.trash())
            collect(DocumentId(QStringLiteral("trash")), state);
    }
    for (const QString &token : m_written) {
        if (!there.contains(token) && !m_removed.contains(token))
            return QStringLiteral("lost: ") + token;
    }
    return {};
}

} // namespace

void TestSyncFuzz::anyOrderOfEverything_data()
{
    QTest::addColumn<bool>("collects");
    QTest::addColumn<bool>("restores");
    QTest::newRow("faults") << false << false;
    QTest::newRow("faults and collected tombstones") << true << false;
    QTest::newRow("faults and restored snapshots") << false << true;
    QTest::newRow("everything") << true << true;
}

void TestSyncFuzz::anyOrderOfEverything()
{
    QFETCH(bool, collects);
    QFETCH(bool, restores);
    bool isSingle = false;
    const int single = qEnvironmentVariableIntValue("SHEAF_FUZZ_SEED", &isSingle);
    const int runs = qEnvironmentVariableIsSet("SHEAF_FUZZ_RUNS")
                         ? qEnvironmentVariableIntValue("SHEAF_FUZZ_RUNS")
                         : 60;
    for (int seed = isSingle ? single : 1; seed <= (isSingle ? single : runs); ++seed) {
        const QString problem = Run(static_cast<quint64>(seed), {collects, restores}).play();
        QVERIFY2(problem.isEmpty(),
                 qPrintable(QStringLiteral("SHEAF_FUZZ_SEED=%1: %2").arg(seed).arg(problem)));
    }
}

QTEST_GUILESS_MAIN(TestSyncFuzz)
#include "tst_syncfuzz.moc"
