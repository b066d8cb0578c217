#pragma once

#include "model/base/ids.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QWidget>

class CanvasPanel;
class Clock;
class DrawingStorage;
struct DrawingContent;
class Random;
class StoreThread;
class UiSettings;

/// Brings one drawing, its canvas and the store together.
class DrawingDesk : public QWidget
{
    Q_OBJECT

public:
    DrawingDesk(StoreThread &store,
                const Clock &clock,
                Random &random,
                UiSettings &settings,
                QWidget *parent = nullptr);

    /// Shows `id` as soon as it is loaded. The drawing before is saved on.
    void open(const DocumentId &id);
    void close();
    DrawingStorage *storage() const;
    CanvasPanel *panel() const { return m_panel; }
    /// Ends what is being drawn or typed, so that it is saved.
    void finishEditing();
    void setReadOnly(bool readOnly);
    void undo();
    void redo();
    /// Drawings whose changes are not in the store yet, the open one included.
    QList<DrawingStorage *> unsettled() const;

signals:
    void opened(const DocumentId &id);
    void failed(const QString &reason);
    void pictureFailed(const QString &reason);
    void settledChanged();

private:
    void show(const DrawingContent &content);
    void keepView();
    /// Shows those of the pictures that are here now; the others keep their placeholder.
    void lookForPictures(const QStringList &fileIds);
    void addPicture(const QString &fileId, const QString &mime, const QByteArray &bytes);

    StoreThread &m_store;
    UiSettings &m_settings;
    CanvasPanel *m_panel;
    QPointer<DrawingStorage> m_storage;
    QHash<QString, QByteArray> m_pictures; ///< Of the open drawing, by file id.
    QSet<QString> m_awaited; ///< File ids of pictures that are not on this device yet.
};
