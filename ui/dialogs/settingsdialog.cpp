#include "ui/dialogs/settingsdialog.h"

#include "ui/canister/canisteraccess.h"
#include "ui/canister/connectlink.h"
#include "ui/canister/ownerpage.h"
#include "ui/canister/peoplepage.h"
#include "ui/canister/spacepage.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/uisettings.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFontComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

QLabel *paragraph(const QString &text, QWidget *parent, bool muted = false)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setProperty("muted", muted);
    return label;
}

QFormLayout *formIn(QWidget *page, const QString &title)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(12);
    auto *heading = new QLabel(title, page);
    QFont large = heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    heading->setFont(large);
    layout->addWidget(heading);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    layout->addLayout(form);
    layout->addStretch();
    return form;
}

} // namespace

SettingsDialog::SettingsDialog(UiSettings &settings, CanisterAccess *access, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_access(access)
    , m_pages(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Settings"));
    resize(740, 600);
    m_pages->setObjectName(QStringLiteral("settingsPages"));
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setFixedWidth(160);
    m_pages->setIconSize({18, 18});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 12, 0, 0);
    layout->addWidget(m_pages);
    layout->addWidget(m_stack, 1);
    addPage(QStringLiteral("settings"), tr("General"), buildGeneral());
    addPage(QStringLiteral("note"), tr("Editor"), buildEditor());
    addPage(QStringLiteral("sync"), tr("Sync"), buildSync());
    addPage(QStringLiteral("person"), tr("Account"), buildAccount());
    addCanisterPages();
    addPage(QStringLiteral("library"), tr("About"), buildAbout());
    connect(m_pages, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_pages->setCurrentRow(0);
    fillAccount();
}

void SettingsDialog::addPage(const QString &icon, const QString &title, QWidget *page)
{
    new QListWidgetItem(themedIcon(icon), title, m_pages);
    m_stack->addWidget(page);
}

void SettingsDialog::showPage(Page page)
{
    // Without canisters their pages are not there, and About comes sooner.
    m_pages->setCurrentRow(page == Page::About ? m_pages->count() - 1 : static_cast<int>(page));
    show();
    raise();
    activateWindow();
}

QWidget *SettingsDialog::buildGeneral()
{
    auto *page = new QWidget(this);
    QFormLayout *form = formIn(page, tr("General"));
    auto *theme = new QComboBox(page);
    theme->addItems({tr("Like the desktop"), tr("Light"), tr("Dark")});
    theme->setCurrentIndex(static_cast<int>(m_settings.theme()));
    form->addRow(tr("&Appearance:"), theme);
    connect(theme, &QComboBox::activated, this, [this](int index) {
        m_settings.setTheme(static_cast<Theme::Mode>(index));
        emit themeChanged();
    });
    auto *keys = new QPushButton(tr("&Keyboard shortcuts…"), page);
    form->addRow(tr("Keys:"), keys);
    connect(keys, &QPushButton::clicked, this, &SettingsDialog::shortcutsRequested);
    return page;
}

QWidget *SettingsDialog::buildEditor()
{
    auto *page = new QWidget(this);
    QFormLayout *form = formIn(page, tr("Editor"));
    auto *family = new QFontComboBox(page);
    family->setCurrentFont(m_settings.editorFamily().isEmpty() ? QApplication::font()
                                                               : QFont(m_settings.editorFamily()));
    auto *size = new QSpinBox(page);
    size->setRange(8, 40);
    size->setSuffix(tr(" pt"));
    size->setValue(m_settings.editorPointSize());
    auto *width = new QComboBox(page);
    const std::pair<QString, int> widths[] = {{tr("Narrow (60 characters)"), 60},
                                              {tr("Usual (72 characters)"), 72},
                                              {tr("Wide (96 characters)"), 96},
                                              {tr("As wide as the window"), 0}};
    for (const auto &[text, characters] : widths) {
        width->addItem(text, characters);
        if (characters == m_settings.lineWidth())
            width->setCurrentIndex(width->count() - 1);
    }
    form->addRow(tr("&Font:"), family);
    form->addRow(tr("&Size:"), size);
    form->addRow(tr("&Line width:"), width);
    connect(family, &QFontComboBox::currentFontChanged, this, [this](const QFont &font) {
        m_settings.setEditorFamily(font.family());
        emit editorChanged();
    });
    connect(size, &QSpinBox::valueChanged, this, [this](int points) {
        m_settings.setEditorPointSize(points);
        emit editorChanged();
    });
    connect(width, &QComboBox::activated, this, [this, width] {
        m_settings.setLineWidth(width->currentData().toInt());
        emit editorChanged();
    });
    return page;
}

QWidget *SettingsDialog::buildSync()
{
    auto *page = new QWidget(this);
    QFormLayout *form = formIn(page, tr("Sync"));
    form->addRow(paragraph(tr("Sheaf exchanges documents with a canister: a small program of "
                              "yours on the Internet Computer. Without one, everything stays on "
                              "this device."),
                           page,
                           true));
    m_canister = paragraph({}, page);
    m_canister->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_device = new QLineEdit(page);
    auto *seconds = new QSpinBox(page);
    seconds->setRange(1, 3600);
    seconds->setSuffix(tr(" s"));
    seconds->setValue(m_settings.pollSeconds());
    m_connect = new QPushButton(page);
    m_connect->setObjectName(QStringLiteral("connectCanister"));
    m_connect->setVisible(m_access != nullptr);
    m_copyLink = new QPushButton(themedIcon(QStringLiteral("duplicate")), tr("Copy &link"), page);
    m_disconnect = new QPushButton(tr("Discon&nect"), page);
    m_disconnect->setObjectName(QStringLiteral("disconnect"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_copyLink);
    buttons->addWidget(m_disconnect);
    buttons->addStretch();
    form->addRow(tr("Canister:"), m_canister);
    form->addRow(QString(), buttons);
    form->addRow(tr("Name of this &device:"), m_device);
    form->addRow(tr("&Look for changes every:"), seconds);
    form->addRow(tr("&Fetch pictures and files:"), fetchChoice(page));
    connect(m_connect, &QPushButton::clicked, this, &SettingsDialog::connectRequested);
    connect(m_copyLink, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(
            ConnectLink{m_account.url, m_account.canister, {}, {}}.toText());
        m_copyLink->setText(tr("Copied"));
    });
    connect(m_disconnect, &QPushButton::clicked, this, [this] { emit canisterChanged({}, {}); });
    connect(m_device, &QLineEdit::editingFinished, this, [this] {
        const QString name = m_device->text().trimmed();
        if (!name.isEmpty() && name != m_account.deviceName)
            emit deviceNameChanged(name);
    });
    connect(seconds, &QSpinBox::valueChanged, this, [this](int value) {
        m_settings.setPollSeconds(value);
        emit pollIntervalChanged(value);
    });
    return page;
}

QComboBox *SettingsDialog::fetchChoice(QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->addItem(tr("Only when they are shown"), 0);
    for (const int megabytes : {5, 20, 100})
        choice->addItem(tr("Up to %1 MB by themselves").arg(megabytes), megabytes);
    choice->addItem(tr("All by themselves"), -1);
    const int now = choice->findData(m_settings.fetchMegabytes());
    choice->setCurrentIndex(now >= 0 ? now : choice->findData(20));
    connect(choice, &QComboBox::activated, this, [this, choice] {
        m_settings.setFetchMegabytes(choice->currentData().toInt());
        emit fetchPolicyChanged();
    });
    return choice;
}

QWidget *SettingsDialog::buildAccount()
{
    auto *page = new QWidget(this);
    QFormLayout *form = formIn(page, tr("Account"));
    m_explanation = paragraph({}, page);
    form->addRow(m_explanation);

    m_signedOutPart = new QWidget(page);
    auto *out = new QVBoxLayout(m_signedOutPart);
    out->setContentsMargins(0, 0, 0, 0);
    out->setSpacing(10);
    m_keychainProblem = paragraph({}, m_signedOutPart, true);
    m_place = new QComboBox(m_signedOutPart);
    m_place->setAccessibleName(tr("Where the key is kept"));
    auto *create = new QPushButton(tr("Use a &key on this computer"), m_signedOutPart);
    create->setDefault(true);
    auto *import = new QPushButton(
        themedIcon(QStringLiteral("import")), tr("I have a key &file…"), m_signedOutPart);
    auto *placeRow = new QHBoxLayout;
    placeRow->addWidget(new QLabel(tr("Keep it:"), m_signedOutPart));
    placeRow->addWidget(m_place, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(create);
    buttons->addWidget(import);
    buttons->addStretch();
    out->addWidget(m_keychainProblem);
    out->addLayout(placeRow);
    out->addLayout(buttons);
    form->addRow(m_signedOutPart);

    m_signedInPart = new QWidget(page);
    auto *in = new QFormLayout(m_signedInPart);
    in->setContentsMargins(0, 0, 0, 0);
    in->setVerticalSpacing(10);
    m_principal = paragraph({}, m_signedInPart);
    m_principal->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_keyPlace = paragraph({}, m_signedInPart, true);
    auto *copy =
        new QPushButton(themedIcon(QStringLiteral("duplicate")), tr("&Copy"), m_signedInPart);
    auto *save = new QPushButton(
        themedIcon(QStringLiteral("export")), tr("Save the key to a &file…"), m_signedInPart);
    auto *leave = new QPushButton(tr("Sign &out"), m_signedInPart);
    auto *row = new QHBoxLayout;
    row->addWidget(copy);
    row->addWidget(save);
    row->addWidget(leave);
    row->addStretch();
    in->addRow(tr("You are:"), m_principal);
    in->addRow(tr("Key:"), m_keyPlace);
    in->addRow(row);
    form->addRow(m_signedInPart);

    connect(
        create, &QPushButton::clicked, this, [this] { emit createKeyRequested(chosenPlace()); });
    connect(import, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Open a key file"));
        if (!path.isEmpty())
            emit importIdentityRequested(path, chosenPlace());
    });
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_account.principal);
    });
    connect(save, &QPushButton::clicked, this, [this] {
        const QString path =
            QFileDialog::getSaveFileName(this, tr("Save the key"), QStringLiteral("sheaf-key.pem"));
        if (!path.isEmpty())
            emit exportIdentityRequested(path);
    });
    connect(leave, &QPushButton::clicked, this, &SettingsDialog::signOutRequested);
    setKeychain(true, {});
    return page;
}

QWidget *SettingsDialog::buildAbout()
{
    auto *page = new QWidget(this);
    QFormLayout *form = formIn(page, tr("About Sheaf"));
    const QString version = QApplication::applicationVersion();
    form->addRow(paragraph(version.isEmpty() ? tr("Notes and drawings that are yours.")
                                             : tr("Version %1. Notes and drawings that are "
                                                  "yours.")
                                                   .arg(version),
                           page));
    form->addRow(paragraph(tr("Everything you write is on this device first, in one file, and "
                              "works without a network. Syncing uses a canister that you own."),
                           page,
                           true));
    form->addRow(paragraph(tr("Licence: Apache-2.0"), page, true));
    return page;
}

KeyPlace SettingsDialog::chosenPlace() const
{
    return static_cast<KeyPlace>(m_place->currentData().toInt());
}

void SettingsDialog::setKeychain(bool available, const QString &reason)
{
    m_place->clear();
    if (available)
        m_place->addItem(tr("In the system's keychain"), static_cast<int>(KeyPlace::Keychain));
    m_place->addItem(tr("Until I quit Sheaf"), static_cast<int>(KeyPlace::Memory));
    m_place->addItem(tr("In a file that only I can read"), static_cast<int>(KeyPlace::PrivateFile));
    m_keychainProblem->setVisible(!available);
    m_keychainProblem->setText(
        reason.isEmpty() ? tr("The system's keychain cannot be used here. Choose another place:")
                         : reason);
}

void SettingsDialog::setAccount(const AccountInfo &account)
{
    m_account = account;
    fillAccount();
}

void SettingsDialog::fillAccount()
{
    const bool in = m_account.signedIn;
    m_signedInPart->setVisible(in);
    m_signedOutPart->setVisible(!in);
    m_explanation->setText(
        in ? tr("Devices with the same key see the same documents. Save the key to a file and open "
                "it on your other computer.")
           : tr("A key is made on this computer and proves that it is you. Nobody else ever sees "
                "it; your documents stay here until you choose a canister. Signing in is optional: "
                "everything works without."));
    m_principal->setText(m_account.principal);
    m_keyPlace->setText(m_account.keyPlace);
    m_device->setText(m_account.deviceName);
    fillCanister();
}

void SettingsDialog::addCanisterPages()
{
    if (!m_access)
        return;
    m_space = new SpacePage(*m_access, this);
    m_owner = new OwnerPage(*m_access, this);
    addPage(QStringLiteral("cloud-ok"), tr("My space"), m_space);
    addPage(QStringLiteral("key"), tr("Canister"), m_owner);
    addPage(QStringLiteral("inbox"), tr("People"), new PeoplePage(*m_access, this));
    connect(m_space, &SpacePage::exportRequested, this, &SettingsDialog::exportRequested);
    connect(m_space, &SpacePage::spaceDeleted, this, [this] { showPage(Page::Sync); });
}

void SettingsDialog::fillCanister()
{
    const bool isSet = !m_account.canister.isEmpty();
    QString text = isSet ? tr("%1\nat %2").arg(m_account.canister, m_account.url) : tr("none yet");
    if (m_account.canisterForThisRun)
        text += QLatin1Char('\n') + tr("Given at the start, for this run alone.");
    m_canister->setText(text);
    m_connect->setText(isSet ? tr("Connect to an&other…") : tr("&Connect to a canister…"));
    m_copyLink->setText(tr("Copy &link"));
    m_copyLink->setVisible(isSet);
    m_disconnect->setVisible(isSet);
    if (!m_access)
        return;
    m_space->setPrincipal(m_account.principal);
    m_owner->setAddress({m_account.url, m_account.canister});
    const bool hasSpace = isSet && m_account.signedIn;
    m_pages->item(static_cast<int>(Page::Space))->setHidden(!hasSpace);
    setOwnerPages(false);
    if (hasSpace && isVisible())
        askForOwner();
}

void SettingsDialog::askForOwner()
{
    const QString canister = m_account.canister;
    m_access->about(this, [this, canister](const Result<CanisterAbout, CanisterProblem> &about) {
        if (canister == m_account.canister)
            setOwnerPages(about && about.value().owner);
    });
}

void SettingsDialog::setOwnerPages(bool shown)
{
    for (const Page page : {Page::Canister, Page::People})
        m_pages->item(static_cast<int>(page))->setHidden(!shown);
    const QListWidgetItem *current = m_pages->currentItem();
    if (current && current->isHidden())
        m_pages->setCurrentRow(static_cast<int>(Page::Sync));
}

void SettingsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_access && m_account.signedIn && !m_account.canister.isEmpty())
        askForOwner();
}
