#include "model/exchange/libraryimport.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

/// A folder of other programs' files, hostile ones among them, into a real store.
class TestLibraryImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesNotesByteForByte_data();
    void takesNotesByteForByte();
    void foldersBecomeNotebooks();
    void readsPropertiesAndTimes();
    void picturesBecomeAttachments();
    void drawingsKeepEveryField();
    void embeddedPicturesOfThePlugIn();
    void twiceDoublesNothing();
    void changedFilesAreKeptBeside();
    void leavesOutWhatIsNotContent();
    void badFilesChangeNothing();
    void cancelKeepsWhatWasDone();
    void errorsOfTheStoreEndIt();
    void oneFile();
    void reportIsComplete();

private:
    void write(const QString &path, const QByteArray &bytes);
    ExchangeReport import(const ImportOptions &options = {});
    std::optional<Note> note(const QString &title);
    QList<DocumentSummary> all();

    std::unique_ptr<TestProfile> m_profile;
    std::unique_ptr<DocumentStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

using Remark = ExchangeReport::Remark;

QString folderName()
{
    return QStringLiteral("My vault");
}

QByteArray drawing(const QByteArray &elements, const QByteArray &more = {})
{
    return R"({"type":"excalidraw","version":2,"elements":)" + elements + more + "}";
}

} // namespace

void TestLibraryImport::init()
{
    m_store.reset();
    m_profile = std::make_unique<TestProfile>();
    m_store = m_profile->documents();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir(m_folder->path()).mkpath(folderName()));
}

void TestLibraryImport::write(const QString &path, const QByteArray &bytes)
{
    const QString target =
        m_folder->path() + QLatin1Char('/') + folderName() + QLatin1Char('/') + path;
    QVERIFY(QDir().mkpath(QFileInfo(target).path()));
    QFile file(target);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

ExchangeReport TestLibraryImport::import(const ImportOptions &options)
{
    return MarkdownFolderImport({*m_store, m_profile->clock, m_profile->random})
        .run(m_folder->path() + QLatin1Char('/') + folderName(), options);
}

QList<DocumentSummary> TestLibraryImport::all()
{
    return m_store->summaries({}).valueOr({});
}

std::optional<Note> TestLibraryImport::note(const QString &title)
{
    for (const DocumentSummary &summary : all()) {
        if (summary.title == title) {
            const auto document = m_store->load(summary.id);
            return document.ok() ? Note::fromDocument(document.value()) : std::nullopt;
        }
    }
    return std::nullopt;
}

void TestLibraryImport::takesNotesByteForByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no line end") << QByteArray("# Title\n\ntext");
    QTest::newRow("CR LF and CR") << QByteArray("a\r\nb\rc\n\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF# x\n");
    QTest::newRow("two byte order marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF# x\n");
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4);
    QTest::newRow("scripts")
        << QString::fromUtf8("مرحبا 水 e\u0301 👩‍👩‍👧\n").toUtf8();
    QTest::newRow("trailing blanks") << QByteArray("a  \n\t\n   ");
}

void TestLibraryImport::takesNotesByteForByte()
{
    QFETCH(QByteArray, bytes);
    write(QStringLiteral("a.md"), bytes);
    const ExchangeReport report = import();
    QVERIFY2(report.complete(), qPrintable(report.toText()));
    QCOMPARE(report.notes, 1);
    const auto taken = note(QStringLiteral("a"));
    QVERIFY(taken);
    QCOMPARE(textToUtf8(taken->text), bytes);
}

void TestLibraryImport::foldersBecomeNotebooks()
{
    write(QStringLiteral("top.md"), "1");
    write(QStringLiteral("Work/Plans/deep.md"), "2");
    write(QStringLiteral("Pictures/a.png"), "png");
    const ExchangeReport report = import();
    QCOMPARE(report.notebooks, 3); // none for a folder with pictures alone
    const auto notebooks = m_store->notebooks();
    QVERIFY(notebooks.ok());
    QHash<QString, Notebook> byTitle;
    for (const Notebook &notebook : notebooks.value())
        byTitle.insert(notebook.title, notebook);
    QVERIFY(byTitle.value(folderName()).parent.isEmpty());
    QCOMPARE(byTitle.value(QStringLiteral("Work")).parent, byTitle.value(folderName()).id);
    QCOMPARE(byTitle.value(QStringLiteral("Plans")).parent,
             byTitle.value(QStringLiteral("Work")).id);
    QCOMPARE(note(QStringLiteral("deep"))->header.notebook,
             byTitle.value(QStringLiteral("Plans")).id);

    init();
    write(QStringLiteral("top.md"), "1");
    const ExchangeReport flat = import({ImportOptions::Root::TopLevel, {}});
    QCOMPARE(flat.notebooks, 0);
    QVERIFY(note(QStringLiteral("top"))->header.notebook.isEmpty());
}

void TestLibraryImport::readsPropertiesAndTimes()
{
    const QByteArray text = "---\ntags: [Home, work]\ncreated: 2026-01-02\n---\ntext";
    write(QStringLiteral("a.md"), text);
    write(QStringLiteral("b.md"), "plain");
    QFile file(m_folder->path() + QLatin1Char('/') + folderName() + QStringLiteral("/b.md"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(1'600'000'000'000),
                             QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(import().tags, 2);
    const auto a = note(QStringLiteral("a"));
    QVERIFY(a);
    QCOMPARE(textToUtf8(a->text), text);
    QCOMPARE(a->header.created, 1767312000000);
    QCOMPARE(a->header.tags.size(), 2);
    QVERIFY(a->header.tags.contains(Tag::idForName(QStringLiteral("home"))));
    const auto b = note(QStringLiteral("b"));
    QVERIFY(b);
    QCOMPARE(b->header.created, 1'600'000'000'000);
    QCOMPARE(b->header.updated, 1'600'000'000'000);
}

void TestLibraryImport::picturesBecomeAttachments()
{
    const QByteArray big(1'200'000, 'x');
    write(QStringLiteral("img/a b.png"), big);
    write(QStringLiteral("latin.md"), "caf\xe9");
    write(QStringLiteral("empty.pdf"), {});
    const ExchangeReport report = import();
    QCOMPARE(report.attachments, 3);
    QCOMPARE(report.notes, 0);
    QCOMPARE(report.count(Remark::Warning), 1);
    const auto found = m_store->findAttachment(QStringLiteral("img/a b.png"));
    QVERIFY(found.ok());
    QCOMPARE(found.value().mime, QStringLiteral("image/png"));
    const auto bytes = m_store->attachmentBytes(found.value().id);
    QVERIFY(bytes.ok());
    QCOMPARE(bytes.value(), big);
    const auto text = m_store->findAttachment(QStringLiteral("latin.md"));
    QVERIFY(text.ok());
    QCOMPARE(m_store->attachmentBytes(text.value().id).valueOr({}), QByteArray("caf\xe9"));
}

void TestLibraryImport::drawingsKeepEveryField()
{
    const QByteArray elements =
        R"([{"id":"a","type":"rectangle","x":1.5,"index":"a0","future":{"k":[null,0.1]}},
            {"id":"b","type":"hologram","index":"a1"}])";
    write(QStringLiteral("Sketch.excalidraw"),
          drawing(elements, R"(,"appState":{"gridSize":20,"odd":1},"later":[1],"files":{
              "0123456789abcdef":{"id":"0123456789abcdef","mimeType":"image/png","created":5,
              "dataURL":"data:image/png;base64,AAEC"}})"));
    const ExchangeReport report = import();
    QCOMPARE(report.drawings, 1);
    QCOMPARE(report.elements, 2);
    QCOMPARE(all().size(), 1);
    QCOMPARE(all().first().title, QStringLiteral("Sketch"));
    const auto rows = m_store->elements(all().first().id);
    QVERIFY(rows.ok());
    QHash<QString, QJsonObject> stored;
    for (const Document &row : rows.value()) {
        const auto element = DrawingElement::fromDocument(row);
        QVERIFY(element);
        stored.insert(element->json.value(QStringLiteral("id")).toString(), element->json);
    }
    const QJsonArray expected = QJsonDocument::fromJson(elements).array();
    QCOMPARE(stored.size(), expected.size());
    for (const auto &element : expected)
        QCOMPARE(stored.value(element.toObject().value(QStringLiteral("id")).toString()),
                 element.toObject());
    const auto header = Drawing::fromDocument(m_store->load(all().first().id).value());
    QVERIFY(header);
    QCOMPARE(header->appState.value(QStringLiteral("odd")).toInt(), 1);
    QVERIFY(header->fileExtras.contains(QStringLiteral("later")));
    // The picture is found by the id that image elements carry.
    const auto picture = m_store->findAttachment(QStringLiteral("0123456789abcdef"));
    QVERIFY(picture.ok());
    QCOMPARE(m_store->attachmentBytes(picture.value().id).valueOr({}), QByteArray("\0\1\2", 3));
}

void TestLibraryImport::embeddedPicturesOfThePlugIn()
{
    write(QStringLiteral("img/cat.png"), "meow");
    write(QStringLiteral("Draw.excalidraw.md"),
          "---\nexcalidraw-plugin: parsed\n---\n# Excalidraw Data\n## Embedded Files\n"
          "0123456789abcdef: [[cat.png]]\n## Drawing\n```json\n"
              + drawing(R"([{"id":"a","type":"image","fileId":"0123456789abcdef","index":"a0"}])")
              + "\n```\n");
    const ExchangeReport report = import();
    QVERIFY2(report.entries.isEmpty(), qPrintable(report.toText()));
    QCOMPARE(report.drawings, 1);
    QCOMPARE(report.notes, 0);
    QCOMPARE(all().first().title, QStringLiteral("Draw"));
    const auto picture = m_store->findAttachment(QStringLiteral("0123456789abcdef"));
    QVERIFY(picture.ok());
    QCOMPARE(m_store->attachmentBytes(picture.value().id).valueOr({}), QByteArray("meow"));
}

void TestLibraryImport::twiceDoublesNothing()
{
    write(QStringLiteral("a.md"), "---\ntags: x\n---\n");
    write(QStringLiteral("copy/a.md"), "---\ntags: x\n---\n");
    write(QStringLiteral("d.excalidraw"), drawing(R"([{"id":"a"},{"id":"a"}])"));
    write(QStringLiteral("p.png"), "png");
    const ExchangeReport first = import();
    QCOMPARE(first.notes + first.drawings + first.attachments, 4);
    const int count = int(all().size());
    const ExchangeReport second = import();
    QVERIFY2(second.created.isEmpty(), qPrintable(second.toText()));
    QCOMPARE(second.unchanged, 4);
    QCOMPARE(second.notebooks, 0);
    QCOMPARE(second.tags, 0);
    QCOMPARE(int(all().size()), count);
}

void TestLibraryImport::changedFilesAreKeptBeside()
{
    write(QStringLiteral("a.md"), "old");
    QCOMPARE(import().notes, 1);
    write(QStringLiteral("a.md"), "new");
    const ExchangeReport second = import();
    QCOMPARE(second.notes, 1);
    QCOMPARE(second.count(Remark::Warning), 1);
    QCOMPARE(all().size(), 2);
    QCOMPARE(import().unchanged, 1);
}

void TestLibraryImport::leavesOutWhatIsNotContent()
{
    const QString outside = m_folder->path() + QStringLiteral("/secret.md");
    QFile secret(outside);
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.close();
    write(QStringLiteral(".obsidian/app.json"), "{}");
    write(QStringLiteral(".hidden.md"), "x");
    write(QStringLiteral("a.md"), "x");
    const QString root = m_folder->path() + QLatin1Char('/') + folderName();
    QVERIFY(QFile::link(outside, root + QStringLiteral("/out.md")));
    QVERIFY(QFile::link(root, root + QStringLiteral("/loop")));
    QVERIFY(QFile::link(root + QStringLiteral("/a.md"), root + QStringLiteral("/inside.md")));
    const ExchangeReport report = import();
    QCOMPARE(report.notes, 2); // a and the link to it
    QCOMPARE(report.count(Remark::Skipped), 4);
    QVERIFY(!note(QStringLiteral("out")));
}

void TestLibraryImport::badFilesChangeNothing()
{
    write(QStringLiteral("bad.excalidraw"), "{");
    write(QStringLiteral("deep.excalidraw"), drawing(QByteArray(100'000, '[')));
    write(QStringLiteral("good.md"), "x");
    write(QStringLiteral("huge.md"), QByteArray(11 * 1024 * 1024, 'x'));
    const ExchangeReport report = import();
    QVERIFY(report.complete());
    QCOMPARE(report.count(Remark::Failed), 3);
    QCOMPARE(report.notes, 1);
    QCOMPARE(all().size(), 1);
}

void TestLibraryImport::cancelKeepsWhatWasDone()
{
    for (int i = 0; i < 5; ++i)
        write(QStringLiteral("n%1.md").arg(i), "x");
    const ExchangeReport report =
        MarkdownFolderImport({*m_store, m_profile->clock, m_profile->random})
            .run(m_folder->path() + QLatin1Char('/') + folderName(),
                 {},
                 [](int done, int total, const QString &) { return total == 5 && done < 2; });
    QVERIFY(report.cancelled && !report.complete());
    QCOMPARE(report.notes, 2);
    QCOMPARE(all().size(), 2);
    QCOMPARE(import().notes, 3);
}

void TestLibraryImport::errorsOfTheStoreEndIt()
{
    const ExchangeReport none =
        MarkdownFolderImport({*m_store, m_profile->clock, m_profile->random})
            .run(m_folder->path() + QStringLiteral("/missing"));
    QVERIFY(!none.problem.isEmpty());
    QVERIFY(none.created.isEmpty());
    // A row that the store cannot take fails alone.
    const QByteArray text(1'000'000, 'x');
    write(QStringLiteral("a.md"), "x");
    write(QStringLiteral("z.md"), "x");
    const ExchangeReport report = import();
    QVERIFY(report.complete());
    QCOMPARE(report.notes, 2);
}

void TestLibraryImport::oneFile()
{
    write(QStringLiteral("sub/a.md"), "text");
    const QString path =
        m_folder->path() + QLatin1Char('/') + folderName() + QStringLiteral("/sub/a.md");
    const ImportTarget::World world{*m_store, m_profile->clock, m_profile->random};
    const ExchangeReport report = importFile(world, path);
    QCOMPARE(report.notes, 1);
    QCOMPARE(report.notebooks, 0);
    QCOMPARE(note(QStringLiteral("a"))->text, QStringLiteral("text"));
    QVERIFY(!importFile(world, path + QStringLiteral(".no")).problem.isEmpty());
}

void TestLibraryImport::reportIsComplete()
{
    write(QStringLiteral("a.md"), "x");
    write(QStringLiteral("bad.excalidraw"), "{");
    const ExchangeReport report = import();
    const QString text = report.toText();
    QVERIFY(text.contains(QStringLiteral("bad.excalidraw")));
    const QJsonObject json = report.toJson();
    QCOMPARE(json.value(QStringLiteral("notes")).toInt(), 1);
    QVERIFY(json.value(QStringLiteral("complete")).toBool());
    QCOMPARE(json.value(QStringLiteral("failed")).toArray().size(), 1);
    QCOMPARE(report.created.size(), 2); // the notebook and the note
}

QTEST_GUILESS_MAIN(TestLibraryImport)
#include "tst_libraryimport.moc"
