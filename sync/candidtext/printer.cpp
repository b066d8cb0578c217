#include "sync/candidtext/printer.h"

#include "sync/candidtext/numbertext.h"
#include "sync/candidtext/valuetext.h"

#include <algorithm>

namespace ic::candid {

namespace {

constexpr std::size_t kLineLength = 80;
constexpr std::size_t kIndent = 2;
constexpr char kHexDigits[] = "0123456789abcdef";

std::string escapedByte(unsigned byte)
{
    return {'\\', kHexDigits[(byte >> 4U) & 0xfU], kHexDigits[byte & 0xfU]};
}

/// Bytes of the character at the front of `text` (UTF-8) that must not reach a terminal as it is:
/// C1 controls, and marks that turn the direction of writing. 0: it may.
std::size_t steeringBytes(std::string_view text)
{
    const auto at = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (at(0) == 0xc2 && at(1) < 0xa0)
        return 2;
    const bool isDirection = at(0) == 0xe2
                             && ((at(1) == 0x80 && at(2) >= 0xaa && at(2) <= 0xae)
                                 || (at(1) == 0x81 && at(2) >= 0xa6 && at(2) <= 0xa9));
    return isDirection ? 3 : 0;
}

class Printer
{
public:
    Printer(const TypeTable &types, const FieldNames &names)
        : m_types(types)
        , m_names(names)
    {}

    /// With its type behind it where the text would not tell it.
    std::string print(TypeRef type, const Value &value, std::size_t indent) const
    {
        if (type < 0)
            return primitive(type, value);
        const Type &composite = m_types.at(type);
        switch (composite.constructor) {
        case Constructor::Opt:
            return opt(composite.inner, *value.as<Opt>(), indent);
        case Constructor::Vec:
            return vec(composite.inner, value, indent);
        case Constructor::Record:
            return record(composite.fields, *value.as<Record>(), indent);
        case Constructor::Variant:
            return variant(composite.fields, *value.as<Variant>(), indent);
        case Constructor::Func:
            return func(*value.as<Func>());
        case Constructor::Service:
            return "service " + printText(value.as<Principal>()->toText());
        case Constructor::Future:
            break;
        }
        return "null";
    }

    /// `items` between `open` and `close`, on one line if it is short.
    static std::string group(const std::vector<std::string> &items,
                             const char *open,
                             const char *close,
                             char separator,
                             std::size_t indent)
    {
        std::size_t length = 0;
        bool isFlat = true;
        for (const std::string &item : items) {
            length += item.size() + 2;
            isFlat = isFlat && item.find('\n') == std::string::npos;
        }
        const bool isParenthesis = *open == '(';
        std::string out = open;
        if (items.empty())
            return out + close;
        if (isFlat && length <= kLineLength) {
            if (!isParenthesis)
                out += ' ';
            for (std::size_t i = 0; i < items.size(); ++i) {
                if (i > 0)
                    (out += separator) += ' ';
                out += items[i];
            }
            return out + (isParenthesis ? "" : " ") + close;
        }
        for (const std::string &item : items)
            (((out += '\n').append(indent + kIndent, ' ')) += item) += separator;
        return ((out += '\n').append(indent, ' ')) += close;
    }

private:
    std::string primitive(TypeRef type, const Value &value) const
    {
        const std::string suffix = " : " + shortName(m_types, type);
        if (const auto *number = value.as<std::uint64_t>())
            return grouped(std::to_string(*number)) + suffix;
        if (const auto *number = value.as<std::int64_t>())
            return grouped(std::to_string(*number)) + (type == kInt ? std::string() : suffix);
        if (const auto *number = value.as<BigInt>())
            return numberText(*number) + (type == kInt ? std::string() : suffix);
        if (const auto *number = value.as<float>())
            return numberText(*number) + suffix;
        if (const auto *number = value.as<double>())
            return numberText(*number) + suffix;
        if (const auto *truth = value.as<bool>())
            return *truth ? "true" : "false";
        if (const auto *text = value.as<std::string>())
            return printText(*text);
        if (const auto *principal = value.as<Principal>())
            return "principal " + printText(principal->toText());
        return type == kReserved ? "null : reserved" : "null";
    }

    std::string opt(TypeRef inner, const Opt &value, std::size_t indent) const
    {
        if (value.content.empty())
            return "null";
        const std::string content = print(inner, value.content.front(), indent);
        const bool isAnnotated =
            (inner <= kNat && inner >= kFloat64 && inner != kInt) || inner == kReserved;
        return isAnnotated ? "opt (" + content + ')' : "opt " + content;
    }

    std::string vec(TypeRef element, const Value &value, std::size_t indent) const
    {
        if (const auto *bytes = value.as<Bytes>())
            return printBlob(*bytes);
        std::vector<std::string> items;
        for (const Value &item : *value.as<Value::Vec>())
            items.push_back(print(element, item, indent + kIndent));
        return group(items, "vec {", "}", ';', indent);
    }

    std::string
    record(const std::vector<Field> &fields, const Record &value, std::size_t indent) const
    {
        const bool isTuple = !fields.empty() && fields.back().id + 1 == fields.size();
        std::vector<std::string> items;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::string label = isTuple ? std::string() : nameOf(fields[i].id) + " = ";
            items.push_back(label + print(fields[i].type, value.fields[i], indent + kIndent));
        }
        return group(items, "record {", "}", ';', indent);
    }

    std::string
    variant(const std::vector<Field> &cases, const Variant &value, std::size_t indent) const
    {
        const auto it = std::find_if(
            cases.begin(), cases.end(), [&](const Field &field) { return field.id == value.id; });
        std::string item = nameOf(value.id);
        if (it != cases.end() && it->type != kNull && !value.content.empty())
            item += " = " + print(it->type, value.content.front(), indent + kIndent);
        return group({item}, "variant {", "}", ';', indent);
    }

    static std::string func(const Func &value)
    {
        return "func " + printText(value.service.toText()) + '.'
               + (isPlainName(value.method) ? value.method : printText(value.method));
    }

    std::string nameOf(std::uint32_t id) const
    {
        const auto found = m_names.find(id);
        if (found == m_names.end())
            return grouped(std::to_string(id));
        return isPlainName(found->second) ? found->second : printText(found->second);
    }

    const TypeTable &m_types;
    const FieldNames &m_names;
};

} // namespace

std::string printText(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            (out += '\\') += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += escapedByte(byte);
        } else if (const std::size_t steering = steeringBytes(text.substr(i))) {
            for (std::size_t end = i + steering; i < end; ++i)
                out += escapedByte(static_cast<unsigned char>(text[i]));
            --i;
        } else {
            out += c;
        }
    }
    return out += '"';
}

std::string printBlob(BytesView bytes)
{
    std::string out = "blob \"";
    for (const std::uint8_t byte : bytes) {
        if (byte < 0x20 || byte >= 0x7f || byte == '"' || byte == '\\')
            out += escapedByte(byte);
        else
            out += static_cast<char>(byte);
    }
    return out += '"';
}

std::string printArguments(const TypeTable &types,
                           const FieldNames &names,
                           const std::vector<TypeRef> &arguments,
                           const std::vector<Value> &values)
{
    const Printer printer(types, names);
    std::vector<std::string> items;
    for (std::size_t i = 0; i < std::min(arguments.size(), values.size()); ++i)
        items.push_back(printer.print(arguments[i], values[i], kIndent));
    return Printer::group(items, "(", ")", ',', 0);
}

} // namespace ic::candid
