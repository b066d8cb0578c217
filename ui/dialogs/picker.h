#pragma once

#include "model/base/ids.h"

#include <QDialog>
#include <QIcon>
#include <QList>

#include <functional>

class QLineEdit;
class QListWidget;

/// One box to choose something by typing parts of its name: documents, notebooks.
class Picker : public QDialog
{
    Q_OBJECT

public:
    struct Entry
    {
        DocumentId id;
        QString text;
        QString detail; ///< Where it is; shown faintly.
        QIcon icon;
    };

    /// Opens over `parent` and goes away by itself. `chosen` gets the entry's id.
    static Picker *open(QWidget *parent,
                        const QString &title,
                        const QList<Entry> &entries,
                        std::function<void(const DocumentId &)> chosen);

    /// Offers to create what was typed if nothing has this name.
    void offerCreation(const QString &label, std::function<void(const QString &)> create);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Picker(QWidget *parent, const QString &title);
    void filter();
    void accept() override;

    QLineEdit *m_words;
    QListWidget *m_list;
    QList<Entry> m_entries;
    std::function<void(const DocumentId &)> m_chosen;
    QString m_createLabel;
    std::function<void(const QString &)> m_create;
};

/// How well `words` (parts in any order, else letters in order) match `text`; below 0: not.
int matchScore(const QString &words, const QString &text);
