#include "localnetwork.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr int kBuildLimitMs = 120'000;
constexpr int kStartLimitMs = 60'000;
constexpr int kStopLimitMs = 10'000;

QString canisterFolder()
{
    return QStringLiteral(SHEAF_CANISTER_DIR);
}

QString node()
{
    return canisterFolder() + QStringLiteral("/node_modules/.bin/node");
}

} // namespace

LocalNetwork::~LocalNetwork()
{
    stop();
}

QString LocalNetwork::build() const
{
    QProcess process;
    process.setWorkingDirectory(canisterFolder());
    process.start(node(), {QStringLiteral("build.mjs")});
    if (!process.waitForFinished(kBuildLimitMs))
        return QStringLiteral("the canister was not built in time");
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return QStringLiteral("the canister does not build: ")
               + QString::fromUtf8(process.readAllStandardError());
    return {};
}

QString LocalNetwork::start(const QStringList &options)
{
    stop();
    if (!QFileInfo::exists(node()))
        return QStringLiteral("run npm ci --ignore-scripts in canister/ first: there is no ")
               + node();
    if (QString problem = build(); !problem.isEmpty())
        return problem;
    m_process.setWorkingDirectory(canisterFolder());
    m_process.start(node(),
                    QStringList{QStringLiteral("local/start.mjs"),
                                QStringLiteral("--throw-away"),
                                QStringLiteral("--until-stdin-closes"),
                                QStringLiteral("--registration"),
                                QStringLiteral("open")}
                        + options);
    return readAnnouncement();
}

QString LocalNetwork::readAnnouncement()
{
    const QDeadlineTimer limit(kStartLimitMs);
    while (!m_process.canReadLine()) {
        if (m_process.state() == QProcess::NotRunning || limit.hasExpired()
            || !m_process.waitForReadyRead(static_cast<int>(limit.remainingTime()))) {
            const QString words = QString::fromUtf8(m_process.readAllStandardError());
            stop();
            return QStringLiteral("the local network did not start: ") + words;
        }
    }
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_url = line[QStringLiteral("url")].toString().toLatin1();
    m_canisterId = line[QStringLiteral("canisterId")].toString();
    m_rootKey = QByteArray::fromHex(line[QStringLiteral("rootKey")].toString().toLatin1());
    m_claimSecret = line[QStringLiteral("claimSecret")].toString();
    return m_url.isEmpty() ? QStringLiteral("the local network says nothing about itself")
                           : QString();
}

void LocalNetwork::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kStopLimitMs)) {
        m_process.kill();
        m_process.waitForFinished(kStopLimitMs);
    }
}
