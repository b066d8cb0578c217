#include "ui/notes/findbar.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

FindBar::FindBar(QPlainTextEdit *edit, QWidget *parent)
    : QFrame(parent)
    , m_edit(edit)
    , m_words(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_case(new QToolButton(this))
    , m_replaceRow(new QWidget(this))
{
    setObjectName(QStringLiteral("findBar"));
    m_words->setPlaceholderText(tr("Find in this note"));
    m_words->setAccessibleName(tr("Find in this note"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_count->setProperty("muted", true);
    m_case->setText(QStringLiteral("Aa"));
    m_case->setCheckable(true);
    m_case->setToolTip(tr("Match case"));
    m_case->setAccessibleName(tr("Match case"));
    auto *previous = iconButton(QStringLiteral("up"), tr("Previous"), this);
    auto *next = iconButton(QStringLiteral("down"), tr("Next"), this);
    auto *done = iconButton(QStringLiteral("close"), tr("Close"), this);
    auto *one = new QPushButton(tr("Replace"), m_replaceRow);
    auto *all = new QPushButton(tr("Replace all"), m_replaceRow);

    auto *findRow = new QHBoxLayout;
    findRow->addWidget(m_words, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_count, m_case, previous, next, done})
        findRow->addWidget(widget);
    auto *replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins(0, 0, 0, 0);
    replaceRow->addWidget(m_replacement, 1);
    replaceRow->addWidget(one);
    replaceRow->addWidget(all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addLayout(findRow);
    layout->addWidget(m_replaceRow);
    hide();

    connect(m_words, &QLineEdit::textChanged, this, [this] {
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_edit->setTextCursor(cursor);
        find(Direction::Forward);
        countHits();
    });
    connect(m_case, &QToolButton::toggled, this, &FindBar::countHits);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(done, &QToolButton::clicked, this, &FindBar::close);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
}

void FindBar::open(Mode mode)
{
    const QString selected = m_edit->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) {
        const QSignalBlocker quiet(m_words);
        m_words->setText(selected);
    }
    m_replaceRow->setVisible(mode == Mode::Replace);
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    countHits();
}

bool FindBar::find(Direction direction)
{
    const QString words = m_words->text();
    if (words.isEmpty())
        return false;
    QTextDocument::FindFlags flags;
    if (direction == Direction::Backward)
        flags |= QTextDocument::FindBackward;
    if (m_case->isChecked())
        flags |= QTextDocument::FindCaseSensitively;
    QTextCursor hit = m_edit->document()->find(words, m_edit->textCursor(), flags);
    if (hit.isNull()) {
        QTextCursor from(m_edit->document());
        if (direction == Direction::Backward)
            from.movePosition(QTextCursor::End);
        hit = m_edit->document()->find(words, from, flags);
    }
    if (hit.isNull())
        return false;
    m_edit->setTextCursor(hit);
    return true;
}

void FindBar::findNext()
{
    find(Direction::Forward);
}

void FindBar::findPrevious()
{
    find(Direction::Backward);
}

void FindBar::countHits()
{
    const QString words = m_words->text();
    if (words.isEmpty()) {
        m_count->clear();
        return;
    }
    const auto sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    qsizetype hits = 0;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next())
        hits += block.text().count(words, sensitivity);
    m_count->setText(hits == 0 ? tr("Not found") : tr("%n found", nullptr, int(hits)));
}

void FindBar::replaceOne()
{
    QTextCursor cursor = m_edit->textCursor();
    const auto sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (cursor.selectedText().compare(m_words->text(), sensitivity) == 0 && cursor.hasSelection()) {
        cursor.insertText(m_replacement->text());
        m_edit->setTextCursor(cursor);
    }
    findNext();
    countHits();
}

void FindBar::replaceAll()
{
    if (m_words->text().isEmpty())
        return;
    QTextDocument::FindFlags flags;
    if (m_case->isChecked())
        flags |= QTextDocument::FindCaseSensitively;
    QTextCursor step(m_edit->document());
    step.beginEditBlock();
    QTextCursor hit = m_edit->document()->find(m_words->text(), 0, flags);
    while (!hit.isNull()) {
        hit.insertText(m_replacement->text());
        hit = m_edit->document()->find(m_words->text(), hit, flags);
    }
    step.endEditBlock();
    countHits();
}

void FindBar::close()
{
    hide();
    m_edit->setFocus();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ShiftModifier)
            findPrevious();
        else
            findNext();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}
