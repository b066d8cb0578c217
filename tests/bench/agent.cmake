add_executable(bench_agent bench_agent.cpp ../sync/ic/vectors.cpp)
target_link_libraries(bench_agent PRIVATE sheaf_options sheaf_sync)
target_compile_definitions(bench_agent PRIVATE SHEAF_TEST_DATA="${SHEAF_TESTS_SOURCE_DIR}/data")
