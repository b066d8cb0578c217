#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

/// A JSON object from a file of unknown origin: UTF-8 with or without a byte order mark, at most
/// `kMaxJsonDepth` deep (checked before anything is built). The error is a translated sentence.
Result<QJsonObject, QString> parseBoundedJson(const QByteArray &bytes);

/// With two spaces of indent, as Excalidraw writes its files; keys in the order of `first`, the
/// others behind them by name. Numbers keep their value exactly.
QByteArray writeJson(const QJsonObject &object, const QStringList &first = {});
