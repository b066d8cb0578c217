#pragma once

#include "model/drawing/element.h"

#include <QSharedData>

/// What stands behind an Element: its JSON without what is kept compactly, and what is shown of it.
class ElementData : public QSharedData
{
public:
    /// Fills everything from `json`, by the loading rules.
    void read(const QJsonObject &json);
    QJsonObject json() const;

    /// Replaces `fields`; false if points are among them or depend on them: then `read` has to be
    /// used.
    bool replace(const ElementFields &fields);

    QJsonObject rest; ///< The JSON, without points and pressures if these are kept below exactly.
    bool ownsPoints = false; ///< `storedPoints` stands for the field "points".
    bool ownsPressures = false;
    QList<QPointF> storedPoints;
    QPointF shift; ///< From the stored place to the first point.

    QString id;
    ElementType type = ElementType::Unknown;
    QPointF position;
    QRectF box;
    double angle = 0;
    ElementStyle style;
    QList<QPointF> points;
    QList<double> pressures;
    ElementText text;
    QString orderKey;
    int version = 1;
    bool isDeleted = false;

private:
    void readRest();
    void readStyle();
    void readPoints(const QJsonObject &json);
    void readText();
    void placeBox();
};
