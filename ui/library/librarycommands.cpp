#include "ui/library/librarycommands.h"

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/store/storethread.h"

#include <algorithm>
#include <memory>

Result<Document, StoreError> withHeader(const DocumentStore &store,
                                        const DocumentId &id,
                                        const std::function<void(DocumentHeader &)> &change)
{
    const auto loaded = store.load(id);
    if (!loaded.ok())
        return loaded.error();
    if (auto note = Note::fromDocument(loaded.value())) {
        change(note->header);
        return note->toDocument();
    }
    if (auto drawing = Drawing::fromDocument(loaded.value())) {
        change(drawing->header);
        return drawing->toDocument();
    }
    return StoreError{StoreError::Kind::NotFound, QStringLiteral("neither note nor drawing")};
}

LibraryCommands::LibraryCommands(StoreThread &store,
                                 const Clock &clock,
                                 Random &random,
                                 QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_random(random)
{}

void LibraryCommands::perform(Job job, std::function<void()> then)
{
    m_store.write(this,
                  std::move(job),
                  [this, then = std::move(then)](const Result<SaveReceipt, StoreError> &receipt) {
                      if (!receipt.ok())
                          emit failed(receipt.error().userMessage());
                      else if (then)
                          then();
                  });
}

void LibraryCommands::changeHeaders(const QList<DocumentId> &ids, ChangeHeader change)
{
    perform(
        [ids, change = std::move(change)](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
            QList<Document> changed;
            for (const DocumentId &id : ids) {
                auto document = withHeader(store, id, change);
                if (!document.ok())
                    return document.error();
                changed.append(std::move(document).value());
            }
            return store.save(changed);
        });
}

DocumentHeader LibraryCommands::freshHeader(const ListQuery &place) const
{
    DocumentHeader header;
    header.id = newDocumentId(m_random);
    header.created = toMilliseconds(m_clock.now());
    header.updated = header.created;
    if (place.place == ListQuery::Place::Notebook)
        header.notebook = place.which;
    if (place.place == ListQuery::Place::Tag)
        header.tags = {place.which};
    header.pinned = place.place == ListQuery::Place::Pinned;
    return header;
}

void LibraryCommands::createNote(const ListQuery &place, const QString &title, const QString &text)
{
    Note note;
    note.header = freshHeader(place);
    note.header.title = title;
    note.text = text;
    const DocumentId id = note.header.id;
    perform([note](DocumentStore &store) { return store.save({note.toDocument()}); },
            [this, id] { emit created(id, DocumentKind::Note); });
}

void LibraryCommands::createDrawing(const ListQuery &place)
{
    Drawing drawing;
    drawing.header = freshHeader(place);
    const DocumentId id = drawing.header.id;
    perform([drawing](DocumentStore &store) { return store.save({drawing.toDocument()}); },
            [this, id] { emit created(id, DocumentKind::Drawing); });
}

void LibraryCommands::duplicate(const DocumentId &id)
{
    const DocumentHeader fresh = freshHeader({});
    const QString suffix = tr("(copy)");
    const auto adopt = [fresh, suffix](DocumentHeader &header) {
        header.id = fresh.id;
        header.created = fresh.created;
        header.updated = fresh.updated;
        header.pinned = false;
        if (!header.title.isEmpty())
            header.title += QLatin1Char(' ') + suffix;
    };
    auto kind = std::make_shared<DocumentKind>(DocumentKind::Note);
    perform(
        [id, adopt, kind](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
            const auto copy = withHeader(store, id, adopt);
            if (!copy.ok())
                return copy.error();
            *kind = copy.value().documentKind();
            QList<Document> rows{copy.value()};
            const auto elements = store.elements(id);
            if (!elements.ok())
                return elements.error();
            for (const Document &row : elements.value()) {
                if (auto element = DrawingElement::fromDocument(row)) {
                    element->drawing = copy.value().id;
                    rows.append(element->toDocument());
                }
            }
            return store.save(rows);
        },
        [this, copy = fresh.id, kind] { emit created(copy, *kind); });
}

void LibraryCommands::setPinned(const QList<DocumentId> &ids, bool pinned)
{
    changeHeaders(ids, [pinned](DocumentHeader &header) { header.pinned = pinned; });
}

void LibraryCommands::moveTo(const QList<DocumentId> &ids, const DocumentId &notebook)
{
    changeHeaders(ids, [notebook](DocumentHeader &header) { header.notebook = notebook; });
}

void LibraryCommands::rename(const DocumentId &id, const QString &title)
{
    changeHeaders({id}, [title](DocumentHeader &header) { header.title = title; });
}

void LibraryCommands::changeTags(const QList<DocumentId> &ids,
                                 const QStringList &add,
                                 const QStringList &remove)
{
    perform([ids, add, remove](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
        QList<Document> rows;
        QList<DocumentId> added;
        for (const QString &name : add) {
            Tag tag;
            tag.name = name;
            tag.id = Tag::idForName(name);
            added.append(tag.id);
            const auto known = store.load(tag.id);
            if (!known.ok() || known.value().deleted)
                rows.append(tag.toDocument());
        }
        const auto change = [&added, &remove](DocumentHeader &header) {
            for (const DocumentId &id : added) {
                if (!header.tags.contains(id))
                    header.tags.append(id);
            }
            for (const QString &name : remove)
                header.tags.removeAll(Tag::idForName(name));
            std::sort(header.tags.begin(), header.tags.end());
        };
        for (const DocumentId &id : ids) {
            auto document = withHeader(store, id, change);
            if (!document.ok())
                return document.error();
            rows.append(std::move(document).value());
        }
        return store.save(rows);
    });
}

void LibraryCommands::trash(const QList<DocumentId> &ids)
{
    perform([ids](DocumentStore &store) { return store.trash(ids); },
            [this, ids] {
                emit done(tr("%n document(s) moved to the trash", nullptr, int(ids.size())),
                          [this, ids] { restore(ids); });
            });
}

void LibraryCommands::restore(const QList<DocumentId> &ids)
{
    perform([ids](DocumentStore &store) { return store.restore(ids); });
}

void LibraryCommands::deleteForever(const QList<DocumentId> &ids)
{
    perform([ids](DocumentStore &store) { return store.deleteForever(ids); });
}

void LibraryCommands::emptyTrash()
{
    perform([](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
        ListQuery query;
        query.place = ListQuery::Place::Trash;
        const auto trashed = store.summaries(query);
        if (!trashed.ok())
            return trashed.error();
        QList<DocumentId> ids;
        for (const DocumentSummary &summary : trashed.value())
            ids.append(summary.id);
        return store.deleteForever(ids);
    });
}

void LibraryCommands::createNotebook(const DocumentId &parent, const QString &title)
{
    Notebook notebook;
    notebook.id = newDocumentId(m_random);
    notebook.title = title;
    notebook.parent = parent;
    notebook.created = toMilliseconds(m_clock.now());
    perform([notebook](DocumentStore &store) { return store.save({notebook.toDocument()}); },
            [this, id = notebook.id] { emit notebookCreated(id); });
}

void LibraryCommands::renameNotebook(const DocumentId &id, const QString &title)
{
    perform([id, title](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
        const auto loaded = store.load(id);
        if (!loaded.ok())
            return loaded.error();
        auto notebook = Notebook::fromDocument(loaded.value());
        if (!notebook)
            return StoreError{StoreError::Kind::NotFound, QStringLiteral("not a notebook")};
        notebook->title = title;
        return store.save({notebook->toDocument()});
    });
}

void LibraryCommands::deleteNotebook(const DocumentId &id)
{
    perform([id](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
        const auto notebooks = store.notebooks();
        if (!notebooks.ok())
            return notebooks.error();
        DocumentId parent;
        QList<Document> rows;
        for (const Notebook &notebook : notebooks.value()) {
            if (notebook.id == id)
                parent = notebook.parent;
        }
        for (Notebook notebook : notebooks.value()) {
            if (notebook.id == id) {
                Document tombstone = notebook.toDocument();
                tombstone.deleted = true;
                tombstone.fields = {};
                rows.append(tombstone);
            } else if (notebook.parent == id) {
                notebook.parent = parent;
                rows.append(notebook.toDocument());
            }
        }
        ListQuery inside;
        inside.place = ListQuery::Place::Notebook;
        inside.which = id;
        const auto documents = store.summaries(inside);
        if (!documents.ok())
            return documents.error();
        for (const DocumentSummary &summary : documents.value()) {
            auto moved = withHeader(
                store, summary.id, [&parent](DocumentHeader &header) { header.notebook = parent; });
            if (!moved.ok())
                return moved.error();
            rows.append(std::move(moved).value());
        }
        return store.save(rows);
    });
}
