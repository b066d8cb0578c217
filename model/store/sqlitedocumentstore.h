#pragma once

#include "model/store/documentstore.h"
#include "model/store/profilestore.h"
#include "model/store/rowwriter.h"
#include "model/store/sqliteconnection.h"

#include <memory>

/// `DocumentStore` on one SQLite connection. Made by `openProfileStore`.
class SqliteDocumentStore final : public DocumentStore
{
public:
    SqliteDocumentStore(std::unique_ptr<SqliteConnection> connection,
                        const StoreDependencies &dependencies);

    Result<Document, StoreError> load(const DocumentId &id) const override;
    Result<SaveReceipt, StoreError> save(const QList<Document> &documents,
                                         const SaveOptions &options = {}) override;
    Result<QList<Document>, StoreError> elements(const DocumentId &drawing) const override;
    Result<QList<DocumentSummary>, StoreError> summaries(const ListQuery &query) const override;
    Result<DocumentSummary, StoreError> summary(const DocumentId &id) const override;
    Result<LibraryCounts, StoreError> counts() const override;
    Result<QList<Notebook>, StoreError> notebooks() const override;
    Result<QList<Tag>, StoreError> tags() const override;
    Result<QList<SearchHit>, StoreError> search(const QString &text,
                                                int limit = 200) const override;
    void interrupt() override;
    Result<SaveReceipt, StoreError> trash(const QList<DocumentId> &ids) override;
    Result<SaveReceipt, StoreError> restore(const QList<DocumentId> &ids) override;
    Result<SaveReceipt, StoreError> deleteForever(const QList<DocumentId> &ids) override;
    Result<QList<HistoryEntry>, StoreError> history(const DocumentId &id) const override;
    Result<Document, StoreError> historyState(std::int64_t entry) const override;
    Result<QList<OpenConflict>, StoreError>
    conflicts(const DocumentId &document = {}) const override;
    Result<SaveReceipt, StoreError> resolveConflict(const DocumentId &row,
                                                    const Document &result) override;
    Result<Attachment, StoreError>
    addAttachment(const QString &path, const QString &mime, const QByteArray &bytes) override;
    Result<Attachment, StoreError>
    addAttachment(const QString &path, const QString &mime, QIODevice &source) override;
    Result<Attachment, StoreError> findAttachment(const QString &path) const override;
    Result<QList<Attachment>, StoreError> attachments() const override;
    Result<QByteArray, StoreError> attachmentBytes(const DocumentId &id) const override;
    Result<Done, StoreError> readAttachment(const DocumentId &id, const Sink &sink) const override;
    Result<Done, StoreError> requestAttachment(const DocumentId &id) override;
    Result<OutgoingCounts, StoreError> outgoing() const override;
    Result<QList<OutgoingRow>, StoreError> outgoingRows(int limit) const override;
    Result<QList<SyncLogLine>, StoreError> syncLog(int limit) const override;
    Result<QByteArray, StoreError> fact(const QString &name) const override;
    Result<Done, StoreError> setFact(const QString &name, const QByteArray &value) override;

private:
    SqliteConnection &fresh() const; ///< The connection, ready for the next operation.
    bool saveOne(RowWriter &writer, Document document, const SaveOptions &options);
    bool saveOnto(RowWriter &writer,
                  const Document &document,
                  const SaveOptions &options,
                  QList<Document> &merged);
    void openConflictWithPulled(RowWriter &writer, const StoredRow &pulled, const Document &loaded);
    bool changeTrashed(RowWriter &writer, const DocumentId &id, std::optional<std::int64_t> at);
    bool bury(RowWriter &writer, const DocumentId &id);
    bool emptyNotebook(RowWriter &writer, const Notebook &notebook);
    Result<Done, StoreError> keepChunks(const QList<QByteArray> &chunks);
    Result<Attachment, StoreError> addStoredFile(Attachment attachment,
                                                 const QList<QByteArray> &lastChunks);
    Result<Attachment, StoreError> attachment(const DocumentId &id) const;
    bool untag(RowWriter &writer, const DocumentId &tag);
    template <typename Step>
    Result<SaveReceipt, StoreError> write(const Step &step);

    std::unique_ptr<SqliteConnection> m_connection;
    const Clock &m_clock;
    Random &m_random;
};
