#include "tests/sync/protocolmodel.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace model {

namespace {

class Hash
{
public:
    Hash &operator<<(std::uint64_t value)
    {
        for (int byte = 0; byte < 8; ++byte) {
            m_state ^= (value >> (8 * byte)) & 0xffU;
            m_state *= 1'099'511'628'211ULL;
        }
        return *this;
    }
    std::uint64_t value() const { return m_state; }

private:
    std::uint64_t m_state = 14'695'981'039'346'656'037ULL;
};

Revision mint(const std::optional<Revision> &parent, bool deleted, const Words &words)
{
    Hash hash;
    hash << (parent ? *parent : 0) << (deleted ? 1 : 0);
    for (const int word : words)
        hash << static_cast<std::uint64_t>(word);
    return hash.value();
}

Words unionOf(const Words &a, const Words &b)
{
    Words result;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

Words without(const Words &a, const Words &b)
{
    Words result;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

template <typename Value>
bool contains(const std::vector<Value> &values, const Value &value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

// The canister

Server::Server(const Rules &rules)
    : m_rules(rules)
{}

Resync Server::check(const Checkpoint &checkpoint) const
{
    const Proof &proof = checkpoint.proof;
    if (m_rules.chainProof) {
        if (proof.position >= m_tokens.size())
            return Resync::Ahead;
        if (proof.position > 0 && m_tokens[proof.position] != proof.token)
            return Resync::Fork;
    } else if (checkpoint.cursor >= m_tokens.size()) {
        return Resync::Ahead;
    }
    return checkpoint.cursor < m_gc ? Resync::BehindGc : Resync::None;
}

RowResult Server::decide(const PushRow &pushed)
{
    using Kind = RowResult::Kind;
    const Row &row = pushed.row;
    const auto found = m_rows.find(row.id);
    const Row *stored = found == m_rows.end() ? nullptr : &found->second;
    if (stored && stored->revision == row.revision)
        return {Kind::Ok, *stored};
    if (stored && contains(stored->recent, row.revision))
        return {Kind::Superseded, *stored};
    if (!stored && pushed.base && m_rules.missingIsTold)
        return {Kind::Missing, {}};
    const bool fits = !stored || (pushed.base && *pushed.base == stored->revision)
                      || (row.deleted && !m_rules.deleteNeedsBase);
    if (!fits && stored->deleted == row.deleted && stored->words == row.words)
        return {Kind::Ok, *stored};
    if (!fits)
        return {Kind::Conflict, *stored};
    store(row, stored);
    return {Kind::Ok, m_rows[row.id]};
}

void Server::store(const Row &row, const Row *before)
{
    Row next = row;
    next.sequence = m_tokens.size();
    next.recent.clear();
    if (before) {
        m_order.erase(before->sequence);
        next.recent = before->recent;
        next.recent.insert(next.recent.begin(), before->revision);
        if (next.recent.size() > m_rules.recentRevisions)
            next.recent.resize(m_rules.recentRevisions);
    }
    Hash token;
    token << m_tokens.back() << static_cast<std::uint64_t>(row.id) << row.revision;
    m_tokens.push_back(token.value());
    m_order[next.sequence] = row.id;
    m_rows[row.id] = next;
}

PushReply Server::push(int device, const Checkpoint &checkpoint, const std::vector<PushRow> &rows)
{
    PushReply reply;
    const Resync resync = check(checkpoint);
    const bool refused =
        resync == Resync::BehindGc ? m_rules.horizonOnPush : resync != Resync::None;
    if (refused) {
        reply.resync = resync;
        return reply;
    }
    for (const PushRow &row : rows)
        reply.results.push_back(decide(row));
    m_cursors[device] = std::max(m_cursors[device], checkpoint.cursor);
    reply.head = head();
    return reply;
}

PullReply Server::pull(const Checkpoint &checkpoint, std::size_t rows) const
{
    PullReply reply;
    const Resync resync = check(checkpoint);
    if (resync != Resync::None && (resync != Resync::BehindGc || m_rules.horizonOnPull)) {
        reply.resync = resync;
        return reply;
    }
    auto at = m_order.upper_bound(checkpoint.cursor);
    for (; at != m_order.end() && reply.rows.size() < rows; ++at)
        reply.rows.push_back(m_rows.at(at->second));
    reply.more = at != m_order.end();
    reply.head = head();
    const std::uint64_t end = reply.more ? reply.rows.back().sequence : reply.head.position;
    reply.cursor = std::max(end, checkpoint.cursor);
    return reply;
}

void Server::collect(const std::vector<int> &devices)
{
    std::uint64_t horizon = head().position;
    for (const int device : devices)
        horizon = std::min(horizon, m_cursors[device]);
    for (auto at = m_rows.begin(); at != m_rows.end();) {
        const Row &row = at->second;
        if (!row.deleted || row.sequence > horizon) {
            ++at;
            continue;
        }
        m_gc = std::max(m_gc, row.sequence);
        m_order.erase(row.sequence);
        at = m_rows.erase(at);
    }
}

// A device

void Device::touch(Local &local)
{
    local.dirty = ++local.changes;
}

bool Device::add(Id id, int word)
{
    Local &local = m_rows[id];
    if (local.deleted)
        return false;
    local.words = unionOf(local.words, {word});
    touch(local);
    return true;
}

bool Device::remove(Id id)
{
    const auto found = m_rows.find(id);
    if (found == m_rows.end() || found->second.deleted)
        return false;
    m_removedWords = unionOf(m_removedWords, found->second.words);
    found->second.deleted = true;
    found->second.words.clear();
    touch(found->second);
    return true;
}

bool Device::isClean() const
{
    return std::all_of(
        m_rows.begin(), m_rows.end(), [](const auto &row) { return row.second.dirty == 0; });
}

std::vector<PushRow> Device::batch(std::size_t most, std::mt19937_64 &random)
{
    std::vector<Id> ids;
    for (const auto &[id, local] : m_rows) {
        if (local.dirty > 0)
            ids.push_back(id);
    }
    std::shuffle(ids.begin(), ids.end(), random);
    ids.resize(std::min(ids.size(), most));
    std::vector<PushRow> rows;
    for (const Id id : ids) {
        Local &local = m_rows[id];
        PushRow pushed;
        if (local.base)
            pushed.base = local.base->revision;
        pushed.row = {id,
                      mint(pushed.base, local.deleted, local.words),
                      pushed.base,
                      local.deleted,
                      local.words,
                      {},
                      0};
        pushed.counter = local.dirty;
        m_lineage->emplace(pushed.row.revision, pushed.base);
        const bool wasSent =
            std::any_of(local.sent.begin(), local.sent.end(), [&](const Sent &sent) {
                return sent.revision == pushed.row.revision;
            });
        if (!wasSent)
            local.sent.push_back({pushed.row.revision, local.words, local.deleted});
        rows.push_back(pushed);
    }
    return rows;
}

void Device::take(Local &local, const Row &master)
{
    local.words = master.words;
    local.deleted = master.deleted;
    local.base = master;
    local.dirty = 0;
    local.sent.clear();
}

bool Device::isAncestor(Revision revision, const Row &master) const
{
    std::set<Revision> seen;
    for (std::optional<Revision> at = master.revision; at && seen.insert(*at).second;) {
        if (*at == revision)
            return true;
        const auto parent = m_lineage->find(*at);
        at = parent == m_lineage->end() ? std::nullopt : parent->second;
    }
    return false;
}

void Device::merge(Local &local, const Row &master)
{
    bool isOwn = false;
    if (m_rules.recognisesSent) {
        for (auto sent = local.sent.rbegin(); sent != local.sent.rend(); ++sent) {
            if (sent->revision != master.revision && !contains(master.recent, sent->revision))
                continue;
            if (sent->deleted == local.deleted && sent->words == local.words)
                return take(local, master); // nothing newer here
            isOwn = true;
            const std::uint64_t sequence = local.base ? local.base->sequence : 0;
            local.base =
                Row{master.id, sent->revision, {}, sent->deleted, sent->words, {}, sequence};
            break;
        }
    }
    if (local.deleted == master.deleted && local.words == master.words)
        return take(local, master);
    const bool isFalse = std::any_of(local.sent.begin(), local.sent.end(), [&](const Sent &sent) {
        return sent.deleted == local.deleted && sent.words == local.words
               && isAncestor(sent.revision, master);
    });
    m_falseConflicts += isFalse ? 1 : 0;
    m_merges += isOwn ? 0 : 1;
    if (local.deleted)
        return take(local, master); // the edit wins over our deletion
    if (master.deleted && !m_rules.editBeatsDelete)
        return take(local, master);
    if (!master.deleted) {
        const Words base = local.base ? local.base->words : Words{};
        const Words gone = unionOf(without(base, local.words), without(base, master.words));
        local.words = without(unionOf(local.words, master.words), gone);
    }
    local.base = master;
    touch(local);
    if (!master.deleted && local.words == master.words) {
        local.dirty = 0;
        local.sent.clear();
    }
}

void Device::apply(const Row &master)
{
    const auto found = m_rows.find(master.id);
    if (found == m_rows.end()) {
        take(m_rows[master.id], master);
        return;
    }
    Local &local = found->second;
    if (m_rules.sequenceGuard && local.base && master.sequence <= local.base->sequence)
        return;
    if (local.base && master.revision == local.base->revision) {
        local.base->sequence = std::max(local.base->sequence, master.sequence);
        return;
    }
    if (local.dirty == 0)
        return take(local, master);
    const bool isEcho = m_rules.recognisesEcho
                        && std::any_of(local.sent.begin(), local.sent.end(), [&](const Sent &sent) {
                               return sent.revision == master.revision;
                           });
    if (!isEcho)
        return merge(local, master);
    local.base = master;
    if (local.deleted == master.deleted && local.words == master.words)
        take(local, master);
}

void Device::acknowledge(const std::vector<PushRow> &sent, const PushReply &reply)
{
    using Kind = RowResult::Kind;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const Row &row = sent[i].row;
        const RowResult &result = reply.results[i];
        const auto found = m_rows.find(row.id);
        if (found == m_rows.end())
            continue;
        Local &local = found->second;
        const std::uint64_t known = local.base ? local.base->sequence : 0;
        const bool isUnchanged = local.dirty == sent[i].counter || !m_rules.dirtyCounter;
        if (result.kind == Kind::Missing) {
            if (local.deleted) {
                m_rows.erase(found);
                continue;
            }
            local.base.reset();
            touch(local);
        } else if (result.kind == Kind::Conflict) {
            if (!m_rules.sequenceGuard || known < result.master.sequence)
                merge(local, result.master);
        } else {
            const bool isOk = result.kind == Kind::Ok;
            const bool overtaken =
                isOk ? known > result.master.sequence : known >= result.master.sequence;
            if (local.base && overtaken && m_rules.sequenceGuard)
                continue;
            local.base = row;
            local.base->revision = isOk ? result.master.revision : row.revision;
            local.base->sequence = isOk ? result.master.sequence : known;
            if (isUnchanged) {
                local.dirty = 0;
                local.sent.clear();
            }
        }
    }
    learn(reply.head);
}

void Device::learn(const Proof &head)
{
    if (head.position > checkpoint.proof.position)
        checkpoint.proof = head;
}

void Device::reconcileAbsent(Id id, Resync reason)
{
    Local &local = m_rows[id];
    const bool collected = reason == Resync::BehindGc && local.dirty == 0;
    if (local.deleted || collected) {
        m_trash = unionOf(m_trash, local.words);
        m_rows.erase(id);
        return;
    }
    local.base.reset();
    local.sent.clear();
    touch(local);
}

void Device::reconcileKnown(Local &local, const Row &master, Resync reason)
{
    if (local.base && local.base->revision == master.revision) {
        local.base->sequence = master.sequence;
        return;
    }
    if (reason == Resync::BehindGc && local.dirty == 0)
        return take(local, master);
    if (reason == Resync::BehindGc)
        return merge(local, master);
    if (local.deleted)
        return local.dirty == 0 && !master.deleted ? take(local, master) : merge(local, master);
    // Nothing says which of the two is newer: everything of both stays.
    local.words = unionOf(local.words, master.words);
    local.base = master;
    local.sent.clear();
    touch(local);
    if (!master.deleted && local.words == master.words)
        local.dirty = 0;
}

void Device::reconcile(const Server &server, Resync reason)
{
    std::vector<Id> ids;
    for (const auto &[id, local] : m_rows)
        ids.push_back(id);
    for (const Id id : ids) {
        const auto found = server.rows().find(id);
        if (found == server.rows().end())
            reconcileAbsent(id, reason);
        else
            reconcileKnown(m_rows[id], found->second, reason);
    }
    for (const auto &[id, master] : server.rows()) {
        if (m_rows.count(id) == 0)
            take(m_rows[id], master);
    }
    checkpoint = {server.head().position, server.head()};
}

// A run

int exchange(Device &device, Server &server)
{
    int moved = 0;
    std::mt19937_64 random(1);
    const auto pullAll = [&] {
        for (bool more = true; more;) {
            const PullReply reply = server.pull(device.checkpoint, 3);
            if (reply.resync != Resync::None) {
                device.reconcile(server, reply.resync);
                ++moved;
                return;
            }
            for (const Row &row : reply.rows)
                device.apply(row);
            moved += static_cast<int>(reply.rows.size());
            device.checkpoint.cursor = reply.cursor;
            device.learn(reply.head);
            more = reply.more;
        }
    };
    pullAll();
    const std::vector<PushRow> rows = device.batch(100, random);
    if (rows.empty())
        return moved;
    const PushReply reply = server.push(device.number(), device.checkpoint, rows);
    if (reply.resync != Resync::None)
        device.reconcile(server, reply.resync);
    else
        device.acknowledge(rows, reply);
    moved += static_cast<int>(rows.size());
    pullAll();
    return moved;
}

namespace {

class Run
{
public:
    Run(std::uint64_t seed, const Rules &rules, const Setting &setting)
        : m_random(seed)
        , m_rules(rules)
        , m_setting(setting)
        , m_server(rules)
        , m_away(static_cast<std::size_t>(setting.devices))
    {
        for (int number = 0; number < setting.devices; ++number)
            m_devices.emplace_back(number, rules, m_lineage);
    }

    std::string play();

private:
    double fraction() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }
    bool happens(double probability) { return fraction() < probability; }

    void step(int number);
    void edit(Device &device);
    void remove(Device &device);
    void collect(int number);
    void restore();
    void sync(Device &device);
    bool pushHalf(Device &device);
    bool pullHalf(Device &device);
    bool takePage(Device &device, const PullReply &reply);
    std::string settle();
    std::string verdict() const;

    std::mt19937_64 m_random;
    Rules m_rules;
    Setting m_setting;
    Server m_server;
    Lineage m_lineage;
    std::vector<Device> m_devices;
    std::vector<int> m_away; ///< Until which step each device is away.
    std::vector<Server> m_stale; ///< What a replica that is behind may answer from.
    std::vector<Server> m_snapshots;
    int m_written = 0;
    int m_now = 0;
};

void Run::edit(Device &device)
{
    const Id id = happens(0.8) ? below(m_setting.documents) : 1000 + below(1'000'000);
    if (device.add(id, m_written))
        ++m_written;
}

void Run::remove(Device &device)
{
    std::vector<Id> live;
    for (const auto &[id, local] : device.rows()) {
        if (!local.deleted)
            live.push_back(id);
    }
    if (!live.empty())
        device.remove(live[static_cast<std::size_t>(below(static_cast<int>(live.size())))]);
}

void Run::collect(int number)
{
    std::vector<int> active; // those that are long away do not count
    for (const Device &device : m_devices) {
        if (m_away[static_cast<std::size_t>(device.number())] <= number)
            active.push_back(device.number());
    }
    m_server.collect(active);
}

void Run::restore()
{
    if (m_snapshots.empty())
        return;
    m_server = m_snapshots[static_cast<std::size_t>(below(static_cast<int>(m_snapshots.size())))];
    m_stale.clear();
}

void Run::step(int number)
{
    const auto which = static_cast<std::size_t>(below(m_setting.devices));
    Device &device = m_devices[which];
    const double what = fraction();
    m_now = number;
    if (what < 0.45)
        edit(device);
    else if (what < 0.52)
        remove(device);
    else if (what < 0.96 && m_away[which] <= number)
        sync(device);
    else if (what >= 0.96 && what < 0.98)
        m_away[which] = number + 20 + below(130);
    else if (what >= 0.98 && m_setting.collects && happens(0.5))
        collect(number);
    constexpr int kStaleEvery = 7;
    constexpr int kSnapshotEvery = 40;
    if (number % kStaleEvery == 0)
        m_stale.push_back(m_server);
    if (m_stale.size() > 2)
        m_stale.erase(m_stale.begin());
    if (m_setting.restores && number % kSnapshotEvery == 0)
        m_snapshots.push_back(m_server);
    if (m_snapshots.size() > 3)
        m_snapshots.erase(m_snapshots.begin());
    if (m_setting.restores && happens(0.012))
        restore();
}

void Run::sync(Device &device)
{
    if (pullHalf(device) && pushHalf(device))
        pullHalf(device);
}

bool Run::pushHalf(Device &device)
{
    const auto rows = device.batch(static_cast<std::size_t>(1 + below(5)), m_random);
    if (rows.empty())
        return true;
    if (happens(m_setting.faults))
        return false; // the request is lost
    const PushReply reply = m_server.push(device.number(), device.checkpoint, rows);
    if (happens(0.3)) { // the person goes on writing meanwhile
        const Id id = rows[static_cast<std::size_t>(below(static_cast<int>(rows.size())))].row.id;
        if (device.rows().count(id) > 0 && device.add(id, m_written))
            ++m_written;
    }
    if (happens(m_setting.faults))
        return true; // the reply is lost
    if (reply.resync != Resync::None)
        device.reconcile(m_server, reply.resync);
    else
        device.acknowledge(rows, reply);
    return true;
}

bool Run::pullHalf(Device &device)
{
    constexpr int kMostPages = 50;
    for (int page = 0; page < kMostPages; ++page) {
        if (happens(m_setting.faults))
            return false;
        const bool isStale = !m_stale.empty() && happens(0.3);
        const Server &server =
            isStale ? m_stale[static_cast<std::size_t>(below(static_cast<int>(m_stale.size())))]
                    : m_server;
        const PullReply reply =
            server.pull(device.checkpoint, static_cast<std::size_t>(1 + below(4)));
        if (reply.resync != Resync::None) {
            if (!isStale) // one node's word alone is never enough
                device.reconcile(m_server, reply.resync);
            return true;
        }
        if (!takePage(device, reply))
            return true;
        if (!isStale || m_rules.proofFromQueries)
            device.learn(reply.head);
        if (!reply.more)
            return true;
    }
    return true;
}

bool Run::takePage(Device &device, const PullReply &reply)
{
    if (!reply.rows.empty() && happens(m_setting.faults)) { // a crash within the page
        if (!m_rules.cursorAfterRows)
            device.checkpoint.cursor = reply.cursor;
        if (!m_rules.pageIsOneTransaction) {
            for (std::size_t i = 0; i < reply.rows.size() / 2; ++i)
                device.apply(reply.rows[i]);
        }
        return false;
    }
    for (const Row &row : reply.rows)
        device.apply(row);
    device.checkpoint.cursor = std::max(device.checkpoint.cursor, reply.cursor);
    return true;
}

std::string Run::settle()
{
    constexpr int kMostRounds = 60;
    int quiet = 0;
    for (int round = 0; round < kMostRounds && quiet < 2; ++round) {
        int moved = 0;
        for (Device &device : m_devices)
            moved += exchange(device, m_server);
        quiet = moved == 0 ? quiet + 1 : 0;
    }
    return quiet == 2 ? std::string() : "never quiet (P3)";
}

std::string Run::verdict() const
{
    std::map<Id, Words> expected;
    std::set<int> there;
    for (const auto &[id, row] : m_server.rows()) {
        if (row.deleted)
            continue;
        expected[id] = row.words;
        there.insert(row.words.begin(), row.words.end());
    }
    for (const Device &device : m_devices) {
        std::map<Id, Words> live;
        for (const auto &[id, local] : device.rows()) {
            if (!local.deleted)
                live[id] = local.words;
        }
        if (live != expected)
            return "device " + std::to_string(device.number()) + " differs (P2)";
        if (device.falseConflicts() > 0)
            return "device " + std::to_string(device.number()) + " met itself (P4)";
        if (m_devices.size() == 1 && device.merges() > 0)
            return "one device alone had something to merge (P4)";
        there.insert(device.trash().begin(), device.trash().end());
        there.insert(device.removedWords().begin(), device.removedWords().end());
    }
    for (int word = 0; word < m_written; ++word) {
        if (there.count(word) == 0)
            return "word " + std::to_string(word) + " is lost (P1)";
    }
    return {};
}

std::string Run::play()
{
    for (int number = 0; number < m_setting.steps; ++number)
        step(number);
    if (std::string problem = settle(); !problem.empty())
        return problem;
    return verdict();
}

} // namespace

std::string play(std::uint64_t seed, const Rules &rules, const Setting &setting)
{
    return Run(seed, rules, setting).play();
}

} // namespace model
