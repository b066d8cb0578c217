#include "model/exchange/welcome.h"

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/exchange/welcomedrawing.h"

#include <QCoreApplication>
#include <QStringList>

namespace {

struct Welcome
{
    Q_DECLARE_TR_FUNCTIONS(Welcome)
};

QString drawingTitle()
{
    return Welcome::tr("A first drawing");
}

QStringList writingPart()
{
    return {
        Welcome::tr("This is an ordinary note. Change it, break it, throw it away: whatever you do "
                    "can be undone with **Ctrl+Z**, and earlier versions are kept under "
                    "*Earlier versions* (**Ctrl+Shift+H**)."),
        Welcome::tr("## Write"),
        Welcome::tr("Notes are Markdown: plain text that other programs can read. Put the cursor "
                    "on a line to see its marks."),
        Welcome::tr("- **bold**, *italic*, ~~struck out~~, `code`, ==marked==\n"
                    "- [ ] a task: put the cursor here and press **Ctrl+Return**\n"
                    "- [x] open Sheaf\n"
                    "- a link to the web: <https://commonmark.org>\n"
                    "- a tag: #welcome"),
        Welcome::tr("> A quote starts with a `>`."),
        Welcome::tr("| Key | What it does |\n"
                    "| --- | --- |\n"
                    "| Ctrl+N | new note |\n"
                    "| Ctrl+Shift+N | new drawing |\n"
                    "| Ctrl+P | go to a note or drawing by its name |\n"
                    "| Ctrl+Shift+F | search everything, words in drawings too |\n"
                    "| F9 | hide or show the side bar |"),
    };
}

QStringList linkPart()
{
    return {
        Welcome::tr("## Draw, and link"),
        Welcome::tr("Two square brackets link to another note or drawing. This one leads to a "
                    "canvas without edges, for mouse, finger or pen:"),
        QStringLiteral("[[%1]]").arg(drawingTitle()),
    };
}

QStringList syncPart()
{
    return {
        Welcome::tr("## Yours, with or without a network"),
        Welcome::tr("Everything is saved on this computer while you type. No account is needed, "
                    "and nothing leaves the computer unless you ask for it."),
        Welcome::tr("To have the same notes on a second computer, choose *Sync › Account* and name your "
                    "canister: a small program of your own on the Internet Computer that holds the "
                    "copy both share. The line at the bottom of the window always says in words "
                    "how things stand."),
        Welcome::tr("If two computers changed the same words, Sheaf shows both versions side by "
                    "side and asks. It never chooses for you, and it never throws a version away."),
        Welcome::tr("You bring notes from elsewhere? *Import folder* takes Markdown, pictures and "
                    "Excalidraw drawings as they are, and *Export everything* gives them back."),
    };
}

DocumentHeader header(const QString &title, qint64 nowMs, Random &random)
{
    DocumentHeader header;
    header.id = newDocumentId(random);
    header.title = title;
    header.created = nowMs;
    header.updated = nowMs;
    return header;
}

} // namespace

QList<Document> welcomeDocuments(const Clock &clock, Random &random)
{
    const qint64 now = toMilliseconds(clock.now());
    Note note;
    // One millisecond later, so that it stands above the drawing in the list.
    note.header = header(Welcome::tr("Welcome to Sheaf"), now + 1, random);
    const QStringList parts = writingPart() + linkPart() + syncPart();
    note.text = parts.join(QStringLiteral("\n\n")) + QLatin1Char('\n');

    Drawing drawing;
    drawing.header = header(drawingTitle(), now, random);
    drawing.appState.insert(QStringLiteral("viewBackgroundColor"), QStringLiteral("#ffffff"));

    QList<Document> documents{note.toDocument(), drawing.toDocument()};
    for (const QJsonObject &element : welcomeElements(now))
        documents.append(DrawingElement{drawing.header.id, element, {}}.toDocument());
    return documents;
}
