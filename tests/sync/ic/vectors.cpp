#include "vectors.h"

#include <QFile>
#include <QJsonDocument>

#include <limits>

QJsonObject vectorFile(const char *name)
{
    QFile file(QStringLiteral(SHEAF_TEST_DATA "/vectors/") + QLatin1String(name)
               + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no vectors %s", name);
    // Qt drops a byte order mark at the start of a text; escaped it stays.
    const QByteArray json = file.readAll().replace("\xef\xbb\xbf", "\\ufeff");
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("vectors %s are not JSON", name);
    return document.object();
}

ic::Bytes hexOf(const QJsonValue &value)
{
    auto bytes = ic::fromHex(value.toString().toStdString());
    if (!value.isString() || !bytes)
        qFatal("a vector has no hexadecimal where it should have");
    return *std::move(bytes);
}

std::uint64_t numberOf(const QJsonValue &value)
{
    bool ok = false;
    const auto number = value.toString().toULongLong(&ok);
    if (!ok)
        qFatal("a vector has no decimal number where it should have");
    return number;
}

UtcTime timeOf(const QJsonValue &value)
{
    return UtcTime(std::chrono::nanoseconds(static_cast<std::int64_t>(numberOf(value))));
}

std::string textOf(const QJsonValue &value)
{
    if (!value.isString())
        qFatal("a vector has no text where it should have");
    return value.toString().toStdString();
}

namespace {

cbor::Value integerOf(const QString &digits)
{
    bool ok = false;
    const auto number = digits.toULongLong(&ok);
    if (ok)
        return cbor::Value(std::uint64_t{number});
    if (digits.startsWith(QLatin1Char('-')))
        return cbor::Value::fromInteger(digits.toLongLong());
    if (digits != QLatin1String("18446744073709551616"))
        qFatal("a number that the tests cannot read");
    return cbor::Value(cbor::BigNatural{{1, 0, 0, 0, 0, 0, 0, 0, 0}});
}

/// "byte i is i mod 256"
ic::Bytes countingBytes(int length)
{
    ic::Bytes bytes;
    for (int i = 0; i < length; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i));
    return bytes;
}

} // namespace

cbor::Value cborOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (object.contains(QStringLiteral("blob_pattern")))
        return cbor::Value(countingBytes(object[QStringLiteral("length")].toInt()));
    if (object.size() != 1)
        qFatal("a value form that the tests do not know");
    const QString form = object.keys().constFirst();
    const QJsonValue content = object[form];
    if (form == QLatin1String("blob") || form == QLatin1String("bytes"))
        return cbor::Value(hexOf(content));
    if (form == QLatin1String("text"))
        return cbor::Value(textOf(content));
    if (form == QLatin1String("nat") || form == QLatin1String("int"))
        return integerOf(content.toString());
    if (form == QLatin1String("bool"))
        return cbor::Value(content.toBool());
    if (form == QLatin1String("null"))
        return cbor::Value();
    if (form == QLatin1String("array")) {
        cbor::Array array;
        for (const QJsonValue &item : content.toArray())
            array.push_back(cborOf(item));
        return cbor::Value(std::move(array));
    }
    if (form != QLatin1String("map"))
        qFatal("a value form that the tests do not know");
    cbor::Map map;
    const QJsonObject members = content.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        map.append(it.key().toStdString(), cborOf(it.value()));
    return cbor::Value(std::move(map));
}
