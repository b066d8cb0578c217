#pragma once

#include "ui/canister/canisteraccess.h"
#include "ui/canister/loadedpage.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

/// What everybody has on a canister: room used, devices, and the way to delete all of it.
class SpacePage : public LoadedPage
{
    Q_OBJECT

public:
    /// `access` must outlive the page.
    explicit SpacePage(CanisterAccess &access, QWidget *parent = nullptr);

    void setPrincipal(const QString &principal) { m_principal = principal; }

signals:
    void exportRequested();
    /// Everything was deleted there; the profile no longer syncs.
    void spaceDeleted();

protected:
    void load() override;

private:
    void buildUsage();
    void buildDevices();
    void buildDeletion();
    void showUsage(const CanisterUsage &usage);
    void showDevices(const QList<CanisterDevice> &devices);
    void retire();
    void confirmDeletion();

    CanisterAccess &m_access;
    QString m_principal;
    CanisterUsage m_usage;
    QList<CanisterDevice> m_devices;
    QLabel *m_used = nullptr;
    QProgressBar *m_bar = nullptr;
    QTableWidget *m_table = nullptr;
    QPushButton *m_retire = nullptr;
};
