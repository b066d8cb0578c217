#pragma once

#include "model/base/ids.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>

class StoreThread;

/// Small pictures of drawings, made in the background, at most as many as a few screens of a list
/// show. The newest known picture stays until the next one is there.
class ThumbnailCache : public QObject
{
    Q_OBJECT

public:
    explicit ThumbnailCache(StoreThread &store, QObject *parent = nullptr);

    /// A null picture if there is none yet; `ready` follows. `updated` names the state wanted.
    QPixmap picture(const DocumentId &drawing, qint64 updated);
    void clear();
    /// Pictures of `ids` (empty: of all) are made anew when they are asked for next.
    void outdate(const QList<DocumentId> &ids);

signals:
    void ready();

private:
    struct Entry
    {
        qint64 updated = 0;
        QPixmap picture;
    };
    void request(const DocumentId &drawing, qint64 updated);

    StoreThread &m_store;
    QCache<DocumentId, Entry> m_pictures;
    QSet<DocumentId> m_running;
};
