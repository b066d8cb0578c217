#include "model/store/sqlitereplicastore.h"

#include "model/store/chunktable.h"
#include "model/store/filetable.h"
#include "model/store/oldpieces.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace {

constexpr int kSyncLogLines = 10'000;

HistoryReason reasonOf(RowOrigin origin)
{
    switch (origin) {
    case RowOrigin::Merged:
        return HistoryReason::Merged;
    case RowOrigin::Pulled:
    case RowOrigin::Acknowledged:
    case RowOrigin::Resynced:
        return HistoryReason::ReplacedByRemote;
    }
    return HistoryReason::ReplacedByRemote;
}

class Transaction final : public ReplicaTransaction
{
public:
    Transaction(SqliteConnection &connection, const Clock &clock, QByteArray newDeviceId)
        : m_connection(connection)
        , m_newDeviceId(std::move(newDeviceId))
        , m_writer(connection, clock)
    {}

    RowWriter::Outcome finish() { return m_writer.finish(); }

    Result<std::optional<ReplicaRow>, StoreError> row(const DocumentId &id) override
    {
        const auto found = rows().find(id);
        std::optional<ReplicaRow> replica;
        if (found)
            replica = rows().replicaRow(*found);
        return m_connection.finished(std::move(replica));
    }

    Result<Done, StoreError> putClean(const DocumentId &id,
                                      const BaseState &master,
                                      RowOrigin origin,
                                      const QString &device) override
    {
        StoredRow row = foundOrNew(id);
        forgetDecisions(row);
        m_writer.write(row, {master.state, reasonOf(origin), device, false});
        rows().putBase(row, master);
        RowWriter::markClean(row);
        return stored(row);
    }

    Result<Done, StoreError> putDirty(const DocumentId &id,
                                      const RowState &state,
                                      const std::optional<BaseState> &base,
                                      RowOrigin origin,
                                      const QString &device) override
    {
        StoredRow row = foundOrNew(id);
        rows().dropConflict(id);
        m_writer.write(row, {state, reasonOf(origin), device, true});
        rows().putBase(row, base);
        return stored(row);
    }

    Result<Done, StoreError> setBase(const DocumentId &id,
                                     const std::optional<BaseState> &base) override
    {
        return change(id, [&](StoredRow &row) { rows().putBase(row, base); });
    }

    Result<Done, StoreError>
    acknowledge(const DocumentId &id, const BaseState &base, std::uint64_t ifCounter) override
    {
        return change(id, [&](StoredRow &row) {
            rows().putBase(row, base);
            rows().dropSent(id);
            if (row.changes != ifCounter)
                return;
            rows().dropRefused(id);
            row.held = rows().conflict(id).has_value();
            RowWriter::markClean(row);
        });
    }

    Result<Done, StoreError> recordSent(const DocumentId &id, const SentState &sent) override
    {
        rows().addSent(id, sent);
        return m_connection.finished(Done{});
    }

    Result<Done, StoreError> dropSent(const DocumentId &id) override
    {
        rows().dropSent(id);
        return m_connection.finished(Done{});
    }

    Result<Done, StoreError> openConflict(const DocumentId &id,
                                          const ConflictRecord &record) override
    {
        return change(id, [&](StoredRow &row) {
            rows().putConflict(row, record);
            row.held = true;
        });
    }

    Result<Done, StoreError> settleConflict(const DocumentId &id, ConflictSide side) override
    {
        auto row = rows().find(id);
        const auto record = rows().conflict(id);
        if (!row || !record) {
            m_connection.fail({StoreError::Kind::NotFound, id.text()});
            return m_connection.finished(Done{});
        }
        forgetDecisions(*row);
        const bool forgotten = record->master.revision.isEmpty();
        if (side == ConflictSide::Mine) {
            keepMastersSide(*row, *record);
            m_writer.write(*row, {row->state, HistoryReason::ConflictResolved, QString(), true});
            rows().putBase(*row, forgotten ? std::nullopt : std::optional(record->master));
            return stored(*row);
        }
        if (forgotten) {
            rows().put(*row);
            return forget(id);
        }
        m_writer.write(
            *row, {record->master.state, HistoryReason::ConflictResolved, record->device, false});
        rows().putBase(*row, record->master);
        RowWriter::markClean(*row);
        return stored(*row);
    }

    Result<std::optional<ConflictRecord>, StoreError> conflict(const DocumentId &id) override
    {
        auto record = rows().conflict(id);
        return m_connection.finished(std::move(record));
    }

    Result<Done, StoreError> refuse(const DocumentId &id, const QString &code) override
    {
        return change(id, [&](StoredRow &row) {
            if (code.isEmpty())
                rows().dropRefused(id);
            else
                rows().putRefused(row, code);
            row.held = !code.isEmpty() || rows().conflict(id).has_value();
        });
    }

    Result<Done, StoreError> forget(const DocumentId &id) override
    {
        auto row = rows().find(id);
        if (!row)
            return m_connection.finished(Done{});
        if (!staysHere(*row)) {
            m_writer.remove(*row, HistoryReason::ReplacedByRemote);
            return m_connection.finished(Done{});
        }
        forgetDecisions(*row);
        Document document = documentOf(id, row->state);
        if (document.documentKind() != DocumentKind::Element && !document.fields.find("trashed")) {
            document.fields.set("trashed", cbor::Value::fromInteger(m_writer.nowMs()));
            m_writer.write(*row,
                           {stateOf(document), HistoryReason::ReplacedByRemote, QString(), true});
        }
        rows().putBase(*row, std::nullopt);
        RowWriter::markClean(*row);
        return stored(*row);
    }

    Result<Done, StoreError>
    note(const DocumentId &id, const QString &event, const QString &device) override
    {
        m_connection.run(
            QStringLiteral("INSERT INTO sync_log (at, id, event, device) VALUES (?, ?, ?, ?)"),
            {static_cast<qlonglong>(m_writer.nowMs()),
             notNull(id.text()),
             notNull(event),
             notNull(device)});
        m_connection.run(QStringLiteral("DELETE FROM sync_log WHERE n <= ?"),
                         {static_cast<qlonglong>(m_connection.lastInsertId() - kSyncLogLines)});
        return m_connection.finished(Done{});
    }

    Result<Done, StoreError> setCheckpoint(const ReplicaCheckpoint &checkpoint) override
    {
        m_connection.run(QStringLiteral("INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?, ?, ?)"),
                         {static_cast<qlonglong>(checkpoint.epoch),
                          static_cast<qlonglong>(checkpoint.cursor),
                          static_cast<qlonglong>(checkpoint.proofPosition),
                          notNull(checkpoint.proofToken)});
        return m_connection.finished(Done{});
    }

    Result<Done, StoreError> remember(const QString &name, const QByteArray &value) override
    {
        if (value.isEmpty())
            m_connection.run(QStringLiteral("DELETE FROM facts WHERE name = ?"), {name});
        else
            m_connection.run(QStringLiteral("INSERT OR REPLACE INTO facts VALUES (?, ?)"),
                             {name, value});
        return m_connection.finished(Done{});
    }

    Result<Done, StoreError> renewDeviceId() override
    {
        // Under every computer's name: which of them is the copy cannot be told.
        m_connection.run(QStringLiteral("DELETE FROM facts WHERE name GLOB 'replica.device*'"
                                        " OR name = 'replica.machine'"));
        return remember(QStringLiteral("replica.device"), m_newDeviceId);
    }

    Result<QList<ReplicaRow>, StoreError> notebooks() override
    {
        QList<ReplicaRow> found;
        for (const Document &notebook : rows().live(DocumentKind::Notebook)) {
            if (const auto row = rows().find(notebook.id))
                found.append(rows().replicaRow(*row));
        }
        return m_connection.finished(std::move(found));
    }

    Result<int, StoreError> documents() override
    {
        const int count = rows().keptDocuments();
        return m_connection.finished(count);
    }

private:
    RowTable &rows() { return m_writer.rows(); }

    StoredRow foundOrNew(const DocumentId &id)
    {
        StoredRow row = rows().find(id).value_or(StoredRow());
        row.id = id;
        return row;
    }

    void forgetDecisions(StoredRow &row)
    {
        rows().dropSent(row.id);
        rows().dropConflict(row.id);
        rows().dropRefused(row.id);
        row.held = false;
    }

    /// The master's side of a conflict, as the history sees it.
    void keepMastersSide(const StoredRow &row, const ConflictRecord &record)
    {
        if (sameContent(row.state, record.master.state))
            return;
        StoredRow masters = row;
        masters.state = record.master.state;
        masters.device = record.device;
        masters.origin = HistoryReason::ReplacedByRemote;
        masters.savedAt = record.masterTimeMs;
        m_writer.keepInHistory(masters, HistoryReason::ConflictResolved, nullptr);
    }

    /// A note or drawing that the master forgot moves to the trash here. So do the elements of such
    /// a drawing (its header comes first: ids are compared in order); an element that alone was
    /// forgotten was deleted elsewhere.
    bool staysHere(const StoredRow &row)
    {
        if (row.state.deleted)
            return false;
        const DocumentKind kind = kindFromName(row.state.kind);
        if (kind == DocumentKind::Note || kind == DocumentKind::Drawing)
            return true;
        if (kind != DocumentKind::Element)
            return false;
        const auto drawing = rows().find(row.document);
        return drawing && !drawing->state.deleted && drawing->baseRevision.isEmpty();
    }

    template <typename Change>
    Result<Done, StoreError> change(const DocumentId &id, const Change &apply)
    {
        auto row = rows().find(id);
        if (!row) {
            m_connection.fail({StoreError::Kind::NotFound, id.text()});
            return m_connection.finished(Done{});
        }
        apply(*row);
        m_writer.touch(*row);
        return stored(*row);
    }

    Result<Done, StoreError> stored(StoredRow &row)
    {
        rows().put(row);
        return m_connection.finished(Done{});
    }

    SqliteConnection &m_connection;
    QByteArray m_newDeviceId;
    RowWriter m_writer;
};

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr int kPiecesAtOnce = 100;

QString deviceName(const QByteArray &machine)
{
    const QString name = QStringLiteral("replica.device");
    return machine.isEmpty() ? name
                             : name + QLatin1Char('.') + QString::fromLatin1(machine.toHex());
}

QByteArray randomDeviceId(Random &random)
{
    std::array<std::uint8_t, 16> made{};
    random.fill(made);
    return {reinterpret_cast<const char *>(made.data()), made.size()};
}

QString bindingName()
{
    return QStringLiteral("replica.binding");
}

QString chunkSupportName()
{
    return QStringLiteral("replica.chunks");
}

} // namespace

SqliteReplicaStore::SqliteReplicaStore(std::unique_ptr<SqliteConnection> connection,
                                       const StoreDependencies &dependencies)
    : m_connection(std::move(connection))
    , m_networkMemory(*m_connection)
    , m_clock(dependencies.clock)
    , m_random(dependencies.random)
    , m_machine(dependencies.machine)
{}

SqliteConnection &SqliteReplicaStore::fresh() const
{
    m_connection->clearError();
    return *m_connection;
}

void SqliteReplicaStore::takeOrCheckFence()
{
    const std::int64_t stored = m_connection->number(QStringLiteral("SELECT fence FROM state"));
    if (m_fence == 0) {
        m_connection->run(QStringLiteral("UPDATE state SET fence = fence + 1"));
        m_fence = stored + 1;
    } else if (m_fence != stored) {
        m_connection->fail(
            {StoreError::Kind::Locked, QStringLiteral("another process syncs this profile now")});
    }
}

Result<bool, StoreError> SqliteReplicaStore::hasPending() const
{
    const bool found = fresh().number(QStringLiteral("SELECT 1 FROM documents"
                                                     " WHERE modified_at > synced_at AND held = 0"
                                                     " LIMIT 1"))
                       == 1;
    return m_connection->finished(found);
}

Result<QList<ReplicaRow>, StoreError> SqliteReplicaStore::pending(int maxRows,
                                                                  qint64 maxBytes) const
{
    auto rows = RowTable(fresh()).pending(maxRows, maxBytes);
    return m_connection->finished(std::move(rows));
}

Result<QList<DocumentId>, StoreError> SqliteReplicaStore::pendingRemovals() const
{
    auto ids = RowTable(fresh()).pendingRemovals();
    return m_connection->finished(std::move(ids));
}

Result<bool, StoreError> SqliteReplicaStore::hasPendingRows() const
{
    const bool found = fresh().number(QStringLiteral("SELECT 1 FROM documents"
                                                     " WHERE modified_at > synced_at AND held = 0"
                                                     " AND length(blobs) = 0 LIMIT 1"))
                       == 1;
    return m_connection->finished(found);
}

Result<QList<ReplicaRow>, StoreError> SqliteReplicaStore::pendingWithChunks(int maxRows) const
{
    auto rows = RowTable(fresh()).pendingWithChunks(maxRows);
    return m_connection->finished(std::move(rows));
}

Result<QList<DocumentId>, StoreError> SqliteReplicaStore::refused() const
{
    auto ids = RowTable(fresh()).refusedIds();
    return m_connection->finished(std::move(ids));
}

Result<OutgoingCounts, StoreError> SqliteReplicaStore::outgoing() const
{
    const OutgoingCounts counts = RowTable(fresh()).outgoing();
    return m_connection->finished(counts);
}

Result<ReplicaCheckpoint, StoreError> SqliteReplicaStore::checkpoint() const
{
    SqliteQuery query(fresh(),
                      QStringLiteral("SELECT epoch, cursor, proof_position, proof_token"
                                     " FROM checkpoint"));
    ReplicaCheckpoint checkpoint;
    if (query.next()) {
        checkpoint.epoch = static_cast<std::uint64_t>(query.integer(0));
        checkpoint.cursor = static_cast<std::uint64_t>(query.integer(1));
        checkpoint.proofPosition = static_cast<std::uint64_t>(query.integer(2));
        checkpoint.proofToken = query.bytes(3);
    }
    return m_connection->finished(std::move(checkpoint));
}

Result<std::optional<ReplicaBinding>, StoreError> SqliteReplicaStore::binding() const
{
    SqliteQuery query(
        fresh(), QStringLiteral("SELECT value FROM facts WHERE name = ?"), {bindingName()});
    std::optional<ReplicaBinding> binding;
    if (query.next()) {
        const QJsonObject json = QJsonDocument::fromJson(query.bytes(0)).object();
        binding = ReplicaBinding{json.value(QLatin1String("canister")).toString(),
                                 json.value(QLatin1String("principal")).toString()};
    }
    return m_connection->finished(std::move(binding));
}

Result<Done, StoreError> SqliteReplicaStore::bind(const ReplicaBinding &binding)
{
    const auto present = this->binding();
    if (!present.ok())
        return present.error();
    if (present.value()) {
        if (*present.value() == binding)
            return Done{};
        return StoreError{StoreError::Kind::Invalid,
                          QStringLiteral("the profile is bound to another canister or person")};
    }
    SqliteTransaction transaction(*m_connection);
    takeOrCheckFence();
    const QJsonObject json{{QStringLiteral("canister"), binding.canister},
                           {QStringLiteral("principal"), binding.principal}};
    m_connection->run(QStringLiteral("INSERT INTO facts VALUES (?, ?)"),
                      {bindingName(), QJsonDocument(json).toJson(QJsonDocument::Compact)});
    return transaction.commit();
}

QByteArray SqliteReplicaStore::factNow(const QString &name) const
{
    SqliteQuery query(
        *m_connection, QStringLiteral("SELECT value FROM facts WHERE name = ?"), {name});
    return query.next() ? query.bytes(0) : QByteArray();
}

Result<QByteArray, StoreError> SqliteReplicaStore::deviceId() const
{
    const QString firstMachine = QStringLiteral("replica.machine");
    const QByteArray made = randomDeviceId(m_random);
    const QString keep = QStringLiteral("INSERT OR IGNORE INTO facts VALUES (?, ?)");
    fresh().run(keep, {deviceName({}), made});
    // The first computer has the first id, so that a profile of before keeps its own.
    if (!m_machine.isEmpty())
        m_connection->run(keep, {firstMachine, m_machine});
    const bool isFirst = m_machine.isEmpty() || factNow(firstMachine) == m_machine;
    const QString name = deviceName(isFirst ? QByteArray() : m_machine);
    m_connection->run(keep, {name, made});
    QByteArray stored = factNow(name);
    return m_connection->finished(std::move(stored));
}

Result<QByteArray, StoreError> SqliteReplicaStore::remembered(const QString &name) const
{
    fresh();
    QByteArray value = factNow(name);
    return m_connection->finished(std::move(value));
}

Result<QList<SyncQuestion>, StoreError> SqliteReplicaStore::questions() const
{
    auto questions = RowTable(fresh()).questions();
    return m_connection->finished(std::move(questions));
}

Result<QList<DocumentId>, StoreError> SqliteReplicaStore::questioned(SyncQuestion::Kind kind) const
{
    auto ids = RowTable(fresh()).questioned(kind);
    return m_connection->finished(std::move(ids));
}

Result<QList<DocumentId>, StoreError> SqliteReplicaStore::transact(const Step &step)
{
    const std::int64_t fenceBefore = m_fence;
    SqliteTransaction transaction(*m_connection);
    takeOrCheckFence();
    Transaction rows(*m_connection, m_clock, randomDeviceId(m_random));
    if (!m_connection->error()) {
        if (const auto done = step(rows); !done.ok())
            m_connection->fail(done.error());
    }
    const RowWriter::Outcome outcome = rows.finish();
    if (const auto committed = transaction.commit(); !committed.ok()) {
        m_fence = fenceBefore;
        return committed.error();
    }
    return outcome.touched;
}

template <typename Work>
Result<Done, StoreError> SqliteReplicaStore::fenced(const Work &work)
{
    fresh();
    const std::int64_t fenceBefore = m_fence;
    SqliteTransaction transaction(*m_connection);
    takeOrCheckFence();
    if (!m_connection->error())
        work();
    auto committed = transaction.commit();
    if (!committed.ok())
        m_fence = fenceBefore;
    return committed;
}

Result<QByteArray, StoreError> SqliteReplicaStore::chunk(const QByteArray &hash) const
{
    QByteArray bytes = ChunkTable(fresh()).bytes(hash);
    if (!m_connection->error() && bytes.isNull())
        return StoreError{StoreError::Kind::NotFound, QStringLiteral("chunk")};
    return m_connection->finished(std::move(bytes));
}

Result<std::int64_t, StoreError>
SqliteReplicaStore::chunkBytes(const QList<QByteArray> &hashes) const
{
    fresh();
    std::int64_t bytes = 0;
    for (const QByteArray &hash : hashes)
        bytes += m_connection->number(
            QStringLiteral("SELECT length(bytes) FROM chunks WHERE hash = ?"), {hash});
    return m_connection->finished(bytes);
}

Result<bool, StoreError> SqliteReplicaStore::isAnyWanted(const FetchPolicy &policy) const
{
    const bool any = FileTable(fresh()).isAnyWanted(policy, nowMs());
    return m_connection->finished(any);
}

Result<WantedChunks, StoreError> SqliteReplicaStore::wantedChunks(const FetchPolicy &policy,
                                                                  int most) const
{
    auto wanted = FileTable(fresh()).wanted(policy, nowMs(), most);
    return m_connection->finished(std::move(wanted));
}

Result<std::int64_t, StoreError> SqliteReplicaStore::bytesToCome(const FetchPolicy &policy) const
{
    const std::int64_t bytes = FileTable(fresh()).bytesToCome(policy);
    return m_connection->finished(bytes);
}

Result<QList<DocumentId>, StoreError> SqliteReplicaStore::putChunks(const QList<QByteArray> &chunks,
                                                                    const QList<DocumentId> &files)
{
    QList<DocumentId> whole;
    const auto done = fenced([&] {
        ChunkTable table(*m_connection);
        for (const QByteArray &bytes : chunks)
            table.put(bytes);
        FileTable all(*m_connection);
        for (const DocumentId &file : files) {
            if (all.isWhole(file))
                whole.append(file);
        }
    });
    if (!done.ok())
        return done.error();
    return whole;
}

Result<Done, StoreError> SqliteReplicaStore::postponeFiles(const QList<DocumentId> &files)
{
    return fenced([&] {
        FileTable all(*m_connection);
        for (const DocumentId &file : files)
            all.postpone(file, nowMs());
    });
}

Result<bool, StoreError> SqliteReplicaStore::hasOldPieces() const
{
    const bool any = OldPieces::isAny(fresh());
    return m_connection->finished(any);
}

Result<bool, StoreError> SqliteReplicaStore::moveOldPieces()
{
    bool moved = false;
    const auto done = fenced([&] {
        RowWriter writer(*m_connection, m_clock);
        OldPieces pieces(*m_connection, writer);
        moved = pieces.moveOne();
        if (!moved)
            pieces.retire(kPiecesAtOnce);
        writer.finish();
    });
    if (!done.ok())
        return done.error();
    return moved;
}

Result<ReplicaStore::ChunkSupport, StoreError> SqliteReplicaStore::chunkSupport() const
{
    SqliteQuery query(
        fresh(), QStringLiteral("SELECT value FROM facts WHERE name = ?"), {chunkSupportName()});
    auto support = ChunkSupport::NotAsked;
    if (query.next()) {
        const QByteArray value = query.bytes(0);
        const std::int64_t age = nowMs() - value.mid(1).toLongLong();
        if (value.startsWith('y'))
            support = ChunkSupport::Yes;
        else if (age >= 0 && age < kDayMs)
            support = ChunkSupport::No;
    }
    return m_connection->finished(support);
}

Result<Done, StoreError> SqliteReplicaStore::noteChunkSupport(bool supported)
{
    const QByteArray value =
        (supported ? "y" : "n") + QByteArray::number(static_cast<qlonglong>(nowMs()));
    return fenced([&] {
        m_connection->run(QStringLiteral("INSERT OR REPLACE INTO facts VALUES (?, ?)"),
                          {chunkSupportName(), value});
    });
}

Result<QList<ReplicaStore::Known>, StoreError> SqliteReplicaStore::known(const DocumentId &after,
                                                                         int limit) const
{
    auto rows = RowTable(fresh()).known(after, limit);
    return m_connection->finished(std::move(rows));
}
