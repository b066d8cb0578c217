#pragma once

#include "model/base/syncquestion.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

/// Puts sync's open questions to the person, one after the other, without blocking the window.
/// "Later" leaves a question open: it comes again with the next start, nothing happens until then.
class SyncQuestionBox : public QObject
{
    Q_OBJECT

public:
    /// `window` is what the box stands over, and its parent.
    explicit SyncQuestionBox(QWidget *window);

    /// Those that are open now; a box about one that is gone closes by itself.
    void setQuestions(const QList<SyncQuestion> &questions);

signals:
    void answered(SyncQuestion::Kind question, SyncAnswer answer);

private:
    void show(const SyncQuestion &question);

    QWidget *m_window;
    QPointer<QMessageBox> m_box;
    SyncQuestion m_shown; ///< What `m_box` asks.
    QList<SyncQuestion::Kind> m_postponed;
};
