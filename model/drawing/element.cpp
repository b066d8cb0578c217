#include "model/drawing/element.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/base/random.h"
#include "model/drawing/elementdata.h"

#include <QJsonArray>

Element::Element()
    : d(new ElementData)
{}

Element::Element(ElementData *data)
    : d(data)
{}

Element::Element(const Element &) = default;
Element::Element(Element &&) noexcept = default;
Element &Element::operator=(const Element &) = default;
Element &Element::operator=(Element &&) noexcept = default;
Element::~Element() = default;

Element Element::fromJson(const QJsonObject &json)
{
    auto *data = new ElementData;
    Element element(data);
    data->read(json);
    return element;
}

QJsonObject Element::toJson() const
{
    return d->json();
}

const QString &Element::id() const
{
    return d->id;
}

ElementType Element::type() const
{
    return d->type;
}

QString Element::typeName() const
{
    return string(QStringLiteral("type"));
}

QPointF Element::position() const
{
    return d->position;
}

QRectF Element::box() const
{
    return d->box;
}

double Element::angle() const
{
    return d->angle;
}

const ElementStyle &Element::style() const
{
    return d->style;
}

const QList<QPointF> &Element::points() const
{
    return d->points;
}

const QList<double> &Element::pressures() const
{
    return d->pressures;
}

bool Element::isPointBased() const
{
    return d->type == ElementType::Line || d->type == ElementType::Arrow
           || d->type == ElementType::Freedraw;
}

const ElementText &Element::text() const
{
    return d->text;
}

const QString &Element::orderKey() const
{
    return d->orderKey;
}

QString Element::frameId() const
{
    return string(QStringLiteral("frameId"));
}

QStringList Element::groupIds() const
{
    QStringList ids;
    for (const QJsonValue id : value(QStringLiteral("groupIds")).toArray())
        ids.append(id.toString());
    return ids;
}

int Element::version() const
{
    return d->version;
}

int Element::versionNonce() const
{
    return value(QStringLiteral("versionNonce")).toInt();
}

qint64 Element::updated() const
{
    return value(QStringLiteral("updated")).toInteger();
}

bool Element::isDeleted() const
{
    return d->isDeleted;
}

bool Element::isLocked() const
{
    return value(QStringLiteral("locked")).toBool();
}

QJsonValue Element::value(const QString &name) const
{
    if ((d->ownsPoints && name == QLatin1String("points"))
        || (d->ownsPressures && name == QLatin1String("pressures")))
        return d->json().value(name);
    return d->rest.value(name);
}

Element Element::with(const ElementFields &fields) const
{
    Element quick = *this;
    if (quick.d->replace(fields))
        return quick;
    QJsonObject json = toJson();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.value().isUndefined())
            json.remove(it.key());
        else
            json.insert(it.key(), it.value());
    }
    return fromJson(json);
}

bool operator==(const Element &a, const Element &b)
{
    return a.d == b.d || a.toJson() == b.toJson();
}

Element stamped(const Element &element, const EditContext &context)
{
    return element.with({
        {QStringLiteral("version"), element.version() + 1},
        {QStringLiteral("versionNonce"), randomSeed(context.random)},
        {QStringLiteral("updated"), qint64(toMilliseconds(context.clock.now()))},
    });
}

Element newElement(const QString &type, const ElementFields &fields, const EditContext &context)
{
    const Element empty = Element::fromJson({
        {QStringLiteral("id"), randomIdText(context.random)},
        {QStringLiteral("type"), type},
        {QStringLiteral("x"), 0},
        {QStringLiteral("y"), 0},
        {QStringLiteral("width"), 0},
        {QStringLiteral("height"), 0},
        {QStringLiteral("angle"), 0},
        {QStringLiteral("strokeColor"), QStringLiteral("#1e1e1e")},
        {QStringLiteral("backgroundColor"), QStringLiteral("transparent")},
        {QStringLiteral("fillStyle"), QStringLiteral("solid")},
        {QStringLiteral("strokeWidth"), 2},
        {QStringLiteral("strokeStyle"), QStringLiteral("solid")},
        {QStringLiteral("roughness"), 1},
        {QStringLiteral("opacity"), 100},
        {QStringLiteral("groupIds"), QJsonArray()},
        {QStringLiteral("frameId"), QJsonValue::Null},
        {QStringLiteral("index"), QJsonValue::Null},
        {QStringLiteral("roundness"), QJsonValue::Null},
        {QStringLiteral("seed"), randomSeed(context.random)},
        {QStringLiteral("version"), 1},
        {QStringLiteral("versionNonce"), randomSeed(context.random)},
        {QStringLiteral("isDeleted"), false},
        {QStringLiteral("boundElements"), QJsonValue::Null},
        {QStringLiteral("updated"), qint64(toMilliseconds(context.clock.now()))},
        {QStringLiteral("link"), QJsonValue::Null},
        {QStringLiteral("locked"), false},
    });
    return empty.with(fields);
}

int randomSeed(Random &random)
{
    return 1 + int(random.fraction() * 2147483646.0);
}
