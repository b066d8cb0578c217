add_library(sheaf_ui_test_support STATIC failingstore.h windowfixture.cpp windowfixture.h)
target_link_libraries(sheaf_ui_test_support
    PUBLIC sheaf_ui Qt6::Test
    PRIVATE sheaf_options)

sheaf_add_test(tst_canisterdialogs LIBS sheaf_ui)
sheaf_add_test(tst_syncquestionbox LIBS sheaf_ui)
sheaf_add_test(tst_documentlist LIBS sheaf_ui sheaf_test_support)
sheaf_add_test(tst_window LIBS sheaf_ui_test_support sheaf_test_support TIMEOUT 180)
sheaf_add_test(tst_noteeditor LIBS sheaf_ui_test_support TIMEOUT 120)

# Not a test: pictures of the window for judging its looks, `windowshots FOLDER`.
add_executable(windowshots windowshots.cpp)
target_link_libraries(windowshots PRIVATE sheaf_options sheaf_ui_test_support sheaf_test_support)

add_executable(canistershots canistershots.cpp)
target_link_libraries(canistershots PRIVATE sheaf_options sheaf_ui Qt6::Test)
