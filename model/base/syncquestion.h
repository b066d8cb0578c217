#pragma once

#include <QMetaType>
#include <QString>

/// One thing that sync does only after a person agreed. It survives restarts, and nothing but the
/// documents that it is about waits for the answer.
struct SyncQuestion
{
    // The numbers are stored.
    enum class Kind {
        /// Another device deleted (or moved to the trash) most of what is here. GoOn: do the same
        /// here. KeepAll: it stays here, and comes back on the canister and everywhere else.
        DeletedThere = 1,
        /// Most of what was here was deleted here. GoOn: delete it on the canister, too. KeepAll:
        /// it comes back here.
        DeletedHere = 2,
        /// The canister went back to an earlier state, and these documents differ from what it
        /// holds. TakeMine, TakeTheirs, OneByOne (each becomes an ordinary conflict).
        CanisterRestored = 3,
        /// Deleted elsewhere so long ago that the canister forgot it, and edited here since.
        /// KeepAll: stored on the canister anew. GoOn: deleted here, too (a note or a drawing
        /// stays in the trash). OneByOne.
        DeletedLongAgo = 4,
        /// Nothing is on the canister that this device knows as full: it was installed anew.
        /// GoOn: fill it from here. No other answer: until then nothing is sent or fetched.
        CanisterEmpty = 5,
    };
    Kind kind = Kind::DeletedThere;
    int documents = 0; ///< That it is about: notes, drawings and what else is a row of its own.
    int of = 0; ///< Notes and drawings on this device, what the question is about included.
    QString device; ///< Whose deed it was, if one is known; empty otherwise.

    friend bool operator==(const SyncQuestion &, const SyncQuestion &) = default;
};

/// See `SyncQuestion::Kind` for which of them answer what.
enum class SyncAnswer { GoOn, KeepAll, TakeMine, TakeTheirs, OneByOne };

Q_DECLARE_METATYPE(SyncQuestion)
Q_DECLARE_METATYPE(SyncAnswer)
