#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QToolButton;

/// A message over the bottom of the window for some seconds, with at most one thing to do.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *window);

    void show(const QString &text, const QString &action = {}, std::function<void()> run = {});
    QString text() const;
    QToolButton *button() const { return m_button; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QLabel *m_text;
    QToolButton *m_button;
    QTimer m_end;
    std::function<void()> m_run;
};
