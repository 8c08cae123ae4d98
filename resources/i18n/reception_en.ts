<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
