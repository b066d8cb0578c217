#include "ui/document/scenepicture.h"

#include "model/drawing/element.h"
#include "ui/drawing/renderscene.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace {

Result<Attachment, StoreError>
findPicture(const DocumentStore &store, const DocumentId &drawing, const QString &fileId)
{
    auto found = store.findAttachment(drawingPicturePath(drawing, fileId));
    return found.ok() ? found : store.findAttachment(fileId);
}

} // namespace

QString drawingPicturePath(const DocumentId &drawing, const QString &fileId)
{
    return QStringLiteral("excalidraw/%1/%2").arg(drawing.text(), fileId);
}

QStringList pictureIds(const QList<DrawingElement> &elements)
{
    QStringList ids;
    for (const DrawingElement &element : elements) {
        const QString id = element.json.value(QStringLiteral("fileId")).toString();
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

Result<QHash<QString, QByteArray>, StoreError>
readPictures(DocumentStore &store, const DocumentId &drawing, const QStringList &fileIds)
{
    QHash<QString, QByteArray> pictures;
    for (const QString &fileId : fileIds) {
        const auto found = findPicture(store, drawing, fileId);
        if (!found.ok())
            continue; // its row has not arrived
        const auto bytes = store.attachmentBytes(found.value().id);
        if (bytes.ok())
            pictures.insert(fileId, bytes.value());
        else if (auto asked = store.requestAttachment(found.value().id); !asked.ok())
            return asked.error();
    }
    return pictures;
}

Result<DrawingContent, StoreError> loadDrawing(const DocumentStore &store, const DocumentId &id)
{
    const auto loaded = store.load(id);
    if (!loaded.ok())
        return loaded.error();
    const auto drawing = Drawing::fromDocument(loaded.value());
    if (!drawing)
        return StoreError{StoreError::Kind::NotFound, QStringLiteral("not a drawing")};
    const auto rows = store.elements(id);
    if (!rows.ok())
        return rows.error();
    DrawingContent content{*drawing, {}, {}};
    for (const Document &row : rows.value()) {
        if (const auto element = DrawingElement::fromDocument(row))
            content.elements.append(*element);
    }
    for (const QString &fileId : pictureIds(content.elements)) {
        const auto found = findPicture(store, id, fileId);
        const auto bytes = found.ok() ? store.attachmentBytes(found.value().id)
                                      : Result<QByteArray, StoreError>(found.error());
        if (bytes.ok())
            content.pictures.insert(fileId, bytes.value());
    }
    return content;
}

namespace {

QImage paintDrawing(const DrawingContent &content,
                    QSize size,
                    bool dark,
                    const QHash<QString, QColor> &outlined)
{
    QList<Element> elements;
    for (const DrawingElement &element : content.elements)
        elements.append(Element::fromJson(element.json));
    RenderOptions options;
    options.theme = dark ? CanvasTheme::Dark : CanvasTheme::Light;
    options.maxSize = size;
    options.highlight = outlined;
    options.images = [pictures = content.pictures](const QString &id) {
        return pictures.value(id);
    };
    const QString ground =
        content.drawing.appState.value(QStringLiteral("viewBackgroundColor")).toString();
    if (!ground.isEmpty())
        options.background = ground;
    return renderScene(elements, options);
}

} // namespace

void renderInBackground(QObject *context,
                        DrawingContent content,
                        QSize size,
                        bool dark,
                        std::function<void(const QImage &)> done,
                        const QHash<QString, QColor> &outlined)
{
    auto *answer = new QObject;
    answer->moveToThread(context->thread());
    QThreadPool::globalInstance()->start([answer,
                                          context = QPointer<QObject>(context),
                                          content = std::move(content),
                                          size,
                                          dark,
                                          outlined,
                                          done = std::move(done)] {
        const QImage image = paintDrawing(content, size, dark, outlined);
        QMetaObject::invokeMethod(answer, [answer, context, image, done] {
            if (context)
                done(image);
            answer->deleteLater();
        });
    });
}
