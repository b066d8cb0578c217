#include "model/merge/documentmerge.h"

#include "model/merge/elementmerge.h"
#include "model/merge/fieldmerge.h"
#include "model/merge/textmerge.h"

#include <algorithm>

namespace {

using Outcome = DocumentMerge::Outcome;

DocumentMerge theirsAsIs(const Document &theirs)
{
    return {Outcome::EqualsTheirs, theirs, {}};
}

DocumentMerge wholeClash(const Document &mine, const QString &field)
{
    return {Outcome::Clash, mine, {field}};
}

/// The three states of one row in its typed form.
template <typename T>
struct Three
{
    T base;
    T mine;
    T theirs;
};

template <typename T>
std::optional<Three<T>> typed(const Document &base, const Document &mine, const Document &theirs)
{
    const auto b = T::fromDocument(base);
    const auto m = T::fromDocument(mine);
    const auto t = T::fromDocument(theirs);
    if (!b || !m || !t)
        return std::nullopt;
    return Three<T>{*b, *m, *t};
}

/// Trashing gives way to an edit of the other side, which must not vanish from the lists.
std::optional<std::int64_t>
mergeTrashed(const Three<DocumentHeader> &header, bool mineEdited, bool theirsEdited, bool &edit)
{
    const auto &[base, mine, theirs] = header;
    const bool mineTrashed = mine.trashed && !base.trashed;
    const bool theirsTrashed = theirs.trashed && !base.trashed;
    if (mineTrashed && theirsTrashed)
        return std::min(*mine.trashed, *theirs.trashed);
    if ((mineTrashed && theirsEdited) || (theirsTrashed && mineEdited)) {
        edit = true;
        return std::nullopt;
    }
    if (mine.trashed == base.trashed)
        return theirs.trashed;
    return mine.trashed;
}

DocumentHeader mergeHeaders(const Three<DocumentHeader> &header, QStringList &clashes)
{
    const auto &[base, mine, theirs] = header;
    DocumentHeader result = mine;
    result.title =
        mergeNamed(QStringLiteral("title"), base.title, mine.title, theirs.title, clashes);
    result.notebook = mergeField(base.notebook, mine.notebook, theirs.notebook).value;
    result.tags = mergeSets(base.tags, mine.tags, theirs.tags);
    result.pinned = mergeField(base.pinned, mine.pinned, theirs.pinned).value;
    result.created = std::min(mine.created, theirs.created);
    result.updated = std::max(mine.updated, theirs.updated);
    result.other = mergeMaps(base.other, mine.other, theirs.other, clashes);
    return result;
}

template <typename T>
Three<DocumentHeader> headersOf(const Three<T> &three)
{
    return {three.base.header, three.mine.header, three.theirs.header};
}

/// Times are the writer's: a state that differs in nothing else says the same.
template <typename T>
T timeless(T document)
{
    document.header.created = 0;
    document.header.updated = 0;
    return document;
}

template <typename T>
T untrashed(T document)
{
    document.header.trashed.reset();
    return timeless(std::move(document));
}

bool changedBeyondTrash(const auto &side, const auto &base)
{
    return !(untrashed(side) == untrashed(base));
}

/// The common end of merging notes and drawings: trash, then what it comes to.
template <typename T>
DocumentMerge finish(const Three<T> &three, T result, QStringList clashes, const Document &theirs)
{
    bool editWins = false;
    result.header.trashed = mergeTrashed(headersOf(three),
                                         changedBeyondTrash(three.mine, three.base),
                                         changedBeyondTrash(three.theirs, three.base),
                                         editWins);
    DocumentMerge merge{Outcome::Merged, result.toDocument(), std::move(clashes)};
    merge.result.schema = std::max(merge.result.schema, theirs.schema);
    if (!merge.clashes.isEmpty()) {
        merge.outcome = Outcome::Clash;
    } else if (timeless(result) == timeless(three.theirs)) {
        merge.result = theirs;
        merge.outcome = editWins ? Outcome::EditWins : Outcome::EqualsTheirs;
    } else if (editWins) {
        merge.outcome = Outcome::EditWins;
    }
    return merge;
}

DocumentMerge mergeNotes(const Three<Note> &note, const Document &theirs)
{
    QStringList clashes;
    Note result;
    result.header = mergeHeaders(headersOf(note), clashes);
    const TextMerge text = mergeText(note.base.text, note.mine.text, note.theirs.text);
    result.text = text.merged();
    if (!text.clean())
        clashes.append(QStringLiteral("text"));
    return finish(note, result, clashes, theirs);
}

DocumentMerge mergeDrawings(const Three<Drawing> &drawing, const Document &theirs)
{
    QStringList clashes;
    Drawing result;
    result.header = mergeHeaders(headersOf(drawing), clashes);
    result.appState = mergeObjects(
        drawing.base.appState, drawing.mine.appState, drawing.theirs.appState, clashes);
    result.fileExtras = mergeObjects(
        drawing.base.fileExtras, drawing.mine.fileExtras, drawing.theirs.fileExtras, clashes);
    return finish(drawing, result, clashes, theirs);
}

DocumentMerge
mergeElementRows(const Three<DrawingElement> &element, const Document &mine, const Document &theirs)
{
    ElementMerge merge = mergeElements(element.base.json, element.mine.json, element.theirs.json);
    switch (merge.outcome) {
    case ElementMerge::Outcome::Theirs:
        return theirsAsIs(theirs);
    case ElementMerge::Outcome::Mine:
        return {Outcome::Merged, mine, {}};
    case ElementMerge::Outcome::Both:
        break;
    }
    DrawingElement result = element.mine;
    result.json = merge.json;
    result.other =
        mergeMaps(element.base.other, element.mine.other, element.theirs.other, merge.clashes);
    result.other =
        mergeMaps(element.base.other, element.mine.other, element.theirs.other, merge.clashes);
    const Outcome outcome = merge.clashes.isEmpty() ? Outcome::Merged : Outcome::Clash;
    DocumentMerge merged{outcome, result.toDocument(), std::move(merge.clashes)};
    merged.result.schema = std::max(mine.schema, theirs.schema);
    return merged;
}

DocumentMerge mergeNotebooks(const Three<Notebook> &notebook, const Document &theirs)
{
    const auto &[base, mine, other] = notebook;
    DocumentMerge merge;
    Notebook result = mine;
    result.title =
        mergeNamed(QStringLiteral("title"), base.title, mine.title, other.title, merge.clashes);
    result.parent = mergeField(base.parent, mine.parent, other.parent).value;
    result.created = std::min(mine.created, other.created);
    result.other = mergeMaps(base.other, mine.other, other.other, merge.clashes);
    merge.result = result.toDocument();
    if (!merge.clashes.isEmpty())
        merge.outcome = Outcome::Clash;
    else if (merge.result == theirs)
        merge.outcome = Outcome::EqualsTheirs;
    return merge;
}

/// Field by field in the raw map, for kinds whose fields stand alone.
DocumentMerge mergeRaw(const Document &base, const Document &mine, const Document &theirs)
{
    DocumentMerge merge;
    merge.result = mine;
    merge.result.fields = mergeMaps(base.fields, mine.fields, theirs.fields, merge.clashes);
    merge.result.schema = std::max(mine.schema, theirs.schema);
    if (!merge.clashes.isEmpty())
        merge.outcome = Outcome::Clash;
    else if (merge.result == theirs)
        merge.outcome = Outcome::EqualsTheirs;
    return merge;
}

/// Different states that grew from one base, both alive.
DocumentMerge mergeByKind(const Document &base, const Document &mine, const Document &theirs)
{
    if (!mine.opaqueBody.isEmpty() || !theirs.opaqueBody.isEmpty() || !base.opaqueBody.isEmpty())
        return wholeClash(mine, QStringLiteral("body"));
    switch (theirs.documentKind()) {
    case DocumentKind::Note:
        if (const auto notes = typed<Note>(base, mine, theirs))
            return mergeNotes(*notes, theirs);
        break;
    case DocumentKind::Drawing:
        if (const auto drawings = typed<Drawing>(base, mine, theirs))
            return mergeDrawings(*drawings, theirs);
        break;
    case DocumentKind::Element:
        if (const auto elements = typed<DrawingElement>(base, mine, theirs))
            return mergeElementRows(*elements, mine, theirs);
        break;
    case DocumentKind::Notebook:
        if (const auto notebooks = typed<Notebook>(base, mine, theirs))
            return mergeNotebooks(*notebooks, theirs);
        break;
    case DocumentKind::Attachment:
        return mergeRaw(base, mine, theirs);
    case DocumentKind::Tag: // Only the letters' case can differ: its id is its name.
    case DocumentKind::Piece: // Named by what it holds.
        return theirsAsIs(theirs);
    case DocumentKind::Unknown:
        break;
    }
    return wholeClash(mine, QStringLiteral("body"));
}

/// Both made it, or both brought it back: there is nothing to compare with.
DocumentMerge mergeWithoutBase(const Document &mine, const Document &theirs)
{
    const auto sameBut = [&mine, &theirs](auto kind, auto same) {
        const auto a = decltype(kind)::fromDocument(mine);
        const auto b = decltype(kind)::fromDocument(theirs);
        return a && b && same(*a, *b);
    };
    const auto sameUntimed = [](const auto &a, const auto &b) {
        return timeless(a) == timeless(b);
    };
    const auto sameElement = [](const DrawingElement &a, const DrawingElement &b) {
        return a.drawing == b.drawing && isSameElement(a.json, b.json);
    };
    const auto sameBytes = [](const Attachment &a, const Attachment &b) {
        return a.sha256 == b.sha256 && a.path == b.path;
    };
    const DocumentKind kind = theirs.documentKind();
    if (kind == DocumentKind::Tag || kind == DocumentKind::Piece || sameBut(Note(), sameUntimed)
        || sameBut(Drawing(), sameUntimed) || sameBut(DrawingElement(), sameElement)
        || sameBut(Attachment(), sameBytes))
        return theirsAsIs(theirs);
    return wholeClash(mine, QStringLiteral("body"));
}

DocumentMerge
mergeDeleted(const std::optional<Document> &base, const Document &mine, const Document &theirs)
{
    if (mine.deleted && theirs.deleted)
        return theirsAsIs(theirs);
    const Document &kept = mine.deleted ? theirs : mine;
    const Document &gone = mine.deleted ? mine : theirs;
    if (base && kept == *base)
        return {mine.deleted ? Outcome::Merged : Outcome::EqualsTheirs, gone, {}};
    return {Outcome::EditWins, kept, {}};
}

} // namespace

DocumentMerge
mergeDocuments(const std::optional<Document> &base, const Document &mine, const Document &theirs)
{
    if (mine == theirs || (base && mine == *base))
        return theirsAsIs(theirs);
    if (base && theirs == *base)
        return {Outcome::Merged, mine, {}};
    if (mine.deleted || theirs.deleted)
        return mergeDeleted(base, mine, theirs);
    if (mine.kind != theirs.kind)
        return wholeClash(mine, QStringLiteral("kind"));
    if (!base || base->deleted || base->kind != mine.kind)
        return mergeWithoutBase(mine, theirs);
    return mergeByKind(*base, mine, theirs);
}
