#include "ui/canister/spacepage.h"

#include "ui/canister/canisterwords.h"
#include "ui/canister/deletespacedialog.h"
#include "ui/canister/tables.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

SpacePage::SpacePage(CanisterAccess &access, QWidget *parent)
    : LoadedPage(tr("My space"), parent)
    , m_access(access)
{
    buildUsage();
    buildDevices();
    buildDeletion();
}

void SpacePage::buildUsage()
{
    m_used = new QLabel(content());
    m_used->setWordWrap(true);
    m_bar = new QProgressBar(content());
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Room used"));
    rows()->addWidget(m_used);
    rows()->addWidget(m_bar);
}

void SpacePage::buildDevices()
{
    rows()->addSpacing(6);
    rows()->addWidget(sectionLabel(tr("Devices"), content()));
    rows()->addWidget(
        mutedLabel(tr("The canister keeps what was deleted until every device knows of it, at most "
                      "half a year. Retire a device that you no longer have. A retired device "
                      "that comes back is compared with everything once; nothing is lost."),
                   content()));
    m_table = makeTable(
        {tr("Device"), tr("Last seen"), tr("First seen"), tr("State")}, tr("Devices"), content());
    m_table->setMinimumHeight(110);
    rows()->addWidget(m_table, 1);
    m_retire = new QPushButton(tr("&Retire"), content());
    m_retire->setObjectName(QStringLiteral("retire"));
    m_retire->setAutoDefault(false);
    rows()->addWidget(m_retire, 0, Qt::AlignLeft);
    connect(m_retire, &QPushButton::clicked, this, &SpacePage::retire);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        const int row = m_table->currentRow();
        m_retire->setEnabled(row >= 0 && row < m_devices.size() && !m_devices[row].retired);
    });
}

void SpacePage::buildDeletion()
{
    rows()->addSpacing(6);
    rows()->addWidget(sectionLabel(tr("Leave"), content()));
    rows()->addWidget(mutedLabel(tr("Deletes everything of yours on the canister and ends syncing "
                                    "on this device. The notes on this device stay."),
                                 content()));
    auto *save = new QPushButton(
        themedIcon(QStringLiteral("export")), tr("&Export everything first…"), content());
    save->setAutoDefault(false);
    save->setObjectName(QStringLiteral("exportFirst"));
    auto *remove = new QPushButton(
        themedIcon(QStringLiteral("trash")), tr("&Delete everything of mine…"), content());
    remove->setAutoDefault(false);
    remove->setObjectName(QStringLiteral("deleteSpace"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(save);
    buttons->addWidget(remove);
    buttons->addStretch();
    rows()->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &SpacePage::exportRequested);
    connect(remove, &QPushButton::clicked, this, &SpacePage::confirmDeletion);
}

void SpacePage::load()
{
    m_access.usage(this, [this](const Result<CanisterUsage, CanisterProblem> &usage) {
        if (!isThere(usage))
            return;
        showUsage(usage.value());
        m_access.devices(this,
                         [this](const Result<QList<CanisterDevice>, CanisterProblem> &devices) {
                             if (!isThere(devices))
                                 return;
                             showDevices(devices.value());
                             showContent();
                         });
    });
}

void SpacePage::showUsage(const CanisterUsage &usage)
{
    constexpr int kFull = 1000;
    m_usage = usage;
    m_used->setText(tr("%1 used, in %n row(s).", nullptr, int(qMin<quint64>(usage.rows, INT_MAX)))
                        .arg(usageText(usage.bytes, usage.quotaBytes)));
    const double share =
        usage.quotaBytes == 0 ? 1.0 : double(usage.bytes) / double(usage.quotaBytes);
    m_bar->setValue(qBound(0, int(share * kFull), kFull));
}

void SpacePage::showDevices(const QList<CanisterDevice> &devices)
{
    m_devices = devices;
    std::sort(m_devices.begin(), m_devices.end(), [](const auto &a, const auto &b) {
        return a.lastSeen > b.lastSeen;
    });
    m_table->setRowCount(int(m_devices.size()));
    int row = 0;
    for (const CanisterDevice &device : m_devices) {
        setRow(m_table,
               row++,
               {device.name,
                dateText(device.lastSeen),
                dateText(device.firstSeen),
                device.retired ? tr("retired") : tr("in use")});
    }
    m_retire->setEnabled(false);
}

void SpacePage::retire()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_devices.size())
        return;
    m_retire->setEnabled(false);
    m_access.retireDevice(m_devices[row].id,
                          this,
                          [this](const Result<QList<CanisterDevice>, CanisterProblem> &devices) {
                              if (devices)
                                  showDevices(devices.value());
                              else
                                  showFailure(devices.error());
                          });
}

void SpacePage::confirmDeletion()
{
    auto *dialog = new DeleteSpaceDialog(m_usage, m_principal, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_access.deleteSpace(this, [this](const Result<Done, CanisterProblem> &deleted) {
            if (deleted)
                emit spaceDeleted();
            else
                showFailure(deleted.error());
        });
    });
    dialog->open();
}
