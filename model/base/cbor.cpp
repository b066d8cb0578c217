#include "model/base/cbor.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <set>

namespace cbor {

const Value *Map::find(std::string_view key) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [key](const Entry &entry) {
        return entry.first == key;
    });
    return it == m_entries.end() ? nullptr : &it->second;
}

Value *Map::find(std::string_view key)
{
    return const_cast<Value *>(std::as_const(*this).find(key));
}

void Map::set(std::string key, Value value)
{
    if (Value *present = find(key))
        *present = std::move(value);
    else
        m_entries.emplace_back(std::move(key), std::move(value));
}

void Map::append(std::string key, Value value)
{
    m_entries.emplace_back(std::move(key), std::move(value));
}

bool Map::remove(std::string_view key)
{
    return std::erase_if(m_entries, [key](const Entry &entry) { return entry.first == key; }) > 0;
}

std::size_t Map::size() const
{
    return m_entries.size();
}

bool Map::empty() const
{
    return m_entries.empty();
}

bool operator==(const Map &a, const Map &b)
{
    return a.size() == b.size()
           && std::all_of(a.m_entries.begin(), a.m_entries.end(), [&b](const Map::Entry &entry) {
                  const Value *other = b.find(entry.first);
                  return other && *other == entry.second;
              });
}

Value::Value(bool value)
    : m_value(value)
{}
Value::Value(std::uint64_t value)
    : m_value(value)
{}
Value::Value(Negative value)
    : m_value(value)
{}
Value::Value(double value)
    : m_value(value)
{}
Value::Value(std::string value)
    : m_value(std::move(value))
{}
Value::Value(const char *text)
    : m_value(std::string(text))
{}
Value::Value(Bytes value)
    : m_value(std::move(value))
{}
Value::Value(Array value)
    : m_value(std::move(value))
{}
Value::Value(Map value)
    : m_value(std::move(value))
{}

Value::Value(BigNatural value)
    : m_value(std::move(value))
{}

Value Value::fromInteger(std::int64_t value)
{
    if (value >= 0)
        return Value(static_cast<std::uint64_t>(value));
    return Value(Negative{static_cast<std::uint64_t>(-(value + 1))});
}

bool Value::toInt64(std::int64_t &out) const
{
    constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (const auto *positive = std::get_if<std::uint64_t>(&m_value);
        positive && *positive <= kMax) {
        out = static_cast<std::int64_t>(*positive);
        return true;
    }
    if (const auto *negative = std::get_if<Negative>(&m_value);
        negative && negative->argument <= kMax) {
        out = -1 - static_cast<std::int64_t>(negative->argument);
        return true;
    }
    return false;
}

bool Value::toNumber(double &out) const
{
    if (const auto *positive = std::get_if<std::uint64_t>(&m_value))
        out = static_cast<double>(*positive);
    else if (const auto *negative = std::get_if<Negative>(&m_value))
        out = -1.0 - static_cast<double>(negative->argument);
    else if (const auto *number = std::get_if<double>(&m_value))
        out = *number;
    else
        return false;
    return true;
}

bool operator==(const Value &a, const Value &b)
{
    return a.m_value == b.m_value;
}

const char *toString(DecodeError error)
{
    switch (error) {
    case DecodeError::Truncated:
        return "truncated";
    case DecodeError::TrailingBytes:
        return "bytes after the end";
    case DecodeError::TooDeep:
        return "nested too deeply";
    case DecodeError::TooMany:
        return "more values than are allowed";
    case DecodeError::DuplicateKey:
        return "a map key occurs twice";
    case DecodeError::KeyNotText:
        return "a map key is not text";
    case DecodeError::InvalidUtf8:
        return "text is not UTF-8";
    case DecodeError::NotAllowed:
        return "an item of a kind that is not allowed here";
    case DecodeError::NotShortest:
        return "a number is not in its shortest form";
    }
    return "";
}

namespace {

constexpr std::uint8_t kUnsigned = 0;
constexpr std::uint8_t kNegative = 1;
constexpr std::uint8_t kBytes = 2;
constexpr std::uint8_t kText = 3;
constexpr std::uint8_t kArray = 4;
constexpr std::uint8_t kMap = 5;
constexpr std::uint8_t kTag = 6;
constexpr std::uint8_t kSimple = 7;
constexpr std::uint64_t kBignum = 2;
constexpr std::uint64_t kSelfDescribe = 55799;

/// Half precision to double (RFC 8949, appendix D).
double fromHalf(std::uint16_t half)
{
    const int exponent = (half >> 10U) & 0x1f;
    const int mantissa = half & 0x3ff;
    double value = 0;
    if (exponent == 0)
        value = std::ldexp(mantissa, -24);
    else if (exponent != 31)
        value = std::ldexp(mantissa + 1024, exponent - 25);
    else
        value = mantissa == 0 ? std::numeric_limits<double>::infinity()
                              : std::numeric_limits<double>::quiet_NaN();
    return (half & 0x8000U) ? -value : value;
}

/// The half precision bits of `value` if they hold it exactly.
std::optional<std::uint16_t> toHalf(double value)
{
    if (std::isnan(value))
        return std::uint16_t{0x7e00};
    const std::uint16_t sign = std::signbit(value) ? 0x8000 : 0;
    const double magnitude = std::fabs(value);
    if (std::isinf(magnitude))
        return static_cast<std::uint16_t>(sign | 0x7c00U);
    if (magnitude == 0)
        return sign;
    int exponent = 0;
    std::frexp(magnitude, &exponent);
    exponent -= 1; // magnitude = 1.f * 2^exponent
    if (exponent > 15 || exponent < -24)
        return std::nullopt;
    const int scale = exponent >= -14 ? 10 - exponent : 24;
    const double scaled = std::ldexp(magnitude, scale);
    if (scaled != std::floor(scaled))
        return std::nullopt;
    const auto digits = static_cast<std::uint32_t>(scaled);
    if (exponent < -14)
        return static_cast<std::uint16_t>(sign | digits);
    return static_cast<std::uint16_t>(sign | (static_cast<std::uint32_t>(exponent + 15) << 10U)
                                      | (digits & 0x3ffU));
}

class Decoder
{
public:
    Decoder(BytesView bytes, const DecodeOptions &options)
        : m_bytes(bytes)
        , m_options(options)
    {}

    Result<Value, DecodeError> run()
    {
        if (m_options.stripSelfDescribeTag && m_bytes.size() >= 3 && m_bytes[0] == 0xd9
            && m_bytes[1] == 0xd9 && m_bytes[2] == 0xf7)
            m_at = 3;
        Value value;
        if (!item(value, 0))
            return m_error;
        if (m_at != m_bytes.size())
            return DecodeError::TrailingBytes;
        return value;
    }

private:
    bool fail(DecodeError error)
    {
        m_error = error;
        return false;
    }

    std::size_t left() const { return m_bytes.size() - m_at; }

    bool head(std::uint8_t &major, std::uint8_t &info, std::uint64_t &argument)
    {
        if (left() < 1)
            return fail(DecodeError::Truncated);
        const std::uint8_t first = m_bytes[m_at++];
        major = first >> 5U;
        info = first & 0x1fU;
        argument = info;
        if (info < 24)
            return true;
        if (info > 27)
            return fail(DecodeError::NotAllowed);
        const std::size_t width = std::size_t{1} << (info - 24U);
        if (left() < width)
            return fail(DecodeError::Truncated);
        argument = 0;
        for (std::size_t i = 0; i < width; ++i)
            argument = (argument << 8U) | m_bytes[m_at++];
        if (major == kSimple || !m_options.requireShortest)
            return true;
        const std::uint64_t least = width == 1 ? 24 : std::uint64_t{1} << (width * 4);
        return argument >= least || fail(DecodeError::NotShortest);
    }

    bool text(std::string &out, std::uint64_t length)
    {
        if (length > left())
            return fail(DecodeError::Truncated);
        out.assign(reinterpret_cast<const char *>(m_bytes.data() + m_at),
                   static_cast<std::size_t>(length));
        m_at += static_cast<std::size_t>(length);
        return isUtf8(out) || fail(DecodeError::InvalidUtf8);
    }

    bool item(Value &out, std::size_t depth)
    {
        std::uint8_t major = 0;
        std::uint8_t info = 0;
        std::uint64_t argument = 0;
        if (!head(major, info, argument))
            return false;
        if (++m_items > m_options.maxItems)
            return fail(DecodeError::TooMany);
        switch (major) {
        case kUnsigned:
            out = Value(argument);
            return true;
        case kNegative:
            out = Value(Negative{argument});
            return true;
        case kBytes:
            return bytes(out, argument);
        case kText: {
            std::string value;
            if (!text(value, argument))
                return false;
            out = Value(std::move(value));
            return true;
        }
        case kArray:
            return array(out, argument, depth + 1);
        case kMap:
            return map(out, argument, depth + 1);
        case kSimple:
            return simple(out, info, argument);
        default:
            return argument == kBignum && m_options.allowBignums ? bignum(out)
                                                                 : fail(DecodeError::NotAllowed);
        }
    }

    bool bignum(Value &out)
    {
        std::uint8_t major = 0;
        std::uint8_t info = 0;
        std::uint64_t length = 0;
        Value digits;
        if (!head(major, info, length))
            return false;
        if (major != kBytes)
            return fail(DecodeError::NotAllowed);
        if (!bytes(digits, length))
            return false;
        if (length <= sizeof(std::uint64_t) || digits.asBytes()->front() == 0)
            return fail(DecodeError::NotShortest);
        out = Value(BigNatural{*digits.asBytes()});
        return true;
    }

    bool bytes(Value &out, std::uint64_t length)
    {
        if (length > left())
            return fail(DecodeError::Truncated);
        const auto begin = m_bytes.begin() + static_cast<std::ptrdiff_t>(m_at);
        out = Value(Bytes(begin, begin + static_cast<std::ptrdiff_t>(length)));
        m_at += static_cast<std::size_t>(length);
        return true;
    }

    bool array(Value &out, std::uint64_t count, std::size_t depth)
    {
        if (depth > m_options.maxDepth)
            return fail(DecodeError::TooDeep);
        if (count > left()) // every item takes a byte at least
            return fail(DecodeError::Truncated);
        Array items;
        for (std::uint64_t i = 0; i < count; ++i) {
            if (!item(items.emplace_back(), depth))
                return false;
        }
        out = Value(std::move(items));
        return true;
    }

    bool map(Value &out, std::uint64_t count, std::size_t depth)
    {
        if (depth > m_options.maxDepth)
            return fail(DecodeError::TooDeep);
        if (count > left() / 2)
            return fail(DecodeError::Truncated);
        Map entries;
        std::set<std::string> seen;
        for (std::uint64_t i = 0; i < count; ++i) {
            std::uint8_t major = 0;
            std::uint8_t info = 0;
            std::uint64_t length = 0;
            if (!head(major, info, length))
                return false;
            if (major != kText)
                return fail(DecodeError::KeyNotText);
            std::string key;
            if (!text(key, length))
                return false;
            if (!seen.insert(key).second)
                return fail(DecodeError::DuplicateKey);
            Value value;
            if (!item(value, depth))
                return false;
            entries.append(std::move(key), std::move(value));
        }
        out = Value(std::move(entries));
        return true;
    }

    bool simple(Value &out, std::uint8_t info, std::uint64_t argument)
    {
        const bool isFloat = info >= 25 && info <= 27;
        if (isFloat ? !m_options.allowFloats : !m_options.allowSimple)
            return fail(DecodeError::NotAllowed);
        switch (info) {
        case 20:
        case 21:
            out = Value(info == 21);
            return true;
        case 22:
            out = Value(Null{});
            return true;
        case 25:
            out = Value(fromHalf(static_cast<std::uint16_t>(argument)));
            return true;
        case 26:
            out = Value(double{std::bit_cast<float>(static_cast<std::uint32_t>(argument))});
            return true;
        case 27:
            out = Value(std::bit_cast<double>(argument));
            return true;
        default:
            return fail(DecodeError::NotAllowed);
        }
    }

    BytesView m_bytes;
    DecodeOptions m_options;
    std::size_t m_at = 0;
    std::size_t m_items = 0;
    DecodeError m_error = DecodeError::Truncated;
};

void writeBigEndian(Bytes &out, std::uint64_t value, int width)
{
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(value >> static_cast<unsigned>(shift)));
}

void writeHead(Bytes &out, std::uint8_t major, std::uint64_t argument)
{
    const auto first = static_cast<std::uint8_t>(major << 5U);
    if (argument < 24) {
        out.push_back(static_cast<std::uint8_t>(first | argument));
        return;
    }
    const int power = argument <= 0xff         ? 0
                      : argument <= 0xffff     ? 1
                      : argument <= 0xffffffff ? 2
                                               : 3;
    out.push_back(static_cast<std::uint8_t>(first | static_cast<unsigned>(24 + power)));
    writeBigEndian(out, argument, 1 << power);
}

void writeText(Bytes &out, const std::string &text)
{
    writeHead(out, kText, text.size());
    out.insert(out.end(), text.begin(), text.end());
}

void writeDouble(Bytes &out, double value)
{
    if (const auto half = toHalf(value)) {
        out.push_back(0xf9);
        writeBigEndian(out, *half, 2);
        return;
    }
    const auto single = static_cast<float>(value);
    if (static_cast<double>(single) == value) {
        out.push_back(0xfa);
        writeBigEndian(out, std::bit_cast<std::uint32_t>(single), 4);
        return;
    }
    out.push_back(0xfb);
    writeBigEndian(out, std::bit_cast<std::uint64_t>(value), 8);
}

void write(Bytes &out, const Value &value);

struct Writer
{
    Bytes &out;

    void operator()(Null) const { out.push_back(0xf6); }
    void operator()(bool value) const { out.push_back(value ? 0xf5 : 0xf4); }
    void operator()(std::uint64_t value) const { writeHead(out, kUnsigned, value); }
    void operator()(Negative value) const { writeHead(out, kNegative, value.argument); }
    void operator()(double value) const { writeDouble(out, value); }
    void operator()(const std::string &value) const { writeText(out, value); }
    void operator()(const Bytes &value) const
    {
        writeHead(out, kBytes, value.size());
        out.insert(out.end(), value.begin(), value.end());
    }
    void operator()(const BigNatural &value) const
    {
        writeHead(out, kTag, kBignum);
        (*this)(value.bytes);
    }
    void operator()(const Array &value) const
    {
        writeHead(out, kArray, value.size());
        for (const Value &element : value)
            write(out, element);
    }
    void operator()(const Map &value) const
    {
        // Bytewise order of encoded text keys: the shorter first, equal lengths by bytes.
        std::vector<const Map::Entry *> sorted;
        sorted.reserve(value.size());
        for (const Map::Entry &entry : value.entries())
            sorted.push_back(&entry);
        std::sort(sorted.begin(), sorted.end(), [](const Map::Entry *a, const Map::Entry *b) {
            if (a->first.size() != b->first.size())
                return a->first.size() < b->first.size();
            return a->first < b->first;
        });
        writeHead(out, kMap, value.size());
        for (const Map::Entry *entry : sorted) {
            writeText(out, entry->first);
            write(out, entry->second);
        }
    }
};

void write(Bytes &out, const Value &value)
{
    std::visit(Writer{out}, value.variant());
}

} // namespace

Result<Value, DecodeError> decode(BytesView bytes, const DecodeOptions &options)
{
    return Decoder(bytes, options).run();
}

Bytes encode(const Value &value)
{
    Bytes out;
    write(out, value);
    return out;
}

Bytes encodeTagged(const Value &value)
{
    Bytes out;
    writeHead(out, kTag, kSelfDescribe);
    write(out, value);
    return out;
}

} // namespace cbor
