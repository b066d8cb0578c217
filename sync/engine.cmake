target_sources(sheaf_sync PRIVATE
    adminproblem.cpp adminproblem.h
    adminreader.cpp adminreader.h
    admintypes.cpp admintypes.h
    agentadmin.cpp agentadmin.h
    canisteradmin.h
    conflictresolver.cpp conflictresolver.h
    filetransfer.cpp filetransfer.h
    notebookcycles.cpp notebookcycles.h
    presence.cpp presence.h
    removals.cpp removals.h
    foundpushes.cpp foundpushes.h
    identityvault.cpp identityvault.h
    pollschedule.cpp pollschedule.h
    pull.cpp pull.h
    push.cpp push.h
    pushresults.cpp pushresults.h
    questions.cpp questions.h
    reconcile.cpp reconcile.h
    replicamemory.h
    retrypolicy.cpp retrypolicy.h
    roundcalls.cpp roundcalls.h
    roundreport.cpp roundreport.h
    rowstates.cpp rowstates.h
    syncround.cpp syncround.h
    synctuning.h
    syncwords.cpp syncwords.h
    syncworker.cpp syncworker.h
    systemkeychain.cpp systemkeychain.h)
