#pragma once

#include "model/document/document.h"
#include "model/store/documentstore.h"

#include <QList>
#include <QString>

/// A note that changed on two devices, cut into what both agree on and what they do not.
struct NoteDifferences
{
    /// A stretch of text, in order; all together are the note.
    struct Part
    {
        enum class Kind {
            Same,
            MineOnly, ///< Changed here only: merged, shown, nothing to choose.
            TheirsOnly,
            Clash, ///< Somebody has to choose.
        };
        Kind kind = Kind::Same;
        QString base;
        QString mine;
        QString theirs;

        QString automatic() const; ///< What the merge takes; this device's for a clash.
    };

    QList<Part> parts;
    Note mine;
    Note theirs;
    Note merged; ///< Header fields merged; text with clashes resolved to mine.
    bool titleClashes = false;

    int clashes() const;

    /// nullopt if one of the sides is deleted or cannot be read: then only whole sides can be
    /// chosen.
    static std::optional<NoteDifferences> fromConflict(const OpenConflict &conflict);
};

/// Words that `after` has more and less than `before`, for the heading of a side.
struct WordChanges
{
    int added = 0;
    int removed = 0;
};
WordChanges countChanges(const QString &before, const QString &after);
