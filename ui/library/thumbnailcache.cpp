#include "ui/library/thumbnailcache.h"

#include "model/store/storethread.h"
#include "ui/document/scenepicture.h"
#include "ui/theme.h"

#include <QGuiApplication>

namespace {

constexpr int kMostPictures = 300;
constexpr QSize kPictureSize(128, 96); ///< Twice what a row shows, for dense screens.

} // namespace

ThumbnailCache::ThumbnailCache(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pictures(kMostPictures)
{}

QPixmap ThumbnailCache::picture(const DocumentId &drawing, qint64 updated)
{
    const Entry *entry = m_pictures.object(drawing);
    if (!entry || entry->updated != updated)
        request(drawing, updated);
    return entry ? entry->picture : QPixmap();
}

void ThumbnailCache::clear()
{
    m_pictures.clear();
    emit ready();
}

void ThumbnailCache::outdate(const QList<DocumentId> &ids)
{
    const QList<DocumentId> all = ids.isEmpty() ? m_pictures.keys() : ids;
    for (const DocumentId &id : all) {
        if (Entry *entry = m_pictures.object(id))
            entry->updated = -1;
    }
}

void ThumbnailCache::request(const DocumentId &drawing, qint64 updated)
{
    if (m_running.contains(drawing))
        return;
    m_running.insert(drawing);
    const bool dark = Theme::isDark(QGuiApplication::palette());
    m_store.run(
        this,
        [drawing](DocumentStore &store) { return loadDrawing(store, drawing); },
        [this, drawing, updated, dark](Result<DrawingContent, StoreError> scene) {
            if (!scene.ok()) {
                m_running.remove(drawing);
                return;
            }
            renderInBackground(
                this,
                std::move(scene).value(),
                kPictureSize,
                dark,
                [this, drawing, updated](const QImage &image) {
                    m_running.remove(drawing);
                    m_pictures.insert(drawing, new Entry{updated, QPixmap::fromImage(image)});
                    emit ready();
                });
        });
}
