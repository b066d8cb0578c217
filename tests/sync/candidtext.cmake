sheaf_add_test(tst_candidtext SOURCE candidtext/tst_candidtext.cpp SOURCES ic/vectors.cpp LIBS sheaf_sync)
sheaf_add_test(tst_candidinterface SOURCE candidtext/tst_candidinterface.cpp LIBS sheaf_sync)
