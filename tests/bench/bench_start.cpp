#include "model/store/profilestore.h"
#include "tests/bench/prose.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/fakeclock.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QPixmap>
#include <QProcess>
#include <QRegularExpression>
#include <QScreen>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <optional>

/// How long the program takes from the start of its process to its first picture on the screen, and
/// what it keeps in memory, beside an empty Qt Widgets window as the floor that Qt itself needs.
///
/// Measured from outside, on the program as people get it: this process starts it on an X server
/// of its own (run it with xvfb-run; the screen has to be empty) and looks at the screen until a
/// pixel of the window is there. X windows of Qt have no background of their own, so the first
/// pixel is the first paint. A look at 64x64 pixels takes well under a millisecond and the pause
/// between two is one millisecond; the answers are that exact.
///
/// "complete" is the time after which the left half of the window, places and list, stays the same
/// until the end of the look: the list is there. These looks are larger and slow the program
/// down a little, so they have runs of their own.
///
/// The files are in the disk cache: one run before is not counted. No network, no keychain.
namespace {

constexpr int kNotes = 10'000;
constexpr int kRuns = 10;
constexpr int kStartLimitMs = 30'000;
constexpr int kCompleteWatchMs = 2'500;
constexpr int kIdleMs = 5'000;
constexpr QSize kWindowSize(1180, 760); // as large as the program's own window is at first

/// Sizes as in the real vaults that were measured: a tenth below 1.2 kB, half below 3.3 kB, a tenth
/// above 9 kB, the mean 4.6 kB.
int noteLength(SeededRandom &random)
{
    const int tenth = random.below(10);
    if (tenth == 0)
        return 100 + random.below(1'100);
    if (tenth < 5)
        return 1'200 + random.below(2'100);
    if (tenth < 9)
        return 3'300 + random.below(5'700);
    return 9'000 + random.below(11'000);
}

bool writeLibrary(const QString &profile)
{
    FakeClock clock;
    SeededRandom random(1);
    auto store = openProfileStore(profileDatabasePath(profile), {clock, random});
    if (!store)
        return false;
    QList<Document> documents;
    for (int i = 0; i < kNotes; ++i) {
        Note note = build::note(QStringLiteral("note-%1").arg(i),
                                QStringLiteral("Note number %1").arg(i),
                                prose(random, noteLength(random)));
        note.header.updated = note.header.created + i;
        documents += note.toDocument();
    }
    return store.value()->save(documents, {HistoryReason::Imported, true}).ok();
}

QImage look(const QRect &part)
{
    return QGuiApplication::primaryScreen()
        ->grabWindow(0, part.x(), part.y(), part.width(), part.height())
        .toImage();
}

bool isBlack(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if ((image.pixel(x, y) & 0xffffff) != 0)
                return false;
        }
    }
    return true;
}

/// A program under measurement; ended with the object.
class Started
{
public:
    explicit Started(const QStringList &command)
    {
        m_timer.start();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(command.first(), command.mid(1));
    }
    ~Started()
    {
        m_process.terminate();
        m_process.waitForFinished();
        while (!isBlack(look({QPoint(), kWindowSize})))
            QThread::msleep(10);
    }
    Started(const Started &) = delete;
    Started &operator=(const Started &) = delete;

    double milliseconds() const { return double(m_timer.nsecsElapsed()) / 1e6; }

    double untilFirstPaint() const
    {
        const QRect corner(QPoint(kWindowSize.width() / 4, 0), QSize(64, 64));
        while (isBlack(look(corner))) {
            if (milliseconds() > kStartLimitMs)
                qFatal("no window appears");
            QThread::msleep(1);
        }
        return milliseconds();
    }

    double untilComplete() const
    {
        const QRect leftHalf(0, 0, kWindowSize.width() / 2, kWindowSize.height());
        QImage last = look(leftHalf);
        double changed = 0;
        while (milliseconds() < kCompleteWatchMs) {
            QThread::msleep(5);
            const QImage now = look(leftHalf);
            if (now == last)
                continue;
            last = now;
            changed = milliseconds();
        }
        return changed;
    }

    /// "Rss" or "Pss" in MiB: pages shared with other programs counted whole, or by their share.
    double memory(const QString &which) const
    {
        QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(m_process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QRegularExpression line(QStringLiteral("^%1:\\s+(\\d+) kB").arg(which),
                                      QRegularExpression::MultilineOption);
        return line.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1024;
    }

private:
    QElapsedTimer m_timer;
    QProcess m_process;
};

template <typename Measure>
void median(const char *name, const QStringList &command, const Measure &measure)
{
    QList<double> values;
    for (int i = 0; i <= kRuns; ++i) {
        Started program(command);
        values += measure(program);
    }
    values.removeFirst();
    std::sort(values.begin(), values.end());
    std::printf("%-44s median %7.0f ms   slowest %7.0f ms   n %d\n",
                name,
                (values[(kRuns - 1) / 2] + values[kRuns / 2]) / 2,
                values.last(),
                kRuns);
    std::fflush(stdout);
}

void measure(const char *name, const QStringList &command)
{
    std::printf("%s\n", name);
    median("  first paint", command, [](Started &program) { return program.untilFirstPaint(); });
    median("  complete", command, [](Started &program) { return program.untilComplete(); });
    Started program(command);
    program.untilFirstPaint();
    QThread::msleep(kIdleMs);
    std::printf("  memory after 5 s: resident %.1f MiB, its share %.1f MiB\n",
                program.memory(QStringLiteral("Rss")),
                program.memory(QStringLiteral("Pss")));
    std::fflush(stdout);
}

int showEmptyWindow()
{
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("Empty")));
    window.menuBar()->addMenu(QStringLiteral("&File"))->addAction(QStringLiteral("&Quit"));
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    window.resize(kWindowSize);
    window.show();
    return QApplication::exec();
}

} // namespace

/// xvfb-run -s "-screen 0 1280x1024x24" bench_start
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    if (argc == 2 && QString::fromLocal8Bit(argv[1]) == QStringLiteral("--empty-window"))
        return showEmptyWindow();
    if (QGuiApplication::platformName() != QStringLiteral("xcb")) {
        std::fprintf(stderr, "This needs an X server: xvfb-run bench_start\n");
        return 2;
    }
    const QTemporaryDir profile;
    const QTemporaryDir emptyProfile;
    if (!writeLibrary(profile.path()))
        qFatal("the library could not be written");
    const auto sheaf = [](const QTemporaryDir &folder) {
        return QStringList{QStringLiteral(SHEAF_EXECUTABLE),
                           QStringLiteral("--offline"),
                           QStringLiteral("--no-welcome"),
                           QStringLiteral("--profile"),
                           folder.path()};
    };
    measure("an empty Qt Widgets window",
            {QCoreApplication::applicationFilePath(), QStringLiteral("--empty-window")});
    measure("sheaf, empty profile", sheaf(emptyProfile));
    measure("sheaf, 10,000 notes", sheaf(profile));
    return 0;
}
