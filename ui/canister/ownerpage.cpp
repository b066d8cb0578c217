#include "ui/canister/ownerpage.h"

#include "ui/canister/canisterwords.h"
#include "ui/canister/notice.h"
#include "ui/canister/tables.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr quint64 kMebibyte = 1'048'576;
constexpr double kTrillion = 1e12;
constexpr quint64 kFewDays = 14;

QFormLayout *makeForm()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    return form;
}

QLabel *fact(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

int bounded(quint64 value)
{
    return int(qMin<quint64>(value, INT_MAX));
}

} // namespace

OwnerPage::OwnerPage(CanisterAccess &access, QWidget *parent)
    : LoadedPage(tr("Canister"), parent)
    , m_access(access)
{
    buildStatus();
    buildRules();
    rows()->addStretch();
}

void OwnerPage::buildStatus()
{
    m_balance = new Notice(content());
    rows()->addWidget(m_balance);
    m_cycles = fact(content());
    m_daily = fact(content());
    m_memory = fact(content());
    m_people = fact(content());
    m_version = fact(content());
    QFormLayout *form = makeForm();
    form->addRow(tr("Cycles:"), m_cycles);
    form->addRow(tr("Used up:"), m_daily);
    form->addRow(tr("Memory:"), m_memory);
    form->addRow(tr("People:"), m_people);
    form->addRow(tr("Version:"), m_version);
    rows()->addLayout(form);
}

void OwnerPage::buildRules()
{
    rows()->addSpacing(6);
    rows()->addWidget(sectionLabel(tr("Rules"), content()));
    m_registration = new QComboBox(content());
    m_registration->setObjectName(QStringLiteral("registration"));
    for (const Registration kind :
         {Registration::SingleOwner, Registration::InviteOnly, Registration::Open})
        m_registration->addItem(registrationName(kind), int(kind));
    m_explanation = mutedLabel({}, content());
    const auto number = [this](const QString &suffix, int most) {
        auto *box = new QSpinBox(content());
        box->setRange(1, most);
        box->setSuffix(suffix);
        box->setGroupSeparatorShown(true);
        return box;
    };
    m_quota = number(tr(" MB each"), 1'000'000);
    m_quota->setObjectName(QStringLiteral("quota"));
    m_users = number({}, 1'000'000);
    m_updates = number(tr(" a minute"), 1'000'000);
    m_low = new QDoubleSpinBox(content());
    m_low->setRange(0, 1'000'000);
    m_low->setDecimals(2);
    m_low->setSingleStep(0.5);
    m_low->setSuffix(tr(" T cycles"));
    m_save = new QPushButton(tr("&Save the rules"), content());
    m_save->setObjectName(QStringLiteral("saveRules"));
    m_save->setAutoDefault(false);
    m_save->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFormLayout *form = makeForm();
    form->addRow(tr("Who may &join:"), m_registration);
    form->addRow(QString(), m_explanation);
    form->addRow(tr("&Room for each person:"), m_quota);
    form->addRow(tr("&Most people:"), m_users);
    form->addRow(tr("&Changes per person:"), m_updates);
    form->addRow(tr("&Warn below:"), m_low);
    form->addRow(QString(), m_save);
    rows()->addLayout(form);
    connect(m_registration, &QComboBox::currentIndexChanged, this, [this] {
        m_explanation->setText(
            registrationSentence(static_cast<Registration>(m_registration->currentData().toInt())));
    });
    connect(m_save, &QPushButton::clicked, this, &OwnerPage::saveRules);
}

void OwnerPage::load()
{
    m_access.status(this, [this](const Result<CanisterStatus, CanisterProblem> &status) {
        if (!isThere(status))
            return;
        m_access.settings(
            this,
            [this, told = status.value()](const Result<CanisterSettings, CanisterProblem> &rules) {
                if (!isThere(rules))
                    return;
                showRules(rules.value());
                showStatus(told);
                showContent();
            });
    });
}

void OwnerPage::showStatus(const CanisterStatus &status)
{
    const QString topUp =
        tr("Top up %1 with the tool you installed it with, for example "
           "“icp canister top-up --amount 2t %1 -n ic”. Anybody may top up a canister.")
            .arg(m_address.canister);
    const bool few = status.daysLeft && *status.daysLeft < kFewDays;
    if (few || status.cycles < m_rules.lowCycles)
        m_balance->show(few ? Notice::Tone::Bad : Notice::Tone::Warning,
                        status.daysLeft ? tr("Cycles for %1 more").arg(daysText(status.daysLeft))
                                        : tr("Cycles are getting low"),
                        topUp);
    else
        m_balance->show(Notice::Tone::Good,
                        status.daysLeft ? tr("Cycles for %1").arg(daysText(status.daysLeft))
                                        : tr("Enough cycles"),
                        topUp);
    m_cycles->setText(cyclesText(status.cycles));
    m_daily->setText(status.cyclesPerDay == 0
                         ? tr("not measured yet")
                         : tr("%1 a day").arg(cyclesText(status.cyclesPerDay)));
    m_memory->setText(tr("%1, of which %2 attachments")
                          .arg(sizeText(status.memoryBytes), sizeText(status.chunkMemoryBytes)));
    m_people->setText(tr("%n with %1 of notes", nullptr, bounded(status.users))
                          .arg(sizeText(status.spacesBytes)));
    m_version->setText(
        tr("%1, installed %2, last upgraded %3")
            .arg(status.version, dateText(status.installed), dateText(status.upgraded)));
}

void OwnerPage::showRules(const CanisterSettings &settings)
{
    m_rules = settings;
    m_registration->setCurrentIndex(m_registration->findData(int(settings.registration)));
    m_explanation->setText(registrationSentence(settings.registration));
    m_quota->setValue(bounded(settings.defaultQuotaBytes / kMebibyte));
    m_users->setValue(bounded(settings.maxUsers));
    m_updates->setValue(bounded(settings.updatesPerMinute));
    m_low->setValue(double(settings.lowCycles) / kTrillion);
}

void OwnerPage::saveRules()
{
    // What the fields cannot show exactly stays as it is unless it was changed.
    CanisterSettings wanted = m_rules;
    wanted.registration = static_cast<Registration>(m_registration->currentData().toInt());
    if (m_quota->value() != bounded(m_rules.defaultQuotaBytes / kMebibyte))
        wanted.defaultQuotaBytes = quint64(m_quota->value()) * kMebibyte;
    wanted.maxUsers = quint64(m_users->value());
    wanted.updatesPerMinute = quint64(m_updates->value());
    if (qAbs(m_low->value() - double(m_rules.lowCycles) / kTrillion) >= 0.005)
        wanted.lowCycles = quint64(m_low->value() * kTrillion);
    m_save->setEnabled(false);
    m_access.setSettings(
        wanted, this, [this](const Result<CanisterSettings, CanisterProblem> &kept) {
            m_save->setEnabled(true);
            if (!kept) {
                showFailure(kept.error());
                return;
            }
            showRules(kept.value());
            showDone(tr("The rules are saved."));
        });
}
