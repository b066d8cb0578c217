#include "model/merge/documentmerge.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/seededrandom.h"

#include <QJsonArray>
#include <QTest>

Q_DECLARE_METATYPE(DocumentMerge::Outcome)

/// Merging of whole rows by kind: who wins, what clashes, and that two devices agree.
class TestDocumentMerge : public QObject
{
    Q_OBJECT

private slots:
    void unchangedSideNeverMatters_data();
    void unchangedSideNeverMatters();
    void notesMergeByField();
    void sameEditIsNothingToPush();
    void titlesClash();
    void tagsMergeAsSets();
    void moveOfBothIsNoClash();
    void editWinsOverDelete();
    void editWinsOverTrash();
    void withoutBase();
    void unknownFieldsMerge();
    void unknownKindsClash();
    void drawingSettingsMergeByKey();
    void elementsMergeByGroup();
    void movedTextAndTypedText();
    void elementsClashInOneGroup();
    void attachedArrowsAreASet();
    void devicesAgreeOnElements();
    void sameTagIsOneTag();
    void notebooksMerge();
};

namespace {

using Outcome = DocumentMerge::Outcome;

Note sampleNote()
{
    Note note = build::note(
        QStringLiteral("n1"), QStringLiteral("Plan"), QStringLiteral("one\ntwo\nthree"));
    note.header.notebook = DocumentId(QStringLiteral("nb"));
    return note;
}

Note withText(Note note, const QString &text)
{
    note.text = text;
    ++note.header.updated;
    return note;
}

Document changedElement(const DrawingElement &element, const QJsonObject &changes)
{
    DrawingElement result = element;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        result.json.insert(it.key(), it.value());
    const QString version = QStringLiteral("version");
    result.json.insert(version, element.json.value(version).toInt() + 1);
    return result.toDocument();
}

QJsonObject jsonOf(const Document &document)
{
    const auto element = DrawingElement::fromDocument(document);
    return element ? element->json : QJsonObject();
}

} // namespace

void TestDocumentMerge::unchangedSideNeverMatters_data()
{
    QTest::addColumn<Document>("base");
    QTest::addColumn<Document>("changed");
    const Note note = sampleNote();
    QTest::newRow("note") << note.toDocument()
                          << withText(note, QStringLiteral("other")).toDocument();
    const DrawingElement shape = build::rectangle(QStringLiteral("d1"), QStringLiteral("e1"));
    QTest::newRow("element") << shape.toDocument()
                             << changedElement(shape, {{QStringLiteral("x"), 5}});
    Document tombstone;
    tombstone.id = note.header.id;
    tombstone.kind = kindName(DocumentKind::Note);
    tombstone.deleted = true;
    QTest::newRow("deleted") << note.toDocument() << tombstone;
    QTest::newRow("brought back") << tombstone << note.toDocument();
    Document unknown;
    unknown.id = DocumentId(QStringLiteral("u"));
    unknown.kind = QStringLiteral("hologram");
    unknown.opaqueBody = "newer 1";
    Document newer = unknown;
    newer.opaqueBody = "newer 2";
    QTest::newRow("unknown kind") << unknown << newer;
}

void TestDocumentMerge::unchangedSideNeverMatters()
{
    QFETCH(Document, base);
    QFETCH(Document, changed);
    const DocumentMerge alike = mergeDocuments(base, changed, changed);
    QCOMPARE(alike.outcome, Outcome::EqualsTheirs);
    QVERIFY(alike.result == changed);
    const DocumentMerge theirsChanged = mergeDocuments(base, base, changed);
    QCOMPARE(theirsChanged.outcome, Outcome::EqualsTheirs);
    QVERIFY(theirsChanged.result == changed);
    const DocumentMerge mineChanged = mergeDocuments(base, changed, base);
    QCOMPARE(mineChanged.outcome, Outcome::Merged);
    QVERIFY(mineChanged.result == changed);
}

void TestDocumentMerge::notesMergeByField()
{
    const Note base = sampleNote();
    Note mine = base;
    mine.header.pinned = true;
    mine.header.updated = base.header.updated + 10;
    const Note theirs = withText(base, QStringLiteral("one\n2\nthree"));
    const DocumentMerge merge =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(merge.outcome, Outcome::Merged); // S12
    const auto result = Note::fromDocument(merge.result);
    QVERIFY(result);
    QVERIFY(result->header.pinned);
    QCOMPARE(result->text, theirs.text);
    QCOMPARE(result->header.updated, mine.header.updated);
}

void TestDocumentMerge::sameEditIsNothingToPush()
{
    const Note base = sampleNote();
    Note mine = withText(base, QStringLiteral("one\n2\nthree"));
    const Note theirs = mine;
    mine.header.updated += 5000; // S4: another clock
    const DocumentMerge merge =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(merge.outcome, Outcome::EqualsTheirs);
    QVERIFY(merge.result == theirs.toDocument());
}

void TestDocumentMerge::titlesClash()
{
    const Note base = sampleNote();
    Note mine = base;
    mine.header.title = QStringLiteral("Plan A");
    Note theirs = withText(base, QStringLiteral("1\ntwo\nthree"));
    theirs.header.title = QStringLiteral("Plan B");
    const DocumentMerge merge =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(merge.outcome, Outcome::Clash);
    QCOMPARE(merge.clashes, QStringList(QStringLiteral("title")));
    const auto result = Note::fromDocument(merge.result);
    QVERIFY(result);
    QCOMPARE(result->header.title, mine.header.title);
    QCOMPARE(result->text, theirs.text); // the automatic part is in it
}

void TestDocumentMerge::tagsMergeAsSets()
{
    const auto ids = [](const QStringList &names) {
        QList<DocumentId> result;
        for (const QString &name : names)
            result.append(DocumentId(name));
        return result;
    };
    Note base = sampleNote();
    base.header.tags = ids({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    Note mine = base;
    mine.header.tags = ids({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("m")});
    Note theirs = base;
    theirs.header.tags =
        ids({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("m"), QStringLiteral("t")});
    const DocumentMerge merge =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(merge.outcome, Outcome::Merged);
    const auto result = Note::fromDocument(merge.result);
    QVERIFY(result);
    QCOMPARE(result->header.tags,
             ids({QStringLiteral("b"), QStringLiteral("m"), QStringLiteral("t")}));
}

void TestDocumentMerge::moveOfBothIsNoClash()
{
    const Note base = sampleNote();
    Note mine = base;
    mine.header.notebook = DocumentId(QStringLiteral("here"));
    Note theirs = withText(base, QStringLiteral("two\nthree"));
    theirs.header.notebook = DocumentId(QStringLiteral("there"));
    const DocumentMerge merge =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(merge.outcome, Outcome::Merged); // S13
    const auto result = Note::fromDocument(merge.result);
    QVERIFY(result);
    QCOMPARE(result->header.notebook, mine.header.notebook);
    QCOMPARE(result->text, theirs.text);
}

void TestDocumentMerge::editWinsOverDelete()
{
    const Document base = sampleNote().toDocument();
    const Document edited = withText(sampleNote(), QStringLiteral("edited")).toDocument();
    Document tombstone;
    tombstone.id = base.id;
    tombstone.kind = base.kind;
    tombstone.deleted = true;
    for (const auto &[mine, theirs] :
         {std::pair(edited, tombstone), std::pair(tombstone, edited)}) {
        const DocumentMerge merge = mergeDocuments(base, mine, theirs); // S17, S18
        QCOMPARE(merge.outcome, Outcome::EditWins);
        QVERIFY(merge.result == edited);
    }
    const DocumentMerge both = mergeDocuments(base, tombstone, tombstone); // S19
    QCOMPARE(both.outcome, Outcome::EqualsTheirs);
    const DrawingElement shape = build::rectangle(QStringLiteral("d1"), QStringLiteral("e1"));
    Document erased;
    erased.id = shape.rowId();
    erased.kind = kindName(DocumentKind::Element);
    erased.deleted = true;
    const Document moved = changedElement(shape, {{QStringLiteral("x"), 5}});
    QCOMPARE(mergeDocuments(shape.toDocument(), moved, erased).outcome, Outcome::EditWins); // S16
}

void TestDocumentMerge::editWinsOverTrash()
{
    const Note base = sampleNote();
    Note trashed = base;
    trashed.header.trashed = 1234;
    const Note edited = withText(base, QStringLiteral("edited"));
    for (const auto &[mine, theirs] : {std::pair(edited, trashed), std::pair(trashed, edited)}) {
        const DocumentMerge merge =
            mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
        QCOMPARE(merge.outcome, Outcome::EditWins);
        const auto result = Note::fromDocument(merge.result);
        QVERIFY(result);
        QVERIFY(!result->header.trashed);
        QCOMPARE(result->text, edited.text);
    }
    Note trashedLater = trashed;
    trashedLater.header.trashed = 9999;
    const DocumentMerge both =
        mergeDocuments(base.toDocument(), trashedLater.toDocument(), trashed.toDocument());
    QCOMPARE(both.outcome, Outcome::EqualsTheirs);
}

void TestDocumentMerge::withoutBase()
{
    const Note theirs = sampleNote();
    Note mine = theirs;
    mine.header.created -= 77;
    mine.header.updated += 77;
    const DocumentMerge same = mergeDocuments({}, mine.toDocument(), theirs.toDocument());
    QCOMPARE(same.outcome, Outcome::EqualsTheirs); // S5
    mine.text += QStringLiteral(" more");
    const DocumentMerge other = mergeDocuments({}, mine.toDocument(), theirs.toDocument());
    QCOMPARE(other.outcome, Outcome::Clash); // S6
    QVERIFY(other.result == mine.toDocument());
}

void TestDocumentMerge::unknownFieldsMerge()
{
    const Note base = sampleNote();
    Note mine = base;
    mine.header.other.set("colour", cbor::Value("blue"));
    Note theirs = withText(base, QStringLiteral("theirs"));
    theirs.header.other.set("weight", cbor::Value(std::uint64_t(3)));
    const DocumentMerge merge =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(merge.outcome, Outcome::Merged);
    const auto result = Note::fromDocument(merge.result);
    QVERIFY(result);
    QVERIFY(result->header.other.find("colour") && result->header.other.find("weight"));
    theirs.header.other.set("colour", cbor::Value("red"));
    const DocumentMerge clash =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(clash.clashes, QStringList(QStringLiteral("colour")));
}

void TestDocumentMerge::unknownKindsClash()
{
    Document base;
    base.id = DocumentId(QStringLiteral("u"));
    base.kind = QStringLiteral("hologram");
    base.opaqueBody = "0";
    Document mine = base;
    mine.opaqueBody = "1";
    Document theirs = base;
    theirs.opaqueBody = "2";
    const DocumentMerge merge = mergeDocuments(base, mine, theirs);
    QCOMPARE(merge.outcome, Outcome::Clash);
    QVERIFY(merge.result == mine);
}

void TestDocumentMerge::drawingSettingsMergeByKey()
{
    const Drawing base = build::drawing(QStringLiteral("d1"), QStringLiteral("Sketch"));
    Drawing mine = base;
    mine.appState.insert(QStringLiteral("gridSize"), 10);
    Drawing theirs = base;
    theirs.appState.insert(QStringLiteral("viewBackgroundColor"), QStringLiteral("#fffce8"));
    const DocumentMerge merge =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(merge.outcome, Outcome::Merged);
    const auto result = Drawing::fromDocument(merge.result);
    QVERIFY(result);
    QCOMPARE(result->appState.value(QStringLiteral("gridSize")).toInt(), 10);
    QCOMPARE(result->appState.value(QStringLiteral("viewBackgroundColor")).toString(),
             QStringLiteral("#fffce8"));
}

void TestDocumentMerge::elementsMergeByGroup()
{
    const DrawingElement base = build::rectangle(QStringLiteral("d1"), QStringLiteral("e1"));
    const Document mine = changedElement(base, {{QStringLiteral("x"), 500.5}});
    const Document theirs =
        changedElement(base, {{QStringLiteral("strokeColor"), QStringLiteral("#e03131")}});
    const DocumentMerge merge = mergeDocuments(base.toDocument(), mine, theirs);
    QCOMPARE(merge.outcome, Outcome::Merged);
    const QJsonObject result = jsonOf(merge.result);
    QCOMPARE(result.value(QStringLiteral("x")).toDouble(), 500.5);
    QCOMPARE(result.value(QStringLiteral("strokeColor")).toString(), QStringLiteral("#e03131"));
    QCOMPARE(result.value(QStringLiteral("version")).toInt(),
             base.json.value(QStringLiteral("version")).toInt() + 2);
    QVERIFY(merge.result == mergeDocuments(base.toDocument(), theirs, mine).result);
}

void TestDocumentMerge::movedTextAndTypedText()
{
    const DrawingElement base = build::textElement(
        QStringLiteral("d1"), QStringLiteral("e1"), QStringLiteral("first line\nsecond line"));
    const QString typed = QStringLiteral("first line\nlonger second line");
    const Document mine = changedElement(base,
                                         {{QStringLiteral("text"), typed},
                                          {QStringLiteral("originalText"), typed},
                                          {QStringLiteral("width"), 321}});
    const QString theirText = QStringLiteral("1st line\nsecond line");
    const Document theirs = changedElement(base,
                                           {{QStringLiteral("x"), 77},
                                            {QStringLiteral("text"), theirText},
                                            {QStringLiteral("originalText"), theirText},
                                            {QStringLiteral("width"), 300}});
    const DocumentMerge merge = mergeDocuments(base.toDocument(), mine, theirs);
    QCOMPARE(merge.outcome, Outcome::Merged);
    const QJsonObject result = jsonOf(merge.result);
    QCOMPARE(result.value(QStringLiteral("text")).toString(),
             QStringLiteral("1st line\nlonger second line"));
    QCOMPARE(result.value(QStringLiteral("x")).toInt(), 77);
    QCOMPARE(result.value(QStringLiteral("width")).toInt(), 321);
}

void TestDocumentMerge::elementsClashInOneGroup()
{
    const DrawingElement base = build::rectangle(QStringLiteral("d1"), QStringLiteral("e1"));
    const Document mine = changedElement(base, {{QStringLiteral("x"), 10}});
    const Document theirs =
        changedElement(base, {{QStringLiteral("y"), 10}, {QStringLiteral("opacity"), 50}});
    const DocumentMerge merge = mergeDocuments(base.toDocument(), mine, theirs);
    QCOMPARE(merge.outcome, Outcome::Clash);
    QCOMPARE(merge.clashes, QStringList(QStringLiteral("geometry")));
    const QJsonObject result = jsonOf(merge.result);
    QCOMPARE(result.value(QStringLiteral("x")).toInt(), 10);
    QCOMPARE(result.value(QStringLiteral("opacity")).toInt(), 50);
}

void TestDocumentMerge::attachedArrowsAreASet()
{
    const QString name = QStringLiteral("boundElements");
    const auto arrow = [](const char *id) {
        return QJsonObject{{QStringLiteral("id"), QLatin1String(id)},
                           {QStringLiteral("type"), QStringLiteral("arrow")}};
    };
    DrawingElement base = build::rectangle(QStringLiteral("d1"), QStringLiteral("e1"));
    base.json.insert(name, QJsonArray{arrow("a")});
    const Document mine = changedElement(base, {{name, QJsonArray{arrow("a"), arrow("m")}}});
    const Document theirs = changedElement(base, {{name, QJsonArray{arrow("t")}}});
    const DocumentMerge merge = mergeDocuments(base.toDocument(), mine, theirs);
    QCOMPARE(merge.outcome, Outcome::Merged);
    QCOMPARE(jsonOf(merge.result).value(name).toArray(), (QJsonArray{arrow("m"), arrow("t")}));
}

void TestDocumentMerge::devicesAgreeOnElements()
{
    static const QStringList fields{QStringLiteral("x"),
                                    QStringLiteral("opacity"),
                                    QStringLiteral("strokeWidth"),
                                    QStringLiteral("index"),
                                    QStringLiteral("locked"),
                                    QStringLiteral("newerField")};
    int merged = 0;
    for (int seed = 0; seed < 3000; ++seed) {
        SeededRandom random(std::uint64_t(seed) + 1);
        const DrawingElement base = build::rectangle(QStringLiteral("d1"), QStringLiteral("e1"));
        const auto changed = [&random, &base] {
            QJsonObject changes;
            const int count = 1 + random.below(2);
            for (int i = 0; i < count; ++i)
                changes.insert(fields[random.below(int(fields.size()))], random.below(3) + 500);
            changes.insert(QStringLiteral("versionNonce"), random.below(1'000'000));
            return changedElement(base, changes);
        };
        const Document a = changed();
        const Document b = changed();
        const DocumentMerge here = mergeDocuments(base.toDocument(), a, b);
        const DocumentMerge there = mergeDocuments(base.toDocument(), b, a);
        const QByteArray name = "seed " + QByteArray::number(seed);
        QVERIFY2((here.outcome == Outcome::Clash) == (there.outcome == Outcome::Clash),
                 name.constData());
        if (here.outcome != Outcome::Merged || there.outcome != Outcome::Merged)
            continue;
        ++merged;
        QVERIFY2(here.result == there.result, name.constData());
        // Merging the result with either side again gives nothing new.
        const DocumentMerge again = mergeDocuments(a, here.result, a);
        QVERIFY2(again.result == here.result, name.constData());
    }
    QVERIFY(merged > 500);
}

void TestDocumentMerge::sameTagIsOneTag()
{
    const Document mine = build::tag(QStringLiteral("Work")).toDocument();
    Tag other = build::tag(QStringLiteral("work"));
    const DocumentMerge merge = mergeDocuments({}, mine, other.toDocument());
    QCOMPARE(merge.outcome, Outcome::EqualsTheirs);
    QVERIFY(merge.result == other.toDocument());
}

void TestDocumentMerge::notebooksMerge()
{
    const Notebook base = build::notebook(QStringLiteral("nb"), QStringLiteral("Old"));
    Notebook mine = base;
    mine.parent = DocumentId(QStringLiteral("up"));
    Notebook theirs = base;
    theirs.title = QStringLiteral("New");
    theirs.parent = DocumentId(QStringLiteral("down"));
    const DocumentMerge merge =
        mergeDocuments(base.toDocument(), mine.toDocument(), theirs.toDocument());
    QCOMPARE(merge.outcome, Outcome::Merged);
    const auto result = Notebook::fromDocument(merge.result);
    QVERIFY(result);
    QCOMPARE(result->title, QStringLiteral("New"));
    QCOMPARE(result->parent, mine.parent);
}

QTEST_APPLESS_MAIN(TestDocumentMerge)
#include "tst_documentmerge.moc"
