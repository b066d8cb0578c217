#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QListWidget;

/// Which tags some documents carry: boxes for the known ones, a field for new ones.
class TagsDialog : public QDialog
{
    Q_OBJECT

public:
    struct Choice
    {
        QString name;
        Qt::CheckState state = Qt::Unchecked; ///< Partially: some of the documents.
    };
    TagsDialog(const QList<Choice> &choices, QWidget *parent);

    QStringList added() const;
    QStringList removed() const;

private:
    QList<Choice> m_before;
    QListWidget *m_list;
    QLineEdit *m_new;
};
