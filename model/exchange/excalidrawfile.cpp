#include "model/exchange/excalidrawfile.h"

#include "model/drawing/orderkeys.h"
#include "model/exchange/boundedjson.h"
#include "model/exchange/exchangelimits.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace {

const QString kType = QStringLiteral("excalidraw");
const QString kSource = QStringLiteral("https://github.com/sheaf");
constexpr int kFileVersion = 2;
constexpr qsizetype kNewIdLength = 21;

struct ExcalidrawText
{
    Q_DECLARE_TR_FUNCTIONS(ExcalidrawText)
};

bool isInRange(const QJsonValue &value)
{
    return !value.isDouble()
           || (std::isfinite(value.toDouble()) && std::abs(value.toDouble()) <= kMaxCoordinate);
}

bool isUsable(const QJsonObject &element)
{
    for (const QString &name : {QStringLiteral("x"),
                                QStringLiteral("y"),
                                QStringLiteral("width"),
                                QStringLiteral("height"),
                                QStringLiteral("angle")}) {
        if (!isInRange(element.value(name)))
            return false;
    }
    const QJsonArray points = element.value(QStringLiteral("points")).toArray();
    if (points.size() > kMaxPoints)
        return false;
    const bool pointsFit = std::all_of(points.begin(), points.end(), [](const QJsonValue &point) {
        const QJsonArray pair = point.toArray();
        return std::all_of(pair.begin(), pair.end(), isInRange);
    });
    return pointsFit && element.value(QStringLiteral("text")).toString().size() <= kMaxElementText;
}

class SceneReader
{
public:
    explicit SceneReader(ExcalidrawScene &scene)
        : m_scene(scene)
    {}

    void readElements(const QJsonArray &elements);

private:
    void readElement(QJsonObject element);
    void giveId(QJsonObject &element);
    void repairOrder();
    void tell();

    ExcalidrawScene &m_scene;
    QSet<QString> m_ids;
    int m_dropped = 0;
    int m_deleted = 0;
    int m_newIds = 0;
    int m_newKeys = 0;
};

void SceneReader::giveId(QJsonObject &element)
{
    const QString name = QStringLiteral("id");
    const QString old = element.value(name).toString();
    QString id = old;
    for (int number = 1; id.isEmpty() || id.size() > kMaxElementIdLength || m_ids.contains(id);
         ++number) {
        const QByteArray seed = old.toUtf8() + '#' + QByteArray::number(number);
        id = QString::fromLatin1(
            QCryptographicHash::hash(seed, QCryptographicHash::Sha256)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                .left(kNewIdLength));
    }
    m_ids.insert(id);
    if (id == old)
        return;
    ++m_newIds;
    element.insert(name, id);
}

void SceneReader::readElement(QJsonObject element)
{
    if (element.value(QStringLiteral("isDeleted")).toBool()) {
        ++m_deleted;
        return;
    }
    const bool isSelection = element.value(QStringLiteral("type")) == QStringLiteral("selection");
    if (element.isEmpty() || isSelection || !isUsable(element)) {
        ++m_dropped;
        return;
    }
    giveId(element);
    m_scene.elements.append(element);
}

void SceneReader::repairOrder()
{
    const QString name = QStringLiteral("index");
    QList<QString> keys;
    for (const QJsonObject &element : m_scene.elements)
        keys.append(element.value(name).toString());
    const QList<QString> repaired = repairedOrderKeys(keys);
    for (qsizetype i = 0; i < m_scene.elements.size(); ++i) {
        if (keys[i] == repaired[i])
            continue;
        ++m_newKeys;
        QJsonObject &element = m_scene.elements[i];
        QJsonObject order{{QStringLiteral("given"), repaired[i]}};
        if (element.contains(name))
            order.insert(QStringLiteral("was"), element.value(name));
        m_scene.givenOrder.insert(element.value(QStringLiteral("id")).toString(), order);
        element.insert(name, repaired[i]);
    }
}

void SceneReader::tell()
{
    QStringList &repairs = m_scene.repairs;
    if (m_dropped > 0)
        repairs += ExcalidrawText::tr(
            "%n element(s) could not be used and were left out.", nullptr, m_dropped);
    if (m_deleted > 0)
        repairs += ExcalidrawText::tr("%n deleted element(s) were left out.", nullptr, m_deleted);
    if (m_newIds > 0)
        repairs += ExcalidrawText::tr(
            "%n element(s) without an id of their own got one.", nullptr, m_newIds);
    if (m_newKeys > 0)
        repairs += ExcalidrawText::tr(
            "%n element(s) got a place in the order from back to front.", nullptr, m_newKeys);
}

void SceneReader::readElements(const QJsonArray &elements)
{
    m_scene.elements.reserve(elements.size());
    for (const QJsonValue &element : elements)
        readElement(element.toObject());
    repairOrder();
    tell();
}

} // namespace

Result<ExcalidrawScene, QString> readExcalidraw(const QByteArray &bytes)
{
    const Result<QJsonObject, QString> parsed = parseBoundedJson(bytes);
    if (!parsed.ok())
        return parsed.error();
    QJsonObject file = parsed.value();
    const QJsonValue elements = file.take(QStringLiteral("elements"));
    const QJsonValue appState = file.take(QStringLiteral("appState"));
    const QJsonValue files = file.take(QStringLiteral("files"));
    if (file.take(QStringLiteral("type")) != kType
        || !(elements.isUndefined() || elements.isArray())
        || !(appState.isUndefined() || appState.isNull() || appState.isObject()))
        return ExcalidrawText::tr("It is not an Excalidraw drawing.");
    if (elements.toArray().size() > kMaxElements)
        return ExcalidrawText::tr("It has more elements than Sheaf takes (%1).").arg(kMaxElements);
    ExcalidrawScene scene;
    scene.appState = appState.toObject();
    scene.files = files.toObject();
    if (file.value(QStringLiteral("version")) == kFileVersion)
        file.remove(QStringLiteral("version"));
    if (file.value(QStringLiteral("source")) == kSource)
        file.remove(QStringLiteral("source"));
    scene.extras = file;
    SceneReader(scene).readElements(elements.toArray());
    return scene;
}

QByteArray writeExcalidraw(const ExcalidrawScene &scene)
{
    QJsonObject file = scene.extras;
    QJsonArray elements;
    for (const QJsonObject &element : scene.elements)
        elements.append(element);
    file.insert(QStringLiteral("type"), kType);
    if (!file.contains(QStringLiteral("version")))
        file.insert(QStringLiteral("version"), kFileVersion);
    if (!file.contains(QStringLiteral("source")))
        file.insert(QStringLiteral("source"), kSource);
    file.insert(QStringLiteral("elements"), elements);
    file.insert(QStringLiteral("appState"), scene.appState);
    file.insert(QStringLiteral("files"), scene.files);
    return writeJson(file,
                     {QStringLiteral("type"),
                      QStringLiteral("version"),
                      QStringLiteral("source"),
                      QStringLiteral("elements"),
                      QStringLiteral("appState"),
                      QStringLiteral("files")});
}
