#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>

namespace {

constexpr int kPatienceMs = 2000;
constexpr auto kShowWindow = "show\n";

} // namespace

SingleInstance::SingleInstance(const QString &profileFolder, QObject *parent)
    : QObject(parent)
{
    // A socket's path may not be long; a folder's path may.
    const QByteArray folder = QFileInfo(profileFolder).canonicalFilePath().toUtf8();
    const QByteArray hash =
        QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().left(16);
    m_name = QStringLiteral("sheaf-") + QString::fromLatin1(hash);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver()
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatienceMs))
        return false;
    socket.write(kShowWindow);
    return socket.waitForBytesWritten(kPatienceMs) && socket.waitForReadyRead(kPatienceMs);
}

bool SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    // The lock is ours, so a socket that is still there belongs to a process that is gone.
    QLocalServer::removeServer(m_name);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        QLocalSocket *peer = m_server->nextPendingConnection();
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] {
            if (peer->readAll() != kShowWindow)
                return;
            peer->write("ok\n");
            emit activationRequested();
        });
    });
    return m_server->listen(m_name);
}
