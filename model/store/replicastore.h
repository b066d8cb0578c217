#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/base/syncquestion.h"
#include "model/store/fetchpolicy.h"
#include "model/store/outgoingcounts.h"
#include "model/store/storeerror.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class NetworkMemory;

/// State of one row as replication sees it: bytes that nobody needs to understand here.
struct RowState
{
    QString kind;
    std::uint16_t schema = 1;
    bool deleted = false;
    QByteArray body;
    std::vector<QByteArray> blobs;
    friend bool operator==(const RowState &, const RowState &) = default;
};

/// What this device last knew the master to hold.
struct BaseState
{
    QByteArray revision; ///< 16 bytes
    std::uint64_t sequence = 0; ///< 0: not known.
    RowState state;
    friend bool operator==(const BaseState &, const BaseState &) = default;
};

/// A state that was sent and not yet acknowledged.
struct SentState
{
    QByteArray revision;
    RowState state;
};

/// One local row with everything that a decision about it needs.
struct ReplicaRow
{
    DocumentId id;
    RowState state;
    std::uint64_t changeCounter = 0; ///< Raised by every local write.
    bool dirty = false; ///< Local changes that were not acknowledged.
    bool conflicted = false; ///< An open conflict: not pushed.
    QString refusedCode; ///< Not empty: the canister refused this state; pushed again when edited.
    std::int64_t modifiedAtMs = 0; ///< Wall clock of the last local change, ms since 1970.
    std::optional<BaseState> base;
    QList<SentState> sent; ///< Oldest first.
};

/// Where this device stands in the master's order; the fields of `master::Checkpoint`.
struct ReplicaCheckpoint
{
    std::uint64_t epoch = 0;
    std::uint64_t cursor = 0;
    std::uint64_t proofPosition = 0;
    QByteArray proofToken;
    friend bool operator==(const ReplicaCheckpoint &, const ReplicaCheckpoint &) = default;
};

struct ConflictRecord
{
    BaseState master; ///< No revision: the master forgot the row, its state is a tombstone.
    QString device; ///< Who wrote the master's state.
    std::int64_t masterTimeMs = 0;
    /// Answered together with others as one question; empty: an ordinary conflict.
    std::optional<SyncQuestion::Kind> question = std::nullopt;
};

enum class ConflictSide { Mine, Theirs };

enum class RowOrigin { Pulled, Merged, Acknowledged, Resynced };

/// Writes of one replication step; all or nothing, together with the checkpoint.
class ReplicaTransaction
{
public:
    virtual ~ReplicaTransaction() = default;

    virtual Result<std::optional<ReplicaRow>, StoreError> row(const DocumentId &id) = 0;

    /// The row is exactly the master's: stores it clean, with its base, drops what was sent and an
    /// open conflict. A different earlier local state goes to the history.
    virtual Result<Done, StoreError> putClean(const DocumentId &id,
                                              const BaseState &master,
                                              RowOrigin origin,
                                              const QString &device) = 0;
    /// A local state on top of `base` (nullopt: create it anew), to be pushed. Raises the change
    /// counter and closes an open conflict; the earlier local state goes to the history if it
    /// differs.
    virtual Result<Done, StoreError> putDirty(const DocumentId &id,
                                              const RowState &state,
                                              const std::optional<BaseState> &base,
                                              RowOrigin origin,
                                              const QString &device) = 0;
    /// The state alone stays; only what is known of the master changes.
    virtual Result<Done, StoreError> setBase(const DocumentId &id,
                                             const std::optional<BaseState> &base) = 0;
    /// The master holds `base.state` now; what was sent before is forgotten. Clean if the change
    /// counter still is `ifCounter`.
    virtual Result<Done, StoreError>
    acknowledge(const DocumentId &id, const BaseState &base, std::uint64_t ifCounter) = 0;
    virtual Result<Done, StoreError> recordSent(const DocumentId &id, const SentState &sent) = 0;
    virtual Result<Done, StoreError> dropSent(const DocumentId &id) = 0;
    /// Opens a conflict or replaces the master's side of the open one. The local state stays.
    virtual Result<Done, StoreError> openConflict(const DocumentId &id,
                                                  const ConflictRecord &record) = 0;
    /// The person chose: `Mine` is pushed on top of the master's state (as new if the master forgot
    /// the row), `Theirs` replaces the local state, clean. What lost goes to the history. NotFound
    /// without an open conflict.
    virtual Result<Done, StoreError> settleConflict(const DocumentId &id, ConflictSide side) = 0;
    /// The record of an open conflict, if there is one.
    virtual Result<std::optional<ConflictRecord>, StoreError> conflict(const DocumentId &id) = 0;
    /// An empty `code` takes the refusal back: the row is pending again.
    virtual Result<Done, StoreError> refuse(const DocumentId &id, const QString &code) = 0;
    /// Forgets a row that the master forgot. A live note or drawing moves to the trash here,
    /// without base and clean: pushed as new if it is restored or edited. So do a drawing's
    /// elements, if the drawing was forgotten before them (ids in order); everything else leaves
    /// its last state in the history and is gone.
    virtual Result<Done, StoreError> forget(const DocumentId &id) = 0;
    /// One line for the sync log that the person can read: no text of theirs, no secret.
    virtual Result<Done, StoreError>
    note(const DocumentId &id, const QString &event, const QString &device) = 0;

    virtual Result<Done, StoreError> setCheckpoint(const ReplicaCheckpoint &checkpoint) = 0;
    /// Stores a small fact of the engine's (replicamemory.h); an empty `value` removes it.
    virtual Result<Done, StoreError> remember(const QString &name, const QByteArray &value) = 0;

    /// A new random `ReplicaStore::deviceId` for this computer.
    virtual Result<Done, StoreError> renewDeviceId() = 0;

    /// All live notebooks.
    virtual Result<QList<ReplicaRow>, StoreError> notebooks() = 0;
    /// Notes and drawings on this device that are neither deleted nor in the trash.
    virtual Result<int, StoreError> documents() = 0;
};

/// To which canister and person this profile's rows belong.
struct ReplicaBinding
{
    QString canister; ///< Text of its principal.
    QString principal; ///< Text of the person's principal.
    friend bool operator==(const ReplicaBinding &, const ReplicaBinding &) = default;
};

/// The sync worker's side of the database. Same thread rule as `DocumentStore`.
class ReplicaStore
{
public:
    virtual ~ReplicaStore() = default;

    /// Whether any row waits to be pushed: one indexed query.
    virtual Result<bool, StoreError> hasPending() const = 0;
    /// Whether any of them can go without an upload before it.
    virtual Result<bool, StoreError> hasPendingRows() const = 0;
    /// Rows to push, oldest change first: dirty, not conflicted, not refused, naming no
    /// chunks. Stops before `maxBytes` of bodies or `maxRows` is passed, but returns at least one
    /// if there is one.
    virtual Result<QList<ReplicaRow>, StoreError> pending(int maxRows, qint64 maxBytes) const = 0;
    /// Those of the rows that wait to be pushed which take something away that the master has:
    /// tombstones, and notes and drawings in the trash.
    virtual Result<QList<DocumentId>, StoreError> pendingRemovals() const = 0;
    /// Rows to push that name chunks: the canister takes them only after those.
    virtual Result<QList<ReplicaRow>, StoreError> pendingWithChunks(int maxRows) const = 0;
    /// Rows that the canister refused in the state that they have now.
    virtual Result<QList<DocumentId>, StoreError> refused() const = 0;
    virtual Result<OutgoingCounts, StoreError> outgoing() const = 0;
    virtual Result<ReplicaCheckpoint, StoreError> checkpoint() const = 0;
    virtual Result<std::optional<ReplicaBinding>, StoreError> binding() const = 0;
    /// Set once; another binding needs another profile or an explicit move.
    virtual Result<Done, StoreError> bind(const ReplicaBinding &binding) = 0;
    /// 16 random bytes, one for each computer that this profile was used on: a profile that is
    /// copied to another one gets a new id there (S100).
    virtual Result<QByteArray, StoreError> deviceId() const = 0;

    /// What `ReplicaTransaction::remember` stored; empty: nothing.
    virtual Result<QByteArray, StoreError> remembered(const QString &name) const = 0;
    /// Open questions about documents, one of each kind, ordered by kind. `CanisterEmpty` is not
    /// about documents and not among them.
    virtual Result<QList<SyncQuestion>, StoreError> questions() const = 0;
    /// Rows that the question of that kind is about.
    virtual Result<QList<DocumentId>, StoreError> questioned(SyncQuestion::Kind kind) const = 0;

    /// What belongs to the way to the canister instead of to rows; lives as long as the store.
    /// Null: nothing of it is kept.
    virtual NetworkMemory *networkMemory() { return nullptr; }

    using Step = std::function<Result<Done, StoreError>(ReplicaTransaction &)>;
    /// Runs `step` in one write transaction; an error of it or of SQLite rolls everything back.
    /// Returns the notes, drawings, notebooks and tags whose lists or editors have to reload.
    virtual Result<QList<DocumentId>, StoreError> transact(const Step &step) = 0;

    // Attachments: their bytes, in chunks named by their SHA-256.

    /// NotFound if it is not on this device.
    virtual Result<QByteArray, StoreError> chunk(const QByteArray &hash) const = 0;
    /// Together; those that are not here count nothing.
    virtual Result<std::int64_t, StoreError> chunkBytes(const QList<QByteArray> &hashes) const = 0;
    virtual Result<bool, StoreError> isAnyWanted(const FetchPolicy &policy) const = 0;
    virtual Result<WantedChunks, StoreError> wantedChunks(const FetchPolicy &policy,
                                                          int most) const = 0;
    virtual Result<std::int64_t, StoreError> bytesToCome(const FetchPolicy &policy) const = 0;
    /// Stores chunks that arrived, whose hashes were verified, and looks again at `files`. Returns
    /// those of them that are whole now.
    virtual Result<QList<DocumentId>, StoreError> putChunks(const QList<QByteArray> &chunks,
                                                            const QList<DocumentId> &files) = 0;
    /// They cannot be had now: wanted again later, each time after a longer wait.
    virtual Result<Done, StoreError> postponeFiles(const QList<DocumentId> &files) = 0;

    /// Whether versions before chunks left attachments here that are to be moved.
    virtual Result<bool, StoreError> hasOldPieces() const = 0;
    /// One step of the move, for a canister that knows chunks; false: nothing more can be done now.
    virtual Result<bool, StoreError> moveOldPieces() = 0;
    /// What was learned about the canister; `No` is forgotten after a day.
    enum class ChunkSupport { NotAsked, Yes, No };
    virtual Result<ChunkSupport, StoreError> chunkSupport() const = 0;
    virtual Result<Done, StoreError> noteChunkSupport(bool supported) = 0;

    /// All ids with base revision and sequence, for the comparison with a manifest; by `after`,
    /// ascending.
    struct Known
    {
        DocumentId id;
        QByteArray baseRevision; ///< Empty: none.
        std::uint64_t baseSequence = 0;
        bool dirty = false;
        bool deleted = false;
        DocumentId document; ///< The drawing of an element, else the row itself.
        bool kept = false; ///< A note or a drawing that is neither deleted nor in the trash.
    };
    virtual Result<QList<Known>, StoreError> known(const DocumentId &after, int limit) const = 0;
};
