#include "ui/document/documentheaderbar.h"

#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

DocumentHeaderBar::DocumentHeaderBar(Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLineEdit(this))
    , m_place(new QLabel(this))
    , m_state(new QLabel(this))
    , m_more(new QToolButton(this))
{
    m_title->setObjectName(QStringLiteral("titleEdit"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setFrame(false);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setWeight(QFont::Bold);
    m_title->setFont(large);
    m_title->installEventFilter(this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    for (QLabel *label : {m_place, m_state}) {
        label->setFont(small);
        label->setProperty("muted", true);
        label->setTextFormat(Qt::PlainText);
    }
    m_place->setMinimumWidth(20);
    m_place->setIndent(5);
    m_state->setObjectName(QStringLiteral("saveState"));

    auto *menu = new QMenu(m_more);
    for (QAction *action : {actions.pin, actions.moveTo, actions.tags, actions.duplicate})
        menu->addAction(action);
    menu->addSeparator();
    menu->addAction(actions.history);
    menu->addAction(actions.exportDocument);
    menu->addSeparator();
    menu->addAction(actions.trash);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setIcon(themedIcon(QStringLiteral("more")));
    m_more->setToolTip(tr("More for this document"));
    m_more->setAccessibleName(tr("More for this document"));

    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(m_more);
    auto *factRow = new QHBoxLayout;
    factRow->addWidget(m_place, 1);
    factRow->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 12, 6);
    layout->setSpacing(1);
    layout->addLayout(titleRow);
    layout->addLayout(factRow);

    connect(m_title, &QLineEdit::textEdited, this, &DocumentHeaderBar::titleEdited);
}

void DocumentHeaderBar::setTitle(const QString &title, const QString &placeholder)
{
    m_title->setPlaceholderText(placeholder);
    if (m_title->text() == title)
        return;
    const int cursor = m_title->cursorPosition();
    m_title->setText(title);
    m_title->setCursorPosition(m_title->hasFocus() ? qMin(cursor, int(title.size())) : 0);
}

void DocumentHeaderBar::setPlace(const QString &place,
                                 const QStringList &tags,
                                 const QString &changed)
{
    QStringList parts;
    if (!place.isEmpty())
        parts.append(place);
    for (const QString &tag : tags)
        parts.append(QLatin1Char('#') + tag);
    parts.append(changed);
    m_place->setText(parts.join(QStringLiteral("  ·  ")));
}

void DocumentHeaderBar::setState(const QString &words, bool wantsAttention)
{
    QPalette palette = m_place->palette();
    if (wantsAttention) {
        const ThemeColors &colors = Theme::colors(palette);
        m_state->setStyleSheet(
            QStringLiteral("color: %1; font-weight: 600;").arg(colors.removedText.name()));
    } else {
        m_state->setStyleSheet({});
    }
    m_state->setText(words);
    m_state->setAccessibleName(words);
}

void DocumentHeaderBar::setReadOnly(bool readOnly)
{
    m_title->setReadOnly(readOnly);
}

void DocumentHeaderBar::focusTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
}

bool DocumentHeaderBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_title && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            emit leftDownwards();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
