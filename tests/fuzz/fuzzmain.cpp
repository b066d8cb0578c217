#include "tests/fuzz/fuzztargets.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

const FuzzTarget *g_target = nullptr;

} // namespace

/// libFuzzer's: `sheaf_fuzz --target=NAME corpus/NAME ...` (libFuzzer itself ignores arguments with
/// two dashes).
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    constexpr std::string_view kOption = "--target=";
    for (int i = 1; i < *argc; ++i) {
        const std::string_view argument = (*argv)[i];
        if (argument.starts_with(kOption))
            g_target = findFuzzTarget(argument.substr(kOption.size()));
    }
    if (g_target)
        return 0;
    std::fputs("--target=NAME is missing or unknown. There are:\n", stderr);
    for (const FuzzTarget &target : fuzzTargets())
        std::fprintf(stderr, "  %s\n", target.name.data());
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    g_target->run({data, size});
    return 0;
}
