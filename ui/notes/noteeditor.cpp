#include "ui/notes/noteeditor.h"

#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/notes/findbar.h"
#include "ui/notes/markdowncommands.h"
#include "ui/notes/markdownhighlighter.h"
#include "ui/notes/notedocument.h"
#include "ui/notes/noteedit.h"
#include "ui/notes/notesession.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QRegularExpression>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

constexpr int kCountDelayMs = 150; ///< Counting a long note takes longer than a key may.

int countWords(const QString &text)
{
    int words = 0;
    bool inside = false;
    for (const QChar c : text) {
        const bool letter = c.isLetterOrNumber() || c.isSurrogate();
        const bool joins = c == QLatin1Char('\'') || c == QLatin1Char('-') || c == QChar(0x2019);
        if (letter && !inside)
            ++words;
        inside = letter || (inside && joins);
    }
    return words;
}

} // namespace

NoteEditor::NoteEditor(Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_edit(new NoteEdit(this))
    , m_findBar(new FindBar(m_edit, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildFormatBar());
    layout->addWidget(m_findBar);
    layout->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    addActions(actions.textActions());
    addActions({actions.largerText, actions.smallerText});
    connectActions();
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(kCountDelayMs);
    connect(&m_countSoon, &QTimer::timeout, this, &NoteEditor::countsChanged);
    connect(m_edit, &QPlainTextEdit::textChanged, &m_countSoon, qOverload<>(&QTimer::start));
    connect(m_edit, &QPlainTextEdit::selectionChanged, &m_countSoon, qOverload<>(&QTimer::start));
    connect(m_edit, &NoteEdit::linkActivated, this, &NoteEditor::linkActivated);
    connect(m_edit, &NoteEdit::picturePasted, this, &NoteEditor::picturePasted);
    connect(m_edit, &NoteEdit::filesDropped, this, &NoteEditor::filesDropped);
}

NoteEditor::~NoteEditor() = default;

QWidget *NoteEditor::buildFormatBar()
{
    auto *bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("formatBar"));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 3, 10, 3);
    layout->setSpacing(2);
    const auto addButton = [bar, layout](QAction *action) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setIconSize({18, 18});
        button->setFocusPolicy(Qt::TabFocus);
        QString name = action->text();
        name.remove(QLatin1Char('&'));
        button->setAccessibleName(name);
        layout->addWidget(button);
        return button;
    };
    auto *heading = new QToolButton(bar);
    heading->setMenu(m_actions.headingMenu);
    heading->setIcon(themedIcon(QStringLiteral("heading")));
    heading->setIconSize({18, 18});
    heading->setPopupMode(QToolButton::InstantPopup);
    heading->setFocusPolicy(Qt::TabFocus);
    heading->setToolTip(tr("Heading"));
    heading->setAccessibleName(tr("Heading"));
    layout->addWidget(heading);
    for (QAction *action : {m_actions.bold, m_actions.italic, m_actions.strike, m_actions.code})
        addButton(action);
    layout->addSpacing(10);
    for (QAction *action :
         {m_actions.bulletList, m_actions.numberList, m_actions.taskList, m_actions.quote})
        addButton(action);
    layout->addSpacing(10);
    for (QAction *action : {m_actions.link, m_actions.picture, m_actions.drawingLink})
        addButton(action);
    layout->addStretch();
    return bar;
}

template <typename Change>
void NoteEditor::onAction(QAction *action, Change change)
{
    connect(action, &QAction::triggered, this, [this, change] {
        if (!m_session || m_edit->isReadOnly())
            return;
        QTextCursor cursor = m_edit->textCursor();
        change(cursor);
        m_edit->setTextCursor(cursor);
        m_edit->setFocus();
    });
}

void NoteEditor::connectActions()
{
    using Md = MarkdownCommands;
    const auto mark = [this](QAction *action, const QString &text) {
        onAction(action, [text](QTextCursor &cursor) { Md::toggleMark(cursor, text); });
    };
    mark(m_actions.bold, QStringLiteral("**"));
    mark(m_actions.italic, QStringLiteral("*"));
    mark(m_actions.strike, QStringLiteral("~~"));
    mark(m_actions.code, QStringLiteral("`"));
    const auto lines = [this](QAction *action, Md::Lines kind) {
        onAction(action, [kind](QTextCursor &cursor) { Md::toggleLines(cursor, kind); });
    };
    lines(m_actions.bulletList, Md::Lines::Bullets);
    lines(m_actions.numberList, Md::Lines::Numbers);
    lines(m_actions.taskList, Md::Lines::Tasks);
    lines(m_actions.quote, Md::Lines::Quote);
    for (int level = 0; level < m_actions.headings.size(); ++level) {
        onAction(m_actions.headings[level],
                 [level](QTextCursor &cursor) { Md::setHeading(cursor, level); });
    }
    onAction(m_actions.link, [](QTextCursor &cursor) { Md::insertLink(cursor); });
    onAction(m_actions.toggleTask, [](QTextCursor &cursor) { Md::toggleChecked(cursor); });
    onAction(m_actions.lineUp,
             [](QTextCursor &cursor) { Md::moveLines(cursor, Md::Direction::Up); });
    onAction(m_actions.lineDown,
             [](QTextCursor &cursor) { Md::moveLines(cursor, Md::Direction::Down); });
    onAction(m_actions.duplicateLine, [](QTextCursor &cursor) { Md::duplicateLines(cursor); });
    connect(m_actions.picture, &QAction::triggered, this, &NoteEditor::pictureRequested);
    connect(m_actions.drawingLink, &QAction::triggered, this, &NoteEditor::drawingLinkRequested);
    const auto whileShown = [this](QAction *action, auto call) {
        connect(action, &QAction::triggered, this, [this, call] {
            if (m_session && isVisible())
                call();
        });
    };
    whileShown(m_actions.undo, [this] { m_edit->undo(); });
    whileShown(m_actions.redo, [this] { m_edit->redo(); });
    whileShown(m_actions.cut, [this] { m_edit->cut(); });
    whileShown(m_actions.copy, [this] { m_edit->copy(); });
    whileShown(m_actions.paste, [this] { m_edit->paste(); });
    whileShown(m_actions.selectAll, [this] { m_edit->selectAll(); });
    whileShown(m_actions.find, [this] { m_findBar->open(FindBar::Mode::Find); });
    whileShown(m_actions.replace, [this] { m_findBar->open(FindBar::Mode::Replace); });
    whileShown(m_actions.findNext, [this] {
        if (m_findBar->isVisible())
            m_findBar->findNext();
    });
    whileShown(m_actions.findPrevious, [this] {
        if (m_findBar->isVisible())
            m_findBar->findPrevious();
    });
}

void NoteEditor::setSession(NoteSession *session)
{
    if (session == m_session)
        return;
    if (m_session) {
        const QTextCursor cursor = m_edit->textCursor();
        m_session->view = {cursor.anchor(), cursor.position(), m_edit->topBlockPosition()};
        disconnect(m_session, nullptr, this, nullptr);
        m_session->flush();
    }
    delete m_highlighter;
    m_highlighter = nullptr;
    m_session = session;
    if (!session)
        return;
    m_edit->setNote(session->document());
    m_highlighter = new MarkdownHighlighter(session->document());
    setSearchWords(m_searchWords);
    QTextCursor cursor(session->document());
    const int last = session->document()->characterCount() - 1;
    cursor.setPosition(qMin(session->view.anchor, last));
    cursor.setPosition(qMin(session->view.position, last), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    m_edit->scrollToBlockAt(session->view.top);
    connect(session, &NoteSession::aboutToAdopt, this, &NoteEditor::keepPlace);
    connect(session, &NoteSession::adopted, this, &NoteEditor::restorePlace);
    emit countsChanged();
}

NoteSession *NoteEditor::session() const
{
    return m_session;
}

void NoteEditor::keepPlace()
{
    // A cursor moves along with the text above it.
    m_keptTop = QTextCursor(m_session->document());
    m_keptTop.setPosition(m_edit->topBlockPosition());
}

void NoteEditor::restorePlace()
{
    m_edit->scrollToBlockAt(m_keptTop.position());
    m_keptTop = {};
}

void NoteEditor::setTextFont(const QFont &font)
{
    m_edit->setFont(font);
    if (m_session)
        m_edit->setNote(m_session->document());
    if (m_highlighter)
        m_highlighter->refresh();
}

void NoteEditor::setLineWidth(int characters)
{
    m_edit->setLineWidth(characters);
}

void NoteEditor::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
    for (QAction *action : m_actions.textActions())
        action->setEnabled(!readOnly);
}

void NoteEditor::setSearchWords(const QString &words)
{
    m_searchWords = words;
    if (!m_highlighter)
        return;
    static const QRegularExpression separators(QStringLiteral("[\\s\"*():]+"));
    QStringList wanted;
    for (const QString &word : words.split(separators, Qt::SkipEmptyParts)) {
        if (!word.startsWith(QLatin1Char('-')))
            wanted.append(word);
    }
    m_highlighter->setSearchWords(wanted);
}

bool NoteEditor::isFinding() const
{
    return m_findBar->isVisible();
}

void NoteEditor::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

int NoteEditor::wordCount() const
{
    if (!m_session)
        return 0;
    const QTextCursor cursor = m_edit->textCursor();
    if (cursor.hasSelection())
        return countWords(cursor.selectedText());
    int words = 0;
    const QTextDocument *document = m_session->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
        words += countWords(block.text());
    return words;
}

void NoteEditor::insertLinkTo(const QString &title)
{
    QTextCursor cursor = m_edit->textCursor();
    MarkdownCommands::insertWikiLink(cursor, title);
    m_edit->setTextCursor(cursor);
    focusText();
}

void NoteEditor::insertPicture(const QString &path, const QString &name)
{
    QTextCursor cursor = m_edit->textCursor();
    MarkdownCommands::insertPicture(cursor, path, name);
    m_edit->setTextCursor(cursor);
    focusText();
}

void NoteEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->refresh();
}
