#include "ui/dialogs/picker.h"

#include "ui/icons.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int kMostShown = 60;
constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kCreateRole = Qt::UserRole + 2;

} // namespace

int matchScore(const QString &words, const QString &text)
{
    if (words.isEmpty())
        return 0;
    int score = 0;
    bool all = true;
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0) {
            all = false;
            break;
        }
        const bool wordStart = at == 0 || !text[at - 1].isLetterOrNumber();
        score += wordStart ? 300 : 200;
        score -= qMin<int>(int(at), 90);
    }
    if (all)
        return 1000 + score;
    qsizetype at = 0;
    int gaps = 0;
    for (const QChar c : words) {
        const qsizetype found = text.indexOf(c, at, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        gaps += int(found - at);
        at = found + 1;
    }
    return qMax(0, 500 - gaps * 10);
}

Picker::Picker(QWidget *parent, const QString &title)
    : QDialog(parent)
    , m_words(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    resize(460, 420);
    m_words->setPlaceholderText(title);
    m_words->setAccessibleName(title);
    m_words->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("switcherList"));
    m_list->setAccessibleName(title);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({18, 18});
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    connect(m_words, &QLineEdit::textChanged, this, &Picker::filter);
    connect(m_list, &QListWidget::itemActivated, this, &Picker::accept);
}

Picker *Picker::open(QWidget *parent,
                     const QString &title,
                     const QList<Entry> &entries,
                     std::function<void(const DocumentId &)> chosen)
{
    auto *picker = new Picker(parent, title);
    picker->m_entries = entries;
    picker->m_chosen = std::move(chosen);
    picker->filter();
    picker->QDialog::open();
    return picker;
}

void Picker::offerCreation(const QString &label, std::function<void(const QString &)> create)
{
    m_createLabel = label;
    m_create = std::move(create);
}

void Picker::filter()
{
    const QString words = m_words->text().trimmed();
    std::vector<std::pair<int, const Entry *>> found;
    bool exact = false;
    for (const Entry &entry : std::as_const(m_entries)) {
        const int score = matchScore(words, entry.text);
        if (score >= 0)
            found.emplace_back(score, &entry);
        exact = exact || entry.text.compare(words, Qt::CaseInsensitive) == 0;
    }
    // Entries come newest first: equal ones stay so.
    std::stable_sort(
        found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_list->clear();
    for (const auto &[score, entry] : found) {
        if (m_list->count() >= kMostShown)
            break;
        const QString text = entry->detail.isEmpty()
                                 ? entry->text
                                 : QStringLiteral("%1   —   %2").arg(entry->text, entry->detail);
        auto *item = new QListWidgetItem(entry->icon, text, m_list);
        item->setData(kIdRole, QVariant::fromValue(entry->id));
        item->setSizeHint({0, fontMetrics().height() + 14});
    }
    if (m_create && !words.isEmpty() && !exact) {
        auto *item = new QListWidgetItem(
            themedIcon(QStringLiteral("new-note")), m_createLabel.arg(words), m_list);
        item->setData(kCreateRole, true);
        item->setSizeHint({0, fontMetrics().height() + 14});
    }
    m_list->setCurrentRow(0);
}

void Picker::accept()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const bool create = item->data(kCreateRole).toBool();
    const auto id = item->data(kIdRole).value<DocumentId>();
    const QString words = m_words->text().trimmed();
    QDialog::accept();
    if (create)
        m_create(words);
    else
        m_chosen(id);
}

bool Picker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}
