<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>CanisterWords</name>
    <message numerus="yes">
        <source>The canister asks to wait %n second(s). Then try again.</source>
        <translation>
            <numerusform>The canister asks to wait %n second. Then try again.</numerusform>
            <numerusform>The canister asks to wait %n seconds. Then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The code does not fit. %n more try(s); after that the canister takes none, and its controller has to set a new code.</source>
        <translation>
            <numerusform>The code does not fit. %n more try; after that the canister takes none, and its controller has to set a new code.</numerusform>
            <numerusform>The code does not fit. %n more tries; after that the canister takes none, and its controller has to set a new code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n month(s)</source>
        <translation>
            <numerusform>about %n month</numerusform>
            <numerusform>about %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteSpaceDialog</name>
    <message numerus="yes">
        <source>%1 in %n row(s) will be deleted</source>
        <translation>
            <numerusform>%1 in %n row will be deleted</numerusform>
            <numerusform>%1 in %n rows will be deleted</numerusform>
        </translation>
    </message>
</context>
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
    <name>OwnerPage</name>
    <message numerus="yes">
        <source>%n with %1 of notes</source>
        <translation>
            <numerusform>%n with %1 of notes</numerusform>
            <numerusform>%n with %1 of notes</numerusform>
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
    <name>SpacePage</name>
    <message numerus="yes">
        <source>%1 used, in %n row(s).</source>
        <translation>
            <numerusform>%1 used, in %n row.</numerusform>
            <numerusform>%1 used, in %n rows.</numerusform>
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
    <name>SyncQuestionBox</name>
    <message numerus="yes">
        <source>Another device deleted %n of your documents</source>
        <translation>
            <numerusform>Another device deleted %n of your documents</numerusform>
            <numerusform>Another device deleted %n of your documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 deleted %n of your documents</source>
        <translation>
            <numerusform>%1 deleted %n of your documents</numerusform>
            <numerusform>%1 deleted %n of your documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your documents were deleted here</source>
        <translation>
            <numerusform>%n of your documents was deleted here</numerusform>
            <numerusform>%n of your documents were deleted here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that you changed here were deleted elsewhere long ago</source>
        <translation>
            <numerusform>%n document that you changed here was deleted elsewhere long ago</numerusform>
            <numerusform>%n documents that you changed here were deleted elsewhere long ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) differ from what it holds now. What is not chosen stays in the history.</source>
        <translation>
            <numerusform>%n document differs from what it holds now. What is not chosen stays in the history.</numerusform>
            <numerusform>%n documents differ from what it holds now. What is not chosen stays in the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was installed anew, is another one, or you deleted everything there from another device. Nothing is deleted here. Fill it with the %n document(s) of this device?</source>
        <translation>
            <numerusform>It was installed anew, is another one, or you deleted everything there from another device. Nothing is deleted here. Fill it with the %n document of this device?</numerusform>
            <numerusform>It was installed anew, is another one, or you deleted everything there from another device. Nothing is deleted here. Fill it with the %n documents of this device?</numerusform>
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
    <message numerus="yes">
        <source>Another device deleted %n of your documents. They are kept here until you say what to do.</source>
        <translation>
            <numerusform>Another device deleted %n of your documents. It is kept here until you say what to do.</numerusform>
            <numerusform>Another device deleted %n of your documents. They are kept here until you say what to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your documents were deleted here. They are kept on the canister until you say what to do.</source>
        <translation>
            <numerusform>%n of your documents was deleted here. It is kept on the canister until you say what to do.</numerusform>
            <numerusform>%n of your documents were deleted here. They are kept on the canister until you say what to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The canister went back to an earlier state, and %n of your documents differ from what it holds. Choose which version stays.</source>
        <translation>
            <numerusform>The canister went back to an earlier state, and %n of your documents differs from what it holds. Choose which version stays.</numerusform>
            <numerusform>The canister went back to an earlier state, and %n of your documents differ from what it holds. Choose which version stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that you changed here were deleted on another device long ago. Choose whether they stay.</source>
        <translation>
            <numerusform>%n document that you changed here was deleted on another device long ago. Choose whether it stays.</numerusform>
            <numerusform>%n documents that you changed here were deleted on another device long ago. Choose whether they stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The canister no longer holds your documents. Nothing is deleted here. Say whether to fill it with the %n document(s) of this device.</source>
        <translation>
            <numerusform>The canister no longer holds your documents. Nothing is deleted here. Say whether to fill it with the %n document of this device.</numerusform>
            <numerusform>The canister no longer holds your documents. Nothing is deleted here. Say whether to fill it with the %n documents of this device.</numerusform>
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
