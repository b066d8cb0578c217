#include "model/merge/elementmerge.h"

#include "model/merge/fieldmerge.h"
#include "model/merge/textmerge.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace {

using Names = QSet<QString>;

const Names &marks()
{
    static const Names names{
        QStringLiteral("version"), QStringLiteral("versionNonce"), QStringLiteral("updated")};
    return names;
}

const Names &textGroup()
{
    static const Names names{QStringLiteral("text"), QStringLiteral("originalText")};
    return names;
}

const Names &boxGroup()
{
    static const Names names{QStringLiteral("width"), QStringLiteral("height")};
    return names;
}

const Names &geometryGroup()
{
    static const Names names{
        QStringLiteral("x"),
        QStringLiteral("y"),
        QStringLiteral("width"),
        QStringLiteral("height"),
        QStringLiteral("angle"),
        QStringLiteral("points"),
        QStringLiteral("pressures"),
        QStringLiteral("simulatePressure"),
        QStringLiteral("lastCommittedPoint"),
        QStringLiteral("polygon"),
        QStringLiteral("scale"),
        QStringLiteral("crop"),
        QStringLiteral("startBinding"),
        QStringLiteral("endBinding"),
        QStringLiteral("fixedSegments"),
        QStringLiteral("startIsSpecial"),
        QStringLiteral("endIsSpecial"),
    };
    return names;
}

QJsonObject only(const QJsonObject &json, const Names &names)
{
    QJsonObject result;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (names.contains(it.key()))
            result.insert(it.key(), it.value());
    }
    return result;
}

QJsonObject without(const QJsonObject &json, const Names &names)
{
    QJsonObject result;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!names.contains(it.key()))
            result.insert(it.key(), it.value());
    }
    return result;
}

void insertAll(QJsonObject &json, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
}

double number(const QJsonObject &json, const QString &name)
{
    return json.value(name).toDouble();
}

/// Excalidraw's rule for two states of one element.
bool winsOver(const QJsonObject &a, const QJsonObject &b)
{
    const QString version = QStringLiteral("version");
    const QString nonce = QStringLiteral("versionNonce");
    if (number(a, version) != number(b, version))
        return number(a, version) > number(b, version);
    if (number(a, nonce) != number(b, nonce))
        return number(a, nonce) < number(b, nonce);
    return a.value(QStringLiteral("index")).toString()
           < b.value(QStringLiteral("index")).toString();
}

/// Follows from both sides and not from which is which: the same on both devices.
int nonceFor(const QJsonObject &mine, const QJsonObject &theirs)
{
    QByteArray first = QJsonDocument(mine).toJson(QJsonDocument::Compact);
    QByteArray second = QJsonDocument(theirs).toJson(QJsonDocument::Compact);
    if (second < first)
        std::swap(first, second);
    const QByteArray hash =
        QCryptographicHash::hash(first + '\n' + second, QCryptographicHash::Sha256);
    int nonce = 0;
    for (int i = 0; i < 4; ++i)
        nonce = (nonce & 0x7fffff) << 8 | static_cast<unsigned char>(hash[i]);
    return nonce;
}

class ElementMerger
{
public:
    ElementMerger(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs)
        : m_base(base)
        , m_mine(mine)
        , m_theirs(theirs)
    {}

    ElementMerge run();

private:
    void mergeGroup(const QString &name, const Names &group);
    void mergeText();
    void mergeBoxOfText();
    void mergeBoundElements();
    void mergeCustomData();
    void mergeOrder();
    void mergeTheRest();
    void stamp();
    bool changed(const QJsonObject &side, const Names &group) const;

    const QJsonObject &m_base;
    const QJsonObject &m_mine;
    const QJsonObject &m_theirs;
    Names m_done = marks();
    ElementMerge m_result;
};

bool ElementMerger::changed(const QJsonObject &side, const Names &group) const
{
    return only(side, group) != only(m_base, group);
}

void ElementMerger::mergeGroup(const QString &name, const Names &group)
{
    insertAll(m_result.json,
              mergeNamed(name,
                         only(m_base, group),
                         only(m_mine, group),
                         only(m_theirs, group),
                         m_result.clashes));
    m_done.unite(group);
}

/// `text` is `originalText` with line ends where it was wrapped; merged is what was typed. Where
/// the two differ the drawing wraps it anew.
void ElementMerger::mergeText()
{
    const QString typed = QStringLiteral("originalText");
    const QString shown = QStringLiteral("text");
    const auto mine = mergeField(
        only(m_base, textGroup()), only(m_mine, textGroup()), only(m_theirs, textGroup()));
    m_done.unite(textGroup());
    insertAll(m_result.json, mine.value);
    if (!mine.clash)
        return;
    const QString key = m_mine.contains(typed) ? typed : shown;
    const TextMerge text = ::mergeText(
        m_base.value(key).toString(), m_mine.value(key).toString(), m_theirs.value(key).toString());
    if (!text.clean()) {
        m_result.clashes.append(shown);
        return;
    }
    m_result.json.insert(shown, text.merged());
    if (m_mine.contains(typed))
        m_result.json.insert(typed, text.merged());
}

/// The box grows with the text: it comes from the side that changed the text, or is the larger one.
void ElementMerger::mergeBoxOfText()
{
    QStringList clashes;
    QJsonObject box = mergeNamed(QString(),
                                 only(m_base, boxGroup()),
                                 only(m_mine, boxGroup()),
                                 only(m_theirs, boxGroup()),
                                 clashes);
    m_done.unite(boxGroup());
    if (!clashes.isEmpty()) {
        const bool mineTyped = changed(m_mine, textGroup());
        const bool theirsTyped = changed(m_theirs, textGroup());
        for (const QString &side : boxGroup()) {
            const double larger = std::max(number(m_mine, side), number(m_theirs, side));
            const double typed = number(mineTyped ? m_mine : m_theirs, side);
            box.insert(side, mineTyped == theirsTyped ? larger : typed);
        }
    }
    insertAll(m_result.json, box);
}

/// A set of what is attached: {id, type} entries.
void ElementMerger::mergeBoundElements()
{
    const QString name = QStringLiteral("boundElements");
    m_done.insert(name);
    const auto merge = mergeField(m_base.value(name), m_mine.value(name), m_theirs.value(name));
    if (!merge.clash) {
        if (!merge.value.isUndefined())
            m_result.json.insert(name, merge.value);
        return;
    }
    const QJsonArray base = m_base.value(name).toArray();
    const QJsonArray mine = m_mine.value(name).toArray();
    const QJsonArray theirs = m_theirs.value(name).toArray();
    QList<QByteArray> order;
    QHash<QByteArray, QJsonValue> entries;
    for (const QJsonArray *side : {&mine, &theirs}) {
        for (const QJsonValue &entry : *side) {
            const QByteArray key = QJsonDocument(QJsonArray{entry}).toJson(QJsonDocument::Compact);
            const bool keptByBoth = mine.contains(entry) && theirs.contains(entry);
            if (!entries.contains(key) && (keptByBoth || !base.contains(entry))) {
                entries.insert(key, entry);
                order.append(key);
            }
        }
    }
    std::sort(order.begin(), order.end());
    QJsonArray result;
    for (const QByteArray &key : order)
        result.append(entries.value(key));
    m_result.json.insert(name, result);
}

void ElementMerger::mergeCustomData()
{
    const QString name = QStringLiteral("customData");
    m_done.insert(name);
    const auto merge = mergeField(m_base.value(name), m_mine.value(name), m_theirs.value(name));
    QJsonValue value = merge.value;
    if (merge.clash && m_mine.value(name).isObject() && m_theirs.value(name).isObject())
        value = mergeObjects(m_base.value(name).toObject(),
                             m_mine.value(name).toObject(),
                             m_theirs.value(name).toObject(),
                             m_result.clashes);
    else if (merge.clash)
        m_result.clashes.append(name);
    if (!value.isUndefined())
        m_result.json.insert(name, value);
}

void ElementMerger::mergeOrder()
{
    const QString name = QStringLiteral("index");
    m_done.insert(name);
    const auto order = mergeField(m_base.value(name), m_mine.value(name), m_theirs.value(name));
    const QJsonObject &winner = winsOver(m_mine, m_theirs) ? m_mine : m_theirs;
    const QJsonValue place = order.clash ? winner.value(name) : order.value;
    if (!place.isUndefined())
        m_result.json.insert(name, place);
}

void ElementMerger::mergeTheRest()
{
    insertAll(m_result.json,
              mergeObjects(without(m_base, m_done),
                           without(m_mine, m_done),
                           without(m_theirs, m_done),
                           m_result.clashes));
}

void ElementMerger::stamp()
{
    const QString version = QStringLiteral("version");
    const QString updated = QStringLiteral("updated");
    const double highest = std::max(number(m_mine, version), number(m_theirs, version));
    m_result.json.insert(version, qint64(std::clamp(highest, 0.0, 2147483646.0)) + 1);
    m_result.json.insert(QStringLiteral("versionNonce"), nonceFor(m_mine, m_theirs));
    const double latest = std::max(number(m_mine, updated), number(m_theirs, updated));
    if (m_mine.contains(updated) || m_theirs.contains(updated))
        m_result.json.insert(updated, latest);
}

ElementMerge ElementMerger::run()
{
    if (isSameElement(m_mine, m_theirs) || m_mine == m_base)
        return {ElementMerge::Outcome::Theirs, m_theirs, {}};
    if (m_theirs == m_base)
        return {ElementMerge::Outcome::Mine, m_mine, {}};
    const bool isText = m_mine.value(QStringLiteral("type")) == QStringLiteral("text");
    mergeText();
    if (isText)
        mergeBoxOfText();
    mergeGroup(QStringLiteral("geometry"), geometryGroup() - m_done);
    mergeBoundElements();
    mergeCustomData();
    mergeOrder();
    mergeTheRest();
    if (m_result.clashes.isEmpty() && isSameElement(m_result.json, m_theirs))
        return {ElementMerge::Outcome::Theirs, m_theirs, {}};
    stamp();
    return m_result;
}

} // namespace

bool isSameElement(const QJsonObject &a, const QJsonObject &b)
{
    return without(a, marks()) == without(b, marks());
}

ElementMerge
mergeElements(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs)
{
    return ElementMerger(base, mine, theirs).run();
}
