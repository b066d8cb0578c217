#!/bin/bash
# Runs every fuzz target for a while: tests/fuzz/run.sh SECONDS [TARGET...]
# Builds build/fuzz first if that is needed. What is new in the corpus stays in build/fuzz/corpus,
# what breaks a promise in build/fuzz/found; nothing under tests/ is changed.
# Afterwards `tests/fuzz/run.sh keep` merges build/fuzz/corpus into tests/fuzz/corpus (files of 4 KiB
# at most that reach something new).
set -euo pipefail
cd "$(dirname "$0")/../.."
if command -v ccache >/dev/null; then export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
mkdir -p build
{ cmake --preset fuzz && cmake --build --preset fuzz; } >build/build-fuzz.log 2>&1 || { tail -n 40 build/build-fuzz.log; exit 1; }

seconds=${1:?how many seconds for each target?}; shift
targets=("$@"); [ "${#targets[@]}" -gt 0 ] || targets=($(ls tests/fuzz/corpus))
jobs=${SHEAF_FUZZ_JOBS:-2}
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1

run_target() {
    local target=$1 work="build/fuzz/corpus/$1" log="build/fuzz/$1.log"
    # A short run, as ./test does it, begins with the kept corpus and leaves nothing behind.
    if [ "$seconds" != keep ] && [ "$seconds" -lt 60 ]; then work="build/fuzz/short/$target"; rm -rf "$work"; fi
    mkdir -p "$work" build/fuzz/found
    if [ "$seconds" = keep ]; then
        build/fuzz/tests/fuzz/sheaf_fuzz --target="$target" -merge=1 -max_len=4096 "tests/fuzz/corpus/$target" "$work" >"$log" 2>&1
        return
    fi
    local status=0
    build/fuzz/tests/fuzz/sheaf_fuzz --target="$target" "$work" "tests/fuzz/corpus/$target" \
        -max_total_time="$seconds" -timeout=60 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/found/$target-" >"$log" 2>&1 || status=$?
    local executions coverage
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    coverage=$(sed -n 's/.*\(cov: [0-9]* ft: [0-9]*\).*/\1/p' "$log" | tail -n 1)
    printf '%-13s %10s executions  %s%s\n' "$target" "${executions:-?}" "$coverage" \
        "$([ "$status" = 0 ] || echo "  FOUND SOMETHING: $log")"
    return "$status"
}

status=0
for target in "${targets[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n || status=1; done
    run_target "$target" &
done
while [ "$(jobs -p | wc -l)" -gt 0 ]; do wait -n || status=1; jobs >/dev/null; done
exit "$status"
