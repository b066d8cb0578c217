<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>DrawingConflictDialog</name>
    <message numerus="yes">
        <source>“%1”: %n element(s) changed here and on %2. They are outlined; everything else is merged.</source>
        <translation>
            <numerusform>“%1”: %n element changed here and on %2. It is outlined; everything else is merged.</numerusform>
            <numerusform>“%1”: %n elements changed here and on %2. They are outlined; everything else is merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExcalidrawText</name>
    <message numerus="yes">
        <source>%n element(s) could not be used and were left out.</source>
        <translation>
            <numerusform>%n element could not be used and was left out.</numerusform>
            <numerusform>%n elements could not be used and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted element(s) were left out.</source>
        <translation>
            <numerusform>%n deleted element was left out.</numerusform>
            <numerusform>%n deleted elements were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) without an id of their own got one.</source>
        <translation>
            <numerusform>%n element without an id of its own got one.</numerusform>
            <numerusform>%n elements without an id of their own got one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) got a place in the order from back to front.</source>
        <translation>
            <numerusform>%n element got a place in the order from back to front.</numerusform>
            <numerusform>%n elements got a place in the order from back to front.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeController</name>
    <message numerus="yes">
        <source>%n document(s) exported.</source>
        <translation>
            <numerusform>%n document exported.</numerusform>
            <numerusform>%n documents exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) imported.</source>
        <translation>
            <numerusform>%n document imported.</numerusform>
            <numerusform>%n documents imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) need a look; the details name them.</source>
        <translation>
            <numerusform>%n file needs a look; the details name it.</numerusform>
            <numerusform>%n files need a look; the details name them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeReport</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s)</source>
        <translation>
            <numerusform>%n drawing</numerusform>
            <numerusform>%n drawings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notebook(s)</source>
        <translation>
            <numerusform>%n notebook</numerusform>
            <numerusform>%n notebooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there and equal</source>
        <translation>
            <numerusform>%n already there and equal</numerusform>
            <numerusform>%n already there and equal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in it have not arrived here yet.</source>
        <translation>
            <numerusform>%n picture in it has not arrived here yet.</numerusform>
            <numerusform>%n pictures in it have not arrived here yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message numerus="yes">
        <source>%n document(s) moved to the trash</source>
        <translation>
            <numerusform>%n document moved to the trash</numerusform>
            <numerusform>%n documents moved to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n document(s) for ever?</source>
        <translation>
            <numerusform>Delete %n document for ever?</numerusform>
            <numerusform>Delete %n documents for ever?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed on &lt;b&gt;%1&lt;/b&gt; (%2) and here (%3) in %n place(s).</source>
        <translation>
            <numerusform>Changed on &lt;b&gt;%1&lt;/b&gt; (%2) and here (%3) in %n place.</numerusform>
            <numerusform>Changed on &lt;b&gt;%1&lt;/b&gt; (%2) and here (%3) in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteConflictDialog</name>
    <message numerus="yes">
        <source>“%1” was changed here and on %2 at the same places. %n place(s) still want your choice.</source>
        <translation>
            <numerusform>“%1” was changed here and on %2 at the same places. %n place still wants your choice.</numerusform>
            <numerusform>“%1” was changed here and on %2 at the same places. %n places still want your choice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message numerus="yes">
        <source>%1, %n document(s)</source>
        <translation>
            <numerusform>%1, %n document</numerusform>
            <numerusform>%1, %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncIndicator</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), kept here</source>
        <translation>
            <numerusform>%n row, kept here</numerusform>
            <numerusform>%n rows, kept here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n change refused</numerusform>
            <numerusform>%n changes refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWorker</name>
    <message numerus="yes">
        <source>The canister refused %n change(s). They are kept on this computer; &quot;Sync now&quot; offers them again.</source>
        <translation>
            <numerusform>The canister refused %n change. It is kept on this computer; &quot;Sync now&quot; offers it again.</numerusform>
            <numerusform>The canister refused %n changes. They are kept on this computer; &quot;Sync now&quot; offers them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) changed here and on another device in ways that cannot be joined. Choose which version stays.</source>
        <translation>
            <numerusform>%n document changed here and on another device in ways that cannot be joined. Choose which version stays.</numerusform>
            <numerusform>%n documents changed here and on another device in ways that cannot be joined. Choose which version stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
</context>
</TS>
