#include "ui/conflicts/notedifferences.h"

#include "model/merge/textmerge.h"
#include "ui/notes/notesession.h"

#include <algorithm>

namespace {

using Part = NoteDifferences::Part;

Part::Kind kindOf(MergeChunk::Kind kind)
{
    switch (kind) {
    case MergeChunk::Kind::Unchanged:
    case MergeChunk::Kind::Same:
        return Part::Kind::Same;
    case MergeChunk::Kind::MineOnly:
        return Part::Kind::MineOnly;
    case MergeChunk::Kind::TheirsOnly:
        return Part::Kind::TheirsOnly;
    case MergeChunk::Kind::Clash:
        return Part::Kind::Clash;
    }
    return Part::Kind::Clash;
}

QList<Part> partsWithBase(const QString &base, const QString &mine, const QString &theirs)
{
    QList<Part> parts;
    for (const MergeChunk &chunk : mergeText(base, mine, theirs).chunks)
        parts.append({kindOf(chunk.kind), chunk.base, chunk.mine, chunk.theirs});
    return parts;
}

/// Without a common version every difference has to be chosen.
QList<Part> partsWithoutBase(const QString &mine, const QString &theirs)
{
    QList<Part> parts;
    for (const DiffPart &diff : diffWords(mine, theirs)) {
        if (diff.kind == DiffPart::Kind::Equal) {
            parts.append({Part::Kind::Same, diff.text, diff.text, diff.text});
            continue;
        }
        if (parts.isEmpty() || parts.last().kind == Part::Kind::Same)
            parts.append({Part::Kind::Clash, {}, {}, {}});
        QString &side =
            diff.kind == DiffPart::Kind::Removed ? parts.last().mine : parts.last().theirs;
        side += diff.text;
    }
    return parts;
}

} // namespace

QString NoteDifferences::Part::automatic() const
{
    return kind == Kind::TheirsOnly ? theirs : mine;
}

int NoteDifferences::clashes() const
{
    return static_cast<int>(std::count_if(parts.cbegin(), parts.cend(), [](const Part &part) {
        return part.kind == Part::Kind::Clash;
    }));
}

std::optional<NoteDifferences> NoteDifferences::fromConflict(const OpenConflict &conflict)
{
    const auto mine = Note::fromDocument(conflict.mine);
    const auto theirs = Note::fromDocument(conflict.master);
    if (!mine || !theirs)
        return std::nullopt;
    const auto base = conflict.base ? Note::fromDocument(*conflict.base) : std::nullopt;
    NoteDifferences result;
    result.mine = *mine;
    result.theirs = *theirs;
    result.parts = base ? partsWithBase(base->text, mine->text, theirs->text)
                        : partsWithoutBase(mine->text, theirs->text);
    const Note ancestor = base.value_or(Note{});
    result.merged = mergeUnsaved(ancestor, *mine, *theirs).merged;
    result.merged.text.clear();
    for (const Part &part : std::as_const(result.parts))
        result.merged.text += part.automatic();
    const QString &title = ancestor.header.title;
    result.titleClashes =
        mine->header.title != theirs->header.title
        && (!base || (mine->header.title != title && theirs->header.title != title));
    if (result.titleClashes)
        result.merged.header.title = mine->header.title;
    return result;
}

WordChanges countChanges(const QString &before, const QString &after)
{
    WordChanges changes;
    for (const DiffPart &part : diffWords(before, after)) {
        const int words =
            static_cast<int>(part.text.split(QLatin1Char(' '), Qt::SkipEmptyParts).size());
        if (part.kind == DiffPart::Kind::Added)
            changes.added += words;
        else if (part.kind == DiffPart::Kind::Removed)
            changes.removed += words;
    }
    return changes;
}
