#pragma once

#include "model/base/result.h"
#include "model/document/document.h"
#include "model/store/outgoingcounts.h"
#include "model/store/storeerror.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

class QIODevice;

/// A line of a list: everything it shows, so that a list never opens a document.
struct DocumentSummary
{
    DocumentId id;
    DocumentKind kind = DocumentKind::Note;
    QString title; ///< As stored; empty if the person gave none.
    QString snippet; ///< First text after the title, one line, at most 200 characters.
    DocumentId notebook;
    QList<DocumentId> tags;
    bool pinned = false;
    std::int64_t created = 0; ///< ms since 1970
    std::int64_t updated = 0; ///< ms since 1970
    std::optional<std::int64_t> trashed;
    bool pending = false; ///< Has changes that no canister acknowledged (drawings: any element).
    bool conflicted = false; ///< Has an open conflict (drawings: any element).
    bool refused = false; ///< The canister refused it.

    friend bool operator==(const DocumentSummary &, const DocumentSummary &) = default;
};

/// Which documents a list shows. Trashed ones appear in `Trash` only.
struct ListQuery
{
    enum class Place { All, Notes, Drawings, Pinned, Unfiled, Notebook, Tag, Conflicts, Trash };
    enum class Sort { UpdatedNewest, UpdatedOldest, CreatedNewest, Title };

    Place place = Place::All;
    DocumentId which = {}; ///< The notebook or tag.
    Sort sort = Sort::UpdatedNewest; ///< Pinned ones always come first.
    int limit = -1; ///< -1: all.

    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

struct LibraryCounts
{
    int all = 0;
    int notes = 0;
    int drawings = 0;
    int pinned = 0;
    int conflicts = 0; ///< Documents with an open conflict.
    int trash = 0;
    QHash<DocumentId, int> notebooks;
    QHash<DocumentId, int> tags;
};

struct SearchHit
{
    DocumentSummary summary;
    QString excerpt; ///< Text around the hit; marked words stand between U+E000 and U+E001.
    DocumentId element; ///< For a hit in a drawing's text: the element's row.
};

/// Why an earlier state went to the history.
enum class HistoryReason {
    Edited,
    Merged,
    ReplacedByRemote,
    ConflictResolved,
    Restored,
    Imported,
    Deleted
};

struct HistoryEntry
{
    std::int64_t entry = 0;
    DocumentId id;
    std::int64_t savedAt = 0; ///< When this state was saved here, ms since 1970.
    HistoryReason reason = HistoryReason::Edited; ///< Why it was replaced.
    QString device; ///< Who wrote this state; empty: this device.
};

/// One row that was changed here and on the master in ways that cannot be merged. Its local state
/// stays usable; it is not pushed until the conflict is resolved.
struct OpenConflict
{
    DocumentId id; ///< The row: a note, a header, or a drawing's element.
    DocumentId document; ///< What the person sees as one conflict: the note or the drawing.
    std::optional<Document> base; ///< The last state both knew, if there was one.
    Document mine; ///< Current local state.
    Document master;
    QString masterDevice;
    std::int64_t masterTime = 0; ///< ms since 1970
    std::int64_t mineTime = 0; ///< ms since 1970
};

/// One line of the sync log: no text of the person's, no secret.
struct SyncLogLine
{
    std::int64_t at = 0; ///< ms since 1970
    DocumentId id;
    QString event;
    QString device; ///< Empty: this one.
};

/// One row of this device that the canister does not have yet.
struct OutgoingRow
{
    DocumentId id;
    DocumentId document; ///< What the person sees: the drawing of an element, else the row itself.
    QString kind;
    bool deleted = false;
    std::int64_t bytes = 0; ///< Of the body as stored.
    std::int64_t changedAt = 0; ///< ms since 1970
    bool conflicted = false; ///< Waits for the person's choice.
    /// Why the canister refused it in this state; empty: it will be sent. `too_large`, `quota`,
    /// `bad_id`, `bad_kind`, `missing_chunks` or another word of the canister's.
    QString refusedCode;

    friend bool operator==(const OutgoingRow &, const OutgoingRow &) = default;
};

struct SaveOptions
{
    HistoryReason reason = HistoryReason::Edited;
    bool isImport = false; ///< Keep `created` and `updated` as given.
    /// What the caller had loaded before it changed it, found by id. If another device's change was
    /// stored meanwhile, both are merged; where they clash, the caller's state stays and a conflict
    /// opens. Without it the caller's state replaces whatever is there.
    QList<Document> loaded = {};
};

struct SaveReceipt
{
    std::int64_t modifiedAt = 0; ///< The hybrid clock's mark.
    QList<DocumentId> ids = {}; ///< What changed: notes, drawings, notebooks, tags, attachments.
    /// What was stored instead of what was given, because of `SaveOptions::loaded`.
    QList<Document> merged = {};
};

/// Every document on this device, whether or not it was ever synced.
///
/// Writes are durable when the call returns: one transaction each. An instance belongs to the
/// thread that opened it (one SQLite connection each); other threads open their own on the same
/// file.
class DocumentStore
{
public:
    virtual ~DocumentStore() = default;

    /// Latest local state; a deleted document comes back as its tombstone. NotFound only if no
    /// state of `id` was ever saved here.
    virtual Result<Document, StoreError> load(const DocumentId &id) const = 0;

    /// Creates or replaces all of `documents` in one transaction; earlier states go to the history.
    /// A state equal to the stored one changes nothing. The store sets `updated` unless it is an
    /// import.
    virtual Result<SaveReceipt, StoreError> save(const QList<Document> &documents,
                                                 const SaveOptions &options = {}) = 0;

    /// Live elements of a drawing, in no particular order. An unknown drawing has none.
    virtual Result<QList<Document>, StoreError> elements(const DocumentId &drawing) const = 0;

    virtual Result<QList<DocumentSummary>, StoreError> summaries(const ListQuery &query) const = 0;
    /// NotFound if `id` is not a live note or drawing.
    virtual Result<DocumentSummary, StoreError> summary(const DocumentId &id) const = 0;
    virtual Result<LibraryCounts, StoreError> counts() const = 0;
    virtual Result<QList<Notebook>, StoreError> notebooks() const = 0;
    virtual Result<QList<Tag>, StoreError> tags() const = 0;

    /// Best first. `text` is what a person types: words are prefixes and all must occur, "phrases"
    /// stay together, -word excludes. Anything else that FTS5 would read as syntax is plain text.
    virtual Result<QList<SearchHit>, StoreError> search(const QString &text,
                                                        int limit = 200) const = 0;
    /// Ends a running `search` of this instance with Interrupted. Callable from any thread.
    virtual void interrupt() = 0;

    /// Moves notes and drawings to the trash, and back.
    virtual Result<SaveReceipt, StoreError> trash(const QList<DocumentId> &ids) = 0;
    virtual Result<SaveReceipt, StoreError> restore(const QList<DocumentId> &ids) = 0;
    /// Tombstones, a drawing's elements included. The last state stays in the history. Also for
    /// notebooks (their documents become unfiled, their notebooks move up) and tags (their
    /// documents lose them).
    virtual Result<SaveReceipt, StoreError> deleteForever(const QList<DocumentId> &ids) = 0;

    /// Newest first; for a drawing's header only its own states.
    virtual Result<QList<HistoryEntry>, StoreError> history(const DocumentId &id) const = 0;
    virtual Result<Document, StoreError> historyState(std::int64_t entry) const = 0;

    /// Rows with open conflicts but for those of a `SyncQuestion`, of one document (a note or a
    /// drawing) or, if empty, of all.
    virtual Result<QList<OpenConflict>, StoreError>
    conflicts(const DocumentId &document = {}) const = 0;
    /// Stores `result` as the new local state on top of the master's and closes the conflict. Mine
    /// and the master's go to the history before. A result equal to the master's makes the row
    /// clean.
    virtual Result<SaveReceipt, StoreError> resolveConflict(const DocumentId &row,
                                                            const Document &result) = 0;

    /// The same bytes at the same path give the attachment that is there. Other bytes get a path
    /// with a number ("a 2.png"): links use the answer's name.
    virtual Result<Attachment, StoreError>
    addAttachment(const QString &path, const QString &mime, const QByteArray &bytes) = 0;
    /// As above for what `source` gives, from where it stands to its end; never the whole of it in
    /// memory. Io if it cannot be read.
    virtual Result<Attachment, StoreError>
    addAttachment(const QString &path, const QString &mime, QIODevice &source) = 0;
    /// By path, else by the end of one, else by file name; first by path order, ignoring case.
    virtual Result<Attachment, StoreError> findAttachment(const QString &path) const = 0;
    virtual Result<QList<Attachment>, StoreError> attachments() const = 0;
    /// NotFound while not all of it has arrived from another device; Damaged if it is not what the
    /// attachment says.
    virtual Result<QByteArray, StoreError> attachmentBytes(const DocumentId &id) const = 0;
    using Sink = std::function<bool(const QByteArray &part)>;
    /// As `attachmentBytes`, part after part, the first one after all were verified. Ends early
    /// when `sink` answers false.
    virtual Result<Done, StoreError> readAttachment(const DocumentId &id,
                                                    const Sink &sink) const = 0;
    /// Somebody looks at it: the sync worker fetches what is not here of it next, whatever its
    /// size. Does nothing if all of it is here.
    virtual Result<Done, StoreError> requestAttachment(const DocumentId &id) = 0;

    virtual Result<OutgoingCounts, StoreError> outgoing() const = 0;
    /// Rows with changes that no canister acknowledged, refused ones first, then the oldest change
    /// first; at most `limit`.
    virtual Result<QList<OutgoingRow>, StoreError> outgoingRows(int limit) const = 0;
    /// What sync did, newest first. Lines without an id are about a whole round.
    virtual Result<QList<SyncLogLine>, StoreError> syncLog(int limit) const = 0;

    /// Small facts of this profile that never sync: device name, settings of a place, identity
    /// binding.
    virtual Result<QByteArray, StoreError>
    fact(const QString &name) const = 0; ///< Empty if never set.
    virtual Result<Done, StoreError> setFact(const QString &name, const QByteArray &value) = 0;
};
