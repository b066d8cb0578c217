#pragma once

#include "model/base/result.h"
#include "sync/ic/candidtypes.h"
#include "sync/ic/candidvalue.h"

#include <vector>

namespace ic::candid {

struct DecodeError
{
    enum class Kind {
        Malformed, ///< The bytes break the format.
        Mismatch, ///< Well-formed so far, but of another type than expected.
        TooMuch, ///< More work or depth than a message of this length may ask for.
    };
    Kind kind = Kind::Malformed;
    std::string detail; ///< English, for the log.
};

/// The arguments (or results) of a method: the list of their types, in both directions. Made once
/// per method; the head of its messages is encoded then. Reads the table only while it is made
/// and while it works: the table must live on.
class Message
{
public:
    Message(const TypeTable &types, std::vector<TypeRef> arguments);

    /// Nothing if a value does not fit its type: a bug of the caller.
    std::optional<Bytes> encode(const std::vector<Value> &values) const;

    /// `bytes` at these types, by Candid's subtyping: surplus arguments and fields are dropped,
    /// what is missing or of another type under `opt` becomes none. Work is bounded by the length
    /// of the input.
    Result<std::vector<Value>, DecodeError> decode(BytesView bytes) const;

private:
    const TypeTable &m_types;
    std::vector<TypeRef> m_arguments;
    Bytes m_head;
};

} // namespace ic::candid
