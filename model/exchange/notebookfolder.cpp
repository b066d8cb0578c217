#include "model/exchange/notebookfolder.h"

#include "model/exchange/filenames.h"

#include <algorithm>

QString notebookFolder(const QList<Notebook> &all, const DocumentId &notebook)
{
    QString path;
    DocumentId at = notebook;
    for (qsizetype steps = 0; steps < all.size() && !at.isEmpty(); ++steps) {
        const auto it = std::find_if(
            all.begin(), all.end(), [&at](const Notebook &entry) { return entry.id == at; });
        if (it == all.end())
            break;
        path.prepend(cleanFileName(it->title, {}) + QLatin1Char('/'));
        at = it->parent;
    }
    return path;
}
