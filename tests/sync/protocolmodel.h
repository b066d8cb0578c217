#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

/// The replication protocol alone (docs/protocol.md): devices, a canister and a network with
/// faults, where a document is a set of words. No database, no clock, no Qt; a run of hundreds of
/// steps takes about a millisecond, and the same seed gives the same run.
namespace model {

using Id = int;
using Revision = std::uint64_t;
using Words = std::vector<int>; ///< Sorted, without repeats.

/// What the protocol demands. Each rule can be switched off, to show that a run finds out.
struct Rules
{
    bool chainProof = true; ///< The canister compares the token at the device's proof.
    bool proofFromQueries = true; ///< Pages that a query delivered count for the proof.
    bool sequenceGuard = true; ///< Rows that are not newer than the known base are ignored.
    bool horizonOnPull = true; ///< A cursor below the clean-up mark gets `behind_gc`, ...
    bool horizonOnPush = true; ///< ... also from a push.
    bool missingIsTold = true; ///< A row with a base that is not there is not recreated silently.
    std::size_t recentRevisions = 16; ///< That the canister keeps of each row.
    bool recognisesSent = true; ///< States that were sent are looked for in the master's line.
    bool recognisesEcho = true; ///< One's own push that comes back by a pull is no conflict.
    bool dirtyCounter = true; ///< An acknowledgement cleans a row only if it was not edited since.
    bool pageIsOneTransaction = true;
    bool cursorAfterRows = true; ///< Stored with the rows, not before them.
    bool deleteNeedsBase = true; ///< A deletion of a state that was not seen is a conflict.
    bool editBeatsDelete = true;
};

/// What happens in a run.
struct Setting
{
    int devices = 4;
    int steps = 400;
    int documents = 6; ///< That all devices write to; new ones are made as well.
    double faults = 0.15; ///< For each request, and for each reply.
    bool collects = true; ///< Tombstones are removed.
    bool restores = false; ///< The canister goes back to an earlier snapshot.
};

struct Row
{
    Id id = 0;
    Revision revision = 0;
    std::optional<Revision> parent;
    bool deleted = false;
    Words words;
    std::vector<Revision> recent;
    std::uint64_t sequence = 0;
};

struct Proof
{
    std::uint64_t position = 0;
    std::uint64_t token = 0;
};

struct Checkpoint
{
    std::uint64_t cursor = 0;
    Proof proof;
};

enum class Resync { None, BehindGc, Ahead, Fork };

struct PushRow
{
    std::optional<Revision> base;
    Row row;
    std::uint64_t counter = 0; ///< The device's own: how dirty the row was when it was sent.
};

struct RowResult
{
    enum class Kind { Ok, Superseded, Missing, Conflict };
    Kind kind = Kind::Ok;
    Row master;
};

struct PushReply
{
    Resync resync = Resync::None;
    std::vector<RowResult> results;
    Proof head;
};

struct PullReply
{
    Resync resync = Resync::None;
    std::vector<Row> rows;
    std::uint64_t cursor = 0;
    bool more = false;
    Proof head;
};

class Server
{
public:
    explicit Server(const Rules &rules);

    PushReply push(int device, const Checkpoint &checkpoint, const std::vector<PushRow> &rows);
    PullReply pull(const Checkpoint &checkpoint, std::size_t rows) const;
    const std::map<Id, Row> &rows() const { return m_rows; }
    Proof head() const { return {m_tokens.size() - 1, m_tokens.back()}; }
    /// Removes tombstones that all of `devices` have read.
    void collect(const std::vector<int> &devices);

private:
    Resync check(const Checkpoint &checkpoint) const;
    RowResult decide(const PushRow &pushed);
    void store(const Row &row, const Row *before);

    Rules m_rules;
    std::map<Id, Row> m_rows;
    std::map<std::uint64_t, Id> m_order;
    std::vector<std::uint64_t> m_tokens{1};
    std::map<int, std::uint64_t> m_cursors;
    std::uint64_t m_gc = 0;
};

/// Whose child a revision is, as a bystander knows: what a device has to find out by the rules.
using Lineage = std::map<Revision, std::optional<Revision>>;

class Device
{
public:
    struct Sent
    {
        Revision revision = 0;
        Words words;
        bool deleted = false;
    };
    struct Local
    {
        Words words;
        bool deleted = false;
        std::optional<Row> base;
        std::uint64_t dirty = 0; ///< 0: clean.
        std::uint64_t changes = 0;
        std::vector<Sent> sent;
    };

    Device(int number, const Rules &rules, Lineage &lineage)
        : m_number(number)
        , m_rules(rules)
        , m_lineage(&lineage)
    {}

    bool add(Id id, int word); ///< False: the document is deleted here.
    bool remove(Id id);

    std::vector<PushRow> batch(std::size_t most, std::mt19937_64 &random);
    void acknowledge(const std::vector<PushRow> &sent, const PushReply &reply);
    void apply(const Row &master);
    void learn(const Proof &head);
    void reconcile(const Server &server, Resync reason);

    int number() const { return m_number; }
    bool isClean() const;
    const std::map<Id, Local> &rows() const { return m_rows; }
    const Words &trash() const { return m_trash; }
    const Words &removedWords() const { return m_removedWords; }
    /// Merges with a state of its own, and merges with what others wrote.
    int falseConflicts() const { return m_falseConflicts; }
    int merges() const { return m_merges; }
    Checkpoint checkpoint;

private:
    void take(Local &local, const Row &master);
    void merge(Local &local, const Row &master);
    void reconcileAbsent(Id id, Resync reason);
    void reconcileKnown(Local &local, const Row &master, Resync reason);
    bool isAncestor(Revision revision, const Row &master) const;
    void touch(Local &local);

    int m_number;
    Rules m_rules;
    Lineage *m_lineage;
    std::map<Id, Local> m_rows;
    Words m_trash;
    Words m_removedWords; ///< By the person, who saw them.
    int m_falseConflicts = 0;
    int m_merges = 0;
};

/// Plays a whole run from `seed`. Empty, or which promise does not hold in the end.
std::string play(std::uint64_t seed, const Rules &rules, const Setting &setting);

/// One round of `device`: pull, push, pull, without faults. How many rows moved.
int exchange(Device &device, Server &server);

} // namespace model
