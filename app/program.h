#pragma once

#include "app/exitstatus.h"

struct Options;

/// Names, version and translations; after the application object was made.
void prepareProgram();

/// Opens the profile and runs its window until it is closed.
ExitStatus runWindow(const Options &options);
