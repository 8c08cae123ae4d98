<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BookAsk</name>
    <message numerus="yes">
        <source>%n names will be opened, for pages framed SECRET, on a printer on a cable only.</source>
        <translation>
            <numerusform>%n name will be opened, for pages framed SECRET, on a printer on a cable only.</numerusform>
            <numerusform>%n names will be opened, for pages framed SECRET, on a printer on a cable only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names will be opened. Denouncers and whoever asked for protection stay codes.</source>
        <translation>
            <numerusform>%n name will be opened. Denouncers and whoever asked for protection stay codes.</numerusform>
            <numerusform>%n names will be opened. Denouncers and whoever asked for protection stay codes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message numerus="yes">
        <source>%n papers not printed</source>
        <translation>
            <numerusform>One paper not printed</numerusform>
            <numerusform>%n papers not printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>Print %n copies</source>
        <translation>
            <numerusform>Print one copy</numerusform>
            <numerusform>Print %n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message numerus="yes">
        <source>%n sealed numbers could not be opened.</source>
        <translation>
            <numerusform>One sealed number could not be opened.</numerusform>
            <numerusform>%n sealed numbers could not be opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionWriters</name>
    <message numerus="yes">
        <source>%n identities were corrected, by {names}</source>
        <translation>
            <numerusform>%n identity was corrected, by {names}</numerusform>
            <numerusform>%n identities were corrected, by {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPapers</name>
    <message numerus="yes">
        <source>Print all %n</source>
        <translation>
            <numerusform>Print one</numerusform>
            <numerusform>Print all %n</numerusform>
        </translation>
    </message>
</context>
</TS>
