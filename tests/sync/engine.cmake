foreach(name tst_syncedits tst_syncdeletes tst_syncfaults tst_syncmaster)
    sheaf_add_test(${name} LIBS sheaf_sync_test_support)
endforeach()
