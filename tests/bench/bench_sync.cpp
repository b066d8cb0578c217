#include "tests/support/canisterdevice.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>

/// First push and first pull of a library over the local network with the real canister: time,
/// calls of the canister, requests and bytes of HTTP bodies. Usage: bench_sync [rows [bytes
/// [runs]]], or bench_sync files [runs] for attachments.

namespace {

using Clock = std::chrono::steady_clock;

struct Figures
{
    double milliseconds = 0;
    qint64 grownKiB = 0; ///< Of the process's largest memory, during the round.
    RoundReport report;
    int requests = 0;
    qint64 sent = 0;
    qint64 received = 0;
};

/// Text that a compressor finds nothing in, as the worst case of real notes.
QString noise(Random &random, qsizetype size)
{
    QString text;
    while (text.size() < size)
        text += randomIdText(random);
    return text.left(size);
}

QList<Document> library(int rows, int bytes)
{
    SeededRandom random(1);
    QList<Document> documents;
    for (int i = 0; i < rows; ++i) {
        Note note;
        note.header.id = newDocumentId(random);
        note.header.title = QStringLiteral("Note %1").arg(i);
        note.text = noise(random, bytes);
        documents.append(note.toDocument());
    }
    return documents;
}

qint64 largestMemoryKiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

Figures measured(CanisterDevice &device)
{
    device.traffic.reset();
    const qint64 largest = largestMemoryKiB();
    const auto begin = Clock::now();
    Figures figures;
    figures.report = device.device.sync();
    figures.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    figures.grownKiB = largestMemoryKiB() - largest;
    figures.requests = device.traffic.requests;
    figures.sent = device.traffic.sent;
    figures.received = device.traffic.received;
    return figures;
}

void print(const char *name, std::vector<Figures> runs)
{
    std::sort(runs.begin(), runs.end(), [](const Figures &a, const Figures &b) {
        return a.milliseconds < b.milliseconds;
    });
    const Figures &median = runs[runs.size() / 2];
    std::printf("%-12s median %8.0f ms (best %.0f, worst %.0f)  updates %d  queries %d  "
                "http %d  sent %lld B  received %lld B  rows %d  memory +%lld KiB%s%s\n",
                name,
                median.milliseconds,
                runs.front().milliseconds,
                runs.back().milliseconds,
                median.report.updates,
                median.report.queries,
                median.requests,
                static_cast<long long>(median.sent),
                static_cast<long long>(median.received),
                median.report.pushed + median.report.pulled,
                static_cast<long long>(median.grownKiB),
                median.report.error ? "  FAILED: " : "",
                median.report.error ? qPrintable(median.report.error->detail) : "");
}

int argument(const QStringList &arguments, int index, int fallback)
{
    return index < arguments.size() ? arguments[index].toInt() : fallback;
}

/// Bytes that were never in memory together, so that the figures show what the engine holds.
class NoiseSource final : public QIODevice
{
public:
    NoiseSource(qint64 size, int seed)
        : m_left(size)
        , m_random(static_cast<std::uint64_t>(seed))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min(most, m_left);
        m_random.fill({reinterpret_cast<std::uint8_t *>(data), static_cast<std::size_t>(size)});
        m_left -= size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_left;
    SeededRandom m_random;
};

struct People
{
    explicit People(const LocalNetwork &network)
        : alice(QStringLiteral("Alice"), network, person, clock)
        , bob(QStringLiteral("Bob"), network, person, clock)
    {
        bob.device.fetch.autoBytes = FetchPolicy::kAlways;
    }

    FakeClock clock;
    SystemRandom random;
    std::shared_ptr<const ic::Identity> person = ic::Ed25519Identity::generate(random);
    CanisterDevice alice;
    CanisterDevice bob;
};

/// `count` files of `bytes` each, up and down.
void benchFiles(const LocalNetwork &network, const char *name, int count, qsizetype bytes, int runs)
{
    std::vector<Figures> ups;
    std::vector<Figures> downs;
    for (int run = 0; run < runs; ++run) {
        People people(network);
        DocumentStore &store = people.alice.device.documents();
        for (int i = 0; i < count; ++i) {
            NoiseSource source(bytes, 1 + i + run * count);
            if (!store.addAttachment(QStringLiteral("f%1").arg(i), {}, source).ok())
                return;
        }
        ups.push_back(measured(people.alice));
        downs.push_back(measured(people.bob));
    }
    std::printf("%s, %d runs\n", name, runs);
    print("upload", ups);
    print("download", downs);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rows = argument(arguments, 1, 5'000);
    const int bytes = argument(arguments, 2, 1'024);
    const int runs = argument(arguments, 3, 3);

    LocalNetwork network;
    if (const QString problem = network.start(); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 1;
    }
    if (arguments.value(1) == QStringLiteral("files")) {
        const int fileRuns = argument(arguments, 2, 3);
        benchFiles(network, "100 pictures of 300 KB", 100, 300'000, fileRuns);
        benchFiles(network, "one file of 50 MB", 1, 50'000'000, fileRuns);
        return 0;
    }
    const QList<Document> documents = library(rows, bytes);
    std::vector<Figures> pushes;
    std::vector<Figures> pulls;
    std::vector<Figures> polls;
    for (int run = 0; run < runs; ++run) {
        FakeClock clock;
        SystemRandom random;
        const std::shared_ptr<const ic::Identity> person = ic::Ed25519Identity::generate(random);
        CanisterDevice alice(QStringLiteral("Alice"), network, person, clock);
        CanisterDevice bob(QStringLiteral("Bob"), network, person, clock);
        if (!alice.device.documents().save(documents, {HistoryReason::Imported, true}).ok())
            return 1;
        pushes.push_back(measured(alice));
        pulls.push_back(measured(bob));
        polls.push_back(measured(bob));
    }
    std::printf("%d notes of %d bytes, %d runs\n", rows, bytes, runs);
    print("first push", pushes);
    print("first pull", pulls);
    print("quiet poll", polls);
    return 0;
}
