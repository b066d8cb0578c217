#include "model/base/ids.h"
#include "model/drawing/orderkeys.h"
#include "model/drawing/sceneedits.h"

#include <QJsonArray>
#include <QSet>

namespace {

using Names = QHash<QString, QString>;

QJsonValue mappedBinding(const QJsonValue &binding, const Names &names)
{
    QJsonObject object = binding.toObject();
    const QString id = names.value(object.value(QStringLiteral("elementId")).toString());
    if (id.isEmpty())
        return QJsonValue::Null;
    object.insert(QStringLiteral("elementId"), id);
    return object;
}

QJsonValue mappedBound(const QJsonValue &bound, const Names &names)
{
    if (!bound.isArray())
        return bound;
    QJsonArray kept;
    for (const QJsonValue entry : bound.toArray()) {
        QJsonObject object = entry.toObject();
        const QString id = names.value(object.value(QStringLiteral("id")).toString());
        if (id.isEmpty())
            continue;
        object.insert(QStringLiteral("id"), id);
        kept.append(object);
    }
    return kept;
}

/// What of `original` must point to the copies instead.
ElementFields references(const Element &original, const Names &names, Names &groups, Random &random)
{
    ElementFields fields;
    for (const QString &name : {QStringLiteral("startBinding"), QStringLiteral("endBinding")}) {
        if (original.value(name).isObject())
            fields.insert(name, mappedBinding(original.value(name), names));
    }
    for (const QString &name : {QStringLiteral("frameId"), QStringLiteral("containerId")}) {
        const QString id = original.string(name);
        if (!id.isEmpty())
            fields.insert(name,
                          names.contains(id) ? QJsonValue(names.value(id)) : QJsonValue::Null);
    }
    const QString bound = QStringLiteral("boundElements");
    fields.insert(bound, mappedBound(original.value(bound), names));
    QJsonArray groupIds;
    for (const QString &group : original.groupIds()) {
        if (!groups.contains(group))
            groups.insert(group, randomIdText(random));
        groupIds.append(groups.value(group));
    }
    fields.insert(QStringLiteral("groupIds"), groupIds);
    return fields;
}

/// Nearest neighbours of the group `moving` in the direction of `order`: the keys between which it
/// goes. Empty ends are open.
std::pair<QString, QString>
gapFor(const Scene &scene, const QSet<QString> &moving, sceneedits::Order order)
{
    using sceneedits::Order;
    QStringList keys;
    qsizetype at = -1; // how many of `keys` lie below the group
    for (const Element &element : scene.shown()) {
        if (!moving.contains(element.id()))
            keys.append(scene.orderKey(element.id()));
        else if (order == Order::Forward || order == Order::ToFront || at < 0)
            at = keys.size();
    }
    const auto keyAt = [&](qsizetype i) { return i >= 0 && i < keys.size() ? keys[i] : QString(); };
    switch (order) {
    case Order::ToFront:
        return {scene.topKey(), {}};
    case Order::ToBack:
        return {{}, scene.bottomKey()};
    case Order::Forward:
        while (at + 1 < keys.size() && keyAt(at) == keyAt(at + 1))
            ++at;
        return at >= keys.size() ? std::pair{scene.topKey(), QString()}
                                 : std::pair{keyAt(at), keyAt(at + 1)};
    case Order::Backward:
        --at;
        while (at > 0 && keyAt(at) == keyAt(at - 1))
            --at;
        return at < 0 ? std::pair{QString(), scene.bottomKey()}
                      : std::pair{keyAt(at - 1), keyAt(at)};
    }
    return {};
}

} // namespace

namespace sceneedits {

QList<Element> reordered(const Scene &scene, const QStringList &ids, Order order)
{
    const QStringList moving = scene.sorted(withDependents(scene, ids));
    const auto [low, high] = gapFor(scene, {moving.begin(), moving.end()}, order);
    const QList<QString> keys = orderKeysBetween(low, high, int(moving.size()));
    QList<Element> result;
    for (qsizetype i = 0; i < qMin(keys.size(), moving.size()); ++i)
        result.append(scene.find(moving[i])->with({{QStringLiteral("index"), keys[i]}}));
    return result;
}

QList<Element> copies(const Scene &scene,
                      const QList<Element> &originals,
                      const QPointF &by,
                      const EditContext &context)
{
    Names names;
    for (const Element &original : originals)
        names.insert(original.id(), randomIdText(context.random));
    const QList<QString> keys = orderKeysBetween(scene.topKey(), {}, int(originals.size()));
    Names groups;
    QList<Element> result;
    for (qsizetype i = 0; i < originals.size(); ++i) {
        const Element &original = originals[i];
        ElementFields fields = references(original, names, groups, context.random);
        fields.insert(QStringLiteral("id"), names.value(original.id()));
        fields.insert(QStringLiteral("index"), keys.value(i));
        fields.insert(QStringLiteral("isDeleted"), false);
        fields.insert(QStringLiteral("version"), 0);
        fields.insert(QStringLiteral("x"), original.value(QStringLiteral("x")).toDouble() + by.x());
        fields.insert(QStringLiteral("y"), original.value(QStringLiteral("y")).toDouble() + by.y());
        fields.insert(QStringLiteral("seed"), randomSeed(context.random));
        result.append(original.with(fields));
    }
    return result;
}

} // namespace sceneedits
