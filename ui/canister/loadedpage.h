#pragma once

#include "model/base/canistervalues.h"
#include "model/base/result.h"

#include <QWidget>

class Notice;
class QVBoxLayout;

/// A page of the settings whose content comes from the canister: asks for it whenever it is shown,
/// says so meanwhile, and says in words why it did not come.
class LoadedPage : public QWidget
{
    Q_OBJECT

public:
    LoadedPage(const QString &title, QWidget *parent);

    void reload();

protected:
    /// Asks; answers with `loaded`.
    virtual void load() = 0;
    /// The content is complete; or what it needs did not come.
    void showContent();
    void showProblem(const CanisterProblem &problem);
    /// What an action on this page failed with, beside the content.
    void showFailure(const CanisterProblem &problem);
    void showDone(const QString &sentence);
    template <typename T>
    bool isThere(const Result<T, CanisterProblem> &answer)
    {
        if (!answer)
            showProblem(answer.error());
        return answer.ok();
    }

    QWidget *content() const { return m_content; }
    QVBoxLayout *rows() const { return m_rows; }

    void showEvent(QShowEvent *event) override;

private:
    Notice *m_notice;
    QWidget *m_content;
    QVBoxLayout *m_rows;
};

/// The heading of a part of a page.
class QLabel;
QLabel *sectionLabel(const QString &text, QWidget *parent);
QLabel *mutedLabel(const QString &text, QWidget *parent);
