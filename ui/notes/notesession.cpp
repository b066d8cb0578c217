#include "ui/notes/notesession.h"

#include "model/merge/textmerge.h"
#include "model/store/storethread.h"
#include "ui/notes/notedocument.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <chrono>
#include <memory>

namespace {

using namespace std::chrono_literals;

constexpr auto kPause = 600ms; ///< "After a pause of under a second".
constexpr auto kLongest = 3s;
constexpr auto kFirstRetry = 2s;
constexpr auto kLongestRetry = 30s;

template <typename T>
T chooseField(const T &base, const T &mine, const T &stored)
{
    return mine == base ? stored : mine;
}

QList<DocumentId> mergeSets(const QList<DocumentId> &base,
                            const QList<DocumentId> &mine,
                            const QList<DocumentId> &stored)
{
    QList<DocumentId> merged = stored;
    for (const DocumentId &id : mine) {
        if (!base.contains(id) && !merged.contains(id))
            merged.append(id);
    }
    merged.removeIf([&](const DocumentId &id) { return base.contains(id) && !mine.contains(id); });
    std::sort(merged.begin(), merged.end());
    return merged;
}

/// Job of a save: what the window knew, what it has, and what came of it. Another device's change
/// that the window has not seen yet is merged by the store, in one transaction with the save; where
/// it clashes, a conflict opens.
struct SaveWork
{
    Note base;
    Note mine;
    Note stored;

    Result<SaveReceipt, StoreError> run(DocumentStore &store)
    {
        SaveOptions options;
        options.loaded = {base.toDocument()};
        auto receipt = store.save({mine.toDocument()}, options);
        if (!receipt.ok())
            return receipt;
        const auto after = store.load(mine.header.id);
        const auto read = after.ok() ? Note::fromDocument(after.value()) : std::nullopt;
        stored = read.value_or(mine);
        return receipt;
    }
};

} // namespace

QString SaveState::words() const
{
    switch (kind) {
    case Kind::Saved:
        return NoteSession::tr("Saved");
    case Kind::Waiting:
    case Kind::Saving:
        return NoteSession::tr("Saving…");
    case Kind::Failed:
        return NoteSession::tr("Not saved: %1").arg(reason);
    }
    return {};
}

UnsavedMerge mergeUnsaved(const Note &base, const Note &mine, const Note &stored)
{
    UnsavedMerge result;
    Note &merged = result.merged;
    merged = stored;
    const DocumentHeader &b = base.header;
    const DocumentHeader &m = mine.header;
    const DocumentHeader &s = stored.header;
    merged.header.title = chooseField(b.title, m.title, s.title);
    merged.header.notebook = chooseField(b.notebook, m.notebook, s.notebook);
    merged.header.pinned = chooseField(b.pinned, m.pinned, s.pinned);
    merged.header.trashed = chooseField(b.trashed, m.trashed, s.trashed);
    merged.header.tags = mergeSets(b.tags, m.tags, s.tags);
    result.clash = m.title != b.title && s.title != b.title && m.title != s.title;
    if (mine.text == base.text) {
        merged.text = stored.text;
    } else if (stored.text == base.text) {
        merged.text = mine.text;
    } else {
        const TextMerge text = mergeText(base.text, mine.text, stored.text);
        merged.text = text.merged();
        result.clash = result.clash || !text.clean();
    }
    return result;
}

NoteSession::NoteSession(StoreThread &store, const DocumentId &id, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_id(id)
    , m_document(new NoteDocument(this))
{
    for (QTimer *timer : {&m_pause, &m_longest, &m_retry}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &NoteSession::flush);
    }
    m_pause.setInterval(kPause);
    m_longest.setInterval(kLongest);
    // The highlighter raises this as well. A document that was edited counts as modified, but for
    // its first edit only after this signal: then the text itself is asked, once.
    connect(m_document, &QTextDocument::contentsChange, this, [this] {
        if (!m_loaded || m_adopting)
            return;
        if (m_document->isModified())
            scheduleSave();
        else
            QMetaObject::invokeMethod(this, &NoteSession::noticeFirstEdit, Qt::QueuedConnection);
    });
}

NoteSession::~NoteSession() = default;

void NoteSession::noticeFirstEdit()
{
    if (m_loaded && m_document->text() != m_base.text)
        scheduleSave();
}

Note NoteSession::current() const
{
    Note note = m_base;
    note.header.title = m_title;
    note.text = m_document->text();
    return note;
}

void NoteSession::setTitle(const QString &title)
{
    if (!m_loaded || title == m_title)
        return;
    m_title = title;
    scheduleSave();
}

void NoteSession::scheduleSave()
{
    m_pause.start();
    if (!m_longest.isActive())
        m_longest.start();
    if (m_state.kind == SaveState::Kind::Saved)
        setState({SaveState::Kind::Waiting, {}});
}

void NoteSession::flush()
{
    if (!m_loaded || isSettled())
        return;
    if (m_saving)
        m_saveAgain = true;
    else
        save();
}

void NoteSession::save()
{
    m_pause.stop();
    m_longest.stop();
    m_retry.stop();
    const Note mine = current();
    if (mine == m_base) {
        setState({});
        return;
    }
    m_saving = true;
    m_saveAgain = false;
    setState({SaveState::Kind::Saving, {}});
    auto work = std::make_shared<SaveWork>(SaveWork{m_base, mine, {}});
    m_store.write(
        this,
        [work](DocumentStore &store) { return work->run(store); },
        [this, work](const Result<SaveReceipt, StoreError> &receipt) {
            m_saving = false;
            if (receipt.ok())
                onSaved(work->mine, work->stored);
            else
                onSaveFailed(receipt.error());
        });
}

void NoteSession::onSaved(const Note &sent, const Note &stored)
{
    m_failures = 0;
    adopt(stored, sent);
    if (m_saveAgain && !isSettled())
        save();
}

void NoteSession::onSaveFailed(const StoreError &error)
{
    setState({SaveState::Kind::Failed, error.userMessage()});
    const auto delay = kFirstRetry * (1 << qMin(m_failures, 4));
    ++m_failures;
    m_retry.start(std::min<std::chrono::milliseconds>(delay, kLongestRetry));
}

void NoteSession::adopt(const Note &stored, const Note &ancestor)
{
    const Note now = current();
    const bool headerDiffers = stored.header != m_base.header;
    UnsavedMerge merge = mergeUnsaved(ancestor, now, stored);
    if (merge.merged.text != now.text) {
        const QScopedValueRollback adopting(m_adopting, true);
        emit aboutToAdopt();
        m_document->changeTo(merge.merged.text);
        emit adopted();
    }
    m_title = merge.merged.header.title;
    m_base = stored;
    if (headerDiffers)
        emit headerChanged();
    const bool differs = m_title != stored.header.title || merge.merged.text != stored.text;
    if (!differs) {
        m_pause.stop();
        m_longest.stop();
        m_document->setModified(false);
        setState({});
    } else if (m_state.kind != SaveState::Kind::Failed) {
        setState({SaveState::Kind::Waiting, {}});
        m_pause.start();
    }
    if (merge.clash && differs)
        emit overruled();
}

void NoteSession::reload()
{
    m_store.run(
        this,
        [id = m_id](DocumentStore &store) { return store.load(id); },
        [this](const Result<Document, StoreError> &answer) {
            if (!answer.ok()) {
                if (!m_loaded)
                    emit loadFailed(answer.error().userMessage());
                return;
            }
            const auto note = Note::fromDocument(answer.value());
            if (!note) {
                if (!m_loaded || isSettled())
                    emit gone();
                return;
            }
            if (!m_loaded) {
                m_base = *note;
                m_title = note->header.title;
                m_document->setText(note->text);
                m_loaded = true;
                emit loaded();
                return;
            }
            // A save on its way answers with what the store has; asking twice would only confuse.
            if (m_saving || *note == m_base)
                return;
            if (!isSettled() && mergeUnsaved(m_base, current(), *note).clash)
                save(); // what was typed here is kept, and the store opens a conflict
            else
                adopt(*note, m_base);
        });
}

void NoteSession::setState(SaveState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    emit saveStateChanged(m_state);
}
