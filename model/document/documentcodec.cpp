#include "model/document/documentcodec.h"

#include <QCryptographicHash>

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace {

constexpr char kVersion = 1;
constexpr char kPlain = 0;
constexpr char kDeflated = 1;
constexpr qsizetype kPrefix = 2; // version and codec byte
constexpr qsizetype kLargest = qsizetype{16} * 1024 * 1024;

QByteArray deflated(const cbor::Bytes &plain)
{
    QByteArray out(static_cast<qsizetype>(compressBound(plain.size())), Qt::Uninitialized);
    auto size = static_cast<uLongf>(out.size());
    const int status = compress2(reinterpret_cast<Bytef *>(out.data()),
                                 &size,
                                 plain.data(),
                                 static_cast<uLong>(plain.size()),
                                 Z_DEFAULT_COMPRESSION);
    out.resize(status == Z_OK ? static_cast<qsizetype>(size) : 0);
    return out;
}

/// Grows with what really comes out, so that a small hostile body cannot claim memory.
Result<QByteArray, CodecError> inflated(const QByteArray &body)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return CodecError::Damaged;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData() + kPrefix));
    stream.avail_in = static_cast<uInt>(body.size() - kPrefix);
    QByteArray out;
    int status = Z_OK;
    while (status == Z_OK && out.size() <= kLargest) {
        const qsizetype before = out.size();
        const qsizetype step = std::max<qsizetype>(before, 4096);
        out.resize(before + step);
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        stream.avail_out = static_cast<uInt>(step);
        status = inflate(&stream, Z_NO_FLUSH);
        out.resize(before + step - static_cast<qsizetype>(stream.avail_out));
    }
    const bool consumed = stream.avail_in == 0;
    inflateEnd(&stream);
    if (out.size() > kLargest)
        return CodecError::TooLarge;
    if (status != Z_STREAM_END || !consumed)
        return CodecError::Damaged;
    return out;
}

/// The uncompressed CBOR.
Result<QByteArray, CodecError> plainBytes(const QByteArray &body)
{
    if (body.isEmpty())
        return CodecError::Empty;
    if (body.at(0) != kVersion)
        return body.at(0) == 0 ? CodecError::Damaged : CodecError::NewerVersion;
    if (body.size() < kPrefix)
        return CodecError::Damaged;
    if (body.at(1) == kDeflated)
        return inflated(body);
    if (body.at(1) != kPlain)
        return CodecError::NewerVersion;
    if (body.size() - kPrefix > kLargest)
        return CodecError::TooLarge;
    return body.mid(kPrefix);
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void addWithLength(QCryptographicHash &hash, const QByteArray &bytes)
{
    const char length = static_cast<char>(static_cast<unsigned char>(bytes.size()));
    hash.addData(QByteArrayView(&length, 1));
    hash.addData(bytes);
}

} // namespace

QByteArray encodeBody(const Document &document)
{
    if (document.deleted)
        return {};
    if (!document.opaqueBody.isEmpty())
        return document.opaqueBody;
    const cbor::Bytes plain = cbor::encode(cbor::Value(document.fields));
    const QByteArray small = deflated(plain);
    const bool smaller = !small.isEmpty() && static_cast<std::size_t>(small.size()) < plain.size();
    QByteArray body;
    body.reserve(kPrefix + (smaller ? small.size() : static_cast<qsizetype>(plain.size())));
    body.append(kVersion);
    body.append(smaller ? kDeflated : kPlain);
    if (smaller)
        body.append(small);
    else
        body.append(reinterpret_cast<const char *>(plain.data()),
                    static_cast<qsizetype>(plain.size()));
    return body;
}

Result<cbor::Map, CodecError> decodeBody(const QByteArray &body)
{
    const auto plain = plainBytes(body);
    if (!plain.ok())
        return plain.error();
    const auto *data = reinterpret_cast<const std::uint8_t *>(plain.value().constData());
    auto value = cbor::decode({data, static_cast<std::size_t>(plain.value().size())});
    if (!value.ok() || !value.value().asMap())
        return CodecError::Damaged;
    return std::move(*value.value().asMap());
}

Document documentFromBody(const DocumentId &id,
                          const QString &kind,
                          bool deleted,
                          std::uint16_t schema,
                          const QByteArray &body)
{
    Document document;
    document.id = id;
    document.kind = kind;
    document.deleted = deleted;
    document.schema = schema;
    if (deleted)
        return document;
    auto fields = decodeBody(body);
    if (fields.ok())
        document.fields = std::move(fields).value();
    else
        document.opaqueBody = body;
    return document;
}

QByteArray contentHash(const QByteArray &body, bool deleted)
{
    if (deleted)
        return sha256({});
    const auto plain = plainBytes(body);
    return sha256(plain.ok() ? plain.value() : body);
}

QByteArray mintRevision(const std::optional<QByteArray> &parent,
                        bool deleted,
                        const QByteArray &body,
                        const std::vector<QByteArray> &blobs)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addWithLength(hash, parent.value_or(QByteArray()));
    const char flag = deleted ? 1 : 0;
    hash.addData(QByteArrayView(&flag, 1));
    hash.addData(contentHash(body, deleted));
    for (const QByteArray &blob : blobs)
        addWithLength(hash, blob);
    return hash.result().left(16);
}
