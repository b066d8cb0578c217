#include "ui/uisettings.h"

#include <QSettings>

namespace {

const QString kTheme = QStringLiteral("look/theme");
const QString kFamily = QStringLiteral("editor/family");
const QString kPointSize = QStringLiteral("editor/pointSize");
const QString kLineWidth = QStringLiteral("editor/lineWidth");
const QString kGeometry = QStringLiteral("window/geometry");
const QString kSplitter = QStringLiteral("window/splitter");
const QString kSideBar = QStringLiteral("window/sideBar");
const QString kList = QStringLiteral("window/list");
const QString kLastDocument = QStringLiteral("window/lastDocument");
const QString kPlace = QStringLiteral("window/place");
const QString kPlaceId = QStringLiteral("window/placeId");
const QString kUrl = QStringLiteral("sync/url");
const QString kCanister = QStringLiteral("sync/canister");
const QString kFetch = QStringLiteral("sync/fetchMegabytes");
const QString kPoll = QStringLiteral("sync/pollSeconds");
const QString kOffline = QStringLiteral("sync/workOffline");

QString sortKey(const ListQuery &query)
{
    return QStringLiteral("sort/%1/%2").arg(static_cast<int>(query.place)).arg(query.which.text());
}

QString viewKey(const DocumentId &drawing)
{
    return QStringLiteral("view/%1").arg(drawing.text());
}

template <typename Enum>
Enum enumFrom(const QVariant &value, Enum last, Enum fallback)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    return ok && number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number)
                                                                 : fallback;
}

} // namespace

UiSettings::UiSettings(QSettings &backend)
    : m_backend(backend)
{}

Theme::Mode UiSettings::theme() const
{
    return enumFrom(m_backend.value(kTheme), Theme::Mode::Dark, Theme::Mode::System);
}

void UiSettings::setTheme(Theme::Mode mode)
{
    m_backend.setValue(kTheme, static_cast<int>(mode));
}

QString UiSettings::editorFamily() const
{
    return m_backend.value(kFamily).toString();
}

void UiSettings::setEditorFamily(const QString &family)
{
    m_backend.setValue(kFamily, family);
}

int UiSettings::editorPointSize() const
{
    return qBound(8, m_backend.value(kPointSize, 12).toInt(), 40);
}

void UiSettings::setEditorPointSize(int points)
{
    m_backend.setValue(kPointSize, points);
}

int UiSettings::lineWidth() const
{
    const int width = m_backend.value(kLineWidth, 72).toInt();
    return width <= 0 ? 0 : qBound(40, width, 200);
}

void UiSettings::setLineWidth(int characters)
{
    m_backend.setValue(kLineWidth, characters);
}

QByteArray UiSettings::windowGeometry() const
{
    return m_backend.value(kGeometry).toByteArray();
}

void UiSettings::setWindowGeometry(const QByteArray &geometry)
{
    m_backend.setValue(kGeometry, geometry);
}

QByteArray UiSettings::splitter() const
{
    return m_backend.value(kSplitter).toByteArray();
}

void UiSettings::setSplitter(const QByteArray &state)
{
    m_backend.setValue(kSplitter, state);
}

bool UiSettings::sideBarShown() const
{
    return m_backend.value(kSideBar, true).toBool();
}

void UiSettings::setSideBarShown(bool shown)
{
    m_backend.setValue(kSideBar, shown);
}

bool UiSettings::listShown() const
{
    return m_backend.value(kList, true).toBool();
}

void UiSettings::setListShown(bool shown)
{
    m_backend.setValue(kList, shown);
}

DocumentId UiSettings::lastDocument() const
{
    return DocumentId(m_backend.value(kLastDocument).toString());
}

void UiSettings::setLastDocument(const DocumentId &id)
{
    m_backend.setValue(kLastDocument, id.text());
}

ListQuery UiSettings::lastPlace() const
{
    ListQuery query;
    query.place = enumFrom(m_backend.value(kPlace), ListQuery::Place::Trash, ListQuery::Place::All);
    query.which = DocumentId(m_backend.value(kPlaceId).toString());
    query.sort = sortOf(query);
    return query;
}

void UiSettings::setLastPlace(const ListQuery &query)
{
    m_backend.setValue(kPlace, static_cast<int>(query.place));
    m_backend.setValue(kPlaceId, query.which.text());
}

ListQuery::Sort UiSettings::sortOf(const ListQuery &query) const
{
    return enumFrom(
        m_backend.value(sortKey(query)), ListQuery::Sort::Title, ListQuery::Sort::UpdatedNewest);
}

void UiSettings::setSort(const ListQuery &query)
{
    m_backend.setValue(sortKey(query), static_cast<int>(query.sort));
}

QByteArray UiSettings::viewState(const DocumentId &drawing) const
{
    return m_backend.value(viewKey(drawing)).toByteArray();
}

void UiSettings::setViewState(const DocumentId &drawing, const QByteArray &state)
{
    m_backend.setValue(viewKey(drawing), state);
}

QString UiSettings::canisterUrl() const
{
    return m_backend.value(kUrl).toString();
}

QString UiSettings::canisterId() const
{
    return m_backend.value(kCanister).toString();
}

void UiSettings::setCanister(const QString &url, const QString &id)
{
    m_backend.setValue(kUrl, url);
    m_backend.setValue(kCanister, id);
}

int UiSettings::pollSeconds() const
{
    return qBound(1, m_backend.value(kPoll, 3).toInt(), 3600);
}

void UiSettings::setPollSeconds(int seconds)
{
    m_backend.setValue(kPoll, seconds);
}

int UiSettings::fetchMegabytes() const
{
    return qBound(-1, m_backend.value(kFetch, 20).toInt(), 100'000);
}

void UiSettings::setFetchMegabytes(int megabytes)
{
    m_backend.setValue(kFetch, megabytes);
}

bool UiSettings::workOffline() const
{
    return m_backend.value(kOffline, false).toBool();
}

void UiSettings::setWorkOffline(bool offline)
{
    m_backend.setValue(kOffline, offline);
}
