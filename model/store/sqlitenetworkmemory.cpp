#include "model/store/sqlitenetworkmemory.h"

#include "model/base/cbor.h"
#include "model/store/sqliteconnection.h"

#include <algorithm>

namespace {

QString timeName()
{
    return QStringLiteral("network.time");
}

QString messageName(const QByteArray &id)
{
    return QStringLiteral("network.message.") + QString::fromLatin1(id.toHex());
}

cbor::Bytes bytesOf(const QByteArray &bytes)
{
    return {bytes.begin(), bytes.end()};
}

QByteArray toQByteArray(const cbor::Bytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray encoded(const KeptMessage &message)
{
    cbor::Map map;
    map.append("id", bytesOf(message.id));
    map.append("expiry", message.expiryNs);
    map.append("canister", bytesOf(message.canister));
    map.append("sender", bytesOf(message.sender));
    map.append("method", message.method.toStdString());
    map.append("note", bytesOf(message.note));
    return toQByteArray(cbor::encode(map));
}

std::optional<cbor::Map> mapFrom(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytesOf(bytes));
    if (!decoded || !decoded.value().asMap())
        return std::nullopt;
    return *decoded.value().asMap();
}

std::optional<KeptMessage> messageFrom(const QByteArray &bytes)
{
    const auto map = mapFrom(bytes);
    if (!map)
        return std::nullopt;
    KeptMessage message;
    bool isWhole = true;
    const auto blob = [&](const char *name, QByteArray &out) {
        const cbor::Value *value = map->find(name);
        if (value && value->asBytes())
            out = toQByteArray(*value->asBytes());
        else
            isWhole = false;
    };
    blob("id", message.id);
    blob("canister", message.canister);
    blob("sender", message.sender);
    blob("note", message.note);
    const cbor::Value *expiry = map->find("expiry");
    const cbor::Value *method = map->find("method");
    if (!isWhole || !expiry || !expiry->asUnsigned() || !method || !method->asText())
        return std::nullopt;
    message.expiryNs = *expiry->asUnsigned();
    message.method = QString::fromStdString(*method->asText());
    return message;
}

} // namespace

Result<Done, StoreError> SqliteNetworkMemory::setFact(const QString &name, const QByteArray &value)
{
    m_connection.clearError();
    m_connection.run(QStringLiteral("INSERT OR REPLACE INTO facts VALUES (?, ?)"), {name, value});
    return m_connection.finished(Done{});
}

Result<Done, StoreError> SqliteNetworkMemory::keepMessage(const KeptMessage &message)
{
    return setFact(messageName(message.id), encoded(message));
}

Result<Done, StoreError> SqliteNetworkMemory::dropMessage(const QByteArray &id)
{
    m_connection.clearError();
    m_connection.run(QStringLiteral("DELETE FROM facts WHERE name = ?"), {messageName(id)});
    return m_connection.finished(Done{});
}

Result<QList<KeptMessage>, StoreError> SqliteNetworkMemory::keptMessages() const
{
    m_connection.clearError();
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT value FROM facts WHERE name >= 'network.message.'"
                                     " AND name < 'network.message/'"));
    QList<KeptMessage> messages;
    while (query.next()) {
        if (auto message = messageFrom(query.bytes(0)))
            messages.append(*std::move(message));
    }
    std::sort(messages.begin(), messages.end(), [](const auto &a, const auto &b) {
        return a.expiryNs < b.expiryNs;
    });
    return m_connection.finished(std::move(messages));
}

Result<KeptTime, StoreError> SqliteNetworkMemory::keptTime() const
{
    m_connection.clearError();
    SqliteQuery query(
        m_connection, QStringLiteral("SELECT value FROM facts WHERE name = ?"), {timeName()});
    KeptTime time;
    if (query.next()) {
        const auto map = mapFrom(query.bytes(0));
        const cbor::Value *newest = map ? map->find("newest") : nullptr;
        const cbor::Value *offset = map ? map->find("offset") : nullptr;
        if (newest && offset && newest->toInt64(time.newestCertifiedNs))
            offset->toInt64(time.clockOffsetNs);
    }
    return m_connection.finished(std::move(time));
}

Result<Done, StoreError> SqliteNetworkMemory::keepTime(const KeptTime &time)
{
    cbor::Map map;
    map.append("newest", cbor::Value::fromInteger(time.newestCertifiedNs));
    map.append("offset", cbor::Value::fromInteger(time.clockOffsetNs));
    return setFact(timeName(), toQByteArray(cbor::encode(map)));
}
