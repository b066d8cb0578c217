#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QLocalServer;

/// One window process per profile: the first one listens, a later one hands over and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &profileFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Asks the process that has this profile open to show its window. False if none answers
    /// within two seconds.
    bool handOver();

    /// Listens for later starts. Call it while holding the profile's window lock.
    bool listen();

signals:
    void activationRequested();

private:
    QString m_name;
    std::unique_ptr<QLocalServer> m_server;
};
