#include "model/drawing/scene.h"

#include "model/drawing/elementshape.h"
#include "model/drawing/hittest.h"
#include "model/drawing/orderkeys.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

void Scene::reset(const QList<Element> &elements)
{
    m_entries.clear();
    m_places.clear();
    m_entries.reserve(size_t(elements.size()));
    QSet<QString> seen;
    QList<Element> keyless;
    for (const Element &element : elements) {
        if (element.id().isEmpty() || seen.contains(element.id()))
            continue;
        seen.insert(element.id());
        if (isOrderKey(element.orderKey()))
            m_entries.push_back(entryOf(element, element.orderKey()));
        else
            keyless.append(element);
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.key, a.element.id()) < std::tie(b.key, b.element.id());
    });
    const QList<QString> fresh = orderKeysBetween(topKey(), {}, int(keyless.size()));
    for (qsizetype i = 0; i < qMin(keyless.size(), fresh.size()); ++i)
        m_entries.push_back(entryOf(keyless[i], fresh[i]));
    reindexFrom(0);
}

Scene::Entry Scene::entryOf(const Element &element, const QString &key)
{
    return {element, key, element.isDeleted() ? QRectF() : paintedBoundsOf(element)};
}

void Scene::put(const Element &element)
{
    const auto found = m_places.constFind(element.id());
    if (found == m_places.constEnd()) {
        const QString key = isOrderKey(element.orderKey())
                                ? element.orderKey()
                                : orderKeyBetween(topKey(), {}).value_or(topKey());
        insert(entryOf(element, key));
        return;
    }
    Entry &old = m_entries[*found];
    const QString key = isOrderKey(element.orderKey()) ? element.orderKey() : old.key;
    if (key == old.key) {
        old = entryOf(element, key);
        return;
    }
    const size_t position = *found;
    m_entries.erase(m_entries.begin() + std::ptrdiff_t(position));
    m_places.remove(element.id());
    reindexFrom(position);
    insert(entryOf(element, key));
}

void Scene::insert(Entry entry)
{
    const auto place = std::upper_bound(
        m_entries.begin(), m_entries.end(), entry, [](const Entry &a, const Entry &b) {
            return std::tie(a.key, a.element.id()) < std::tie(b.key, b.element.id());
        });
    const size_t position = size_t(place - m_entries.begin());
    m_entries.insert(place, std::move(entry));
    reindexFrom(position);
}

void Scene::reindexFrom(size_t position)
{
    for (size_t i = position; i < m_entries.size(); ++i)
        m_places.insert(m_entries[i].element.id(), i);
}

const Element *Scene::find(const QString &id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.constEnd() ? nullptr : &m_entries[*found].element;
}

bool Scene::isShown(const QString &id) const
{
    const Element *element = find(id);
    return element && !element->isDeleted();
}

bool Scene::isEmpty() const
{
    return shownCount() == 0;
}

qsizetype Scene::shownCount() const
{
    return std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) {
        return !entry.element.isDeleted();
    });
}

QList<Element> Scene::shown() const
{
    QList<Element> result;
    for (const Entry &entry : m_entries) {
        if (!entry.element.isDeleted())
            result.append(entry.element);
    }
    return result;
}

QList<Element> Scene::all() const
{
    QList<Element> result;
    for (const Entry &entry : m_entries)
        result.append(entry.element);
    return result;
}

QRectF Scene::bounds() const
{
    QRectF result;
    for (const Entry &entry : m_entries) {
        if (!entry.element.isDeleted())
            result |= entry.painted;
    }
    return result;
}

QList<const Element *> Scene::in(const QRectF &area) const
{
    QList<const Element *> result;
    for (const Entry &entry : m_entries) {
        if (!entry.element.isDeleted() && entry.painted.intersects(area))
            result.append(&entry.element);
    }
    return result;
}

QRectF Scene::paintedBounds(const QString &id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.constEnd() ? QRectF() : m_entries[*found].painted;
}

const Element *Scene::at(const QPointF &point, double tolerance) const
{
    const QRectF around(point - QPointF(tolerance, tolerance),
                        QSizeF(2 * tolerance, 2 * tolerance));
    for (auto it = m_entries.rbegin(); it != m_entries.rend(); ++it) {
        const Element &element = it->element;
        if (element.isDeleted() || element.isLocked() || !it->painted.intersects(around))
            continue;
        if (isHit(element, point, tolerance))
            return &element;
    }
    return nullptr;
}

QStringList Scene::inside(const QRectF &area) const
{
    QStringList ids;
    for (const Element *element : in(area)) {
        if (!element->isLocked() && isInside(*element, area))
            ids.append(element->id());
    }
    return ids;
}

QStringList Scene::touching(const QRectF &area) const
{
    QStringList ids;
    for (const Element *element : in(area)) {
        if (!element->isLocked() && touches(*element, area))
            ids.append(element->id());
    }
    return ids;
}

QStringList Scene::crossed(const QPointF &from, const QPointF &to, double tolerance) const
{
    const QRectF way =
        QRectF(from, to).normalized().adjusted(-tolerance, -tolerance, tolerance, tolerance);
    QStringList ids;
    for (const Element *element : in(way)) {
        if (!element->isLocked() && isCrossed(*element, from, to, tolerance))
            ids.append(element->id());
    }
    return ids;
}

QString Scene::orderKey(const QString &id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.constEnd() ? QString() : m_entries[*found].key;
}

QString Scene::topKey() const
{
    return m_entries.empty() ? QString() : m_entries.back().key;
}

QString Scene::bottomKey() const
{
    return m_entries.empty() ? QString() : m_entries.front().key;
}

QStringList Scene::unsavedOrder() const
{
    QStringList ids;
    for (const Entry &entry : m_entries) {
        if (entry.key != entry.element.orderKey())
            ids.append(entry.element.id());
    }
    return ids;
}

QStringList Scene::sorted(const QStringList &ids) const
{
    QStringList result;
    for (const QString &id : ids) {
        if (m_places.contains(id))
            result.append(id);
    }
    std::sort(result.begin(), result.end(), [this](const QString &a, const QString &b) {
        return m_places[a] < m_places[b];
    });
    return result;
}

const Element *Scene::labelOf(const QString &id) const
{
    const Element *container = find(id);
    if (!container)
        return nullptr;
    const QJsonArray bound = container->value(QStringLiteral("boundElements")).toArray();
    for (const QJsonValue entry : bound) {
        const QJsonObject object = entry.toObject();
        if (object.value(QStringLiteral("type")).toString() != QLatin1String("text"))
            continue;
        const Element *label = find(object.value(QStringLiteral("id")).toString());
        if (label && !label->isDeleted() && label->text().containerId == id)
            return label;
    }
    return nullptr;
}
