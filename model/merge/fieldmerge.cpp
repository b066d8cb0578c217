#include "model/merge/fieldmerge.h"

#include <algorithm>

QList<DocumentId> mergeSets(const QList<DocumentId> &base,
                            const QList<DocumentId> &mine,
                            const QList<DocumentId> &theirs)
{
    QList<DocumentId> result;
    for (const QList<DocumentId> *side : {&mine, &theirs}) {
        for (const DocumentId &id : *side) {
            const bool keptByBoth = mine.contains(id) && theirs.contains(id);
            if (!result.contains(id) && (keptByBoth || !base.contains(id)))
                result.append(id);
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

namespace {

std::optional<cbor::Value> valueOf(const cbor::Map &map, const std::string &key)
{
    const cbor::Value *value = map.find(key);
    return value ? std::optional(*value) : std::nullopt;
}

} // namespace

cbor::Map mergeMaps(const cbor::Map &base,
                    const cbor::Map &mine,
                    const cbor::Map &theirs,
                    QStringList &clashes)
{
    cbor::Map result;
    const auto take = [&](const std::string &key) {
        const auto value = mergeNamed(QString::fromStdString(key),
                                      valueOf(base, key),
                                      valueOf(mine, key),
                                      valueOf(theirs, key),
                                      clashes);
        if (value)
            result.append(key, *value);
    };
    for (const auto &entry : mine.entries())
        take(entry.first);
    for (const auto &entry : theirs.entries()) {
        if (!mine.find(entry.first))
            take(entry.first);
    }
    return result;
}

QJsonObject mergeObjects(const QJsonObject &base,
                         const QJsonObject &mine,
                         const QJsonObject &theirs,
                         QStringList &clashes)
{
    QJsonObject result = mine;
    for (auto it = theirs.begin(); it != theirs.end(); ++it)
        result.insert(it.key(), it.value());
    const QStringList keys = result.keys();
    for (const QString &key : keys) {
        // A missing key is Undefined, which differs from null.
        const QJsonValue value =
            mergeNamed(key, base.value(key), mine.value(key), theirs.value(key), clashes);
        if (value.isUndefined())
            result.remove(key);
        else
            result.insert(key, value);
    }
    return result;
}
