target_sources(sheaf_sync PRIVATE
    agenterrors.cpp agenterrors.h
    canistercodec.cpp canistercodec.h
    canistermaster.cpp canistermaster.h
    canisterreader.cpp canisterreader.h
    canistertypes.cpp canistertypes.h
    httptransport.cpp httptransport.h
    networkjournal.cpp networkjournal.h
    ic/account.cpp ic/account.h
    ic/agent.cpp ic/agent.h
    ic/agentcore.cpp ic/agentcore.h
    ic/agenterror.cpp ic/agenterror.h
    ic/answers.cpp ic/answers.h
    ic/bigint.cpp ic/bigint.h
    ic/bls.cpp ic/bls.h
    ic/bytes.cpp ic/bytes.h
    ic/candid.h ic/candiddecoder.cpp
    ic/candidencoder.cpp ic/candidencoder.h
    ic/candidreader.cpp ic/candidreader.h
    ic/candidskip.cpp ic/candidskip.h
    ic/candidsubtype.cpp ic/candidwire.cpp ic/candidwire.h
    ic/candidtypes.cpp ic/candidtypes.h
    ic/candidvalue.cpp ic/candidvalue.h
    ic/canistersignature.cpp ic/canistersignature.h
    ic/certificate.cpp ic/certificate.h
    ic/certifieddata.cpp ic/certifieddata.h
    ic/delegation.cpp ic/delegation.h ic/delegationjson.cpp
    ic/der.cpp ic/der.h
    ic/ecdsa.cpp ic/ecdsa.h ic/opensslhandles.h
    ic/endpoint.cpp ic/endpoint.h
    ic/gatewayanswer.cpp ic/gatewayanswer.h
    ic/hashtree.cpp ic/hashtree.h
    ic/identity.cpp ic/identity.h ic/pem.cpp
    ic/leb128.cpp ic/leb128.h
    ic/networktime.h
    ic/principal.cpp ic/principal.h
    ic/publickey.cpp ic/publickey.h
    ic/queryanswer.cpp ic/queryanswer.h
    ic/querycaller.cpp ic/querycaller.h
    ic/request.cpp ic/request.h
    ic/requestid.cpp ic/requestid.h
    ic/requestjournal.h
    ic/sha.cpp ic/sha.h
    ic/statereader.cpp ic/statereader.h
    ic/updatecaller.cpp ic/updatecaller.h
)
