#pragma once

#include "model/store/replicastore.h"

/// Which of `notebooks` have to move to the top, so that every one can be reached from there: in
/// each circle of notebooks that are inside each other the one whose move the master accepted last
/// (a move that it does not have yet is later than all). Every device finds the same.
QList<DocumentId> notebooksToFree(const QList<ReplicaRow> &notebooks);

/// Two devices that each moved a notebook into the other's made a circle (S14): undone as an edit,
/// the same one on every device, so that it is accepted once and conflicts with nothing.
Result<Done, StoreError> undoNotebookCycles(ReplicaTransaction &transaction);
