target_sources(sheaf_app PRIVATE
    commandline.h
    exitstatus.h
    logging.cpp logging.h
    options.cpp options.h
    settings.cpp settings.h)
