#pragma once

#include "sync/candidtext/lexer.h"
#include "sync/ic/candidtypes.h"

#include <map>
#include <optional>
#include <vector>

namespace ic::candid {

/// What fields and cases are called where the wire has only numbers.
using FieldNames = std::map<std::uint32_t, std::string>;

/// A type as it is written, before names are looked up.
struct TypeTerm
{
    enum class Kind { Name, Opt, Vec, Record, Variant, Func, Service };

    Kind kind = Kind::Name;
    TextPlace place;
    std::string name; ///< Name.
    std::vector<TypeTerm> items; ///< Opt, Vec: one; Record, Variant, Service: of the members.
    std::vector<std::uint32_t> ids; ///< Record, Variant: of the members.
    std::vector<std::string> methods; ///< Service: names of the members.
    std::vector<TypeTerm> arguments; ///< Func.
    std::vector<TypeTerm> results; ///< Func.
    std::vector<Mode> modes; ///< Func.
};

/// Reads types. Bounded: 256 levels, 20,000 terms.
class TypeParser
{
public:
    /// `names` collects what fields are called. Both must outlive the parser.
    TypeParser(Lexer &lexer, FieldNames &names)
        : m_lexer(lexer)
        , m_names(names)
    {}

    Result<TypeTerm, TextError> type();
    /// "(nat, name : text)"
    Result<std::vector<TypeTerm>, TextError> tuple();
    /// "(nat) -> (text) query", what follows the word func or a method's name.
    Result<TypeTerm, TextError> function();
    /// "{ name : type; ... }", what follows the word service.
    Result<TypeTerm, TextError> methods();

private:
    Result<TypeTerm, TextError> typeAtDepth();
    Result<TypeTerm, TextError> composite(const Token &word);
    Result<Done, TextError> fields(TypeTerm &term);
    Result<Done, TextError> field(TypeTerm &term);
    Result<Done, TextError> fieldOf(TypeTerm &term, std::uint32_t id, const Token &label);
    Result<Done, TextError> unnamed(TypeTerm &term, TypeTerm item);
    Result<Done, TextError> method(TypeTerm &service);
    Result<Done, TextError> modes(TypeTerm &term);
    Result<TypeTerm, TextError> typeBehind(const Token &word);

    Lexer &m_lexer;
    FieldNames &m_names;
    std::size_t m_depth = 0;
    std::size_t m_terms = 0;
};

/// Takes the next token if it is that punctuation; fails, saying what was wanted, otherwise.
Result<Token, TextError> expect(Lexer &lexer, std::string_view punctuation);
/// Takes the next token if it is that punctuation. Errors stay for the next call.
bool takeIf(Lexer &lexer, std::string_view punctuation);

/// A field's number as it is written: below 2^32.
std::optional<std::uint32_t> fieldNumber(const Token &token);

} // namespace ic::candid
