#include "ui/canister/userdialog.h"

#include "ui/canister/canisterwords.h"
#include "ui/canister/tables.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace {

constexpr quint64 kMebibyte = 1'048'576;
constexpr int kLongestNote = 80; // the canister takes 256 bytes

} // namespace

UserDialog::UserDialog(const CanisterUser &user, QWidget *parent)
    : QDialog(parent)
    , m_user(user)
    , m_note(new QLineEdit(user.note, this))
    , m_quota(new QSpinBox(this))
{
    setWindowTitle(tr("Person"));
    resize(440, 240);
    auto *principal = new QLabel(user.principal, this);
    principal->setWordWrap(true);
    principal->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->setMaxLength(kLongestNote);
    m_note->setPlaceholderText(tr("Who this is, for you alone"));
    m_note->setObjectName(QStringLiteral("userNote"));
    m_quota->setRange(0, 1'000'000);
    m_quota->setGroupSeparatorShown(true);
    m_quota->setSuffix(tr(" MB"));
    m_quota->setValue(int(user.quotaBytes / kMebibyte));
    m_quota->setObjectName(QStringLiteral("userQuota"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Principal:"), principal);
    form->addRow(tr("&Note:"), m_note);
    form->addRow(tr("&Room:"), m_quota);
    form->addRow(
        tr("Used:"),
        new QLabel(tr("%1 notes, %2 attachments; joined %3")
                       .arg(sizeText(user.bytes), sizeText(user.chunkBytes), dateText(user.joined)),
                   this));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 16);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_note->setFocus();
}

CanisterUserChange UserDialog::change() const
{
    CanisterUserChange change;
    change.principal = m_user.principal;
    if (quint64(m_quota->value()) != m_user.quotaBytes / kMebibyte)
        change.quotaBytes = quint64(m_quota->value()) * kMebibyte;
    if (m_note->text().trimmed() != m_user.note)
        change.note = m_note->text().trimmed();
    return change;
}
