#pragma once

#include "sync/ic/candidtypes.h"

/// The types of canister/sheaf.did that are not about documents.
struct AdminTypes
{
    using TypeRef = ic::candid::TypeRef;

    AdminTypes();

    ic::candid::TypeTable table;

    TypeRef about, settings, user, status, invite, device, headInfo;
    TypeRef usersArgs, setUserArgs, createInviteArgs, blob;
    TypeRef claimResult, joinResult, deleteResult, usageResult, devicesResult;
    TypeRef statusResult, settingsResult, usersPage, usersResult, userResult, inviteResult,
        invitesResult, doneResult;
};
