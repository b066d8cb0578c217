#include "tests/ui/windowfixture.h"

#include "model/document/documentcodec.h"
#include "tests/ui/failingstore.h"
#include "ui/theme.h"

#include <QApplication>
#include <QtTest>

namespace {

template <typename T, typename E>
T must(Result<T, E> result)
{
    if (!result.ok())
        qFatal("the test's set-up failed");
    return std::move(result).value();
}

BaseState baseOf(const Document &document, std::uint64_t sequence)
{
    RowState state;
    state.kind = document.kind;
    state.deleted = document.deleted;
    state.body = encodeBody(document);
    return {mintRevision(std::nullopt, document.deleted, state.body), sequence, state};
}

} // namespace

WindowFixture::WindowFixture()
    : store([this] { return openStore(); })
    , direct(must(openProfileStore(databasePath(), dependencies())))
    , replica(must(openReplicaStore(databasePath(), dependencies())))
    , backend(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , settings(backend)
{
    settings.setTheme(Theme::Mode::Light);
    Theme::apply(*qApp, Theme::Mode::Light);
}

WindowFixture::~WindowFixture() = default;

Result<std::unique_ptr<DocumentStore>, StoreError> WindowFixture::openStore()
{
    auto opened = openProfileStore(databasePath(), dependencies());
    if (!opened.ok())
        return opened.error();
    return std::unique_ptr<DocumentStore>(
        std::make_unique<FailingStore>(std::move(opened).value(), diskFull));
}

MainWindow &WindowFixture::window()
{
    if (!m_window) {
        m_window =
            std::make_unique<MainWindow>(MainWindow::Dependencies{store, clock, random, settings});
        m_window->show();
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            qFatal("no window");
    }
    return *m_window;
}

void WindowFixture::closeWindow()
{
    m_window.reset();
}

DocumentId WindowFixture::addNote(const QString &title,
                                  const QString &text,
                                  const DocumentId &notebook,
                                  const QStringList &tags)
{
    Note note;
    note.header.id = newDocumentId(random);
    note.header.title = title;
    note.header.notebook = notebook;
    note.header.created = toMilliseconds(clock.now());
    note.text = text;
    QList<Document> rows;
    for (const QString &name : tags) {
        Tag tag;
        tag.name = name;
        tag.id = Tag::idForName(name);
        note.header.tags.append(tag.id);
        rows.append(tag.toDocument());
    }
    std::sort(note.header.tags.begin(), note.header.tags.end());
    rows.append(note.toDocument());
    save(rows);
    return note.header.id;
}

void WindowFixture::save(const QList<Document> &documents)
{
    const SaveReceipt receipt = must(direct->save(documents));
    store.noteRemoteChange(receipt.ids);
}

std::optional<Note> WindowFixture::note(const DocumentId &id)
{
    const auto loaded = direct->load(id);
    return loaded.ok() ? Note::fromDocument(loaded.value()) : std::nullopt;
}

void WindowFixture::remoteChange(const DocumentId &id, const QString &text)
{
    Note changed = note(id).value();
    changed.text = text;
    const BaseState master = baseOf(changed.toDocument(), ++m_sequence);
    const auto ids = must(replica->transact([&](ReplicaTransaction &transaction) {
        return transaction.putClean(id, master, RowOrigin::Pulled, QStringLiteral("Laptop"));
    }));
    store.noteRemoteChange(ids);
}

void WindowFixture::makeConflict(const DocumentId &id,
                                 const QString &base,
                                 const QString &mine,
                                 const QString &theirs)
{
    remoteChange(id, base);
    Note here = note(id).value();
    here.text = mine;
    save({here.toDocument()});
    Note there = here;
    there.text = theirs;
    openElementConflict(here.toDocument(), there.toDocument());
}

void WindowFixture::openElementConflict(const Document &mine, const Document &theirs)
{
    ConflictRecord record;
    record.master = baseOf(theirs, ++m_sequence);
    record.device = QStringLiteral("Laptop");
    record.masterTimeMs = toMilliseconds(clock.now()) - 180'000;
    const auto ids = must(replica->transact([&](ReplicaTransaction &transaction) {
        return transaction.openConflict(mine.id, record);
    }));
    store.noteRemoteChange(ids);
}
