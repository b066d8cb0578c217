#include "ui/canister/invitedialog.h"

#include "ui/canister/notice.h"
#include "ui/canister/tables.h"
#include "ui/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

constexpr int kUsualDays = 7;
constexpr int kMostDays = 360;
constexpr int kLongestNote = 80; // the canister takes 256 bytes

/// A text to copy, with its button.
QHBoxLayout *copyRow(QLineEdit *field, const QString &what, QWidget *parent)
{
    field->setReadOnly(true);
    auto *copy =
        new QPushButton(themedIcon(QStringLiteral("duplicate")), InviteDialog::tr("Copy"), parent);
    copy->setAutoDefault(false);
    copy->setAccessibleName(what);
    QObject::connect(copy, &QPushButton::clicked, field, [field, copy] {
        QApplication::clipboard()->setText(field->text());
        copy->setText(InviteDialog::tr("Copied"));
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(copy);
    return row;
}

} // namespace

InviteDialog::InviteDialog(CanisterAccess &access, QWidget *parent)
    : QDialog(parent)
    , m_access(access)
    , m_steps(new QStackedWidget(this))
{
    setWindowTitle(tr("Invite somebody"));
    resize(500, 320);
    m_steps->addWidget(buildQuestion());
    m_steps->addWidget(buildAnswer());
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    m_create = buttons->addButton(tr("&Make the invite"), QDialogButtonBox::ActionRole);
    m_create->setObjectName(QStringLiteral("create"));
    m_create->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 16);
    layout->addWidget(m_steps, 1);
    layout->addWidget(buttons);
    connect(m_create, &QPushButton::clicked, this, &InviteDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_note->setFocus();
}

QWidget *InviteDialog::buildQuestion()
{
    auto *page = new QWidget(this);
    m_note = new QLineEdit(page);
    m_note->setObjectName(QStringLiteral("inviteNote"));
    m_note->setMaxLength(kLongestNote);
    m_note->setPlaceholderText(tr("A name, for you to remember"));
    m_days = new QSpinBox(page);
    m_days->setRange(1, kMostDays);
    m_days->setValue(kUsualDays);
    m_days->setSuffix(tr(" days"));
    m_problem = new Notice(page);
    m_problem->show(Notice::Tone::Neutral,
                    tr("One person, once"),
                    tr("Whoever has the invite can join your canister with it, one time, and then "
                       "store notes there at your cost, up to the quota. You can suspend and "
                       "remove people later. Their notes are theirs alone, but they lie in your "
                       "canister unencrypted."));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("&For:"), m_note);
    form->addRow(tr("&Good for:"), m_days);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch();
    return page;
}

QWidget *InviteDialog::buildAnswer()
{
    auto *page = new QWidget(this);
    m_done = new Notice(page);
    m_code = new QLineEdit(page);
    m_code->setObjectName(QStringLiteral("inviteCode"));
    m_code->setAccessibleName(tr("Code"));
    m_link = new QLineEdit(page);
    m_link->setObjectName(QStringLiteral("inviteLink"));
    m_link->setAccessibleName(tr("Link"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Link:"), copyRow(m_link, tr("Copy the link"), page));
    form->addRow(tr("Code alone:"), copyRow(m_code, tr("Copy the code"), page));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_done);
    layout->addLayout(form);
    layout->addStretch();
    return page;
}

void InviteDialog::create()
{
    m_create->setEnabled(false);
    m_access.createInvite(m_note->text().trimmed(),
                          m_days->value(),
                          this,
                          [this](const Result<CanisterAccess::NewInvite, CanisterProblem> &invite) {
                              m_create->setEnabled(true);
                              if (invite)
                                  showCode(invite.value());
                              else
                                  m_problem->showProblem(invite.error());
                          });
}

void InviteDialog::showCode(const CanisterAccess::NewInvite &invite)
{
    m_done->show(Notice::Tone::Good,
                 tr("Send this to the person now"),
                 tr("It is shown only here and only once. It is good for one person until %1; you "
                    "can revoke it in the list.")
                     .arg(dateText(invite.invite.expires)));
    m_code->setText(invite.code);
    m_link->setText(invite.link);
    m_link->setCursorPosition(0);
    m_create->hide();
    m_close->setText(tr("&Close"));
    m_close->setDefault(true);
    m_steps->setCurrentIndex(1);
    m_link->setFocus();
    m_link->selectAll();
    emit created();
}
