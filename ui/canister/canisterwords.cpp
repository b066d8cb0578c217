#include "ui/canister/canisterwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CanisterWords)

public:
    static CanisterWords ofReach(const CanisterProblem &problem);
    static CanisterWords ofCanister(const CanisterProblem &problem);
    static CanisterWords ofPerson(const CanisterProblem &problem);
    static CanisterWords ofRequest(const CanisterProblem &problem);
};

using Kind = CanisterProblem::Kind;

CanisterWords Words::ofReach(const CanisterProblem &problem)
{
    switch (problem.kind) {
    case Kind::NotAnAddress:
        return {tr("Not an address"),
                tr("The address has to begin with https://, as in https://icp-api.io; http:// is "
                   "for this computer alone.")};
    case Kind::NotAnId:
        if (problem.number == 1)
            return {tr("This is a person, not a canister"),
                    tr("What you entered is somebody's principal. A canister's id is shorter and "
                       "ends in -cai.")};
        return {tr("Not a canister id"),
                tr("It has to look like rrkah-fqaaa-aaaaa-aaaaq-cai. One wrong character is "
                   "noticed by its first group: compare it with the original, or copy and paste "
                   "it.")};
    case Kind::Unreachable:
        return {tr("Cannot be reached"),
                tr("Nothing answers at this address. Check the address and whether this computer "
                   "is online. Your notes stay on this device and you can go on working.")};
    case Kind::NotTheNetwork:
        return {tr("Something else answers"),
                tr("What answers at this address is not the Internet Computer. In a hotel or a "
                   "train the Wi-Fi may first want a sign-in in the browser; otherwise check the "
                   "address.")};
    case Kind::Busy:
        return {tr("Busy"),
                problem.number > 0
                    ? tr("The canister asks to wait %n second(s). Then try again.",
                         nullptr,
                         int(qMin<quint64>(problem.number, 86'400)))
                    : tr("The canister or its network is busy. Try again in a moment.")};
    case Kind::Cancelled:
        return {tr("Stopped"), tr("Nothing was changed.")};
    case Kind::ClockWrong:
        return {tr("The clock is wrong"),
                tr("This computer's clock is so far off that signed requests are refused. Set the "
                   "clock, then try again.")};
    case Kind::Untrusted:
        return {tr("The answer is not genuine"),
                tr("The answer could not be verified, so nothing of it was used. The network on "
                   "the way may be changing it: try another network, and check the address.")};
    default:
        return {};
    }
}

CanisterWords Words::ofCanister(const CanisterProblem &problem)
{
    switch (problem.kind) {
    case Kind::NotFound:
        return {tr("No such canister"),
                tr("There is no canister with this id at this address. Check both: a canister of "
                   "a test network is not on the main one.")};
    case Kind::NoCode:
        return {tr("The canister is empty"),
                tr("The canister is there, but no program is installed in it. Its owner has to "
                   "install Sheaf; canister/README.md says how.")};
    case Kind::OtherInterface:
        return {tr("Not a Sheaf canister"),
                tr("The canister answers, but another program than Sheaf is installed in it. "
                   "Check the id.")};
    case Kind::TooOld:
        return {tr("The canister is too old"),
                tr("This is a Sheaf canister of an earlier version, without owner and members. "
                   "Whoever installed it has to upgrade it; its documents stay.")};
    case Kind::TooNew:
        return {tr("The canister is too new"),
                tr("The canister speaks a newer protocol than this program. Update Sheaf, then "
                   "try again.")};
    case Kind::Stopped:
        return {tr("The canister is stopped"),
                tr("Its controller stopped it and can start it again. Nothing in it is lost.")};
    case Kind::OutOfCycles:
        return {tr("The canister is out of cycles"),
                tr("It is frozen: too few cycles are left for it to answer. Whoever owns it has "
                   "to top it up; then it goes on by itself with everything that was in it. Do "
                   "not wait for weeks: a canister that stays empty is deleted in the end.")};
    case Kind::Full:
        return {tr("No room for another person"),
                tr("The canister has as many users as its owner allows. Ask the owner for more "
                   "room.")};
    default:
        return {};
    }
}

CanisterWords Words::ofPerson(const CanisterProblem &problem)
{
    switch (problem.kind) {
    case Kind::SignedOut:
        return {tr("No key yet"),
                tr("The canister has to know who you are. Make a key on this computer first, or "
                   "open the key file of your other device.")};
    case Kind::NotMember:
        return {tr("You are not a member"),
                tr("The canister belongs to somebody else, or nobody has claimed it yet. Give "
                   "your principal to its owner, or ask for an invite.")};
    case Kind::Suspended:
        return {tr("You are suspended"),
                tr("The owner of the canister lets you read, but takes no changes from you. Ask "
                   "the owner. What you write stays on this device meanwhile.")};
    case Kind::NotOwner:
        return {tr("Only the owner may do this"),
                tr("The key of this profile is not the one that owns the canister.")};
    case Kind::WrongCode:
        return {tr("Wrong claim code"),
                problem.number > 0
                    ? tr("The code does not fit. %n more try(s); after that the canister takes "
                         "none, and its controller has to set a new code.",
                         nullptr,
                         int(qMin<quint64>(problem.number, 1'000)))
                    : tr("The code does not fit, and the canister takes no more tries. Its "
                         "controller has to set a new code.")};
    case Kind::AlreadyClaimed:
        return {tr("Already claimed"),
                tr("The canister has an owner. If that is you, use the key that you claimed it "
                   "with; otherwise ask the owner for an invite.")};
    case Kind::NoClaimCode:
        return {tr("Cannot be claimed by a code"),
                tr("The canister was installed without a claim code, or too many wrong ones were "
                   "tried. Whoever installed it can set a new code, or name you as owner: give "
                   "them your principal.")};
    case Kind::WrongInvite:
        return {tr("The invite is not valid"),
                tr("It was used already, has expired, was revoked, or has a typing mistake. Ask "
                   "the owner for a new one.")};
    default:
        return {};
    }
}

CanisterWords Words::ofRequest(const CanisterProblem &problem)
{
    switch (problem.kind) {
    case Kind::BadArgument:
        return {tr("Not accepted"),
                tr("The canister does not take this value. Its words: %1").arg(problem.detail)};
    case Kind::NoSuchEntry:
        return {tr("Not there any more"),
                tr("Somebody has removed it meanwhile. Load the list again.")};
    default:
        return {tr("Refused"),
                tr("The canister refused the request. Nothing was changed; the log has the "
                   "reason it gave.")};
    }
}

} // namespace

CanisterWords wordsFor(const CanisterProblem &problem)
{
    for (const auto words : {&Words::ofReach, &Words::ofCanister, &Words::ofPerson}) {
        CanisterWords found = words(problem);
        if (!found.headline.isEmpty())
            return found;
    }
    return Words::ofRequest(problem);
}

QString registrationName(Registration registration)
{
    switch (registration) {
    case Registration::SingleOwner:
        return Words::tr("Only its owner");
    case Registration::InviteOnly:
        return Words::tr("By invitation");
    case Registration::Open:
        return Words::tr("Open to everybody");
    }
    return {};
}

QString registrationSentence(Registration registration)
{
    switch (registration) {
    case Registration::SingleOwner:
        return Words::tr("Nobody new can join. Who is a member already stays one.");
    case Registration::InviteOnly:
        return Words::tr("Whoever has an invite from you joins with it, once.");
    case Registration::Open:
        return Words::tr("Everybody who knows the canister's id can store notes in it, at your "
                         "cost, up to the quota and the number of users.");
    }
    return {};
}

QString sizeText(quint64 bytes)
{
    const auto bounded = static_cast<qint64>(qMin<quint64>(bytes, INT64_MAX));
    return QLocale().formattedDataSize(
        bounded, bounded < 10'000'000 ? 1 : 0, QLocale::DataSizeTraditionalFormat);
}

QString cyclesText(quint64 cycles)
{
    constexpr double kTrillion = 1e12;
    const double trillions = double(cycles) / kTrillion;
    return Words::tr("%1 T", "trillion cycles")
        .arg(QLocale().toString(trillions, 'f', trillions < 1 ? 3 : 2));
}

QString daysText(const std::optional<quint64> &days)
{
    constexpr quint64 kLong = 3650;
    constexpr quint64 kMonths = 120;
    if (!days)
        return Words::tr("not known yet");
    if (*days > kLong)
        return Words::tr("more than ten years");
    if (*days > kMonths)
        return Words::tr("about %n month(s)", nullptr, int(*days / 30));
    return Words::tr("%n day(s)", nullptr, int(*days));
}

QString usageText(quint64 used, quint64 quota)
{
    return Words::tr("%1 of %2").arg(sizeText(used), sizeText(quota));
}

QString shortPrincipal(const QString &principal)
{
    const QStringList groups = principal.split(QLatin1Char('-'));
    if (groups.size() < 4)
        return principal;
    return groups.first() + QStringLiteral("…") + groups.last();
}
