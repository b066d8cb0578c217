#pragma once

#include "model/base/canistervalues.h"

#include <QString>

/// What a look at a canister found out, about it and about this profile.
struct ConnectionReport
{
    enum class Binding {
        Free, ///< The profile was never synced.
        Same, ///< With this canister as this person.
        OtherCanister,
        OtherPerson, ///< With this canister, but by another key.
    };

    CanisterAbout about;
    QString principal; ///< Of this profile's key; empty: there is none.
    Binding binding = Binding::Free;
    QString boundCanister; ///< Empty where the profile is free.
    QString boundPrincipal;
};

/// How it reads, and what can be done next.
struct ConnectionVerdict
{
    enum class Tone { Neutral, Good, Warning, Bad };
    enum class Action {
        None, ///< Something is missing; the sentence says what.
        Connect,
        Claim, ///< With the code, then connect.
        Join, ///< With the code, then connect.
    };

    Tone tone = Tone::Neutral;
    QString headline;
    QString sentence;
    Action action = Action::None;
    bool showsPrincipal = false; ///< Somebody else has to be given it.
    bool wantsKey = false; ///< Making one is what comes next.
};

ConnectionVerdict verdictFor(const ConnectionReport &report, const QString &code);
ConnectionVerdict verdictFor(const CanisterProblem &problem);
