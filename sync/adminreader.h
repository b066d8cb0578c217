#pragma once

#include "model/base/canistervalues.h"
#include "model/base/result.h"
#include "sync/admintypes.h"
#include "sync/ic/candid.h"

/// Decoded replies of the canister's administration as values. A reply of another shape is
/// `OtherInterface`; the canister's own errors become the kinds that they mean.
class AdminReader
{
public:
    template <typename T>
    using Answer = Result<T, CanisterProblem>;
    using Decoded = Result<std::vector<ic::candid::Value>, ic::candid::DecodeError>;

    explicit AdminReader(const AdminTypes &types)
        : m_types(types)
    {}

    Answer<CanisterAbout> about(const Decoded &reply) const;
    Answer<Done> done(const Decoded &reply) const; ///< Of claim and join as well.
    Answer<CanisterUsage> usage(const Decoded &reply) const;
    Answer<QList<CanisterDevice>> devices(const Decoded &reply) const;
    Answer<CanisterStatus> status(const Decoded &reply) const;
    Answer<CanisterSettings> settings(const Decoded &reply) const;
    struct UsersPage
    {
        QList<CanisterUser> users;
        bool more = false;
    };
    Answer<UsersPage> usersPage(const Decoded &reply) const;
    Answer<CanisterUser> user(const Decoded &reply) const;
    Answer<CanisterInvite> invite(const Decoded &reply) const;
    Answer<QList<CanisterInvite>> invites(const Decoded &reply) const;

private:
    using Value = ic::candid::Value;

    CanisterUser userOf(const Value &value) const;
    CanisterInvite inviteOf(const Value &value) const;
    CanisterDevice deviceOf(const Value &value) const;

    const AdminTypes &m_types;
};
