#include "ui/document/drawingdesk.h"

#include "ui/document/drawingstorage.h"
#include "ui/uisettings.h"

DrawingDesk::DrawingDesk(
    StoreThread &store, const Clock &clock, Random &random, UiSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_random(random)
    , m_settings(settings)
{}

void DrawingDesk::open(const DocumentId &id)
{
    if (m_storage && m_storage->id() == id)
        return;
    close();
    auto *storage = new DrawingStorage(m_store, id, this);
    m_storage = storage;
    connect(storage, &DrawingStorage::loaded, this, [this, storage] {
        if (storage == m_storage)
            emit opened(storage->id());
    });
    connect(storage, &DrawingStorage::loadFailed, this, &DrawingDesk::failed);
    connect(storage, &DrawingStorage::saveStateChanged, this, [this, storage] {
        if (storage != m_storage && storage->isSettled())
            storage->deleteLater();
        emit settledChanged();
    });
    storage->reload();
}

void DrawingDesk::close()
{
    DrawingStorage *storage = m_storage;
    m_storage = nullptr;
    if (!storage)
        return;
    if (storage->isSettled())
        storage->deleteLater();
    else
        storage->flush();
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
