#include "sync/admintypes.h"

using namespace ic::candid;

namespace {

struct Errors
{
    explicit Errors(TypeTable &table)
    {
        const TypeRef limit = table.record({field("limit", kNat64)});
        const TypeRef busy = table.record({field("retry_after_ns", kNat64)});
        caller = table.variant({field("anonymous"),
                                field("too_many_rows", limit),
                                field("too_large", limit),
                                field("bad_argument", kText),
                                field("space_limit", limit),
                                field("busy", busy),
                                field("not_member"),
                                field("suspended")});
        admin = table.variant({field("not_owner"),
                               field("bad_argument", kText),
                               field("not_found"),
                               field("anonymous"),
                               field("busy", busy)});
    }

    TypeRef caller; ///< "Error": what everybody may get.
    TypeRef admin; ///< "AdminError"
};

} // namespace

AdminTypes::AdminTypes()
    : blob(table.blob())
{
    const Errors errors(table);
    const auto resultOf = [this](TypeRef ok, TypeRef error) {
        return table.variant({field("ok", ok), field("err", error)});
    };
    const TypeRef registration =
        table.variant({field("single_owner"), field("invite_only"), field("open")});
    about = table.record({field("interface", kNat16),
                          field("protocol", kNat16),
                          field("claimed", kBool),
                          field("registration", registration),
                          field("member", kBool),
                          field("owner", kBool),
                          field("suspended", kBool)});
    settings = table.record({field("registration", registration),
                             field("default_quota_bytes", kNat64),
                             field("max_users", kNat64),
                             field("updates_per_minute", kNat64),
                             field("low_cycles", kNat)});
    user = table.record({field("user", kPrincipal),
                         field("joined", kNat64),
                         field("last_seen", kNat64),
                         field("rows", kNat64),
                         field("bytes", kNat64),
                         field("chunk_bytes", kNat64),
                         field("quota_bytes", kNat64),
                         field("suspended", kBool),
                         field("owner", kBool),
                         field("note", kText)});
    status = table.record({field("cycles", kNat),
                           field("cycles_per_day", kNat),
                           field("days_left", table.opt(kNat64)),
                           field("memory_bytes", kNat64),
                           field("chunk_memory_bytes", kNat64),
                           field("users", kNat64),
                           field("spaces_bytes", kNat64),
                           field("interface", kNat16),
                           field("installed", kNat64),
                           field("upgraded", kNat64),
                           field("version", kText)});
    invite = table.record({field("id", kNat64),
                           field("note", kText),
                           field("created", kNat64),
                           field("expires", kNat64),
                           field("used_by", table.opt(kPrincipal))});
    device = table.record({field("device_id", blob),
                           field("name", kText),
                           field("cursor", kNat64),
                           field("first_seen", kNat64),
                           field("last_seen", kNat64),
                           field("pushes", kNat64),
                           field("retired", kBool)});
    headInfo = table.record(
        {field("protocol", kNat16),
         field("rows", kNat64),
         field("bytes", kNat64),
         field("quota_bytes", kNat64),
         field("cycles", table.opt(table.variant({field("low"), field("critical")})))});
    usersArgs = table.record({field("after", table.opt(kPrincipal)), field("max", kNat64)});
    setUserArgs = table.record({field("user", kPrincipal),
                                field("quota_bytes", table.opt(kNat64)),
                                field("suspended", table.opt(kBool)),
                                field("note", table.opt(kText))});
    createInviteArgs =
        table.record({field("hash", blob), field("note", kText), field("expires", kNat64)});
    claimResult = table.variant({field("ok"),
                                 field("already_claimed"),
                                 field("wrong_secret", table.record({field("tries_left", kNat64)})),
                                 field("no_secret"),
                                 field("err", errors.caller)});
    joinResult = table.variant(
        {field("ok"), field("wrong_invite"), field("full"), field("err", errors.caller)});
    deleteResult = resultOf(kNull, errors.caller);
    usageResult = resultOf(headInfo, errors.caller);
    devicesResult = resultOf(table.vec(device), errors.caller);
    statusResult = resultOf(status, errors.admin);
    settingsResult = resultOf(settings, errors.admin);
    usersPage = table.record({field("users", table.vec(user)), field("more", kBool)});
    usersResult = resultOf(usersPage, errors.admin);
    userResult = resultOf(user, errors.admin);
    inviteResult = resultOf(invite, errors.admin);
    invitesResult = resultOf(table.vec(invite), errors.admin);
    doneResult = resultOf(kNull, errors.admin);
}
