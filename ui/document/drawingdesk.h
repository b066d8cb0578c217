#pragma once

#include "model/base/ids.h"

#include <QPointer>
#include <QWidget>

class Clock;
class DrawingStorage;
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
    DrawingStorage *storage() const { return m_storage; }
    /// Drawings whose changes are not in the store yet, the open one included.
    QList<DrawingStorage *> unsettled() const;

signals:
    void opened(const DocumentId &id);
    void failed(const QString &reason);
    void settledChanged();

private:
    StoreThread &m_store;
    const Clock &m_clock;
    Random &m_random;
    UiSettings &m_settings;
    QPointer<DrawingStorage> m_storage;
};
