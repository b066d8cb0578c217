#include "sync/candidtext/numbertext.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ic::candid {

namespace {

constexpr std::size_t kMaxDecimalDigits = 10'000;
/// Larger numbers are written in hexadecimal, which takes time in proportion to their length.
constexpr std::size_t kMaxDecimalGroups = 4'000;
constexpr char kHexDigits[] = "0123456789abcdef";

/// Two's complement of seven-bit groups, in place.
void negate(Bytes &groups)
{
    unsigned carry = 1;
    for (std::uint8_t &group : groups) {
        const unsigned inverted = (~static_cast<unsigned>(group) & 0x7fU) + carry;
        group = static_cast<std::uint8_t>(inverted & 0x7fU);
        carry = inverted >> 7U;
    }
}

/// Seven-bit groups, lowest first, of hexadecimal digits.
Bytes groupsOfHex(std::string_view digits)
{
    Bytes groups;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (std::size_t i = digits.size(); i > 0; --i) {
        const char c = digits[i - 1];
        const unsigned digit = static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        buffer |= digit << bits;
        bits += 4;
        if (bits >= 7) {
            groups.push_back(static_cast<std::uint8_t>(buffer & 0x7fU));
            buffer >>= 7U;
            bits -= 7;
        }
    }
    groups.push_back(static_cast<std::uint8_t>(buffer));
    groups.push_back(0); // room for the sign
    return groups;
}

BigInt hexNumber(std::string_view digits, bool isNegative)
{
    Bytes groups = groupsOfHex(digits);
    if (!isNegative)
        return BigInt::fromLeb128(groups);
    negate(groups);
    return BigInt::fromSleb128(groups);
}

/// Nothing if it is no whole number, or a decimal one of more than 10,000 digits.
std::optional<BigInt> wholeNumber(const Term &term)
{
    if (term.kind != Term::Kind::Natural && term.kind != Term::Kind::Integer)
        return std::nullopt;
    std::string_view digits = term.text;
    const bool isNegative = digits.starts_with('-');
    if (digits.substr(isNegative ? 1 : 0).starts_with("0x")) {
        digits.remove_prefix(isNegative ? 3 : 2);
        return hexNumber(digits, isNegative);
    }
    if (digits.size() > kMaxDecimalDigits)
        return std::nullopt;
    return BigInt::fromDecimal(digits);
}

template <typename Float>
std::optional<Value> floatAs(const Term &term)
{
    const bool isNumber = term.kind == Term::Kind::Natural || term.kind == Term::Kind::Integer
                          || term.kind == Term::Kind::Float;
    if (!isNumber || term.text.find('x') != std::string::npos)
        return std::nullopt;
    Float value = 0;
    const char *const end = term.text.data() + term.text.size();
    const auto [stop, error] = std::from_chars(term.text.data(), end, value);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return Value(value);
}

/// Bits of a type of fixed width.
unsigned widthOf(TypeRef type)
{
    const TypeRef first = type >= kNat64 ? kNat8 : kInt8;
    return 8U << static_cast<unsigned>(first - type);
}

std::string hexText(const BigInt &number)
{
    Bytes groups;
    number.writeSleb128(groups);
    if (number.isNegative())
        negate(groups);
    std::string reversed;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const std::uint8_t group : groups) {
        buffer |= (group & 0x7fU) << bits;
        for (bits += 7; bits >= 4; bits -= 4) {
            reversed.push_back(kHexDigits[buffer & 0xfU]);
            buffer >>= 4U;
        }
    }
    if (bits > 0)
        reversed.push_back(kHexDigits[buffer & 0xfU]);
    while (reversed.size() > 1 && reversed.back() == '0')
        reversed.pop_back();
    std::reverse(reversed.begin(), reversed.end());
    return (number.isNegative() ? "-0x" : "0x") + reversed;
}

template <typename Float>
std::string floatText(Float value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    char buffer[64];
    const auto result = std::to_chars(std::begin(buffer), std::end(buffer), value);
    std::string text(std::begin(buffer), result.ptr);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

} // namespace

bool isNumberType(TypeRef type)
{
    return type <= kNat && type >= kFloat64;
}

std::optional<Value> numberValue(const Term &term, TypeRef type)
{
    if (type == kFloat32)
        return floatAs<float>(term);
    if (type == kFloat64)
        return floatAs<double>(term);
    const auto number = isNumberType(type) ? wholeNumber(term) : std::nullopt;
    if (!number)
        return std::nullopt;
    if (type == kNat) {
        if (number->isNegative())
            return std::nullopt;
        const auto small = number->toUnsigned();
        return small ? Value(*small) : Value(*number);
    }
    if (type == kInt) {
        const auto small = number->toSigned();
        return small ? Value(*small) : Value(*number);
    }
    const unsigned width = widthOf(type);
    if (type >= kNat64) {
        const auto value = number->toUnsigned();
        if (!value || (width < 64 && (*value >> width) != 0))
            return std::nullopt;
        return Value(*value);
    }
    const auto value = number->toSigned();
    const std::int64_t limit = width < 64 ? std::int64_t{1} << (width - 1) : 0;
    if (!value || (width < 64 && (*value >= limit || *value < -limit)))
        return std::nullopt;
    return Value(*value);
}

std::string grouped(std::string digits)
{
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, '_');
    }
    return digits;
}

std::string numberText(const BigInt &number)
{
    Bytes groups;
    number.writeSleb128(groups);
    return groups.size() > kMaxDecimalGroups ? hexText(number) : grouped(number.toDecimal());
}

std::string numberText(float number)
{
    return floatText(number);
}

std::string numberText(double number)
{
    return floatText(number);
}

} // namespace ic::candid
