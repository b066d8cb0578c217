#pragma once

#include "model/base/ids.h"
#include "model/store/documentstore.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QFont>
#include <QString>

class QSettings;

/// What the window remembers on this device between starts: typed access to one settings file.
/// Writes reach the disk when Qt finds time (QSettings); nothing here is worth waiting for.
class UiSettings
{
public:
    /// `backend` must outlive this.
    explicit UiSettings(QSettings &backend);

    Theme::Mode theme() const;
    void setTheme(Theme::Mode mode);

    /// Empty family: the system's font.
    QString editorFamily() const;
    void setEditorFamily(const QString &family);
    int editorPointSize() const; ///< 8 to 40
    void setEditorPointSize(int points);
    int lineWidth() const; ///< Characters in a line of a note; 0: as wide as the window.
    void setLineWidth(int characters);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    QByteArray splitter() const;
    void setSplitter(const QByteArray &state);
    bool sideBarShown() const;
    void setSideBarShown(bool shown);
    bool listShown() const;
    void setListShown(bool shown);

    DocumentId lastDocument() const;
    void setLastDocument(const DocumentId &id);
    /// What the side bar showed last; sorting is kept per place.
    ListQuery lastPlace() const;
    void setLastPlace(const ListQuery &query);
    ListQuery::Sort sortOf(const ListQuery &query) const;
    void setSort(const ListQuery &query);

    /// Scroll place, zoom and tool of one drawing, as the canvas packs it.
    QByteArray viewState(const DocumentId &drawing) const;
    void setViewState(const DocumentId &drawing, const QByteArray &state);

    // Sync: the window shows and asks for these; the program hands them to the sync worker.
    QString canisterUrl() const;
    QString canisterId() const;
    void setCanister(const QString &url, const QString &id);
    int pollSeconds() const; ///< 1 to 3600
    /// Attachments up to this size come by themselves; 0: only those that are shown, -1: all.
    int fetchMegabytes() const;
    void setFetchMegabytes(int megabytes);
    void setPollSeconds(int seconds);
    bool workOffline() const;
    void setWorkOffline(bool offline);

private:
    QSettings &m_backend;
};
