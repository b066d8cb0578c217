#include "ui/drawing/toolstyle.h"

ElementFields styleFields(const ToolStyle &style, const QString &type)
{
    const bool isPen = type == QLatin1String("freedraw");
    ElementFields fields{
        {QStringLiteral("strokeColor"), style.strokeColour},
        {QStringLiteral("backgroundColor"), style.backgroundColour},
        {QStringLiteral("fillStyle"), style.fillStyle},
        {QStringLiteral("strokeStyle"), isPen ? QStringLiteral("solid") : style.strokeStyle},
        {QStringLiteral("strokeWidth"), isPen ? style.penWidth : style.strokeWidth},
        {QStringLiteral("roughness"), style.roughness},
        {QStringLiteral("opacity"), style.opacity},
        {QStringLiteral("roundness"), roundnessFor(type, style.roundEdges)},
    };
    if (type == QLatin1String("line") || type == QLatin1String("arrow")) {
        const bool isArrow = type == QLatin1String("arrow");
        fields.insert(QStringLiteral("startBinding"), QJsonValue::Null);
        fields.insert(QStringLiteral("endBinding"), QJsonValue::Null);
        fields.insert(QStringLiteral("startArrowhead"), QJsonValue::Null);
        fields.insert(QStringLiteral("endArrowhead"),
                      isArrow ? QJsonValue(QStringLiteral("arrow")) : QJsonValue(QJsonValue::Null));
        if (isArrow)
            fields.insert(QStringLiteral("elbowed"), false);
        else
            fields.insert(QStringLiteral("polygon"), false);
    }
    return fields;
}

QJsonValue roundnessFor(const QString &type, bool round)
{
    if (!round || type == QLatin1String("ellipse") || type == QLatin1String("freedraw")
        || type == QLatin1String("text"))
        return QJsonValue::Null;
    const bool adaptive = type == QLatin1String("rectangle") || type == QLatin1String("image");
    return QJsonObject{{QStringLiteral("type"), adaptive ? 3 : 2}};
}

QString elementTypeOf(ToolKind tool)
{
    switch (tool) {
    case ToolKind::Rectangle:
        return QStringLiteral("rectangle");
    case ToolKind::Diamond:
        return QStringLiteral("diamond");
    case ToolKind::Ellipse:
        return QStringLiteral("ellipse");
    case ToolKind::Arrow:
        return QStringLiteral("arrow");
    case ToolKind::Line:
        return QStringLiteral("line");
    case ToolKind::Pen:
        return QStringLiteral("freedraw");
    case ToolKind::Text:
        return QStringLiteral("text");
    case ToolKind::Select:
    case ToolKind::Hand:
    case ToolKind::Eraser:
        break;
    }
    return {};
}
