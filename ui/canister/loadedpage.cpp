#include "ui/canister/loadedpage.h"

#include "ui/canister/notice.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

QLabel *boldLabel(const QString &text, double scale, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

} // namespace

LoadedPage::LoadedPage(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(this))
    , m_content(new QWidget(this))
    , m_rows(new QVBoxLayout(m_content))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(boldLabel(title, 1.3, this));
    layout->addWidget(m_notice);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_content);
    layout->addWidget(scroll, 1);
    m_rows->setContentsMargins(0, 0, 4, 0);
    m_rows->setSpacing(10);
    m_content->hide();
    connect(m_notice, &Notice::actionChosen, this, &LoadedPage::reload);
}

void LoadedPage::reload()
{
    if (!m_content->isVisibleTo(this))
        m_notice->showBusy(tr("Asking the canister…"));
    load();
}

void LoadedPage::showContent()
{
    m_notice->hide();
    m_content->show();
}

void LoadedPage::showProblem(const CanisterProblem &problem)
{
    m_content->hide();
    m_notice->showProblem(problem);
    m_notice->offerAction(tr("&Try again"));
}

void LoadedPage::showFailure(const CanisterProblem &problem)
{
    m_notice->showProblem(problem);
}

void LoadedPage::showDone(const QString &sentence)
{
    m_notice->show(Notice::Tone::Good, sentence, {});
}

void LoadedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    return boldLabel(text, 1.08, parent);
}

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setProperty("muted", true);
    return label;
}
