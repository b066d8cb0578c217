#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class Actions;

/// Title, place, tags and the state word of the open document.
class DocumentHeaderBar : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentHeaderBar(Actions &actions, QWidget *parent = nullptr);

    /// Does not disturb a title that is being typed.
    void setTitle(const QString &title, const QString &placeholder);
    void setPlace(const QString &place, const QStringList &tags, const QString &changed);
    void setState(const QString &words, bool wantsAttention);
    void setReadOnly(bool readOnly);
    void focusTitle();
    QLineEdit *titleEdit() const { return m_title; }

signals:
    void titleEdited(const QString &title);
    /// Enter or Down in the title: on to the text.
    void leftDownwards();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_title;
    QLabel *m_place;
    QLabel *m_state;
    QToolButton *m_more;
};
