#include "model/merge/resolution.h"

#include "model/base/random.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace {

QString copyTitle(const QString &title, const OpenConflict &conflict)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(conflict.masterTime);
    //: Title of the other device's version: title (device, date and time)
    return QCoreApplication::translate("Resolution", "%1 (%2, %3)")
        .arg(title, conflict.masterDevice, QLocale().toString(time, QLocale::ShortFormat))
        .trimmed();
}

void shiftElement(QJsonObject &json)
{
    for (const QString &key : {QStringLiteral("x"), QStringLiteral("y")})
        json[key] = json[key].toDouble() + 20.0;
}

QList<Document> copyOfMaster(const OpenConflict &conflict, Random &random)
{
    if (auto note = Note::fromDocument(conflict.master)) {
        note->header.id = newDocumentId(random);
        note->header.title = copyTitle(note->header.title, conflict);
        return {note->toDocument()};
    }
    if (auto element = DrawingElement::fromDocument(conflict.master)) {
        element->json[QStringLiteral("id")] = randomIdText(random);
        shiftElement(element->json);
        return {element->toDocument()};
    }
    return {};
}

} // namespace

Resolution resolve(const OpenConflict &conflict, ConflictChoice choice, Random &random)
{
    switch (choice) {
    case ConflictChoice::Mine:
        return {conflict.mine, {}};
    case ConflictChoice::Master:
        return {conflict.master, {}};
    case ConflictChoice::Both:
        if (conflict.mine.deleted)
            return {conflict.master, {}};
        if (conflict.master.deleted)
            return {conflict.mine, {}};
        return {conflict.mine, copyOfMaster(conflict, random)};
    }
    return {conflict.mine, {}};
}
