#include "ui/document/banner.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("banner"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_layout->setContentsMargins(16, 7, 12, 7);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_text, 1);
    hide();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::show(const QString &icon, const QString &text, const QList<Choice> &choices)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_icon->setPixmap(themedIcon(icon).pixmap(QSize(18, 18)));
    m_text->setText(text);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [run = choice.run] { run(); });
        m_layout->addWidget(button);
        m_buttons.append(button);
    }
    setAccessibleName(m_text->text());
    QFrame::show();
}
