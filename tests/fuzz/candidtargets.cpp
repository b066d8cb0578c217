#include "sync/candidtext/interface.h"
#include "sync/candidtext/printer.h"
#include "sync/candidtext/valuetext.h"
#include "sync/ic/candid.h"
#include "sync/ic/candidencoder.h"
#include "sync/ic/candidwire.h"
#include "tests/fuzz/fuzztargets.h"

using namespace ic::candid;

namespace {

/// Every constructor, recursion, and types like the ones of the canister.
constexpr std::string_view kInterface = R"(
    type List = opt record { head : int; tail : List };
    type Json = variant { "null"; num : float64; str : text; arr : vec Json;
                          obj : vec record { text; Json } };
    type Row = record { id : text; base : opt blob; deleted : bool; schema : nat16; body : blob;
                        blobs : vec blob; client_time : nat64 };
    type Error = variant { anonymous; too_large : record { limit : nat64 }; bad : text };
    type Result = variant { ok : record { rows : vec Row; next : opt nat; more : bool }; err : Error };
    type All = record { nat; int; nat8; int8; int16; nat32; int32; int64; float32; float64; bool;
                        text; reserved; principal; null };
    service : {
      rows : (vec Row, opt nat64) -> (Result);
      list : (List) -> (List) query;
      json : (Json) -> (Json);
      all : (All) -> (opt All);
      many : (nat, int, opt text, reserved) -> ();
      references : (principal, func (nat) -> (text) query, service { f : (text) -> () }) -> ();
      optional : (opt opt opt bool, vec opt null, vec vec nat8, vec reserved) -> ();
    })";

Interface interfaceOf(std::string_view text)
{
    auto parsed = parseInterface(text);
    must(parsed.ok(), "the interface of the targets is good");
    return std::move(parsed).value();
}

/// Decoded values must survive encoding and text.
void checkValues(Interface &interface,
                 const std::vector<TypeRef> &types,
                 const std::vector<Value> &values)
{
    const Message message(interface.types, types);
    const auto encoded = message.encode(values);
    must(encoded.has_value(), "what was decoded can be encoded");
    const auto again = message.decode(*encoded);
    must(again.ok(), "what was encoded can be decoded");
    must(message.encode(again.value()) == encoded, "encoding is deterministic");
    const std::string text = printArguments(interface.types, interface.names, types, values);
    const auto parsed = parseArguments(text, interface, types);
    must(parsed.ok(), "what is printed can be read");
    must(printArguments(interface.types, interface.names, types, parsed.value()) == text,
         "text stays the same");
}

} // namespace

void fuzzCandid(ic::BytesView input)
{
    static Interface interface = interfaceOf(kInterface);
    const std::uint8_t choice = takeByte(input);
    if (choice == 0xff) {
        Reader reader(input);
        const char *reason = "";
        auto wire = readWireTypes(reader, reason);
        if (!wire)
            return;
        encodeHead(wire->types, wire->arguments);
        const auto values = Message(wire->types, wire->arguments).decode(input);
        if (!values)
            return;
        Interface unknown;
        unknown.types = wire->types;
        checkValues(unknown, wire->arguments, values.value());
        return;
    }
    const auto &methods = interface.types.at(*interface.service).methods;
    const Type &method = interface.types.at(methods[choice / 2 % methods.size()].type);
    const auto types = choice % 2 == 0 ? method.arguments : method.results;
    const auto values = Message(interface.types, types).decode(input);
    if (values)
        checkValues(interface, types, values.value());
}

void fuzzCandidText(ic::BytesView input)
{
    static const Interface known = interfaceOf(kInterface);
    Interface interface = known; // annotations go into it
    const std::uint8_t choice = takeByte(input);
    const auto &methods = interface.types.at(*interface.service).methods;
    if (choice < methods.size()) {
        const auto types = known.types.at(methods[choice].type).arguments;
        const auto values = parseArguments(textOf(input), interface, types);
        if (values)
            checkValues(interface, types, values.value());
        return;
    }
    const auto arguments = inferArguments(textOf(input), interface);
    if (arguments)
        checkValues(interface, arguments.value().types, arguments.value().values);
}

void fuzzInterface(ic::BytesView input)
{
    auto parsed = parseInterface(textOf(input));
    if (!parsed)
        return;
    Interface &interface = parsed.value();
    encodeHead(interface.types, interface.installArguments);
    if (!interface.service)
        return;
    for (const Method &method : interface.types.at(*interface.service).methods) {
        const Type *found = interface.method(method.name);
        must(found && found->constructor == Constructor::Func, "a method is a function");
        const ic::Bytes head = encodeHead(interface.types, found->arguments);
        Reader reader(head);
        const char *reason = "";
        must(interface.types.size() > 10'000 || readWireTypes(reader, reason),
             "what is written as types can be read");
    }
}
