#pragma once

#include "model/drawing/scene.h"

/// What commands do to a scene, as lists of the elements that change. Nothing here writes to the
/// scene or stamps: the caller puts the results into it and stamps them once.
namespace sceneedits {

/// `ids` with what belongs to them: labels, and the children of frames.
QStringList withDependents(const Scene &scene, const QStringList &ids);

/// Moves `ids`; ends of arrows bound to them go along.
QList<Element> moved(const Scene &scene, const QStringList &ids, const QPointF &by);

/// Maps what lay in `from` to `to` (both upright, scene pixels, sizes above 0).
QList<Element>
scaled(const Scene &scene, const QStringList &ids, const QRectF &from, const QRectF &to);

/// One element with a new unrotated box; it stays turned as it is.
Element reshaped(const Element &element, const QRectF &box);

QList<Element> turned(const Scene &scene, const QStringList &ids, const QPointF &centre, double by);

/// Deletes `ids` with their labels, and unbinds what was bound to them.
QList<Element> deleted(const Scene &scene, const QStringList &ids);

enum class Order { ToBack, Backward, Forward, ToFront };

/// New order keys for `ids`; elements in between stay untouched.
QList<Element> reordered(const Scene &scene, const QStringList &ids, Order order);

/// Copies with new ids (groups, bindings and labels mapped to the copies), above everything, moved.
QList<Element> copies(const Scene &scene,
                      const QList<Element> &originals,
                      const QPointF &by,
                      const EditContext &context);

/// Box of several elements as they are turned; null if there are none.
QRectF boundsOfAll(const Scene &scene, const QStringList &ids);

} // namespace sceneedits
