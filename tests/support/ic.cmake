target_sources(sheaf_test_support PRIVATE localnetwork.cpp localnetwork.h)
set_source_files_properties(localnetwork.cpp PROPERTIES COMPILE_DEFINITIONS
    SHEAF_CANISTER_DIR="${PROJECT_SOURCE_DIR}/canister")
