#pragma once

#include "sync/ic/bigint.h"
#include "sync/ic/principal.h"

#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace ic::candid {

class Value;

template <typename T, typename Variant>
inline constexpr bool kIsAlternative = false;
template <typename T, typename... All>
inline constexpr bool kIsAlternative<T, std::variant<All...>> = (std::is_same_v<T, All> || ...);

/// Of type null or reserved.
struct Null
{
    friend bool operator==(Null, Null) = default;
};

struct Opt
{
    std::vector<Value> content; ///< None or one.
    friend bool operator==(const Opt &a, const Opt &b);
};

struct Record
{
    std::vector<Value> fields; ///< In the order of the type's fields (`TypeTable::positionOf`).
    friend bool operator==(const Record &a, const Record &b);
};

struct Variant
{
    std::uint32_t id = 0; ///< `fieldId` of the case.
    std::vector<Value> content; ///< One; may be left out where it is null.
    friend bool operator==(const Variant &a, const Variant &b);
};

struct Func
{
    Principal service;
    std::string method;
    friend bool operator==(const Func &, const Func &) = default;
};

/// A value; its type is known elsewhere and decides between the alternatives:
/// nat, nat8 ... nat64 are std::uint64_t, int, int8 ... int64 std::int64_t, larger ones BigInt;
/// `vec nat8` is always Bytes, other vectors std::vector; principals and services are Principal.
class Value
{
public:
    using Vec = std::vector<Value>;
    using Alternatives = std::variant<Null,
                                      bool,
                                      std::uint64_t,
                                      std::int64_t,
                                      BigInt,
                                      float,
                                      double,
                                      std::string,
                                      Bytes,
                                      Principal,
                                      Opt,
                                      Vec,
                                      Record,
                                      Variant,
                                      Func>;

    // Implicit on purpose: a value is written down as what it holds. Only the alternatives
    // themselves: no int, pointer or literal slips in as another type.
    // NOLINTBEGIN(google-explicit-constructor,bugprone-forwarding-reference-overload)
    Value() = default;
    template <typename T,
              typename = std::enable_if_t<kIsAlternative<std::remove_cvref_t<T>, Alternatives>>>
    Value(T &&value)
        : m_value(std::in_place_type<std::remove_cvref_t<T>>, std::forward<T>(value))
    {}
    // NOLINTEND(google-explicit-constructor,bugprone-forwarding-reference-overload)

    static Value some(Value content);
    static Value none() { return Opt{}; }
    static Value variant(std::uint32_t id, Value content = {});

    /// Null unless it is that alternative.
    template <typename T>
    const T *as() const
    {
        return std::get_if<T>(&m_value);
    }
    template <typename T>
    T *as()
    {
        return std::get_if<T>(&m_value);
    }

    friend bool operator==(const Value &a, const Value &b);

private:
    Alternatives m_value;
};

} // namespace ic::candid
