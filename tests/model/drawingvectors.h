#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointF>

/// Tolerance of the reference numbers, which have six decimals.
constexpr double kVectorTolerance = 1e-5;

/// One list of tests/data/drawing-vectors.json: numbers made by the original libraries.
inline QJsonArray drawingVectors(const QString &name)
{
    QFile file(QStringLiteral(SHEAF_TEST_DATA "/drawing-vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object().value(name).toArray();
}

inline QPointF pointOf(const QJsonValue &value)
{
    return {value.toArray().at(0).toDouble(), value.toArray().at(1).toDouble()};
}

inline QList<QPointF> pointsOf(const QJsonValue &value)
{
    QList<QPointF> points;
    for (const QJsonValue point : value.toArray())
        points.append(pointOf(point));
    return points;
}

inline bool isNear(double a, double b)
{
    return qAbs(a - b) <= kVectorTolerance;
}
