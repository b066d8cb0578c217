#include "sync/notebookcycles.h"

#include "sync/rowstates.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <tuple>

namespace {

std::optional<Notebook> notebookOf(const ReplicaRow &row)
{
    return Notebook::fromDocument(documentFromState(row.id, row.state));
}

auto lateness(const ReplicaRow &row)
{
    const std::uint64_t accepted = row.base ? row.base->sequence : 0;
    return std::tuple(row.dirty ? std::numeric_limits<std::uint64_t>::max() : accepted,
                      row.id.text());
}

/// The circle that `start` leads into and is part of; empty if there is none.
QList<DocumentId> circleOf(const DocumentId &start, const QHash<DocumentId, DocumentId> &parents)
{
    QList<DocumentId> path;
    QSet<DocumentId> seen;
    for (DocumentId at = start; parents.contains(at); at = parents.value(at)) {
        if (seen.contains(at))
            return at == start ? path : QList<DocumentId>();
        seen.insert(at);
        path.append(at);
    }
    return {};
}

} // namespace

QList<DocumentId> notebooksToFree(const QList<ReplicaRow> &notebooks)
{
    QHash<DocumentId, DocumentId> parents;
    QHash<DocumentId, const ReplicaRow *> rows;
    for (const ReplicaRow &row : notebooks) {
        const auto notebook = notebookOf(row);
        if (!notebook)
            continue;
        rows.insert(row.id, &row);
        if (!notebook->parent.isEmpty())
            parents.insert(row.id, notebook->parent);
    }
    QList<DocumentId> freed;
    for (const ReplicaRow &row : notebooks) {
        const QList<DocumentId> circle = circleOf(row.id, parents);
        if (circle.isEmpty())
            continue;
        const DocumentId last = *std::max_element(
            circle.begin(), circle.end(), [&](const DocumentId &a, const DocumentId &b) {
                return lateness(*rows.value(a)) < lateness(*rows.value(b));
            });
        parents.remove(last);
        freed.append(last);
    }
    return freed;
}

Result<Done, StoreError> undoNotebookCycles(ReplicaTransaction &transaction)
{
    const auto notebooks = transaction.notebooks();
    if (!notebooks.ok())
        return notebooks.error();
    const QList<DocumentId> freed = notebooksToFree(notebooks.value());
    for (const ReplicaRow &row : notebooks.value()) {
        if (!freed.contains(row.id))
            continue;
        Notebook notebook = *notebookOf(row);
        notebook.parent = {};
        auto noted = transaction.note(
            row.id, QStringLiteral("moved to the top: notebooks were inside each other"), {});
        if (!noted.ok())
            return noted;
        const RowState state = rowState(notebook.toDocument(), row.state.blobs);
        auto moved = transaction.putDirty(row.id, state, row.base, RowOrigin::Merged, {});
        if (!moved.ok())
            return moved;
    }
    return Done{};
}
