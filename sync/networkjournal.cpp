#include "sync/networkjournal.h"

namespace {

/// Offsets differ by the time that answers take; that is no news.
constexpr std::chrono::nanoseconds kOffsetStep = std::chrono::seconds(5);

} // namespace

NetworkJournal::NetworkJournal(NetworkMemory &memory)
    : m_memory(memory)
{
    if (const auto kept = m_memory.keptTime(); kept.ok())
        m_time = kept.value();
}

bool NetworkJournal::add(const ic::OpenRequest &request)
{
    KeptMessage message;
    message.id = ic::toQByteArray(request.id);
    message.expiryNs = request.expiryNs;
    message.canister = ic::toQByteArray(request.canister.bytes());
    message.sender = ic::toQByteArray(request.sender.bytes());
    message.method = QString::fromStdString(request.method);
    message.note = ic::toQByteArray(request.note);
    return m_memory.keepMessage(message).ok();
}

void NetworkJournal::remove(const ic::Hash &id)
{
    // Where that fails it is asked for once more, which does no harm.
    (void)m_memory.dropMessage(ic::toQByteArray(id));
}

std::vector<ic::OpenRequest> NetworkJournal::open() const
{
    std::vector<ic::OpenRequest> requests;
    const auto kept = m_memory.keptMessages();
    if (!kept.ok())
        return requests;
    for (const KeptMessage &message : kept.value()) {
        const auto canister = ic::Principal::fromBytes(ic::viewOf(message.canister));
        const auto sender = ic::Principal::fromBytes(ic::viewOf(message.sender));
        ic::OpenRequest request;
        if (!canister || !sender || message.id.size() != qsizetype(request.id.size()))
            continue;
        std::copy(message.id.begin(), message.id.end(), request.id.begin());
        request.expiryNs = message.expiryNs;
        request.canister = *canister;
        request.sender = *sender;
        request.method = message.method.toStdString();
        request.note = ic::toBytes(ic::viewOf(message.note));
        requests.push_back(std::move(request));
    }
    return requests;
}

void NetworkJournal::keepTime(UtcTime newestCertified,
                              std::chrono::nanoseconds clockOffset,
                              std::chrono::nanoseconds step)
{
    const KeptTime now{newestCertified.time_since_epoch().count(), clockOffset.count()};
    const bool isLater = now.newestCertifiedNs - m_time.newestCertifiedNs >= step.count();
    const bool isOtherOffset =
        std::abs(now.clockOffsetNs - m_time.clockOffsetNs) >= kOffsetStep.count();
    if (now.newestCertifiedNs == 0 || !(isLater || isOtherOffset))
        return;
    if (m_memory.keepTime(now).ok())
        m_time = now;
}
