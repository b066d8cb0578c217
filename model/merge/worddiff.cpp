#include "model/merge/textmatch.h"
#include "model/merge/textmerge.h"

QList<DiffPart> diffWords(const QString &before, const QString &after)
{
    QList<DiffPart> parts;
    const auto add = [&parts](DiffPart::Kind kind, const QString &text) {
        if (!text.isEmpty())
            parts.append({kind, text});
    };
    qsizetype at = 0;
    for (const TextEdit &edit : editsBetween(before, after)) {
        add(DiffPart::Kind::Equal, before.sliced(at, edit.a0 - at));
        add(DiffPart::Kind::Removed, before.sliced(edit.a0, edit.a1 - edit.a0));
        add(DiffPart::Kind::Added, after.sliced(edit.b0, edit.b1 - edit.b0));
        at = edit.a1;
    }
    add(DiffPart::Kind::Equal, before.sliced(at));
    return parts;
}
