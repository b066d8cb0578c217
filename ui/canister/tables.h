#pragma once

#include <QStringList>

class QTableWidget;
class QWidget;

/// A list of rows to look at and choose from: one row at a time, by mouse and keyboard, nothing to
/// type into.
QTableWidget *makeTable(const QStringList &columns, const QString &name, QWidget *parent);
void setRow(QTableWidget *table, int row, const QStringList &texts);

/// The day, in the person's format; a dash for a moment that never was.
QString dateText(qint64 milliseconds);
