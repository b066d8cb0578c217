#pragma once

#include "tests/support/syncdevice.h"

/// Devices of one person around one canister, and the promises that hold after every scenario
/// (design/sync-edge-cases.md): P2 equal, P3 quiet. What must not be lost (P1) each test says
/// itself.
class SyncWorld
{
public:
    explicit SyncWorld(int devices = 2);

    FakeClock clock;
    MasterReplica master;

    SyncDevice &device(int number) { return *m_devices[static_cast<std::size_t>(number)]; }
    SyncDevice &alice() { return device(0); }
    SyncDevice &bob() { return device(1); }
    SyncDevice &carol() { return device(2); }

    /// The note of the default fixture: three lines, known to every device.
    void shareNote(const QString &id, const QString &text = QStringLiteral("one\ntwo\nthree\n"));
    /// All devices sync, one after the other, until nothing moves any more.
    void settle();
    /// Empty if all devices and the canister hold the same rows and two more rounds of each device
    /// move nothing and report no error; otherwise what is wrong.
    QString problem();

private:
    std::vector<std::unique_ptr<SyncDevice>> m_devices;
};
