#include "tests/support/canisterdevice.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>

/// First push and first pull of a library over the local network with the real canister: time,
/// calls of the canister, requests and bytes of HTTP bodies. Usage: bench_sync [rows [bytes
/// [runs]]]

namespace {

using Clock = std::chrono::steady_clock;

struct Figures
{
    double milliseconds = 0;
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

Figures measured(CanisterDevice &device)
{
    device.traffic.reset();
    const auto begin = Clock::now();
    Figures figures;
    figures.report = device.device.sync();
    figures.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
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
                "http %d  sent %lld B  received %lld B  rows %d%s%s\n",
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
                median.report.error ? "  FAILED: " : "",
                median.report.error ? qPrintable(median.report.error->detail) : "");
}

int argument(const QStringList &arguments, int index, int fallback)
{
    return index < arguments.size() ? arguments[index].toInt() : fallback;
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
