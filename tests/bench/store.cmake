add_executable(bench_store bench_store.cpp)
target_link_libraries(bench_store PRIVATE sheaf_options sheaf_test_support Qt6::Sql)
