add_executable(bench_start bench_start.cpp)
target_link_libraries(bench_start PRIVATE sheaf_options sheaf_test_support Qt6::Widgets)
target_compile_definitions(bench_start PRIVATE SHEAF_EXECUTABLE="$<TARGET_FILE:sheaf>")
add_dependencies(bench_start sheaf)
