#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

/// A strip over the document that says something about it and offers what to do.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    struct Choice
    {
        QString text;
        std::function<void()> run;
    };
    /// Replaces what was shown.
    void show(const QString &icon, const QString &text, const QList<Choice> &choices);
    QString text() const;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_layout;
    QList<QWidget *> m_buttons;
};
