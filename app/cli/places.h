#pragma once

#include "model/base/result.h"
#include "model/store/documentstore.h"

#include <QString>

class Clock;
class Random;

/// Notebooks as a person names them on a command line: "Work/Plans".
class NotebookPaths
{
public:
    static Result<NotebookPaths, StoreError> load(const DocumentStore &store);

    /// Empty if there is none; upper and lower case count as equal.
    DocumentId find(const QString &path) const;
    QString pathOf(const DocumentId &id) const;

    /// Finds it or makes what is missing of the path.
    Result<DocumentId, StoreError>
    ensure(DocumentStore &store, const QString &path, const Clock &clock, Random &random);

private:
    QList<Notebook> m_notebooks;
};

/// Title to show for a document without one.
QString shownTitle(const DocumentSummary &summary);
