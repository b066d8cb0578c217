#pragma once

#include <QJsonObject>
#include <QList>

/// Elements of the welcome drawing: shapes, an arrow, pen strokes and texts, complete Excalidraw
/// elements with fixed seeds, so that it looks the same everywhere. `nowMs`: their time of change.
QList<QJsonObject> welcomeElements(qint64 nowMs);
