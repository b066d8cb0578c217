#include "model/document/documentfields.h"

#include <QJsonArray>
#include <QStringDecoder>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

constexpr double kLargestExactInteger = 9007199254740992.0; // 2^53

cbor::Value fromNumber(const QJsonValue &value)
{
    // QJsonValue keeps what the parser saw: 64-bit integers are not rounded to doubles.
    if (value.toVariant().typeId() == QMetaType::LongLong)
        return cbor::Value::fromInteger(value.toInteger());
    const double number = value.toDouble();
    if (number == std::floor(number) && std::fabs(number) <= kLargestExactInteger)
        return cbor::Value::fromInteger(static_cast<std::int64_t>(number));
    return cbor::Value(number);
}

cbor::Value fromArray(const QJsonArray &items)
{
    cbor::Array array;
    array.reserve(static_cast<std::size_t>(items.size()));
    for (const QJsonValue item : items)
        array.push_back(cborFromJson(item));
    return cbor::Value(std::move(array));
}

cbor::Value fromObject(const QJsonObject &object)
{
    cbor::Map map;
    for (auto it = object.begin(); it != object.end(); ++it) {
        std::string key = textToUtf8(it.key()).toStdString();
        if (it.key().isValidUtf16())
            map.append(std::move(key), cborFromJson(it.value()));
        else
            map.set(std::move(key), cborFromJson(it.value())); // two repaired keys may be equal
    }
    return cbor::Value(std::move(map));
}

QString toText(const std::string &utf8)
{
    return textFromUtf8(QByteArray::fromRawData(utf8.data(), static_cast<qsizetype>(utf8.size())))
        .value_or(QString());
}

struct ToJson
{
    QJsonValue operator()(cbor::Null) const { return QJsonValue(QJsonValue::Null); }
    QJsonValue operator()(bool value) const { return value; }
    QJsonValue operator()(std::uint64_t value) const
    {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<qint64>::max()))
            return static_cast<double>(value);
        return static_cast<qint64>(value);
    }
    QJsonValue operator()(cbor::Negative value) const
    {
        std::int64_t number = 0;
        if (cbor::Value(value).toInt64(number))
            return static_cast<qint64>(number);
        return -1.0 - static_cast<double>(value.argument);
    }
    QJsonValue operator()(double value) const { return value; }
    QJsonValue operator()(const std::string &value) const { return toText(value); }
    QJsonValue operator()(const cbor::Bytes &value) const
    {
        const QByteArray bytes(reinterpret_cast<const char *>(value.data()),
                               static_cast<qsizetype>(value.size()));
        return QString::fromLatin1(bytes.toBase64());
    }
    QJsonValue operator()(const cbor::BigNatural &value) const { return (*this)(value.bytes); }
    QJsonValue operator()(const cbor::Array &value) const
    {
        QJsonArray array;
        for (const cbor::Value &item : value)
            array.append(jsonFromCbor(item));
        return array;
    }
    QJsonValue operator()(const cbor::Map &value) const
    {
        QJsonObject object;
        for (const cbor::Map::Entry &entry : value.entries())
            object.insert(toText(entry.first), jsonFromCbor(entry.second));
        return object;
    }
};

struct ExactJson
{
    bool operator()(cbor::Null) const { return true; }
    bool operator()(bool) const { return true; }
    bool operator()(std::uint64_t value) const
    {
        return value <= static_cast<std::uint64_t>(std::numeric_limits<qint64>::max());
    }
    bool operator()(cbor::Negative value) const { return (*this)(value.argument); }
    bool operator()(double value) const { return std::isfinite(value); }
    bool operator()(const std::string &) const { return true; }
    bool operator()(const cbor::Bytes &) const { return false; }
    bool operator()(const cbor::BigNatural &) const { return false; }
    bool operator()(const cbor::Array &value) const
    {
        return std::all_of(value.begin(), value.end(), isExactJson);
    }
    bool operator()(const cbor::Map &value) const
    {
        return std::all_of(value.entries().begin(),
                           value.entries().end(),
                           [](const cbor::Map::Entry &entry) { return isExactJson(entry.second); });
    }
};

} // namespace

cbor::Value cborFromJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return cbor::Value(value.toBool());
    case QJsonValue::Double:
        return fromNumber(value);
    case QJsonValue::String:
        return cbor::Value(textToUtf8(value.toString()).toStdString());
    case QJsonValue::Array:
        return fromArray(value.toArray());
    case QJsonValue::Object:
        return fromObject(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return cbor::Value();
}

QJsonValue jsonFromCbor(const cbor::Value &value)
{
    return std::visit(ToJson{}, value.variant());
}

bool isExactJson(const cbor::Value &value)
{
    return std::visit(ExactJson{}, value.variant());
}

std::optional<QString> textFromUtf8(const QByteArray &bytes)
{
    // QString::fromUtf8 drops a leading byte order mark and repairs what is not UTF-8.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless
                               | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

QByteArray textToUtf8(const QString &text)
{
    if (text.isValidUtf16())
        return text.toUtf8();
    QString repaired = text;
    for (qsizetype i = 0; i < repaired.size(); ++i) {
        const bool pair = repaired[i].isHighSurrogate() && i + 1 < repaired.size()
                          && repaired[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (repaired[i].isSurrogate())
            repaired[i] = QChar(QChar::ReplacementCharacter);
    }
    return repaired.toUtf8();
}
