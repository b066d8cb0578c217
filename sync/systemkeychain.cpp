#include "sync/systemkeychain.h"

#include <qt6keychain/keychain.h>

namespace {

KeychainError errorOf(const QKeychain::Job &job)
{
    const bool noEntry = job.error() == QKeychain::EntryNotFound;
    return {noEntry ? KeychainError::Kind::NoEntry : KeychainError::Kind::Unavailable,
            QStringLiteral("QtKeychain %1: %2").arg(job.error()).arg(job.errorString())};
}

} // namespace

SystemKeychain::SystemKeychain(const QString &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{}

void SystemKeychain::read(const QString &name, ReadDone done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    begin(job, name, [job, done = std::move(done)](const Result<Done, KeychainError> &ended) {
        if (ended.ok())
            done(job->binaryData());
        else
            done(ended.error());
    });
}

void SystemKeychain::write(const QString &name, const QByteArray &secret, WriteDone done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret);
    begin(job, name, std::move(done));
}

void SystemKeychain::remove(const QString &name, WriteDone done)
{
    begin(new QKeychain::DeletePasswordJob(m_service),
          name,
          [done = std::move(done)](const Result<Done, KeychainError> &ended) {
              const bool gone = !ended.ok() && ended.error().kind == KeychainError::Kind::NoEntry;
              done(gone ? Result<Done, KeychainError>(Done{}) : ended);
          });
}

void SystemKeychain::begin(QKeychain::Job *job, const QString &name, WriteDone done)
{
    // The job deletes itself once it has finished.
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done(Done{});
        else
            done(errorOf(*job));
    });
    job->start();
}
