#pragma once

#include "app/cli/command.h"
#include "model/base/result.h"
#include "sync/candidtext/interface.h"
#include "sync/ic/bytes.h"

/// `sheaf ic`: what the agent for the Internet Computer sees. Works without a profile and makes
/// none.
CommandResult runIcCommand(const Options &options, const QStringList &arguments);

// Its parts; `arguments` stand behind the word.
CommandResult runIcStatus(const Options &options, const CommandArguments &arguments);
CommandResult runIcReadState(const Options &options, const CommandArguments &arguments);
CommandResult runIcQuery(const Options &options, const CommandArguments &arguments);
CommandResult runIcCall(const Options &options, const CommandArguments &arguments);
CommandResult runIcInterface(const Options &options, const CommandArguments &arguments);
CommandResult runIcEncode(const Options &options, const CommandArguments &arguments);
CommandResult runIcDecode(const Options &options, const CommandArguments &arguments);
CommandResult runIcPrincipal(const Options &options, const CommandArguments &arguments);

/// The .did file of --did; nullopt without that option.
Result<std::optional<ic::candid::Interface>, CommandResult>
interfaceFile(const CommandArguments &arguments);
/// `text` for `types`, or by itself without them, in Candid's binary form.
Result<ic::Bytes, CommandResult> encodeArguments(const std::string &text,
                                                 ic::candid::Interface &interface,
                                                 const std::vector<ic::candid::TypeRef> *types);
/// A message as text by the types that it brings along, with the names of fields that `names` or
/// Sheaf knows. The error is a sentence.
Result<std::string, QString> decodeMessage(ic::BytesView message, ic::candid::FieldNames names);
