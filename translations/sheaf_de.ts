<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <location filename="../app/cli/places.cpp" line="81"/>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/searchcommand.cpp" line="11"/>
        <source>&quot;search&quot; needs words to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/command.cpp" line="60"/>
        <source>--%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/command.cpp" line="64"/>
        <source>Unknown option --%1. &quot;sheaf --help&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/conflictcommands.cpp" line="105"/>
        <source>Use: conflicts resolve ID --keep mine|master|both, or --text FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/conflictcommands.cpp" line="111"/>
        <source>&quot;%1&quot; cannot be read as UTF-8 text. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/conflictcommands.cpp" line="124"/>
        <source>--text is for notes; use --keep for this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/conflictcommands.cpp" line="134"/>
        <source>%1 has no open conflict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/conflictcommands.cpp" line="147"/>
        <source>&quot;conflicts&quot; is followed by list or resolve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/editor.cpp" line="18"/>
        <source>Give a text, or - for standard input, or set EDITOR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/editor.cpp" line="25"/>
        <source>The temporary file for the editor could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/editor.cpp" line="33"/>
        <source>The editor ended with an error. The note is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/editor.cpp" line="40"/>
        <source>The edited text could not be read. The note is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/editor.cpp" line="47"/>
        <source>The edited text is not UTF-8. The note is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/notecommands.cpp" line="23"/>
        <source>Put the text in quotes, or give - to read it from standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/notecommands.cpp" line="29"/>
        <source>Standard input is not UTF-8 text. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/notecommands.cpp" line="40"/>
        <source>%1 is not a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/notecommands.cpp" line="127"/>
        <source>There is no notebook &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/notecommands.cpp" line="155"/>
        <source>&quot;note show&quot; takes one id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/notecommands.cpp" line="172"/>
        <source>&quot;note edit&quot; needs the note&apos;s id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/notecommands.cpp" line="196"/>
        <source>Give the ids of the documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/notecommands.cpp" line="228"/>
        <source>&quot;note&quot; is followed by new, list, show, edit, trash or restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/options.cpp" line="75"/>
        <source>Unknown option %1. &quot;sheaf --help&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/options.cpp" line="77"/>
        <source>%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/options.cpp" line="85"/>
        <source>--theme takes system, light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/options.cpp" line="91"/>
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
  --theme NAME        system, light or dark
  --help, --version

Exit statuses
  0 done   1 failed   2 wrong arguments   3 not found   4 the database cannot be used
  5 the canister cannot be reached   6 no identity   7 conflicts are open
  8 done in part   9 in use by another Sheaf
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Resolution</name>
    <message>
        <location filename="../model/merge/resolution.cpp" line="15"/>
        <source>%1 (%2, %3)</source>
        <extracomment>Title of the other device&apos;s version: title (device, date and time)</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncError</name>
    <message>
        <location filename="../sync/syncerror.cpp" line="7"/>
        <source>The canister cannot be reached. Your changes are kept on this computer and travel as soon as the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="10"/>
        <source>Stopped. Your changes are kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="12"/>
        <source>The canister is busy. Sheaf tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="14"/>
        <source>Sign in again to sync. Everything you write is kept on this computer meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="17"/>
        <source>The canister refused the request. Nothing is lost; see the log for the reason it gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="20"/>
        <source>The answer could not be verified, so nothing of it was used. If this stays, check the canister&apos;s address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="23"/>
        <source>There is no canister with this id, or nothing is installed in it. Check the id in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="26"/>
        <source>The canister is out of cycles or stopped. Its owner can top it up or start it; you can go on working here meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="29"/>
        <source>The canister has no room left. Delete what you no longer need, or ask its owner for more room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="32"/>
        <source>This computer&apos;s clock is wrong, so signed requests are refused. Set the clock, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="35"/>
        <source>The canister speaks another version of the protocol. Update Sheaf or the canister; your changes are kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../sync/syncerror.cpp" line="38"/>
        <source>The database on this computer could not be read or written. See the message about it; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
