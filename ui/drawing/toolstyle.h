#pragma once

#include "model/drawing/element.h"

#include <QMetaType>

/// What a press on the canvas does.
enum class ToolKind { Select, Hand, Rectangle, Diamond, Ellipse, Arrow, Line, Pen, Text, Eraser };
Q_DECLARE_METATYPE(ToolKind)

/// Looks of what is drawn next, with the stored names and values of formats.md 2.
struct ToolStyle
{
    QString strokeColour = QStringLiteral("#1e1e1e");
    QString backgroundColour = QStringLiteral("transparent");
    QString fillStyle = QStringLiteral("solid");
    QString strokeStyle = QStringLiteral("solid");
    double strokeWidth = 2;
    double penWidth = 1; ///< Pens have a width of their own.
    double roughness = 1;
    double opacity = 100;
    double fontSize = 20;
    int fontFamily = 5;
    bool roundEdges = true;
};

/// Fields of a new element of `type` in this style.
ElementFields styleFields(const ToolStyle &style, const QString &type);

/// The stored form of round or sharp edges for `type`.
QJsonValue roundnessFor(const QString &type, bool round);

/// Element type that a drawing tool makes; empty for the others.
QString elementTypeOf(ToolKind tool);
