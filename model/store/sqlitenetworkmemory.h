#pragma once

#include "model/store/networkmemory.h"

class SqliteConnection;

/// `NetworkMemory` among the facts of a profile. The connection must outlive it.
class SqliteNetworkMemory final : public NetworkMemory
{
public:
    explicit SqliteNetworkMemory(SqliteConnection &connection)
        : m_connection(connection)
    {}

    Result<Done, StoreError> keepMessage(const KeptMessage &message) override;
    Result<Done, StoreError> dropMessage(const QByteArray &id) override;
    Result<QList<KeptMessage>, StoreError> keptMessages() const override;
    Result<KeptTime, StoreError> keptTime() const override;
    Result<Done, StoreError> keepTime(const KeptTime &time) override;

private:
    Result<Done, StoreError> setFact(const QString &name, const QByteArray &value);

    SqliteConnection &m_connection;
};
