#include "ui/status/syncquestionbox.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace {

struct Choice
{
    QString text;
    SyncAnswer answer;
};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SyncQuestionBox)

public:
    static QString title(const SyncQuestion &question)
    {
        const int n = question.documents;
        switch (question.kind) {
        case SyncQuestion::Kind::DeletedThere:
            return question.device.isEmpty()
                       ? tr("Another device deleted %n of your documents", nullptr, n)
                       : tr("%1 deleted %n of your documents", nullptr, n).arg(question.device);
        case SyncQuestion::Kind::DeletedHere:
            return tr("%n of your documents were deleted here", nullptr, n);
        case SyncQuestion::Kind::CanisterRestored:
            return tr("The canister went back to an earlier state");
        case SyncQuestion::Kind::DeletedLongAgo:
            return tr(
                "%n document(s) that you changed here were deleted elsewhere long ago", nullptr, n);
        case SyncQuestion::Kind::CanisterEmpty:
            return tr("The canister no longer holds your documents");
        }
        return {};
    }

    static QString explanation(const SyncQuestion &question)
    {
        const int n = question.documents;
        switch (question.kind) {
        case SyncQuestion::Kind::DeletedThere:
            return tr("That is most of what is on this device, so nothing was deleted here yet.");
        case SyncQuestion::Kind::DeletedHere:
            return tr("That is most of what was on this device, so they are still on the canister "
                      "and on your other devices.");
        case SyncQuestion::Kind::CanisterRestored:
            return tr("%n document(s) differ from what it holds now. What is not chosen stays in "
                      "the history.",
                      nullptr,
                      n);
        case SyncQuestion::Kind::DeletedLongAgo:
            return tr("Notes and drawings that you do not keep move to the trash of this device.");
        case SyncQuestion::Kind::CanisterEmpty:
            return tr("It was installed anew, is another one, or you deleted everything there from "
                      "another device. Nothing is deleted here. Fill it with the %n document(s) "
                      "of this device?",
                      nullptr,
                      n);
        }
        return {};
    }

    static QList<Choice> choices(const SyncQuestion &question)
    {
        switch (question.kind) {
        case SyncQuestion::Kind::DeletedThere:
            return {{tr("&Keep all"), SyncAnswer::KeepAll},
                    {tr("&Delete them here, too"), SyncAnswer::GoOn}};
        case SyncQuestion::Kind::DeletedHere:
            return {{tr("&Keep all"), SyncAnswer::KeepAll},
                    {tr("&Delete them everywhere"), SyncAnswer::GoOn}};
        case SyncQuestion::Kind::CanisterRestored:
            return {{tr("Keep &this device's"), SyncAnswer::TakeMine},
                    {tr("Take the &canister's"), SyncAnswer::TakeTheirs},
                    {tr("&One by one"), SyncAnswer::OneByOne}};
        case SyncQuestion::Kind::DeletedLongAgo:
            return {{tr("&Keep all"), SyncAnswer::KeepAll},
                    {tr("&Delete them here, too"), SyncAnswer::GoOn},
                    {tr("&One by one"), SyncAnswer::OneByOne}};
        case SyncQuestion::Kind::CanisterEmpty:
            return {{tr("&Fill it"), SyncAnswer::GoOn}};
        }
        return {};
    }

    static QString later() { return tr("&Later"); }
};

} // namespace

SyncQuestionBox::SyncQuestionBox(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

void SyncQuestionBox::setQuestions(const QList<SyncQuestion> &questions)
{
    const auto isOpen = [&](SyncQuestion::Kind kind) {
        return std::any_of(questions.begin(), questions.end(), [&](const SyncQuestion &question) {
            return question.kind == kind;
        });
    };
    m_postponed.removeIf([&](SyncQuestion::Kind kind) { return !isOpen(kind); });
    if (m_box && isOpen(m_shown.kind))
        return;
    if (m_box)
        m_box->close();
    for (const SyncQuestion &question : questions) {
        if (m_postponed.contains(question.kind))
            continue;
        show(question);
        return;
    }
}

void SyncQuestionBox::show(const SyncQuestion &question)
{
    m_shown = question;
    m_box = new QMessageBox(m_window);
    m_box->setObjectName(QStringLiteral("syncQuestion"));
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setIcon(QMessageBox::Question);
    m_box->setText(Words::title(question));
    m_box->setInformativeText(Words::explanation(question));
    QPushButton *later = m_box->addButton(Words::later(), QMessageBox::RejectRole);
    m_box->setEscapeButton(later);
    for (const Choice &choice : Words::choices(question)) {
        const QAbstractButton *button = m_box->addButton(choice.text, QMessageBox::AcceptRole);
        connect(button, &QAbstractButton::clicked, this, [this, question, choice] {
            m_postponed.append(question.kind); // settling it takes a moment
            emit answered(question.kind, choice.answer);
        });
    }
    m_box->setDefaultButton(later);
    connect(m_box, &QMessageBox::rejected, this, [this, kind = question.kind] {
        m_postponed.append(kind);
    });
    connect(m_box, &QDialog::finished, this, [this] { m_box.clear(); }); // deleted a little later
    m_box->open();
}
