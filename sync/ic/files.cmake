target_sources(sheaf_sync PRIVATE
    ic/bytes.cpp ic/bytes.h
    ic/delegation.cpp ic/delegation.h ic/delegationjson.cpp
    ic/ecdsa.cpp ic/ecdsa.h
    ic/identity.cpp ic/identity.h ic/pem.cpp
    ic/leb128.cpp ic/leb128.h
    ic/principal.cpp ic/principal.h
    ic/publickey.cpp ic/publickey.h
    ic/requestid.cpp ic/requestid.h
    ic/sha.cpp ic/sha.h
)
