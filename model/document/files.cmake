target_sources(sheaf_model PRIVATE
    document/document.cpp document/document.h
    document/documentcodec.cpp document/documentcodec.h
    document/documentfields.cpp document/documentfields.h
    document/jsoncbor.cpp)
