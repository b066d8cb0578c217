# Master, network and replica fakes for the sync engine's tests.
add_library(sheaf_sync_test_support STATIC
    canisterdevice.cpp canisterdevice.h
    chunkreplica.cpp chunkreplica.h
    failingreplica.cpp failingreplica.h
    fakekeychain.h
    faultymaster.cpp faultymaster.h
    masterreplica.cpp masterreplica.h
    memoryreplica.cpp memoryreplica.h
    syncdevice.cpp syncdevice.h
    syncworld.cpp syncworld.h)
target_link_libraries(sheaf_sync_test_support
    PUBLIC sheaf_sync sheaf_test_support
    PRIVATE sheaf_options)
