#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QtTest>

using namespace std::chrono_literals;

namespace {

QString operator""_s(const char16_t *text, std::size_t size)
{
    return QString::fromUtf16(text, static_cast<qsizetype>(size));
}

DocumentId id(const QString &text)
{
    return DocumentId(text);
}

QStringList idsOf(const QList<DocumentSummary> &summaries)
{
    QStringList ids;
    for (const DocumentSummary &summary : summaries)
        ids.append(summary.id.text());
    return ids;
}

QStringList found(const DocumentStore &store, const QString &text)
{
    QStringList ids;
    for (const SearchHit &hit : store.search(text).value())
        ids.append(hit.summary.id.text());
    ids.sort();
    return ids;
}

} // namespace

class TestDocumentStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void savesAndLoads();
    void savingTheSameChangesNothing();
    void storeSetsTimes();
    void importsKeepTimes();
    void listsPlaces();
    void trashAndBack();
    void deletingForeverKeepsTheLastState();
    void findsWords_data();
    void findsWords();
    void findsTextOfDrawings();
    void attachmentsAreKeptInChunks();
    void factsAreKept();

private:
    std::unique_ptr<TestProfile> m_profile;
    std::unique_ptr<DocumentStore> m_store;
};

void TestDocumentStore::init()
{
    m_profile = std::make_unique<TestProfile>();
    m_store = m_profile->documents();
}

void TestDocumentStore::cleanup()
{
    m_store.reset();
    m_profile.reset();
}

void TestDocumentStore::savesAndLoads()
{
    const Document note = build::note(u"n1"_s, u"Title"_s, u"\ufefftext\0more\r"_s).toDocument();
    const auto receipt = m_store->save({note}, {HistoryReason::Imported, true});
    QVERIFY(receipt.ok());
    QCOMPARE(receipt.value().ids, QList{id(u"n1"_s)});
    QCOMPARE(m_store->load(id(u"n1"_s)).value(), note);
    QCOMPARE(m_store->load(id(u"n2"_s)).error().kind, StoreError::Kind::NotFound);
    m_store = m_profile->documents();
    QCOMPARE(m_store->load(id(u"n1"_s)).value(), note);
}

void TestDocumentStore::savingTheSameChangesNothing()
{
    const Note note = build::note(u"n1"_s, u"Title"_s, u"text"_s);
    const auto first = m_store->save({note.toDocument()});
    m_profile->clock.advance(1h);
    const auto second = m_store->save({note.toDocument()});
    QVERIFY(second.value().ids.isEmpty());
    QCOMPARE(m_store->summary(note.header.id).value().updated, FakeClock::kStartMs);
    QVERIFY(m_store->history(note.header.id).value().isEmpty());
    QVERIFY(first.value().modifiedAt > 0);
}

void TestDocumentStore::storeSetsTimes()
{
    Note note = build::note(u"n1"_s, u"Title"_s);
    note.header.created = 0;
    m_profile->clock.advance(5s);
    QVERIFY(m_store->save({note.toDocument()}).ok());
    const auto stored = Note::fromDocument(m_store->load(note.header.id).value());
    QCOMPARE(stored->header.created, FakeClock::kStartMs + 5000);
    QCOMPARE(stored->header.updated, FakeClock::kStartMs + 5000);
}

void TestDocumentStore::importsKeepTimes()
{
    Note note = build::note(u"n1"_s, u"Title"_s);
    note.header.created = 11;
    note.header.updated = 22;
    QVERIFY(m_store->save({note.toDocument()}, {HistoryReason::Imported, true}).ok());
    QCOMPARE(Note::fromDocument(m_store->load(note.header.id).value()), std::optional(note));
}

void TestDocumentStore::listsPlaces()
{
    const Tag tag = build::tag(u"work"_s);
    Note plain = build::note(u"plain"_s, u"b"_s, u"# b\n\n- first *item*\nsecond"_s);
    Note filed = build::note(u"filed"_s, u"a10"_s);
    filed.header.notebook = id(u"book"_s);
    Note tagged = build::note(u"tagged"_s, u"a9"_s);
    tagged.header.tags = {tag.id};
    tagged.header.pinned = true;
    const QList<Document> all{plain.toDocument(),
                              filed.toDocument(),
                              tagged.toDocument(),
                              build::drawing(u"sketch"_s, u"c"_s).toDocument(),
                              build::notebook(u"book"_s, u"Book"_s).toDocument(),
                              tag.toDocument()};
    QVERIFY(m_store->save(all).ok());
    using Place = ListQuery::Place;
    const auto list = [this](ListQuery query) { return idsOf(m_store->summaries(query).value()); };
    QCOMPARE(list({Place::All, {}, ListQuery::Sort::Title}),
             QStringList({u"tagged"_s, u"filed"_s, u"plain"_s, u"sketch"_s}));
    QCOMPARE(list({Place::Drawings}), QStringList({u"sketch"_s}));
    QCOMPARE(list({Place::Pinned}), QStringList({u"tagged"_s}));
    QCOMPARE(list({Place::Notebook, id(u"book"_s)}), QStringList({u"filed"_s}));
    QCOMPARE(list({Place::Tag, tag.id}), QStringList({u"tagged"_s}));
    QCOMPARE(list({Place::Unfiled}).size(), 3);
    QCOMPARE(list({Place::All, {}, ListQuery::Sort::Title, 2}).size(), 2);
    const LibraryCounts counts = m_store->counts().value();
    QCOMPARE(counts.all, 4);
    QCOMPARE(counts.notes, 3);
    QCOMPARE(counts.drawings, 1);
    QCOMPARE(counts.pinned, 1);
    QCOMPARE(counts.notebooks.value(id(u"book"_s)), 1);
    QCOMPARE(counts.tags.value(tag.id), 1);
    const DocumentSummary summary = m_store->summary(id(u"plain"_s)).value();
    QCOMPARE(summary.snippet, u"first *item* second"_s);
    QVERIFY(summary.pending);
    QCOMPARE(m_store->notebooks().value().size(), 1);
    QCOMPARE(m_store->tags().value().first().name, u"work"_s);
}

void TestDocumentStore::trashAndBack()
{
    QVERIFY(m_store->save({build::note(u"n1"_s, u"Title"_s, u"needle"_s).toDocument()}).ok());
    QVERIFY(m_store->trash({id(u"n1"_s)}).ok());
    QVERIFY(m_store->summaries({}).value().isEmpty());
    QCOMPARE(m_store->summaries({ListQuery::Place::Trash}).value().size(), 1);
    QCOMPARE(found(*m_store, u"needle"_s), QStringList());
    QVERIFY(m_store->restore({id(u"n1"_s)}).ok());
    QCOMPARE(m_store->summaries({}).value().size(), 1);
    QCOMPARE(found(*m_store, u"needle"_s), QStringList({u"n1"_s}));
}

void TestDocumentStore::deletingForeverKeepsTheLastState()
{
    const auto element = build::textElement(u"d1"_s, u"e1"_s, u"words"_s);
    QVERIFY(m_store->save({build::drawing(u"d1"_s, u"Sketch"_s).toDocument(), element.toDocument()})
                .ok());
    QVERIFY(m_store->deleteForever({id(u"d1"_s)}).ok());
    QVERIFY(m_store->load(id(u"d1"_s)).value().deleted);
    QVERIFY(m_store->load(element.rowId()).value().deleted);
    QVERIFY(m_store->elements(id(u"d1"_s)).value().isEmpty());
    QCOMPARE(m_store->summaries({}).value().size(), 0);
    const auto history = m_store->history(id(u"d1"_s)).value();
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.first().reason, HistoryReason::Deleted);
    QCOMPARE(
        Drawing::fromDocument(m_store->historyState(history.first().entry).value())->header.title,
        u"Sketch"_s);
    QCOMPARE(m_store->outgoing().value().pending, 0); // never sent: nothing to delete there
}

void TestDocumentStore::findsWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("expected");
    const QStringList both{u"cafe"_s, u"tokyo"_s};
    QTest::newRow("prefix") << u"espr"_s << QStringList{u"cafe"_s};
    QTest::newRow("without accents") << u"CAFE"_s << QStringList{u"cafe"_s};
    QTest::newRow("all words") << u"coffee espresso"_s << QStringList{u"cafe"_s};
    QTest::newRow("one word is elsewhere") << u"espresso tower"_s << QStringList();
    QTest::newRow("in both") << u"coffee"_s << both;
    QTest::newRow("excluded") << u"coffee -tower"_s << QStringList{u"cafe"_s};
    QTest::newRow("phrase") << u"\"strong coffee\""_s << QStringList{u"cafe"_s};
    QTest::newRow("phrase in other order") << u"\"coffee strong\""_s << QStringList();
    QTest::newRow("inside a title's word") << u"afé"_s << QStringList{u"cafe"_s};
    QTest::newRow("inside a Japanese sentence") << u"京都"_s << QStringList{u"tokyo"_s};
    QTest::newRow("one Chinese character") << u"都"_s << QStringList{u"tokyo"_s};
    QTest::newRow("nothing") << u"  "_s << QStringList();
    QTest::newRow("only syntax") << u"\" ( * ^ :"_s << QStringList();
    QTest::newRow("FTS5 syntax is text") << u"title:coffee AND (tower"_s << QStringList();
    QTest::newRow("open quote") << u"\"strong cof"_s << QStringList{u"cafe"_s};
    QTest::newRow("only an exclusion") << u"-coffee"_s << QStringList();
}

void TestDocumentStore::findsWords()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, expected);
    QVERIFY(
        m_store
            ->save({build::note(u"cafe"_s, u"Café"_s, u"strong coffee, espresso"_s).toDocument(),
                    build::note(u"tokyo"_s, u"東京"_s, u"東京都は京都ではない coffee tower"_s)
                        .toDocument()})
            .ok());
    QCOMPARE(found(*m_store, typed), expected);
}

void TestDocumentStore::findsTextOfDrawings()
{
    const auto element = build::textElement(u"d1"_s, u"e1"_s, u"hidden treasure"_s);
    QVERIFY(m_store->save({element.toDocument()}).ok()); // before its drawing
    QVERIFY(m_store->save({build::drawing(u"d1"_s, u"Map"_s).toDocument()}).ok());
    auto hits = m_store->search(u"treas"_s).value();
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().summary.id, id(u"d1"_s));
    QCOMPARE(hits.first().element, element.rowId());
    QCOMPARE(hits.first().excerpt, u"hidden \ue000treasure\ue001"_s);
    const auto changed = build::textElement(u"d1"_s, u"e1"_s, u"nothing"_s);
    QCOMPARE(m_store->save({changed.toDocument()}).value().ids, QList{id(u"d1"_s)});
    QVERIFY(m_store->search(u"treasure"_s).value().isEmpty());
    QCOMPARE(m_store->summary(id(u"d1"_s)).value().snippet, u"nothing"_s);
}

void TestDocumentStore::attachmentsAreKeptInChunks()
{
    QByteArray bytes(1'500'000, '\0');
    m_profile->random.fill(
        {reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
    const auto added = m_store->addAttachment(u"img/Photo.png"_s, u"image/png"_s, bytes);
    QVERIFY(added.ok());
    QCOMPARE(added.value().chunks.size(), std::size_t{3});
    QCOMPARE(m_store->attachmentBytes(added.value().id).value(), bytes);
    QCOMPARE(m_store->addAttachment(u"img/Photo.png"_s, u"image/png"_s, bytes).value().id,
             added.value().id);
    QCOMPARE(m_store->findAttachment(u"other/photo.PNG"_s).value().id, added.value().id);
    const auto other = m_store->addAttachment(u"img/Photo.png"_s, u"image/png"_s, "else").value();
    QCOMPARE(other.path, u"img/Photo 2.png"_s);
    QCOMPARE(m_store->attachments().value().size(), 2);
    QCOMPARE(m_store->findAttachment(u"none.png"_s).error().kind, StoreError::Kind::NotFound);
    const auto deeper = m_store->addAttachment(u"Vault/x/Photo.png"_s, {}, "deeper").value();
    QCOMPARE(m_store->findAttachment(u"x/photo.png"_s).value().id, deeper.id);
    QCOMPARE(m_store->findAttachment(u"photo.png"_s).value().id, added.value().id);
}

void TestDocumentStore::factsAreKept()
{
    QVERIFY(m_store->fact(u"device.name"_s).value().isEmpty());
    QVERIFY(m_store->setFact(u"device.name"_s, "desk").ok());
    QCOMPARE(m_store->fact(u"device.name"_s).value(), QByteArray("desk"));
}

QTEST_GUILESS_MAIN(TestDocumentStore)
#include "tst_documentstore.moc"
