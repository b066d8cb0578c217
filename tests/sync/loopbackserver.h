#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>

/// A loopback server in its own thread that does with a connection what it is told.
class LoopbackServer
{
public:
    /// Called with each complete request and its socket, on the server's thread.
    using Behaviour = std::function<void(QTcpSocket &, const QByteArray &)>;

    explicit LoopbackServer(Behaviour behaviour)
        : m_behaviour(std::move(behaviour))
    {
        m_server.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }

    ~LoopbackServer()
    {
        QMetaObject::invokeMethod(
            &m_server, [this] { m_server.close(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    QByteArray url(const QByteArray &path = "/") const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_port) + path;
    }

private:
    void listen()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        m_port = m_server.serverPort();
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            auto request = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, request] {
                request->append(socket->readAll());
                if (isComplete(*request))
                    m_behaviour(*socket, std::exchange(*request, {}));
            });
        });
    }

    static bool isComplete(const QByteArray &request)
    {
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray name("content-length: ");
        const QByteArray lower = request.left(end).toLower() + "\r\n";
        const qsizetype at = lower.indexOf(name);
        if (at < 0)
            return true;
        const qsizetype begin = at + name.size();
        const int length = lower.mid(begin, lower.indexOf("\r\n", begin) - begin).toInt();
        return request.size() >= end + 4 + length;
    }

    Behaviour m_behaviour;
    QTcpServer m_server;
    QThread m_thread;
    quint16 m_port = 0;
};

inline QByteArray
httpAnswer(const QByteArray &body, const QByteArray &headers = {}, int status = 200)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: "
           + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}
