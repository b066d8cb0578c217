#pragma once

#include "model/store/documentstore.h"

#include <QJsonObject>

/// The shapes that --json prints; part of the program's interface, extended but not changed.
QJsonObject summaryJson(const DocumentSummary &summary, const QString &notebookPath);
QJsonObject noteJson(const Note &note);
/// ISO 8601 in UTC with milliseconds.
QString timeJson(std::int64_t milliseconds);
