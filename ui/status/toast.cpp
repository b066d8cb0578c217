#include "ui/status/toast.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <utility>

namespace {

constexpr int kShortMs = 4'000;
constexpr int kWithActionMs = 9'000;
constexpr int kFromBottom = 48;

} // namespace

Toast::Toast(QWidget *window)
    : QFrame(window)
    , m_text(new QLabel(this))
    , m_button(new QToolButton(this))
{
    setObjectName(QStringLiteral("toast"));
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 10, 8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QToolButton::clicked, this, [this] {
        hide();
        if (const auto run = std::exchange(m_run, {}))
            run();
    });
    window->installEventFilter(this);
    hide();
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::show(const QString &text, const QString &action, std::function<void()> run)
{
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    m_run = std::move(run);
    setAccessibleName(text);
    place();
    QFrame::show();
    raise();
    m_end.start(action.isEmpty() ? kShortMs : kWithActionMs);
}

void Toast::place()
{
    const QWidget *window = parentWidget();
    const int widest = qMin(560, window->width() - 40);
    const int wanted = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 60
                       + (m_button->text().isEmpty() ? 0 : m_button->sizeHint().width());
    const int width = qBound(160, wanted, widest);
    resize(width, heightForWidth(width) > 0 ? heightForWidth(width) : sizeHint().height());
    move((window->width() - width) / 2, window->height() - height() - kFromBottom);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}
