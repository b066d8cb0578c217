#include "ui/status/syncindicator.h"

#include "model/base/clock.h"
#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/library/timewords.h"
#include "ui/status/syncwords.h"

#include <QAction>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

QString plain(const QString &text)
{
    QString name = text;
    return name.remove(QLatin1Char('&'));
}

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), plain(action->text()), parent);
    button->setCheckable(action->isCheckable());
    button->setChecked(action->isChecked());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, [action, button] {
        button->setEnabled(action->isEnabled());
        button->setChecked(action->isChecked());
    });
    return button;
}

} // namespace

SyncIndicator::SyncIndicator(Actions &actions, const Clock &clock, QWidget *parent)
    : QToolButton(parent)
    , m_actions(actions)
    , m_clock(clock)
    , m_popover(new QFrame(this, Qt::Popup))
    , m_title(new QLabel(m_popover))
    , m_sentence(new QLabel(m_popover))
    , m_facts(new QGridLayout)
{
    setObjectName(QStringLiteral("syncIndicator"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({16, 16});
    setAutoRaise(true);
    buildPopover();
    connect(this, &QToolButton::clicked, this, &SyncIndicator::togglePopover);
    refresh();
}

void SyncIndicator::buildPopover()
{
    m_popover->setObjectName(QStringLiteral("popover"));
    m_popover->setAccessibleName(tr("Sync details"));
    m_popover->setFixedWidth(340);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_facts->setColumnStretch(1, 1);
    m_facts->setHorizontalSpacing(14);
    auto *buttons = new QGridLayout;
    buttons->addWidget(buttonFor(m_actions.syncNow, m_popover), 0, 0);
    buttons->addWidget(buttonFor(m_actions.workOffline, m_popover), 0, 1);
    buttons->addWidget(buttonFor(m_actions.account, m_popover), 1, 0);
    buttons->addWidget(buttonFor(m_actions.reviewConflicts, m_popover), 1, 1);
    auto *layout = new QVBoxLayout(m_popover);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addLayout(m_facts);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    for (QPushButton *button : m_popover->findChildren<QPushButton *>())
        connect(button, &QPushButton::clicked, m_popover, &QWidget::hide);
}

void SyncIndicator::setStatus(const SyncStatus &status)
{
    m_status = status;
    refresh();
}

void SyncIndicator::setSignedIn(bool signedIn, const QString &account)
{
    m_signedIn = signedIn;
    m_account = account;
    refresh();
}

void SyncIndicator::refresh()
{
    const SyncWords words = wordsFor(m_status, toMilliseconds(m_clock.now()));
    setIcon(words.wantsAttention ? accentIcon(words.icon) : themedIcon(words.icon));
    setText(words.brief);
    setToolTip(words.sentence);
    setAccessibleName(tr("Sync: %1").arg(words.brief));
    setAccessibleDescription(words.sentence);
    m_actions.reviewConflicts->setEnabled(m_status.conflicts > 0);
    if (m_popover->isVisible())
        fillPopover();
}

void SyncIndicator::fillPopover()
{
    const SyncWords words = wordsFor(m_status, toMilliseconds(m_clock.now()));
    m_title->setText(words.brief);
    m_sentence->setText(words.sentence);
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    const auto addFact = [this, &row](const QString &name, const QString &value) {
        auto *label = new QLabel(name, m_popover);
        label->setProperty("muted", true);
        auto *text = new QLabel(value, m_popover);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts->addWidget(label, row, 0, Qt::AlignTop);
        m_facts->addWidget(text, row, 1);
        ++row;
    };
    addFact(tr("Waiting"),
            m_status.pending > 0 ? tr("%n change(s)", nullptr, m_status.pending) : tr("nothing"));
    if (m_status.files.totalBytes > 0)
        addFact(tr("Files"),
                tr("%1 of %2")
                    .arg(locale().formattedDataSize(m_status.files.doneBytes),
                         locale().formattedDataSize(m_status.files.totalBytes)));
    addFact(tr("Last sync"),
            m_status.lastSynced.isValid() ? fullTime(m_status.lastSynced.toMSecsSinceEpoch())
                                          : tr("never"));
    if (m_status.nextTry.isValid()) {
        const qint64 seconds =
            (m_status.nextTry.toMSecsSinceEpoch() - toMilliseconds(m_clock.now())) / 1000;
        addFact(tr("Next try"),
                seconds > 0 ? tr("in %n s", nullptr, static_cast<int>(seconds)) : tr("now"));
    }
    if (m_status.conflicts > 0)
        addFact(tr("Conflicts"), locale().toString(m_status.conflicts));
    if (m_status.cycles != CyclesMark::Enough)
        addFact(tr("Cycles"),
                m_status.cycles == CyclesMark::Low ? tr("getting low") : tr("almost used up"));
    if (m_status.refused > 0)
        addFact(tr("Refused"), tr("%n row(s), kept here", nullptr, m_status.refused));
    if (m_signedIn)
        addFact(tr("Account"), m_account);
}

QWidget *SyncIndicator::popover() const
{
    return m_popover;
}

void SyncIndicator::placePopover()
{
    m_popover->adjustSize();
    const QPoint corner = mapToGlobal(rect().topRight());
    const int x = layoutDirection() == Qt::RightToLeft ? mapToGlobal(rect().topLeft()).x()
                                                       : corner.x() - m_popover->width();
    m_popover->move(qMax(0, x), corner.y() - m_popover->height() - 6);
}

void SyncIndicator::togglePopover()
{
    if (m_popover->isVisible()) {
        m_popover->hide();
        return;
    }
    fillPopover();
    placePopover();
    m_popover->show();
    placePopover();
}
