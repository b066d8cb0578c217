#include "app/cli/places.h"

#include "app/commandline.h"
#include "model/base/clock.h"

#include <QSet>

Result<NotebookPaths, StoreError> NotebookPaths::load(const DocumentStore &store)
{
    auto notebooks = store.notebooks();
    if (!notebooks)
        return notebooks.error();
    NotebookPaths paths;
    paths.m_notebooks = std::move(notebooks).value();
    return paths;
}

DocumentId NotebookPaths::find(const QString &path) const
{
    DocumentId parent;
    const QStringList names = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const auto it =
            std::find_if(m_notebooks.begin(), m_notebooks.end(), [&](const Notebook &notebook) {
                return notebook.parent == parent
                       && notebook.title.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
            });
        if (it == m_notebooks.end())
            return {};
        parent = it->id;
    }
    return parent;
}

QString NotebookPaths::pathOf(const DocumentId &id) const
{
    QStringList names;
    QSet<DocumentId> seen;
    DocumentId at = id;
    while (!at.isEmpty() && !seen.contains(at)) {
        seen.insert(at);
        const auto it = std::find_if(m_notebooks.begin(),
                                     m_notebooks.end(),
                                     [&](const Notebook &notebook) { return notebook.id == at; });
        if (it == m_notebooks.end())
            break;
        names.prepend(it->title);
        at = it->parent;
    }
    return names.join(QLatin1Char('/'));
}

Result<DocumentId, StoreError>
NotebookPaths::ensure(DocumentStore &store, const QString &path, const Clock &clock, Random &random)
{
    DocumentId parent;
    QString sofar;
    const QStringList names = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &name : names) {
        sofar += QLatin1Char('/') + name;
        DocumentId id = find(sofar);
        if (id.isEmpty()) {
            const Notebook made{
                newDocumentId(random), name.trimmed(), parent, toMilliseconds(clock.now()), {}};
            const auto saved = store.save({made.toDocument()});
            if (!saved)
                return saved.error();
            m_notebooks += made;
            id = made.id;
        }
        parent = id;
    }
    return parent;
}

QString shownTitle(const DocumentSummary &summary)
{
    if (!summary.title.isEmpty())
        return summary.title;
    if (!summary.snippet.isEmpty())
        return summary.snippet;
    return CommandLine::tr("Untitled");
}
