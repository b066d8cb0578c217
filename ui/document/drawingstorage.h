#pragma once

#include "ui/document/scenepicture.h"
#include "ui/notes/notesession.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class StoreThread;

/// Loads one drawing and saves what the canvas changes in it; every finished stroke goes to the
/// disk at once. What could not be saved is kept and tried again. Lives on the GUI thread.
class DrawingStorage : public QObject
{
    Q_OBJECT

public:
    DrawingStorage(StoreThread &store, const DocumentId &id, QObject *parent = nullptr);

    const DocumentId &id() const { return m_id; }
    bool isLoaded() const { return m_loaded; }
    const Drawing &drawing() const { return m_drawing; }
    const SaveState &saveState() const { return m_state; }
    bool isSettled() const { return m_state.kind == SaveState::Kind::Saved; }

public slots:
    void setTitle(const QString &title);
    /// The canvas' own settings (background, grid).
    void setAppState(const QJsonObject &appState);
    /// Elements that the person changed, deleted ones included.
    void saveElements(const QList<DrawingElement> &elements);
    void flush();
    void reload();

signals:
    void loaded(const DrawingContent &content);
    void loadFailed(const QString &reason);
    void elementsArrived(const QList<DrawingElement> &elements); ///< From another device.
    void headerChanged();
    void saveStateChanged(const SaveState &state);
    void gone();

private:
    void save();
    void adopt(const DrawingContent &content);
    void setState(SaveState state);

    StoreThread &m_store;
    DocumentId m_id;
    Drawing m_drawing;
    QHash<DocumentId, QJsonObject> m_known; ///< Live elements as the store has them.
    QHash<DocumentId, DrawingElement> m_unsaved;
    bool m_headerUnsaved = false;
    SaveState m_state;
    QTimer m_soon; ///< Joins the keys of a title; elements do not wait for it.
    QTimer m_retry;
    int m_failures = 0;
    bool m_loaded = false;
    bool m_saving = false;
};
