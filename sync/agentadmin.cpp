#include "sync/agentadmin.h"

#include "sync/adminproblem.h"
#include "sync/agenterrors.h"
#include "sync/canistertypes.h" // the literal for field ids
#include "sync/ic/sha.h"

using namespace ic::candid;
using Problem = CanisterProblem::Kind;

namespace {

constexpr quint64 kUsersPerPage = 200;
constexpr int kMostPages = 500; ///< A canister that never comes to an end is not believed.
constexpr std::uint64_t kNanosecondsPerMillisecond = 1'000'000;
constexpr quint16 kProtocol = 1;
constexpr quint16 kInterface = 2; ///< Later ones are additive as long as the protocol stays.

Value makeRecord(const TypeTable &types,
                 TypeRef type,
                 std::initializer_list<std::pair<std::uint32_t, Value>> values)
{
    Record record;
    record.fields.resize(types.at(type).fields.size());
    for (const auto &[id, value] : values)
        record.fields[types.positionOf(type, id)] = value;
    return record;
}

Value optionalValue(const auto &value, const auto &convert)
{
    return value ? Value::some(convert(*value)) : Value::none();
}

std::uint32_t registrationId(Registration registration)
{
    switch (registration) {
    case Registration::SingleOwner:
        return "single_owner"_id;
    case Registration::InviteOnly:
        return "invite_only"_id;
    case Registration::Open:
        return "open"_id;
    }
    return "single_owner"_id;
}

std::uint64_t wireNumber(quint64 value)
{
    return value;
}

ic::Bytes wireBytes(const QByteArray &bytes)
{
    return ic::toBytes(ic::viewOf(bytes));
}

CanisterProblem notAPrincipal(const QString &text)
{
    return {Problem::BadArgument, QStringLiteral("not a principal: ") + text, 0};
}

} // namespace

AgentAdmin::AgentAdmin(ic::Agent &agent, ic::Principal canister)
    : m_agent(agent)
    , m_canister(std::move(canister))
{}

template <typename T>
CanisterAdmin::Answer<T>
AgentAdmin::ask(const Call &call,
                Answer<T> (AdminReader::*read)(const AdminReader::Decoded &) const)
{
    const auto arguments = Message(m_types.table, call.types).encode(call.arguments);
    Q_ASSERT(arguments);
    const auto reply = call.kind == Kind::Query ? m_agent.query(m_canister, call.method, *arguments)
                                                : m_agent.call(m_canister, call.method, *arguments);
    if (!reply) {
        CanisterProblem problem = problemFrom(reply.error());
        if (isClosedDoor(reply.error()))
            problem = reasonForClosedDoor(call, problem);
        problem.detail.prepend(QLatin1String(call.method) + QStringLiteral(": "));
        return problem;
    }
    const Message result(m_types.table, {call.result});
    return (AdminReader(m_types).*read)(result.decode(reply.value()));
}

/// What the canister would have said, as far as `about` lets it be known.
CanisterProblem AgentAdmin::reasonForClosedDoor(const Call &call, const CanisterProblem &refusal)
{
    const auto known = about();
    if (!known)
        return refusal;
    const CanisterAbout &told = known.value();
    const QString detail = QStringLiteral("refused at the door");
    if (call.result == m_types.claimResult)
        return {told.claimed ? Problem::AlreadyClaimed : Problem::NoClaimCode, detail, 0};
    const bool isForOwners = call.result == m_types.doneResult || call.result == m_types.userResult
                             || call.result == m_types.settingsResult
                             || call.result == m_types.inviteResult;
    if (isForOwners && !told.owner)
        return {Problem::NotOwner, detail, 0};
    if (told.suspended)
        return {Problem::Suspended, detail, 0};
    if (!told.member && told.registration == Registration::InviteOnly
        && call.result == m_types.joinResult)
        return {Problem::WrongInvite, detail, 0}; // none is open
    if (!told.member && told.registration != Registration::Open)
        return {Problem::NotMember, detail, 0};
    return {Problem::Busy, detail, 0};
}

CanisterAdmin::Answer<CanisterAbout> AgentAdmin::about()
{
    auto about = ask({Kind::Query, "about", m_types.about, {}, {}}, &AdminReader::about);
    if (!about) {
        const bool noSuchMethod = about.error().kind == Problem::OtherInterface;
        if (noSuchMethod && isFirstRelease())
            return CanisterProblem{Problem::TooOld, about.error().detail, 0};
        return about;
    }
    const CanisterAbout &told = about.value();
    if (told.interfaceVersion < kInterface)
        return CanisterProblem{Problem::TooOld, QStringLiteral("interface"), told.interfaceVersion};
    if (told.protocol != kProtocol)
        return CanisterProblem{Problem::TooNew, QStringLiteral("protocol"), told.protocol};
    return about;
}

bool AgentAdmin::isFirstRelease()
{
    const auto reply = m_agent.query(m_canister, "head", *Message(m_types.table, {}).encode({}));
    return reply && Message(m_types.table, {m_types.usageResult}).decode(reply.value()).ok();
}

CanisterAdmin::Answer<Done> AgentAdmin::claim(const QByteArray &secret)
{
    return ask({Kind::Update, "claim", m_types.claimResult, {m_types.blob}, {wireBytes(secret)}},
               &AdminReader::done);
}

CanisterAdmin::Answer<Done> AgentAdmin::join(const QByteArray &invite)
{
    return ask({Kind::Update, "join", m_types.joinResult, {m_types.blob}, {wireBytes(invite)}},
               &AdminReader::done);
}

CanisterAdmin::Answer<CanisterUsage> AgentAdmin::usage()
{
    return ask({Kind::Query, "head", m_types.usageResult, {}, {}}, &AdminReader::usage);
}

CanisterAdmin::Answer<QList<CanisterDevice>> AgentAdmin::devices()
{
    return ask({Kind::Query, "devices", m_types.devicesResult, {}, {}}, &AdminReader::devices);
}

CanisterAdmin::Answer<QList<CanisterDevice>> AgentAdmin::retireDevice(const QByteArray &id)
{
    return ask(
        {Kind::Update, "retire_device", m_types.devicesResult, {m_types.blob}, {wireBytes(id)}},
        &AdminReader::devices);
}

CanisterAdmin::Answer<Done>
AgentAdmin::askAbout(const char *method, const QString &principal, TypeRef result)
{
    const auto who = ic::Principal::fromText(principal);
    if (!who)
        return notAPrincipal(principal);
    return ask({Kind::Update, method, result, {kPrincipal}, {*who}}, &AdminReader::done);
}

CanisterAdmin::Answer<Done> AgentAdmin::deleteSpace(const QString &principal)
{
    return askAbout("delete_space", principal, m_types.deleteResult);
}

CanisterAdmin::Answer<CanisterStatus> AgentAdmin::status()
{
    return ask({Kind::Query, "status", m_types.statusResult, {}, {}}, &AdminReader::status);
}

CanisterAdmin::Answer<CanisterSettings> AgentAdmin::settings()
{
    return ask({Kind::Query, "settings", m_types.settingsResult, {}, {}}, &AdminReader::settings);
}

CanisterAdmin::Answer<CanisterSettings> AgentAdmin::setSettings(const CanisterSettings &settings)
{
    const Value argument =
        makeRecord(m_types.table,
                   m_types.settings,
                   {{"registration"_id, Value::variant(registrationId(settings.registration))},
                    {"default_quota_bytes"_id, wireNumber(settings.defaultQuotaBytes)},
                    {"max_users"_id, wireNumber(settings.maxUsers)},
                    {"updates_per_minute"_id, wireNumber(settings.updatesPerMinute)},
                    {"low_cycles"_id, wireNumber(settings.lowCycles)}});
    return ask(
        {Kind::Update, "set_settings", m_types.settingsResult, {m_types.settings}, {argument}},
        &AdminReader::settings);
}

CanisterAdmin::Answer<QList<CanisterUser>> AgentAdmin::users()
{
    QList<CanisterUser> all;
    Value after = Value::none();
    for (int page = 0; page < kMostPages; ++page) {
        const Value argument =
            makeRecord(m_types.table,
                       m_types.usersArgs,
                       {{"after"_id, after}, {"max"_id, wireNumber(kUsersPerPage)}});
        auto answer =
            ask({Kind::Query, "users", m_types.usersResult, {m_types.usersArgs}, {argument}},
                &AdminReader::usersPage);
        if (!answer)
            return answer.error();
        all += answer.value().users;
        if (!answer.value().more)
            return all;
        after = Value::some(*ic::Principal::fromText(all.last().principal));
    }
    return CanisterProblem{Problem::OtherInterface, QStringLiteral("users without end"), 0};
}

CanisterAdmin::Answer<CanisterUser> AgentAdmin::setUser(const CanisterUserChange &change)
{
    const auto who = ic::Principal::fromText(change.principal);
    if (!who)
        return notAPrincipal(change.principal);
    const Value argument = makeRecord(
        m_types.table,
        m_types.setUserArgs,
        {{"user"_id, *who},
         {"quota_bytes"_id, optionalValue(change.quotaBytes, wireNumber)},
         {"suspended"_id, optionalValue(change.suspended, [](bool flag) { return Value(flag); })},
         {"note"_id,
          optionalValue(change.note, [](const QString &text) { return text.toStdString(); })}});
    return ask({Kind::Update, "set_user", m_types.userResult, {m_types.setUserArgs}, {argument}},
               &AdminReader::user);
}

CanisterAdmin::Answer<Done> AgentAdmin::removeUser(const QString &principal)
{
    return askAbout("remove_user", principal, m_types.doneResult);
}

CanisterAdmin::Answer<QList<CanisterInvite>> AgentAdmin::invites()
{
    return ask({Kind::Query, "invites", m_types.invitesResult, {}, {}}, &AdminReader::invites);
}

CanisterAdmin::Answer<CanisterInvite>
AgentAdmin::createInvite(const QByteArray &code, const QString &note, qint64 expires)
{
    const ic::Hash hash = ic::sha256(ic::viewOf(code));
    const Value argument = makeRecord(
        m_types.table,
        m_types.createInviteArgs,
        {{"hash"_id, ic::Bytes(hash.begin(), hash.end())},
         {"note"_id, note.toStdString()},
         {"expires"_id, std::uint64_t(qMax(qint64{0}, expires)) * kNanosecondsPerMillisecond}});
    return ask({Kind::Update,
                "create_invite",
                m_types.inviteResult,
                {m_types.createInviteArgs},
                {argument}},
               &AdminReader::invite);
}

CanisterAdmin::Answer<Done> AgentAdmin::revokeInvite(quint64 id)
{
    return ask({Kind::Update, "revoke_invite", m_types.doneResult, {kNat64}, {wireNumber(id)}},
               &AdminReader::done);
}

CanisterAdmin::Answer<Done> AgentAdmin::setOwner(const QString &principal)
{
    return askAbout("set_owner", principal, m_types.doneResult);
}
