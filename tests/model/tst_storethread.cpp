#include "model/store/storethread.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QSignalSpy>
#include <QtTest>

/// One profile; each connection gets a clock and randomness of its own, as threads need.
class TestStoreThread : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void answersComeInOrder();
    void changedComesBeforeDone();
    void answerIsDroppedWithItsContext();
    void onlyTheNewestSearchAnswers();
    void openErrorReachesEveryJob();
    void endingRunsWhatWasPosted();

private:
    StoreThread::OpenStore opener();
    static Note note(int number);

    std::unique_ptr<TestProfile> m_profile;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<StoreThread> m_thread;
};

void TestStoreThread::init()
{
    m_profile = std::make_unique<TestProfile>();
    m_thread = std::make_unique<StoreThread>(opener());
}

void TestStoreThread::cleanup()
{
    m_thread.reset();
    m_profile.reset();
}

StoreThread::OpenStore TestStoreThread::opener()
{
    return [path = m_profile->databasePath(), this] {
        return openProfileStore(path, {m_clock, m_random});
    };
}

Note TestStoreThread::note(int number)
{
    return build::note(QStringLiteral("n%1").arg(number),
                       QStringLiteral("Title"),
                       QStringLiteral("common word %1").arg(number));
}

void TestStoreThread::answersComeInOrder()
{
    QList<int> order;
    for (int i = 0; i < 20; ++i) {
        m_thread->write(
            this,
            [i](DocumentStore &store) { return store.save({note(i).toDocument()}); },
            [&order, i](const Result<SaveReceipt, StoreError> &receipt) {
                if (receipt.ok())
                    order.append(i);
            });
    }
    QTRY_COMPARE(order.size(), 20);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestStoreThread::changedComesBeforeDone()
{
    QSignalSpy changed(m_thread.get(), &StoreThread::changed);
    qsizetype changedAtDone = -1;
    m_thread->write(
        this,
        [](DocumentStore &store) { return store.save({note(1).toDocument()}); },
        [&](const Result<SaveReceipt, StoreError> &) { changedAtDone = changed.size(); });
    QTRY_COMPARE(changedAtDone, 1);
    QCOMPARE(changed.first().first().value<QList<DocumentId>>(),
             QList{DocumentId(QStringLiteral("n1"))});
    m_thread->noteRemoteChange({});
    QCOMPARE(changed.last().last().value<StoreThread::Origin>(), StoreThread::Origin::Remote);
}

void TestStoreThread::answerIsDroppedWithItsContext()
{
    auto context = std::make_unique<QObject>();
    bool answered = false;
    m_thread->run(
        context.get(),
        [](DocumentStore &store) { return store.counts(); },
        [&answered](const Result<LibraryCounts, StoreError> &) { answered = true; });
    context.reset();
    bool later = false;
    m_thread->run(
        this,
        [](DocumentStore &store) { return store.counts(); },
        [&later](const Result<LibraryCounts, StoreError> &counts) { later = counts.ok(); });
    QTRY_VERIFY(later);
    QVERIFY(!answered);
}

void TestStoreThread::onlyTheNewestSearchAnswers()
{
    m_thread->write(
        this,
        [](DocumentStore &store) {
            QList<Document> notes;
            for (int i = 0; i < 500; ++i)
                notes.append(note(i).toDocument());
            return store.save(notes);
        },
        [](const Result<SaveReceipt, StoreError> &) {});
    m_thread->finish();
    QStringList answered;
    for (const QString &text : {QStringLiteral("c"),
                                QStringLiteral("co"),
                                QStringLiteral("com"),
                                QStringLiteral("word 499")}) {
        m_thread->search(this, text, 10, [&answered, text](const auto &hits) {
            answered.append(hits.ok() ? text + QString::number(hits.value().size())
                                      : QStringLiteral("error"));
        });
    }
    QTRY_COMPARE(answered, QStringList{QStringLiteral("word 4991")});
}

void TestStoreThread::openErrorReachesEveryJob()
{
    StoreThread broken([]() -> Result<std::unique_ptr<DocumentStore>, StoreError> {
        return StoreError{StoreError::Kind::Damaged, QStringLiteral("test")};
    });
    int errors = 0;
    for (int i = 0; i < 2; ++i) {
        broken.run(
            this,
            [](DocumentStore &store) { return store.counts(); },
            [&errors](const Result<LibraryCounts, StoreError> &counts) {
                errors += counts.error().kind == StoreError::Kind::Damaged ? 1 : 0;
            });
    }
    QTRY_COMPARE(errors, 2);
}

void TestStoreThread::endingRunsWhatWasPosted()
{
    for (int i = 0; i < 30; ++i) {
        m_thread->run(
            this,
            [i](DocumentStore &store) { return store.save({note(i).toDocument()}); },
            [](const Result<SaveReceipt, StoreError> &) {});
    }
    m_thread.reset();
    QCOMPARE(m_profile->documents()->summaries({}).value().size(), 30);
}

QTEST_GUILESS_MAIN(TestStoreThread)
#include "tst_storethread.moc"
