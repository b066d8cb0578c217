target_sources(sheaf_ui PRIVATE theme.cpp theme.h)
