#include "ui/dialogs/shortcutsdialog.h"

#include "ui/actions.h"

#include <QAction>
#include <QHeaderView>
#include <QKeySequence>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QChar(0x2026)).trimmed();
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Actions &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(600, 560);
    auto *words = new QLineEdit(this);
    words->setPlaceholderText(tr("Filter"));
    words->setAccessibleName(tr("Filter"));
    words->setClearButtonEnabled(true);
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(tr("Commands"));
    tree->setHeaderLabels({tr("Command"), tr("Keys")});
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    tree->setRootIsDecorated(false);
    tree->setSelectionMode(QAbstractItemView::NoSelection);
    for (const Actions::Group &group : actions.groups()) {
        auto *heading = new QTreeWidgetItem(tree, {plain(group.title)});
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        heading->setFont(0, bold);
        for (const QAction *action : group.actions) {
            const QString keys = QKeySequence::listToString(action->shortcuts(),
                                                            QKeySequence::NativeText);
            if (!keys.isEmpty())
                new QTreeWidgetItem(heading,
                                    {plain(action->text()),
                                     QString(keys).replace(QStringLiteral("; "),
                                                           QStringLiteral("   "))});
        }
        heading->setExpanded(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(tree, 1);
    connect(words, &QLineEdit::textChanged, tree, [tree](const QString &text) {
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            QTreeWidgetItem *group = tree->topLevelItem(i);
            int shown = 0;
            for (int j = 0; j < group->childCount(); ++j) {
                QTreeWidgetItem *item = group->child(j);
                const bool match = item->text(0).contains(text, Qt::CaseInsensitive)
                                   || item->text(1).contains(text, Qt::CaseInsensitive);
                item->setHidden(!match);
                shown += match ? 1 : 0;
            }
            group->setHidden(shown == 0);
        }
    });
}
