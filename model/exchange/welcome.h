#pragma once

#include "model/document/document.h"

#include <QList>

class Clock;
class Random;

/// What a new library starts with: a note and a drawing that teach by doing, in the person's
/// language. Ordinary documents, to be saved like any other, edited, thrown away. The note comes
/// first, then the drawing's header and its elements.
QList<Document> welcomeDocuments(const Clock &clock, Random &random);
