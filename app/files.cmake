target_sources(sheaf_app PRIVATE
    accountcontroller.cpp accountcontroller.h
    adminlane.cpp adminlane.h
    background.h
    canisteraddress.cpp canisteraddress.h
    canisterconnection.cpp canisterconnection.h
    canistercontroller.cpp canistercontroller.h
    commandline.h
    exchangecontroller.cpp exchangecontroller.h
    exitstatus.h
    identityfile.cpp identityfile.h
    invitecode.cpp invitecode.h
    logging.cpp logging.h
    options.cpp options.h
    profile.cpp profile.h
    program.cpp program.h
    session.cpp session.h
    settings.cpp settings.h
    singleinstance.cpp singleinstance.h
    syncservice.cpp syncservice.h
    vaultaccess.cpp vaultaccess.h
    welcomedocuments.cpp welcomedocuments.h

    cli/canistercalls.cpp cli/canistercalls.h
    cli/canistercommand.cpp
    cli/canistermembercommands.cpp
    cli/canisterownercommands.cpp
    cli/command.cpp cli/command.h
    cli/commandidentity.cpp cli/commandidentity.h
    cli/conflictcommands.cpp
    cli/editor.cpp cli/editor.h
    cli/exchangecommands.cpp
    cli/iccalls.cpp
    cli/iccandid.cpp
    cli/iccertificate.cpp cli/iccertificate.h
    cli/iccommand.cpp cli/iccommand.h
    cli/icprincipal.cpp
    cli/icreadstate.cpp
    cli/icreport.cpp cli/icreport.h
    cli/icsession.cpp cli/icsession.h
    cli/icstatus.cpp
    cli/identitycommand.cpp
    cli/json.cpp cli/json.h
    cli/notecommands.cpp
    cli/places.cpp cli/places.h
    cli/runner.cpp cli/runner.h
    cli/searchcommand.cpp
    cli/statuscommand.cpp
    cli/synccommand.cpp

    tour/tour.cpp tour/tour.h
    tour/tourdevice.cpp tour/tourdevice.h
    tour/tourdriver.cpp tour/tourdriver.h)
