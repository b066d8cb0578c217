#pragma once

#include "model/drawing/element.h"

/// What one intent changed in one element: the field values before and after it.
///
/// Undo applies `before`, redo `after`, each on the element as it is then, so that changes that
/// came from elsewhere in the meantime stay.
struct ElementPatch
{
    QString id;
    ElementFields before;
    ElementFields after;

    bool isEmpty() const { return before.isEmpty(); }
    ElementPatch reversed() const { return {id, after, before}; }
};

/// The difference, without version, nonce and time. Geometry (place, size, angle, points) is one
/// field: if any of it differs, all of it is in the patch.
ElementPatch patchBetween(const Element &before, const Element &after);

enum class PatchRule {
    WhereUntouched, ///< A field that was changed elsewhere since stays as it is.
    Always, ///< What the person does now wins.
};

/// `element` with the patch's `after`. Not stamped. Equal to `element` if nothing was left to do.
Element patched(const Element &element, const ElementPatch &patch, PatchRule rule);
