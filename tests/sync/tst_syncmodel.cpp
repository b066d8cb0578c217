#include "tests/sync/protocolmodel.h"

#include <QStringList>
#include <QTest>

#include <algorithm>
#include <functional>

Q_DECLARE_METATYPE(std::function<void(model::Rules &)>)

/// The protocol as a pure model: short scripts for single scenarios, and thousands of long runs in
/// which everything happens in any order. Each rule that is switched off is found out by a run.
///
/// SHEAF_MODEL_RUNS says how many runs of each kind; SHEAF_MODEL_SEED repeats a single one.
class TestSyncModel : public QObject
{
    Q_OBJECT

private slots:
    void scenario_data();
    void scenario();
    void s7ThreeDevicesInEveryOrder();
    void s54PagesOfEverySize();
    void s55ManyRowsInOneInstant();
    void anyOrderOfEverything_data();
    void anyOrderOfEverything();
    void eachRuleIsNeeded_data();
    void eachRuleIsNeeded();
};

namespace {

/// Plays a script of steps between blanks; A, B, C are devices, numbers are documents and words:
///   A+1:2  A writes word 2 into document 1    A-1  A deletes document 1
///   A>     A syncs                            A?   A pushes, the reply is lost
///   A!     A pushes, the request is lost      A&1:2, A&-1  A pushes and edits before the reply
///   gc     tombstones that A has read go      keep, back  a snapshot is made, is restored
///   *      all devices sync until nothing moves
class Script
{
public:
    Script()
        : m_server(m_rules)
    {
        for (int number = 0; number < 3; ++number)
            m_devices.emplace_back(number, m_rules, m_lineage);
    }

    void play(const QString &steps)
    {
        for (const QString &step : steps.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            play1(step);
    }

    /// "1:2,3 4:5": document 1 with the words 2 and 3, document 4 with 5.
    QString content() const
    {
        QStringList documents;
        for (const auto &[id, row] : m_server.rows()) {
            if (row.deleted)
                continue;
            QStringList words;
            for (const int word : row.words)
                words.append(QString::number(word));
            documents.append(QStringLiteral("%1:%2").arg(id).arg(words.join(QLatin1Char(','))));
        }
        return documents.join(QLatin1Char(' '));
    }

    int accepted() const { return static_cast<int>(m_server.head().position); }
    const model::Device &device(int number) const
    {
        return m_devices[static_cast<std::size_t>(number)];
    }
    bool settle()
    {
        for (int round = 0; round < 20; ++round) {
            int moved = 0;
            for (model::Device &device : m_devices)
                moved += model::exchange(device, m_server);
            if (moved == 0)
                return true;
        }
        return false;
    }

private:
    void play1(const QString &step)
    {
        if (step == QLatin1String("gc"))
            return m_server.collect({0});
        if (step == QLatin1String("keep"))
            return m_snapshots.push_back(m_server);
        if (step == QLatin1String("back")) {
            m_server = m_snapshots.back();
            return;
        }
        if (step == QLatin1String("*")) {
            QVERIFY2(settle(), "never quiet");
            return;
        }
        model::Device &device = m_devices[static_cast<std::size_t>(step[0].unicode() - u'A')];
        const QString rest = step.mid(2);
        switch (step[1].unicode()) {
        case u'>':
            model::exchange(device, m_server);
            break;
        case u'?':
        case u'!':
        case u'&':
            push(device, step[1], rest);
            break;
        default:
            edit(device, step.mid(1));
        }
    }

    static void edit(model::Device &device, const QString &what)
    {
        if (what.startsWith(QLatin1Char('-'))) {
            QVERIFY(device.remove(what.mid(1).toInt()));
            return;
        }
        const QStringList parts = what.mid(1).split(QLatin1Char(':'));
        QVERIFY(device.add(parts[0].toInt(), parts[1].toInt()));
    }

    void push(model::Device &device, QChar how, const QString &meanwhile)
    {
        const auto rows = device.batch(100, m_random);
        if (how == QLatin1Char('!'))
            return;
        const auto reply = m_server.push(device.number(), device.checkpoint, rows);
        if (how == QLatin1Char('?'))
            return;
        edit(device,
             meanwhile.startsWith(QLatin1Char('-')) ? meanwhile : QLatin1Char('+') + meanwhile);
        device.acknowledge(rows, reply);
    }

    model::Rules m_rules;
    model::Lineage m_lineage;
    model::Server m_server;
    std::vector<model::Device> m_devices;
    std::vector<model::Server> m_snapshots;
    std::mt19937_64 m_random{1};
};

int runsOr(int fallback)
{
    return qEnvironmentVariableIsSet("SHEAF_MODEL_RUNS")
               ? qEnvironmentVariableIntValue("SHEAF_MODEL_RUNS")
               : fallback;
}

} // namespace

void TestSyncModel::scenario_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("content");
    QTest::addColumn<int>("accepted"); // changes that the canister took; -1: not said
    const auto row =
        [](const char *name, const char *steps, const char *content, int accepted = -1) {
            QTest::newRow(name) << QString::fromLatin1(steps) << QString::fromLatin1(content)
                                << accepted;
        };
    row("S1 both add", "A+1:1 B+2:2 A> B> *", "1:1 2:2", 2);
    row("S2 different lines", "A+1:1 A> B> A+1:2 B+1:3 A> B> *", "1:1,2,3", 3);
    row("S4 the same edit", "A+1:1 A> B> A+1:2 B+1:2 A> B> *", "1:1,2", 2);
    row("S5 the same document", "A+1:1 B+1:1 A> B> *", "1:1", 1);
    row("S6 the same id, different content", "A+1:1 B+1:2 A> B> *", "1:1,2");
    row("S17 edit first, then delete", "A+1:1 A> B> B-1 A+1:2 A> B> *", "1:1,2");
    row("S18 delete first, then edit", "A+1:1 A> B> B-1 A+1:2 B> A> *", "1:1,2");
    row("S19 delete against delete", "A+1:1 A> B> A-1 B-1 A> B> *", "", 2);
    row("S21 edit after a delete that was seen", "A+1:1 A> B> A-1 A> C> B+1:2 B> *", "1:1,2");
    row("S22 deleted here, created there", "A+1:1 A> A-1 C+1:5 C> A> *", "1:1,5");
    row("S23 tombstone gone", "A+1:1 A> B> A-1 A> gc B> *", "");
    row("S24 tombstone gone, edited here", "A+1:1 A> B> A-1 A> gc B+1:2 B> *", "1:1,2");
    row("S25 a push first", "A+1:1 A> B> A-1 A> gc B+1:2 B? *", "1:1,2");
    row("S26 back within the horizon", "A+1:1 A> B> A-1 A+2:2 A> B> *", "2:2");
    row("S38 request lost", "A+1:1 A! A> *", "1:1", 1);
    row("S39 reply lost", "A+1:1 A? A> *", "1:1", 1);
    row("S40 reply lost, then edited here", "A+1:1 A? A+1:2 A> *", "1:1,2", 2);
    row("S41 reply lost, edited elsewhere", "A+1:1 A? B> B+1:2 B> B+1:3 B> A> *", "1:1,2,3", 3);
    row("S41 and here", "A+1:1 A? B> B+1:2 B> A+1:3 A> *", "1:1,2,3");
    row("S53 nothing new", "A+1:1 A> B> *", "1:1", 1);
    row("S65 edit during the push", "A+1:1 A&1:2 A> *", "1:1,2", 2);
    row("S66 delete during the push", "A+1:1 A&-1 A> *", "", 2);
    row("S70 the same by pull and by reply", "A+1:1 A? A> A> *", "1:1", 1);
    row("S73 restored", "A+1:1 A> B> keep A+1:2 A> back A> *", "1:1,2");
    row("S74 restored, others wrote", "A+1:1 A> B> keep A+1:2 A> back B+1:3 B> A> *", "1:1,2,3");
    row("S74 past the proof",
        "A+1:1 A> B> keep A+1:2 A> back B+1:3 B> B+2:4 B> A> *",
        "1:1,2,3 2:4");
    row("S76 the same again", "A+1:1 A> B> keep A+1:2 A> back A> B> *", "1:1,2", 2);
    row("S77 empty", "keep A+1:1 A> B> back A> *", "1:1");
}

void TestSyncModel::scenario()
{
    QFETCH(QString, steps);
    QFETCH(QString, content);
    QFETCH(int, accepted);
    Script script;
    script.play(steps);
    QCOMPARE(script.content(), content);
    if (accepted >= 0)
        QCOMPARE(script.accepted(), accepted);
    for (int number = 0; number < 3; ++number)
        QCOMPARE(script.device(number).falseConflicts(), 0);
}

void TestSyncModel::s7ThreeDevicesInEveryOrder()
{
    QStringList order{QStringLiteral("A>"), QStringLiteral("B>"), QStringLiteral("C>")};
    do {
        Script script;
        script.play(QStringLiteral("A+1:1 A> B> C> A+1:2 B+1:3 C+1:4"));
        script.play(order.join(QLatin1Char(' ')));
        script.play(QStringLiteral("*"));
        QCOMPARE(script.content(), QStringLiteral("1:1,2,3,4"));
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestSyncModel::s54PagesOfEverySize()
{
    for (int documents = 0; documents < 10; ++documents) { // a page has three
        Script script;
        QStringList steps;
        for (int id = 0; id < documents; ++id)
            steps.append(QStringLiteral("A+%1:%1").arg(id));
        script.play(steps.join(QLatin1Char(' ')) + QStringLiteral(" A> B>"));
        QCOMPARE(static_cast<int>(script.device(1).rows().size()), documents);
        QVERIFY(script.settle());
    }
}

void TestSyncModel::s55ManyRowsInOneInstant()
{
    Script script;
    for (int id = 0; id < 1000; ++id)
        script.play(QStringLiteral("A+%1:%1").arg(id));
    QVERIFY(script.settle());
    QCOMPARE(static_cast<int>(script.device(1).rows().size()), 1000);
    QCOMPARE(static_cast<int>(script.device(2).rows().size()), 1000);
}

void TestSyncModel::anyOrderOfEverything_data()
{
    QTest::addColumn<int>("devices");
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("collects");
    QTest::addColumn<bool>("restores");
    QTest::addColumn<int>("runs");
    // S28, S38, S39, S44, S45, S47, S49, S58, S60, S65 happen in each of them.
    QTest::newRow("lost, late and repeated messages, crashes, stale nodes")
        << 4 << 400 << false << false << 500;
    QTest::newRow("S27 tombstones collected") << 4 << 400 << true << false << 500;
    QTest::newRow("S75 snapshots restored") << 4 << 400 << false << true << 500;
    QTest::newRow("all of it") << 4 << 400 << true << true << 500;
    QTest::newRow("S133 one device for a year") << 1 << 10'000 << false << false << 10;
    QTest::newRow("S134 two devices") << 2 << 400 << true << false << 300;
}

void TestSyncModel::anyOrderOfEverything()
{
    QFETCH(int, devices);
    QFETCH(int, steps);
    QFETCH(bool, collects);
    QFETCH(bool, restores);
    QFETCH(int, runs);
    const model::Setting setting{devices, steps, 6, 0.15, collects, restores};
    bool isSingle = false;
    const int single = qEnvironmentVariableIntValue("SHEAF_MODEL_SEED", &isSingle);
    const int last = isSingle ? single : runsOr(runs);
    for (int seed = isSingle ? single : 1; seed <= last; ++seed) {
        const std::string problem = model::play(static_cast<std::uint64_t>(seed), {}, setting);
        QVERIFY2(problem.empty(),
                 qPrintable(QStringLiteral("SHEAF_MODEL_SEED=%1: %2")
                                .arg(seed)
                                .arg(QString::fromStdString(problem))));
    }
}

void TestSyncModel::eachRuleIsNeeded_data()
{
    QTest::addColumn<bool>("restores");
    QTest::addColumn<std::function<void(model::Rules &)>>("breakIt");
    using Break = std::function<void(model::Rules &)>;
    const auto row = [](const char *name, bool restores, const Break &breakIt) {
        QTest::newRow(name) << restores << breakIt;
    };
    using model::Rules;
    row("proof by chain token", true, [](Rules &rules) { rules.chainProof = false; });
    row("proof from queries", true, [](Rules &rules) { rules.proofFromQueries = false; });
    row("sequence guard", false, [](Rules &rules) {
        rules.sequenceGuard = false;
        rules.chainProof = false;
    });
    row("horizon", false, [](Rules &rules) {
        rules.horizonOnPull = false;
        rules.horizonOnPush = false;
    });
    row("missing is told", false, [](Rules &rules) {
        rules.missingIsTold = false;
        rules.horizonOnPull = false;
        rules.horizonOnPush = false;
    });
    row("recent revisions", false, [](Rules &rules) { rules.recentRevisions = 1; });
    row("own states recognised", false, [](Rules &rules) {
        rules.recognisesSent = false;
        rules.recognisesEcho = false;
    });
    row("dirty counter", false, [](Rules &rules) { rules.dirtyCounter = false; });
    row("cursor after the rows", false, [](Rules &rules) { rules.cursorAfterRows = false; });
    row("a deletion needs its base", false, [](Rules &rules) { rules.deleteNeedsBase = false; });
    row("an edit beats a deletion", false, [](Rules &rules) { rules.editBeatsDelete = false; });
}

void TestSyncModel::eachRuleIsNeeded()
{
    QFETCH(bool, restores);
    QFETCH(std::function<void(model::Rules &)>, breakIt);
    model::Rules rules;
    breakIt(rules);
    const model::Setting setting{4, 400, 6, 0.15, true, restores};
    constexpr int kMostRuns = 4'000;
    for (int seed = 1; seed <= kMostRuns; ++seed) {
        if (!model::play(static_cast<std::uint64_t>(seed), rules, setting).empty())
            return;
    }
    QFAIL("no run found that this rule is missing");
}

QTEST_APPLESS_MAIN(TestSyncModel)
#include "tst_syncmodel.moc"
