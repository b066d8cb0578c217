#pragma once

#include <utility>
#include <variant>

/// Stands for "nothing to return" in `Result<Done, E>`.
struct Done
{};

/// A value or the reason why there is none. The caller has to look: ignoring one is a warning.
///
/// `value()` on an error and `error()` on a value are bugs of the caller and end the program.
template <typename T, typename E>
class [[nodiscard]] Result
{
public:
    // Implicit on purpose: `return value;` and `return error;` read like the sentence they are.
    Result(T value) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(E error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    /// By value, so that `for (x : load().value())` does not look into what is gone.
    T value() && { return std::get<0>(std::move(m_state)); }

    const E &error() const & { return std::get<1>(m_state); }
    E error() && { return std::get<1>(std::move(m_state)); }

    T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }

private:
    std::variant<T, E> m_state;
};
