#include "tests/fuzz/fuzztargets.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace {

constexpr std::array kTargets{
    FuzzTarget{"cbor", fuzzCbor},
    FuzzTarget{"document", fuzzDocument},
    FuzzTarget{"excalidraw", fuzzExcalidraw},
    FuzzTarget{"candid", fuzzCandid},
    FuzzTarget{"candidtext", fuzzCandidText},
    FuzzTarget{"interface", fuzzInterface},
    FuzzTarget{"hashtree", fuzzHashTree},
    FuzzTarget{"certificate", fuzzCertificate},
    FuzzTarget{"delegation", fuzzDelegation},
    FuzzTarget{"pem", fuzzPem},
    FuzzTarget{"answers", fuzzAnswers},
    FuzzTarget{"conversation", fuzzConversation},
};

} // namespace

std::span<const FuzzTarget> fuzzTargets()
{
    return kTargets;
}

const FuzzTarget *findFuzzTarget(std::string_view name)
{
    const auto *it = std::find_if(kTargets.begin(), kTargets.end(), [&](const FuzzTarget &target) {
        return target.name == name;
    });
    return it == kTargets.end() ? nullptr : it;
}

void must(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

std::uint8_t takeByte(ic::BytesView &input)
{
    if (input.empty())
        return 0;
    const std::uint8_t byte = input.front();
    input = input.subspan(1);
    return byte;
}

std::string_view textOf(ic::BytesView input)
{
    return {reinterpret_cast<const char *>(input.data()), input.size()};
}
