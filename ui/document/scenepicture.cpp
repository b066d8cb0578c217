#include "ui/document/scenepicture.h"

#include "model/drawing/element.h"
#include "ui/drawing/renderscene.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace {

void readPictures(const DocumentStore &store, DrawingContent &content)
{
    for (const DrawingElement &element : std::as_const(content.elements)) {
        const QString file = element.json.value(QStringLiteral("fileId")).toString();
        if (file.isEmpty() || content.pictures.contains(file))
            continue;
        auto found = store.findAttachment(drawingPicturePath(content.drawing.header.id, file));
        if (!found.ok())
            found = store.findAttachment(file);
        if (!found.ok())
            continue;
        const auto bytes = store.attachmentBytes(found.value().id);
        if (bytes.ok())
            content.pictures.insert(file, bytes.value());
    }
}

} // namespace

QString drawingPicturePath(const DocumentId &drawing, const QString &fileId)
{
    return QStringLiteral("excalidraw/%1/%2").arg(drawing.text(), fileId);
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
    readPictures(store, content);
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
