#include "ui/canister/connectdialog.h"

#include "ui/accountinfo.h"
#include "ui/canister/connectlink.h"
#include "ui/canister/notice.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using Action = ConnectionVerdict::Action;
using Tone = ConnectionVerdict::Tone;

namespace {

/// Long enough to type on, short enough to seem at once.
constexpr std::chrono::milliseconds kDelay{400};

QString buttonText(Action action)
{
    switch (action) {
    case Action::None:
    case Action::Connect:
        return ConnectDialog::tr("&Connect");
    case Action::Claim:
        return ConnectDialog::tr("&Claim and connect");
    case Action::Join:
        return ConnectDialog::tr("&Join and connect");
    }
    return {};
}

} // namespace

ConnectDialog::ConnectDialog(CanisterAccess &access, QWidget *parent)
    : QDialog(parent)
    , m_access(access)
    , m_url(new QLineEdit(this))
    , m_canister(new QLineEdit(this))
    , m_code(new QLineEdit(this))
    , m_notice(new Notice(this))
    , m_connect(new QPushButton(this))
{
    setWindowTitle(tr("Connect to a canister"));
    resize(560, 540);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_connect, QDialogButtonBox::AcceptRole);
    m_connect->setDefault(true);
    m_connect->setObjectName(QStringLiteral("connect"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 16);
    layout->setSpacing(14);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(buildFields());
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &ConnectDialog::look);
    for (QLineEdit *field : {m_url, m_canister, m_code})
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::onEdited);
    connect(m_notice, &Notice::actionChosen, this, &ConnectDialog::keyRequested);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::act);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const QList<QWidget *> order{m_canister, m_code, m_url, m_connect};
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order[at - 1], order[at]);
    m_canister->setFocus();
    look();
}

QWidget *ConnectDialog::buildFields()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    auto *intro = new QLabel(tr("Sheaf syncs with a canister: a small program of yours, or of "
                                "somebody you know, on the Internet Computer. A link that begins "
                                "with sheaf:// fills in everything: paste it into any field."),
                             page);
    intro->setWordWrap(true);
    intro->setProperty("muted", true);
    m_url->setText(mainNetworkUrl());
    m_url->setObjectName(QStringLiteral("canisterUrl"));
    m_canister->setPlaceholderText(QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai"));
    m_canister->setObjectName(QStringLiteral("canisterId"));
    m_code->setPlaceholderText(tr("Only if you were given one"));
    m_code->setObjectName(QStringLiteral("code"));
    // A form's buddy gives the field its name; the hint is for those who cannot see the intro.
    m_canister->setAccessibleDescription(intro->text());
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    form->addRow(tr("C&anister:"), m_canister);
    form->addRow(tr("Claim code or &invite:"), m_code);
    form->addRow(tr("A&ddress:"), m_url);
    for (QLineEdit *field : {m_url, m_canister, m_code})
        field->setAccessibleName(QString(static_cast<QLabel *>(form->labelForField(field))->text())
                                     .remove(QLatin1Char('&'))
                                     .remove(QLatin1Char(':')));
    layout->addWidget(intro);
    layout->addLayout(form);
    layout->addWidget(m_notice);
    layout->addStretch();
    return page;
}

void ConnectDialog::setAddress(const CanisterAddress &address)
{
    m_url->setText(address.url.isEmpty() ? mainNetworkUrl() : address.url);
    m_canister->setText(address.canister);
}

void ConnectDialog::setCode(const QString &code)
{
    m_code->setText(code);
}

void ConnectDialog::takeLink(const ConnectLink &link)
{
    setAddress({link.url, link.canister});
    setCode(link.code());
}

void ConnectDialog::setAccount(const AccountInfo &account)
{
    if (m_principal == account.principal)
        return;
    m_principal = account.principal;
    m_report.reset();
    look();
}

CanisterAddress ConnectDialog::address() const
{
    return {m_url->text().trimmed(), m_canister->text().trimmed()};
}

QString ConnectDialog::code() const
{
    return m_code->text().trimmed();
}

void ConnectDialog::onEdited()
{
    if (address() == m_looked && m_report) {
        showVerdict(); // only the code changed: what was found still holds
        return;
    }
    m_report.reset();
    ++m_turn;
    m_action = Action::None;
    m_connect->setEnabled(false);
    m_delay.start();
}

/// Only when nobody types any more: the beginning of a link can be one, too.
bool ConnectDialog::takePastedLink()
{
    for (const QLineEdit *field : {m_canister, m_code, m_url}) {
        if (const auto link = ConnectLink::fromText(field->text())) {
            takeLink(*link);
            return true;
        }
    }
    return false;
}

void ConnectDialog::look()
{
    if (takePastedLink())
        m_delay.stop();
    const CanisterAddress now = address();
    const int turn = ++m_turn;
    m_looked = now;
    m_report.reset();
    if (now.canister.isEmpty()) {
        showVerdict({Tone::Neutral,
                     tr("Which canister?"),
                     tr("Its id is shown where it was made, or by whoever invited you.")});
        return;
    }
    if (const auto problem = m_access.addressProblem(now)) {
        showVerdict(verdictFor(*problem));
        return;
    }
    showVerdict({Tone::Neutral, tr("Looking…"), tr("Asking the canister who may use it.")});
    m_access.check(now, this, [this, turn](const Result<ConnectionReport, CanisterProblem> &found) {
        if (turn != m_turn)
            return;
        if (!found) {
            showVerdict(verdictFor(found.error()));
            return;
        }
        m_report = found.value();
        m_principal = m_report->principal;
        showVerdict();
    });
}

void ConnectDialog::showVerdict()
{
    showVerdict(verdictFor(*m_report, code()));
}

void ConnectDialog::showVerdict(const ConnectionVerdict &verdict)
{
    m_action = verdict.action;
    m_notice->show(verdict.tone, verdict.headline, verdict.sentence);
    if (verdict.showsPrincipal)
        m_notice->offerPrincipal(m_principal);
    if (verdict.wantsKey)
        m_notice->offerAction(tr("Make or open a &key…"));
    m_connect->setText(buttonText(m_action));
    m_connect->setEnabled(m_action != Action::None && !m_working);
}

void ConnectDialog::act()
{
    const CanisterAddress where = address();
    const auto done = [this, where](const Result<Done, CanisterProblem> &answer) {
        admitted(answer, where);
    };
    switch (m_action) {
    case Action::None:
        return;
    case Action::Connect:
        admitted(Done{}, where);
        return;
    case Action::Claim:
        setWorking(true);
        m_notice->showBusy(tr("Claiming…"));
        m_access.claim(where, code(), this, done);
        return;
    case Action::Join:
        setWorking(true);
        m_notice->showBusy(tr("Joining…"));
        m_access.join(where, code(), this, done);
        return;
    }
}

void ConnectDialog::admitted(const Result<Done, CanisterProblem> &answer,
                             const CanisterAddress &where)
{
    setWorking(false);
    if (answer) {
        emit connected(where);
        accept();
        return;
    }
    showVerdict(verdictFor(answer.error()));
    m_code->setFocus();
    m_code->selectAll();
    // Another code may be tried at once.
    m_action = Action::None;
}

void ConnectDialog::setWorking(bool working)
{
    m_working = working;
    for (QLineEdit *field : {m_url, m_canister, m_code})
        field->setEnabled(!working);
    m_connect->setEnabled(!working && m_action != Action::None);
}
