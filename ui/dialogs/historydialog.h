#pragma once

#include "model/store/documentstore.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QTextEdit;
class StoreThread;

/// Earlier states of a note or a drawing's header: what changed since, and a way back. Restoring
/// is an edit like any other; nothing in the history goes away.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(StoreThread &store,
                  const DocumentId &id,
                  QWidget *parent = nullptr);

signals:
    void restored();

private:
    void load();
    void showEntry(int row);
    void restore();

    StoreThread &m_store;
    DocumentId m_id;
    QList<HistoryEntry> m_entries;
    Document m_current;
    Document m_selected;
    QListWidget *m_list;
    QTextEdit *m_text;
    QLabel *m_hint;
    QPushButton *m_restore;
};
