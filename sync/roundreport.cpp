#include "sync/roundreport.h"

void RoundReport::add(const RoundReport &step)
{
    pushed += step.pushed;
    pulled += step.pulled;
    merged += step.merged;
    refused += step.refused;
    resyncs += step.resyncs;
    conflicts += step.conflicts;
    changed += step.changed;
}
