#include "model/drawing/elementpatch.h"

#include <QSet>

namespace {

/// Fields that only make sense together.
const QStringList &geometryFields()
{
    static const QStringList fields{QStringLiteral("x"),
                                    QStringLiteral("y"),
                                    QStringLiteral("width"),
                                    QStringLiteral("height"),
                                    QStringLiteral("angle"),
                                    QStringLiteral("points"),
                                    QStringLiteral("pressures")};
    return fields;
}

bool isStamp(const QString &name)
{
    return name == QLatin1String("version") || name == QLatin1String("versionNonce")
           || name == QLatin1String("updated");
}

void put(ElementPatch &patch,
         const QString &name,
         const QJsonObject &before,
         const QJsonObject &after)
{
    patch.before.insert(
        name, before.contains(name) ? before.value(name) : QJsonValue(QJsonValue::Undefined));
    patch.after.insert(
        name, after.contains(name) ? after.value(name) : QJsonValue(QJsonValue::Undefined));
}

} // namespace

ElementPatch patchBetween(const Element &before, const Element &after)
{
    ElementPatch patch{after.id(), {}, {}};
    const QJsonObject a = before.toJson();
    const QJsonObject b = after.toJson();
    QSet<QString> names;
    for (auto it = a.begin(); it != a.end(); ++it)
        names.insert(it.key());
    for (auto it = b.begin(); it != b.end(); ++it)
        names.insert(it.key());
    bool geometry = false;
    for (const QString &name : names) {
        if (isStamp(name) || a.value(name) == b.value(name))
            continue;
        if (geometryFields().contains(name))
            geometry = true;
        else
            put(patch, name, a, b);
    }
    if (geometry) {
        for (const QString &name : geometryFields())
            put(patch, name, a, b);
    }
    return patch;
}

Element patched(const Element &element, const ElementPatch &patch, PatchRule rule)
{
    const QJsonObject now = element.toJson();
    const auto isUntouched = [&](const QString &name) {
        return rule == PatchRule::Always || now.value(name) == patch.before.value(name);
    };
    bool geometryUntouched = true;
    for (const QString &name : geometryFields()) {
        if (patch.before.contains(name))
            geometryUntouched = geometryUntouched && isUntouched(name);
    }
    ElementFields fields;
    for (auto it = patch.after.begin(); it != patch.after.end(); ++it) {
        const bool free =
            geometryFields().contains(it.key()) ? geometryUntouched : isUntouched(it.key());
        if (free && now.value(it.key()) != it.value())
            fields.insert(it.key(), it.value());
    }
    return fields.isEmpty() ? element : element.with(fields);
}
