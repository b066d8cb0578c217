#include "model/exchange/boundedjson.h"

#include "model/exchange/exchangelimits.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace {

struct JsonText
{
    Q_DECLARE_TR_FUNCTIONS(JsonText)
};

int deepestNesting(const QByteArray &bytes)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == '"')
            inString = true;
        else if (c == '{' || c == '[')
            deepest = std::max(deepest, ++depth);
        else if (c == '}' || c == ']')
            --depth;
    }
    return deepest;
}

class Writer
{
public:
    void object(const QJsonObject &object, const QStringList &first = {});
    QByteArray take() { return std::move(m_text); }

private:
    void value(const QJsonValue &value);
    void array(const QJsonArray &array);
    void number(const QJsonValue &value);
    void string(const QString &text);
    void line() { m_text += '\n' + QByteArray(2 * m_depth, ' '); }

    QByteArray m_text;
    int m_depth = 0;
};

void Writer::string(const QString &text)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact); // ["..."]
    m_text += array.sliced(1, array.size() - 2);
}

void Writer::number(const QJsonValue &value)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact); // [1.5]
    m_text += array.sliced(1, array.size() - 2);
}

void Writer::array(const QJsonArray &array)
{
    if (array.isEmpty()) {
        m_text += "[]";
        return;
    }
    m_text += '[';
    ++m_depth;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            m_text += ',';
        line();
        value(array[i]);
    }
    --m_depth;
    line();
    m_text += ']';
}

void Writer::object(const QJsonObject &object, const QStringList &first)
{
    QStringList keys;
    for (const QString &key : first) {
        if (object.contains(key))
            keys += key;
    }
    for (const QString &key : object.keys()) {
        if (!first.contains(key))
            keys += key;
    }
    if (keys.isEmpty()) {
        m_text += "{}";
        return;
    }
    m_text += '{';
    ++m_depth;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0)
            m_text += ',';
        line();
        string(keys[i]);
        m_text += ": ";
        value(object.value(keys[i]));
    }
    --m_depth;
    line();
    m_text += '}';
}

void Writer::value(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return object(value.toObject());
    case QJsonValue::Array:
        return array(value.toArray());
    case QJsonValue::String:
        return string(value.toString());
    case QJsonValue::Double:
        return number(value);
    case QJsonValue::Bool:
        m_text += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        m_text += "null";
        return;
    }
}

} // namespace

Result<QJsonObject, QString> parseBoundedJson(const QByteArray &bytes)
{
    if (deepestNesting(bytes) > kMaxJsonDepth)
        return JsonText::tr("It is nested too deeply to be a drawing.");
    QByteArray text = bytes;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return JsonText::tr("It is not valid JSON (at byte %1).").arg(error.offset);
    if (!document.isObject())
        return JsonText::tr("It does not hold a JSON object.");
    return document.object();
}

QByteArray writeJson(const QJsonObject &object, const QStringList &first)
{
    Writer writer;
    writer.object(object, first);
    return writer.take() + '\n';
}
