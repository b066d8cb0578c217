#include "sync/ic/candidwire.h"

#include <algorithm>
#include <limits>

namespace ic::candid {

namespace {

constexpr std::uint64_t kMaxTypes = 10'000;
constexpr std::uint32_t kHuge = std::numeric_limits<std::uint32_t>::max() / 2;

class TableReader
{
public:
    explicit TableReader(Reader &reader)
        : m_reader(reader)
    {}

    std::optional<WireTypes> read()
    {
        BytesView magic;
        if (!m_reader.take(4, magic) || !sameBytes(magic, viewOf("DIDL")))
            return fail("not a Candid message");
        std::uint64_t count = 0;
        if (!m_reader.leb64(count) || count > m_reader.left() || count > kMaxTypes)
            return fail("type table too long");
        for (std::uint64_t i = 0; i < count; ++i) {
            if (!readType())
                return fail("malformed type table");
        }
        if (!readReferences(m_wire.arguments))
            return fail("malformed argument types");
        if (!areReferencesValid())
            return fail("a type refers to nothing");
        return std::move(m_wire);
    }

    const char *reason() const { return m_reason; }

private:
    std::optional<WireTypes> fail(const char *reason)
    {
        m_reason = reason;
        return std::nullopt;
    }

    bool readReference(TypeRef &out)
    {
        std::int64_t number = 0;
        if (!m_reader.sleb64(number) || number < kPrincipal
            || number >= static_cast<std::int64_t>(kMaxTypes))
            return false;
        out = static_cast<TypeRef>(number);
        return out >= 0 || isPrimitive(out);
    }

    bool readReferences(std::vector<TypeRef> &out)
    {
        std::uint64_t count = 0;
        if (!m_reader.leb64(count) || count > m_reader.left())
            return false;
        out.resize(static_cast<std::size_t>(count));
        return std::all_of(out.begin(), out.end(), [this](TypeRef &reference) {
            return readReference(reference);
        });
    }

    bool readType()
    {
        std::int64_t opcode = 0;
        if (!m_reader.sleb64(opcode))
            return false;
        Type type;
        bool good = false;
        if (opcode < kPrincipal) {
            type.constructor = Constructor::Future;
            good = skipFuture();
        } else if (opcode > -18 || opcode == kPrincipal) {
            return false; // primitives and bare references have no place in the table
        } else {
            type.constructor = static_cast<Constructor>(opcode);
            good = readBody(type);
        }
        m_wire.types.append(std::move(type));
        return good;
    }

    bool readBody(Type &type)
    {
        switch (type.constructor) {
        case Constructor::Opt:
        case Constructor::Vec:
            return readReference(type.inner);
        case Constructor::Record:
        case Constructor::Variant:
            return readFields(type.fields);
        case Constructor::Func:
            return readReferences(type.arguments) && readReferences(type.results)
                   && readModes(type.modes);
        case Constructor::Service:
            return readMethods(type.methods);
        case Constructor::Future:
            return false;
        }
        return false;
    }

    bool skipFuture()
    {
        std::uint64_t length = 0;
        BytesView body;
        return m_reader.leb64(length) && m_reader.take(length, body);
    }

    bool readFields(std::vector<Field> &fields)
    {
        std::uint64_t count = 0;
        if (!m_reader.leb64(count) || count > m_reader.left() / 2)
            return false;
        fields.reserve(static_cast<std::size_t>(count));
        for (std::uint64_t i = 0; i < count; ++i) {
            Field field;
            if (!m_reader.leb32(field.id) || !readReference(field.type)
                || (i > 0 && fields.back().id >= field.id))
                return false;
            fields.push_back(field);
        }
        return true;
    }

    bool readModes(std::vector<Mode> &modes)
    {
        std::uint64_t count = 0;
        if (!m_reader.leb64(count) || count > m_reader.left())
            return false;
        for (std::uint64_t i = 0; i < count; ++i) {
            std::uint8_t mode = 0;
            if (!m_reader.byte(mode) || mode < 1 || mode > 3)
                return false;
            modes.push_back(static_cast<Mode>(mode));
        }
        return true;
    }

    bool readMethods(std::vector<Method> &methods)
    {
        std::uint64_t count = 0;
        if (!m_reader.leb64(count) || count > m_reader.left() / 2)
            return false;
        for (std::uint64_t i = 0; i < count; ++i) {
            std::string_view name;
            Method method;
            if (!m_reader.text(name) || !readReference(method.type)
                || (i > 0 && methods.back().name >= name))
                return false;
            method.name = name;
            methods.push_back(std::move(method));
        }
        return true;
    }

    bool isValid(TypeRef reference) const
    {
        return reference < 0 || static_cast<std::size_t>(reference) < m_wire.types.size();
    }

    bool areReferencesValid() const
    {
        const auto all = [this](const std::vector<TypeRef> &references) {
            return std::all_of(references.begin(), references.end(), [this](TypeRef reference) {
                return isValid(reference);
            });
        };
        for (std::size_t i = 0; i < m_wire.types.size(); ++i) {
            const Type &type = m_wire.types.at(static_cast<TypeRef>(i));
            const bool good =
                isValid(type.inner) && all(type.arguments) && all(type.results)
                && std::all_of(type.fields.begin(),
                               type.fields.end(),
                               [this](const Field &field) { return isValid(field.type); })
                && std::all_of(
                    type.methods.begin(), type.methods.end(), [this](const Method &method) {
                        return isValid(method.type)
                               && m_wire.types.is(method.type, Constructor::Func);
                    });
            if (!good)
                return false;
        }
        return all(m_wire.arguments);
    }

    Reader &m_reader;
    WireTypes m_wire;
    const char *m_reason = "";
};

std::uint32_t leastPrimitiveSize(TypeRef type)
{
    switch (type) {
    case kNull:
    case kReserved:
    case kEmpty:
        return 0;
    case kNat16:
    case kInt16:
    case kPrincipal:
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
        return 1;
    }
}

/// Records that contain themselves never get larger than what was found for them so far: a bound
/// from below is all that is needed, so a few rounds over the table are enough.
void findLeastSizes(WireTypes &wire)
{
    constexpr int kRounds = 4;
    wire.leastSizes.assign(wire.types.size(), 0);
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t i = 0; i < wire.types.size(); ++i) {
            const Type &type = wire.types.at(static_cast<TypeRef>(i));
            std::uint32_t size = type.constructor == Constructor::Record ? 0 : 1;
            if (type.constructor == Constructor::Record) {
                for (const Field &field : type.fields)
                    size = std::min(kHuge, size + wire.leastSize(field.type));
            }
            wire.leastSizes[i] = size;
        }
    }
}

} // namespace

std::uint32_t WireTypes::leastSize(TypeRef type) const
{
    return type < 0 ? leastPrimitiveSize(type) : leastSizes[static_cast<std::size_t>(type)];
}

std::optional<WireTypes> readWireTypes(Reader &reader, const char *&reason)
{
    TableReader tableReader(reader);
    auto wire = tableReader.read();
    reason = tableReader.reason();
    if (wire)
        findLeastSizes(*wire);
    return wire;
}

} // namespace ic::candid
