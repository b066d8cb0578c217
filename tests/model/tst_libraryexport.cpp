#include "model/exchange/libraryexport.h"
#include "model/exchange/libraryimport.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

/// A library into files and back: what comes back is what went out.
class TestLibraryExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void importOfAnExportIsTheSame();
    void filesAreWhatOtherProgramsExpect();
    void elementsLeaveAsTheyCame();
    void titlesBecomeNames();
    void overwritesOnlyWhenTold();
    void neverWritesThroughLinks();
    void hostilePathsStayInside();
    void oneNotebookAlone();
    void attachmentsStayBesideTheirNotes_data();
    void attachmentsStayBesideTheirNotes();
    void notebooksInACircle();
    void oneDocument();
    void failureIsReported();
    void filesThatAreNotHereAreNamed();

private:
    void save(const QList<Document> &documents);
    ExchangeReport exportAll(const ExportOptions &options = {});
    QByteArray file(const QString &path) const;
    QStringList files() const;

    std::unique_ptr<TestProfile> m_profile;
    std::unique_ptr<DocumentStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

using Remark = ExchangeReport::Remark;

/// A library without its ids: documents by notebook path and title.
QMap<QString, QString> contentOf(const DocumentStore &store)
{
    QHash<DocumentId, Notebook> notebooks;
    for (const Notebook &notebook : store.notebooks().valueOr({}))
        notebooks.insert(notebook.id, notebook);
    const auto pathOf = [&notebooks](DocumentId id) {
        QString path;
        for (; notebooks.contains(id); id = notebooks.value(id).parent)
            path.prepend(notebooks.value(id).title + QLatin1Char('/'));
        return path;
    };
    QHash<DocumentId, QString> tags;
    for (const Tag &tag : store.tags().valueOr({}))
        tags.insert(tag.id, tag.name);
    const auto describe = [&tags](const DocumentHeader &header) {
        QStringList names;
        for (const DocumentId &tag : header.tags)
            names += tags.value(tag);
        return QStringLiteral("%1 %2 %3 %4 ")
            .arg(header.created)
            .arg(header.updated)
            .arg(header.pinned)
            .arg(names.join(QLatin1Char(',')));
    };
    QMap<QString, QString> content;
    for (const Notebook &notebook : notebooks)
        content.insert(pathOf(notebook.id), QString::number(notebook.created));
    for (const DocumentSummary &summary : store.summaries({}).valueOr({})) {
        const Document document = store.load(summary.id).value();
        const QString name = pathOf(summary.notebook) + summary.title;
        if (const auto note = Note::fromDocument(document)) {
            content.insert(name + QStringLiteral(".md"), describe(note->header) + note->text);
        } else if (const auto drawing = Drawing::fromDocument(document)) {
            QMap<QString, QString> elements;
            for (const Document &row : store.elements(summary.id).valueOr({})) {
                const QJsonObject json = DrawingElement::fromDocument(row)->json;
                elements.insert(json.value(QStringLiteral("id")).toString(),
                                QString::fromUtf8(QJsonDocument(json).toJson()));
            }
            content.insert(name,
                           describe(drawing->header)
                               + QString::fromUtf8(QJsonDocument(drawing->appState).toJson()
                                                   + QJsonDocument(drawing->fileExtras).toJson())
                               + QStringList(elements.values()).join(QLatin1Char('\n')));
        }
    }
    for (const Attachment &attachment : store.attachments().valueOr({})) {
        if (!attachment.path.startsWith(QStringLiteral("excalidraw/")))
            content.insert(attachment.path, QString::fromLatin1(attachment.sha256.toHex()));
    }
    return content;
}

Note noteIn(const QString &id, const QString &title, const QString &notebook)
{
    Note note = build::note(id, title, QStringLiteral("text of ") + id);
    note.header.notebook = DocumentId(notebook);
    return note;
}

} // namespace

void TestLibraryExport::init()
{
    m_store.reset();
    m_profile = std::make_unique<TestProfile>();
    m_store = m_profile->documents();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestLibraryExport::save(const QList<Document> &documents)
{
    QVERIFY(m_store->save(documents, {HistoryReason::Imported, true}).ok());
}

ExchangeReport TestLibraryExport::exportAll(const ExportOptions &options)
{
    return LibraryExport(*m_store).run(m_folder->path() + QStringLiteral("/out"), options);
}

QByteArray TestLibraryExport::file(const QString &path) const
{
    QFile file(m_folder->path() + QStringLiteral("/out/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

QStringList TestLibraryExport::files() const
{
    const QDir root(m_folder->path() + QStringLiteral("/out"));
    QStringList paths;
    QDirIterator walk(root.path(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        paths += root.relativeFilePath(walk.next());
    paths.sort();
    return paths;
}

void TestLibraryExport::importOfAnExportIsTheSame()
{
    Notebook inner = build::notebook(QStringLiteral("nb2"), QStringLiteral("In: side?"));
    inner.parent = DocumentId(QStringLiteral("nb1"));
    inner.created = 77;
    Note tagged = noteIn(QStringLiteral("n1"), QStringLiteral("a/b: c"), QStringLiteral("nb2"));
    tagged.text = QStringLiteral("\uFEFFx\r\ny\rz");
    tagged.header.tags = {build::tag(QStringLiteral("Work/Now")).id};
    tagged.header.pinned = true;
    Drawing drawing = build::drawing(QStringLiteral("d1"), QString());
    drawing.appState = {{QStringLiteral("gridSize"), 10}};
    drawing.fileExtras = {{QStringLiteral("later"), true}};
    DrawingElement first = build::rectangle(QStringLiteral("d1"), QStringLiteral("z"));
    first.json.insert(QStringLiteral("index"), QStringLiteral("a0"));
    first.json.insert(QStringLiteral("unknown"), 0.1);
    DrawingElement second =
        build::textElement(QStringLiteral("d1"), QStringLiteral("a"), QStringLiteral("hi"));
    second.json.insert(QStringLiteral("index"), QStringLiteral("a1"));
    save(
        {build::notebook(QStringLiteral("nb1"), QStringLiteral("Outside")).toDocument(),
         build::notebook(QStringLiteral("nb3"), QStringLiteral("Empty")).toDocument(),
         inner.toDocument(),
         build::tag(QStringLiteral("Work/Now")).toDocument(),
         tagged.toDocument(),
         noteIn(QStringLiteral("n2"), QStringLiteral("a-b- c"), QStringLiteral("nb2")).toDocument(),
         noteIn(QStringLiteral("n3"), QStringLiteral("con"), {}).toDocument(),
         drawing.toDocument(),
         first.toDocument(),
         second.toDocument()});
    QVERIFY(m_store->addAttachment(QStringLiteral("img/a.png"), QStringLiteral("image/png"), "png")
                .ok());
    const ExchangeReport report = exportAll();
    QVERIFY2(report.complete() && report.entries.isEmpty(), qPrintable(report.toText()));

    TestProfile other(2);
    const auto target = other.documents();
    const ExchangeReport back =
        MarkdownFolderImport({*target, other.clock, other.random})
            .run(m_folder->path() + QStringLiteral("/out"), {ImportOptions::Root::TopLevel, {}});
    QVERIFY2(back.complete() && back.entries.isEmpty(), qPrintable(back.toText()));
    QCOMPARE(contentOf(*target), contentOf(*m_store));
}

void TestLibraryExport::filesAreWhatOtherProgramsExpect()
{
    Note note = noteIn(QStringLiteral("n1"), QStringLiteral("Plan"), {});
    note.text = QStringLiteral("\uFEFF# Plan\r\n");
    DrawingElement front = build::rectangle(QStringLiteral("d1"), QStringLiteral("a"));
    front.json.insert(QStringLiteral("index"), QStringLiteral("a1"));
    front.json.insert(QStringLiteral("fileId"), QStringLiteral("0123456789abcdef"));
    DrawingElement back = build::rectangle(QStringLiteral("d1"), QStringLiteral("b"));
    back.json.insert(QStringLiteral("index"), QStringLiteral("Zz"));
    save({note.toDocument(),
          build::drawing(QStringLiteral("d1"), QStringLiteral("Sketch")).toDocument(),
          front.toDocument(),
          back.toDocument()});
    QVERIFY(m_store
                ->addAttachment(QStringLiteral("excalidraw/d1/0123456789abcdef"),
                                QStringLiteral("image/png"),
                                QByteArray("\0\1\2", 3))
                .ok());
    exportAll();
    QCOMPARE(file(QStringLiteral("Plan.md")), QByteArray("\xEF\xBB\xBF# Plan\r\n"));
    const QJsonObject drawing =
        QJsonDocument::fromJson(file(QStringLiteral("Sketch.excalidraw"))).object();
    const QJsonArray elements = drawing.value(QStringLiteral("elements")).toArray();
    QCOMPARE(elements.size(), 2);
    QCOMPARE(elements[0].toObject(), back.json);
    QCOMPARE(elements[1].toObject(), front.json);
    const QJsonObject picture = drawing.value(QStringLiteral("files"))
                                    .toObject()
                                    .value(QStringLiteral("0123456789abcdef"))
                                    .toObject();
    QCOMPARE(picture.value(QStringLiteral("dataURL")).toString(),
             QStringLiteral("data:image/png;base64,AAEC"));
}

void TestLibraryExport::elementsLeaveAsTheyCame()
{
    // An old file without order keys, one key that does not rise, one that is null.
    const QByteArray elements =
        R"([{"id":"z"},{"id":"b","index":"a5"},{"id":"a","index":"a1"},{"id":"c","index":null}])";
    const QString path = m_folder->path() + QStringLiteral("/Old.excalidraw");
    QFile source(path);
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write(R"({"type":"excalidraw","elements":)" + elements + "}");
    source.close();
    QCOMPARE(importFile({*m_store, m_profile->clock, m_profile->random}, path).elements, 4);
    exportAll();
    const QJsonObject written =
        QJsonDocument::fromJson(file(QStringLiteral("Old.excalidraw"))).object();
    QCOMPARE(written.value(QStringLiteral("elements")).toArray(),
             QJsonDocument::fromJson(elements).array());

    // Once it was moved to another place in the order, its new key counts.
    const DocumentId drawing = m_store->summaries({}).value().first().id;
    for (const Document &row : m_store->elements(drawing).value()) {
        auto element = DrawingElement::fromDocument(row);
        if (element->json.value(QStringLiteral("id")) != QStringLiteral("z"))
            continue;
        element->json.insert(QStringLiteral("index"), QStringLiteral("a9"));
        save({element->toDocument()});
    }
    ExportOptions replace;
    replace.existing = ExportOptions::Existing::Replace;
    exportAll(replace);
    const QJsonArray moved = QJsonDocument::fromJson(file(QStringLiteral("Old.excalidraw")))
                                 .object()
                                 .value(QStringLiteral("elements"))
                                 .toArray();
    QCOMPARE(moved.last().toObject().value(QStringLiteral("index")).toString(),
             QStringLiteral("a9"));
}

void TestLibraryExport::titlesBecomeNames()
{
    save({noteIn(QStringLiteral("n1"), QStringLiteral("Same"), {}).toDocument(),
          noteIn(QStringLiteral("n2"), QStringLiteral("same"), {}).toDocument(),
          noteIn(QStringLiteral("n3"), QString(), {}).toDocument(),
          noteIn(QStringLiteral("n4"), QStringLiteral("../up"), {}).toDocument(),
          noteIn(QStringLiteral("n5"), QStringLiteral("x").repeated(400), {}).toDocument()});
    const ExchangeReport report = exportAll();
    QCOMPARE(report.notes, 5);
    const QStringList names = files();
    QVERIFY(names.contains(QStringLiteral("Untitled.md")));
    QVERIFY(names.contains(QStringLiteral("-up.md")));
    QCOMPARE(names.filter(QStringLiteral("same"), Qt::CaseInsensitive).size(), 2);
    QCOMPARE(names.size(), 6);
}

void TestLibraryExport::overwritesOnlyWhenTold()
{
    Note note = noteIn(QStringLiteral("n1"), QStringLiteral("Plan"), {});
    save({note.toDocument()});
    exportAll();
    QCOMPARE(exportAll().unchanged, 1);
    QFile changed(m_folder->path() + QStringLiteral("/out/Plan.md"));
    QVERIFY(changed.open(QIODevice::WriteOnly));
    changed.write("by hand");
    changed.close();
    const ExchangeReport kept = exportAll();
    QCOMPARE(kept.count(Remark::Failed), 1);
    QCOMPARE(kept.notes, 0);
    QCOMPARE(file(QStringLiteral("Plan.md")), QByteArray("by hand"));
    ExportOptions replace;
    replace.existing = ExportOptions::Existing::Replace;
    QCOMPARE(exportAll(replace).notes, 1);
    QCOMPARE(file(QStringLiteral("Plan.md")), note.text.toUtf8());
}

void TestLibraryExport::neverWritesThroughLinks()
{
    save({noteIn(QStringLiteral("n1"), QStringLiteral("Plan"), {}).toDocument()});
    const QString victim = m_folder->path() + QStringLiteral("/victim");
    QFile file(victim);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    QVERIFY(QDir().mkpath(m_folder->path() + QStringLiteral("/out")));
    QVERIFY(QFile::link(victim, m_folder->path() + QStringLiteral("/out/Plan.md")));
    ExportOptions replace;
    replace.existing = ExportOptions::Existing::Replace;
    QCOMPARE(exportAll(replace).count(Remark::Failed), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestLibraryExport::hostilePathsStayInside()
{
    const QString out = QStringLiteral("../../evil.sh");
    QVERIFY(m_store->addAttachment(out, QStringLiteral("text/plain"), "x").ok());
    QVERIFY(m_store->addAttachment(QStringLiteral("/abs/evil.sh"), {}, "y").ok());
    const ExchangeReport report = exportAll();
    QCOMPARE(report.attachments, 2);
    QCOMPARE(files(),
             QStringList({QStringLiteral("abs/evil.sh"),
                          QStringLiteral("evil.sh"),
                          QStringLiteral("sheaf-export.json")}));
}

void TestLibraryExport::oneNotebookAlone()
{
    Notebook inner = build::notebook(QStringLiteral("nb2"), QStringLiteral("Inner"));
    inner.parent = DocumentId(QStringLiteral("nb1"));
    Note naming = noteIn(QStringLiteral("n2"), QStringLiteral("Names"), QStringLiteral("nb2"));
    naming.text = QStringLiteral("![](img/my%20cat.png)");
    save({build::notebook(QStringLiteral("nb1"), QStringLiteral("Outer")).toDocument(),
          inner.toDocument(),
          noteIn(QStringLiteral("n1"), QStringLiteral("Elsewhere"), {}).toDocument(),
          naming.toDocument()});
    QVERIFY(m_store->addAttachment(QStringLiteral("img/my cat.png"), {}, "cat").ok());
    QVERIFY(m_store->addAttachment(QStringLiteral("img/dog.png"), {}, "dog").ok());
    ExportOptions options;
    options.scope = ExportOptions::Scope::Notebook;
    options.notebook = DocumentId(QStringLiteral("nb1"));
    exportAll(options);
    QCOMPARE(files(),
             QStringList({QStringLiteral("Inner/Names.md"),
                          QStringLiteral("img/my cat.png"),
                          QStringLiteral("sheaf-export.json")}));
}

void TestLibraryExport::attachmentsStayBesideTheirNotes_data()
{
    QTest::addColumn<bool>("notebookAlone");
    QTest::addColumn<QString>("above");
    QTest::newRow("library") << false << QStringLiteral("Vault/");
    QTest::newRow("the folder's notebook") << true << QString();
}

/// Else the links between the files would lead nowhere.
void TestLibraryExport::attachmentsStayBesideTheirNotes()
{
    QFETCH(bool, notebookAlone);
    QFETCH(QString, above);
    const QString vault = m_folder->path() + QStringLiteral("/Vault");
    QVERIFY(QDir().mkpath(vault + QStringLiteral("/Trip/img")));
    for (const QString &name :
         {QStringLiteral("/Trip/Day.md"), QStringLiteral("/Trip/img/cat.png")}) {
        QFile file(vault + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("![](img/cat.png)");
    }
    QVERIFY(MarkdownFolderImport({*m_store, m_profile->clock, m_profile->random})
                .run(vault)
                .complete());
    ExportOptions options;
    if (notebookAlone) {
        options.scope = ExportOptions::Scope::Notebook;
        for (const Notebook &notebook : m_store->notebooks().valueOr({})) {
            if (notebook.parent.isEmpty())
                options.notebook = notebook.id;
        }
    }
    exportAll(options);
    QCOMPARE(files(),
             QStringList({above + QStringLiteral("Trip/Day.md"),
                          above + QStringLiteral("Trip/img/cat.png"),
                          QStringLiteral("sheaf-export.json")}));
}

void TestLibraryExport::notebooksInACircle()
{
    Notebook a = build::notebook(QStringLiteral("nb1"), QStringLiteral("A"));
    Notebook b = build::notebook(QStringLiteral("nb2"), QStringLiteral("B"));
    a.parent = b.id;
    b.parent = a.id;
    save({a.toDocument(),
          b.toDocument(),
          noteIn(QStringLiteral("n1"), QStringLiteral("N"), QStringLiteral("nb1")).toDocument()});
    const ExchangeReport report = exportAll();
    QVERIFY(report.complete());
    QCOMPARE(report.notes, 1);
}

void TestLibraryExport::oneDocument()
{
    const Note note = noteIn(QStringLiteral("n1"), QStringLiteral("Plan"), {});
    save({note.toDocument()});
    const QString path = m_folder->path() + QStringLiteral("/one.md");
    const auto keep = ExportOptions::Existing::Keep;
    QVERIFY(exportDocument(*m_store, note.header.id, path, keep).ok());
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadWrite));
    QCOMPARE(written.readAll(), note.text.toUtf8());
    written.write("more");
    written.close();
    QVERIFY(!exportDocument(*m_store, note.header.id, path, keep).ok());
    QVERIFY(exportDocument(*m_store, note.header.id, path, ExportOptions::Existing::Replace).ok());
    QVERIFY(!exportDocument(*m_store, DocumentId(QStringLiteral("no")), path, keep).ok());
}

void TestLibraryExport::failureIsReported()
{
    QFile blocker(m_folder->path() + QStringLiteral("/out"));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const ExchangeReport report = exportAll();
    QVERIFY(!report.complete());
    QVERIFY(!report.problem.isEmpty());
}

void TestLibraryExport::filesThatAreNotHereAreNamed()
{
    Attachment attachment;
    attachment.id = DocumentId(QStringLiteral("far"));
    attachment.path = QStringLiteral("img/far.png");
    attachment.name = QStringLiteral("far.png");
    attachment.size = 1;
    attachment.sha256 = QByteArray(32, 's');
    attachment.chunks = {QByteArray(32, 'c')};
    save({attachment.toDocument()});
    const ExchangeReport report = exportAll();
    QCOMPARE(report.attachments, 0);
    QCOMPARE(report.count(ExchangeReport::Remark::Failed), 1);
    QVERIFY(report.toText().contains(QStringLiteral("img/far.png")));
}

QTEST_GUILESS_MAIN(TestLibraryExport)
#include "tst_libraryexport.moc"
