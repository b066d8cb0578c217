#pragma once

#include "model/base/result.h"
#include "sync/ic/identity.h"

#include <QString>

#include <memory>

/// A key as a file (PEM, PKCS#8), so that a second device can be the same person. Errors are
/// sentences for the person; the key never goes to a log.
Result<std::shared_ptr<const ic::KeyIdentity>, QString> readIdentityFile(const QString &path);

/// Readable by its owner alone; an existing file is not touched.
Result<Done, QString> writeIdentityFile(const QString &path, const ic::KeyIdentity &identity);
