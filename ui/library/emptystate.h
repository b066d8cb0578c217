#pragma once

#include <QIcon>
#include <QWidget>

class QAction;
class QLabel;
class QHBoxLayout;

/// A quiet picture, a sentence, and the buttons that help: what an empty list or page shows.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Buttons do what the actions do and show their keys as tool tips; disabled ones are left out.
    void show(const QIcon &icon,
              const QString &title,
              const QString &text,
              const QList<QAction *> &actions);

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};
