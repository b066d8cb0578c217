#include "tests/fuzz/fuzztargets.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

/// Runs every target over its kept corpus, without libFuzzer: `fuzz_replay CORPUS`. What was once
/// found must never come back.
int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    for (const FuzzTarget &target : fuzzTargets()) {
        const auto folder = std::filesystem::path(argv[1]) / target.name;
        int count = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string content{std::istreambuf_iterator<char>(file), {}};
            std::fprintf(stderr, "%s\n", entry.path().c_str());
            target.run(ic::viewOf(std::string_view(content)));
            ++count;
        }
        std::printf("%s: %d\n", target.name.data(), count);
        if (count == 0)
            return 1;
    }
    return 0;
}
