#include "ui/canister/notice.h"

#include "ui/canister/canisterwords.h"
#include "ui/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace {

constexpr int kIcon = 22;

QString toneName(Notice::Tone tone)
{
    switch (tone) {
    case Notice::Tone::Neutral:
        return QStringLiteral("neutral");
    case Notice::Tone::Good:
        return QStringLiteral("good");
    case Notice::Tone::Warning:
        return QStringLiteral("warning");
    case Notice::Tone::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

QString iconName(Notice::Tone tone)
{
    switch (tone) {
    case Notice::Tone::Neutral:
        return QStringLiteral("cloud-wait");
    case Notice::Tone::Good:
        return QStringLiteral("check");
    case Notice::Tone::Warning:
    case Notice::Tone::Bad:
        return QStringLiteral("warning");
    }
    return {};
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_headline(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_principalRow(new QWidget(this))
    , m_principal(new QLabel(m_principalRow))
    , m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("notice"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setProperty("tone", toneName(m_tone));
    QFont bold = m_headline->font();
    bold.setWeight(QFont::DemiBold);
    m_headline->setFont(bold);
    m_headline->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_principal->setWordWrap(true);
    m_principal->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *copy = new QPushButton(
        themedIcon(QStringLiteral("duplicate")), tr("Copy your &principal"), m_principalRow);
    copy->setObjectName(QStringLiteral("copyPrincipal"));
    copy->setAutoDefault(false);
    m_action->setAutoDefault(false);
    m_action->setObjectName(QStringLiteral("noticeAction"));
    auto *row = new QVBoxLayout(m_principalRow);
    row->setContentsMargins(0, 4, 0, 0);
    row->addWidget(m_principal);
    row->addWidget(copy, 0, Qt::AlignLeft);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_headline, 0, 1);
    layout->addWidget(m_sentence, 1, 1);
    layout->addWidget(m_principalRow, 2, 1);
    layout->addWidget(m_action, 3, 1, Qt::AlignLeft);
    connect(copy, &QPushButton::clicked, this, [this, copy] {
        QApplication::clipboard()->setText(m_principalText);
        copy->setText(tr("Copied"));
    });
    connect(m_action, &QPushButton::clicked, this, &Notice::actionChosen);
    offerPrincipal({});
    offerAction({});
}

void Notice::show(Tone tone, const QString &headline, const QString &sentence)
{
    m_tone = tone;
    setProperty("tone", toneName(tone));
    m_headline->setText(headline);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    offerPrincipal({});
    offerAction({});
    paintIcon();
    style()->unpolish(this);
    style()->polish(this);
    setAccessibleName(headline + QStringLiteral(". ") + sentence);
    QFrame::show();
}

void Notice::showProblem(const CanisterProblem &problem)
{
    const ConnectionVerdict verdict = verdictFor(problem);
    show(verdict.tone, verdict.headline, verdict.sentence);
}

void Notice::showBusy(const QString &headline)
{
    show(Tone::Neutral, headline, {});
}

void Notice::offerPrincipal(const QString &principal)
{
    m_principalText = principal;
    m_principal->setText(tr("Your principal: %1").arg(principal));
    if (auto *copy = m_principalRow->findChild<QPushButton *>())
        copy->setText(tr("Copy your &principal"));
    m_principalRow->setVisible(!principal.isEmpty());
}

void Notice::offerAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

QString Notice::headline() const
{
    return m_headline->text();
}

QString Notice::sentence() const
{
    return m_sentence->text();
}

void Notice::paintIcon()
{
    m_icon->setPixmap(themedIcon(iconName(m_tone)).pixmap(QSize(kIcon, kIcon)));
}

void Notice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    QFrame::changeEvent(event);
}
