#pragma once

#include "model/store/documentstore.h"

#include <QList>

class Random;

/// What a person chose for one conflicting row.
enum class ConflictChoice {
    Mine, ///< This device's state.
    Master, ///< The other one.
    Both, ///< This device's state stays; the other becomes a document or element of its own.
};

struct Resolution
{
    Document result; ///< For `DocumentStore::resolveConflict`.
    QList<Document> additional; ///< To be saved before: the copy that `Both` makes.
};

/// Pure but for the new id that a copy needs. The copy of a note is titled "<title> (<device>,
/// <time>)"; the copy of an element stands 20 px to the right and below. A side that deleted the
/// row has nothing to copy: `Both` keeps the other side then.
Resolution resolve(const OpenConflict &conflict, ConflictChoice choice, Random &random);
