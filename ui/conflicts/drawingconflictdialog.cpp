#include "ui/conflicts/drawingconflictdialog.h"

#include "ui/library/timewords.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace {

QString typeWord(const QString &type)
{
    const std::pair<QLatin1String, QString> words[] = {
        {QLatin1String("rectangle"), DrawingConflictDialog::tr("Rectangle")},
        {QLatin1String("ellipse"), DrawingConflictDialog::tr("Ellipse")},
        {QLatin1String("diamond"), DrawingConflictDialog::tr("Diamond")},
        {QLatin1String("line"), DrawingConflictDialog::tr("Line")},
        {QLatin1String("arrow"), DrawingConflictDialog::tr("Arrow")},
        {QLatin1String("freedraw"), DrawingConflictDialog::tr("Pen stroke")},
        {QLatin1String("text"), DrawingConflictDialog::tr("Text")},
        {QLatin1String("image"), DrawingConflictDialog::tr("Picture")},
        {QLatin1String("frame"), DrawingConflictDialog::tr("Frame")},
    };
    for (const auto &[name, word] : words) {
        if (type == name)
            return word;
    }
    return type.isEmpty() ? DrawingConflictDialog::tr("Title and settings") : type;
}

QString describe(const OpenConflict &conflict)
{
    const auto mine = DrawingElement::fromDocument(conflict.mine);
    const auto theirs = DrawingElement::fromDocument(conflict.master);
    const QJsonObject json = mine ? mine->json : theirs ? theirs->json : QJsonObject();
    QString text = typeWord(json.value(QStringLiteral("type")).toString());
    const QString words = json.value(QStringLiteral("text")).toString().simplified().left(40);
    if (!words.isEmpty())
        text += QStringLiteral(" “%1”").arg(words);
    return text;
}

QString change(const Document &side)
{
    return side.deleted ? DrawingConflictDialog::tr("deleted")
                        : DrawingConflictDialog::tr("changed");
}

} // namespace

DrawingConflictDialog::DrawingConflictDialog(const QList<OpenConflict> &conflicts,
                                             const DrawingContent &mine,
                                             qint64 nowMs,
                                             QWidget *parent)
    : QDialog(parent)
    , m_conflicts(conflicts)
    , m_mine(mine)
    , m_theirs(mine)
    , m_otherDevice(conflicts.isEmpty() || conflicts.first().masterDevice.isEmpty()
                        ? tr("Other device")
                        : conflicts.first().masterDevice)
    , m_minePicture(new QLabel(this))
    , m_theirsPicture(new QLabel(this))
    , m_list(new QTableWidget(this))
{
    setWindowTitle(tr("Drawing changed on two devices"));
    setModal(true);
    resize(1000, 680);
    for (const OpenConflict &conflict : conflicts) {
        m_theirs.elements.removeIf(
            [&conflict](const DrawingElement &element) { return element.rowId() == conflict.id; });
        if (const auto element = DrawingElement::fromDocument(conflict.master))
            m_theirs.elements.append(*element);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(10);
    auto *hint = new QLabel(
        tr("“%1”: %n element(s) changed here and on %2. They are outlined; everything else is "
           "merged.",
           nullptr,
           int(conflicts.size()))
            .arg(mine.drawing.header.title.isEmpty() ? tr("A drawing") : mine.drawing.header.title,
                 m_otherDevice),
        this);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    layout->addWidget(buildPictures(nowMs), 3);
    buildList();
    layout->addWidget(m_list, 1);
    layout->addWidget(buildButtons());
}

QWidget *DrawingConflictDialog::buildPictures(qint64 nowMs)
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    std::int64_t mineTime = 0;
    std::int64_t masterTime = 0;
    for (const OpenConflict &conflict : std::as_const(m_conflicts)) {
        mineTime = qMax(mineTime, conflict.mineTime);
        masterTime = qMax(masterTime, conflict.masterTime);
    }
    const auto addSide = [&](QLabel *picture, const QString &name, std::int64_t moment) {
        auto *side = new QVBoxLayout;
        auto *heading = new QLabel(box);
        heading->setTextFormat(Qt::RichText);
        heading->setText(
            tr("<b>%1</b><br>%2 (%3)")
                .arg(name.toHtmlEscaped(), fullTime(moment), relativeTime(moment, nowMs)));
        picture->setAlignment(Qt::AlignCenter);
        picture->setFrameShape(QFrame::StyledPanel);
        picture->setMinimumSize(240, 180);
        picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
        picture->setAccessibleName(tr("Picture of %1").arg(name));
        side->addWidget(heading);
        side->addWidget(picture, 1);
        layout->addLayout(side, 1);
    };
    addSide(m_minePicture, tr("This device"), mineTime);
    addSide(m_theirsPicture, m_otherDevice, masterTime);
    return box;
}

void DrawingConflictDialog::buildList()
{
    m_list->setColumnCount(4);
    m_list->setHorizontalHeaderLabels(
        {tr("Element"), tr("This device"), m_otherDevice, tr("Keep")});
    m_list->setAccessibleName(tr("Changed elements"));
    m_list->verticalHeader()->hide();
    m_list->setShowGrid(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    m_list->setRowCount(int(m_conflicts.size()));
    for (int row = 0; row < m_conflicts.size(); ++row) {
        const OpenConflict &conflict = m_conflicts[row];
        m_list->setItem(row, 0, new QTableWidgetItem(describe(conflict)));
        m_list->setItem(row, 1, new QTableWidgetItem(change(conflict.mine)));
        m_list->setItem(row, 2, new QTableWidgetItem(change(conflict.master)));
        auto *choice = new QComboBox(m_list);
        choice->setAccessibleName(tr("Keep of %1").arg(describe(conflict)));
        choice->addItem(tr("This device's"));
        choice->addItem(tr("%1's").arg(m_otherDevice));
        if (conflict.mine.documentKind() == DocumentKind::Element && !conflict.mine.deleted
            && !conflict.master.deleted) {
            choice->addItem(tr("Both"));
            choice->setCurrentIndex(2);
        }
        m_list->setCellWidget(row, 3, choice);
        m_list->setRowHeight(row, choice->sizeHint().height() + 6);
        m_choices.append(choice);
    }
}

QWidget *DrawingConflictDialog::buildButtons()
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *mine = new QPushButton(tr("&1  All of this device"), box);
    auto *theirs = new QPushButton(tr("&2  All of %1").arg(m_otherDevice), box);
    auto *both = new QPushButton(tr("&3  Keep both"), box);
    auto *later = new QPushButton(tr("Later"), box);
    auto *finish = new QPushButton(tr("Finish"), box);
    finish->setToolTip(tr("Ctrl+Enter"));
    for (QPushButton *button : {mine, theirs, both}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch();
    layout->addWidget(later);
    layout->addWidget(finish);
    later->setAutoDefault(false);
    finish->setDefault(true);
    connect(mine, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Mine); });
    connect(theirs, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Master); });
    connect(both, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Both); });
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(finish, &QPushButton::clicked, this, &DrawingConflictDialog::accept);
    return box;
}

void DrawingConflictDialog::setPosition(int number, int count)
{
    if (count > 1)
        setWindowTitle(tr("Drawing changed on two devices (%1 of %2)").arg(number).arg(count));
}

void DrawingConflictDialog::chooseAll(ConflictChoice choice)
{
    for (QComboBox *box : std::as_const(m_choices))
        box->setCurrentIndex(qMin(static_cast<int>(choice), box->count() - 1));
}

ConflictChoice DrawingConflictDialog::choiceOf(int row) const
{
    return static_cast<ConflictChoice>(m_choices[row]->currentIndex());
}

void DrawingConflictDialog::showPicture(QLabel *label, const DrawingContent &content)
{
    const ThemeColors &colors = Theme::colors(palette());
    QHash<QString, QColor> outlined;
    for (const OpenConflict &conflict : std::as_const(m_conflicts)) {
        const QString element = conflict.id.text().section(QLatin1Char('/'), 1);
        outlined.insert(element, colors.removedText);
    }
    const qreal ratio = devicePixelRatioF();
    const QSize size = (QSizeF(label->contentsRect().size()) * ratio).toSize();
    if (size.isEmpty())
        return;
    renderInBackground(
        label,
        content,
        size,
        Theme::isDark(palette()),
        [label, ratio, asked = m_generation, this](const QImage &image) {
            if (asked != m_generation)
                return;
            QPixmap picture = QPixmap::fromImage(image);
            picture.setDevicePixelRatio(ratio);
            label->setPixmap(picture);
            if (image.isNull())
                label->setText(tr("Nothing is drawn here."));
        },
        outlined);
}

void DrawingConflictDialog::renderPictures()
{
    ++m_generation;
    showPicture(m_minePicture, m_mine);
    showPicture(m_theirsPicture, m_theirs);
}

void DrawingConflictDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    renderPictures();
}

void DrawingConflictDialog::accept()
{
    QList<ConflictChoice> choices;
    for (int row = 0; row < m_choices.size(); ++row)
        choices.append(choiceOf(row));
    QDialog::accept();
    emit solved(choices);
}

void DrawingConflictDialog::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_1:
        chooseAll(ConflictChoice::Mine);
        return;
    case Qt::Key_2:
        chooseAll(ConflictChoice::Master);
        return;
    case Qt::Key_3:
        chooseAll(ConflictChoice::Both);
        return;
    default:
        QDialog::keyPressEvent(event);
    }
}
