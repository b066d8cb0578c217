#include "tests/support/documentbuilder.h"

#include "tests/support/fakeclock.h"

namespace build {

namespace {

DocumentHeader header(const QString &id, const QString &title)
{
    DocumentHeader header;
    header.id = DocumentId(id);
    header.title = title;
    header.created = FakeClock::kStartMs;
    header.updated = FakeClock::kStartMs;
    return header;
}

QJsonObject elementJson(const QString &id, const QString &type)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("type"), type},
            {QStringLiteral("x"), 0},
            {QStringLiteral("y"), 0},
            {QStringLiteral("width"), 100},
            {QStringLiteral("height"), 50},
            {QStringLiteral("angle"), 0},
            {QStringLiteral("version"), 1},
            {QStringLiteral("versionNonce"), 1},
            {QStringLiteral("isDeleted"), false}};
}

} // namespace

Note note(const QString &id, const QString &title, const QString &text)
{
    return Note{header(id, title), text};
}

Drawing drawing(const QString &id, const QString &title)
{
    return Drawing{header(id, title), {}, {}};
}

DrawingElement textElement(const QString &drawing, const QString &id, const QString &text)
{
    QJsonObject json = elementJson(id, QStringLiteral("text"));
    json.insert(QStringLiteral("text"), text);
    json.insert(QStringLiteral("originalText"), text);
    return DrawingElement{DocumentId(drawing), json};
}

DrawingElement rectangle(const QString &drawing, const QString &id, double x, double y)
{
    QJsonObject json = elementJson(id, QStringLiteral("rectangle"));
    json.insert(QStringLiteral("x"), x);
    json.insert(QStringLiteral("y"), y);
    return DrawingElement{DocumentId(drawing), json};
}

Notebook notebook(const QString &id, const QString &title)
{
    Notebook notebook;
    notebook.id = DocumentId(id);
    notebook.title = title;
    notebook.created = FakeClock::kStartMs;
    return notebook;
}

Tag tag(const QString &name)
{
    Tag tag;
    tag.id = Tag::idForName(name);
    tag.name = name;
    return tag;
}

} // namespace build
