#pragma once

#include "model/store/networkmemory.h"
#include "sync/ic/networktime.h"
#include "sync/ic/requestjournal.h"

/// The agent's journal and clock in the profile's database.
class NetworkJournal final : public ic::RequestJournal
{
public:
    /// `memory` must outlive it.
    explicit NetworkJournal(NetworkMemory &memory);

    bool add(const ic::OpenRequest &request) override;
    void remove(const ic::Hash &id) override;
    std::vector<ic::OpenRequest> open() const override;

    /// Of the last session, or as kept since.
    const KeptTime &time() const { return m_time; }
    /// Written down if it is newer by at least `step`, or the clock's offset is another one.
    void keepTime(UtcTime newestCertified,
                  std::chrono::nanoseconds clockOffset,
                  std::chrono::nanoseconds step);

private:
    NetworkMemory &m_memory;
    KeptTime m_time;
};
