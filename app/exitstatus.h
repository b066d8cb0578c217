#pragma once

/// What the program says to the shell. `sheaf --help` prints this table; it never changes meaning.
enum class ExitStatus {
    Ok = 0,
    Failed = 1, ///< Anything that has no number of its own.
    Usage = 2, ///< Wrong arguments.
    NotFound = 3, ///< No such document, notebook, file or conflict.
    Database =
        4, ///< The profile cannot be opened or written (damaged, foreign, newer, read-only, full).
    Offline = 5, ///< The canister cannot be reached; nothing is lost.
    SignedOut = 6, ///< No identity on this profile, or not the one it is bound to.
    Conflicts = 7, ///< Done, but conflicts are open.
    Incomplete = 8, ///< Done in part: something was skipped or refused; the output says what.
    InUse = 9, ///< Another Sheaf holds what this one needs.
};

inline int toInt(ExitStatus status)
{
    return static_cast<int>(status);
}
