#pragma once

#include "app/cli/command.h"
#include "sync/ic/identity.h"
#include "sync/identityvault.h"

#include <memory>

class Profile;

/// The key to sign with: the file given by --identity, else what the profile keeps. SignedOut if
/// there is none. Waits for the keychain, which may ask the person.
Result<std::shared_ptr<const ic::KeyIdentity>, CommandResult>
commandIdentity(CommandContext &context);

/// Keeps `identity` for this profile; the error is a sentence for the person.
Result<Done, QString> keepIdentity(Profile &profile,
                                   DocumentStore &store,
                                   const ic::KeyIdentity &identity,
                                   IdentityVault::Place place);
