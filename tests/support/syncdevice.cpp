#include "tests/support/syncdevice.h"

#include "model/document/documentcodec.h"
#include "model/store/profilestore.h"
#include "sync/syncround.h"

#include <QDir>
#include <QFile>

namespace {

QString line(const QString &id, const QString &kind, const QByteArray &body)
{
    return QStringLiteral("%1 %2 %3")
        .arg(id, kind, QString::fromLatin1(contentHash(body, false).toHex().left(16)));
}

} // namespace

SyncDevice::SyncDevice(const QString &name, MasterReplica &master, FakeClock &clock)
    : network(master)
    , m_name(name)
    , m_clock(clock)
    , m_random(qHash(name))
{
    open();
}

SyncDevice::SyncDevice(const QString &name, Master &master, FakeClock &clock)
    : network(master)
    , m_name(name)
    , m_clock(clock)
    , m_random(qHash(name))
{
    open();
}

void SyncDevice::open()
{
    const QString path = profileDatabasePath(m_folder.path());
    auto documents = openProfileStore(path, {m_clock, m_random});
    auto replica = openReplicaStore(path, {m_clock, m_random});
    if (!documents.ok() || !replica.ok())
        qFatal("the profile of a test cannot be opened");
    m_documents = std::move(documents).value();
    m_replica = std::make_unique<FailingReplica>(std::move(replica).value());
}

void SyncDevice::restart()
{
    m_documents.reset();
    m_replica.reset();
    open();
}

void SyncDevice::restoreFiles(const QByteArray &database, const QByteArray &log)
{
    m_documents.reset();
    m_replica.reset();
    const QString path = profileDatabasePath(m_folder.path());
    QFile::remove(path + QStringLiteral("-shm"));
    for (const auto &[name, bytes] :
         {std::pair(path, database), std::pair(path + QStringLiteral("-wal"), log)}) {
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a test's backup cannot be restored");
    }
    open();
}

RoundReport SyncDevice::syncAs(const ReplicaBinding &account)
{
    const auto onProgress = [this](const TransferProgress &told) { progress.append(told); };
    return SyncRound({{network, *m_replica, m_name, cancelled, {}, fetch, onProgress}, account})
        .run();
}

bool SyncDevice::offerRefused()
{
    const auto refused = m_replica->refused();
    const auto done =
        m_replica->transact([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
            for (const DocumentId &id : refused.value()) {
                if (auto one = transaction.refuse(id, {}); !one.ok())
                    return one;
            }
            return Done{};
        });
    return done.ok();
}

ReplicaBinding SyncDevice::account()
{
    return {QStringLiteral("aaaaa-aa"), QStringLiteral("2vxsx-fae")};
}

void SyncDevice::write(const QString &id, const QString &text)
{
    const auto stored = m_documents->load(DocumentId(id));
    Note note;
    note.header.id = DocumentId(id);
    note.header.created = m_clock.nowMs();
    if (stored.ok()) {
        if (const auto live = Note::fromDocument(stored.value()))
            note = *live;
    }
    note.text = text;
    save(note.toDocument());
}

void SyncDevice::save(const Document &document)
{
    if (!m_documents->save({document}).ok())
        qFatal("a test's document cannot be saved");
}

Document SyncDevice::load(const QString &id) const
{
    auto document = m_documents->load(DocumentId(id));
    return document.ok() ? document.value() : Document();
}

QString SyncDevice::text(const QString &id) const
{
    const auto document = m_documents->load(DocumentId(id));
    if (!document.ok())
        return QStringLiteral("<none>");
    if (document.value().deleted)
        return QStringLiteral("<deleted>");
    const auto note = Note::fromDocument(document.value());
    return note ? note->text : QStringLiteral("<other>");
}

void SyncDevice::remove(const QString &id)
{
    if (!m_documents->deleteForever({DocumentId(id)}).ok())
        qFatal("a test's document cannot be deleted");
}

QStringList SyncDevice::noteIds() const
{
    ListQuery query;
    QStringList ids;
    const auto summaries = m_documents->summaries(query);
    for (const DocumentSummary &summary : summaries.value())
        ids.append(summary.id.text());
    ids.sort();
    return ids;
}

QStringList SyncDevice::trashIds() const
{
    ListQuery query;
    query.place = ListQuery::Place::Trash;
    QStringList ids;
    const auto summaries = m_documents->summaries(query);
    for (const DocumentSummary &summary : summaries.value())
        ids.append(summary.id.text());
    ids.sort();
    return ids;
}

int SyncDevice::conflicts() const
{
    return static_cast<int>(m_documents->conflicts().value().size());
}

OpenConflict SyncDevice::conflict(const QString &id) const
{
    const auto open = m_documents->conflicts(DocumentId(id));
    if (open.value().isEmpty())
        qFatal("a test expects a conflict");
    return open.value().first();
}

void SyncDevice::resolve(const QString &id, Choice choice)
{
    const OpenConflict open = conflict(id);
    const Document &result = choice == Choice::Mine ? open.mine : open.master;
    if (!m_documents->resolveConflict(open.id, result).ok())
        qFatal("a test's conflict cannot be resolved");
}

ReplicaRow SyncDevice::row(const QString &id)
{
    ReplicaRow found;
    const auto read =
        m_replica->transact([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
            auto row = transaction.row(DocumentId(id));
            if (!row.ok())
                return row.error();
            if (row.value())
                found = *row.value();
            return Done{};
        });
    if (!read.ok())
        qFatal("a test's row cannot be read");
    return found;
}

QStringList libraryOf(SyncDevice &device)
{
    QStringList lines;
    const auto known = device.replica().known({}, 1'000'000);
    for (const ReplicaStore::Known &each : known.value()) {
        const ReplicaRow row = device.row(each.id.text());
        const bool unsynced = !row.base && !row.dirty; // kept in this device's trash only
        if (!row.state.deleted && !unsynced)
            lines.append(line(each.id.text(), row.state.kind, row.state.body));
    }
    lines.sort();
    return lines;
}

QStringList libraryOf(const MasterReplica &master)
{
    QStringList lines;
    for (const master::MasterRow &row : master.state().rows) {
        if (!row.deleted)
            lines.append(line(row.id, row.kind, row.body));
    }
    lines.sort();
    return lines;
}
