#pragma once

#include "app/exitstatus.h"
#include "app/options.h"

/// Runs one command without a window and prints its answer: the whole program for scripts.
ExitStatus runCommandLine(const Options &options);

/// One sentence on standard error and, with --json, the same as an object on standard output.
void printProblem(const Options &options, ExitStatus status, const QString &sentence);
