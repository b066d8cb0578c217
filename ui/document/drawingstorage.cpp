#include "ui/document/drawingstorage.h"

#include "model/store/storethread.h"

#include <algorithm>
#include <chrono>

namespace {

using namespace std::chrono_literals;

constexpr auto kTitlePause = 500ms;
constexpr auto kFirstRetry = 2s;
constexpr auto kLongestRetry = 30s;

} // namespace

DrawingStorage::DrawingStorage(StoreThread &store, const DocumentId &id, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_id(id)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTitlePause);
    m_retry.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DrawingStorage::flush);
    connect(&m_retry, &QTimer::timeout, this, &DrawingStorage::flush);
    connect(&store, &StoreThread::changed, this, [this](const QList<DocumentId> &ids) {
        if (m_loaded && (ids.isEmpty() || ids.contains(m_id)))
            reload();
    });
}

void DrawingStorage::setTitle(const QString &title)
{
    if (!m_loaded || title == m_drawing.header.title)
        return;
    m_drawing.header.title = title;
    m_headerUnsaved = true;
    setState({SaveState::Kind::Waiting, {}});
    m_soon.start();
}

void DrawingStorage::setAppState(const QJsonObject &appState)
{
    if (!m_loaded || appState == m_drawing.appState)
        return;
    m_drawing.appState = appState;
    m_headerUnsaved = true;
    setState({SaveState::Kind::Waiting, {}});
    m_soon.start();
}

void DrawingStorage::saveElements(const QList<DrawingElement> &elements)
{
    for (const DrawingElement &element : elements)
        m_unsaved.insert(element.rowId(), element);
    if (!m_unsaved.isEmpty())
        flush();
}

void DrawingStorage::flush()
{
    m_soon.stop();
    m_retry.stop();
    if (m_loaded && !m_saving && (m_headerUnsaved || !m_unsaved.isEmpty()))
        save();
}

void DrawingStorage::save()
{
    m_saving = true;
    setState({SaveState::Kind::Saving, {}});
    const auto sent = m_unsaved;
    const bool headerSent = m_headerUnsaved;
    const Drawing drawing = m_drawing;
    m_unsaved.clear();
    m_headerUnsaved = false;
    m_store.write(
        this,
        [sent, headerSent, drawing](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
            QList<Document> rows;
            if (headerSent) {
                const auto now = store.load(drawing.header.id);
                Drawing wanted = drawing;
                const auto stored = now.ok() ? Drawing::fromDocument(now.value()) : std::nullopt;
                if (stored) {
                    wanted = *stored;
                    wanted.header.title = drawing.header.title;
                    wanted.appState = drawing.appState;
                }
                rows.append(wanted.toDocument());
            }
            for (const DrawingElement &element : sent)
                rows.append(element.toDocument());
            return store.save(rows);
        },
        [this, sent, headerSent](const Result<SaveReceipt, StoreError> &receipt) {
            m_saving = false;
            if (!receipt.ok()) {
                for (auto it = sent.cbegin(); it != sent.cend(); ++it) {
                    if (!m_unsaved.contains(it.key()))
                        m_unsaved.insert(it.key(), it.value());
                }
                m_headerUnsaved = m_headerUnsaved || headerSent;
                setState({SaveState::Kind::Failed, receipt.error().userMessage()});
                const auto delay = kFirstRetry * (1 << qMin(m_failures++, 4));
                m_retry.start(std::min<std::chrono::milliseconds>(delay, kLongestRetry));
                return;
            }
            m_failures = 0;
            for (const DrawingElement &element : sent)
                m_known.insert(element.rowId(), element.json);
            if (m_headerUnsaved || !m_unsaved.isEmpty())
                save();
            else
                setState({});
        });
}

void DrawingStorage::reload()
{
    m_store.run(
        this,
        [id = m_id](DocumentStore &store) { return loadDrawing(store, id); },
        [this](const Result<DrawingContent, StoreError> &answer) {
            if (answer.ok()) {
                adopt(answer.value());
                return;
            }
            if (!m_loaded)
                emit loadFailed(answer.error().userMessage());
            else if (answer.error().kind == StoreError::Kind::NotFound && isSettled())
                emit gone();
        });
}

void DrawingStorage::adopt(const DrawingContent &content)
{
    if (!m_loaded) {
        m_loaded = true;
        m_drawing = content.drawing;
        for (const DrawingElement &element : content.elements)
            m_known.insert(element.rowId(), element.json);
        emit loaded(content);
        return;
    }
    // While a save is under way, its rows would look like news.
    if (m_saving)
        return;
    QList<DrawingElement> arrived;
    QHash<DocumentId, QJsonObject> now;
    for (const DrawingElement &element : content.elements) {
        const DocumentId row = element.rowId();
        now.insert(row, element.json);
        if (!m_unsaved.contains(row) && m_known.value(row) != element.json)
            arrived.append(element);
    }
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it) {
        const bool known = now.contains(it.key()) || m_unsaved.contains(it.key());
        if (known || it.value().value(QStringLiteral("isDeleted")).toBool())
            continue;
        QJsonObject deleted = it.value();
        deleted.insert(QStringLiteral("isDeleted"), true);
        arrived.append({m_id, deleted});
    }
    m_known = now;
    if (!m_headerUnsaved) {
        const bool differs = m_drawing != content.drawing;
        m_drawing = content.drawing;
        if (differs)
            emit headerChanged();
    }
    if (!arrived.isEmpty())
        emit elementsArrived(arrived);
}

void DrawingStorage::setState(SaveState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    emit saveStateChanged(m_state);
}
