#include "ui/document/scenepicture.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>

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
    DrawingContent content{*drawing, {}};
    for (const Document &row : rows.value()) {
        if (const auto element = DrawingElement::fromDocument(row))
            content.elements.append(*element);
    }
    return content;
}

namespace {

QImage paintDrawing(const DrawingContent &content,
                    QSize size,
                    bool dark,
                    const QHash<QString, QColor> &outlined)
{
    Q_UNUSED(content)
    Q_UNUSED(size)
    Q_UNUSED(dark)
    Q_UNUSED(outlined)
    return {};
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
