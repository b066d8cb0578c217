#include "app/cli/canistercalls.h"

#include "app/cli/commandidentity.h"
#include "app/options.h"
#include "app/profile.h"
#include "ui/canister/canisterwords.h"

#include <QJsonObject>

namespace {

using Kind = CanisterProblem::Kind;

ExitStatus statusOf(Kind kind)
{
    switch (kind) {
    case Kind::NotAnAddress:
    case Kind::NotAnId:
    case Kind::BadArgument:
        return ExitStatus::Usage;
    case Kind::Unreachable:
    case Kind::NotTheNetwork:
    case Kind::Busy:
    case Kind::Cancelled:
        return ExitStatus::Offline;
    case Kind::NotFound:
    case Kind::NoCode:
    case Kind::NoSuchEntry:
        return ExitStatus::NotFound;
    case Kind::SignedOut:
    case Kind::NotMember:
    case Kind::Suspended:
    case Kind::NotOwner:
        return ExitStatus::SignedOut;
    case Kind::ClockWrong:
    case Kind::Untrusted:
    case Kind::OtherInterface:
    case Kind::TooOld:
    case Kind::TooNew:
    case Kind::Stopped:
    case Kind::OutOfCycles:
    case Kind::WrongCode:
    case Kind::AlreadyClaimed:
    case Kind::NoClaimCode:
    case Kind::WrongInvite:
    case Kind::Full:
    case Kind::Rejected:
        return ExitStatus::Failed;
    }
    return ExitStatus::Failed;
}

} // namespace

QString CanisterSession::principal() const
{
    return identity ? identity->sender().toString() : QString();
}

Result<CanisterSession, CommandResult> openCanister(CommandContext &context, Signing signing)
{
    const CanisterAddress address = canisterAddress(context);
    if (address.url.isEmpty() || address.canister.isEmpty())
        return notFound(CommandLine::tr(
            "No canister is set. \"sheaf canister set URL ID\" or \"set LINK\" sets one."));
    return openCanisterAt(context, address, signing);
}

Result<CanisterSession, CommandResult>
openCanisterAt(CommandContext &context, const CanisterAddress &address, Signing signing)
{
    const auto parsed = parseAddress(address.url, address.canister);
    if (!parsed)
        return canisterProblem(parsed.error());
    if (context.options.offline)
        return CommandResult{
            ExitStatus::Offline, {}, {}, CommandLine::tr("Not asked: --offline was given.")};
    CanisterSession session;
    session.address = address;
    auto identity = commandIdentity(context);
    if (identity)
        session.identity = std::move(identity).value();
    else if (signing == Signing::Needed || !context.options.identityFile.isEmpty())
        return identity.error();
    session.connection = std::make_unique<AdminConnection>(
        parsed.value(), session.identity, context.profile.clock(), context.profile.random());
    return session;
}

CommandResult canisterProblem(const CanisterProblem &problem)
{
    const CanisterWords words = wordsFor(problem);
    return {statusOf(problem.kind), {}, {}, words.headline + QStringLiteral(". ") + words.sentence};
}

CommandResult canisterAnswer(const QStringList &lines, const QJsonValue &json)
{
    QByteArray output;
    for (const QString &line : lines)
        output += line.toUtf8() + '\n';
    return {ExitStatus::Ok, output, json, {}};
}
