#pragma once

#include "model/base/cbor.h"
#include "model/base/clock.h"
#include "sync/ic/bytes.h"

#include <QJsonArray>
#include <QJsonObject>

/// The project's vectors (tests/data/vectors); their shape is told in each file's `about`.
QJsonObject vectorFile(const char *name);

/// The value that must be there as text in hexadecimal; ends the test program otherwise.
ic::Bytes hexOf(const QJsonValue &value);
/// A decimal number as text.
std::uint64_t numberOf(const QJsonValue &value);
UtcTime timeOf(const QJsonValue &value);
std::string textOf(const QJsonValue &value);

/// {"blob": hex} {"bytes": hex} {"text": t} {"nat": n} {"int": n} {"array": [...]} {"map": {...}}
cbor::Value cborOf(const QJsonValue &value);

/// Stands still until told.
class FrozenClock final : public Clock
{
public:
    explicit FrozenClock(UtcTime now)
        : m_now(now)
        , m_monotonic(now.time_since_epoch())
    {}
    UtcTime now() const override { return m_now; }
    std::chrono::nanoseconds monotonic() const override { return m_monotonic; }
    void set(UtcTime now) { m_now = now; }
    void passMonotonic(std::chrono::nanoseconds time) { m_monotonic += time; }

private:
    UtcTime m_now;
    std::chrono::nanoseconds m_monotonic;
};
