#include "ui/canister/deletespacedialog.h"

#include "ui/canister/canisterwords.h"
#include "ui/canister/notice.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

DeleteSpaceDialog::DeleteSpaceDialog(const CanisterUsage &usage,
                                     const QString &principal,
                                     QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Delete everything of mine"));
    resize(460, 360);
    const QString word = confirmation(principal);
    auto *notice = new Notice(this);
    notice->show(
        Notice::Tone::Warning,
        tr("%1 in %n row(s) will be deleted", nullptr, int(qMin<quint64>(usage.rows, INT_MAX)))
            .arg(sizeText(usage.bytes)),
        tr("All your notes, drawings and attachments on the canister, with their versions there. "
           "This cannot be undone."));
    const auto paragraph = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        return label;
    };
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 16);
    layout->setSpacing(12);
    layout->addWidget(notice);
    layout->addWidget(paragraph(
        tr("The notes on this device stay, and this device stops syncing. Your other devices keep "
           "their notes as well, and ask before they store them on the canister again.")));
    auto *ask =
        paragraph(tr("To go on, type <b>%1</b>, the beginning of your &principal:").arg(word));
    auto *field = new QLineEdit(this);
    field->setObjectName(QStringLiteral("confirmation"));
    field->setAccessibleName(tr("Beginning of your principal, %1").arg(word));
    ask->setBuddy(field);
    layout->addWidget(ask);
    layout->addWidget(field);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *remove = buttons->addButton(tr("&Delete"), QDialogButtonBox::AcceptRole);
    remove->setObjectName(QStringLiteral("delete"));
    remove->setAutoDefault(false);
    remove->setEnabled(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    layout->addWidget(buttons);
    connect(field, &QLineEdit::textChanged, remove, [remove, word](const QString &typed) {
        remove->setEnabled(!word.isEmpty() && typed.trimmed().toLower() == word);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    field->setFocus();
}

QString DeleteSpaceDialog::confirmation(const QString &principal)
{
    return principal.section(QLatin1Char('-'), 0, 0);
}
