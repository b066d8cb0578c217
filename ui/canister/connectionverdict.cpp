#include "ui/canister/connectionverdict.h"

#include "ui/canister/canisterwords.h"

#include <QCoreApplication>

using Tone = ConnectionVerdict::Tone;
using Action = ConnectionVerdict::Action;
using Binding = ConnectionReport::Binding;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionVerdict)

public:
    static ConnectionVerdict bound(const ConnectionReport &report);
    static ConnectionVerdict withoutKey(const CanisterAbout &about);
    static ConnectionVerdict unclaimed(const CanisterAbout &about, const QString &code);
    static ConnectionVerdict stranger(const CanisterAbout &about, const QString &code);
    static ConnectionVerdict member(const CanisterAbout &about);
};

ConnectionVerdict Words::bound(const ConnectionReport &report)
{
    const QString stays =
        tr("The notes of this profile stay on this device and with that canister; nothing is "
           "moved or deleted. To use this one, open it with a profile of its own, or export your "
           "notes and import them there.");
    if (report.binding == Binding::OtherCanister)
        return {Tone::Warning,
                tr("This profile belongs to another canister"),
                tr("It is synced with %1.").arg(report.boundCanister) + QLatin1Char(' ') + stays};
    return {Tone::Warning,
            tr("This profile belongs to another key"),
            tr("It is synced with this canister by the key of %1. Open that key's file in the "
               "account settings.")
                    .arg(shortPrincipal(report.boundPrincipal))
                + QLatin1Char(' ') + stays};
}

ConnectionVerdict Words::withoutKey(const CanisterAbout &about)
{
    ConnectionVerdict verdict;
    verdict.wantsKey = true;
    verdict.headline = tr("A Sheaf canister, and you have no key yet");
    verdict.sentence = about.claimed || about.registration == Registration::Open
                           ? tr("A key proves to the canister that it is you. Make one on this "
                                "computer, or open the key file of your other device.")
                           : tr("Nobody has claimed it yet. Make a key on this computer first: "
                                "the canister will belong to that key.");
    return verdict;
}

ConnectionVerdict Words::unclaimed(const CanisterAbout &about, const QString &code)
{
    if (!code.isEmpty())
        return {Tone::Good,
                tr("Ready to be claimed"),
                tr("Nobody owns this canister yet. With the right code it becomes yours: you "
                   "decide who may use it and how much room they have."),
                Action::Claim};
    if (about.registration == Registration::Open)
        return {Tone::Warning,
                tr("Open, and owned by nobody"),
                tr("Everybody may use this canister. With its claim code it becomes yours; you can "
                   "also connect without."),
                Action::Connect};
    return {Tone::Neutral,
            tr("Nobody has claimed this canister yet"),
            tr("Enter the claim code that was shown when it was installed: the canister then "
               "belongs to your key. Without the code, whoever installed it can name you as "
               "owner: give them your principal."),
            Action::None,
            true};
}

ConnectionVerdict Words::stranger(const CanisterAbout &about, const QString &code)
{
    if (about.registration == Registration::Open)
        return {Tone::Good,
                tr("Open to everybody"),
                tr("You may use this canister. Its owner can see how much you store, and your "
                   "notes lie there unencrypted."),
                Action::Connect};
    if (about.registration == Registration::InviteOnly && !code.isEmpty())
        return {Tone::Good,
                tr("Ready to join"),
                tr("You join with the invite, which can be used once. Your notes lie in the "
                   "owner's canister unencrypted."),
                Action::Join};
    if (about.registration == Registration::InviteOnly)
        return {Tone::Neutral,
                tr("By invitation only"),
                tr("Ask the owner of this canister for an invite and enter it above. Your "
                   "principal may help the owner to know you."),
                Action::None,
                true};
    return {Tone::Bad,
            tr("Claimed by somebody else"),
            tr("This canister belongs to another key and takes nobody new. If it is yours, open "
               "the key file of the device that claimed it. Otherwise give your principal to the "
               "owner and ask for an invite."),
            Action::None,
            true};
}

ConnectionVerdict Words::member(const CanisterAbout &about)
{
    if (about.suspended)
        return {Tone::Warning,
                tr("You are suspended"),
                tr("The owner lets you read, but takes no changes from you. You can connect: "
                   "changes of your other devices arrive, and what you write stays on this "
                   "device."),
                Action::Connect};
    return {Tone::Good,
            about.owner ? tr("This canister is yours") : tr("You are a member"),
            tr("There is a Sheaf canister at this address, and its answer is genuine."),
            Action::Connect};
}

} // namespace

ConnectionVerdict verdictFor(const ConnectionReport &report, const QString &code)
{
    if (report.binding == Binding::OtherCanister || report.binding == Binding::OtherPerson)
        return Words::bound(report);
    if (report.principal.isEmpty())
        return Words::withoutKey(report.about);
    const bool mayClaim = !report.about.claimed && (!report.about.member || !code.isEmpty());
    if (mayClaim)
        return Words::unclaimed(report.about, code);
    if (!report.about.member)
        return Words::stranger(report.about, code);
    return Words::member(report.about);
}

ConnectionVerdict verdictFor(const CanisterProblem &problem)
{
    using Kind = CanisterProblem::Kind;
    const CanisterWords words = wordsFor(problem);
    const bool passes = problem.kind == Kind::Unreachable || problem.kind == Kind::Busy
                        || problem.kind == Kind::Cancelled;
    ConnectionVerdict verdict{passes ? Tone::Warning : Tone::Bad, words.headline, words.sentence};
    verdict.wantsKey = problem.kind == Kind::SignedOut;
    verdict.showsPrincipal = problem.kind == Kind::NotMember || problem.kind == Kind::NoClaimCode;
    return verdict;
}
