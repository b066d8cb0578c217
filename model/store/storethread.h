#pragma once

#include "model/base/result.h"
#include "model/store/documentstore.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

/// The window's way to the database: every call returns at once, the job runs on the store's own
/// thread and its answer comes back on this object's thread, where `context` has to live (and not
/// at all if that is gone by then).
///
/// Jobs run in the order in which they were posted. `search` has a thread and a connection of its
/// own; a new search interrupts the running one. Lives on the GUI thread.
class StoreThread : public QObject
{
    Q_OBJECT

public:
    using OpenStore = std::function<Result<std::unique_ptr<DocumentStore>, StoreError>()>;

    explicit StoreThread(OpenStore openStore, QObject *parent = nullptr);
    /// Finishes the jobs that were posted, then closes.
    ~StoreThread() override;

    /// Runs `job(store)` on the store's thread, then `done(answer)` on the context's.
    /// `Job`: callable with `DocumentStore &`, returns `Result<T, StoreError>`.
    template <typename Job, typename Done>
    void run(QObject *context, Job job, Done done)
    {
        using Answer = std::invoke_result_t<Job, DocumentStore &>;
        post([this,
              context = QPointer<QObject>(context),
              job = std::move(job),
              done = std::move(done)](const Result<DocumentStore *, StoreError> &store) mutable {
            auto answer =
                std::make_shared<Answer>(store.ok() ? job(*store.value()) : Answer(store.error()));
            deliver(context,
                    [answer, done = std::move(done)]() mutable { done(std::move(*answer)); });
        });
    }

    /// As `run` for something that changes documents; `changed` is emitted before `done` is called.
    template <typename Job, typename Done>
    void write(QObject *context, Job job, Done done)
    {
        run(context,
            std::move(job),
            [this, done = std::move(done)](Result<SaveReceipt, StoreError> receipt) mutable {
                if (receipt.ok())
                    emit changed(receipt.value().ids, Origin::Local);
                done(std::move(receipt));
            });
    }

    /// Interrupts the running search and starts this one; only the newest one's `done` is called.
    void search(QObject *context,
                const QString &text,
                int limit,
                std::function<void(Result<QList<SearchHit>, StoreError>)> done);

    /// Blocks until every posted job has run: for the end of the program.
    void finish();

    enum class Origin { Local, Remote };

public slots:
    /// Another connection (the sync worker, another process) changed documents.
    void noteRemoteChange(const QList<DocumentId> &ids);
    /// Another connection of this program did it for the person here (an import).
    void noteLocalChange(const QList<DocumentId> &ids);

signals:
    /// Lists and editors reload what they show of `ids`. Empty: anything may have changed.
    void changed(const QList<DocumentId> &ids, StoreThread::Origin origin);

private:
    using Task = std::function<void(const Result<DocumentStore *, StoreError> &)>;
    void post(Task task);
    /// Only the thread of this object can know whether `context` still lives.
    void deliver(const QPointer<QObject> &context, std::function<void()> call);

    class Lane;
    std::unique_ptr<Lane> m_documents;
    std::unique_ptr<Lane> m_search;
    std::shared_ptr<std::atomic<std::uint64_t>> m_searchNumber; ///< Of the newest search.
};
