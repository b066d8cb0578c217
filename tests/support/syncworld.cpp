#include "tests/support/syncworld.h"

using namespace std::chrono_literals;

SyncWorld::SyncWorld(int devices)
    : master(clock)
{
    const QStringList names{
        QStringLiteral("Alice"), QStringLiteral("Bob"), QStringLiteral("Carol")};
    for (int i = 0; i < devices; ++i)
        m_devices.push_back(std::make_unique<SyncDevice>(names[i], master, clock));
}

void SyncWorld::shareNote(const QString &id, const QString &text)
{
    alice().write(id, text);
    settle();
}

void SyncWorld::settle()
{
    constexpr int kMostRounds = 12;
    for (int round = 0; round < kMostRounds; ++round) {
        int moved = 0;
        for (const auto &device : m_devices) {
            clock.advance(1s);
            const RoundReport report = device->sync();
            moved += report.pushed + report.pulled + (report.error ? 1 : 0);
        }
        if (moved == 0)
            return;
    }
}

QString SyncWorld::problem()
{
    for (int round = 0; round < 2; ++round) {
        for (const auto &device : m_devices) {
            const RoundReport report = device->sync();
            if (report.error)
                return device->name() + QStringLiteral(": ") + report.error->detail;
            if (report.pushed + report.pulled > 0)
                return QStringLiteral("%1 is not quiet: %2 pushed, %3 pulled")
                    .arg(device->name())
                    .arg(report.pushed)
                    .arg(report.pulled);
            if (report.calls() > 1)
                return device->name() + QStringLiteral(" needs more than one call to see nothing");
        }
    }
    const QStringList expected = libraryOf(master);
    for (const auto &device : m_devices) {
        if (libraryOf(*device) != expected)
            return QStringLiteral("%1 holds\n  %2\nthe canister\n  %3")
                .arg(device->name(),
                     libraryOf(*device).join(QStringLiteral("\n  ")),
                     expected.join(QStringLiteral("\n  ")));
    }
    return {};
}
