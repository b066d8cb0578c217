target_sources(sheaf_model PRIVATE
    store/attachmenttable.cpp store/attachmenttable.h
    store/chunktable.cpp store/chunktable.h
    store/documentstore.h
    store/entrytable.cpp store/entrytable.h
    store/fetchpolicy.h
    store/filetable.cpp store/filetable.h
    store/historytable.cpp store/historytable.h
    store/hybridclock.cpp store/hybridclock.h
    store/oldpieces.cpp store/oldpieces.h
    store/networkmemory.h
    store/outgoingcounts.h
    store/profilelock.cpp store/profilelock.h
    store/profilestore.cpp store/profilestore.h
    store/replicastore.h
    store/rowtable.cpp store/rowtable.h
    store/rowwriter.cpp store/rowwriter.h
    store/schema.cpp store/schema.h
    store/searchindex.cpp store/searchindex.h
    store/searchtext.cpp store/searchtext.h
    store/sqliteconnection.cpp store/sqliteconnection.h
    store/sqlitedocumentstore.cpp store/sqlitedocumentstore.h
    store/sqlitenetworkmemory.cpp store/sqlitenetworkmemory.h
    store/sqlitereplicastore.cpp store/sqlitereplicastore.h
    store/storeerror.cpp store/storeerror.h
    store/storethread.cpp store/storethread.h)
