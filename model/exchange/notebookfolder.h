#pragma once

#include "model/document/document.h"

#include <QList>
#include <QString>

/// Path of the folder that stands for `notebook` in an export, "Work/Plans/" with the slash at its
/// end; empty for none or an unknown one. Clashing names have no numbers yet. A cycle ends.
QString notebookFolder(const QList<Notebook> &all, const DocumentId &notebook);
