#pragma once

#include "app/cli/command.h"
#include "model/base/result.h"

#include <optional>

/// Opens `text` in $VISUAL or $EDITOR and returns what the person saved; nullopt if nothing
/// changed. Fails with a sentence when there is no editor, or it ended with an error: the note
/// stays as it was.
Result<std::optional<QString>, CommandResult> editInEditor(const QString &text);
