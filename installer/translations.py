"""Keeps resources/i18n in step with the texts of the window; run with ``python -m``.

``update`` adds new texts as unfinished and removes those no longer used,
``fill FILE`` takes translations from JSON ``{"Context": {"text": "its translation"}}``
(a list of forms for English plurals), ``missing`` prints in that form what is unfinished,
``check`` fails when a text is untranslated or its placeholders differ,
``compile`` makes the .qm files that the window loads, where they are older than the texts.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

from installer.catalogue import FORMS, Forms, read, write
from installer.compiled_texts import compile_texts
from installer.texts import Findings, Text, texts_in

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:\d+|n|L\d+)")
MNEMONIC = re.compile(r"&(?=[^&\s])")


def path_of(language: str) -> Path:
    """Return the file with the window's texts in ``language`` ("vi" or "en")."""
    return FOLDER / f"reception_{language}.ts"


def wanted(findings: Findings, language: str) -> set[Text]:
    """Return the texts a language needs: English needs plural forms only."""
    return {text for text in findings.texts if language != "en" or text.plural}


def update(language: str) -> None:
    """Add new texts as unfinished and remove those no longer used."""
    known = {_key(text): forms for text, forms in read(path_of(language)).items()}
    fresh: dict[Text, Forms] = {}
    for text in wanted(texts_in(ROOT / "ui"), language):
        count = FORMS[language] if text.plural else 1
        forms = known.get(_key(text), ("",))
        fresh[text] = forms if len(forms) == count else forms[:1] * count
    write(path_of(language), language, fresh)


def _key(text: Text) -> tuple[str, str, str]:
    """What makes a text the same text, whether it is counted or not."""
    return text.context, text.source, text.comment


def fill(language: str, given: dict[str, dict[str, str | list[str]]]) -> list[str]:
    """Take translations in; return sentences about texts nobody uses."""
    update(language)
    entries = read(path_of(language))
    unknown: list[str] = []
    for context, texts in given.items():
        for source, forms in texts.items():
            keys = [key for key in entries if (key.context, key.source) == (context, source)]
            if not keys:
                unknown.append(f"{context}: no such text: {source}")
            for key in keys:
                entries[key] = (forms,) if isinstance(forms, str) else tuple(forms)
    write(path_of(language), language, entries)
    return unknown


def missing(language: str) -> dict[str, dict[str, str]]:
    """Return context -> text -> "" for every unfinished text."""
    entries = read(path_of(language))
    unfinished: dict[str, dict[str, str]] = {}
    for text in sorted(wanted(texts_in(ROOT / "ui"), language)):
        if not all(entries.get(text, ("",))):
            unfinished.setdefault(text.context, {})[text.source] = ""
    return unfinished


def check() -> list[str]:
    """Return a sentence about everything that is wrong with the texts of the window."""
    findings = texts_in(ROOT / "ui")
    faults = list(findings.faults)
    for language in FORMS:
        entries = read(path_of(language))
        texts = wanted(findings, language)
        place = path_of(language).name
        faults += [f"{place}: unused: {text.source!r}" for text in sorted(set(entries) - texts)]
        for text in sorted(texts):
            forms = entries.get(text, ("",))
            faults += [f"{place}: {text.context}: {what}" for what in faults_of(text, forms)]
    for text, forms in read(FOLDER / "qtbase_vi.ts").items():
        faults += [f"qtbase_vi.ts: {text.context}: {what}" for what in faults_of(text, forms)]
    return faults


def faults_of(text: Text, forms: Forms) -> list[str]:
    """Return what is wrong with one translation."""
    if not all(forms):
        return [f"not translated: {text.source!r}"]
    faults: list[str] = []
    for index, form in enumerate(forms):
        singular = text.plural and len(forms) > 1 and index == 0
        if _placeholders(form, singular) != _placeholders(text.source, singular):
            faults.append(f"placeholders differ: {text.source!r} and {form!r}")
        if bool(MNEMONIC.search(text.source)) != bool(MNEMONIC.search(form)):
            faults.append(f"mnemonic on one side only: {text.source!r} and {form!r}")
    return faults


def _placeholders(text: str, singular: bool) -> Counter[str]:
    found = Counter(PLACEHOLDER.findall(text))
    if singular:  # "one copy" may leave the number out
        del found["%n"]
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update")
    commands.add_parser("check")
    commands.add_parser("compile")
    for name in ("fill", "missing"):
        command = commands.add_parser(name)
        command.add_argument("--language", choices=sorted(FORMS), default="vi")
        if name == "fill":
            command.add_argument("file", type=argparse.FileType(encoding="utf-8"))
    return parser.parse_args()


def main() -> int:
    """Run one command; 1 when ``check`` or ``fill`` has something to say."""
    arguments = _arguments()
    faults: list[str] = []
    if arguments.command == "update":
        for language in FORMS:
            update(language)
    elif arguments.command == "fill":
        faults = fill(arguments.language, json.load(arguments.file))
    elif arguments.command == "missing":
        unfinished = missing(arguments.language)
        sys.stdout.write(json.dumps(unfinished, ensure_ascii=False, indent=2) + "\n")
    elif arguments.command == "compile":
        compile_texts(FOLDER)
    else:
        faults = check()
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
