#include "sync/ic/candid.h"
#include "sync/ic/candidencoder.h"
#include "sync/ic/candidskip.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace ic::candid {

namespace {

/// Reads values of wire types at expected types (Candid, "Coercion").
class Decoder
{
public:
    Decoder(Reader &reader,
            std::size_t inputBytes,
            const WireTypes &wire,
            const TypeTable &expected)
        : m_reader(reader)
        , m_budget(inputBytes)
        , m_wire(wire)
        , m_expected(expected)
    {}

    Outcome skip(TypeRef type) { return skipValue(m_reader, m_budget, m_wire, type, 0); }

    Outcome read(TypeRef wire, TypeRef expected, Value &out, unsigned depth)
    {
        if (depth > kMaxValueDepth || !m_budget.spend(1))
            return Outcome::TooMuch;
        if (expected == kReserved) {
            out = Null{};
            return skipValue(m_reader, m_budget, m_wire, wire, depth);
        }
        if (expected < 0)
            return readPrimitive(wire, expected, out);
        const Type &wanted = m_expected.at(expected);
        if (wanted.constructor == Constructor::Opt)
            return readOpt(wire, wanted.inner, out, depth);
        if (wire == kEmpty)
            return Outcome::Malformed;
        if (wire < 0 || m_wire.types.at(wire).constructor != wanted.constructor)
            return Outcome::Mismatch;
        return readComposite(wire, expected, out, depth);
    }

    static Value missing(const TypeTable &types, TypeRef type)
    {
        return types.is(type, Constructor::Opt) ? Value::none() : Value();
    }

private:
    Outcome readComposite(TypeRef wire, TypeRef expected, Value &out, unsigned depth)
    {
        const Type &given = m_wire.types.at(wire);
        const Type &wanted = m_expected.at(expected);
        switch (wanted.constructor) {
        case Constructor::Vec:
            return readVec(given.inner, wanted.inner, out, depth);
        case Constructor::Record:
            return readRecord(given, wanted, out, depth);
        case Constructor::Variant:
            return readVariant(given, wanted, out, depth);
        case Constructor::Func:
            return readFunc(wire, expected, out);
        case Constructor::Service:
            if (!isReferenceSubtype(wire, expected))
                return Outcome::Mismatch;
            return readPrincipal(out);
        case Constructor::Opt:
        case Constructor::Future:
            return Outcome::Mismatch;
        }
        return Outcome::Mismatch;
    }

    Outcome readOpt(TypeRef wire, TypeRef wanted, Value &out, unsigned depth)
    {
        out = Value::none();
        if (wire == kNull || wire == kReserved)
            return Outcome::Ok;
        TypeRef inner = wire;
        if (m_wire.types.is(wire, Constructor::Opt)) {
            std::uint8_t flag = 0;
            if (!m_reader.byte(flag) || flag > 1)
                return Outcome::Malformed;
            if (flag == 0)
                return Outcome::Ok;
            inner = m_wire.types.at(wire).inner;
        }
        const std::size_t start = m_reader.at();
        Value content;
        const Outcome outcome = read(inner, wanted, content, depth + 1);
        if (outcome == Outcome::Mismatch) {
            m_reader.rewind(start);
            return skipValue(m_reader, m_budget, m_wire, inner, depth + 1);
        }
        out = Value::some(std::move(content));
        return outcome;
    }

    Outcome readVec(TypeRef given, TypeRef wanted, Value &out, unsigned depth)
    {
        std::uint64_t count = 0;
        const Outcome counted = readCount(m_reader, m_budget, m_wire, given, count);
        if (counted != Outcome::Ok)
            return counted;
        if (wanted == kNat8) {
            BytesView bytes;
            if (count > 0 && given != kNat8)
                return Outcome::Mismatch;
            if (!m_reader.take(count, bytes))
                return Outcome::Malformed;
            out = toBytes(bytes);
            return Outcome::Ok;
        }
        Value::Vec items;
        for (std::uint64_t i = 0; i < count; ++i) {
            const Outcome outcome = read(given, wanted, items.emplace_back(), depth + 1);
            if (outcome != Outcome::Ok)
                return outcome;
        }
        out = std::move(items);
        return Outcome::Ok;
    }

    Outcome readRecord(const Type &given, const Type &wanted, Value &out, unsigned depth)
    {
        Record record;
        record.fields.reserve(wanted.fields.size());
        auto next = wanted.fields.begin();
        const auto fillUntil = [&](std::uint64_t id) {
            for (; next != wanted.fields.end() && next->id < id; ++next) {
                if (!m_expected.mayBeMissing(next->type))
                    return false;
                record.fields.push_back(missing(m_expected, next->type));
            }
            return true;
        };
        for (const Field &field : given.fields) {
            if (!fillUntil(field.id))
                return Outcome::Mismatch;
            Outcome outcome = Outcome::Ok;
            if (next != wanted.fields.end() && next->id == field.id) {
                outcome = read(field.type, next->type, record.fields.emplace_back(), depth + 1);
                ++next;
            } else {
                outcome = skipValue(m_reader, m_budget, m_wire, field.type, depth + 1);
            }
            if (outcome != Outcome::Ok)
                return outcome;
        }
        if (!fillUntil(std::numeric_limits<std::uint64_t>::max()))
            return Outcome::Mismatch;
        out = std::move(record);
        return Outcome::Ok;
    }

    Outcome readVariant(const Type &given, const Type &wanted, Value &out, unsigned depth)
    {
        std::uint64_t place = 0;
        if (!m_reader.leb64(place) || place >= given.fields.size())
            return Outcome::Malformed;
        const Field &used = given.fields[static_cast<std::size_t>(place)];
        const auto it = std::find_if(wanted.fields.begin(),
                                     wanted.fields.end(),
                                     [&](const Field &field) { return field.id == used.id; });
        if (it == wanted.fields.end())
            return Outcome::Mismatch;
        Value content;
        const Outcome outcome = read(used.type, it->type, content, depth + 1);
        out = Value::variant(used.id, std::move(content));
        return outcome;
    }

    Outcome readFunc(TypeRef wire, TypeRef expected, Value &out)
    {
        std::uint8_t flag = 0;
        BytesView service;
        std::string_view method;
        if (!m_reader.byte(flag) || flag != 1 || !readPrincipalBytes(m_reader, service)
            || !m_reader.text(method))
            return Outcome::Malformed;
        if (!isReferenceSubtype(wire, expected))
            return Outcome::Mismatch;
        out = Func{Principal::fromBytes(service).value_or(Principal()), std::string(method)};
        return Outcome::Ok;
    }

    bool isReferenceSubtype(TypeRef wire, TypeRef expected)
    {
        const auto [known, isNew] = m_subtypes.try_emplace({wire, expected}, false);
        if (isNew)
            known->second = isSubtype(m_wire.types, wire, m_expected, expected);
        return known->second;
    }

    Outcome readPrimitive(TypeRef wire, TypeRef expected, Value &out)
    {
        if (wire == kEmpty)
            return Outcome::Malformed;
        if (expected == kPrincipal && m_wire.types.is(wire, Constructor::Service))
            return readPrincipal(out);
        if (expected == kInt && wire == kNat)
            return readNat(out, WantedAs::Int);
        if (wire != expected)
            return Outcome::Mismatch;
        switch (expected) {
        case kNull:
            out = Null{};
            return Outcome::Ok;
        case kBool:
            return readBool(out);
        case kNat:
            return readNat(out, WantedAs::Nat);
        case kInt:
            return readInt(out);
        case kText:
            return readText(out);
        case kPrincipal:
            return readPrincipal(out);
        default:
            return readFixed(expected, out);
        }
    }

    Outcome readBool(Value &out)
    {
        std::uint8_t byte = 0;
        if (!m_reader.byte(byte) || byte > 1)
            return Outcome::Malformed;
        out = byte == 1;
        return Outcome::Ok;
    }

    enum class WantedAs { Nat, Int };

    Outcome readNat(Value &out, WantedAs as)
    {
        BytesView groups;
        if (!m_reader.lebGroups(groups) || !m_budget.spend(groups.size()))
            return Outcome::Malformed;
        const BigInt number = BigInt::fromLeb128(groups);
        if (const auto small = number.toUnsigned(); small && as == WantedAs::Nat)
            out = *small;
        else if (const auto smallInt = number.toSigned(); smallInt && as == WantedAs::Int)
            out = *smallInt;
        else
            out = number;
        return Outcome::Ok;
    }

    Outcome readInt(Value &out)
    {
        BytesView groups;
        if (!m_reader.lebGroups(groups) || !m_budget.spend(groups.size()))
            return Outcome::Malformed;
        const BigInt number = BigInt::fromSleb128(groups);
        if (const auto small = number.toSigned())
            out = *small;
        else
            out = number;
        return Outcome::Ok;
    }

    Outcome readText(Value &out)
    {
        std::string_view text;
        if (!m_reader.text(text))
            return Outcome::Malformed;
        out = std::string(text);
        return Outcome::Ok;
    }

    Outcome readPrincipal(Value &out)
    {
        BytesView bytes;
        if (!readPrincipalBytes(m_reader, bytes))
            return Outcome::Malformed;
        out = Principal::fromBytes(bytes).value_or(Principal());
        return Outcome::Ok;
    }

    Outcome readFixed(TypeRef type, Value &out)
    {
        std::uint64_t bits = 0;
        const std::uint32_t width = type == kNat8 || type == kInt8 ? 1 : m_wire.leastSize(type);
        if (!m_reader.littleEndian(width, bits))
            return Outcome::Malformed;
        if (type == kFloat32)
            out = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        else if (type == kFloat64)
            out = std::bit_cast<double>(bits);
        else if (type <= kNat8 && type >= kNat64)
            out = bits;
        else
            out = signExtended(bits, width);
        return Outcome::Ok;
    }

    static std::int64_t signExtended(std::uint64_t bits, std::uint32_t width)
    {
        const unsigned unused = 64 - 8 * width;
        return static_cast<std::int64_t>(bits << unused) >> unused;
    }

    Reader &m_reader;
    Budget m_budget;
    const WireTypes &m_wire;
    const TypeTable &m_expected;
    std::map<std::pair<TypeRef, TypeRef>, bool> m_subtypes;
};

DecodeError errorFrom(Outcome outcome, std::size_t at)
{
    const std::string place = " at byte " + std::to_string(at);
    switch (outcome) {
    case Outcome::Mismatch:
        return {DecodeError::Kind::Mismatch, "a value of another type" + place};
    case Outcome::TooMuch:
        return {DecodeError::Kind::TooMuch, "more values than allowed" + place};
    case Outcome::Ok:
    case Outcome::Malformed:
        break;
    }
    return {DecodeError::Kind::Malformed, "malformed value" + place};
}

} // namespace

Message::Message(const TypeTable &types, std::vector<TypeRef> arguments)
    : m_types(types)
    , m_arguments(std::move(arguments))
    , m_head(encodeHead(types, m_arguments))
{}

std::optional<Bytes> Message::encode(const std::vector<Value> &values) const
{
    if (values.size() != m_arguments.size())
        return std::nullopt;
    Bytes out = m_head;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!encodeValue(out, m_types, m_arguments[i], values[i]))
            return std::nullopt;
    }
    return out;
}

Result<std::vector<Value>, DecodeError> Message::decode(BytesView bytes) const
{
    Reader reader(bytes);
    const char *reason = "";
    const auto wire = readWireTypes(reader, reason);
    if (!wire)
        return DecodeError{DecodeError::Kind::Malformed, reason};
    Decoder decoder(reader, bytes.size(), *wire, m_types);
    std::vector<Value> values(m_arguments.size());
    for (std::size_t i = 0; i < std::max(values.size(), wire->arguments.size()); ++i) {
        Outcome outcome = Outcome::Ok;
        if (i >= values.size())
            outcome = decoder.skip(wire->arguments[i]);
        else if (i < wire->arguments.size())
            outcome = decoder.read(wire->arguments[i], m_arguments[i], values[i], 0);
        else if (m_types.mayBeMissing(m_arguments[i]))
            values[i] = Decoder::missing(m_types, m_arguments[i]);
        else
            outcome = Outcome::Mismatch;
        if (outcome != Outcome::Ok)
            return errorFrom(outcome, reader.at());
    }
    if (reader.left() != 0)
        return DecodeError{DecodeError::Kind::Malformed, "bytes after the last value"};
    return values;
}

} // namespace ic::candid
