#include "model/drawing/sceneedits.h"

#include "model/base/ids.h"
#include "model/drawing/elementshape.h"
#include "model/drawing/geometry.h"
#include "model/drawing/orderkeys.h"

#include <QJsonArray>
#include <QSet>

#include <cmath>

namespace {

QJsonArray pointArray(const QList<QPointF> &points)
{
    QJsonArray array;
    for (const QPointF &p : points)
        array.append(QJsonArray{p.x(), p.y()});
    return array;
}

Element shifted(const Element &element, const QPointF &by)
{
    return element.with({
        {QStringLiteral("x"), element.value(QStringLiteral("x")).toDouble() + by.x()},
        {QStringLiteral("y"), element.value(QStringLiteral("y")).toDouble() + by.y()},
    });
}

/// The element with one end (first or last point) moved.
Element withEndMoved(const Element &element, bool atEnd, const QPointF &by)
{
    QList<QPointF> points = element.points();
    (atEnd ? points.last() : points.first()) += by;
    const QPointF first = points.first();
    for (QPointF &p : points)
        p -= first;
    const QPointF place = element.position() + first;
    const QRectF extent = extentOf(points);
    return element.with({
        {QStringLiteral("x"), place.x()},
        {QStringLiteral("y"), place.y()},
        {QStringLiteral("width"), extent.width()},
        {QStringLiteral("height"), extent.height()},
        {QStringLiteral("points"), pointArray(points)},
    });
}

QString boundTo(const Element &element, bool atEnd)
{
    const QString name = atEnd ? QStringLiteral("endBinding") : QStringLiteral("startBinding");
    return element.value(name).toObject().value(QStringLiteral("elementId")).toString();
}

/// Moves `element` so that its centre of rotation is `centre`.
Element centredAt(const Element &element, const QPointF &centre)
{
    const QPointF off = centre - boundsOf(element).center();
    return off.isNull() ? element : shifted(element, off);
}

} // namespace

namespace sceneedits {

QStringList withDependents(const Scene &scene, const QStringList &ids)
{
    QStringList result = ids;
    QSet<QString> seen(ids.begin(), ids.end());
    const auto add = [&](const QString &id) {
        if (!seen.contains(id)) {
            seen.insert(id);
            result.append(id);
        }
    };
    bool hasFrame = false;
    for (const QString &id : ids) {
        const Element *element = scene.find(id);
        hasFrame = hasFrame || (element && element->type() == ElementType::Frame);
    }
    if (hasFrame) {
        for (const Element &element : scene.shown()) {
            if (ids.contains(element.frameId()))
                add(element.id());
        }
    }
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (const Element *label = scene.labelOf(result[i]))
            add(label->id());
    }
    return result;
}

QList<Element> moved(const Scene &scene, const QStringList &ids, const QPointF &by)
{
    const QStringList all = withDependents(scene, ids);
    const QSet<QString> moving(all.begin(), all.end());
    QList<Element> result;
    QSet<QString> followers;
    for (const QString &id : all) {
        const Element *element = scene.find(id);
        if (!element)
            continue;
        result.append(shifted(*element, by));
        for (const QJsonValue bound : element->value(QStringLiteral("boundElements")).toArray())
            followers.insert(bound.toObject().value(QStringLiteral("id")).toString());
    }
    for (const QString &id : followers) {
        const Element *arrow = scene.find(id);
        if (!arrow || arrow->isDeleted() || moving.contains(id) || arrow->points().size() < 2
            || arrow->type() != ElementType::Arrow)
            continue;
        Element changed = *arrow;
        for (const bool atEnd : {false, true}) {
            if (moving.contains(boundTo(*arrow, atEnd)))
                changed = withEndMoved(changed, atEnd, by);
        }
        if (!changed.isSameAs(*arrow))
            result.append(changed);
    }
    return result;
}

Element reshaped(const Element &element, const QRectF &box)
{
    const QRectF old = element.isPointBased() ? element.box() : boundsOf(element);
    const double sx = old.width() > 0 ? box.width() / old.width() : 1;
    const double sy = old.height() > 0 ? box.height() / old.height() : 1;
    ElementFields fields{
        {QStringLiteral("width"), box.width()},
        {QStringLiteral("height"), box.height()},
        {QStringLiteral("x"), box.x()},
        {QStringLiteral("y"), box.y()},
    };
    if (element.isPointBased()) {
        QList<QPointF> points = element.points();
        for (QPointF &p : points)
            p = {p.x() * sx, p.y() * sy};
        const QPointF origin = element.position() - old.topLeft();
        fields[QStringLiteral("x")] = box.x() + origin.x() * sx;
        fields[QStringLiteral("y")] = box.y() + origin.y() * sy;
        fields[QStringLiteral("points")] = pointArray(points);
    } else if (element.type() == ElementType::Text) {
        fields[QStringLiteral("fontSize")] = std::max(1.0, element.text().fontSize * sy);
    }
    const QPointF centre = rotated(box.center(), boundsOf(element).center(), element.angle());
    const Element result = element.with(fields);
    return element.angle() == 0 ? result : centredAt(result, centre);
}

QList<Element>
scaled(const Scene &scene, const QStringList &ids, const QRectF &from, const QRectF &to)
{
    const double sx = from.width() > 0 ? to.width() / from.width() : 1;
    const double sy = from.height() > 0 ? to.height() / from.height() : 1;
    QList<Element> result;
    for (const QString &id : withDependents(scene, ids)) {
        const Element *element = scene.find(id);
        if (!element)
            continue;
        const QRectF box = element->box();
        const QPointF corner((box.x() - from.x()) * sx + to.x(),
                             (box.y() - from.y()) * sy + to.y());
        QRectF target(corner, QSizeF(box.width() * sx, box.height() * sy));
        if (element->angle() == 0) {
            result.append(reshaped(*element, target));
            continue;
        }
        const QPointF centre = boundsOf(*element).center();
        const QPointF newCentre((centre.x() - from.x()) * sx + to.x(),
                                (centre.y() - from.y()) * sy + to.y());
        result.append(centredAt(reshaped(*element, target), newCentre));
    }
    return result;
}

QList<Element> turned(const Scene &scene, const QStringList &ids, const QPointF &centre, double by)
{
    QList<Element> result;
    for (const QString &id : withDependents(scene, ids)) {
        const Element *element = scene.find(id);
        if (!element)
            continue;
        const QPointF target = rotated(boundsOf(*element).center(), centre, by);
        const double full = 2 * M_PI;
        double angle = std::fmod(element->angle() + by, full);
        if (angle < 0)
            angle += full;
        result.append(centredAt(element->with({{QStringLiteral("angle"), angle}}), target));
    }
    return result;
}

QList<Element> deleted(const Scene &scene, const QStringList &ids)
{
    QStringList gone = ids;
    for (const QString &id : ids) {
        if (const Element *label = scene.labelOf(id); label && !gone.contains(label->id()))
            gone.append(label->id());
    }
    const QSet<QString> set(gone.begin(), gone.end());
    QList<Element> result;
    for (const QString &id : gone) {
        const Element *element = scene.find(id);
        if (element && !element->isDeleted())
            result.append(element->with({{QStringLiteral("isDeleted"), true}}));
    }
    for (const Element &element : scene.shown()) {
        if (set.contains(element.id()))
            continue;
        ElementFields fields;
        for (const bool atEnd : {false, true}) {
            if (set.contains(boundTo(element, atEnd)))
                fields.insert(atEnd ? QStringLiteral("endBinding") : QStringLiteral("startBinding"),
                              QJsonValue::Null);
        }
        const QJsonArray bound = element.value(QStringLiteral("boundElements")).toArray();
        QJsonArray kept;
        for (const QJsonValue entry : bound) {
            if (!set.contains(entry.toObject().value(QStringLiteral("id")).toString()))
                kept.append(entry);
        }
        if (kept.size() != bound.size())
            fields.insert(QStringLiteral("boundElements"), kept);
        if (set.contains(element.frameId()))
            fields.insert(QStringLiteral("frameId"), QJsonValue::Null);
        if (!fields.isEmpty())
            result.append(element.with(fields));
    }
    return result;
}

QRectF boundsOfAll(const Scene &scene, const QStringList &ids)
{
    QRectF result;
    bool first = true;
    for (const QString &id : ids) {
        const Element *element = scene.find(id);
        if (!element || element->isDeleted())
            continue;
        const QRectF bounds = turnedBoundsOf(*element);
        if (first) {
            result = bounds;
        } else {
            // Not QRectF::united: it ignores boxes without an area, such as a level line's.
            result = QRectF(QPointF(std::min(result.left(), bounds.left()),
                                    std::min(result.top(), bounds.top())),
                            QPointF(std::max(result.right(), bounds.right()),
                                    std::max(result.bottom(), bounds.bottom())));
        }
        first = false;
    }
    return result;
}

} // namespace sceneedits
