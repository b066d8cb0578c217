#pragma once

#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

/// Runs `job` on a pool thread, then `done(answer)` on the thread of `context`, and not at all if
/// that is gone by then. For imports, exports and checks: long work that belongs to no thread of
/// its own.
template <typename Job, typename Done>
void runInBackground(QObject *context, Job job, Done done)
{
    const QPointer<QObject> target(context);
    QThreadPool::globalInstance()->start(
        [target, job = std::move(job), done = std::move(done)]() mutable {
            auto answer = std::make_shared<std::invoke_result_t<Job>>(job());
            if (!target)
                return;
            QMetaObject::invokeMethod(
                target,
                [target, answer, done = std::move(done)]() mutable {
                    if (target)
                        done(std::move(*answer));
                },
                Qt::QueuedConnection);
        });
}
