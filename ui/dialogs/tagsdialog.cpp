#include "ui/dialogs/tagsdialog.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

TagsDialog::TagsDialog(const QList<Choice> &choices, QWidget *parent)
    : QDialog(parent)
    , m_before(choices)
    , m_list(new QListWidget(this))
    , m_new(new QLineEdit(this))
{
    setWindowTitle(tr("Tags"));
    resize(360, 380);
    m_new->setPlaceholderText(tr("New tags, separated by commas"));
    m_new->setAccessibleName(tr("New tags"));
    m_list->setAccessibleName(tr("Tags"));
    for (const Choice &choice : choices) {
        auto *item = new QListWidgetItem(choice.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(choice.state);
    }
    m_list->setVisible(!choices.isEmpty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_new);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_new->setFocus();
}

QStringList TagsDialog::added() const
{
    QStringList names;
    for (const QString &part : m_new->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        QString name = part.trimmed();
        while (name.startsWith(QLatin1Char('#')))
            name.remove(0, 1);
        if (!name.isEmpty())
            names.append(name);
    }
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked && m_before[row].state != Qt::Checked)
            names.append(m_before[row].name);
    }
    return names;
}

QStringList TagsDialog::removed() const
{
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Unchecked
            && m_before[row].state != Qt::Unchecked)
            names.append(m_before[row].name);
    }
    return names;
}
