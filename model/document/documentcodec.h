#pragma once

#include "model/base/cbor.h"
#include "model/base/result.h"
#include "model/document/document.h"

#include <QByteArray>

#include <optional>

/// Bytes of a row's body: version byte (1), codec byte (0: CBOR, 1: CBOR in zlib's format), then
/// the deterministic CBOR map of its fields. docs/document-format.md lists the fields.
enum class CodecError {
    Empty,
    NewerVersion, ///< Written by a newer Sheaf: keep the bytes as they are.
    Damaged,
    TooLarge, ///< Would inflate to more than 16 MiB.
};

/// Compressed where that is smaller. The body of a tombstone is empty.
QByteArray encodeBody(const Document &document);
Result<cbor::Map, CodecError> decodeBody(const QByteArray &body);

/// Never fails: what cannot be read is kept in `opaqueBody`.
Document documentFromBody(const DocumentId &id,
                          const QString &kind,
                          bool deleted,
                          std::uint16_t schema,
                          const QByteArray &body);

/// SHA-256 over what the body means (its uncompressed CBOR), so that equal states agree whatever
/// compressed them.
QByteArray contentHash(const QByteArray &body, bool deleted);

/// The revision of a state that follows `parent`: the first 16 bytes of SHA-256 over the parent's
/// length and bytes, the deleted flag, `contentHash` and the blob hashes.
QByteArray mintRevision(const std::optional<QByteArray> &parent,
                        bool deleted,
                        const QByteArray &body,
                        const std::vector<QByteArray> &blobs = {});
