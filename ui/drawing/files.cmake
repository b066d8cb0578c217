target_sources(sheaf_ui PRIVATE
    drawing/canvasclipboard.cpp
    drawing/canvascommands.cpp drawing/canvascommands.h
    drawing/canvasinput.cpp
    drawing/canvaspanel.cpp drawing/canvaspanel.h
    drawing/canvastexteditor.cpp drawing/canvastexteditor.h
    drawing/canvasview.cpp drawing/canvasview.h
    drawing/canvaswidget.cpp drawing/canvaswidget.h
    drawing/drawingcolour.cpp drawing/drawingcolour.h
    drawing/drawingsession.cpp drawing/drawingsession.h
    drawing/elementpicture.cpp drawing/elementpicture.h
    drawing/panel/canvasbutton.cpp drawing/panel/canvasbutton.h
    drawing/panel/choicerow.cpp drawing/panel/choicerow.h
    drawing/panel/emptyhints.cpp drawing/panel/emptyhints.h
    drawing/panel/glyphs.cpp drawing/panel/glyphs.h
    drawing/panel/propertypanel.cpp drawing/panel/propertypanel.h
    drawing/panel/toolstrip.cpp drawing/panel/toolstrip.h
    drawing/panel/viewbar.cpp drawing/panel/viewbar.h
    drawing/renderscene.cpp drawing/renderscene.h
    drawing/scenepainter.cpp drawing/scenepainter.h
    drawing/tilecache.cpp drawing/tilecache.h
    drawing/toolstyle.cpp drawing/toolstyle.h
    drawing/tools/canvastool.h
    drawing/tools/erasertool.cpp drawing/tools/erasertool.h
    drawing/tools/handtool.cpp drawing/tools/handtool.h
    drawing/tools/pentool.cpp drawing/tools/pentool.h
    drawing/tools/selecttool.cpp drawing/tools/selecttool.h
    drawing/tools/selectionhandles.cpp drawing/tools/selectionhandles.h
    drawing/tools/shapetool.cpp drawing/tools/shapetool.h
    drawing/tools/texttool.cpp drawing/tools/texttool.h)
