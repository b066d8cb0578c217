#pragma once

#include "model/document/document.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What a three-way merge of one row gives. Pure functions: no clock, no store.
struct DocumentMerge
{
    enum class Outcome {
        Merged, ///< `result` holds both sides' changes.
        EqualsTheirs, ///< Nothing of ours is left to push: `result` is theirs.
        Clash, ///< Both changed the same thing differently: a person has to choose; `result` is the
               ///< automatic part.
        EditWins, ///< One side deleted or trashed, the other edited: the edit stays, with a notice.
    };
    Outcome outcome = Outcome::Merged;
    Document result;
    QStringList clashes; ///< Names of the fields that clash ("text", "title", "geometry", ...).
};

/// By kind. Notes: text by `mergeText`, tags as sets, other fields one by one; a notebook that both
/// moved is taken from `mine` (the later push wins) without a clash. Elements: geometry (x, y,
/// width, height, angle, points, pressures, ...) is one field, text and originalText another, each
/// style field its own; version, versionNonce, updated and index never clash. Deleted against
/// edited: the edit wins. Unknown kinds and unreadable bodies clash unless one side is unchanged.
/// Without a base, different states clash.
DocumentMerge
mergeDocuments(const std::optional<Document> &base, const Document &mine, const Document &theirs);
