#pragma once

#include "model/base/ids.h"
#include "model/exchange/exchangereport.h"

#include <QObject>

#include <atomic>
#include <memory>

class MainWindow;
class Profile;
class StoreThread;

/// Imports and exports that the window asks for: on a pool thread with a connection of their own,
/// progress and result shown in the window. GUI thread.
class ExchangeController : public QObject
{
    Q_OBJECT

public:
    ExchangeController(Profile &profile,
                       StoreThread &store,
                       MainWindow &window,
                       QObject *parent = nullptr);
    /// Cancels what runs; what was imported so far stays.
    ~ExchangeController() override;

private:
    void importPath(const QString &path);
    void exportLibrary(const QString &folder);
    void exportDocument(const DocumentId &id, const QString &path);
    ExchangeProgress progress(const QString &sentence);
    void show(const ExchangeReport &report);

    Profile &m_profile;
    StoreThread &m_store;
    MainWindow &m_window;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};
