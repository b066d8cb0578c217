target_sources(sheaf_model PRIVATE
    merge/clashresolution.cpp merge/clashresolution.h
    merge/documentmerge.cpp merge/documentmerge.h
    merge/doubledlines.cpp merge/doubledlines.h
    merge/elementmerge.cpp merge/elementmerge.h
    merge/fieldmerge.cpp merge/fieldmerge.h
    merge/resolution.cpp merge/resolution.h
    merge/sequencematch.cpp merge/sequencematch.h
    merge/textmatch.cpp merge/textmatch.h
    merge/texttokens.cpp merge/texttokens.h
    merge/textmerge.cpp merge/textmerge.h
    merge/worddiff.cpp)
