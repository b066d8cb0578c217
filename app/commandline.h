#pragma once

#include <QCoreApplication>

/// Translation context of everything that the command line says.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};
