#include "ui/notes/notesessions.h"

#include "model/store/storethread.h"
#include "ui/notes/notesession.h"

namespace {

constexpr int kMostKept = 16;

} // namespace

NoteSessions::NoteSessions(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &StoreThread::changed, this, [this](const QList<DocumentId> &ids) {
        for (NoteSession *session : std::as_const(m_sessions)) {
            if (ids.isEmpty() || ids.contains(session->id()))
                session->reload();
        }
    });
}

NoteSession *NoteSessions::open(const DocumentId &id)
{
    m_order.removeAll(id);
    m_order.append(id);
    NoteSession *&session = m_sessions[id];
    if (!session) {
        session = new NoteSession(m_store, id, this);
        connect(session, &NoteSession::saveStateChanged, this, &NoteSessions::settledChanged);
        connect(session, &NoteSession::gone, this, [this, session = session] {
            emit closing(session);
            m_sessions.remove(session->id());
            m_order.removeAll(session->id());
            session->deleteLater();
        });
        session->reload();
    }
    NoteSession *opened = session;
    trim();
    return opened;
}

void NoteSessions::trim()
{
    for (qsizetype i = 0; i < m_order.size() - 1 && m_order.size() > kMostKept;) {
        NoteSession *session = m_sessions.value(m_order[i]);
        if (!session->isSettled()) {
            ++i;
            continue;
        }
        emit closing(session);
        m_sessions.remove(m_order[i]);
        m_order.removeAt(i);
        session->deleteLater();
    }
}

void NoteSessions::flushAll()
{
    for (NoteSession *session : std::as_const(m_sessions))
        session->flush();
}

QList<NoteSession *> NoteSessions::unsettled() const
{
    QList<NoteSession *> waiting;
    for (NoteSession *session : m_sessions) {
        if (!session->isSettled())
            waiting.append(session);
    }
    return waiting;
}
