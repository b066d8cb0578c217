#include "model/document/documentfields.h"

#include <cmath>
#include <limits>
#include <type_traits>

std::optional<cbor::Value> FieldReader::take(const char *name)
{
    const cbor::Value *found = m_left.find(name);
    if (!found)
        return std::nullopt;
    cbor::Value value = *found;
    m_left.remove(name);
    return value;
}

QString FieldReader::text(const char *name)
{
    const auto value = take(name);
    if (!value)
        return {};
    const std::string *text = value->asText();
    if (!text)
        return failed(QString());
    const auto decoded =
        textFromUtf8(QByteArray::fromRawData(text->data(), static_cast<qsizetype>(text->size())));
    return decoded ? *decoded : failed(QString());
}

bool FieldReader::flag(const char *name)
{
    const auto value = take(name);
    if (!value)
        return false;
    const bool *flag = value->asBool();
    return flag ? *flag : failed(false);
}

std::int64_t FieldReader::integer(const char *name)
{
    return optionalInteger(name).value_or(0);
}

std::optional<std::int64_t> FieldReader::optionalInteger(const char *name)
{
    const auto value = take(name);
    if (!value)
        return std::nullopt;
    std::int64_t number = 0;
    if (!value->toInt64(number))
        return failed(std::optional<std::int64_t>());
    return number;
}

QByteArray FieldReader::bytes(const char *name)
{
    const auto value = take(name);
    if (!value)
        return {};
    const cbor::Bytes *bytes = value->asBytes();
    if (!bytes)
        return failed(QByteArray());
    return QByteArray(reinterpret_cast<const char *>(bytes->data()),
                      static_cast<qsizetype>(bytes->size()));
}

QList<DocumentId> FieldReader::ids(const char *name)
{
    const auto value = take(name);
    if (!value)
        return {};
    const cbor::Array *items = value->asArray();
    if (!items)
        return failed(QList<DocumentId>());
    QList<DocumentId> ids;
    for (const cbor::Value &item : *items) {
        const std::string *text = item.asText();
        if (!text)
            return failed(QList<DocumentId>());
        ids.append(DocumentId(QString::fromStdString(*text)));
    }
    return ids;
}

QJsonObject FieldReader::object(const char *name)
{
    const auto value = take(name);
    if (!value)
        return {};
    if (!value->asMap() || !isExactJson(*value))
        return failed(QJsonObject());
    return jsonFromCbor(*value).toObject();
}

void FieldWriter::text(const char *name, const QString &value)
{
    m_fields.set(name, cbor::Value(textToUtf8(value).toStdString()));
}

void FieldWriter::textUnlessEmpty(const char *name, const QString &value)
{
    if (!value.isEmpty())
        text(name, value);
}

void FieldWriter::flagIfSet(const char *name, bool value)
{
    if (value)
        m_fields.set(name, cbor::Value(true));
}

void FieldWriter::integer(const char *name, std::int64_t value)
{
    m_fields.set(name, cbor::Value::fromInteger(value));
}

void FieldWriter::bytes(const char *name, const QByteArray &value)
{
    m_fields.set(name, cbor::Value(cbor::Bytes(value.begin(), value.end())));
}

void FieldWriter::idsUnlessEmpty(const char *name, const QList<DocumentId> &ids)
{
    if (ids.isEmpty())
        return;
    cbor::Array items;
    items.reserve(static_cast<std::size_t>(ids.size()));
    for (const DocumentId &id : ids)
        items.emplace_back(textToUtf8(id.text()).toStdString());
    m_fields.set(name, cbor::Value(std::move(items)));
}

void FieldWriter::objectUnlessEmpty(const char *name, const QJsonObject &value)
{
    if (!value.isEmpty())
        object(name, value);
}

void FieldWriter::object(const char *name, const QJsonObject &value)
{
    m_fields.set(name, cborFromJson(value));
}
