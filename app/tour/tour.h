#pragma once

#include "app/exitstatus.h"

struct Options;

/// `sheaf tour --output DIR`: drives two windows with two profiles through writing, drawing,
/// syncing, a conflict and its solution, by real key and mouse events. Prints a line for each step,
/// leaves a screenshot of each in DIR, and fails when a step fails. Needs a canister
/// (--canister-url, --canister) that nobody has claimed, and its code (--claim).
ExitStatus runTour(const Options &options);
