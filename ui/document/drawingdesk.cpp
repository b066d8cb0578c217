#include "ui/document/drawingdesk.h"

#include "model/drawing/element.h"
#include "model/store/storethread.h"
#include "ui/document/drawingstorage.h"
#include "ui/drawing/canvaspanel.h"
#include "ui/uisettings.h"

#include <QJsonDocument>
#include <QUndoStack>
#include <QVBoxLayout>

namespace {

QList<Element> elementsOf(const QList<DrawingElement> &rows)
{
    QList<Element> elements;
    elements.reserve(rows.size());
    for (const DrawingElement &row : rows)
        elements.append(Element::fromJson(row.json));
    return elements;
}

} // namespace

DrawingDesk::DrawingDesk(
    StoreThread &store, const Clock &clock, Random &random, UiSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_settings(settings)
    , m_panel(new CanvasPanel(random, clock, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    setFocusProxy(m_panel);
    m_panel->setImageProvider([this](const QString &id) { return m_pictures.value(id); });
    connect(m_panel, &CanvasPanel::elementsChanged, this, [this](const QList<Element> &changed) {
        if (!m_storage)
            return;
        QList<DrawingElement> rows;
        for (const Element &element : changed)
            rows.append({m_storage->id(), element.toJson()});
        m_storage->saveElements(rows);
    });
    connect(&m_store,
            &StoreThread::changed,
            this,
            [this](const QList<DocumentId> &, StoreThread::Origin origin) {
                if (origin == StoreThread::Origin::Remote && !m_awaited.isEmpty())
                    lookForPictures(QStringList(m_awaited.begin(), m_awaited.end()));
            });
    connect(m_panel, &CanvasPanel::filesAdded, this, &DrawingDesk::addPicture);
}

void DrawingDesk::open(const DocumentId &id)
{
    if (m_storage && m_storage->id() == id)
        return;
    close();
    auto *storage = new DrawingStorage(m_store, id, this);
    m_storage = storage;
    connect(storage, &DrawingStorage::loaded, this, [this, storage](const DrawingContent &content) {
        if (storage != m_storage)
            return;
        show(content);
        emit opened(storage->id());
    });
    connect(storage,
            &DrawingStorage::elementsArrived,
            this,
            [this, storage](const QList<DrawingElement> &rows) {
                if (storage != m_storage)
                    return;
                m_panel->applyRemote(elementsOf(rows));
                lookForPictures(pictureIds(rows));
            });
    connect(storage, &DrawingStorage::loadFailed, this, &DrawingDesk::failed);
    connect(storage, &DrawingStorage::saveStateChanged, this, [this, storage] {
        if (storage != m_storage && storage->isSettled())
            storage->deleteLater();
        emit settledChanged();
    });
    storage->reload();
}

void DrawingDesk::show(const DrawingContent &content)
{
    m_pictures = content.pictures;
    m_awaited.clear();
    m_panel->setDrawing(
        m_storage->id().text(), elementsOf(content.elements), content.drawing.appState);
    const QByteArray view = m_settings.viewState(m_storage->id());
    m_panel->setViewState(QJsonDocument::fromJson(view).object());
    lookForPictures(pictureIds(content.elements));
}

void DrawingDesk::lookForPictures(const QStringList &fileIds)
{
    QStringList missing;
    for (const QString &fileId : fileIds) {
        if (!m_pictures.contains(fileId))
            missing.append(fileId);
    }
    if (!m_storage || missing.isEmpty())
        return;
    m_awaited.unite(QSet<QString>(missing.begin(), missing.end()));
    m_store.run(
        this,
        [id = m_storage->id(), missing](DocumentStore &store) {
            return readPictures(store, id, missing);
        },
        [this, id = m_storage->id()](const Result<QHash<QString, QByteArray>, StoreError> &found) {
            if (!found.ok() || !m_storage || m_storage->id() != id)
                return;
            const auto &pictures = found.value();
            for (auto it = pictures.begin(); it != pictures.end(); ++it) {
                m_pictures.insert(it.key(), it.value());
                m_awaited.remove(it.key());
                m_panel->imageArrived(it.key());
            }
        });
}

void DrawingDesk::keepView()
{
    if (m_storage && m_storage->isLoaded()) {
        m_settings.setViewState(m_storage->id(),
                                QJsonDocument(m_panel->viewState()).toJson(QJsonDocument::Compact));
    }
}

void DrawingDesk::close()
{
    if (!m_storage)
        return;
    m_panel->finishEditing();
    keepView();
    DrawingStorage *storage = m_storage;
    m_storage = nullptr;
    m_panel->setDrawing({}, {}, {});
    m_awaited.clear();
    if (storage->isSettled())
        storage->deleteLater();
    else
        storage->flush();
}

DrawingStorage *DrawingDesk::storage() const
{
    return m_storage;
}

void DrawingDesk::finishEditing()
{
    m_panel->finishEditing();
    keepView();
    for (DrawingStorage *storage : unsettled())
        storage->flush();
}

void DrawingDesk::setReadOnly(bool readOnly)
{
    m_panel->setReadOnly(readOnly);
}

void DrawingDesk::undo()
{
    m_panel->undoStack()->undo();
}

void DrawingDesk::redo()
{
    m_panel->undoStack()->redo();
}

void DrawingDesk::addPicture(const QString &fileId, const QString &mime, const QByteArray &bytes)
{
    if (!m_storage)
        return;
    m_pictures.insert(fileId, bytes);
    const QString path = drawingPicturePath(m_storage->id(), fileId);
    m_store.write(
        this,
        [path, mime, bytes](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
            const auto added = store.addAttachment(path, mime, bytes);
            if (!added.ok())
                return added.error();
            return SaveReceipt{0, {added.value().id}};
        },
        [this](const Result<SaveReceipt, StoreError> &receipt) {
            if (!receipt.ok())
                emit pictureFailed(receipt.error().userMessage());
        });
}

QList<DrawingStorage *> DrawingDesk::unsettled() const
{
    QList<DrawingStorage *> waiting;
    for (DrawingStorage *storage : findChildren<DrawingStorage *>()) {
        if (!storage->isSettled())
            waiting.append(storage);
    }
    return waiting;
}
