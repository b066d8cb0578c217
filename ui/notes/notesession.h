#pragma once

#include "model/document/document.h"
#include "model/store/storeerror.h"

#include <QObject>
#include <QString>
#include <QTimer>

class NoteDocument;
class StoreThread;

/// Whether what is on the screen is on the disk; never says Saved before the store's answer.
struct SaveState
{
    enum class Kind { Saved, Waiting, Saving, Failed };
    Kind kind = Kind::Saved;
    QString reason; ///< For Failed: what happened, what it means, what can be done.

    QString words() const;
    friend bool operator==(const SaveState &, const SaveState &) = default;
};

/// What `merged` keeps of two changes to one note, and whether they touched the same words.
struct UnsavedMerge
{
    Note merged;
    bool clash = false; ///< This side's words were kept; the other side's are in the history.
};
UnsavedMerge mergeUnsaved(const Note &base, const Note &mine, const Note &stored);

/// One note while it is open or has unsaved text: its document with undo history, and the saving of
/// it. Lives on the GUI thread; outlives the editor that shows it.
class NoteSession : public QObject
{
    Q_OBJECT

public:
    NoteSession(StoreThread &store, const DocumentId &id, QObject *parent = nullptr);
    ~NoteSession() override;

    const DocumentId &id() const { return m_id; }
    bool isLoaded() const { return m_loaded; }
    NoteDocument *document() const { return m_document; }
    const DocumentHeader &header() const { return m_base.header; }
    const QString &title() const { return m_title; }
    const SaveState &saveState() const { return m_state; }
    /// Nothing here that the store does not have.
    bool isSettled() const { return m_state.kind == SaveState::Kind::Saved; }

    /// Where the cursor and the view were when the note was left.
    struct View
    {
        int anchor = 0;
        int position = 0;
        int top = 0;
    };
    View view;

public slots:
    void setTitle(const QString &title);
    /// Saves now what waits for a pause; also the "try again" of a failed save.
    void flush();
    /// Takes what the store has: changes of other devices, of lists, of a solved conflict.
    void reload();

signals:
    void loaded();
    void loadFailed(const QString &reason);
    void saveStateChanged(const SaveState &state);
    void headerChanged();
    /// About to change the text from outside, and done: the view keeps its place.
    void aboutToAdopt();
    void adopted();
    /// Another device changed the very words that were being typed.
    void overruled();
    /// Deleted for ever, and nothing unsaved here.
    void gone();

private:
    Note current() const;
    void scheduleSave();
    void save();
    void noticeFirstEdit();
    void onSaved(const Note &sent, const Note &stored);
    void onSaveFailed(const StoreError &error);
    /// The store holds `stored`; this text had come from `ancestor`.
    void adopt(const Note &stored, const Note &ancestor);
    void setState(SaveState state);

    StoreThread &m_store;
    DocumentId m_id;
    NoteDocument *m_document;
    Note m_base; ///< What the store has, as far as is known here.
    QString m_title;
    SaveState m_state;
    QTimer m_pause; ///< Since the last key.
    QTimer m_longest; ///< Since the first unsaved key: fast typists are saved, too.
    QTimer m_retry;
    bool m_loaded = false;
    bool m_saving = false;
    bool m_saveAgain = false;
    bool m_adopting = false;
    int m_failures = 0;
};
