#pragma once

#include "ui/canister/canisteraccess.h"
#include "ui/canister/loadedpage.h"

class Notice;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

/// How the owner's canister fares, and the rules that it keeps to.
class OwnerPage : public LoadedPage
{
    Q_OBJECT

public:
    /// `access` must outlive the page.
    explicit OwnerPage(CanisterAccess &access, QWidget *parent = nullptr);

    void setAddress(const CanisterAddress &address) { m_address = address; }

protected:
    void load() override;

private:
    void buildStatus();
    void buildRules();
    void showStatus(const CanisterStatus &status);
    void showRules(const CanisterSettings &settings);
    void saveRules();

    CanisterAccess &m_access;
    CanisterAddress m_address;
    CanisterSettings m_rules; ///< As the canister has them.
    Notice *m_balance = nullptr;
    QLabel *m_cycles = nullptr;
    QLabel *m_daily = nullptr;
    QLabel *m_memory = nullptr;
    QLabel *m_people = nullptr;
    QLabel *m_version = nullptr;
    QComboBox *m_registration = nullptr;
    QLabel *m_explanation = nullptr;
    QSpinBox *m_quota = nullptr;
    QSpinBox *m_users = nullptr;
    QSpinBox *m_updates = nullptr;
    QDoubleSpinBox *m_low = nullptr;
    QPushButton *m_save = nullptr;
};
