#pragma once

#include "model/document/document.h"

/// Documents for tests: named, complete, the same every time.
namespace build {

Note note(const QString &id, const QString &title, const QString &text = {});
Drawing drawing(const QString &id, const QString &title);
/// A text element at (x, 0) of `drawing` with the element id `id`.
DrawingElement textElement(const QString &drawing, const QString &id, const QString &text);
/// A rectangle of 100 by 50 at (x, y).
DrawingElement rectangle(const QString &drawing, const QString &id, double x = 0, double y = 0);
Notebook notebook(const QString &id, const QString &title);
Tag tag(const QString &name);

} // namespace build
