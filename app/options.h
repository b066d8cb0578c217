#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringList>

/// What the command line asked for, before any of it is looked at.
struct Options
{
    QString profile; ///< Folder; empty: the default one.
    bool json = false;
    bool offline = false; ///< Start with "Work offline" on.
    QString canisterUrl; ///< For this run, kept if nothing was set before; empty: as set.
    QString canisterId; ///< As `canisterUrl`.
    QString identityFile; ///< PEM file with the key to sign with; empty: the profile's.
    QString deviceName; ///< As `canisterUrl`.
    QString claim; ///< Code that claims the canister if nobody has; window only.
    QString connect; ///< Link that opens the connect dialog; window only.
    QString theme; ///< system, light, dark; empty: as set.
    bool welcome = true; ///< Whether a new profile begins with the welcome documents.
    QStringList command; ///< The command and its own arguments; empty: the window.
    bool help = false;
    bool version = false;
};

/// One sentence for the person.
struct UsageError
{
    QString message;
};

/// `arguments` without the program's name. Options before the command are Sheaf's, what follows is
/// the command's, except --json, which may stand anywhere before `--`.
Result<Options, UsageError> parseOptions(const QStringList &arguments);

/// What `sheaf --help` prints.
QString helpText();
