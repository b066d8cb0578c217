#include "ui/conflicts/noteconflictdialog.h"

#include "ui/conflicts/differenceview.h"
#include "ui/icons.h"
#include "ui/library/timewords.h"
#include "ui/notes/notedocument.h"
#include "ui/notes/noteedit.h"
#include "ui/notes/sourcetext.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

using Part = NoteDifferences::Part;

QLabel *sideHeading(const QString &name, qint64 moment, qint64 now, WordChanges changes)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setText(NoteConflictDialog::tr("<b>%1</b><br>%2 (%3), +%4 −%5 words")
                       .arg(name.toHtmlEscaped(), fullTime(moment), relativeTime(moment, now))
                       .arg(changes.added)
                       .arg(changes.removed));
    return label;
}

} // namespace

NoteConflictDialog::NoteConflictDialog(const OpenConflict &conflict,
                                       const NoteDifferences &differences,
                                       qint64 nowMs,
                                       QWidget *parent)
    : QDialog(parent)
    , m_differences(differences)
    , m_titleDecided(!differences.titleClashes)
    , m_otherDevice(conflict.masterDevice.isEmpty() ? tr("Other device") : conflict.masterDevice)
    , m_mine(new DifferenceView(DifferenceView::Side::Mine, this))
    , m_theirs(new DifferenceView(DifferenceView::Side::Theirs, this))
    , m_document(new NoteDocument(this))
    , m_result(new NoteEdit(this))
    , m_title(new QLineEdit(this))
    , m_position(new QLabel(this))
    , m_state(new QLabel(this))
    , m_hint(new QLabel(this))
{
    setWindowTitle(tr("Changed on two devices"));
    setModal(true);
    resize(1080, 680);
    for (int i = 0; i < m_differences.parts.size(); ++i) {
        if (m_differences.parts[i].kind == Part::Kind::Clash)
            m_clashParts.append(i);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(10);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(buildTitleRow());
    layout->addWidget(buildColumns(conflict, nowMs), 1);
    layout->addWidget(buildButtons());
    m_mine->setDifferences(m_differences);
    m_theirs->setDifferences(m_differences);
    fillResult();
    connect(m_document, &QTextDocument::contentsChange, this, &NoteConflictDialog::onEdited);
    for (DifferenceView *view : {m_mine, m_theirs})
        connect(view, &DifferenceView::clashClicked, this, &NoteConflictDialog::goTo);
    connect(m_mine->verticalScrollBar(),
            &QScrollBar::valueChanged,
            m_theirs->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_theirs->verticalScrollBar(),
            &QScrollBar::valueChanged,
            m_mine->verticalScrollBar(),
            &QScrollBar::setValue);
    goTo(0);
    showState();
}

QWidget *NoteConflictDialog::buildTitleRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_title->setText(m_differences.merged.header.title);
    m_title->setPlaceholderText(tr("Title"));
    m_title->setAccessibleName(tr("Title of the result"));
    layout->addWidget(new QLabel(tr("Title:"), row));
    layout->addWidget(m_title, 1);
    if (m_differences.titleClashes) {
        const QString mine = m_differences.mine.header.title;
        const QString theirs = m_differences.theirs.header.title;
        for (const QString &title : {mine, theirs}) {
            auto *button = new QPushButton(
                title.isEmpty() ? tr("no title") : tr("“%1”").arg(title.left(30)), row);
            button->setAutoDefault(false);
            button->setToolTip(title == mine ? tr("Title on this device")
                                             : tr("Title on %1").arg(m_otherDevice));
            connect(button, &QPushButton::clicked, this, [this, title] {
                m_title->setText(title);
                m_titleDecided = true;
                showState();
            });
            layout->addWidget(button);
        }
    }
    connect(m_title, &QLineEdit::textEdited, this, [this] {
        m_titleDecided = true;
        showState();
    });
    return row;
}

QWidget *NoteConflictDialog::buildColumns(const OpenConflict &conflict, qint64 nowMs)
{
    auto *columns = new QWidget(this);
    auto *grid = new QGridLayout(columns);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    const auto base = conflict.base ? Note::fromDocument(*conflict.base) : std::nullopt;
    const QString before = base ? base->text : QString();
    auto *result = new QLabel(tr("<b>Result</b><br>You can edit it."), columns);
    result->setTextFormat(Qt::RichText);
    grid->addWidget(sideHeading(tr("This device"),
                                conflict.mineTime,
                                nowMs,
                                countChanges(before, m_differences.mine.text)),
                    0,
                    0);
    grid->addWidget(result, 0, 1);
    grid->addWidget(sideHeading(m_otherDevice,
                                conflict.masterTime,
                                nowMs,
                                countChanges(before, m_differences.theirs.text)),
                    0,
                    2);
    m_mine->setAccessibleName(tr("Version of this device"));
    m_theirs->setAccessibleName(tr("Version of %1").arg(m_otherDevice));
    m_result->setAccessibleName(tr("Result"));
    m_result->setFrameShape(QFrame::StyledPanel);
    m_result->setObjectName(QStringLiteral("conflictResult"));
    m_result->setLineWidth(0);
    grid->addWidget(m_mine, 1, 0);
    grid->addWidget(m_result, 1, 1);
    grid->addWidget(m_theirs, 1, 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    grid->setRowStretch(1, 1);
    return columns;
}

QWidget *NoteConflictDialog::buildButtons()
{
    auto *box = new QWidget(this);
    auto *previous = new QToolButton(box);
    previous->setIcon(themedIcon(QStringLiteral("up")));
    previous->setToolTip(tr("Previous difference (Shift+F7)"));
    previous->setAccessibleName(tr("Previous difference"));
    auto *next = new QToolButton(box);
    next->setIcon(themedIcon(QStringLiteral("down")));
    next->setToolTip(tr("Next difference (F7)"));
    next->setAccessibleName(tr("Next difference"));
    auto *mine = new QPushButton(tr("&1  This device's"), box);
    auto *theirs = new QPushButton(tr("&2  %1's").arg(m_otherDevice), box);
    auto *both = new QPushButton(tr("&3  Both"), box);
    m_takeButtons = {mine, theirs, both};
    auto *first = new QHBoxLayout;
    first->addWidget(previous);
    first->addWidget(next);
    first->addWidget(m_state);
    first->addStretch();
    for (QPushButton *button : std::as_const(m_takeButtons))
        first->addWidget(button);

    auto *allMine = new QPushButton(tr("All of this device"), box);
    auto *allTheirs = new QPushButton(tr("All of %1").arg(m_otherDevice), box);
    auto *keepBoth = new QPushButton(tr("Keep both as two notes"), box);
    auto *later = new QPushButton(tr("Later"), box);
    m_finish = new QPushButton(tr("Finish"), box);
    m_finish->setToolTip(tr("Ctrl+Enter"));
    auto *second = new QHBoxLayout;
    for (QPushButton *button : {allMine, allTheirs, keepBoth})
        second->addWidget(button);
    second->addStretch();
    second->addWidget(later);
    second->addWidget(m_finish);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(first);
    layout->addLayout(second);
    for (QPushButton *button : box->findChildren<QPushButton *>())
        button->setAutoDefault(false);
    m_finish->setDefault(true);

    connect(previous, &QToolButton::clicked, this, [this] { goTo(m_current - 1); });
    connect(next, &QToolButton::clicked, this, [this] { goTo(m_current + 1); });
    connect(mine, &QPushButton::clicked, this, [this] { take(Take::Mine); });
    connect(theirs, &QPushButton::clicked, this, [this] { take(Take::Theirs); });
    connect(both, &QPushButton::clicked, this, [this] { take(Take::Both); });
    connect(allMine, &QPushButton::clicked, this, [this] { takeAll(Take::Mine); });
    connect(allTheirs, &QPushButton::clicked, this, [this] { takeAll(Take::Theirs); });
    connect(keepBoth, &QPushButton::clicked, this, [this] {
        emit keepBothRequested();
        QDialog::accept();
    });
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_finish, &QPushButton::clicked, this, &NoteConflictDialog::accept);
    return box;
}

void NoteConflictDialog::setPosition(int number, int count)
{
    if (count > 1)
        setWindowTitle(tr("Changed on two devices (%1 of %2)").arg(number).arg(count));
}

void NoteConflictDialog::fillResult()
{
    const QScopedValueRollback filling(m_filling, true);
    m_document->setText(m_differences.merged.text);
    m_result->setNote(m_document);
    int at = 0;
    for (const Part &part : std::as_const(m_differences.parts)) {
        const int length = int(SourceText::fromText(part.automatic()).shown.size());
        if (part.kind == Part::Kind::Clash) {
            QTextCursor range(m_document);
            range.setPosition(at);
            range.setPosition(at + length, QTextCursor::KeepAnchor);
            m_choices.append({range, false});
        }
        at += length;
    }
    markResult();
}

void NoteConflictDialog::replaceClash(int clash, const QString &text)
{
    const QScopedValueRollback filling(m_filling, true);
    QTextCursor &range = m_choices[clash].range;
    const int start = range.selectionStart();
    const QString shownText = SourceText::fromText(text).shown;
    // Ranges that end here must not swallow what is inserted.
    QList<int> touching;
    for (int i = 0; i < clash; ++i) {
        if (m_choices[i].range.selectionEnd() == start)
            touching.append(i);
    }
    QTextCursor edit(m_document);
    edit.setPosition(start);
    edit.setPosition(range.selectionEnd(), QTextCursor::KeepAnchor);
    edit.insertText(shownText);
    range.setPosition(start);
    range.setPosition(start + int(shownText.size()), QTextCursor::KeepAnchor);
    for (const int i : touching) {
        const int from = qMin(m_choices[i].range.selectionStart(), start);
        m_choices[i].range.setPosition(from);
        m_choices[i].range.setPosition(start, QTextCursor::KeepAnchor);
    }
}

void NoteConflictDialog::take(Take what)
{
    if (m_current < 0 || m_current >= m_choices.size())
        return;
    const Part &part = m_differences.parts[m_clashParts[m_current]];
    switch (what) {
    case Take::Mine:
        replaceClash(m_current, part.mine);
        break;
    case Take::Theirs:
        replaceClash(m_current, part.theirs);
        break;
    case Take::Both: {
        const bool breaks = part.mine.endsWith(QLatin1Char('\n'))
                            || part.mine.endsWith(QLatin1Char(' ')) || part.mine.isEmpty();
        replaceClash(m_current,
                     breaks ? part.mine + part.theirs : part.mine + QLatin1Char(' ') + part.theirs);
        break;
    }
    }
    m_choices[m_current].decided = true;
    for (int step = 1; step < m_choices.size(); ++step) {
        const int next = (m_current + step) % int(m_choices.size());
        if (!m_choices[next].decided) {
            goTo(next);
            break;
        }
    }
    markResult();
    showState();
}

void NoteConflictDialog::takeAll(Take what)
{
    const bool mine = what == Take::Mine;
    {
        const QScopedValueRollback filling(m_filling, true);
        const Note &side = mine ? m_differences.mine : m_differences.theirs;
        m_document->changeTo(side.text);
        m_title->setText(side.header.title);
        m_titleDecided = true;
        int at = 0;
        int clash = 0;
        for (const Part &part : std::as_const(m_differences.parts)) {
            const QString text = mine ? part.mine : part.theirs;
            const int length = int(SourceText::fromText(text).shown.size());
            if (part.kind == Part::Kind::Clash) {
                QTextCursor &range = m_choices[clash].range;
                range.setPosition(at);
                range.setPosition(at + length, QTextCursor::KeepAnchor);
                m_choices[clash++].decided = true;
            }
            at += length;
        }
    }
    markResult();
    showState();
}

void NoteConflictDialog::goTo(int clash)
{
    if (m_choices.isEmpty())
        return;
    m_current = (clash + int(m_choices.size())) % int(m_choices.size());
    m_mine->setCurrent(m_current);
    m_theirs->setCurrent(m_current);
    QTextCursor start = m_choices[m_current].range;
    start.setPosition(start.selectionStart());
    m_result->setTextCursor(start);
    m_result->ensureCursorVisible();
    markResult();
    showState();
}

void NoteConflictDialog::onEdited(int position, int removed, int added)
{
    if (m_filling || (removed == 0 && added == 0))
        return;
    for (Choice &choice : m_choices) {
        if (position <= choice.range.selectionEnd()
            && position + added >= choice.range.selectionStart())
            choice.decided = true;
    }
    showState();
    QMetaObject::invokeMethod(this, &NoteConflictDialog::markResult, Qt::QueuedConnection);
}

void NoteConflictDialog::markResult()
{
    const ThemeColors &colors = Theme::colors(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (int i = 0; i < m_choices.size(); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_choices[i].range;
        mark.format.setBackground(m_choices[i].decided ? colors.added : colors.warning);
        mark.format.setForeground(m_choices[i].decided ? colors.addedText : colors.warningText);
        if (i == m_current) {
            mark.format.setFontUnderline(true);
            mark.format.setUnderlineColor(colors.accent);
        }
        marks.append(mark);
    }
    m_result->setExtraSelections(marks);
}

int NoteConflictDialog::undecided() const
{
    int count = m_titleDecided ? 0 : 1;
    for (const Choice &choice : m_choices) {
        if (!choice.decided)
            ++count;
    }
    return count;
}

QString NoteConflictDialog::resultText() const
{
    return m_document->text();
}

void NoteConflictDialog::showState()
{
    m_state->setText(m_choices.isEmpty()
                         ? tr("The texts merge by themselves.")
                         : tr("Difference %1 of %2").arg(m_current + 1).arg(m_choices.size()));
    for (QPushButton *button : std::as_const(m_takeButtons))
        button->setEnabled(!m_choices.isEmpty());
    const int open = undecided();
    m_finish->setEnabled(open == 0);
    m_hint->setText(
        open == 0
            ? tr("Everything is decided. Finish stores the result; both versions stay in "
                 "the note's earlier versions.")
            : tr("“%1” was changed here and on %2 at the same places. %n place(s) still "
                 "want your choice.",
                 nullptr,
                 open)
                  .arg(m_differences.mine.header.title.isEmpty() ? tr("A note")
                                                                 : m_differences.mine.header.title,
                       m_otherDevice));
}

void NoteConflictDialog::accept()
{
    if (undecided() > 0)
        return;
    Note result = m_differences.merged;
    result.header.title = m_title->text();
    result.text = resultText();
    QDialog::accept();
    emit solved(result.toDocument());
}

void NoteConflictDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_finish)
        markResult();
}

void NoteConflictDialog::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_F7:
        goTo(m_current + (event->modifiers() & Qt::ShiftModifier ? -1 : 1));
        return;
    case Qt::Key_1:
        take(Take::Mine);
        return;
    case Qt::Key_2:
        take(Take::Theirs);
        return;
    case Qt::Key_3:
        take(Take::Both);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (control)
            accept();
        return;
    default:
        QDialog::keyPressEvent(event);
    }
}
