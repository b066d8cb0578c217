#include "sync/adminreader.h"

#include "sync/canistertypes.h" // the literal for field ids

#include <algorithm>
#include <limits>

using namespace ic::candid;
using Kind = CanisterProblem::Kind;

namespace {

// The decoder has given every value the type asked for, so these find what they look for.

quint64 number(const Value &value)
{
    if (const auto *fits = value.as<std::uint64_t>())
        return *fits;
    return std::numeric_limits<quint64>::max(); // a nat beyond any balance there can be
}

bool flag(const Value &value)
{
    return *value.as<bool>();
}

QString text(const Value &value)
{
    return QString::fromStdString(*value.as<std::string>());
}

QString principal(const Value &value)
{
    return value.as<ic::Principal>()->toString();
}

/// Nanoseconds of the wire as the milliseconds of the program.
qint64 milliseconds(const Value &value)
{
    constexpr quint64 kNanoseconds = 1'000'000;
    return static_cast<qint64>(number(value) / kNanoseconds);
}

const Value::Vec &list(const Value &value)
{
    return *value.as<Value::Vec>();
}

const Value *optional(const Value &value)
{
    const auto &content = value.as<Opt>()->content;
    return content.empty() ? nullptr : &content.front();
}

/// A record's values by their names' ids.
class Fields
{
public:
    Fields(const TypeTable &types, TypeRef type, const Value &value)
        : m_types(types)
        , m_type(type)
        , m_record(*value.as<Record>())
    {}

    const Value &operator[](std::uint32_t id) const
    {
        return m_record.fields[m_types.positionOf(m_type, id)];
    }

private:
    const TypeTable &m_types;
    TypeRef m_type;
    const Record &m_record;
};

Registration registrationOf(const Value &value)
{
    switch (value.as<Variant>()->id) {
    case "open"_id:
        return Registration::Open;
    case "invite_only"_id:
        return Registration::InviteOnly;
    default:
        return Registration::SingleOwner;
    }
}

/// A record of one number.
quint64 onlyNumber(const Value &value)
{
    return number(value.as<Record>()->fields.front());
}

/// Of both error types of the interface.
CanisterProblem refusalOf(const Variant &error)
{
    constexpr quint64 kNanosecondsPerSecond = 1'000'000'000;
    const Value content = error.content.empty() ? Value() : error.content.front();
    switch (error.id) {
    case "anonymous"_id:
        return {Kind::SignedOut, QStringLiteral("the canister wants a signature"), 0};
    case "not_member"_id:
        return {Kind::NotMember, QStringLiteral("not a member"), 0};
    case "suspended"_id:
        return {Kind::Suspended, QStringLiteral("suspended"), 0};
    case "not_owner"_id:
        return {Kind::NotOwner, QStringLiteral("not the owner"), 0};
    case "not_found"_id:
        return {Kind::NoSuchEntry, QStringLiteral("not found"), 0};
    case "space_limit"_id:
        return {Kind::Full, QStringLiteral("no room for another user"), 0};
    case "busy"_id:
        return {Kind::Busy,
                QStringLiteral("rate limit"),
                (onlyNumber(content) + kNanosecondsPerSecond - 1) / kNanosecondsPerSecond};
    case "bad_argument"_id:
        return {Kind::BadArgument, text(content), 0};
    case "too_large"_id:
    case "too_many_rows"_id:
        return {Kind::BadArgument, QStringLiteral("too large"), onlyNumber(content)};
    default:
        return {Kind::Rejected, QStringLiteral("an error of another kind"), 0};
    }
}

/// What `claim` and `join` say besides "ok" and "err".
CanisterProblem admissionProblem(const Variant &result)
{
    switch (result.id) {
    case "already_claimed"_id:
        return {Kind::AlreadyClaimed, QStringLiteral("already claimed"), 0};
    case "wrong_secret"_id:
        return {
            Kind::WrongCode, QStringLiteral("wrong secret"), onlyNumber(result.content.front())};
    case "no_secret"_id:
        return {Kind::NoClaimCode, QStringLiteral("installed without a claim secret"), 0};
    case "wrong_invite"_id:
        return {Kind::WrongInvite, QStringLiteral("wrong invite"), 0};
    case "full"_id:
        return {Kind::Full, QStringLiteral("no room for another user"), 0};
    default:
        return refusalOf(*result.content.front().as<Variant>());
    }
}

CanisterProblem otherShape(const DecodeError &error)
{
    return {Kind::OtherInterface,
            QStringLiteral("a reply that does not fit the interface: ")
                + QString::fromStdString(error.detail),
            0};
}

/// What is under "ok", or why there is nothing.
Result<const Value *, CanisterProblem> contentOf(const AdminReader::Decoded &reply)
{
    if (!reply)
        return otherShape(reply.error());
    const auto *result = reply.value().front().as<Variant>();
    if (result->id != "ok"_id)
        return admissionProblem(*result);
    static const Value nothing;
    return result->content.empty() ? &nothing : &result->content.front();
}

template <typename T, typename Read>
Result<T, CanisterProblem> readContent(const AdminReader::Decoded &reply, const Read &read)
{
    const auto content = contentOf(reply);
    if (!content)
        return content.error();
    return T(read(*content.value()));
}

template <typename T, typename Read>
QList<T> readList(const Value &value, const Read &read)
{
    QList<T> out;
    out.reserve(static_cast<qsizetype>(list(value).size()));
    for (const Value &item : list(value))
        out.append(read(item));
    return out;
}

} // namespace

AdminReader::Answer<CanisterAbout> AdminReader::about(const Decoded &reply) const
{
    if (!reply)
        return otherShape(reply.error());
    const Fields fields(m_types.table, m_types.about, reply.value().front());
    CanisterAbout about;
    about.interfaceVersion = static_cast<quint16>(number(fields["interface"_id]));
    about.protocol = static_cast<quint16>(number(fields["protocol"_id]));
    about.claimed = flag(fields["claimed"_id]);
    about.registration = registrationOf(fields["registration"_id]);
    about.member = flag(fields["member"_id]);
    about.owner = flag(fields["owner"_id]);
    about.suspended = flag(fields["suspended"_id]);
    return about;
}

AdminReader::Answer<Done> AdminReader::done(const Decoded &reply) const
{
    return readContent<Done>(reply, [](const Value &) { return Done{}; });
}

AdminReader::Answer<CanisterUsage> AdminReader::usage(const Decoded &reply) const
{
    return readContent<CanisterUsage>(reply, [this](const Value &value) {
        const Fields fields(m_types.table, m_types.headInfo, value);
        CanisterUsage usage;
        usage.rows = number(fields["rows"_id]);
        usage.bytes = number(fields["bytes"_id]);
        usage.quotaBytes = number(fields["quota_bytes"_id]);
        if (const Value *mark = optional(fields["cycles"_id]))
            usage.cycles =
                mark->as<Variant>()->id == "critical"_id ? CyclesMark::Critical : CyclesMark::Low;
        return usage;
    });
}

CanisterDevice AdminReader::deviceOf(const Value &value) const
{
    const Fields fields(m_types.table, m_types.device, value);
    CanisterDevice device;
    device.id = ic::toQByteArray(*fields["device_id"_id].as<ic::Bytes>());
    device.name = text(fields["name"_id]);
    device.cursor = number(fields["cursor"_id]);
    device.firstSeen = milliseconds(fields["first_seen"_id]);
    device.lastSeen = milliseconds(fields["last_seen"_id]);
    device.pushes = number(fields["pushes"_id]);
    device.retired = flag(fields["retired"_id]);
    return device;
}

AdminReader::Answer<QList<CanisterDevice>> AdminReader::devices(const Decoded &reply) const
{
    return readContent<QList<CanisterDevice>>(reply, [this](const Value &value) {
        return readList<CanisterDevice>(value, [this](const Value &one) { return deviceOf(one); });
    });
}

AdminReader::Answer<CanisterStatus> AdminReader::status(const Decoded &reply) const
{
    return readContent<CanisterStatus>(reply, [this](const Value &value) {
        const Fields fields(m_types.table, m_types.status, value);
        CanisterStatus status;
        status.cycles = number(fields["cycles"_id]);
        status.cyclesPerDay = number(fields["cycles_per_day"_id]);
        if (const Value *days = optional(fields["days_left"_id]))
            status.daysLeft = number(*days);
        status.memoryBytes = number(fields["memory_bytes"_id]);
        status.chunkMemoryBytes = number(fields["chunk_memory_bytes"_id]);
        status.users = number(fields["users"_id]);
        status.spacesBytes = number(fields["spaces_bytes"_id]);
        status.interfaceVersion = static_cast<quint16>(number(fields["interface"_id]));
        status.installed = milliseconds(fields["installed"_id]);
        status.upgraded = milliseconds(fields["upgraded"_id]);
        status.version = text(fields["version"_id]);
        return status;
    });
}

AdminReader::Answer<CanisterSettings> AdminReader::settings(const Decoded &reply) const
{
    return readContent<CanisterSettings>(reply, [this](const Value &value) {
        const Fields fields(m_types.table, m_types.settings, value);
        CanisterSettings settings;
        settings.registration = registrationOf(fields["registration"_id]);
        settings.defaultQuotaBytes = number(fields["default_quota_bytes"_id]);
        settings.maxUsers = number(fields["max_users"_id]);
        settings.updatesPerMinute = number(fields["updates_per_minute"_id]);
        settings.lowCycles = number(fields["low_cycles"_id]);
        return settings;
    });
}

CanisterUser AdminReader::userOf(const Value &value) const
{
    const Fields fields(m_types.table, m_types.user, value);
    CanisterUser user;
    user.principal = principal(fields["user"_id]);
    user.joined = milliseconds(fields["joined"_id]);
    user.lastSeen = milliseconds(fields["last_seen"_id]);
    user.rows = number(fields["rows"_id]);
    user.bytes = number(fields["bytes"_id]);
    user.chunkBytes = number(fields["chunk_bytes"_id]);
    user.quotaBytes = number(fields["quota_bytes"_id]);
    user.suspended = flag(fields["suspended"_id]);
    user.owner = flag(fields["owner"_id]);
    user.note = text(fields["note"_id]);
    return user;
}

AdminReader::Answer<AdminReader::UsersPage> AdminReader::usersPage(const Decoded &reply) const
{
    const auto content = contentOf(reply);
    if (!content)
        return content.error();
    const Fields fields(m_types.table, m_types.usersPage, *content.value());
    UsersPage page;
    page.users = readList<CanisterUser>(fields["users"_id],
                                        [this](const Value &one) { return userOf(one); });
    page.more = flag(fields["more"_id]);
    if (page.more && page.users.isEmpty())
        return CanisterProblem{Kind::OtherInterface, QStringLiteral("an empty page, and more"), 0};
    return page;
}

AdminReader::Answer<CanisterUser> AdminReader::user(const Decoded &reply) const
{
    return readContent<CanisterUser>(reply, [this](const Value &value) { return userOf(value); });
}

CanisterInvite AdminReader::inviteOf(const Value &value) const
{
    const Fields fields(m_types.table, m_types.invite, value);
    CanisterInvite invite;
    invite.id = number(fields["id"_id]);
    invite.note = text(fields["note"_id]);
    invite.created = milliseconds(fields["created"_id]);
    invite.expires = milliseconds(fields["expires"_id]);
    if (const Value *used = optional(fields["used_by"_id]))
        invite.usedBy = principal(*used);
    return invite;
}

AdminReader::Answer<CanisterInvite> AdminReader::invite(const Decoded &reply) const
{
    return readContent<CanisterInvite>(reply,
                                       [this](const Value &value) { return inviteOf(value); });
}

AdminReader::Answer<QList<CanisterInvite>> AdminReader::invites(const Decoded &reply) const
{
    return readContent<QList<CanisterInvite>>(reply, [this](const Value &value) {
        return readList<CanisterInvite>(value, [this](const Value &one) { return inviteOf(one); });
    });
}
