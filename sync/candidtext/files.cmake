target_sources(sheaf_sync PRIVATE
    candidtext/interface.cpp candidtext/interface.h
    candidtext/lexer.cpp candidtext/lexer.h
    candidtext/numbertext.cpp candidtext/numbertext.h
    candidtext/printer.cpp candidtext/printer.h
    candidtext/term.cpp candidtext/term.h
    candidtext/texterror.h
    candidtext/typefinder.cpp candidtext/typefinder.h
    candidtext/typeterm.cpp candidtext/typeterm.h
    candidtext/valuetext.cpp candidtext/valuetext.h
    candidtext/valuetext.cpp candidtext/valuetext.h
)
