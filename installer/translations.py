"""Updates resources/i18n from the texts of the window; run with ``python -m``.

``update`` adds new texts as unfinished and removes those no longer used,
``fill FILE`` reads translations from JSON ``{"Context": {"text": "its translation"}}``
(a list of forms for English plurals), ``missing`` prints unfinished texts in that form,
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

from installer.catalogue import (
    PLURAL_FORM_COUNTS,
    PluralForms,
    read_translations,
    write_translations,
)
from installer.compiled_texts import compile_texts
from installer.texts import Findings, Text, texts_in

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:\d+|n|L\d+)")
MNEMONIC = re.compile(r"&(?=[^&\s])")


def path_of(language: str) -> Path:
    """Return the file with the window's texts in ``language`` ("vi" or "en")."""
    return FOLDER / f"reception_{language}.ts"


def texts_of_language(findings: Findings, language: str) -> set[Text]:
    """Return the texts a language must translate: for English only those with plural forms."""
    return {text for text in findings.texts if language != "en" or text.has_plural_forms}


def update(language: str) -> None:
    """Add new texts as unfinished and remove those no longer used."""
    known = {
        _translation_key(text): forms
        for text, forms in read_translations(path_of(language)).items()
    }
    updated: dict[Text, PluralForms] = {}
    for text in texts_of_language(texts_in(ROOT / "ui"), language):
        count = PLURAL_FORM_COUNTS[language] if text.has_plural_forms else 1
        forms = known.get(_translation_key(text), ("",))
        updated[text] = forms if len(forms) == count else forms[:1] * count
    write_translations(path_of(language), language, updated)


def _translation_key(text: Text) -> tuple[str, str, str]:
    """Return what identifies a text; a change of its plural form keeps the translation."""
    return text.context, text.source, text.comment


def fill(language: str, translations: dict[str, dict[str, str | list[str]]]) -> list[str]:
    """Store translations; return messages about texts that nobody uses."""
    update(language)
    entries = read_translations(path_of(language))
    unknown: list[str] = []
    for context, texts in translations.items():
        for source, forms in texts.items():
            keys = [key for key in entries if (key.context, key.source) == (context, source)]
            if not keys:
                unknown.append(f"{context}: no such text: {source}")
            for key in keys:
                entries[key] = (forms,) if isinstance(forms, str) else tuple(forms)
    write_translations(path_of(language), language, entries)
    return unknown


def missing(language: str) -> dict[str, dict[str, str]]:
    """Return context -> text -> "" for every unfinished text."""
    entries = read_translations(path_of(language))
    unfinished: dict[str, dict[str, str]] = {}
    for text in sorted(texts_of_language(texts_in(ROOT / "ui"), language)):
        if not all(entries.get(text, ("",))):
            unfinished.setdefault(text.context, {})[text.source] = ""
    return unfinished


def check() -> list[str]:
    """Return a message for every fault in the texts of the window."""
    findings = texts_in(ROOT / "ui")
    faults = list(findings.faults)
    for language in PLURAL_FORM_COUNTS:
        entries = read_translations(path_of(language))
        texts = texts_of_language(findings, language)
        file = path_of(language).name
        faults += [f"{file}: unused: {text.source!r}" for text in sorted(set(entries) - texts)]
        for text in sorted(texts):
            forms = entries.get(text, ("",))
            faults += [f"{file}: {text.context}: {fault}" for fault in faults_of(text, forms)]
    for text, forms in read_translations(FOLDER / "qtbase_vi.ts").items():
        faults += [f"qtbase_vi.ts: {text.context}: {fault}" for fault in faults_of(text, forms)]
    return faults


def faults_of(text: Text, forms: PluralForms) -> list[str]:
    """Return the faults of one translation."""
    if not all(forms):
        return [f"not translated: {text.source!r}"]
    faults: list[str] = []
    for index, form in enumerate(forms):
        is_singular = text.has_plural_forms and len(forms) > 1 and index == 0
        if _placeholders(form, is_singular) != _placeholders(text.source, is_singular):
            faults.append(f"placeholders differ: {text.source!r} and {form!r}")
        if bool(MNEMONIC.search(text.source)) != bool(MNEMONIC.search(form)):
            faults.append(f"mnemonic on one side only: {text.source!r} and {form!r}")
    return faults


def _placeholders(text: str, is_singular: bool) -> Counter[str]:
    placeholders = Counter(PLACEHOLDER.findall(text))
    if is_singular:  # "one copy" need not contain the number
        del placeholders["%n"]
    return placeholders


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update")
    commands.add_parser("check")
    commands.add_parser("compile")
    for name in ("fill", "missing"):
        command = commands.add_parser(name)
        command.add_argument("--language", choices=sorted(PLURAL_FORM_COUNTS), default="vi")
        if name == "fill":
            command.add_argument("file", type=argparse.FileType(encoding="utf-8"))
    return parser.parse_args()


def main() -> int:
    """Run one command; 1 when ``check`` or ``fill`` finds a fault."""
    arguments = _arguments()
    faults: list[str] = []
    if arguments.command == "update":
        for language in PLURAL_FORM_COUNTS:
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
