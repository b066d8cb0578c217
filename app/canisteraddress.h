#pragma once

#include "model/base/canistervalues.h"
#include "model/base/result.h"
#include "sync/ic/principal.h"

#include <QByteArray>

/// Where a canister is, checked as far as that goes without asking anybody.
struct ParsedAddress
{
    QByteArray url; ///< Scheme and host; https, or http on this computer.
    ic::Principal canister;

    friend bool operator==(const ParsedAddress &, const ParsedAddress &) = default;
};

/// Fails with `NotAnAddress` or `NotAnId` (`number` 1: a person's principal, not a canister's).
Result<ParsedAddress, CanisterProblem> parseAddress(const QString &url, const QString &canister);
