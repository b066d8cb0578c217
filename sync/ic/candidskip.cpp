#include "sync/ic/candidskip.h"

#include "sync/ic/principal.h"

namespace ic::candid {

namespace {

Outcome good(bool is)
{
    return is ? Outcome::Ok : Outcome::Malformed;
}

/// Bytes of a value that is valid whatever its bytes are; 0 for the other types.
unsigned anyBytesWidth(TypeRef type)
{
    switch (type) {
    case kNat8:
    case kInt8:
        return 1;
    case kNat16:
    case kInt16:
        return 2;
    case kNat32:
    case kInt32:
    case kFloat32:
        return 4;
    case kNat64:
    case kInt64:
    case kFloat64:
        return 8;
    default:
        return 0;
    }
}

class Skipper
{
public:
    Skipper(Reader &reader, Budget &budget, const WireTypes &wire)
        : m_reader(reader)
        , m_budget(budget)
        , m_wire(wire)
    {}

    Outcome skip(TypeRef type, unsigned depth)
    {
        if (depth > kMaxValueDepth || !m_budget.spend(1))
            return Outcome::TooMuch;
        if (type < 0)
            return good(skipPrimitive(type));
        const Type &composite = m_wire.types.at(type);
        switch (composite.constructor) {
        case Constructor::Opt:
            return skipOpt(composite.inner, depth);
        case Constructor::Vec:
            return skipVec(composite.inner, depth);
        case Constructor::Record:
            return skipRecord(composite, depth);
        case Constructor::Variant:
            return skipVariant(composite, depth);
        case Constructor::Func:
            return good(skipFunc());
        case Constructor::Service:
            return good(readPrincipalBytes(m_reader, m_bytes));
        case Constructor::Future:
            return good(skipFuture());
        }
        return Outcome::Malformed;
    }

private:
    bool skipPrimitive(TypeRef type)
    {
        std::uint8_t byte = 0;
        std::string_view text;
        switch (type) {
        case kNull:
        case kReserved:
            return true;
        case kBool:
            return m_reader.byte(byte) && byte <= 1;
        case kNat:
        case kInt:
            return m_reader.lebGroups(m_bytes);
        case kText:
            return m_reader.text(text);
        case kPrincipal:
            return readPrincipalBytes(m_reader, m_bytes);
        case kEmpty:
            return false;
        default:
            return m_reader.take(anyBytesWidth(type), m_bytes);
        }
    }

    Outcome skipOpt(TypeRef inner, unsigned depth)
    {
        std::uint8_t flag = 0;
        if (!m_reader.byte(flag) || flag > 1)
            return Outcome::Malformed;
        return flag == 1 ? skip(inner, depth + 1) : Outcome::Ok;
    }

    Outcome skipVec(TypeRef element, unsigned depth)
    {
        std::uint64_t count = 0;
        const Outcome counted = readCount(m_reader, m_budget, m_wire, element, count);
        if (counted != Outcome::Ok)
            return counted;
        if (const unsigned width = anyBytesWidth(element); width > 0)
            return good(m_reader.take(count * width, m_bytes));
        for (std::uint64_t i = 0; i < count; ++i) {
            if (const Outcome outcome = skip(element, depth + 1); outcome != Outcome::Ok)
                return outcome;
        }
        return Outcome::Ok;
    }

    Outcome skipRecord(const Type &type, unsigned depth)
    {
        for (const Field &field : type.fields) {
            if (const Outcome outcome = skip(field.type, depth + 1); outcome != Outcome::Ok)
                return outcome;
        }
        return Outcome::Ok;
    }

    Outcome skipVariant(const Type &type, unsigned depth)
    {
        std::uint64_t place = 0;
        if (!m_reader.leb64(place) || place >= type.fields.size())
            return Outcome::Malformed;
        return skip(type.fields[static_cast<std::size_t>(place)].type, depth + 1);
    }

    bool skipFunc()
    {
        std::uint8_t flag = 0;
        std::string_view method;
        return m_reader.byte(flag) && flag == 1 && readPrincipalBytes(m_reader, m_bytes)
               && m_reader.text(method);
    }

    bool skipFuture()
    {
        std::uint64_t bytes = 0;
        std::uint64_t references = 0;
        return m_reader.leb64(bytes) && m_reader.leb64(references) && references == 0
               && m_reader.take(bytes, m_bytes);
    }

    Reader &m_reader;
    Budget &m_budget;
    const WireTypes &m_wire;
    BytesView m_bytes; ///< What was passed over; nobody looks.
};

} // namespace

Outcome readCount(
    Reader &reader, Budget &budget, const WireTypes &wire, TypeRef element, std::uint64_t &count)
{
    if (!reader.leb64(count))
        return Outcome::Malformed;
    const std::uint32_t least = wire.leastSize(element);
    if (least > 0 && count > reader.left() / least)
        return Outcome::Malformed;
    // Bytes and fixed numbers are taken in one piece and paid for by the input's length.
    return anyBytesWidth(element) > 0 || budget.spend(count) ? Outcome::Ok : Outcome::TooMuch;
}

bool readPrincipalBytes(Reader &reader, BytesView &bytes)
{
    std::uint8_t flag = 0;
    std::uint64_t length = 0;
    return reader.byte(flag) && flag == 1 && reader.leb64(length) && length <= Principal::kMaxBytes
           && reader.take(length, bytes);
}

Outcome
skipValue(Reader &reader, Budget &budget, const WireTypes &wire, TypeRef type, unsigned depth)
{
    return Skipper(reader, budget, wire).skip(type, depth);
}

} // namespace ic::candid
