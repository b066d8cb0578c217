#include "sync/presence.h"

#include "sync/replicamemory.h"

#include <algorithm>

namespace {

bool isUnknown(const SyncError &error)
{
    return error.kind == SyncError::Kind::Unsupported;
}

Result<std::uint64_t, StoreError> number(const ReplicaStore &store, const QString &name)
{
    const auto value = store.remembered(name);
    if (!value.ok())
        return value.error();
    return value.value().toULongLong();
}

Result<Done, StoreError> startCounting(ReplicaTransaction &transaction, std::uint64_t before)
{
    // "0" is a number, an empty value none.
    return transaction.remember(replicamemory::pushesBefore(),
                                QByteArray::number(qulonglong{before}));
}

Result<Done, StoreError> becomeAnother(ReplicaTransaction &transaction)
{
    if (auto renewed = transaction.renewDeviceId(); !renewed.ok())
        return renewed;
    if (auto reset = transaction.remember(replicamemory::pushes(), {}); !reset.ok())
        return reset;
    if (auto reset = transaction.remember(replicamemory::pushesBefore(), {}); !reset.ok())
        return reset;
    return transaction.note(
        {}, QStringLiteral("a copy of this profile syncs elsewhere: new device id"), {});
}

Result<Done, SyncError> compare(RoundCalls &calls, const master::Device &device)
{
    const auto known = calls.store().remembered(replicamemory::pushesBefore());
    const auto begun = number(calls.store(), replicamemory::pushes());
    if (!known.ok())
        return localError(known.error());
    if (!begun.ok())
        return localError(begun.error());
    if (known.value().isEmpty()) {
        const std::uint64_t before = device.pushes - std::min(device.pushes, begun.value());
        return calls.transact([&](ReplicaTransaction &transaction, RoundReport &) {
            return startCounting(transaction, before);
        });
    }
    if (device.pushes <= known.value().toULongLong() + begun.value())
        return Done{};
    return calls.transact(
        [](ReplicaTransaction &transaction, RoundReport &) { return becomeAnother(transaction); });
}

} // namespace

Result<Done, SyncError> keepPresence(RoundCalls &calls, bool wasSeen)
{
    if (!wasSeen) {
        const auto head = calls.checkIn();
        if (!head.ok())
            return isUnknown(head.error()) ? Result<Done, SyncError>(Done{}) : head.error();
    }
    const auto devices = calls.devices();
    if (!devices.ok())
        return isUnknown(devices.error()) ? Result<Done, SyncError>(Done{}) : devices.error();
    const auto id = calls.store().deviceId();
    if (!id.ok())
        return localError(id.error());
    for (const master::Device &device : devices.value()) {
        if (device.id == id.value())
            return compare(calls, device);
    }
    return Done{};
}
