#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ic::candid {

/// A type: a primitive (below zero, its opcode) or a place in a `TypeTable`.
using TypeRef = std::int32_t;

inline constexpr TypeRef kNull = -1;
inline constexpr TypeRef kBool = -2;
inline constexpr TypeRef kNat = -3;
inline constexpr TypeRef kInt = -4;
inline constexpr TypeRef kNat8 = -5;
inline constexpr TypeRef kNat16 = -6;
inline constexpr TypeRef kNat32 = -7;
inline constexpr TypeRef kNat64 = -8;
inline constexpr TypeRef kInt8 = -9;
inline constexpr TypeRef kInt16 = -10;
inline constexpr TypeRef kInt32 = -11;
inline constexpr TypeRef kInt64 = -12;
inline constexpr TypeRef kFloat32 = -13;
inline constexpr TypeRef kFloat64 = -14;
inline constexpr TypeRef kText = -15;
inline constexpr TypeRef kReserved = -16;
inline constexpr TypeRef kEmpty = -17;
inline constexpr TypeRef kPrincipal = -24;

bool isPrimitive(TypeRef type);

/// The id that stands for a field's or case's name on the wire.
constexpr std::uint32_t fieldId(std::string_view name)
{
    std::uint32_t id = 0;
    for (const char character : name)
        id = id * 223 + static_cast<unsigned char>(character);
    return id;
}

enum class Constructor : std::int8_t {
    Opt = -18,
    Vec = -19,
    Record = -20,
    Variant = -21,
    Func = -22,
    Service = -23,
    Future = -25, ///< Any later one: its values can only be skipped.
};

struct Field
{
    std::uint32_t id = 0;
    TypeRef type = kNull;
    friend bool operator==(const Field &, const Field &) = default;
};
Field field(std::string_view name, TypeRef type = kNull);

struct Method
{
    std::string name;
    TypeRef type = kNull;
    friend bool operator==(const Method &, const Method &) = default;
};

enum class Mode : std::uint8_t { Query = 1, Oneway = 2, CompositeQuery = 3 };

/// One composite type. Only the members of its constructor are used.
struct Type
{
    Constructor constructor = Constructor::Opt;
    TypeRef inner = kNull; ///< Opt, Vec.
    std::vector<Field> fields; ///< Record, Variant; ascending ids.
    std::vector<TypeRef> arguments; ///< Func.
    std::vector<TypeRef> results; ///< Func.
    std::vector<Mode> modes; ///< Func.
    std::vector<Method> methods; ///< Service; ascending names.
    friend bool operator==(const Type &, const Type &) = default;
};

/// Composite types that refer to each other. Made once for an interface, then only read.
class TypeTable
{
public:
    TypeRef opt(TypeRef inner);
    TypeRef vec(TypeRef inner);
    TypeRef blob() { return vec(kNat8); }
    TypeRef record(std::vector<Field> fields); ///< In any order; ids must differ.
    TypeRef tuple(const std::vector<TypeRef> &types);
    TypeRef variant(std::vector<Field> cases); ///< In any order; ids must differ.
    TypeRef func(std::vector<TypeRef> arguments,
                 std::vector<TypeRef> results,
                 std::vector<Mode> modes = {});
    TypeRef service(std::vector<Method> methods); ///< In any order; names must differ.

    /// A recursive type: use the reference of `declare`, then say what it is.
    TypeRef declare();
    void define(TypeRef declared, TypeRef meaning);

    /// As it came over the wire: nothing is sorted or shared.
    void append(Type type) { m_types.push_back(std::move(type)); }

    bool isComposite(TypeRef type) const { return type >= 0; }
    const Type &at(TypeRef type) const { return m_types[static_cast<std::size_t>(type)]; }
    std::size_t size() const { return m_types.size(); }
    bool is(TypeRef type, Constructor constructor) const
    {
        return type >= 0 && at(type).constructor == constructor;
    }
    /// A record's field of this type may be missing on the wire.
    bool mayBeMissing(TypeRef type) const;
    /// Where the field is among the record's values; the field must exist.
    std::size_t positionOf(TypeRef record, std::uint32_t id) const;

private:
    TypeRef add(Type type);

    std::vector<Type> m_types;
};

} // namespace ic::candid
