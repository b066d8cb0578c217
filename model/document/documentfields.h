#pragma once

#include "model/document/document.h"

#include <optional>

/// Takes known fields out of a row's map one after the other; what remains is unknown and kept.
/// One field of another type than expected makes the whole row unreadable (`ok()` is false).
class FieldReader
{
public:
    explicit FieldReader(const cbor::Map &fields)
        : m_left(fields)
    {}

    QString text(const char *name);
    bool flag(const char *name);
    std::int64_t integer(const char *name);
    std::optional<std::int64_t> optionalInteger(const char *name);
    QByteArray bytes(const char *name);
    QList<DocumentId> ids(const char *name);
    QJsonObject object(const char *name); ///< Fails on values that JSON cannot hold exactly.

    bool ok() const { return m_ok; }
    cbor::Map rest() && { return std::move(m_left); }

private:
    std::optional<cbor::Value> take(const char *name);
    template <typename T>
    T failed(T fallback)
    {
        m_ok = false;
        return fallback;
    }

    cbor::Map m_left;
    bool m_ok = true;
};

/// Builds the map of a row's fields; the unknown ones first, known ones replace them.
class FieldWriter
{
public:
    explicit FieldWriter(const cbor::Map &other)
        : m_fields(other)
    {}

    void text(const char *name, const QString &value);
    void textUnlessEmpty(const char *name, const QString &value);
    void flagIfSet(const char *name, bool value);
    void integer(const char *name, std::int64_t value);
    void bytes(const char *name, const QByteArray &value);
    void idsUnlessEmpty(const char *name, const QList<DocumentId> &ids);
    void objectUnlessEmpty(const char *name, const QJsonObject &value);
    void object(const char *name, const QJsonObject &value);

    cbor::Map take() && { return std::move(m_fields); }

private:
    cbor::Map m_fields;
};

/// Whether `jsonFromCbor` gives it back exactly.
bool isExactJson(const cbor::Value &value);
