#include "ui/dialogs/historydialog.h"

#include "model/merge/textmerge.h"
#include "model/store/storethread.h"
#include "ui/library/timewords.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

namespace {

QString reasonWords(HistoryReason reason)
{
    switch (reason) {
    case HistoryReason::Edited:
        return HistoryDialog::tr("before an edit");
    case HistoryReason::Merged:
        return HistoryDialog::tr("before a merge");
    case HistoryReason::ReplacedByRemote:
        return HistoryDialog::tr("before a change of another device");
    case HistoryReason::ConflictResolved:
        return HistoryDialog::tr("before a conflict was solved");
    case HistoryReason::Restored:
        return HistoryDialog::tr("before an earlier version came back");
    case HistoryReason::Imported:
        return HistoryDialog::tr("before an import");
    case HistoryReason::Deleted:
        return HistoryDialog::tr("before it was deleted");
    }
    return {};
}

QString textOf(const Document &document)
{
    const auto note = Note::fromDocument(document);
    return note ? note->text : QString();
}

void showDiff(QTextEdit *view, const QString &before, const QString &after)
{
    const ThemeColors &colors = Theme::colors(view->palette());
    view->clear();
    QTextCursor cursor(view->document());
    for (const DiffPart &part : diffWords(before, after)) {
        QTextCharFormat format;
        format.setForeground(colors.text);
        if (part.kind == DiffPart::Kind::Added) {
            format.setBackground(colors.added);
            format.setForeground(colors.addedText);
        } else if (part.kind == DiffPart::Kind::Removed) {
            format.setBackground(colors.removed);
            format.setForeground(colors.removedText);
            format.setFontStrikeOut(true);
        }
        cursor.insertText(part.text, format);
    }
    view->moveCursor(QTextCursor::Start);
}

} // namespace

HistoryDialog::HistoryDialog(StoreThread &store,
                             const DocumentId &id,
                             QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_id(id)
    , m_list(new QListWidget(this))
    , m_text(new QTextEdit(this))
    , m_hint(new QLabel(this))
    , m_restore(new QPushButton(tr("&Restore this version"), this))
{
    setWindowTitle(tr("Earlier versions"));
    setModal(true);
    resize(860, 560);
    m_list->setAccessibleName(tr("Earlier versions"));
    m_list->setFixedWidth(270);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("What changed since"));
    m_text->document()->setDocumentMargin(12);
    m_hint->setWordWrap(true);
    m_hint->setProperty("muted", true);
    m_restore->setEnabled(false);
    m_restore->setDefault(true);
    auto *close = new QPushButton(tr("Close"), this);
    auto *panes = new QHBoxLayout;
    panes->addWidget(m_list);
    panes->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(m_restore);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(panes, 1);
    layout->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryDialog::showEntry);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    load();
}

void HistoryDialog::load()
{
    struct Loaded
    {
        Document current;
        QList<HistoryEntry> entries;
    };
    m_store.run(
        this,
        [id = m_id](DocumentStore &store) -> Result<Loaded, StoreError> {
            const auto current = store.load(id);
            if (!current.ok())
                return current.error();
            const auto entries = store.history(id);
            if (!entries.ok())
                return entries.error();
            return Loaded{current.value(), entries.value()};
        },
        [this](const Result<Loaded, StoreError> &loaded) {
            if (!loaded.ok()) {
                m_hint->setText(loaded.error().userMessage());
                return;
            }
            m_current = loaded.value().current;
            m_entries = loaded.value().entries;
            for (const HistoryEntry &entry : std::as_const(m_entries)) {
                QString text = fullTime(entry.savedAt) + QLatin1Char('\n')
                               + reasonWords(entry.reason);
                if (!entry.device.isEmpty())
                    text += tr(", %1").arg(entry.device);
                m_list->addItem(text);
            }
            m_hint->setText(m_entries.isEmpty()
                                ? tr("There are no earlier versions yet.")
                                : tr("Marked: what was added and removed since then."));
            m_list->setCurrentRow(0);
        });
}

void HistoryDialog::showEntry(int row)
{
    if (row < 0 || row >= m_entries.size())
        return;
    m_restore->setEnabled(false);
    m_store.run(
        this,
        [entry = m_entries[row].entry](DocumentStore &store) { return store.historyState(entry); },
        [this, row](const Result<Document, StoreError> &state) {
            if (m_list->currentRow() != row)
                return;
            if (!state.ok()) {
                m_hint->setText(state.error().userMessage());
                return;
            }
            m_selected = state.value();
            m_restore->setEnabled(!m_selected.deleted);
            showDiff(m_text, textOf(m_selected), textOf(m_current));
        });
}

void HistoryDialog::restore()
{
    m_restore->setEnabled(false);
    m_store.write(
        this,
        [state = m_selected](DocumentStore &store) {
            SaveOptions options;
            options.reason = HistoryReason::Restored;
            return store.save({state}, options);
        },
        [this](const Result<SaveReceipt, StoreError> &receipt) {
            if (!receipt.ok()) {
                m_hint->setText(receipt.error().userMessage());
                m_restore->setEnabled(true);
                return;
            }
            emit restored();
            accept();
        });
}
