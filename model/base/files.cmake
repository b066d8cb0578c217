target_sources(sheaf_model PRIVATE
    base/cbor.cpp base/cbor.h
    base/clock.cpp base/clock.h
    base/ids.cpp base/ids.h
    base/random.cpp base/random.h
    base/result.h
    base/canistervalues.h
    base/cyclesmark.h
    base/syncquestion.h
    base/syncstatus.h
    base/utf8.cpp base/utf8.h)
