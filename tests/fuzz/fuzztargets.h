#pragma once

#include "sync/ic/bytes.h"

#include <span>
#include <string_view>

/// Takes any bytes; ends the program when a promise of the code under test is broken.
struct FuzzTarget
{
    std::string_view name; ///< Its corpus is in corpus/<name>.
    void (*run)(ic::BytesView input);
};

std::span<const FuzzTarget> fuzzTargets();
/// Null if there is none of that name.
const FuzzTarget *findFuzzTarget(std::string_view name);

/// Ends the program unless `holds`; `promise` is what was broken.
void must(bool holds, const char *promise);

/// The first byte of `input`, which is taken off; 0 if there is none.
std::uint8_t takeByte(ic::BytesView &input);
std::string_view textOf(ic::BytesView input);

void fuzzCbor(ic::BytesView input);
void fuzzDocument(ic::BytesView input);
void fuzzExcalidraw(ic::BytesView input);
void fuzzCandid(ic::BytesView input);
void fuzzCandidText(ic::BytesView input);
void fuzzInterface(ic::BytesView input);
void fuzzHashTree(ic::BytesView input);
void fuzzCertificate(ic::BytesView input);
void fuzzDelegation(ic::BytesView input);
void fuzzPem(ic::BytesView input);
void fuzzAnswers(ic::BytesView input);
void fuzzConversation(ic::BytesView input);
