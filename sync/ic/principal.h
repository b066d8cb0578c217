#pragma once

#include "sync/ic/bytes.h"

#include <QMetaType>
#include <QString>

namespace ic {

/// Who is called or who calls: 0 to 29 bytes, opaque except for the forms made here
/// (interface specification, "Principals").
class Principal
{
public:
    static constexpr std::size_t kMaxBytes = 29;

    /// The management canister, the empty principal "aaaaa-aa".
    Principal() = default;

    static Principal anonymous();
    /// The user who holds the key with this DER encoding.
    static Principal selfAuthenticating(BytesView publicKeyDer);
    /// Nothing if `bytes` are more than 29.
    static std::optional<Principal> fromBytes(BytesView bytes);
    /// Letters of either case in groups of five, checksum verified; nothing for any other text.
    static std::optional<Principal> fromText(std::string_view text);
    static std::optional<Principal> fromText(const QString &text);

    BytesView bytes() const { return m_bytes; }
    std::string toText() const; ///< Canonical: lower case with dashes.
    QString toString() const;

    bool isAnonymous() const { return m_bytes.size() == 1 && m_bytes.front() == 4; }
    bool isManagement() const { return m_bytes.empty(); }

    /// Unsigned bytewise, a proper prefix first.
    friend auto operator<=>(const Principal &, const Principal &) = default; // NOLINT: false alarm
    friend bool operator==(const Principal &, const Principal &) = default;

private:
    explicit Principal(Bytes bytes)
        : m_bytes(std::move(bytes))
    {}

    Bytes m_bytes;
};

} // namespace ic

Q_DECLARE_METATYPE(ic::Principal)
