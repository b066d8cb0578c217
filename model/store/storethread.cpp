#include "model/store/storethread.h"

#include <QMetaObject>
#include <QMutex>

/// One worker thread with one store, opened and closed there.
class StoreThread::Lane
{
public:
    explicit Lane(OpenStore openStore)
        : m_openStore(std::move(openStore))
    {
        m_worker.moveToThread(&m_thread);
        m_thread.start();
    }

    ~Lane()
    {
        // Posted after every job that waits, so they all run.
        QMetaObject::invokeMethod(
            &m_worker, [this] { close(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    void post(Task task)
    {
        QMetaObject::invokeMethod(
            &m_worker, [this, task = std::move(task)] { task(store()); }, Qt::QueuedConnection);
    }

    void finish()
    {
        QMetaObject::invokeMethod(
            &m_worker, [] {}, Qt::BlockingQueuedConnection);
    }

    void interrupt()
    {
        const QMutexLocker lock(&m_mutex);
        if (m_store)
            m_store->interrupt();
    }

private:
    /// Opened by the first job; an error is tried again by the next one.
    Result<DocumentStore *, StoreError> store()
    {
        if (m_store)
            return m_store.get();
        auto opened = m_openStore();
        if (!opened.ok())
            return opened.error();
        const QMutexLocker lock(&m_mutex);
        m_store = std::move(opened).value();
        return m_store.get();
    }

    void close()
    {
        const QMutexLocker lock(&m_mutex);
        m_store.reset();
    }

    OpenStore m_openStore;
    QMutex m_mutex; ///< Guards `m_store` against `interrupt`, which comes from another thread.
    std::unique_ptr<DocumentStore> m_store;
    QThread m_thread;
    QObject m_worker;
};

StoreThread::StoreThread(OpenStore openStore, QObject *parent)
    : QObject(parent)
    , m_documents(std::make_unique<Lane>(openStore))
    , m_search(std::make_unique<Lane>(std::move(openStore)))
    , m_searchNumber(std::make_shared<std::atomic<std::uint64_t>>(0))
{
    qRegisterMetaType<StoreThread::Origin>();
}

StoreThread::~StoreThread()
{
    m_search->interrupt();
}

void StoreThread::post(Task task)
{
    m_documents->post(std::move(task));
}

void StoreThread::deliver(const QPointer<QObject> &context, std::function<void()> call)
{
    QMetaObject::invokeMethod(
        this,
        [context, call = std::move(call)] {
            if (context)
                call();
        },
        Qt::QueuedConnection);
}

void StoreThread::search(QObject *context,
                         const QString &text,
                         int limit,
                         std::function<void(Result<QList<SearchHit>, StoreError>)> done)
{
    using Answer = Result<QList<SearchHit>, StoreError>;
    const std::uint64_t number = ++*m_searchNumber;
    m_search->interrupt();
    m_search->post([this,
                    newest = m_searchNumber,
                    number,
                    text,
                    limit,
                    context = QPointer<QObject>(context),
                    done = std::move(done)](const Result<DocumentStore *, StoreError> &store) {
        if (*newest != number)
            return;
        auto answer = std::make_shared<Answer>(store.ok() ? store.value()->search(text, limit)
                                                          : Answer(store.error()));
        deliver(context, [newest, number, answer, done] {
            if (*newest == number)
                done(std::move(*answer));
        });
    });
}

void StoreThread::finish()
{
    m_documents->finish();
    m_search->finish();
}

void StoreThread::noteRemoteChange(const QList<DocumentId> &ids)
{
    emit changed(ids, Origin::Remote);
}

void StoreThread::noteLocalChange(const QList<DocumentId> &ids)
{
    emit changed(ids, Origin::Local);
}
