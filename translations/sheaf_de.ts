<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AccountController</name>
    <message>
        <source>The key is in the file %1, which was given at the start.</source>
        <translation>Der Schlüssel liegt in der Datei %1, die beim Start angegeben wurde.</translation>
    </message>
    <message>
        <source>The profile is still being opened. Try again in a moment.</source>
        <translation>Das Profil wird noch geöffnet. Versuch es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is no key on this computer to export.</source>
        <translation>Auf diesem Computer ist kein Schlüssel, der sich exportieren ließe.</translation>
    </message>
    <message>
        <source>The key was written to %1. Whoever has this file can read and change your notes: keep it safe, and delete it when the other computer has it.</source>
        <translation>Der Schlüssel steht jetzt in %1. Wer diese Datei hat, kann deine Notizen lesen und ändern: Bewahre sie sicher auf und lösche sie, sobald der andere Computer sie hat.</translation>
    </message>
    <message>
        <source>The key is in this computer&apos;s keychain.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>The key is in a file in the profile folder that only you can read.</source>
        <translation>Der Schlüssel liegt in einer Datei im Profilordner, die nur du lesen kannst.</translation>
    </message>
    <message>
        <source>The key is kept in memory until Sheaf quits.</source>
        <translation>Der Schlüssel bleibt im Speicher, bis Sheaf beendet wird.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New &amp;note</source>
        <translation>Neue &amp;Notiz</translation>
    </message>
    <message>
        <source>New &amp;drawing</source>
        <translation>Neue &amp;Zeichnung</translation>
    </message>
    <message>
        <source>New note&amp;book</source>
        <translation>Neues Notiz&amp;buch</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Import folder…</source>
        <translation>Ordner &amp;importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export &amp;everything…</source>
        <translation>&amp;Alles exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>E&amp;xport this document…</source>
        <translation>&amp;Dokument exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Save now and sync</source>
        <translation>Jetzt &amp;speichern und abgleichen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find in note…</source>
        <translation>In der Notiz &amp;suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Rep&amp;lace in note…</source>
        <translation>In der Notiz erse&amp;tzen&#xa0;…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>&amp;Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Pin to the top</source>
        <translation>Oben an&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Move to notebook…</source>
        <translation>In Notizbuch &amp;verschieben&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>S&amp;chlagwörter&#xa0;…</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>Dup&amp;lizieren</translation>
    </message>
    <message>
        <source>Move to t&amp;rash</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Delete for ever…</source>
        <translation>&amp;Endgültig löschen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Empty the trash…</source>
        <translation>Papierkorb lee&amp;ren&#xa0;…</translation>
    </message>
    <message>
        <source>Earlier &amp;versions…</source>
        <translation>&amp;Frühere Fassungen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Kursiv</translation>
    </message>
    <message>
        <source>&amp;Strike through</source>
        <translation>&amp;Durchgestrichen</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>B&amp;ullet list</source>
        <translation>&amp;Aufzählung</translation>
    </message>
    <message>
        <source>&amp;Numbered list</source>
        <translation>&amp;Nummerierte Liste</translation>
    </message>
    <message>
        <source>Check &amp;list</source>
        <translation>Auf&amp;gabenliste</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translation>&amp;Link</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>&amp;Bild&#xa0;…</translation>
    </message>
    <message>
        <source>Link to a note or &amp;drawing…</source>
        <translation>Link zu Notiz &amp;oder Zeichnung&#xa0;…</translation>
    </message>
    <message>
        <source>Check or &amp;uncheck</source>
        <translation>Haken setzen oder &amp;entfernen</translation>
    </message>
    <message>
        <source>Move line u&amp;p</source>
        <translation>Ze&amp;ile nach oben</translation>
    </message>
    <message>
        <source>Move line do&amp;wn</source>
        <translation>Zeile nach &amp;unten</translation>
    </message>
    <message>
        <source>Duplicate lin&amp;e</source>
        <translation>Zeile du&amp;plizieren</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>Übe&amp;rschrift</translation>
    </message>
    <message>
        <source>Plain &amp;text</source>
        <translation>Normaler &amp;Text</translation>
    </message>
    <message>
        <source>Heading &amp;%1</source>
        <translation>Überschrift &amp;%1</translation>
    </message>
    <message>
        <source>&amp;Side bar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Document &amp;list</source>
        <translation>&amp;Dokumentliste</translation>
    </message>
    <message>
        <source>Search &amp;all documents</source>
        <translation>&amp;Alle Dokumente durchsuchen</translation>
    </message>
    <message>
        <source>Go to the l&amp;ist</source>
        <translation>Zur &amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>Übliche &amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Jetzt &amp;abgleichen</translation>
    </message>
    <message>
        <source>&amp;Work offline</source>
        <translation>&amp;Offline arbeiten</translation>
    </message>
    <message>
        <source>Review &amp;conflicts…</source>
        <translation>&amp;Konflikte prüfen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Account…</source>
        <translation>Kon&amp;to&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Sheaf</source>
        <translation>Ü&amp;ber Sheaf</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>D&amp;okument</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>Ab&amp;gleich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>CanisterConnection</name>
    <message>
        <source>“%1” is not an address that Sheaf can use. It has to begin with https://, as in https://icp-api.io; http:// is for this computer alone.</source>
        <translation>„%1“ ist keine Adresse, die Sheaf verwenden kann. Sie muss mit https:// beginnen, wie in https://icp-api.io; http:// gilt nur für diesen Computer.</translation>
    </message>
    <message>
        <source>“%1” is not a canister id. It has to look like rrkah-fqaaa-aaaaa-aaaaq-cai; one wrong character is noticed.</source>
        <translation>„%1“ ist keine Canister-ID. Sie muss aussehen wie rrkah-fqaaa-aaaaa-aaaaq-cai; schon ein falsches Zeichen fällt auf.</translation>
    </message>
    <message>
        <source>There is a Sheaf canister at this address, and its answer is genuine.</source>
        <translation>Unter dieser Adresse ist ein Sheaf-Canister, und seine Antwort ist echt.</translation>
    </message>
</context>
<context>
    <name>CanvasCommands</name>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>Lös&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
    <message>
        <source>U&amp;ngroup</source>
        <translation>Grupp&amp;ierung aufheben</translation>
    </message>
    <message>
        <source>Send to &amp;back</source>
        <translation>Ganz nach &amp;hinten</translation>
    </message>
    <message>
        <source>Send back&amp;ward</source>
        <translation>Nach hi&amp;nten</translation>
    </message>
    <message>
        <source>Bring f&amp;orward</source>
        <translation>Nach &amp;vorn</translation>
    </message>
    <message>
        <source>Bring to &amp;front</source>
        <translation>Gan&amp;z nach vorn</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Hineinz&amp;oomen</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Hera&amp;uszoomen</translation>
    </message>
    <message>
        <source>Show at &amp;100 %</source>
        <translation>Mit &amp;100 % zeigen</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Alle&amp;s zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;selection</source>
        <translation>Ausgewähl&amp;tes zeigen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppierung aufheben</translation>
    </message>
    <message>
        <source>Change the look</source>
        <translation>Aussehen ändern</translation>
    </message>
</context>
<context>
    <name>CanvasTextEditor</name>
    <message>
        <source>Text on the canvas</source>
        <translation>Text auf der Zeichenfläche</translation>
    </message>
</context>
<context>
    <name>CanvasTool</name>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>Punkt verschieben</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Add shape</source>
        <translation>Form hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
</context>
<context>
    <name>CanvasWidget</name>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>%1: %2</source>
        <comment>property: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: other colour</source>
        <translation>%1: andere Farbe</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Andere Farbe&#xa0;…</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>No canister is set. &quot;canister set URL ID&quot; sets one.</source>
        <translation>Kein Canister ist eingestellt. „canister set URL ID“ stellt einen ein.</translation>
    </message>
    <message>
        <source>&quot;canister&quot; is followed by show, or by set URL ID.</source>
        <translation>Auf „canister“ folgt show, oder set URL ID.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address: it has to look like https://icp-api.io.</source>
        <translation>„%1“ ist keine Adresse: Sie muss aussehen wie https://icp-api.io.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a canister id: it has to look like rrkah-fqaaa-aaaaa-aaaaq-cai, and a typing mistake shows in its first group.</source>
        <translation>„%1“ ist keine Canister-ID: Sie muss aussehen wie rrkah-fqaaa-aaaaa-aaaaq-cai, und ein Tippfehler zeigt sich in ihrer ersten Gruppe.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>Unknown option --%1. &quot;sheaf --help&quot; lists them.</source>
        <translation>Unbekannte Option --%1. „sheaf --help“ nennt alle.</translation>
    </message>
    <message>
        <source>The key of this profile is damaged. Import it again.</source>
        <translation>Der Schlüssel dieses Profils ist beschädigt. Importiere ihn noch einmal.</translation>
    </message>
    <message>
        <source>With --keep file the key goes to a file in the profile that only you can read.</source>
        <translation>Mit --keep file kommt der Schlüssel in eine Datei im Profil, die nur du lesen kannst.</translation>
    </message>
    <message>
        <source>Use: conflicts resolve ID --keep mine|master|both, or --text FILE.</source>
        <translation>So geht es: conflicts resolve ID --keep mine|master|both, oder --text DATEI.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read as UTF-8 text. Nothing was changed.</source>
        <translation>„%1“ lässt sich nicht als UTF-8-Text lesen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>--text is for notes; use --keep for this one.</source>
        <translation>--text ist für Notizen; nimm hier --keep.</translation>
    </message>
    <message>
        <source>%1 has no open conflict.</source>
        <translation>%1 hat keinen offenen Konflikt.</translation>
    </message>
    <message>
        <source>&quot;conflicts&quot; is followed by list or resolve.</source>
        <translation>Auf „conflicts“ folgt list oder resolve.</translation>
    </message>
    <message>
        <source>Give a text, or - for standard input, or set EDITOR.</source>
        <translation>Gib einen Text an, oder - für die Standardeingabe, oder setze EDITOR.</translation>
    </message>
    <message>
        <source>The temporary file for the editor could not be written.</source>
        <translation>Die temporäre Datei für den Editor ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The editor ended with an error. The note is as it was.</source>
        <translation>Der Editor endete mit einem Fehler. Die Notiz ist, wie sie war.</translation>
    </message>
    <message>
        <source>The edited text could not be read. The note is as it was.</source>
        <translation>Der bearbeitete Text ließ sich nicht lesen. Die Notiz ist, wie sie war.</translation>
    </message>
    <message>
        <source>The edited text is not UTF-8. The note is as it was.</source>
        <translation>Der bearbeitete Text ist kein UTF-8. Die Notiz ist, wie sie war.</translation>
    </message>
    <message>
        <source>&quot;import&quot; needs a folder or files.</source>
        <translation>„import“ braucht einen Ordner oder Dateien.</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot;. Nothing was imported.</source>
        <translation>„%1“ gibt es nicht. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>&quot;export&quot; needs one folder, or --document ID and one file.</source>
        <translation>„export“ braucht einen Ordner, oder --document ID und eine Datei.</translation>
    </message>
    <message>
        <source>There is no notebook &quot;%1&quot;.</source>
        <translation>Ein Notizbuch „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>--keep takes keychain or file.</source>
        <translation>--keep kennt keychain und file.</translation>
    </message>
    <message>
        <source>&quot;identity&quot; is followed by new, show, export FILE or import FILE, with --keep keychain or --keep file.</source>
        <translation>Auf „identity“ folgt new, show, export DATEI oder import DATEI, mit --keep keychain oder --keep file.</translation>
    </message>
    <message>
        <source>Put the text in quotes, or give - to read it from standard input.</source>
        <translation>Setze den Text in Anführungszeichen, oder gib - an, um ihn von der Standardeingabe zu lesen.</translation>
    </message>
    <message>
        <source>Standard input is not UTF-8 text. Nothing was changed.</source>
        <translation>Die Standardeingabe ist kein UTF-8-Text. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is not a note.</source>
        <translation>%1 ist keine Notiz.</translation>
    </message>
    <message>
        <source>&quot;note show&quot; takes one id.</source>
        <translation>„note show“ nimmt eine ID.</translation>
    </message>
    <message>
        <source>&quot;note edit&quot; needs the note&apos;s id.</source>
        <translation>„note edit“ braucht die ID der Notiz.</translation>
    </message>
    <message>
        <source>Give the ids of the documents.</source>
        <translation>Gib die IDs der Dokumente an.</translation>
    </message>
    <message>
        <source>&quot;note&quot; is followed by new, list, show, edit, trash or restore.</source>
        <translation>Auf „note“ folgt new, list, show, edit, trash oder restore.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;. &quot;sheaf --help&quot; lists them.</source>
        <translation>Unbekannter Befehl „%1“. „sheaf --help“ nennt alle.</translation>
    </message>
    <message>
        <source>&quot;search&quot; needs words to look for.</source>
        <translation>„search“ braucht Wörter, nach denen es suchen soll.</translation>
    </message>
    <message>
        <source>&quot;status&quot; takes no arguments.</source>
        <translation>„status“ nimmt keine Argumente.</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>keiner eingestellt</translation>
    </message>
    <message>
        <source>Profile    %1
Documents  %2 notes, %3 drawings, %4 in the trash
Waiting    %5 changes to be synced
Conflicts  %6
Refused    %7
Canister   %8
</source>
        <translation>Profil     %1
Dokumente  Notizen: %2, Zeichnungen: %3, im Papierkorb: %4
Wartend    Änderungen zum Abgleichen: %5
Konflikte  %6
Abgelehnt  %7
Canister   %8
</translation>
    </message>
    <message>
        <source>No canister is set. &quot;sheaf canister set URL ID&quot; sets one.</source>
        <translation>Kein Canister ist eingestellt. „sheaf canister set URL ID“ stellt einen ein.</translation>
    </message>
    <message>
        <source>Sent %1, received %2, merged %3 rows; %4 refused, %5 open conflicts.
</source>
        <translation>Einträge gesendet: %1, empfangen: %2, zusammengeführt: %3; abgelehnt: %4, offene Konflikte: %5.
</translation>
    </message>
    <message>
        <source>&quot;sync&quot; needs --once: the window syncs all the time by itself.</source>
        <translation>„sync“ braucht --once: Das Fenster gleicht ständig von selbst ab.</translation>
    </message>
    <message>
        <source>Not synced: --offline was given.</source>
        <translation>Nicht abgeglichen: --offline wurde angegeben.</translation>
    </message>
    <message>
        <source>Unknown option %1. &quot;sheaf --help&quot; lists them.</source>
        <translation>Unbekannte Option %1. „sheaf --help“ nennt alle.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>--theme takes system, light or dark.</source>
        <translation>--theme kennt system, light und dark.</translation>
    </message>
    <message>
        <source>Sheaf: notes and drawings, offline first, synced with your own canister.

sheaf [options]                     opens the window
sheaf [options] COMMAND ...         does that and ends; needs no display

Commands
  note new [--title T] [--notebook N] [--tag T]... [TEXT | -]   prints the new id
  note list [--notebook N] [--tag T] [--kind note|drawing] [--trash] [--limit N]
  note show ID                      the text, exactly as stored
  note edit ID [--title T] [--notebook N] [--append] [TEXT | -]
                                    without a text: opens $VISUAL or $EDITOR
  note trash ID... | note restore ID...
  search WORDS...                   words, &quot;phrases&quot;, -without
  import PATH...                    folders of Markdown and pictures, .md, .excalidraw
  export FOLDER [--notebook N]      everything, or one notebook
  export --document ID FILE         one note (.md) or drawing (.excalidraw)
  sync --once                       one complete round with the canister
  status                            what waits, what is open, where things are
  conflicts list
  conflicts resolve ID --keep mine|master|both | --text FILE|-
  identity new | show | export FILE | import FILE
  canister show | canister set URL ID

Options
  --profile DIR       folder with the database, settings and log
  --json              answers as JSON on standard output
  --offline           never use the network in this run
  --canister-url URL  --canister ID   another canister than the profile&apos;s setting
  --identity FILE     sign with the key in this file (PEM)
  --device-name NAME  how other devices call this one
  --no-welcome        a new profile begins empty
  --theme NAME        system, light or dark
  --help, --version

Exit statuses
  0 done   1 failed   2 wrong arguments   3 not found   4 the database cannot be used
  5 the canister cannot be reached   6 no identity   7 conflicts are open
  8 done in part   9 in use by another Sheaf
</source>
        <translation>Sheaf: Notizen und Zeichnungen, zuerst offline, abgeglichen mit deinem eigenen Canister.

sheaf [Optionen]                    öffnet das Fenster
sheaf [Optionen] BEFEHL ...         tut das und endet; braucht keinen Bildschirm

Befehle
  note new [--title T] [--notebook N] [--tag T]... [TEXT | -]   gibt die neue ID aus
  note list [--notebook N] [--tag T] [--kind note|drawing] [--trash] [--limit N]
  note show ID                      der Text, genau wie gespeichert
  note edit ID [--title T] [--notebook N] [--append] [TEXT | -]
                                    ohne Text: öffnet $VISUAL oder $EDITOR
  note trash ID... | note restore ID...
  search WÖRTER...                  Wörter, &quot;Wortfolgen&quot;, -ohne
  import PFAD...                    Ordner mit Markdown und Bildern, .md, .excalidraw
  export ORDNER [--notebook N]      alles, oder ein Notizbuch
  export --document ID DATEI        eine Notiz (.md) oder Zeichnung (.excalidraw)
  sync --once                       eine ganze Runde mit dem Canister
  status                            was wartet, was offen ist, was wo liegt
  conflicts list
  conflicts resolve ID --keep mine|master|both | --text DATEI|-
  identity new | show | export DATEI | import DATEI
  canister show | canister set URL ID

Optionen
  --profile ORDNER    Ordner mit Datenbank, Einstellungen und Protokoll
  --json              Antworten als JSON auf der Standardausgabe
  --offline           in diesem Lauf nie das Netz verwenden
  --canister-url URL  --canister ID   ein anderer Canister als im Profil
  --identity DATEI    mit dem Schlüssel in dieser Datei (PEM) signieren
  --device-name NAME  wie andere Geräte dieses nennen
  --theme NAME        system, light oder dark
  --help, --version

Rückgabewerte
  0 getan   1 fehlgeschlagen   2 falsche Argumente   3 nicht gefunden
  4 die Datenbank ist nicht nutzbar   5 der Canister ist nicht erreichbar
  6 kein Schlüssel   7 Konflikte sind offen   8 teilweise getan
  9 von einem anderen Sheaf benutzt
</translation>
    </message>
</context>
<context>
    <name>ConflictController</name>
    <message>
        <source>Changed on two devices</source>
        <translation>Auf zwei Geräten geändert</translation>
    </message>
    <message>
        <source>Deleted on %1, edited here. Keep it?</source>
        <translation>Auf %1 gelöscht, hier bearbeitet. Behalten?</translation>
    </message>
    <message>
        <source>Changed on %1 and here. Which one do you want?</source>
        <translation>Auf %1 und hier geändert. Welche Fassung möchtest du?</translation>
    </message>
    <message>
        <source>Keep this device&apos;s</source>
        <translation>Die von hier behalten</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>Die andere nehmen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Solved.</source>
        <translation>Gelöst.</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>nothing here</source>
        <translation>hier nichts</translation>
    </message>
</context>
<context>
    <name>DocumentHeaderBar</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>More for this document</source>
        <translation>Mehr zu diesem Dokument</translation>
    </message>
</context>
<context>
    <name>DocumentListModel</name>
    <message>
        <source>Untitled drawing</source>
        <translation>Zeichnung ohne Titel</translation>
    </message>
    <message>
        <source>Untitled note</source>
        <translation>Notiz ohne Titel</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>has a conflict</source>
        <translation>hat einen Konflikt</translation>
    </message>
    <message>
        <source>refused by the canister</source>
        <translation>vom Canister abgelehnt</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>noch nicht abgeglichen</translation>
    </message>
</context>
<context>
    <name>DocumentListPane</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>Alle Dokumente durchsuchen</translation>
    </message>
    <message>
        <source>Changed, newest first</source>
        <translation>Geändert, neueste zuerst</translation>
    </message>
    <message>
        <source>Changed, oldest first</source>
        <translation>Geändert, älteste zuerst</translation>
    </message>
    <message>
        <source>Created, newest first</source>
        <translation>Angelegt, neueste zuerst</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Create “%1”</source>
        <translation>„%1“ anlegen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No note and no drawing has all of these words.</source>
        <translation>Keine Notiz und keine Zeichnung hat alle diese Wörter.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>What you delete waits here until you empty the trash.</source>
        <translation>Was du löschst, wartet hier, bis du den Papierkorb leerst.</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Keine Konflikte</translation>
    </message>
    <message>
        <source>Everything that changed on several devices is solved.</source>
        <translation>Alles, was sich auf mehreren Geräten geändert hat, ist gelöst.</translation>
    </message>
    <message>
        <source>Nothing pinned</source>
        <translation>Nichts angeheftet</translation>
    </message>
    <message>
        <source>Pin what you need often: it stays on top of every list.</source>
        <translation>Hefte an, was du oft brauchst: Es bleibt in jeder Liste oben.</translation>
    </message>
    <message>
        <source>No drawings yet</source>
        <translation>Noch keine Zeichnungen</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <source>Choose a document from the list, or start one.</source>
        <translation>Wähle ein Dokument aus der Liste, oder fang eins an.</translation>
    </message>
    <message>
        <source>Untitled drawing</source>
        <translation>Zeichnung ohne Titel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>DrawingConflictDialog</name>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Raute</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Pen stroke</source>
        <translation>Stiftstrich</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Title and settings</source>
        <translation>Titel und Einstellungen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Other device</source>
        <translation>Anderes Gerät</translation>
    </message>
    <message>
        <source>Drawing changed on two devices</source>
        <translation>Zeichnung auf zwei Geräten geändert</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n element(s) changed here and on %2. They are outlined; everything else is merged.</source>
        <translation>
            <numerusform>„%1“: %n Element wurde hier und auf %2 geändert. Es ist umrandet; alles andere ist zusammengeführt.</numerusform>
            <numerusform>„%1“: %n Elemente wurden hier und auf %2 geändert. Sie sind umrandet; alles andere ist zusammengeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A drawing</source>
        <translation>Eine Zeichnung</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 (%3)</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 (%3)</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>Bild von %1</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Changed elements</source>
        <translation>Geänderte Elemente</translation>
    </message>
    <message>
        <source>Keep of %1</source>
        <translation>Behalten bei %1</translation>
    </message>
    <message>
        <source>This device&apos;s</source>
        <translation>Von diesem Gerät</translation>
    </message>
    <message>
        <source>%1&apos;s</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>&amp;1  All of this device</source>
        <translation>&amp;1  Alles von diesem Gerät</translation>
    </message>
    <message>
        <source>&amp;2  All of %1</source>
        <translation>&amp;2  Alles von %1</translation>
    </message>
    <message>
        <source>&amp;3  Keep both</source>
        <translation>&amp;3  Beide behalten</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Drawing changed on two devices (%1 of %2)</source>
        <translation>Zeichnung auf zwei Geräten geändert (%1 von %2)</translation>
    </message>
    <message>
        <source>Nothing is drawn here.</source>
        <translation>Hier ist nichts gezeichnet.</translation>
    </message>
</context>
<context>
    <name>EmptyHints</name>
    <message>
        <source>An empty drawing. P is the pen, T writes text, and Space with the mouse moves the canvas.</source>
        <translation>Eine leere Zeichnung. P ist der Stift, T schreibt Text, und die Leertaste mit der Maus verschiebt die Zeichenfläche.</translation>
    </message>
    <message>
        <source>Draw something</source>
        <translation>Zeichne etwas</translation>
    </message>
    <message>
        <source>P  pen      T  text      Space + drag  moves the canvas</source>
        <translation>P  Stift      T  Text      Leertaste + Ziehen  verschiebt die Fläche</translation>
    </message>
    <message>
        <source>Pick a tool and draw</source>
        <translation>Wähle ein Werkzeug</translation>
    </message>
    <message>
        <source>Zoom and undo</source>
        <translation>Zoom und Rückgängig</translation>
    </message>
</context>
<context>
    <name>ExcalidrawText</name>
    <message numerus="yes">
        <source>%n element(s) could not be used and were left out.</source>
        <translation>
            <numerusform>%n Element war nicht verwendbar und wurde weggelassen.</numerusform>
            <numerusform>%n Elemente waren nicht verwendbar und wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted element(s) were left out.</source>
        <translation>
            <numerusform>%n gelöschtes Element wurde weggelassen.</numerusform>
            <numerusform>%n gelöschte Elemente wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) without an id of their own got one.</source>
        <translation>
            <numerusform>%n Element ohne eigene ID bekam eine.</numerusform>
            <numerusform>%n Elemente ohne eigene ID bekamen eine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) got a place in the order from back to front.</source>
        <translation>
            <numerusform>%n Element bekam einen Platz in der Reihenfolge von hinten nach vorn.</numerusform>
            <numerusform>%n Elemente bekamen einen Platz in der Reihenfolge von hinten nach vorn.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not an Excalidraw drawing.</source>
        <translation>Das ist keine Excalidraw-Zeichnung.</translation>
    </message>
    <message>
        <source>It has more elements than Sheaf takes (%1).</source>
        <translation>Sie hat mehr Elemente, als Sheaf annimmt (%1).</translation>
    </message>
</context>
<context>
    <name>ExchangeController</name>
    <message>
        <source>Importing %1 of %2</source>
        <translation>Importiert %1 von %2</translation>
    </message>
    <message>
        <source>Exporting %1 of %2</source>
        <translation>Exportiert %1 von %2</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) exported.</source>
        <translation>
            <numerusform>%n Dokument exportiert.</numerusform>
            <numerusform>%n Dokumente exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) imported.</source>
        <translation>
            <numerusform>%n Dokument importiert.</numerusform>
            <numerusform>%n Dokumente importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Import und Export</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) need a look; the details name them.</source>
        <translation>
            <numerusform>%n Datei solltest du ansehen; die Details nennen sie.</numerusform>
            <numerusform>%n Dateien solltest du ansehen; die Details nennen sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeReport</name>
    <message>
        <source>Left out:</source>
        <translation>Weggelassen:</translation>
    </message>
    <message>
        <source>Failed:</source>
        <translation>Fehlgeschlagen:</translation>
    </message>
    <message>
        <source>Repaired:</source>
        <translation>Repariert:</translation>
    </message>
    <message>
        <source>Worth knowing:</source>
        <translation>Gut zu wissen:</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>Importiert aus %1</translation>
    </message>
    <message>
        <source>It ended early: %1</source>
        <translation>Vorzeitig beendet: %1</translation>
    </message>
    <message>
        <source>It was cancelled; what was done before stays.</source>
        <translation>Abgebrochen; was davor getan war, bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s)</source>
        <translation>
            <numerusform>%n Zeichnung</numerusform>
            <numerusform>%n Zeichnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notebook(s)</source>
        <translation>
            <numerusform>%n Notizbuch</numerusform>
            <numerusform>%n Notizbücher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n Anhang</numerusform>
            <numerusform>%n Anhänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there and equal</source>
        <translation>
            <numerusform>%n schon da und gleich</numerusform>
            <numerusform>%n schon da und gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden (its name starts with a dot).</source>
        <translation>Versteckt (der Name beginnt mit einem Punkt).</translation>
    </message>
    <message>
        <source>A link to another place.</source>
        <translation>Eine Verknüpfung an einen anderen Ort.</translation>
    </message>
    <message>
        <source>The folders are nested too deeply.</source>
        <translation>Die Ordner sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Not an ordinary file.</source>
        <translation>Keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Too many files; this one and all after it.</source>
        <translation>Zu viele Dateien; diese und alle danach.</translation>
    </message>
    <message>
        <source>The folder cannot be read.</source>
        <translation>Der Ordner lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>A link with this name is there; nothing was written.</source>
        <translation>Eine Verknüpfung mit diesem Namen ist schon da; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>A different file with this name is there; it was kept.</source>
        <translation>Eine andere Datei mit diesem Namen ist schon da; sie blieb.</translation>
    </message>
    <message>
        <source>It cannot be written: %1</source>
        <translation>Schreiben geht nicht: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in it have not arrived here yet.</source>
        <translation>
            <numerusform>%n Bild darin ist hier noch nicht angekommen.</numerusform>
            <numerusform>%n Bilder darin sind hier noch nicht angekommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Written by a newer Sheaf that this one cannot read.</source>
        <translation>Von einem neueren Sheaf geschrieben, das dieses hier nicht lesen kann.</translation>
    </message>
    <message>
        <source>It has not arrived here yet.</source>
        <translation>Es ist hier noch nicht angekommen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Only notes and drawings can be exported.</source>
        <translation>Nur Notizen und Zeichnungen lassen sich exportieren.</translation>
    </message>
    <message>
        <source>It cannot be read: %1</source>
        <translation>Lesen geht nicht: %1</translation>
    </message>
    <message>
        <source>It is larger than Sheaf takes (%1 MiB).</source>
        <translation>Größer, als Sheaf annimmt (%1 MiB).</translation>
    </message>
    <message>
        <source>A different one with this name was there: both stay.</source>
        <translation>Eine andere mit diesem Namen war schon da: Beide bleiben.</translation>
    </message>
    <message>
        <source>The picture %1 is not in the folder.</source>
        <translation>Das Bild %1 ist nicht im Ordner.</translation>
    </message>
    <message>
        <source>Taken as a note, not as a drawing: %1</source>
        <translation>Als Notiz übernommen, nicht als Zeichnung: %1</translation>
    </message>
    <message>
        <source>It holds text and a drawing: taken as one of each.</source>
        <translation>Enthält Text und eine Zeichnung: als je eins davon übernommen.</translation>
    </message>
    <message>
        <source>Not UTF-8: kept as an attachment, not as a note.</source>
        <translation>Kein UTF-8: als Anhang behalten, nicht als Notiz.</translation>
    </message>
    <message>
        <source>Another file has this name: stored as %1.</source>
        <translation>Eine andere Datei heißt schon so: als %1 gespeichert.</translation>
    </message>
    <message>
        <source>There is no readable folder %1.</source>
        <translation>Es gibt keinen lesbaren Ordner %1.</translation>
    </message>
    <message>
        <source>There is no readable file %1.</source>
        <translation>Es gibt keine lesbare Datei %1.</translation>
    </message>
</context>
<context>
    <name>FileNameText</name>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this note</source>
        <translation>In dieser Notiz suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>before an edit</source>
        <translation>vor einer Bearbeitung</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>vor einer Zusammenführung</translation>
    </message>
    <message>
        <source>before a change of another device</source>
        <translation>vor der Änderung eines anderen Geräts</translation>
    </message>
    <message>
        <source>before a conflict was solved</source>
        <translation>vor dem Lösen eines Konflikts</translation>
    </message>
    <message>
        <source>before an earlier version came back</source>
        <translation>vor dem Zurückholen einer früheren Fassung</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>vor einem Import</translation>
    </message>
    <message>
        <source>before it was deleted</source>
        <translation>vor dem Löschen</translation>
    </message>
    <message>
        <source>&amp;Restore this version</source>
        <translation>Diese Fassung &amp;zurückholen</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation>Was sich seitdem geändert hat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>There are no earlier versions yet.</source>
        <translation>Es gibt noch keine früheren Fassungen.</translation>
    </message>
    <message>
        <source>Marked: what was added and removed since then.</source>
        <translation>Markiert: was seitdem hinzukam und wegfiel.</translation>
    </message>
</context>
<context>
    <name>IdentityFile</name>
    <message>
        <source>The key file %1 cannot be read: %2.</source>
        <translation>Die Schlüsseldatei %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 holds no key that Sheaf can use: it has to be a PEM file with an Ed25519 key.</source>
        <translation>%1 enthält keinen Schlüssel, den Sheaf verwenden kann: Es muss eine PEM-Datei mit einem Ed25519-Schlüssel sein.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be written: %2. An existing file is never replaced.</source>
        <translation>Die Schlüsseldatei %1 lässt sich nicht schreiben: %2. Eine vorhandene Datei wird nie ersetzt.</translation>
    </message>
    <message>
        <source>The key file %1 could not be written completely and was removed.</source>
        <translation>Die Schlüsseldatei %1 ließ sich nicht vollständig schreiben und wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>JsonText</name>
    <message>
        <source>It is nested too deeply to be a drawing.</source>
        <translation>Zu tief verschachtelt für eine Zeichnung.</translation>
    </message>
    <message>
        <source>It is not valid JSON (at byte %1).</source>
        <translation>Kein gültiges JSON (bei Byte %1).</translation>
    </message>
    <message>
        <source>It does not hold a JSON object.</source>
        <translation>Enthält kein JSON-Objekt.</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>(copy)</source>
        <translation>(Kopie)</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) moved to the trash</source>
        <translation>
            <numerusform>%n Dokument in den Papierkorb gelegt</numerusform>
            <numerusform>%n Dokumente in den Papierkorb gelegt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sheaf</source>
        <translation>Sheaf</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>What you wrote last could not be saved.</source>
        <translation>Was du zuletzt geschrieben hast, ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>Keep Sheaf open</source>
        <translation>Sheaf offen lassen</translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation>Beenden und verlieren</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Insert pictures</source>
        <translation>Bilder einfügen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.webp *.svg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.gif *.webp *.svg)</translation>
    </message>
    <message>
        <source>Another device changed the words that you were typing. Yours are here; the other version is kept.</source>
        <translation>Ein anderes Gerät hat die Wörter geändert, die du gerade tippst. Deine stehen hier; die andere Fassung ist aufgehoben.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>%1 – Sheaf</source>
        <translation>%1 – Sheaf</translation>
    </message>
    <message>
        <source>This document is in the trash.</source>
        <translation>Dieses Dokument liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>Endgültig löschen&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no document called “%1”.</source>
        <translation>Es gibt kein Dokument namens „%1“.</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>“%1” cannot be read, or is larger than 64 MB.</source>
        <translation>„%1“ lässt sich nicht lesen oder ist größer als 64 MB.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Without a notebook</source>
        <translation>Ohne Notizbuch</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notizbuch</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>New notebook</source>
        <translation>Neues Notizbuch</translation>
    </message>
    <message>
        <source>Delete the notebook “%1”?</source>
        <translation>Das Notizbuch „%1“ löschen?</translation>
    </message>
    <message>
        <source>Its documents are kept: they move one level up.</source>
        <translation>Seine Dokumente bleiben: Sie rücken eine Ebene nach oben.</translation>
    </message>
    <message>
        <source>Delete notebook</source>
        <translation>Notizbuch löschen</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Papierkorb leeren?</translation>
    </message>
    <message>
        <source>Everything in it is deleted on all of your devices.</source>
        <translation>Alles darin wird auf allen deinen Geräten gelöscht.</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>In einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Export this document</source>
        <translation>Dieses Dokument exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n document(s) for ever?</source>
        <translation>
            <numerusform>%n Dokument endgültig löschen?</numerusform>
            <numerusform>%n Dokumente endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are deleted on all of your devices.</source>
        <translation>Gelöscht wird auf allen deinen Geräten.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>No notebook</source>
        <translation>Kein Notizbuch</translation>
    </message>
    <message>
        <source>Move to notebook</source>
        <translation>In Notizbuch verschieben</translation>
    </message>
    <message>
        <source>Link to…</source>
        <translation>Link zu&#xa0;…</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu&#xa0;…</translation>
    </message>
    <message>
        <source>Create note “%1”</source>
        <translation>Notiz „%1“ anlegen</translation>
    </message>
    <message>
        <source>There are no open conflicts.</source>
        <translation>Es gibt keine offenen Konflikte.</translation>
    </message>
    <message>
        <source>The earlier version is back. What was there before is in the list, too.</source>
        <translation>Die frühere Fassung ist zurück. Was davor da war, steht auch in der Liste.</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>ein anderes Gerät</translation>
    </message>
    <message numerus="yes">
        <source>Changed on &lt;b&gt;%1&lt;/b&gt; (%2) and here (%3) in %n place(s).</source>
        <translation>
            <numerusform>Auf &lt;b&gt;%1&lt;/b&gt; (%2) und hier (%3) an %n Stelle geändert.</numerusform>
            <numerusform>Auf &lt;b&gt;%1&lt;/b&gt; (%2) und hier (%3) an %n Stellen geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Keep both as two notes</source>
        <translation>&amp;Beide als zwei Notizen behalten</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
</context>
<context>
    <name>MarkdownDrawingText</name>
    <message>
        <source>It holds no drawing.</source>
        <translation>Enthält keine Zeichnung.</translation>
    </message>
    <message>
        <source>Its compressed drawing is damaged.</source>
        <translation>Die komprimierte Zeichnung darin ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>NoteConflictDialog</name>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 (%3), +%4 −%5 words</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 (%3), +%4 −%5 Wörter</translation>
    </message>
    <message>
        <source>Other device</source>
        <translation>Anderes Gerät</translation>
    </message>
    <message>
        <source>Changed on two devices</source>
        <translation>Auf zwei Geräten geändert</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the result</source>
        <translation>Titel des Ergebnisses</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Titel:</translation>
    </message>
    <message>
        <source>no title</source>
        <translation>ohne Titel</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Title on this device</source>
        <translation>Titel auf diesem Gerät</translation>
    </message>
    <message>
        <source>Title on %1</source>
        <translation>Titel auf %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Result&lt;/b&gt;&lt;br&gt;You can edit it.</source>
        <translation>&lt;b&gt;Ergebnis&lt;/b&gt;&lt;br&gt;Du kannst es bearbeiten.</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Version of this device</source>
        <translation>Fassung dieses Geräts</translation>
    </message>
    <message>
        <source>Version of %1</source>
        <translation>Fassung von %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F7)</source>
        <translation>Voriger Unterschied (Umschalt+F7)</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Next difference (F7)</source>
        <translation>Nächster Unterschied (F7)</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>&amp;1  This device&apos;s</source>
        <translation>&amp;1  Von diesem Gerät</translation>
    </message>
    <message>
        <source>&amp;2  %1&apos;s</source>
        <translation>&amp;2  Von %1</translation>
    </message>
    <message>
        <source>&amp;3  Both</source>
        <translation>&amp;3  Beide</translation>
    </message>
    <message>
        <source>All of this device</source>
        <translation>Alles von diesem Gerät</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Alles von %1</translation>
    </message>
    <message>
        <source>Keep both as two notes</source>
        <translation>Beide als zwei Notizen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Changed on two devices (%1 of %2)</source>
        <translation>Auf zwei Geräten geändert (%1 von %2)</translation>
    </message>
    <message>
        <source>The texts merge by themselves.</source>
        <translation>Die Texte fügen sich von selbst zusammen.</translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation>Unterschied %1 von %2</translation>
    </message>
    <message>
        <source>Everything is decided. Finish stores the result; both versions stay in the note&apos;s earlier versions.</source>
        <translation>Alles ist entschieden. „Fertig“ speichert das Ergebnis; beide Fassungen bleiben bei den früheren Fassungen der Notiz.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” was changed here and on %2 at the same places. %n place(s) still want your choice.</source>
        <translation>
            <numerusform>„%1“ wurde hier und auf %2 an denselben Stellen geändert. An %n Stelle musst du noch wählen.</numerusform>
            <numerusform>„%1“ wurde hier und auf %2 an denselben Stellen geändert. An %n Stellen musst du noch wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Eine Notiz</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
</context>
<context>
    <name>NoteSession</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert&#xa0;…</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Another Sheaf has this profile open, but its window does not answer. Close it, then start Sheaf again. Nothing was changed.</source>
        <translation>Ein anderes Sheaf hat dieses Profil offen, aber sein Fenster antwortet nicht. Schließe es und starte Sheaf dann noch einmal. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Sheaf is open with this profile already; its window was brought to the front.
</source>
        <translation>Sheaf ist mit diesem Profil schon offen; sein Fenster steht jetzt vorn.
</translation>
    </message>
</context>
<context>
    <name>PropertyPanel</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Strich</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>light red</source>
        <translation>hellrot</translation>
    </message>
    <message>
        <source>light green</source>
        <translation>hellgrün</translation>
    </message>
    <message>
        <source>light blue</source>
        <translation>hellblau</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>hatched</source>
        <translation>schraffiert</translation>
    </message>
    <message>
        <source>cross-hatched</source>
        <translation>kreuzschraffiert</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>durchgehend</translation>
    </message>
    <message>
        <source>Stroke width</source>
        <translation>Strichbreite</translation>
    </message>
    <message>
        <source>thin</source>
        <translation>dünn</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>bold</source>
        <translation>dick</translation>
    </message>
    <message>
        <source>Pen width</source>
        <translation>Stiftbreite</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>fein</translation>
    </message>
    <message>
        <source>Stroke style</source>
        <translation>Strichart</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>gestrichelt</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>gepunktet</translation>
    </message>
    <message>
        <source>Sloppiness</source>
        <translation>Skizzenstil</translation>
    </message>
    <message>
        <source>some</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>much</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Ecken</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>spitz</translation>
    </message>
    <message>
        <source>round</source>
        <translation>rund</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>large</source>
        <translation>groß</translation>
    </message>
    <message>
        <source>very large</source>
        <translation>sehr groß</translation>
    </message>
    <message>
        <source>Text alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>mittig</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>command, key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Resolution</name>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>Title of the other device&apos;s version: title (device, date and time)</extracomment>
        <translation>%1 (%2, %3)</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The canister id in the settings is not valid, so nothing is synced.</source>
        <translation>Die Canister-ID in den Einstellungen ist nicht gültig, darum wird nichts abgeglichen.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Darstellung:</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel&#xa0;…</translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation>Tasten:</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Narrow (60 characters)</source>
        <translation>Schmal (60 Zeichen)</translation>
    </message>
    <message>
        <source>Usual (72 characters)</source>
        <translation>Üblich (72 Zeichen)</translation>
    </message>
    <message>
        <source>Wide (96 characters)</source>
        <translation>Breit (96 Zeichen)</translation>
    </message>
    <message>
        <source>As wide as the window</source>
        <translation>So breit wie das Fenster</translation>
    </message>
    <message>
        <source>&amp;Font:</source>
        <translation>&amp;Schrift:</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Größe:</translation>
    </message>
    <message>
        <source>&amp;Line width:</source>
        <translation>&amp;Zeilenbreite:</translation>
    </message>
    <message>
        <source>Sheaf exchanges documents with a canister: a small program of yours on the Internet Computer. Without one, everything stays on this device.</source>
        <translation>Sheaf tauscht Dokumente mit einem Canister aus: einem kleinen Programm, das dir gehört, auf dem Internet Computer. Ohne Canister bleibt alles auf diesem Gerät.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Use this canister</source>
        <translation>Diesen Canister &amp;nutzen</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>Ca&amp;nister:</source>
        <translation>&amp;Canister:</translation>
    </message>
    <message>
        <source>Name of this &amp;device:</source>
        <translation>Name dieses &amp;Geräts:</translation>
    </message>
    <message>
        <source>&amp;Look for changes every:</source>
        <translation>Änderungen &amp;suchen alle:</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüft&#xa0;…</translation>
    </message>
    <message>
        <source>In use from now on.</source>
        <translation>Wird ab jetzt genutzt.</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel liegt</translation>
    </message>
    <message>
        <source>Use a &amp;key on this computer</source>
        <translation>&amp;Schlüssel hier anlegen</translation>
    </message>
    <message>
        <source>I have a key &amp;file…</source>
        <translation>Ich habe eine Schlüssel&amp;datei&#xa0;…</translation>
    </message>
    <message>
        <source>Keep it:</source>
        <translation>Aufbewahren:</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Save the key to a &amp;file…</source>
        <translation>Schlüssel in &amp;Datei sichern&#xa0;…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>You are:</source>
        <translation>Du bist:</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Schlüssel:</translation>
    </message>
    <message>
        <source>Open a key file</source>
        <translation>Schlüsseldatei öffnen</translation>
    </message>
    <message>
        <source>Save the key</source>
        <translation>Schlüssel sichern</translation>
    </message>
    <message>
        <source>About Sheaf</source>
        <translation>Über Sheaf</translation>
    </message>
    <message>
        <source>Notes and drawings that are yours.</source>
        <translation>Notizen und Zeichnungen, die dir gehören.</translation>
    </message>
    <message>
        <source>Version %1. Notes and drawings that are yours.</source>
        <translation>Version %1. Notizen und Zeichnungen, die dir gehören.</translation>
    </message>
    <message>
        <source>Everything you write is on this device first, in one file, and works without a network. Syncing uses a canister that you own.</source>
        <translation>Alles, was du schreibst, ist zuerst auf diesem Gerät, in einer Datei, und funktioniert ohne Netz. Abgeglichen wird mit einem Canister, der dir gehört.</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0</source>
        <translation>Lizenz: Apache-2.0</translation>
    </message>
    <message>
        <source>In the system&apos;s keychain</source>
        <translation>Im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Until I quit Sheaf</source>
        <translation>Bis ich Sheaf beende</translation>
    </message>
    <message>
        <source>In a file that only I can read</source>
        <translation>In einer Datei, die nur ich lesen kann</translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used here. Choose another place:</source>
        <translation>Der Schlüsselbund des Systems ist hier nicht nutzbar. Wähle einen anderen Ort:</translation>
    </message>
    <message>
        <source>Devices with the same key see the same documents. Save the key to a file and open it on your other computer.</source>
        <translation>Geräte mit demselben Schlüssel sehen dieselben Dokumente. Sichere den Schlüssel in einer Datei und öffne sie auf deinem anderen Computer.</translation>
    </message>
    <message>
        <source>A key is made on this computer and proves that it is you. Nobody else ever sees it; your documents stay here until you choose a canister. Signing in is optional: everything works without.</source>
        <translation>Ein Schlüssel entsteht auf diesem Computer und beweist, dass du es bist. Niemand sonst bekommt ihn zu sehen; deine Dokumente bleiben hier, bis du einen Canister wählst. Anmelden musst du dich nicht: Alles geht auch ohne.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n document(s)</source>
        <translation>
            <numerusform>%1, %n Dokument</numerusform>
            <numerusform>%1, %n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>Notebooks</source>
        <translation>Notizbücher</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>New notebook…</source>
        <translation>Neues Notizbuch&#xa0;…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>&amp;New notebook</source>
        <translation>&amp;Neues Notizbuch</translation>
    </message>
    <message>
        <source>New notebook &amp;inside</source>
        <translation>Neues Notizbuch &amp;darin</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete notebook…</source>
        <translation>Notizbuch &amp;löschen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Empty the trash…</source>
        <translation>&amp;Papierkorb leeren&#xa0;…</translation>
    </message>
</context>
<context>
    <name>StoreError</name>
    <message>
        <source>This document is not on this device.</source>
        <translation>Dieses Dokument ist nicht auf diesem Gerät.</translation>
    </message>
    <message>
        <source>The library file is damaged and cannot be read. It was not changed. Restore it from a backup, or start with an empty profile and sync again.</source>
        <translation>Die Bibliotheksdatei ist beschädigt und lässt sich nicht lesen. Sie wurde nicht geändert. Hol sie aus einer Sicherung zurück, oder beginne mit einem leeren Profil und gleiche neu ab.</translation>
    </message>
    <message>
        <source>This file belongs to another program, not to Sheaf. It was not changed. Choose another profile folder.</source>
        <translation>Diese Datei gehört zu einem anderen Programm, nicht zu Sheaf. Sie wurde nicht geändert. Wähle einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>This library was written by a newer version of Sheaf. It was not changed. Update Sheaf to open it.</source>
        <translation>Diese Bibliothek hat eine neuere Version von Sheaf geschrieben. Sie wurde nicht geändert. Aktualisiere Sheaf, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The library cannot be written: the file or its folder is read-only. Nothing was changed. Allow writing to it, or choose another profile folder.</source>
        <translation>In die Bibliothek lässt sich nicht schreiben: Die Datei oder ihr Ordner ist schreibgeschützt. Nichts wurde geändert. Erlaube das Schreiben, oder wähle einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>The disk is full, so the last change was not saved. Everything saved before is still there. Free some space and try again.</source>
        <translation>Der Datenträger ist voll, darum wurde die letzte Änderung nicht gespeichert. Alles davor Gespeicherte ist noch da. Schaffe etwas Platz und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Another program keeps the library busy, so the last change was not saved. Close it and try again.</source>
        <translation>Ein anderes Programm hält die Bibliothek besetzt, darum wurde die letzte Änderung nicht gespeichert. Schließe es und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message>
        <source>This document cannot be stored: it is too large or its name is not valid. What was stored before is still there.</source>
        <translation>Dieses Dokument lässt sich nicht speichern: Es ist zu groß, oder sein Name ist nicht gültig. Was davor gespeichert war, ist noch da.</translation>
    </message>
    <message>
        <source>The library could not be read or written. Everything saved before is still there. Check the disk and try again.</source>
        <translation>Die Bibliothek ließ sich nicht lesen oder schreiben. Alles davor Gespeicherte ist noch da. Prüfe den Datenträger und versuch es noch einmal.</translation>
    </message>
</context>
<context>
    <name>SyncError</name>
    <message>
        <source>The canister cannot be reached. Your changes are kept on this computer and travel as soon as the network is back.</source>
        <translation>Der Canister ist nicht erreichbar. Deine Änderungen bleiben auf diesem Computer und gehen auf die Reise, sobald das Netz wieder da ist.</translation>
    </message>
    <message>
        <source>Stopped. Your changes are kept on this computer.</source>
        <translation>Angehalten. Deine Änderungen bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>The canister is busy. Sheaf tries again by itself.</source>
        <translation>Der Canister ist beschäftigt. Sheaf versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Sign in again to sync. Everything you write is kept on this computer meanwhile.</source>
        <translation>Melde dich neu an, um abzugleichen. Was du schreibst, bleibt so lange auf diesem Computer.</translation>
    </message>
    <message>
        <source>The canister refused the request. Nothing is lost; see the log for the reason it gave.</source>
        <translation>Der Canister hat die Anfrage abgelehnt. Nichts ist verloren; den Grund nennt das Protokoll.</translation>
    </message>
    <message>
        <source>The answer could not be verified, so nothing of it was used. If this stays, check the canister&apos;s address in the settings.</source>
        <translation>Die Antwort ließ sich nicht bestätigen, darum wurde nichts daraus übernommen. Wenn das so bleibt, prüfe die Adresse des Canisters in den Einstellungen.</translation>
    </message>
    <message>
        <source>There is no canister with this id, or nothing is installed in it. Check the id in the settings.</source>
        <translation>Es gibt keinen Canister mit dieser ID, oder in ihm ist nichts installiert. Prüfe die ID in den Einstellungen.</translation>
    </message>
    <message>
        <source>The canister is out of cycles or stopped. Its owner can top it up or start it; you can go on working here meanwhile.</source>
        <translation>Der Canister hat keine Cycles mehr oder ist angehalten. Wer ihn besitzt, kann ihn auffüllen oder starten; du kannst hier so lange weiterarbeiten.</translation>
    </message>
    <message>
        <source>The canister has no room left. Delete what you no longer need, or ask its owner for more room.</source>
        <translation>Der Canister hat keinen Platz mehr. Lösche, was du nicht mehr brauchst, oder bitte um mehr Platz, wenn er jemand anderem gehört.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong, so signed requests are refused. Set the clock, then sync again.</source>
        <translation>Die Uhr dieses Computers geht falsch, darum werden signierte Anfragen abgelehnt. Stell die Uhr und gleiche dann neu ab.</translation>
    </message>
    <message>
        <source>The canister speaks another version of the protocol. Update Sheaf or the canister; your changes are kept on this computer.</source>
        <translation>Der Canister spricht eine andere Version des Protokolls. Aktualisiere Sheaf oder den Canister; deine Änderungen bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>This profile belongs to another account or another canister, so nothing was sent or fetched. Sign in with the account that it belongs to, or use another profile.</source>
        <translation>Dieses Profil gehört zu einem anderen Konto oder einem anderen Canister, darum wurde nichts gesendet oder geholt. Melde dich mit dem Konto an, zu dem es gehört, oder nimm ein anderes Profil.</translation>
    </message>
    <message>
        <source>The database on this computer could not be read or written. See the message about it; nothing was sent.</source>
        <translation>Die Datenbank auf diesem Computer ließ sich nicht lesen oder schreiben. Die Meldung dazu sagt mehr; nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>SyncIndicator</name>
    <message>
        <source>Sync details</source>
        <translation>Einzelheiten zum Abgleich</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>Abgleich: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), kept here</source>
        <translation>
            <numerusform>%n Eintrag, bleibt hier</numerusform>
            <numerusform>%n Einträge, bleiben hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>Auf diesem Gerät</translation>
    </message>
    <message>
        <source>Everything is kept on this device. Sign in to have it on your other devices, too.</source>
        <translation>Alles liegt auf diesem Gerät. Melde dich an, um es auch auf deinen anderen Geräten zu haben.</translation>
    </message>
    <message>
        <source>Working offline, %1</source>
        <translation>Offline-Arbeit, %1</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Offline-Arbeit</translation>
    </message>
    <message>
        <source>You chose to work offline. Everything is kept on this device and travels when you go online again.</source>
        <translation>Du hast Offline-Arbeit gewählt. Alles liegt auf diesem Gerät und geht auf die Reise, wenn du wieder online bist.</translation>
    </message>
    <message>
        <source>Offline, %1</source>
        <translation>Offline, %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>The canister cannot be reached. Everything is kept on this device; Sheaf tries again by itself.</source>
        <translation>Der Canister ist nicht erreichbar. Alles liegt auf diesem Gerät; Sheaf versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Abgeglichen %1</translation>
    </message>
    <message>
        <source>Everything here is on your canister, and all of its changes are here.</source>
        <translation>Alles von hier ist auf deinem Canister, und alle seine Änderungen sind hier.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Changes are kept on this device and travel with the next sync.</source>
        <translation>Änderungen liegen auf diesem Gerät und gehen mit dem nächsten Abgleich auf die Reise.</translation>
    </message>
    <message>
        <source>Sync problem</source>
        <translation>Problem beim Abgleich</translation>
    </message>
    <message>
        <source>Syncing does not work. Nothing is lost: everything is kept on this device.</source>
        <translation>Der Abgleich geht nicht. Nichts ist verloren: Alles liegt auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Sign in to sync</source>
        <translation>Zum Abgleich anmelden</translation>
    </message>
    <message>
        <source>The permission to sync has ended. Everything is kept on this device; sign in again to go on.</source>
        <translation>Die Erlaubnis zum Abgleich ist abgelaufen. Alles liegt auf diesem Gerät; melde dich neu an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Syncing, %1</source>
        <translation>Gleicht ab, %1</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Gleicht ab&#xa0;…</translation>
    </message>
    <message>
        <source>Changes are being exchanged with your canister.</source>
        <translation>Änderungen werden mit deinem Canister ausgetauscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>Some documents changed on several devices and wait for your choice.</source>
        <translation>Einige Dokumente wurden auf mehreren Geräten geändert und warten auf deine Wahl.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n Änderung abgelehnt</numerusform>
            <numerusform>%n Änderungen abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWorker</name>
    <message numerus="yes">
        <source>The canister refused %n change(s). They are kept on this computer; &quot;Sync now&quot; offers them again.</source>
        <translation>
            <numerusform>Der Canister hat %n Änderung abgelehnt. Sie bleibt auf diesem Computer; „Jetzt abgleichen“ bietet sie noch einmal an.</numerusform>
            <numerusform>Der Canister hat %n Änderungen abgelehnt. Sie bleiben auf diesem Computer; „Jetzt abgleichen“ bietet sie noch einmal an.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) changed here and on another device in ways that cannot be joined. Choose which version stays.</source>
        <translation>
            <numerusform>%n Dokument wurde hier und auf einem anderen Gerät so geändert, dass es sich nicht zusammenführen lässt. Wähle, welche Fassung bleibt.</numerusform>
            <numerusform>%n Dokumente wurden hier und auf einem anderen Gerät so geändert, dass sie sich nicht zusammenführen lassen. Wähle, welche Fassung bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another window of Sheaf syncs this profile; what you write here goes with it.</source>
        <translation>Ein anderes Fenster von Sheaf gleicht dieses Profil ab; was du hier schreibst, geht mit.</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>New tags, separated by commas</source>
        <translation>Neue Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>New tags</source>
        <translation>Neue Schlagwörter</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>ToolStrip</name>
    <message>
        <source>Drawing tools</source>
        <translation>Zeichenwerkzeuge</translation>
    </message>
    <message>
        <source>Keep the tool after drawing</source>
        <translation>Werkzeug nach dem Zeichnen behalten</translation>
    </message>
    <message>
        <source>Keep the tool after drawing (%1)</source>
        <translation>Werkzeug nach dem Zeichnen behalten (%1)</translation>
    </message>
    <message>
        <source>Move the canvas</source>
        <translation>Zeichenfläche verschieben</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Raute</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tool, key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>VaultError</name>
    <message>
        <source>There is no key for this profile on this computer yet. Make one, or import the one of your other computer.</source>
        <translation>Auf diesem Computer ist noch kein Schlüssel für dieses Profil. Leg einen an, oder importiere den deines anderen Computers.</translation>
    </message>
    <message>
        <source>This computer offers no keychain, or it is locked. Unlock it and try again, or choose to keep the key in a file that only you can read, or only until you quit Sheaf.</source>
        <translation>Dieser Computer bietet keinen Schlüsselbund, oder er ist gesperrt. Entsperre ihn und versuch es noch einmal, oder bewahre den Schlüssel in einer Datei auf, die nur du lesen kannst, oder nur, bis du Sheaf beendest.</translation>
    </message>
    <message>
        <source>The key file of this profile cannot be read or is damaged. Your documents are not affected. Import your key again from its backup.</source>
        <translation>Die Schlüsseldatei dieses Profils lässt sich nicht lesen oder ist beschädigt. Deine Dokumente sind nicht betroffen. Importiere deinen Schlüssel noch einmal aus seiner Sicherung.</translation>
    </message>
    <message>
        <source>Other users of this computer can read the key file of this profile, so it is not used. Take their permission away (mode 0600), or import your key again.</source>
        <translation>Andere Benutzer dieses Computers können die Schlüsseldatei dieses Profils lesen, darum wird sie nicht verwendet. Nimm ihnen die Erlaubnis (Modus 0600), oder importiere deinen Schlüssel noch einmal.</translation>
    </message>
    <message>
        <source>The key could not be written. Check that the disk has room and that you may write to the profile&apos;s folder.</source>
        <translation>Der Schlüssel ließ sich nicht schreiben. Prüfe, ob auf dem Datenträger Platz ist und ob du in den Profilordner schreiben darfst.</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>%1 (%2)</source>
        <comment>command, key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Zoom and undo</source>
        <translation>Zoom und Rückgängig</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Herauszoomen</translation>
    </message>
    <message>
        <source>Show at 100 %</source>
        <translation>Mit 100 % zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Hineinzoomen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Back to the drawing</source>
        <translation>Zurück zur Zeichnung</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom: %1. Show at 100 %</source>
        <translation>Zoom: %1. Mit 100 % zeigen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A first drawing</source>
        <translation>Eine erste Zeichnung</translation>
    </message>
    <message>
        <source>This is an ordinary note. Change it, break it, throw it away: whatever you do can be undone with **Ctrl+Z**, and earlier versions are kept under *Earlier versions* (**Ctrl+Shift+H**).</source>
        <translation>Das ist eine gewöhnliche Notiz. Ändere sie, zerlege sie, wirf sie weg: Was du auch tust, **Strg+Z** macht es rückgängig, und ältere Stände bleiben unter *Frühere Fassungen* (**Strg+Umschalt+H**).</translation>
    </message>
    <message>
        <source>## Write</source>
        <translation>## Schreiben</translation>
    </message>
    <message>
        <source>Notes are Markdown: plain text that other programs can read. Put the cursor on a line to see its marks.</source>
        <translation>Notizen sind Markdown: einfacher Text, den auch andere Programme lesen. Setz den Cursor in eine Zeile, um ihre Zeichen zu sehen.</translation>
    </message>
    <message>
        <source>- **bold**, *italic*, ~~struck out~~, `code`, ==marked==
- [ ] a task: put the cursor here and press **Ctrl+Return**
- [x] open Sheaf
- a link to the web: &lt;https://commonmark.org&gt;
- a tag: #welcome</source>
        <translation>- **fett**, *kursiv*, ~~durchgestrichen~~, `Code`, ==markiert==
- [ ] eine Aufgabe: Setz den Cursor hierher und drücke **Strg+Return**
- [x] Sheaf öffnen
- ein Link ins Web: &lt;https://commonmark.org&gt;
- ein Schlagwort: #willkommen</translation>
    </message>
    <message>
        <source>&gt; A quote starts with a `&gt;`.</source>
        <translation>&gt; Ein Zitat beginnt mit einem `&gt;`.</translation>
    </message>
    <message>
        <source>| Key | What it does |
| --- | --- |
| Ctrl+N | new note |
| Ctrl+Shift+N | new drawing |
| Ctrl+P | go to a note or drawing by its name |
| Ctrl+Shift+F | search everything, words in drawings too |
| F9 | hide or show the side bar |</source>
        <translation>| Taste | Was sie tut |
| --- | --- |
| Strg+N | neue Notiz |
| Strg+Umschalt+N | neue Zeichnung |
| Strg+P | zu einer Notiz oder Zeichnung springen, nach Namen |
| Strg+Umschalt+F | alles durchsuchen, auch Wörter in Zeichnungen |
| F9 | Seitenleiste aus- oder einblenden |</translation>
    </message>
    <message>
        <source>## Draw, and link</source>
        <translation>## Zeichnen und verlinken</translation>
    </message>
    <message>
        <source>Two square brackets link to another note or drawing. This one leads to a canvas without edges, for mouse, finger or pen:</source>
        <translation>Zwei eckige Klammern verlinken eine andere Notiz oder Zeichnung. Dieser Link führt zu einer Zeichenfläche ohne Ränder, für Maus, Finger oder Stift:</translation>
    </message>
    <message>
        <source>## Yours, with or without a network</source>
        <translation>## Deins, mit oder ohne Netz</translation>
    </message>
    <message>
        <source>Everything is saved on this computer while you type. No account is needed, and nothing leaves the computer unless you ask for it.</source>
        <translation>Alles wird auf diesem Computer gespeichert, während du tippst. Du brauchst kein Konto, und nichts verlässt den Computer, wenn du es nicht willst.</translation>
    </message>
    <message>
        <source>To have the same notes on a second computer, choose *Sync › Account* and name your canister: a small program of your own on the Internet Computer that holds the copy both share. The line at the bottom of the window always says in words how things stand.</source>
        <translation>Um dieselben Notizen auf einem zweiten Computer zu haben, wähle im Menü *Abgleich* den Punkt *Konto* und nenne deinen Canister: ein kleines Programm auf dem Internet Computer, das dir gehört und die gemeinsame Fassung aufbewahrt. Die Zeile unten im Fenster sagt immer in Worten, wie es steht.</translation>
    </message>
    <message>
        <source>If two computers changed the same words, Sheaf shows both versions side by side and asks. It never chooses for you, and it never throws a version away.</source>
        <translation>Wenn zwei Computer dieselben Wörter geändert haben, zeigt Sheaf beide Fassungen nebeneinander und fragt. Es wählt nie für dich, und es wirft nie eine Fassung weg.</translation>
    </message>
    <message>
        <source>You bring notes from elsewhere? *Import folder* takes Markdown, pictures and Excalidraw drawings as they are, and *Export everything* gives them back.</source>
        <translation>Du bringst Notizen mit? *Ordner importieren* nimmt Markdown, Bilder und Excalidraw-Zeichnungen, wie sie sind, und *Alles exportieren* gibt sie zurück.</translation>
    </message>
    <message>
        <source>Welcome to Sheaf</source>
        <translation>Willkommen bei Sheaf</translation>
    </message>
</context>
<context>
    <name>WelcomeDrawing</name>
    <message>
        <source>Draw whatever you like</source>
        <translation>Zeichne, was du magst</translation>
    </message>
    <message>
        <source>an idea</source>
        <translation>eine Idee</translation>
    </message>
    <message>
        <source>another</source>
        <translation>noch eine</translation>
    </message>
    <message>
        <source>together</source>
        <translation>zusammen</translation>
    </message>
    <message>
        <source>Try it:
P  draw with the pen, E  erase
R, D, O  rectangle, diamond, ellipse
A  arrow, L  line, T  text
V  select, then move and resize</source>
        <translation>Probier es:
P  mit dem Stift zeichnen, E  radieren
R, D, O  Rechteck, Raute, Ellipse
A  Pfeil, L  Linie, T  Text
V  auswählen, dann bewegen</translation>
    </message>
    <message>
        <source>Space and drag moves the canvas, Ctrl and the wheel zooms.
Move a shape: its arrows come along.</source>
        <translation>Leertaste und Ziehen verschiebt alles, Strg und Mausrad zoomt.
Beweg eine Form: Ihre Pfeile kommen mit.</translation>
    </message>
</context>
</TS>
