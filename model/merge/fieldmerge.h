#pragma once

#include "model/base/cbor.h"
#include "model/document/document.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

/// One value with three states. Whoever changed it wins; if both did and differently, it clashes
/// and mine is taken for the time being.
template <typename T>
struct FieldMerge
{
    T value;
    bool clash = false;
};

template <typename T>
FieldMerge<T> mergeField(const T &base, const T &mine, const T &theirs)
{
    if (mine == theirs || theirs == base)
        return {mine, false};
    if (mine == base)
        return {theirs, false};
    return {mine, true};
}

/// As `mergeField`; a clash is noted under `name`.
template <typename T>
T mergeNamed(
    const QString &name, const T &base, const T &mine, const T &theirs, QStringList &clashes)
{
    FieldMerge<T> merge = mergeField(base, mine, theirs);
    if (merge.clash)
        clashes.append(name);
    return std::move(merge.value);
}

/// Sets without a common base value: kept is what both kept, added what one added. Sorted.
QList<DocumentId> mergeSets(const QList<DocumentId> &base,
                            const QList<DocumentId> &mine,
                            const QList<DocumentId> &theirs);

/// Key by key; a key that both changed differently is noted with its name.
cbor::Map mergeMaps(const cbor::Map &base,
                    const cbor::Map &mine,
                    const cbor::Map &theirs,
                    QStringList &clashes);
QJsonObject mergeObjects(const QJsonObject &base,
                         const QJsonObject &mine,
                         const QJsonObject &theirs,
                         QStringList &clashes);
