#include "ui/library/emptystate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QPushButton>
#include <QVBoxLayout>

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_icon);
    }
    m_text->setProperty("muted", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 24, 10, 24);
    layout->addStretch(3);
    layout->addWidget(m_icon);
    layout->addSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(10);
    layout->addLayout(m_buttons);
    layout->addStretch(4);
}

void EmptyState::show(const QIcon &icon,
                      const QString &title,
                      const QString &text,
                      const QList<QAction *> &actions)
{
    m_icon->setPixmap(icon.pixmap(QSize(44, 44)));
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_buttons->addStretch();
    for (QAction *action : actions) {
        if (!action->isEnabled())
            continue;
        auto *button = new QPushButton(action->icon(), action->text(), this);
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
    QWidget::show();
}
