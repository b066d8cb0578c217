target_sources(sheaf_model PRIVATE
    exchange/boundedjson.cpp exchange/boundedjson.h
    exchange/drawingfiles.cpp exchange/drawingfiles.h
    exchange/excalidrawfile.cpp exchange/excalidrawfile.h
    exchange/excalidrawmarkdown.cpp exchange/excalidrawmarkdown.h
    exchange/exchangelimits.h
    exchange/exchangereport.cpp exchange/exchangereport.h
    exchange/exportindex.cpp exchange/exportindex.h
    exchange/filenames.cpp exchange/filenames.h
    exchange/folderscan.cpp exchange/folderscan.h
    exchange/frontmatter.cpp exchange/frontmatter.h
    exchange/importtarget.cpp exchange/importtarget.h
    exchange/libraryexport.cpp exchange/libraryexport.h
    exchange/libraryimport.cpp exchange/libraryimport.h
    exchange/lzstring.cpp exchange/lzstring.h
    exchange/notebookfolder.cpp exchange/notebookfolder.h
    exchange/welcome.cpp exchange/welcome.h
    exchange/welcomedrawing.cpp exchange/welcomedrawing.h)
