target_sources(sheaf_model PRIVATE
    drawing/arrowheads.cpp
    drawing/colour.cpp drawing/colour.h
    drawing/element.cpp drawing/element.h
    drawing/elementdata.cpp drawing/elementdata.h
    drawing/elementpatch.cpp drawing/elementpatch.h
    drawing/elementshape.cpp drawing/elementshape.h
    drawing/geometry.cpp drawing/geometry.h
    drawing/hittest.cpp drawing/hittest.h
    drawing/ink.cpp drawing/ink.h
    drawing/inkconstant.cpp drawing/inkconstant.h
    drawing/orderkeys.cpp drawing/orderkeys.h
    drawing/rough.cpp drawing/rough.h
    drawing/roughhatch.cpp drawing/roughsource.h
    drawing/scene.cpp drawing/scene.h
    drawing/scenecopies.cpp
    drawing/sceneedits.cpp drawing/sceneedits.h
    drawing/textmetrics.cpp drawing/textmetrics.h)
