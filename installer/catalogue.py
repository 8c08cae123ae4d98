"""Reads and writes .ts files, sorted and without line numbers, so that their diffs are short."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from installer.texts import Text

PluralForms = tuple[str, ...]  # one text per plural form; an empty text is unfinished
PLURAL_FORM_COUNTS = {"vi": 1, "en": 2}  # by language


def read_translations(path: Path) -> dict[Text, PluralForms]:
    """Return text → its plural forms; an empty dict where there is no file yet."""
    if not path.exists():
        return {}
    entries: dict[Text, PluralForms] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.get("numerus") == "yes",
            )
            entries[text] = _forms(message)
    return entries


def _forms(message: ET.Element) -> PluralForms:
    translation = message.find("translation")
    if translation is None:
        return ("",)
    plural = tuple(form.text or "" for form in translation.iter("numerusform"))
    return plural or (translation.text or "",)


def write_translations(path: Path, language: str, entries: dict[Text, PluralForms]) -> None:
    """Write a temporary file, then replace the old one by it."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context, texts in groupby(sorted(entries), key=lambda text: text.context):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for text in texts:
            lines += _message_lines(text, entries[text])
        lines.append("</context>")
    lines += ["</TS>", ""]
    temporary = path.with_suffix(f".{os.getpid()}.new")
    temporary.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    temporary.replace(path)


def _message_lines(text: Text, forms: PluralForms) -> list[str]:
    unfinished = "" if all(forms) else ' type="unfinished"'
    lines = ['    <message numerus="yes">' if text.has_plural_forms else "    <message>"]
    lines.append(f"        <source>{escape(text.source)}</source>")
    if text.comment:
        lines.append(f"        <comment>{escape(text.comment)}</comment>")
    if text.has_plural_forms:
        lines.append(f"        <translation{unfinished}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines.append("        </translation>")
    else:
        lines.append(f"        <translation{unfinished}>{escape(forms[0])}</translation>")
    lines.append("    </message>")
    return lines
