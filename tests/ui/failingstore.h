#pragma once

#include "model/store/documentstore.h"

#include <atomic>
#include <memory>

/// A store whose disk is full while the switch is on; otherwise the one behind it.
class FailingStore final : public DocumentStore
{
public:
    FailingStore(std::unique_ptr<DocumentStore> store, const std::atomic<bool> &full)
        : m_store(std::move(store))
        , m_full(full)
    {}

    Result<Document, StoreError> load(const DocumentId &id) const override
    {
        return m_store->load(id);
    }
    Result<SaveReceipt, StoreError> save(const QList<Document> &documents,
                                         const SaveOptions &options) override
    {
        if (m_full)
            return StoreError{StoreError::Kind::DiskFull, QStringLiteral("test")};
        return m_store->save(documents, options);
    }
    Result<QList<Document>, StoreError> elements(const DocumentId &drawing) const override
    {
        return m_store->elements(drawing);
    }
    Result<QList<DocumentSummary>, StoreError> summaries(const ListQuery &query) const override
    {
        return m_store->summaries(query);
    }
    Result<DocumentSummary, StoreError> summary(const DocumentId &id) const override
    {
        return m_store->summary(id);
    }
    Result<LibraryCounts, StoreError> counts() const override { return m_store->counts(); }
    Result<QList<Notebook>, StoreError> notebooks() const override { return m_store->notebooks(); }
    Result<QList<Tag>, StoreError> tags() const override { return m_store->tags(); }
    Result<QList<SearchHit>, StoreError> search(const QString &text, int limit) const override
    {
        return m_store->search(text, limit);
    }
    void interrupt() override { m_store->interrupt(); }
    Result<SaveReceipt, StoreError> trash(const QList<DocumentId> &ids) override
    {
        return m_store->trash(ids);
    }
    Result<SaveReceipt, StoreError> restore(const QList<DocumentId> &ids) override
    {
        return m_store->restore(ids);
    }
    Result<SaveReceipt, StoreError> deleteForever(const QList<DocumentId> &ids) override
    {
        return m_store->deleteForever(ids);
    }
    Result<QList<HistoryEntry>, StoreError> history(const DocumentId &id) const override
    {
        return m_store->history(id);
    }
    Result<Document, StoreError> historyState(std::int64_t entry) const override
    {
        return m_store->historyState(entry);
    }
    Result<QList<OpenConflict>, StoreError> conflicts(const DocumentId &document) const override
    {
        return m_store->conflicts(document);
    }
    Result<SaveReceipt, StoreError> resolveConflict(const DocumentId &row,
                                                    const Document &result) override
    {
        return m_store->resolveConflict(row, result);
    }
    Result<Attachment, StoreError>
    addAttachment(const QString &path, const QString &mime, const QByteArray &bytes) override
    {
        return m_store->addAttachment(path, mime, bytes);
    }
    Result<Attachment, StoreError>
    addAttachment(const QString &path, const QString &mime, QIODevice &source) override
    {
        return m_store->addAttachment(path, mime, source);
    }
    Result<Attachment, StoreError> findAttachment(const QString &path) const override
    {
        return m_store->findAttachment(path);
    }
    Result<QList<Attachment>, StoreError> attachments() const override
    {
        return m_store->attachments();
    }
    Result<QByteArray, StoreError> attachmentBytes(const DocumentId &id) const override
    {
        return m_store->attachmentBytes(id);
    }
    Result<Done, StoreError> readAttachment(const DocumentId &id, const Sink &sink) const override
    {
        return m_store->readAttachment(id, sink);
    }
    Result<Done, StoreError> requestAttachment(const DocumentId &id) override
    {
        return m_store->requestAttachment(id);
    }
    Result<OutgoingCounts, StoreError> outgoing() const override { return m_store->outgoing(); }
    Result<QList<OutgoingRow>, StoreError> outgoingRows(int limit) const override
    {
        return m_store->outgoingRows(limit);
    }
    Result<QList<SyncLogLine>, StoreError> syncLog(int limit) const override
    {
        return m_store->syncLog(limit);
    }
    Result<QByteArray, StoreError> fact(const QString &name) const override
    {
        return m_store->fact(name);
    }
    Result<Done, StoreError> setFact(const QString &name, const QByteArray &value) override
    {
        return m_store->setFact(name, value);
    }

private:
    std::unique_ptr<DocumentStore> m_store;
    const std::atomic<bool> &m_full;
};
