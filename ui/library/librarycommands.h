#pragma once

#include "model/store/documentstore.h"

#include <QObject>
#include <QString>

#include <functional>

class Clock;
class Random;
class StoreThread;

/// Everything the window can do to documents as a whole. Each call returns at once; the change is
/// one transaction on the store's thread, and lists follow by `StoreThread::changed`.
class LibraryCommands : public QObject
{
    Q_OBJECT

public:
    LibraryCommands(StoreThread &store, const Clock &clock, Random &random, QObject *parent);

    /// New documents start in `place` if that is a notebook, carry its tag if it is one.
    void createNote(const ListQuery &place, const QString &title = {}, const QString &text = {});
    void createDrawing(const ListQuery &place);
    void duplicate(const DocumentId &id);

    void setPinned(const QList<DocumentId> &ids, bool pinned);
    void moveTo(const QList<DocumentId> &ids, const DocumentId &notebook);
    /// Adds and removes tags by name; tags that are new come into being.
    void
    changeTags(const QList<DocumentId> &ids, const QStringList &add, const QStringList &remove);
    void rename(const DocumentId &id, const QString &title);

    void trash(const QList<DocumentId> &ids);
    void restore(const QList<DocumentId> &ids);
    void deleteForever(const QList<DocumentId> &ids);
    void emptyTrash();

    void createNotebook(const DocumentId &parent, const QString &title);
    void renameNotebook(const DocumentId &id, const QString &title);
    /// Its documents and notebooks move one level up.
    void deleteNotebook(const DocumentId &id);

signals:
    void created(const DocumentId &id, DocumentKind kind);
    void notebookCreated(const DocumentId &id);
    /// Something that a person may want to take back; `undo` does so.
    void done(const QString &message, const std::function<void()> &undo);
    void failed(const QString &message);

private:
    using Job = std::function<Result<SaveReceipt, StoreError>(DocumentStore &)>;
    void perform(Job job, std::function<void()> then = {});
    using ChangeHeader = std::function<void(DocumentHeader &)>;
    void changeHeaders(const QList<DocumentId> &ids, ChangeHeader change);
    DocumentHeader freshHeader(const ListQuery &place) const;

    StoreThread &m_store;
    const Clock &m_clock;
    Random &m_random;
};

/// Loads `id`, lets `change` edit what notes and drawings share, and gives the row to be saved.
Result<Document, StoreError> withHeader(const DocumentStore &store,
                                        const DocumentId &id,
                                        const std::function<void(DocumentHeader &)> &change);
