#pragma once

#include <QString>

/// Who syncs where, as the window shows it.
struct AccountInfo
{
    bool signedIn = false;
    QString principal; ///< Text form; public.
    QString canister; ///< Id in text form; empty if none is set.
    QString url; ///< Where the canister is reached.
    bool canisterForThisRun = false; ///< Given at the start; the saved one is another or none.
    QString deviceName;
    QString keyPlace; ///< Translated sentence: where the key of this computer is kept.

    friend bool operator==(const AccountInfo &, const AccountInfo &) = default;
};

/// Where a new or imported key is to be kept.
enum class KeyPlace {
    Keychain, ///< The system's secret store.
    Memory, ///< Until Sheaf quits.
    PrivateFile, ///< A file that only this user can read.
};
