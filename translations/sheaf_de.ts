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
</context>
<context>
    <name>CanisterWords</name>
    <message>
        <source>Not an address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>The address has to begin with https://, as in https://icp-api.io; http:// is for this computer alone.</source>
        <translation>Die Adresse muss mit https:// beginnen, wie in https://icp-api.io; http:// gilt nur für diesen Computer.</translation>
    </message>
    <message>
        <source>This is a person, not a canister</source>
        <translation>Das ist eine Person, kein Canister</translation>
    </message>
    <message>
        <source>What you entered is somebody&apos;s principal. A canister&apos;s id is shorter and ends in -cai.</source>
        <translation>Was du eingegeben hast, ist der Principal einer Person. Die ID eines Canisters ist kürzer und endet auf -cai.</translation>
    </message>
    <message>
        <source>Not a canister id</source>
        <translation>Keine Canister-ID</translation>
    </message>
    <message>
        <source>It has to look like rrkah-fqaaa-aaaaa-aaaaq-cai. One wrong character is noticed by its first group: compare it with the original, or copy and paste it.</source>
        <translation>Sie muss aussehen wie rrkah-fqaaa-aaaaa-aaaaq-cai. Schon ein falsches Zeichen fällt durch die erste Gruppe auf: Vergleiche sie mit dem Original, oder kopiere sie und füge sie ein.</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check the address and whether this computer is online. Your notes stay on this device and you can go on working.</source>
        <translation>Unter dieser Adresse antwortet nichts. Prüfe die Adresse und ob dieser Computer online ist. Deine Notizen bleiben auf diesem Gerät, und du kannst weiterarbeiten.</translation>
    </message>
    <message>
        <source>Something else answers</source>
        <translation>Etwas anderes antwortet</translation>
    </message>
    <message>
        <source>What answers at this address is not the Internet Computer. In a hotel or a train the Wi-Fi may first want a sign-in in the browser; otherwise check the address.</source>
        <translation>Was unter dieser Adresse antwortet, ist nicht der Internet Computer. Im Hotel oder im Zug verlangt das WLAN vielleicht erst eine Anmeldung im Browser; prüfe sonst die Adresse.</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message numerus="yes">
        <source>The canister asks to wait %n second(s). Then try again.</source>
        <translation>
            <numerusform>Der Canister bittet, %n Sekunde zu warten. Versuch es dann noch einmal.</numerusform>
            <numerusform>Der Canister bittet, %n Sekunden zu warten. Versuch es dann noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The canister or its network is busy. Try again in a moment.</source>
        <translation>Der Canister oder sein Netz ist beschäftigt. Versuch es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The clock is wrong</source>
        <translation>Die Uhr geht falsch</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is so far off that signed requests are refused. Set the clock, then try again.</source>
        <translation>Die Uhr dieses Computers geht so falsch, dass signierte Anfragen abgelehnt werden. Stell die Uhr und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>The answer is not genuine</source>
        <translation>Die Antwort ist nicht echt</translation>
    </message>
    <message>
        <source>The answer could not be verified, so nothing of it was used. The network on the way may be changing it: try another network, and check the address.</source>
        <translation>Die Antwort ließ sich nicht bestätigen, darum wurde nichts daraus übernommen. Vielleicht verändert sie das Netz unterwegs: Versuch es in einem anderen Netz, und prüfe die Adresse.</translation>
    </message>
    <message>
        <source>No such canister</source>
        <translation>Kein solcher Canister</translation>
    </message>
    <message>
        <source>There is no canister with this id at this address. Check both: a canister of a test network is not on the main one.</source>
        <translation>Unter dieser Adresse gibt es keinen Canister mit dieser ID. Prüfe beide: Ein Canister eines Testnetzes ist nicht im Hauptnetz.</translation>
    </message>
    <message>
        <source>The canister is empty</source>
        <translation>Der Canister ist leer</translation>
    </message>
    <message>
        <source>The canister is there, but no program is installed in it. Its owner has to install Sheaf; canister/README.md says how.</source>
        <translation>Der Canister ist da, aber in ihm ist kein Programm installiert. Wer ihn besitzt, muss Sheaf installieren; wie das geht, steht in canister/README.md.</translation>
    </message>
    <message>
        <source>Not a Sheaf canister</source>
        <translation>Kein Sheaf-Canister</translation>
    </message>
    <message>
        <source>The canister answers, but another program than Sheaf is installed in it. Check the id.</source>
        <translation>Der Canister antwortet, aber in ihm ist ein anderes Programm als Sheaf installiert. Prüfe die ID.</translation>
    </message>
    <message>
        <source>The canister is too old</source>
        <translation>Der Canister ist zu alt</translation>
    </message>
    <message>
        <source>This is a Sheaf canister of an earlier version, without owner and members. Whoever installed it has to upgrade it; its documents stay.</source>
        <translation>Das ist ein Sheaf-Canister einer früheren Version, ohne Eigentum und Mitglieder. Wer ihn installiert hat, muss ihn aktualisieren; seine Dokumente bleiben.</translation>
    </message>
    <message>
        <source>The canister is too new</source>
        <translation>Der Canister ist zu neu</translation>
    </message>
    <message>
        <source>The canister speaks a newer protocol than this program. Update Sheaf, then try again.</source>
        <translation>Der Canister spricht ein neueres Protokoll als dieses Programm. Aktualisiere Sheaf und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>The canister is stopped</source>
        <translation>Der Canister ist angehalten</translation>
    </message>
    <message>
        <source>Its controller stopped it and can start it again. Nothing in it is lost.</source>
        <translation>Sein Controller hat ihn angehalten und kann ihn wieder starten. Nichts darin ist verloren.</translation>
    </message>
    <message>
        <source>The canister is out of cycles</source>
        <translation>Der Canister hat keine Cycles mehr</translation>
    </message>
    <message>
        <source>It is frozen: too few cycles are left for it to answer. Whoever owns it has to top it up; then it goes on by itself with everything that was in it. Do not wait for weeks: a canister that stays empty is deleted in the end.</source>
        <translation>Er ist eingefroren: Zum Antworten hat er zu wenige Cycles. Wer ihn besitzt, muss ihn auffüllen; dann läuft er von selbst weiter, mit allem, was darin war. Warte nicht wochenlang: Ein Canister, der leer bleibt, wird am Ende gelöscht.</translation>
    </message>
    <message>
        <source>No room for another person</source>
        <translation>Kein Platz für noch jemanden</translation>
    </message>
    <message>
        <source>The canister has as many users as its owner allows. Ask the owner for more room.</source>
        <translation>Der Canister hat so viele Personen, wie er haben darf. Bitte um mehr Platz bei der Person, der er gehört.</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Noch kein Schlüssel</translation>
    </message>
    <message>
        <source>The canister has to know who you are. Make a key on this computer first, or open the key file of your other device.</source>
        <translation>Der Canister muss wissen, wer du bist. Lege zuerst auf diesem Computer einen Schlüssel an, oder öffne die Schlüsseldatei deines anderen Geräts.</translation>
    </message>
    <message>
        <source>You are not a member</source>
        <translation>Du bist kein Mitglied</translation>
    </message>
    <message>
        <source>The canister belongs to somebody else, or nobody has claimed it yet. Give your principal to its owner, or ask for an invite.</source>
        <translation>Der Canister gehört jemand anderem, oder niemand hat ihn bisher übernommen. Gib deinen Principal der Person, der er gehört, oder bitte um eine Einladung.</translation>
    </message>
    <message>
        <source>You are suspended</source>
        <translation>Du bist gesperrt</translation>
    </message>
    <message>
        <source>The owner of the canister lets you read, but takes no changes from you. Ask the owner. What you write stays on this device meanwhile.</source>
        <translation>Du darfst in diesem Canister lesen, aber er nimmt keine Änderungen von dir an. Frag die Person, der er gehört. Was du schreibst, bleibt so lange auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Only the owner may do this</source>
        <translation>Das darf nur, wer den Canister besitzt</translation>
    </message>
    <message>
        <source>The key of this profile is not the one that owns the canister.</source>
        <translation>Der Schlüssel dieses Profils ist nicht der, dem der Canister gehört.</translation>
    </message>
    <message>
        <source>Wrong claim code</source>
        <translation>Falscher Übernahmecode</translation>
    </message>
    <message numerus="yes">
        <source>The code does not fit. %n more try(s); after that the canister takes none, and its controller has to set a new code.</source>
        <translation>
            <numerusform>Der Code passt nicht. Noch %n Versuch; danach nimmt der Canister keinen mehr an, und sein Controller muss einen neuen Code setzen.</numerusform>
            <numerusform>Der Code passt nicht. Noch %n Versuche; danach nimmt der Canister keinen mehr an, und sein Controller muss einen neuen Code setzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The code does not fit, and the canister takes no more tries. Its controller has to set a new code.</source>
        <translation>Der Code passt nicht, und der Canister nimmt keine Versuche mehr an. Sein Controller muss einen neuen Code setzen.</translation>
    </message>
    <message>
        <source>Already claimed</source>
        <translation>Schon übernommen</translation>
    </message>
    <message>
        <source>The canister has an owner. If that is you, use the key that you claimed it with; otherwise ask the owner for an invite.</source>
        <translation>Der Canister gehört schon jemandem. Wenn du das bist, nimm den Schlüssel, mit dem du ihn übernommen hast; bitte sonst die Person, der er gehört, um eine Einladung.</translation>
    </message>
    <message>
        <source>Cannot be claimed by a code</source>
        <translation>Nicht mit einem Code zu übernehmen</translation>
    </message>
    <message>
        <source>The canister was installed without a claim code, or too many wrong ones were tried. Whoever installed it can set a new code, or name you as owner: give them your principal.</source>
        <translation>Der Canister wurde ohne Übernahmecode installiert, oder es wurden zu viele falsche versucht. Wer ihn installiert hat, kann einen neuen Code setzen oder ihn dir übertragen: Gib dafür deinen Principal weiter.</translation>
    </message>
    <message>
        <source>The invite is not valid</source>
        <translation>Die Einladung ist nicht gültig</translation>
    </message>
    <message>
        <source>It was used already, has expired, was revoked, or has a typing mistake. Ask the owner for a new one.</source>
        <translation>Sie wurde schon benutzt, ist abgelaufen, wurde widerrufen oder enthält einen Tippfehler. Bitte die Person, der der Canister gehört, um eine neue.</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>The canister does not take this value. Its words: %1</source>
        <translation>Der Canister nimmt diesen Wert nicht an. Seine Worte: %1</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>Somebody has removed it meanwhile. Load the list again.</source>
        <translation>Jemand hat es inzwischen entfernt. Lade die Liste noch einmal.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The canister refused the request. Nothing was changed; the log has the reason it gave.</source>
        <translation>Der Canister hat die Anfrage abgelehnt. Nichts wurde geändert; den Grund nennt das Protokoll.</translation>
    </message>
    <message>
        <source>Only its owner</source>
        <translation>Nur wer ihn besitzt</translation>
    </message>
    <message>
        <source>By invitation</source>
        <translation>Mit Einladung</translation>
    </message>
    <message>
        <source>Open to everybody</source>
        <translation>Offen für alle</translation>
    </message>
    <message>
        <source>Nobody new can join. Who is a member already stays one.</source>
        <translation>Niemand Neues kann beitreten. Wer schon Mitglied ist, bleibt es.</translation>
    </message>
    <message>
        <source>Whoever has an invite from you joins with it, once.</source>
        <translation>Wer eine Einladung von dir hat, tritt damit bei, einmal.</translation>
    </message>
    <message>
        <source>Everybody who knows the canister&apos;s id can store notes in it, at your cost, up to the quota and the number of users.</source>
        <translation>Alle, die die ID des Canisters kennen, können auf deine Kosten Notizen darin ablegen, bis zum Kontingent und zur größten Zahl von Personen.</translation>
    </message>
    <message>
        <source>%1 T</source>
        <comment>trillion cycles</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>more than ten years</source>
        <translation>mehr als zehn Jahre</translation>
    </message>
    <message numerus="yes">
        <source>about %n month(s)</source>
        <translation>
            <numerusform>etwa %n Monat</numerusform>
            <numerusform>etwa %n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
        <source>No canister is set. &quot;sheaf canister set URL ID&quot; or &quot;set LINK&quot; sets one.</source>
        <translation>Kein Canister ist eingestellt. „sheaf canister set URL ID“ oder „set LINK“ stellt einen ein.</translation>
    </message>
    <message>
        <source>Not asked: --offline was given.</source>
        <translation>Nicht gefragt: --offline wurde angegeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no complete sheaf://connect link.</source>
        <translation>„%1“ ist kein vollständiger sheaf://connect-Link.</translation>
    </message>
    <message>
        <source>A canister is given as URL ID or as one LINK.</source>
        <translation>Ein Canister wird als URL ID oder als ein LINK angegeben.</translation>
    </message>
    <message>
        <source>Registration  %1</source>
        <translation>Registrierung  %1</translation>
    </message>
    <message>
        <source>You are       %1</source>
        <translation>Du bist        %1</translation>
    </message>
    <message>
        <source>&quot;canister link&quot; takes --claim and --invite.</source>
        <translation>„canister link“ kennt --claim und --invite.</translation>
    </message>
    <message>
        <source>&quot;canister&quot; is followed by show, set, check, link, claim, join, devices, device, delete-space, status, users, user, invite, settings or give. &quot;sheaf --help&quot; says more.</source>
        <translation>Auf „canister“ folgt show, set, check, link, claim, join, devices, device, delete-space, status, users, user, invite, settings oder give. „sheaf --help“ sagt mehr.</translation>
    </message>
    <message>
        <source>  (retired)</source>
        <translation>  (stillgelegt)</translation>
    </message>
    <message>
        <source>The canister is yours now.</source>
        <translation>Der Canister gehört jetzt dir.</translation>
    </message>
    <message>
        <source>You are a member now.</source>
        <translation>Du bist jetzt Mitglied.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no device&apos;s id: &quot;canister devices&quot; shows them.</source>
        <translation>„%1“ ist keine Geräte-ID: „canister devices“ zeigt sie.</translation>
    </message>
    <message>
        <source>This deletes everything of yours on the canister %1, for all of your devices; the notes on this device stay. To do it: canister delete-space --confirm %2</source>
        <translation>Das löscht alles von dir auf dem Canister %1, für alle deine Geräte; die Notizen auf diesem Gerät bleiben. So geht es: canister delete-space --confirm %2</translation>
    </message>
    <message>
        <source>Deleted. This profile no longer syncs; its notes stay here.</source>
        <translation>Gelöscht. Dieses Profil gleicht nicht mehr ab; seine Notizen bleiben hier.</translation>
    </message>
    <message>
        <source>Use: canister claim CODE</source>
        <translation>So geht es: canister claim CODE</translation>
    </message>
    <message>
        <source>Use: canister join CODE</source>
        <translation>So geht es: canister join CODE</translation>
    </message>
    <message>
        <source>Use: canister devices</source>
        <translation>So geht es: canister devices</translation>
    </message>
    <message>
        <source>Use: canister device retire ID</source>
        <translation>So geht es: canister device retire ID</translation>
    </message>
    <message>
        <source>Cycles     %1, for %2</source>
        <translation>Cycles     %1, reichen: %2</translation>
    </message>
    <message>
        <source>Memory     %1, of which %2 attachments</source>
        <translation>Speicher   %1, davon %2 Anhänge</translation>
    </message>
    <message>
        <source>People     %1, with %2 of notes</source>
        <translation>Personen   %1, mit %2 an Notizen</translation>
    </message>
    <message>
        <source>Version    %1, interface %2</source>
        <translation>Version    %1, Schnittstelle %2</translation>
    </message>
    <message>
        <source>  owner</source>
        <translation>  besitzt den Canister</translation>
    </message>
    <message>
        <source>  suspended</source>
        <translation>  gesperrt</translation>
    </message>
    <message>
        <source>&quot;canister user&quot; is followed by set, suspend, resume or remove and a principal.</source>
        <translation>Auf „canister user“ folgt set, suspend, resume oder remove und ein Principal.</translation>
    </message>
    <message>
        <source>Removed, with everything of theirs on the canister.</source>
        <translation>Entfernt, mit allem, was dieser Person auf dem Canister gehörte.</translation>
    </message>
    <message>
        <source>Unknown: canister user %1</source>
        <translation>Unbekannt: canister user %1</translation>
    </message>
    <message>
        <source>--quota takes a number of megabytes.</source>
        <translation>--quota nimmt eine Zahl von Megabyte.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>used by %1</source>
        <translation>benutzt von %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>--days takes a number from 1.</source>
        <translation>--days nimmt eine Zahl ab 1.</translation>
    </message>
    <message>
        <source>Revoked.</source>
        <translation>Widerrufen.</translation>
    </message>
    <message>
        <source>&quot;canister invite&quot; is followed by create [--note TEXT] [--days N], list or revoke ID.</source>
        <translation>Auf „canister invite“ folgt create [--note TEXT] [--days N], list oder revoke ID.</translation>
    </message>
    <message>
        <source>Settings are registration single_owner|invite_only|open, quota MB, max-users N, updates-per-minute N, low-cycles N.</source>
        <translation>Einstellungen sind registration single_owner|invite_only|open, quota MB, max-users N, updates-per-minute N, low-cycles N.</translation>
    </message>
    <message>
        <source>Use: canister settings get | settings set NAME VALUE...</source>
        <translation>So geht es: canister settings get | settings set NAME WERT...</translation>
    </message>
    <message>
        <source>The canister belongs to %1 now.</source>
        <translation>Der Canister gehört jetzt %1.</translation>
    </message>
    <message>
        <source>The file of --did has no service in it.</source>
        <translation>In der Datei von --did ist kein Service.</translation>
    </message>
    <message>
        <source>The canister has no method &quot;%1&quot;. It has: %2.</source>
        <translation>Der Canister hat keine Methode „%1“. Er hat: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; changes the canister, so that it cannot be queried: use &quot;ic call %1&quot;.</source>
        <translation>„%1“ ändert den Canister und lässt sich darum nicht abfragen: nimm „ic call %1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a composite query, which cannot be called: use &quot;ic query %1&quot;.</source>
        <translation>„%1“ ist eine zusammengesetzte Abfrage (composite query) und lässt sich nicht aufrufen: nimm „ic query %1“.</translation>
    </message>
    <message>
        <source>A method and at most one list of arguments are wanted, as in: ic %1 get &apos;(5, &quot;text&quot;)&apos;.</source>
        <translation>Gebraucht werden eine Methode und höchstens eine Liste von Argumenten, wie in: ic %1 get &apos;(5, &quot;text&quot;)&apos;.</translation>
    </message>
    <message>
        <source>The answer is no Candid: its bytes are shown.</source>
        <translation>Die Antwort ist kein Candid: Gezeigt werden ihre Bytes.</translation>
    </message>
    <message>
        <source>The answer is of another type than the interface says.</source>
        <translation>Die Antwort hat einen anderen Typ, als die Schnittstelle sagt.</translation>
    </message>
    <message>
        <source>&quot;ic interface&quot; takes no arguments.</source>
        <translation>„ic interface“ nimmt keine Argumente.</translation>
    </message>
    <message>
        <source>This canister does not tell its interface (metadata candid:service).</source>
        <translation>Dieser Canister verrät seine Schnittstelle nicht (Metadaten candid:service).</translation>
    </message>
    <message>
        <source>Sheaf cannot read this interface.</source>
        <translation>Sheaf kann diese Schnittstelle nicht lesen.</translation>
    </message>
    <message>
        <source>Not Candid: %1.</source>
        <translation>Kein Candid: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read.</source>
        <translation>„%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The interface has no method &quot;%1&quot;.</source>
        <translation>Die Schnittstelle hat keine Methode „%1“.</translation>
    </message>
    <message>
        <source>This has no binary form.</source>
        <translation>Das hat keine binäre Form.</translation>
    </message>
    <message>
        <source>&quot;ic encode&quot; is followed by arguments as in (5, &quot;text&quot;), in quotes of the shell.</source>
        <translation>Auf „ic encode“ folgen Argumente wie in (5, &quot;text&quot;), in Anführungszeichen der Shell.</translation>
    </message>
    <message>
        <source>&quot;ic decode&quot; is followed by hexadecimal digits, blob &quot;...&quot;, or - for standard input.</source>
        <translation>Auf „ic decode“ folgen Hexadezimalziffern, blob &quot;...&quot;, oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>These are no hexadecimal digits.</source>
        <translation>Das sind keine Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>The network knows this canister</source>
        <translation>Das Netz kennt diesen Canister</translation>
    </message>
    <message>
        <source>The certificate is new</source>
        <translation>Das Zertifikat ist neu</translation>
    </message>
    <message>
        <source>Certificate refused (%1): this computer&apos;s clock is wrong, or somebody repeats old answers.</source>
        <translation>Zertifikat abgelehnt (%1): Die Uhr dieses Computers geht falsch, oder jemand wiederholt alte Antworten.</translation>
    </message>
    <message>
        <source>The certificate is well-formed</source>
        <translation>Das Zertifikat ist wohlgeformt</translation>
    </message>
    <message>
        <source>It comes from a subnet that the network knows</source>
        <translation>Es kommt von einem Subnetz, das das Netz kennt</translation>
    </message>
    <message>
        <source>This subnet speaks for the canister</source>
        <translation>Dieses Subnetz spricht für den Canister</translation>
    </message>
    <message>
        <source>Every signature is good, up to the root key</source>
        <translation>Jede Signatur stimmt, bis hin zum Root-Schlüssel</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Network time</source>
        <translation>Netzzeit</translation>
    </message>
    <message>
        <source>%1 s ahead of the network&apos;s</source>
        <translation>%1 s vor gegenüber dem Netz</translation>
    </message>
    <message>
        <source>%1 s behind the network&apos;s</source>
        <translation>%1 s nach gegenüber dem Netz</translation>
    </message>
    <message>
        <source>(set the clock: requests may be refused)</source>
        <translation>(stell die Uhr: Anfragen werden sonst vielleicht abgelehnt)</translation>
    </message>
    <message>
        <source>This clock is</source>
        <translation>Diese Uhr geht</translation>
    </message>
    <message>
        <source>&quot;ic&quot; is followed by status, query METHOD [ARGUMENTS], call METHOD [ARGUMENTS], interface, read-state PATH..., principal TEXT, encode ARGUMENTS or decode HEX.</source>
        <translation>Auf „ic“ folgt status, query METHODE [ARGUMENTE], call METHODE [ARGUMENTE], interface, read-state PFAD..., principal TEXT, encode ARGUMENTE oder decode HEX.</translation>
    </message>
    <message>
        <source>the network itself</source>
        <translation>das Netz selbst</translation>
    </message>
    <message>
        <source>anybody, without a signature</source>
        <translation>irgendwer, ohne Signatur</translation>
    </message>
    <message>
        <source>the holder of a key, or a subnet</source>
        <translation>wem ein Schlüssel gehört, oder ein Subnetz</translation>
    </message>
    <message>
        <source>given out by another principal</source>
        <translation>von einem anderen Principal vergeben</translation>
    </message>
    <message>
        <source>reserved, cannot sign</source>
        <translation>reserviert, kann nicht signieren</translation>
    </message>
    <message>
        <source>given out by the network, as to canisters</source>
        <translation>vom Netz vergeben, etwa an Canister</translation>
    </message>
    <message>
        <source>&quot;ic principal&quot; is followed by a principal or its bytes in hexadecimal.</source>
        <translation>Auf „ic principal“ folgt ein Principal oder seine Bytes in hexadezimaler Form.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no principal: a wrong character shows in its first group.</source>
        <translation>„%1“ ist kein Principal: Ein falsches Zeichen zeigt sich in der ersten Gruppe.</translation>
    </message>
    <message>
        <source>Principal       %1
Class           %2 (%3)
Bytes           %4 (%5)
Ledger account  %6
As subaccount   %7
</source>
        <translation>Principal       %1
Klasse          %2 (%3)
Bytes           %4 (%5)
Ledger-Konto    %6
Als Unterkonto  %7
</translation>
    </message>
    <message>
        <source>%1: there is none, and that is proved</source>
        <translation>%1: gibt es nicht, und das ist bewiesen</translation>
    </message>
    <message>
        <source>%1: the certificate does not say</source>
        <translation>%1: Das Zertifikat sagt nichts dazu</translation>
    </message>
    <message>
        <source>&quot;ic read-state&quot; is followed by paths, as in time or canister/ID/module_hash.</source>
        <translation>Auf „ic read-state“ folgen Pfade, wie time oder canister/ID/module_hash.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Everything that was asked is well.</source>
        <translation>Alles, wonach gefragt wurde, ist in Ordnung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address that can be used: it has to begin with https://, or http:// for this computer.</source>
        <translation>„%1“ ist keine brauchbare Adresse: Sie muss mit https:// beginnen, oder mit http:// für diesen Computer.</translation>
    </message>
    <message>
        <source>With --anonymous the request goes unsigned.</source>
        <translation>Mit --anonymous geht die Anfrage ohne Signatur hinaus.</translation>
    </message>
    <message>
        <source>It is out of cycles: its owner has to top it up.</source>
        <translation>Er hat keine Cycles mehr: Wer ihn besitzt, muss ihn auffüllen.</translation>
    </message>
    <message>
        <source>It is stopped: its owner has to start it.</source>
        <translation>Er ist angehalten: Wer ihn besitzt, muss ihn starten.</translation>
    </message>
    <message>
        <source>It is being stopped.</source>
        <translation>Er wird gerade angehalten.</translation>
    </message>
    <message>
        <source>There is no code in it.</source>
        <translation>In ihm ist kein Code.</translation>
    </message>
    <message>
        <source>There is no such canister.</source>
        <translation>Einen solchen Canister gibt es nicht.</translation>
    </message>
    <message>
        <source>Rejected; nobody vouches for that</source>
        <translation>Zurückgewiesen; dafür bürgt niemand</translation>
    </message>
    <message>
        <source>Rejected, says one node of the subnet</source>
        <translation>Zurückgewiesen, sagt ein Knoten des Subnetzes</translation>
    </message>
    <message>
        <source>Rejected, certifies the subnet</source>
        <translation>Zurückgewiesen, bescheinigt das Subnetz</translation>
    </message>
    <message>
        <source>Nothing was asked: --offline was given.</source>
        <translation>Nichts wurde gefragt: --offline wurde angegeben.</translation>
    </message>
    <message>
        <source>Which canister? --canister ID names it.</source>
        <translation>Welcher Canister? --canister ID nennt ihn.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the id of a canister.</source>
        <translation>„%1“ ist nicht die ID eines Canisters.</translation>
    </message>
    <message>
        <source>Unreachable: no connection (%1).</source>
        <translation>Nicht erreichbar: keine Verbindung (%1).</translation>
    </message>
    <message>
        <source>Unreachable: no answer in time.</source>
        <translation>Nicht erreichbar: keine Antwort in der erlaubten Zeit.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Busy: the network asks to come back later (%1).</source>
        <translation>Beschäftigt: Das Netz bittet, später wiederzukommen (%1).</translation>
    </message>
    <message>
        <source>Not the network: something else answers there (%1).</source>
        <translation>Nicht das Netz: Dort antwortet etwas anderes (%1).</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong: %1</source>
        <translation>Die Uhr dieses Computers geht falsch: %1</translation>
    </message>
    <message>
        <source>The request was refused: %1</source>
        <translation>Die Anfrage wurde abgelehnt: %1</translation>
    </message>
    <message>
        <source>Canister not found: the network knows no canister with this id.</source>
        <translation>Canister nicht gefunden: Das Netz kennt keinen Canister mit dieser ID.</translation>
    </message>
    <message>
        <source>The answer breaks the protocol: %1.</source>
        <translation>Die Antwort verletzt das Protokoll: %1.</translation>
    </message>
    <message>
        <source>Certificate refused: %1.</source>
        <translation>Zertifikat abgelehnt: %1.</translation>
    </message>
    <message>
        <source>No node of the subnet signed this answer: %1.</source>
        <translation>Kein Knoten des Subnetzes hat diese Antwort signiert: %1.</translation>
    </message>
    <message>
        <source>It ran, but the network has forgotten the result.</source>
        <translation>Es wurde ausgeführt, aber das Netz hat das Ergebnis vergessen.</translation>
    </message>
    <message>
        <source>It was not executed and never will be.</source>
        <translation>Es wurde nicht ausgeführt und wird es auch nie.</translation>
    </message>
    <message>
        <source>Nobody can tell whether it ran: %1.</source>
        <translation>Niemand kann sagen, ob es ausgeführt wurde: %1.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Canister</source>
        <translation>Canister</translation>
    </message>
    <message>
        <source>The host answers</source>
        <translation>Der Host antwortet</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>the main network&apos;s, built in</source>
        <translation>der des Hauptnetzes, eingebaut</translation>
    </message>
    <message>
        <source>told by this computer&apos;s own network</source>
        <translation>vom eigenen Netz dieses Computers genannt</translation>
    </message>
    <message>
        <source>the main network&apos;s, but the host tells another one: it is not the main network</source>
        <translation>der des Hauptnetzes, aber der Host nennt einen anderen: Das ist nicht das Hauptnetz</translation>
    </message>
    <message>
        <source>Root key</source>
        <translation>Root-Schlüssel</translation>
    </message>
    <message>
        <source>The canister exists</source>
        <translation>Den Canister gibt es</translation>
    </message>
    <message>
        <source>There is code in it</source>
        <translation>In ihm ist Code</translation>
    </message>
    <message>
        <source>No code is installed in this canister.</source>
        <translation>In diesem Canister ist kein Code installiert.</translation>
    </message>
    <message>
        <source>Module hash</source>
        <translation>Modul-Hash</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>%1 (private)</source>
        <translation>%1 (privat)</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>The canister runs</source>
        <translation>Der Canister läuft</translation>
    </message>
    <message>
        <source>&quot;ic status&quot; takes no arguments.</source>
        <translation>„ic status“ nimmt keine Argumente.</translation>
    </message>
    <message>
        <source>&quot;sync&quot; needs --once: the window syncs all the time by itself. --all-files fetches large files, too.</source>
        <translation>„sync“ braucht --once: Das Fenster gleicht ständig von selbst ab. --all-files holt auch große Dateien.</translation>
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
  canister show | set URL ID | set LINK | check [URL ID | LINK] | link [--claim C]
  canister claim CODE | join CODE | devices | device retire ID
  canister delete-space --confirm PRINCIPAL
  canister status | users | settings [get] | settings set NAME VALUE...   (owner)
  canister user set PRINCIPAL [--quota MB] [--note TEXT]
  canister user suspend|resume|remove PRINCIPAL | give PRINCIPAL
  canister invite create [--note TEXT] [--days N] | invite list | invite revoke ID
  ic status | ic interface          what the network and the canister tell of themselves
  ic query|call METHOD [&apos;(ARGUMENTS)&apos;] [--did FILE] [--anonymous]   in Candid&apos;s text
  ic read-state PATH... | ic principal TEXT | ic encode &apos;(...)&apos; | ic decode HEX
                                    with --url URL, --canister ID; no profile is needed

Options
  --profile DIR       folder with the database, settings and log
  --json              answers as JSON on standard output
  --offline           never use the network in this run
  --canister-url URL  --canister ID   the canister of this run; the profile&apos;s setting stays,
                      unless there was none
  --identity FILE     sign with the key in this file (PEM)
  --device-name NAME  how other devices call this one, in this run; kept if none was set
  --claim CODE        the window claims the canister with it if nobody has yet
  --connect LINK      the window opens with that link&apos;s canister to connect to
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
  canister show | set URL ID | set LINK | check [URL ID | LINK] | link [--claim C]
  canister claim CODE | join CODE | devices | device retire ID
  canister delete-space --confirm PRINCIPAL
  canister status | users | settings [get] | settings set NAME WERT...   (wer ihn besitzt)
  canister user set PRINCIPAL [--quota MB] [--note TEXT]
  canister user suspend|resume|remove PRINCIPAL | give PRINCIPAL
  canister invite create [--note TEXT] [--days N] | invite list | invite revoke ID
  ic status | ic interface          was Netz und Canister von sich sagen
  ic query|call METHODE [&apos;(ARGUMENTE)&apos;] [--did DATEI] [--anonymous]   als Candid-Text
  ic read-state PFAD... | ic principal TEXT | ic encode &apos;(...)&apos; | ic decode HEX
                                    mit --url URL, --canister ID; braucht kein Profil

Optionen
  --profile ORDNER    Ordner mit Datenbank, Einstellungen und Protokoll
  --json              Antworten als JSON auf der Standardausgabe
  --offline           in diesem Lauf nie das Netz verwenden
  --canister-url URL  --canister ID   der Canister dieses Laufs; im Profil bleibt der
                      eingestellte, außer es gab keinen
  --identity DATEI    mit dem Schlüssel in dieser Datei (PEM) signieren
  --device-name NAME  Name des Geräts für andere, in diesem Lauf; bleibt, wenn keiner da war
  --claim CODE        das Fenster übernimmt damit den Canister, wenn es noch niemand tat
  --connect LINK      das Fenster öffnet sich und bietet den Canister dieses Links an
  --no-welcome        ein neues Profil beginnt leer
  --theme NAME        system, light oder dark
  --help, --version

Rückgabewerte
  0 getan   1 fehlgeschlagen   2 falsche Argumente   3 nicht gefunden
  4 Datenbank nicht nutzbar   5 Canister nicht erreichbar   6 kein Schlüssel
  7 Konflikte sind offen   8 teilweise getan   9 von einem anderen Sheaf benutzt
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
    <name>ConnectDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Claim and connect</source>
        <translation>Übernehmen und &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Join and connect</source>
        <translation>Beitreten und &amp;verbinden</translation>
    </message>
    <message>
        <source>Connect to a canister</source>
        <translation>Mit einem Canister verbinden</translation>
    </message>
    <message>
        <source>Sheaf syncs with a canister: a small program of yours, or of somebody you know, on the Internet Computer. A link that begins with sheaf:// fills in everything: paste it into any field.</source>
        <translation>Sheaf gleicht mit einem Canister ab: einem kleinen Programm auf dem Internet Computer, das dir gehört oder jemandem, den du kennst. Ein Link, der mit sheaf:// beginnt, füllt alles aus: Füge ihn in ein beliebiges Feld ein.</translation>
    </message>
    <message>
        <source>Only if you were given one</source>
        <translation>Nur, wenn du einen bekommen hast</translation>
    </message>
    <message>
        <source>C&amp;anister:</source>
        <translation>&amp;Canister:</translation>
    </message>
    <message>
        <source>Claim code or &amp;invite:</source>
        <translation>Übernahmecode oder &amp;Einladung:</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>Which canister?</source>
        <translation>Welcher Canister?</translation>
    </message>
    <message>
        <source>Its id is shown where it was made, or by whoever invited you.</source>
        <translation>Seine ID steht dort, wo er angelegt wurde, oder du bekommst sie mit der Einladung.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sieht nach …</translation>
    </message>
    <message>
        <source>Asking the canister who may use it.</source>
        <translation>Fragt den Canister, wer ihn benutzen darf.</translation>
    </message>
    <message>
        <source>Make or open a &amp;key…</source>
        <translation>&amp;Schlüssel anlegen oder öffnen …</translation>
    </message>
    <message>
        <source>Claiming…</source>
        <translation>Übernimmt …</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Tritt bei …</translation>
    </message>
</context>
<context>
    <name>ConnectionVerdict</name>
    <message>
        <source>The notes of this profile stay on this device and with that canister; nothing is moved or deleted. To use this one, open it with a profile of its own, or export your notes and import them there.</source>
        <translation>Die Notizen dieses Profils bleiben auf diesem Gerät und bei jenem Canister; nichts wird verschoben oder gelöscht. Um diesen hier zu verwenden, öffne ihn mit einem eigenen Profil, oder exportiere deine Notizen und importiere sie dort.</translation>
    </message>
    <message>
        <source>This profile belongs to another canister</source>
        <translation>Dieses Profil gehört zu einem anderen Canister</translation>
    </message>
    <message>
        <source>It is synced with %1.</source>
        <translation>Es wird mit %1 abgeglichen.</translation>
    </message>
    <message>
        <source>This profile belongs to another key</source>
        <translation>Dieses Profil gehört zu einem anderen Schlüssel</translation>
    </message>
    <message>
        <source>It is synced with this canister by the key of %1. Open that key&apos;s file in the account settings.</source>
        <translation>Es wird mit diesem Canister durch den Schlüssel von %1 abgeglichen. Öffne die Datei dieses Schlüssels in den Einstellungen unter Konto.</translation>
    </message>
    <message>
        <source>A Sheaf canister, and you have no key yet</source>
        <translation>Ein Sheaf-Canister, und du hast noch keinen Schlüssel</translation>
    </message>
    <message>
        <source>A key proves to the canister that it is you. Make one on this computer, or open the key file of your other device.</source>
        <translation>Ein Schlüssel beweist dem Canister, dass du es bist. Leg auf diesem Computer einen an, oder öffne die Schlüsseldatei deines anderen Geräts.</translation>
    </message>
    <message>
        <source>Nobody has claimed it yet. Make a key on this computer first: the canister will belong to that key.</source>
        <translation>Noch hat ihn niemand übernommen. Leg zuerst auf diesem Computer einen Schlüssel an: Diesem Schlüssel gehört der Canister dann.</translation>
    </message>
    <message>
        <source>Ready to be claimed</source>
        <translation>Bereit zur Übernahme</translation>
    </message>
    <message>
        <source>Nobody owns this canister yet. With the right code it becomes yours: you decide who may use it and how much room they have.</source>
        <translation>Dieser Canister gehört noch niemandem. Mit dem richtigen Code wird er deiner: Du bestimmst, wer ihn benutzen darf und wie viel Platz alle haben.</translation>
    </message>
    <message>
        <source>Open, and owned by nobody</source>
        <translation>Offen, und gehört niemandem</translation>
    </message>
    <message>
        <source>Everybody may use this canister. With its claim code it becomes yours; you can also connect without.</source>
        <translation>Alle dürfen diesen Canister benutzen. Mit seinem Übernahmecode wird er deiner; du kannst dich auch ohne verbinden.</translation>
    </message>
    <message>
        <source>Nobody has claimed this canister yet</source>
        <translation>Noch hat niemand diesen Canister übernommen</translation>
    </message>
    <message>
        <source>Enter the claim code that was shown when it was installed: the canister then belongs to your key. Without the code, whoever installed it can name you as owner: give them your principal.</source>
        <translation>Gib den Übernahmecode ein, der bei der Installation gezeigt wurde: Dann gehört der Canister deinem Schlüssel. Ohne den Code kann ihn dir übertragen, wer ihn installiert hat: Gib dafür deinen Principal weiter.</translation>
    </message>
    <message>
        <source>Open to everybody</source>
        <translation>Offen für alle</translation>
    </message>
    <message>
        <source>You may use this canister. Its owner can see how much you store, and your notes lie there unencrypted.</source>
        <translation>Du darfst diesen Canister benutzen. Wer ihn besitzt, kann sehen, wie viel du speicherst, und deine Notizen liegen dort unverschlüsselt.</translation>
    </message>
    <message>
        <source>Ready to join</source>
        <translation>Bereit zum Beitreten</translation>
    </message>
    <message>
        <source>You join with the invite, which can be used once. Your notes lie in the owner&apos;s canister unencrypted.</source>
        <translation>Du trittst mit der Einladung bei, die sich einmal benutzen lässt. Deine Notizen liegen unverschlüsselt in einem Canister, der jemand anderem gehört.</translation>
    </message>
    <message>
        <source>By invitation only</source>
        <translation>Nur mit Einladung</translation>
    </message>
    <message>
        <source>Ask the owner of this canister for an invite and enter it above. Your principal may help the owner to know you.</source>
        <translation>Bitte die Person, der dieser Canister gehört, um eine Einladung, und gib sie oben ein. Dein Principal kann ihr helfen, dich zu erkennen.</translation>
    </message>
    <message>
        <source>Claimed by somebody else</source>
        <translation>Von jemand anderem übernommen</translation>
    </message>
    <message>
        <source>This canister belongs to another key and takes nobody new. If it is yours, open the key file of the device that claimed it. Otherwise give your principal to the owner and ask for an invite.</source>
        <translation>Dieser Canister gehört einem anderen Schlüssel und nimmt niemand Neues auf. Wenn er deiner ist, öffne die Schlüsseldatei des Geräts, das ihn übernommen hat. Gib sonst deinen Principal der Person, der er gehört, und bitte um eine Einladung.</translation>
    </message>
    <message>
        <source>You are suspended</source>
        <translation>Du bist gesperrt</translation>
    </message>
    <message>
        <source>The owner lets you read, but takes no changes from you. You can connect: changes of your other devices arrive, and what you write stays on this device.</source>
        <translation>Du darfst in diesem Canister lesen, aber er nimmt keine Änderungen von dir an. Du kannst dich verbinden: Änderungen deiner anderen Geräte kommen an, und was du schreibst, bleibt auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This canister is yours</source>
        <translation>Dieser Canister gehört dir</translation>
    </message>
    <message>
        <source>You are a member</source>
        <translation>Du bist Mitglied</translation>
    </message>
    <message>
        <source>There is a Sheaf canister at this address, and its answer is genuine.</source>
        <translation>Unter dieser Adresse ist ein Sheaf-Canister, und seine Antwort ist echt.</translation>
    </message>
</context>
<context>
    <name>DeleteSpaceDialog</name>
    <message>
        <source>Delete everything of mine</source>
        <translation>Alles von mir löschen</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n row(s) will be deleted</source>
        <translation>
            <numerusform>%1 in %n Eintrag werden gelöscht</numerusform>
            <numerusform>%1 in %n Einträgen werden gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>All your notes, drawings and attachments on the canister, with their versions there. This cannot be undone.</source>
        <translation>Alle deine Notizen, Zeichnungen und Anhänge auf dem Canister, mit ihren Fassungen dort. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The notes on this device stay, and this device stops syncing. Your other devices keep their notes as well, and ask before they store them on the canister again.</source>
        <translation>Die Notizen auf diesem Gerät bleiben, und dieses Gerät gleicht nicht mehr ab. Auch deine anderen Geräte behalten ihre Notizen und fragen, bevor sie sie wieder auf dem Canister ablegen.</translation>
    </message>
    <message>
        <source>To go on, type &lt;b&gt;%1&lt;/b&gt;, the beginning of your &amp;principal:</source>
        <translation>Um weiterzumachen, gib &lt;b&gt;%1&lt;/b&gt; ein, den Anfang deines &amp;Principals:</translation>
    </message>
    <message>
        <source>Beginning of your principal, %1</source>
        <translation>Anfang deines Principals, %1</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
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
    <message>
        <source>It has not arrived from another device yet, so it was left out. Sync, then export again.</source>
        <translation>Noch nicht von einem anderen Gerät angekommen, darum weggelassen. Gleiche ab und exportiere dann noch einmal.</translation>
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
        <source>The key file %1 cannot be written: %2. An existing file is never replaced.</source>
        <translation>Die Schlüsseldatei %1 lässt sich nicht schreiben: %2. Eine vorhandene Datei wird nie ersetzt.</translation>
    </message>
    <message>
        <source>The key file %1 could not be written completely and was removed.</source>
        <translation>Die Schlüsseldatei %1 ließ sich nicht vollständig schreiben und wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 holds no key that Sheaf can use: it has to be a PEM file with an Ed25519, P-256 or secp256k1 key that is not encrypted.</source>
        <translation>In %1 ist kein Schlüssel, den Sheaf verwenden kann: Es muss eine PEM-Datei mit einem Schlüssel der Art Ed25519, P-256 oder secp256k1 sein, der nicht verschlüsselt ist.</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>&amp;Make the invite</source>
        <translation>&amp;Einladung erstellen</translation>
    </message>
    <message>
        <source>A name, for you to remember</source>
        <translation>Ein Name, als Merkhilfe für dich</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>One person, once</source>
        <translation>Eine Person, einmal</translation>
    </message>
    <message>
        <source>Whoever has the invite can join your canister with it, one time, and then store notes there at your cost, up to the quota. You can suspend and remove people later. Their notes are theirs alone, but they lie in your canister unencrypted.</source>
        <translation>Wer die Einladung hat, kann deinem Canister damit beitreten, ein einziges Mal, und dann auf deine Kosten Notizen darin ablegen, bis zum Kontingent. Du kannst Personen später sperren und entfernen. Ihre Notizen gehören nur ihnen, aber sie liegen unverschlüsselt in deinem Canister.</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>&amp;Für:</translation>
    </message>
    <message>
        <source>&amp;Good for:</source>
        <translation>&amp;Gültig:</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Link:</source>
        <translation>Link:</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Code alone:</source>
        <translation>Nur der Code:</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Send this to the person now</source>
        <translation>Schick das jetzt der Person</translation>
    </message>
    <message>
        <source>It is shown only here and only once. It is good for one person until %1; you can revoke it in the list.</source>
        <translation>Das wird nur hier und nur einmal gezeigt. Es gilt für eine Person bis %1; widerrufen kannst du es in der Liste.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
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
    <name>LoadedPage</name>
    <message>
        <source>Asking the canister…</source>
        <translation>Fragt den Canister …</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
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
    <message>
        <source>Connected. Your documents are being synced.</source>
        <translation>Verbunden. Deine Dokumente werden abgeglichen.</translation>
    </message>
    <message>
        <source>The link is not complete: it has to begin with sheaf://connect and name a canister.</source>
        <translation>Der Link ist nicht vollständig: Er muss mit sheaf://connect beginnen und einen Canister nennen.</translation>
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
    <name>Notice</name>
    <message>
        <source>Copy your &amp;principal</source>
        <translation>Deinen &amp;Principal kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Your principal: %1</source>
        <translation>Dein Principal: %1</translation>
    </message>
</context>
<context>
    <name>OwnerPage</name>
    <message>
        <source>Canister</source>
        <translation>Canister</translation>
    </message>
    <message>
        <source>Cycles:</source>
        <translation>Cycles:</translation>
    </message>
    <message>
        <source>Used up:</source>
        <translation>Verbrauch:</translation>
    </message>
    <message>
        <source>Memory:</source>
        <translation>Speicher:</translation>
    </message>
    <message>
        <source>People:</source>
        <translation>Personen:</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version:</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source> MB each</source>
        <translation> MB pro Person</translation>
    </message>
    <message>
        <source> a minute</source>
        <translation> pro Minute</translation>
    </message>
    <message>
        <source> T cycles</source>
        <translation> T Cycles</translation>
    </message>
    <message>
        <source>&amp;Save the rules</source>
        <translation>Regeln &amp;speichern</translation>
    </message>
    <message>
        <source>Who may &amp;join:</source>
        <translation>Wer &amp;beitreten darf:</translation>
    </message>
    <message>
        <source>&amp;Most people:</source>
        <translation>&amp;Höchstzahl der Personen:</translation>
    </message>
    <message>
        <source>&amp;Changes per person:</source>
        <translation>Än&amp;derungen pro Person:</translation>
    </message>
    <message>
        <source>&amp;Warn below:</source>
        <translation>&amp;Warnen unter:</translation>
    </message>
    <message>
        <source>Top up %1 with the tool you installed it with, for example “icp canister top-up --amount 2t %1 -n ic”. Anybody may top up a canister.</source>
        <translation>Fülle %1 mit dem Werkzeug auf, mit dem du ihn installiert hast, zum Beispiel „icp canister top-up --amount 2t %1 -n ic“. Einen Canister auffüllen dürfen alle.</translation>
    </message>
    <message>
        <source>Cycles for %1 more</source>
        <translation>Cycles nur noch für %1</translation>
    </message>
    <message>
        <source>Cycles are getting low</source>
        <translation>Die Cycles werden knapp</translation>
    </message>
    <message>
        <source>Cycles for %1</source>
        <translation>Cycles für %1</translation>
    </message>
    <message>
        <source>Enough cycles</source>
        <translation>Genug Cycles</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 pro Tag</translation>
    </message>
    <message>
        <source>%1, of which %2 attachments</source>
        <translation>%1, davon %2 Anhänge</translation>
    </message>
    <message numerus="yes">
        <source>%n with %1 of notes</source>
        <translation>
            <numerusform>%n mit %1 an Notizen</numerusform>
            <numerusform>%n mit %1 an Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, installed %2, last upgraded %3</source>
        <translation>%1, installiert %2, zuletzt aktualisiert %3</translation>
    </message>
    <message>
        <source>The rules are saved.</source>
        <translation>Die Regeln sind gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Room for each person:</source>
        <translation>&amp;Platz für jede Person:</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>Än&amp;dern …</translation>
    </message>
    <message>
        <source>&amp;Suspend</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Invites</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>&amp;Invite somebody…</source>
        <translation>Jemanden e&amp;inladen …</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>Wide&amp;rrufen</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>besitzt den Canister</translation>
    </message>
    <message>
        <source>Invite %1</source>
        <translation>Einladung %1</translation>
    </message>
    <message>
        <source>used by %1</source>
        <translation>benutzt von %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Let &amp;write again</source>
        <translation>&amp;Wieder schreiben lassen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1 and delete everything of theirs from the canister, %2?</source>
        <translation>%1 entfernen und alles von dieser Person auf dem Canister löschen, %2?</translation>
    </message>
    <message>
        <source>What they have on their own devices stays there. Only a suspended person can be removed, so that they had time to notice.</source>
        <translation>Was sie auf ihren eigenen Geräten hat, bleibt dort. Entfernen lässt sich nur, wer gesperrt ist und so Zeit hatte, es zu bemerken.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
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
    <message>
        <source>Everything of yours on the canister is deleted, and this device no longer syncs. The notes here stay.</source>
        <translation>Alles von dir auf dem Canister ist gelöscht, und dieses Gerät gleicht nicht mehr ab. Die Notizen hier bleiben.</translation>
    </message>
    <message>
        <source>The canister is yours now.</source>
        <translation>Der Canister gehört jetzt dir.</translation>
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
        <source>Name of this &amp;device:</source>
        <translation>Name dieses &amp;Geräts:</translation>
    </message>
    <message>
        <source>&amp;Look for changes every:</source>
        <translation>Änderungen &amp;suchen alle:</translation>
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
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Discon&amp;nect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Canister:</source>
        <translation>Canister:</translation>
    </message>
    <message>
        <source>&amp;Fetch pictures and files:</source>
        <translation>&amp;Bilder und Dateien holen:</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Only when they are shown</source>
        <translation>Nur wenn sie gezeigt werden</translation>
    </message>
    <message>
        <source>Up to %1 MB by themselves</source>
        <translation>Bis %1 MB von selbst</translation>
    </message>
    <message>
        <source>All by themselves</source>
        <translation>Alle von selbst</translation>
    </message>
    <message>
        <source>My space</source>
        <translation>Mein Platz</translation>
    </message>
    <message>
        <source>Canister</source>
        <translation>Canister</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>%1
at %2</source>
        <translation>%1
bei %2</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>Given at the start, for this run alone.</source>
        <translation>Beim Start angegeben, nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>Connect to an&amp;other…</source>
        <translation>Mit a&amp;nderem verbinden …</translation>
    </message>
    <message>
        <source>&amp;Connect to a canister…</source>
        <translation>&amp;Mit einem Canister verbinden …</translation>
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
    <name>SpacePage</name>
    <message>
        <source>My space</source>
        <translation>Mein Platz</translation>
    </message>
    <message>
        <source>Room used</source>
        <translation>Belegter Platz</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>The canister keeps what was deleted until every device knows of it, at most half a year. Retire a device that you no longer have. A retired device that comes back is compared with everything once; nothing is lost.</source>
        <translation>Der Canister behält, was gelöscht wurde, bis jedes Gerät davon weiß, höchstens ein halbes Jahr. Lege ein Gerät still, das du nicht mehr hast. Kommt ein stillgelegtes Gerät zurück, wird es einmal mit allem verglichen; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>&amp;Stilllegen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Deletes everything of yours on the canister and ends syncing on this device. The notes on this device stay.</source>
        <translation>Löscht alles von dir auf dem Canister und beendet den Abgleich auf diesem Gerät. Die Notizen auf diesem Gerät bleiben.</translation>
    </message>
    <message>
        <source>&amp;Export everything first…</source>
        <translation>Zuerst alles e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Delete everything of mine…</source>
        <translation>Alles von mir &amp;löschen …</translation>
    </message>
    <message numerus="yes">
        <source>%1 used, in %n row(s).</source>
        <translation>
            <numerusform>%1 belegt, in %n Eintrag.</numerusform>
            <numerusform>%1 belegt, in %n Einträgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
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
    <message>
        <source>The canister does not know what was asked of it: it is older than this version of Sheaf, or another program. Ask its owner to update it; your changes are kept on this computer.</source>
        <translation>Der Canister kennt nicht, was von ihm verlangt wurde: Er ist älter als diese Version von Sheaf oder ein anderes Programm. Bitte darum, dass er aktualisiert wird, wenn er jemand anderem gehört; deine Änderungen bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>This canister is not open to you: it belongs to somebody else, or nobody has claimed it yet. Claim it or join it in the settings; everything you write is kept on this computer meanwhile.</source>
        <translation>Dieser Canister ist für dich nicht offen: Er gehört jemand anderem, oder noch hat ihn niemand in Besitz genommen. Nimm ihn in den Einstellungen in Besitz oder tritt ihm bei; was du schreibst, bleibt so lange auf diesem Computer.</translation>
    </message>
    <message>
        <source>The owner of the canister has suspended you: changes of your other devices still arrive, but nothing of yours is taken. Ask the owner; everything you write is kept on this computer meanwhile.</source>
        <translation>Wer den Canister besitzt, hat dich gesperrt: Änderungen deiner anderen Geräte kommen weiter an, aber von dir wird nichts angenommen. Frag dort nach; was du schreibst, bleibt so lange auf diesem Computer.</translation>
    </message>
    <message>
        <source>The canister is newer than this version of Sheaf. Changes of your other devices still arrive; please update Sheaf to send yours. They are kept on this computer meanwhile.</source>
        <translation>Der Canister ist neuer als diese Version von Sheaf. Änderungen deiner anderen Geräte kommen weiter an; aktualisiere Sheaf, um deine zu senden. Sie bleiben so lange auf diesem Computer.</translation>
    </message>
    <message>
        <source>Nothing is sent or fetched until you answered a question about it.</source>
        <translation>Nichts wird gesendet oder geholt, bis du eine Frage dazu beantwortet hast.</translation>
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
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Cycles</translation>
    </message>
    <message>
        <source>getting low</source>
        <translation>werden knapp</translation>
    </message>
    <message>
        <source>almost used up</source>
        <translation>fast verbraucht</translation>
    </message>
</context>
<context>
    <name>SyncQuestionBox</name>
    <message numerus="yes">
        <source>Another device deleted %n of your documents</source>
        <translation>
            <numerusform>Ein anderes Gerät hat %n deiner Dokumente gelöscht</numerusform>
            <numerusform>Ein anderes Gerät hat %n deiner Dokumente gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 deleted %n of your documents</source>
        <translation>
            <numerusform>%1 hat %n deiner Dokumente gelöscht</numerusform>
            <numerusform>%1 hat %n deiner Dokumente gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your documents were deleted here</source>
        <translation>
            <numerusform>%n deiner Dokumente wurde hier gelöscht</numerusform>
            <numerusform>%n deiner Dokumente wurden hier gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>The canister went back to an earlier state</source>
        <translation>Der Canister ist auf einen früheren Stand zurückgegangen</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that you changed here were deleted elsewhere long ago</source>
        <translation>
            <numerusform>%n Dokument, das du hier geändert hast, wurde anderswo schon vor langer Zeit gelöscht</numerusform>
            <numerusform>%n Dokumente, die du hier geändert hast, wurden anderswo schon vor langer Zeit gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>That is most of what is on this device, so nothing was deleted here yet.</source>
        <translation>Das ist das meiste von dem, was auf diesem Gerät ist, darum wurde hier noch nichts gelöscht.</translation>
    </message>
    <message>
        <source>That is most of what was on this device, so they are still on the canister and on your other devices.</source>
        <translation>Das ist das meiste von dem, was auf diesem Gerät war, darum ist es auf dem Canister und auf deinen anderen Geräten noch da.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) differ from what it holds now. What is not chosen stays in the history.</source>
        <translation>
            <numerusform>%n Dokument unterscheidet sich von dem, was er jetzt enthält. Was du nicht wählst, bleibt bei den früheren Fassungen.</numerusform>
            <numerusform>%n Dokumente unterscheiden sich von dem, was er jetzt enthält. Was du nicht wählst, bleibt bei den früheren Fassungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes and drawings that you do not keep move to the trash of this device.</source>
        <translation>Notizen und Zeichnungen, die du nicht behältst, kommen in den Papierkorb dieses Geräts.</translation>
    </message>
    <message>
        <source>&amp;Keep all</source>
        <translation>Alle &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Delete them here, too</source>
        <translation>Auch hier &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Delete them everywhere</source>
        <translation>Überall &amp;löschen</translation>
    </message>
    <message>
        <source>Keep &amp;this device&apos;s</source>
        <translation>Die von &amp;hier behalten</translation>
    </message>
    <message>
        <source>Take the &amp;canister&apos;s</source>
        <translation>Die vom &amp;Canister nehmen</translation>
    </message>
    <message>
        <source>&amp;One by one</source>
        <translation>&amp;Einzeln entscheiden</translation>
    </message>
    <message>
        <source>&amp;Fill it</source>
        <translation>&amp;Füllen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>The canister no longer holds your documents</source>
        <translation>Der Canister hat deine Dokumente nicht mehr</translation>
    </message>
    <message numerus="yes">
        <source>It was installed anew, is another one, or you deleted everything there from another device. Nothing is deleted here. Fill it with the %n document(s) of this device?</source>
        <translation>
            <numerusform>Er wurde neu installiert, ist ein anderer, oder du hast dort von einem anderen Gerät aus alles gelöscht. Hier wird nichts gelöscht. Soll er mit dem %n Dokument dieses Geräts gefüllt werden?</numerusform>
            <numerusform>Er wurde neu installiert, ist ein anderer, oder du hast dort von einem anderen Gerät aus alles gelöscht. Hier wird nichts gelöscht. Soll er mit den %n Dokumenten dieses Geräts gefüllt werden?</numerusform>
        </translation>
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
    <message>
        <source>Syncing files, %1 %</source>
        <translation>Gleicht Dateien ab, %1 %</translation>
    </message>
    <message>
        <source>Pictures and files are being exchanged with your canister. Notes do not wait for them.</source>
        <translation>Bilder und Dateien werden mit deinem Canister ausgetauscht. Notizen warten nicht darauf.</translation>
    </message>
    <message>
        <source>The canister&apos;s cycles are getting low: its owner should top it up soon.</source>
        <translation>Die Cycles des Canisters werden knapp: Wer ihn besitzt, sollte ihn bald auffüllen.</translation>
    </message>
    <message>
        <source>The canister&apos;s cycles are nearly used up. Before long it stops answering until its owner tops it up; what is on this device stays.</source>
        <translation>Die Cycles des Canisters sind fast verbraucht. Bald antwortet er nicht mehr, bis ihn auffüllt, wer ihn besitzt; was auf diesem Gerät ist, bleibt.</translation>
    </message>
    <message>
        <source>%1, canister almost out of cycles</source>
        <translation>%1, Canister fast ohne Cycles</translation>
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
    <message numerus="yes">
        <source>Another device deleted %n of your documents. They are kept here until you say what to do.</source>
        <translation>
            <numerusform>Ein anderes Gerät hat %n deiner Dokumente gelöscht. Es bleibt hier, bis du sagst, was geschehen soll.</numerusform>
            <numerusform>Ein anderes Gerät hat %n deiner Dokumente gelöscht. Sie bleiben hier, bis du sagst, was geschehen soll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your documents were deleted here. They are kept on the canister until you say what to do.</source>
        <translation>
            <numerusform>%n deiner Dokumente wurde hier gelöscht. Es bleibt auf dem Canister, bis du sagst, was geschehen soll.</numerusform>
            <numerusform>%n deiner Dokumente wurden hier gelöscht. Sie bleiben auf dem Canister, bis du sagst, was geschehen soll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The canister went back to an earlier state, and %n of your documents differ from what it holds. Choose which version stays.</source>
        <translation>
            <numerusform>Der Canister ist auf einen früheren Stand zurückgegangen, und %n deiner Dokumente unterscheidet sich von dem, was er enthält. Wähle, welche Fassung bleibt.</numerusform>
            <numerusform>Der Canister ist auf einen früheren Stand zurückgegangen, und %n deiner Dokumente unterscheiden sich von dem, was er enthält. Wähle, welche Fassung bleibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that you changed here were deleted on another device long ago. Choose whether they stay.</source>
        <translation>
            <numerusform>%n Dokument, das du hier geändert hast, wurde auf einem anderen Gerät schon vor langer Zeit gelöscht. Wähle, ob es bleibt.</numerusform>
            <numerusform>%n Dokumente, die du hier geändert hast, wurden auf einem anderen Gerät schon vor langer Zeit gelöscht. Wähle, ob sie bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The canister no longer holds your documents. Nothing is deleted here. Say whether to fill it with the %n document(s) of this device.</source>
        <translation>
            <numerusform>Der Canister hat deine Dokumente nicht mehr. Hier wird nichts gelöscht. Sage, ob er mit dem %n Dokument dieses Geräts gefüllt werden soll.</numerusform>
            <numerusform>Der Canister hat deine Dokumente nicht mehr. Hier wird nichts gelöscht. Sage, ob er mit den %n Dokumenten dieses Geräts gefüllt werden soll.</numerusform>
        </translation>
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
    <name>UserDialog</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Who this is, for you alone</source>
        <translation>Wer das ist, nur für dich</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Principal:</source>
        <translation>Principal:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Notiz:</translation>
    </message>
    <message>
        <source>&amp;Room:</source>
        <translation>&amp;Platz:</translation>
    </message>
    <message>
        <source>Used:</source>
        <translation>Belegt:</translation>
    </message>
    <message>
        <source>%1 notes, %2 attachments; joined %3</source>
        <translation>%1 Notizen, %2 Anhänge; dabei seit %3</translation>
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
