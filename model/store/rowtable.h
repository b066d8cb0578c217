#pragma once

#include "model/store/documentstore.h"
#include "model/store/replicastore.h"
#include "model/store/sqliteconnection.h"

#include <optional>

/// A row as it is stored.
struct StoredRow
{
    std::int64_t n = 0;
    DocumentId id;
    DocumentId document; ///< What the person sees: the drawing of an element, else the row itself.
    RowState state;
    std::uint64_t changes = 0;
    std::int64_t modifiedAt = 0; ///< Hybrid clock.
    std::int64_t syncedAt = 0; ///< Mark of the acknowledged state.
    bool held = false; ///< An open conflict or a refusal: not pushed.
    std::int64_t savedAt = 0; ///< ms since 1970
    QString device; ///< Who wrote the state; empty: this one.
    HistoryReason origin = HistoryReason::Edited; ///< How the state came.
    QByteArray baseRevision; ///< Empty: the master never held it.
    std::uint64_t baseSequence = 0;

    bool isDirty() const { return modifiedAt > syncedAt; }
};

/// Chunk hashes as a column holds them, one after the other.
QByteArray joinBlobs(const std::vector<QByteArray> &blobs);
std::vector<QByteArray> splitBlobs(const QByteArray &joined);

Document documentOf(const DocumentId &id, const RowState &state);
RowState stateOf(const Document &document);
/// Whether both mean the same, whatever compressed them.
bool sameContent(const RowState &a, const RowState &b);

/// Plain access to the tables `documents`, `bases`, `sent`, `conflicts` and `refused`.
class RowTable
{
public:
    explicit RowTable(SqliteConnection &connection)
        : m_connection(connection)
    {}

    std::optional<StoredRow> find(const DocumentId &id);
    /// Inserts if `row.n` is 0 (and sets it), else updates.
    void put(StoredRow &row);
    void erase(const StoredRow &row);
    QList<DocumentId> elementsOf(const DocumentId &drawing); ///< Live ones.
    QList<Document> liveElements(const DocumentId &drawing);
    QList<Document> live(DocumentKind kind); ///< Notebook or Tag.

    /// What the master last held. Without an entry in `bases` that is the row's own state.
    std::optional<BaseState> base(const StoredRow &row);
    void keepStateAsBase(const StoredRow &row); ///< Before a local write; does nothing if kept.
    void putBase(StoredRow &row, const std::optional<BaseState> &base); ///< Does not `put` the row.

    void addSent(const DocumentId &id, const SentState &sent);
    QList<SentState> sent(const DocumentId &id);
    void dropSent(const DocumentId &id);
    bool wasSent(const DocumentId &id);

    void putConflict(const StoredRow &row, const ConflictRecord &record);
    std::optional<ConflictRecord> conflict(const DocumentId &row);
    QList<OpenConflict> conflicts(const DocumentId &document);
    void dropConflict(const DocumentId &id);

    void putRefused(const StoredRow &row, const QString &code);
    QString refused(const DocumentId &id);
    QList<DocumentId> refusedIds();
    OutgoingCounts outgoing();
    void dropRefused(const DocumentId &id);
    QList<OutgoingRow> outgoingRows(int limit);
    int keptDocuments(); ///< Notes and drawings that are not in the trash.

    QList<SyncQuestion> questions();
    QList<DocumentId> questioned(SyncQuestion::Kind kind); ///< Rows.

    /// Oldest change first. Those that name chunks come from the second.
    QList<ReplicaRow> pending(int maxRows, qint64 maxBytes);
    QList<DocumentId> pendingRemovals();
    QList<ReplicaRow> pendingWithChunks(int maxRows);
    ReplicaRow replicaRow(const StoredRow &row);
    QList<ReplicaStore::Known> known(const DocumentId &after, int limit);

private:
    SqliteConnection &m_connection;
};
