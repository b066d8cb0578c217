#pragma once

#include "model/base/ids.h"

#include <QHash>
#include <QList>
#include <QObject>

class NoteSession;
class StoreThread;

/// The notes that are open, were open lately, or have unsaved text: coming back to one finds its
/// undo history and cursor. A session with unsaved text is never dropped.
class NoteSessions : public QObject
{
    Q_OBJECT

public:
    explicit NoteSessions(StoreThread &store, QObject *parent = nullptr);

    /// Loads it if it is not there yet.
    NoteSession *open(const DocumentId &id);
    void flushAll();
    /// Sessions whose text is not in the store yet.
    QList<NoteSession *> unsettled() const;

signals:
    void settledChanged();
    /// A session that is about to go; whoever shows it stops.
    void closing(NoteSession *session);

private:
    void trim();

    StoreThread &m_store;
    QHash<DocumentId, NoteSession *> m_sessions;
    QList<DocumentId> m_order; ///< Opened last stands last.
};
