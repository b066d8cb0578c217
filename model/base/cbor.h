#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Strict CBOR (RFC 8949) without Qt, for everything that is hashed, signed, stored or hostile.
///
/// Encoding is deterministic (section 4.2): shortest heads, shortest floats that keep the value,
/// definite lengths, map keys in bytewise order of their encoding.
namespace cbor {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

class Value;
using Array = std::vector<Value>;

/// Entries in insertion order. Keys are text only; `encode` sorts them, `decode` refuses repeats.
class Map
{
public:
    using Entry = std::pair<std::string, Value>;

    const Value *find(std::string_view key) const;
    Value *find(std::string_view key);
    void set(std::string key, Value value); ///< Replaces or appends.
    void append(std::string key, Value value); ///< The caller knows that `key` is new.
    bool remove(std::string_view key);

    const std::vector<Entry> &entries() const { return m_entries; }
    std::size_t size() const;
    bool empty() const;

    /// Order of entries does not matter.
    friend bool operator==(const Map &a, const Map &b);

private:
    std::vector<Entry> m_entries;
};

struct Null
{
    friend bool operator==(Null, Null) = default;
};

/// A value below zero: -1 - `argument`, so that -2^64 is representable.
struct Negative
{
    std::uint64_t argument = 0;
    friend bool operator==(Negative, Negative) = default;
};

/// A natural number of 2^64 or more, big-endian without leading zeros (tag 2).
struct BigNatural
{
    Bytes bytes;
    friend bool operator==(const BigNatural &, const BigNatural &) = default;
};

class Value
{
public:
    using Variant = std::variant<Null,
                                 bool,
                                 std::uint64_t,
                                 Negative,
                                 double,
                                 std::string,
                                 Bytes,
                                 Array,
                                 Map,
                                 BigNatural>;

    // Implicit on purpose: maps and arrays are written down as what they hold.
    // NOLINTBEGIN(google-explicit-constructor)
    Value() = default;
    Value(Null) {}
    Value(bool value);
    Value(std::uint64_t value);
    Value(Negative value);
    Value(double value);
    Value(std::string value); ///< Text, UTF-8.
    Value(const char *text); ///< Text, UTF-8.
    Value(Bytes value);
    Value(Array value);
    Value(Map value);
    Value(BigNatural value);
    // NOLINTEND(google-explicit-constructor)
    static Value fromInteger(std::int64_t value);

    bool isNull() const { return std::holds_alternative<Null>(m_value); }
    /// The value if it has that type, else null.
    const bool *asBool() const { return std::get_if<bool>(&m_value); }
    const std::uint64_t *asUnsigned() const { return std::get_if<std::uint64_t>(&m_value); }
    const double *asDouble() const { return std::get_if<double>(&m_value); }
    const std::string *asText() const { return std::get_if<std::string>(&m_value); }
    const Bytes *asBytes() const { return std::get_if<Bytes>(&m_value); }
    const Array *asArray() const { return std::get_if<Array>(&m_value); }
    const Map *asMap() const { return std::get_if<Map>(&m_value); }
    const BigNatural *asBigNatural() const { return std::get_if<BigNatural>(&m_value); }
    Map *asMap() { return std::get_if<Map>(&m_value); }
    /// Any integer that fits; false otherwise.
    bool toInt64(std::int64_t &out) const;
    /// Any number, integers rounded to the nearest double; false otherwise.
    bool toNumber(double &out) const;

    const Variant &variant() const { return m_value; }
    friend bool operator==(const Value &a, const Value &b);

private:
    Variant m_value;
};

struct DecodeOptions
{
    std::size_t maxDepth = 64;
    /// Of all values together; one byte of input can ask for fifty of memory.
    std::size_t maxItems = 1'000'000;
    bool allowFloats = true; ///< false for the Internet Computer's messages.
    bool allowSimple = true; ///< null and booleans; false for hash trees and envelopes.
    bool allowBignums = false; ///< Tag 2 around what does not fit 64 bits.
    bool stripSelfDescribeTag = true; ///< One leading tag 55799 is accepted and dropped.
    bool requireShortest = true; ///< Heads must be the shortest ones.
};

enum class DecodeError {
    Truncated,
    TrailingBytes,
    TooDeep,
    TooMany,
    DuplicateKey,
    KeyNotText,
    InvalidUtf8,
    NotAllowed, ///< Indefinite length, tag, float or simple value outside the options, reserved
                ///< head.
    NotShortest,
};
const char *toString(DecodeError error);

/// Exactly one item. Never allocates more than the input can justify.
Result<Value, DecodeError> decode(BytesView bytes, const DecodeOptions &options = {});

Bytes encode(const Value &value);
/// With the self-describing tag 55799 in front (d9 d9 f7).
Bytes encodeTagged(const Value &value);

} // namespace cbor
