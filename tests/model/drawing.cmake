sheaf_add_test(tst_drawing LIBS sheaf_model)
sheaf_add_test(tst_rough LIBS sheaf_model)
sheaf_add_test(tst_ink LIBS sheaf_model)
