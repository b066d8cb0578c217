#pragma once

#include "model/base/result.h"
#include "model/store/documentstore.h"
#include "sync/ic/identity.h"

#include <memory>

class Random;

/// The 16 bytes that tell this profile's key from those of other profiles; made at the first call.
Result<QByteArray, StoreError> profileId(DocumentStore &store, Random &random);

/// Keys as the vault keeps them; null if `seed` is none.
QByteArray seedOf(const ic::KeyIdentity &identity);
std::shared_ptr<const ic::KeyIdentity> identityFromSeed(const QByteArray &seed);
