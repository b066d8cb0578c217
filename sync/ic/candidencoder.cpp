#include "sync/ic/candidencoder.h"

#include "model/base/utf8.h"
#include "sync/ic/leb128.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace ic::candid {

namespace {

class HeadWriter
{
public:
    explicit HeadWriter(const TypeTable &types)
        : m_types(types)
    {}

    Bytes write(const std::vector<TypeRef> &arguments)
    {
        for (const TypeRef argument : arguments)
            visit(argument);
        Bytes out = toBytes("DIDL");
        writeLeb128(out, m_order.size());
        for (const TypeRef type : m_order)
            writeType(out, m_types.at(type));
        writeReferences(out, arguments);
        return out;
    }

private:
    void visit(TypeRef reference)
    {
        if (reference < 0 || m_numbers.count(reference) != 0)
            return;
        m_numbers[reference] = static_cast<std::int64_t>(m_order.size());
        m_order.push_back(reference);
        const Type &type = m_types.at(reference);
        visit(type.inner);
        for (const Field &field : type.fields)
            visit(field.type);
        for (const TypeRef argument : type.arguments)
            visit(argument);
        for (const TypeRef result : type.results)
            visit(result);
        for (const Method &method : type.methods)
            visit(method.type);
    }

    void writeReference(Bytes &out, TypeRef reference) const
    {
        writeSleb128(out, reference < 0 ? reference : m_numbers.at(reference));
    }

    void writeReferences(Bytes &out, const std::vector<TypeRef> &references) const
    {
        writeLeb128(out, references.size());
        for (const TypeRef reference : references)
            writeReference(out, reference);
    }

    void writeType(Bytes &out, const Type &type) const
    {
        writeSleb128(out, static_cast<std::int64_t>(type.constructor));
        switch (type.constructor) {
        case Constructor::Opt:
        case Constructor::Vec:
            writeReference(out, type.inner);
            return;
        case Constructor::Record:
        case Constructor::Variant:
            writeLeb128(out, type.fields.size());
            for (const Field &field : type.fields) {
                writeLeb128(out, field.id);
                writeReference(out, field.type);
            }
            return;
        case Constructor::Func:
            writeReferences(out, type.arguments);
            writeReferences(out, type.results);
            writeLeb128(out, type.modes.size());
            for (const Mode mode : type.modes)
                out.push_back(static_cast<std::uint8_t>(mode));
            return;
        case Constructor::Service:
            writeLeb128(out, type.methods.size());
            for (const Method &method : type.methods) {
                writeLeb128(out, method.name.size());
                append(out, viewOf(method.name));
                writeReference(out, method.type);
            }
            return;
        case Constructor::Future:
            return;
        }
    }

    const TypeTable &m_types;
    std::map<TypeRef, std::int64_t> m_numbers;
    std::vector<TypeRef> m_order;
};

void writeLittleEndian(Bytes &out, std::uint64_t value, unsigned width)
{
    for (unsigned i = 0; i < width; ++i)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

bool writeUnsigned(Bytes &out, const Value &value, unsigned width)
{
    const auto *number = value.as<std::uint64_t>();
    if (!number || (width < 8 && (*number >> (8 * width)) != 0))
        return false;
    writeLittleEndian(out, *number, width);
    return true;
}

bool writeSigned(Bytes &out, const Value &value, unsigned width)
{
    const auto *number = value.as<std::int64_t>();
    const unsigned bits = 8 * width;
    if (!number
        || (width < 8
            && (*number < -(std::int64_t{1} << (bits - 1))
                || *number >= std::int64_t{1} << (bits - 1))))
        return false;
    writeLittleEndian(out, static_cast<std::uint64_t>(*number), width);
    return true;
}

bool writeNat(Bytes &out, const Value &value)
{
    if (const auto *small = value.as<std::uint64_t>()) {
        writeLeb128(out, *small);
        return true;
    }
    const auto *large = value.as<BigInt>();
    if (!large || large->isNegative())
        return false;
    large->writeLeb128(out);
    return true;
}

bool writeInt(Bytes &out, const Value &value)
{
    if (const auto *small = value.as<std::int64_t>()) {
        writeSleb128(out, *small);
        return true;
    }
    const auto *large = value.as<BigInt>();
    if (large)
        large->writeSleb128(out);
    return large != nullptr;
}

bool writeText(Bytes &out, std::string_view text)
{
    writeLeb128(out, text.size());
    append(out, viewOf(text));
    return isUtf8(text);
}

bool writePrincipal(Bytes &out, const Principal *principal)
{
    if (!principal)
        return false;
    out.push_back(1);
    writeLeb128(out, principal->bytes().size());
    append(out, principal->bytes());
    return true;
}

template <typename T>
bool writeIf(const T *value, auto &&write)
{
    if (value)
        write(*value);
    return value != nullptr;
}

bool writePrimitive(Bytes &out, TypeRef type, const Value &value)
{
    switch (type) {
    case kNull:
        return value.as<Null>() != nullptr;
    case kReserved:
        return true;
    case kBool:
        return writeIf(value.as<bool>(), [&](bool is) { out.push_back(is ? 1 : 0); });
    case kNat:
        return writeNat(out, value);
    case kInt:
        return writeInt(out, value);
    case kNat8:
    case kNat16:
    case kNat32:
    case kNat64:
        return writeUnsigned(out, value, 1U << static_cast<unsigned>(kNat8 - type));
    case kInt8:
    case kInt16:
    case kInt32:
    case kInt64:
        return writeSigned(out, value, 1U << static_cast<unsigned>(kInt8 - type));
    case kFloat32:
        return writeIf(value.as<float>(), [&](float number) {
            writeLittleEndian(out, std::bit_cast<std::uint32_t>(number), 4);
        });
    case kFloat64:
        return writeIf(value.as<double>(), [&](double number) {
            writeLittleEndian(out, std::bit_cast<std::uint64_t>(number), 8);
        });
    case kText:
        return value.as<std::string>() && writeText(out, *value.as<std::string>());
    case kPrincipal:
        return writePrincipal(out, value.as<Principal>());
    default:
        return false;
    }
}

bool writeVec(Bytes &out, const TypeTable &types, TypeRef element, const Value &value)
{
    if (element == kNat8) {
        const auto *bytes = value.as<Bytes>();
        if (!bytes)
            return false;
        writeLeb128(out, bytes->size());
        append(out, *bytes);
        return true;
    }
    const auto *items = value.as<Value::Vec>();
    if (!items)
        return false;
    writeLeb128(out, items->size());
    return std::all_of(items->begin(), items->end(), [&](const Value &item) {
        return encodeValue(out, types, element, item);
    });
}

bool writeRecord(Bytes &out, const TypeTable &types, const Type &type, const Value &value)
{
    const auto *record = value.as<Record>();
    if (!record || record->fields.size() != type.fields.size())
        return false;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        if (!encodeValue(out, types, type.fields[i].type, record->fields[i]))
            return false;
    }
    return true;
}

bool writeVariant(Bytes &out, const TypeTable &types, const Type &type, const Value &value)
{
    const auto *variant = value.as<Variant>();
    if (!variant || variant->content.size() > 1)
        return false;
    const auto it = std::find_if(type.fields.begin(), type.fields.end(), [&](const Field &field) {
        return field.id == variant->id;
    });
    if (it == type.fields.end())
        return false;
    writeLeb128(out, static_cast<std::uint64_t>(it - type.fields.begin()));
    return encodeValue(
        out, types, it->type, variant->content.empty() ? Value() : variant->content.front());
}

bool writeFunc(Bytes &out, const Value &value)
{
    const auto *func = value.as<Func>();
    if (!func)
        return false;
    out.push_back(1);
    return writePrincipal(out, &func->service) && writeText(out, func->method);
}

bool writeOpt(Bytes &out, const TypeTable &types, TypeRef inner, const Value &value)
{
    const auto *opt = value.as<Opt>();
    if (!opt || opt->content.size() > 1)
        return false;
    out.push_back(static_cast<std::uint8_t>(opt->content.size()));
    return opt->content.empty() || encodeValue(out, types, inner, opt->content.front());
}

} // namespace

Bytes encodeHead(const TypeTable &types, const std::vector<TypeRef> &arguments)
{
    return HeadWriter(types).write(arguments);
}

bool encodeValue(Bytes &out, const TypeTable &types, TypeRef reference, const Value &value)
{
    if (reference < 0)
        return writePrimitive(out, reference, value);
    const Type &type = types.at(reference);
    switch (type.constructor) {
    case Constructor::Opt:
        return writeOpt(out, types, type.inner, value);
    case Constructor::Vec:
        return writeVec(out, types, type.inner, value);
    case Constructor::Record:
        return writeRecord(out, types, type, value);
    case Constructor::Variant:
        return writeVariant(out, types, type, value);
    case Constructor::Func:
        return writeFunc(out, value);
    case Constructor::Service:
        return writePrincipal(out, value.as<Principal>());
    case Constructor::Future:
        return false;
    }
    return false;
}

} // namespace ic::candid
