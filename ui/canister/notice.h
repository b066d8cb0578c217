#pragma once

#include "ui/canister/connectionverdict.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

/// A card that says how things are: icon, a few words, a sentence, and where it helps the
/// principal to copy and one thing to do. Screen readers get all of it as its name.
class Notice : public QFrame
{
    Q_OBJECT

public:
    using Tone = ConnectionVerdict::Tone;

    explicit Notice(QWidget *parent = nullptr);

    void show(Tone tone, const QString &headline, const QString &sentence);
    void showProblem(const CanisterProblem &problem);
    void showBusy(const QString &headline);
    /// Empty: none. Hidden by the next `show`.
    void offerPrincipal(const QString &principal);
    void offerAction(const QString &text);

    Tone tone() const { return m_tone; }
    QString headline() const;
    QString sentence() const;

signals:
    void actionChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    Tone m_tone = Tone::Neutral;
    QString m_principalText;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_sentence;
    QWidget *m_principalRow;
    QLabel *m_principal;
    QPushButton *m_action;
};
