foreach(name tst_syncedits tst_syncquestions tst_syncscenarios tst_syncdeletes tst_syncfaults tst_syncmaster tst_syncattachments tst_syncfuzz tst_syncworker tst_identityvault)
    sheaf_add_test(${name} LIBS sheaf_sync_test_support TIMEOUT 120)
endforeach()
sheaf_add_test(tst_systemkeychain KEYRING LIBS sheaf_sync)
sheaf_add_test(tst_nokeychain LIBS sheaf_sync)
sheaf_add_test(tst_realsync LIBS sheaf_sync_test_support TIMEOUT 240)
# The model needs speed more than a debugger: thousands of runs in seconds.
sheaf_add_test(tst_syncmodel SOURCES protocolmodel.cpp protocolmodel.h TIMEOUT 120)
target_compile_options(tst_syncmodel PRIVATE -O2)
