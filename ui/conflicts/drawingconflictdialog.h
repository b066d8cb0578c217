#pragma once

#include "model/merge/resolution.h"
#include "ui/document/scenepicture.h"

#include <QDialog>
#include <QList>

class QComboBox;
class QLabel;
class QTableWidget;

/// The pictures of both sides with what differs outlined, and a list of the elements to choose by
/// one. Changes nothing by itself.
class DrawingConflictDialog : public QDialog
{
    Q_OBJECT

public:
    /// `conflicts`: open conflicts of this drawing's rows. `mine`: the drawing as it is here.
    DrawingConflictDialog(const QList<OpenConflict> &conflicts,
                          const DrawingContent &mine,
                          qint64 nowMs,
                          QWidget *parent = nullptr);

    void setPosition(int number, int count);
    void chooseAll(ConflictChoice choice);
    ConflictChoice choiceOf(int row) const;

signals:
    /// One choice for each conflict, in their order.
    void solved(const QList<ConflictChoice> &choices);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void accept() override;

private:
    QWidget *buildPictures(qint64 nowMs);
    void buildList();
    QWidget *buildButtons();
    void renderPictures();
    void showPicture(QLabel *label, const DrawingContent &content);

    QList<OpenConflict> m_conflicts;
    DrawingContent m_mine;
    DrawingContent m_theirs;
    QString m_otherDevice;
    QLabel *m_minePicture;
    QLabel *m_theirsPicture;
    QTableWidget *m_list;
    QList<QComboBox *> m_choices;
    int m_generation = 0; ///< Pictures of an older size are dropped.
};
