#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// Text that JavaScript's LZ-String packed into base64 (as `compressToBase64` does): what the
/// Excalidraw plug-in of Obsidian writes. Line ends in `packed` are skipped. nullopt if it is
/// damaged or would become longer than `maxLength` UTF-16 units.
std::optional<QString> unpackLzString(const QByteArray &packed, qsizetype maxLength);
