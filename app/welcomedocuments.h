#pragma once

#include "model/base/result.h"
#include "model/store/documentstore.h"

class Clock;
class Random;

/// The documents that a new profile begins with. They are ordinary ones; but a device that joins an
/// existing library must not bring a second pair, so those that nobody touched can be taken away
/// again.
namespace welcome {

/// Saves them once for a profile; what it changed is empty at every later call.
Result<SaveReceipt, StoreError> greet(DocumentStore &store, const Clock &clock, Random &random);

/// Before a profile joins the library of an existing key: deletes them if they are as they were
/// saved and never reached a canister.
Result<SaveReceipt, StoreError> removeUntouched(DocumentStore &store);

} // namespace welcome
