#pragma once

#include "model/store/replicastore.h"
#include "sync/master.h"
#include "sync/roundreport.h"

#include <optional>

/// How a master state relates to what this device knows.
enum class Ancestry {
    Later, ///< It follows what the base says, as every row of a pull or a conflict does.
    Unknown, ///< The canister went back or was replaced: nothing says which of the two is newer.
};

/// What a step may settle by itself.
struct RowPolicy
{
    Ancestry ancestry = Ancestry::Later;
    /// A conflict that opens belongs to this question.
    std::optional<SyncQuestion::Kind> question = std::nullopt;
    /// What the master's state takes away here waits for the person's answer (S30).
    bool holdRemovals = false;
};

/// What becomes of a local row that meets a state of the master. A pure decision; the rules and
/// their reasons are in docs/protocol.md, "A row meets the master's".
struct RowDecision
{
    enum class Action {
        Ignore, ///< Nothing that this device does not know.
        SetBase, ///< The local state stays as it is and dirty; `base` is the new base.
        TakeMaster, ///< The row becomes exactly the master's.
        Replace, ///< `state` becomes the local state on top of the master's, to be pushed.
        Ask, ///< Cannot be merged: an open conflict, compared with `base`.
    };
    Action action = Action::Ignore;
    RowState state;
    std::optional<BaseState> base;
    QString event; ///< For the sync log; empty: nothing that a person needs to know.
    bool merged = false; ///< Both sides' changes went into the result.
};

RowDecision decideRow(const std::optional<ReplicaRow> &local,
                      const master::MasterRow &master,
                      Ancestry ancestry);

/// Decides about `master` against the row as it is inside `transaction`, and writes the outcome.
Result<Done, StoreError> applyMasterRow(ReplicaTransaction &transaction,
                                        const master::MasterRow &master,
                                        const RowPolicy &policy,
                                        RoundReport &report);
