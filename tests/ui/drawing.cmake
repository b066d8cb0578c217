sheaf_add_test(tst_canvas LIBS sheaf_ui SOURCES ${PROJECT_SOURCE_DIR}/tests/ui/canvasfixture.h)
sheaf_add_test(tst_drawingsession LIBS sheaf_ui)
