"""Puts the window into Vietnamese or English straight from the .ts files, without a compiler."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from shiboken6 import isValid

import resources
from reception.messages.book import speak

# Qt ships no Vietnamese, so its own words (OK, Copy, Select All) come from us as well.
# In English only the plural forms need a table: the texts are English already.
CATALOGUES = {
    "vi": ("i18n/qtbase_vi.ts", "i18n/reception_vi.ts"),
    "en": ("i18n/reception_en.ts",),
}

_NAME = re.compile(r"<name>(.*?)</name>", re.DOTALL)

Key = tuple[str, str, str]  # context, source text, disambiguation

_INSTALLED: dict[QCoreApplication, CatalogueTranslator] = {}


class CatalogueTranslator(QTranslator):
    """Looks texts up in the given .ts files; the first plural form is the one for n = 1."""

    def __init__(self, names: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Read context by context when first asked: the unlock screen needs two of forty.
        self._raw: dict[str, list[str]] = {}
        self._forms: dict[Key, tuple[str, ...]] = {}
        for name in names:
            for part in _contexts(resources.text(name)):
                found = _NAME.search(part)
                self._raw.setdefault(found[1].replace("&amp;", "&") if found else "", []).append(
                    part
                )
        self._known = bool(self._raw)

    def isEmpty(self) -> bool:
        """Tell Qt whether this translator has anything to say."""
        return not self._known

    def _read(self, context: str) -> None:
        for part in self._raw.pop(context, ()):
            self._forms.update(read_catalogue(f"<TS>{part}</TS>"))

    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the text in the language, or None: then Qt shows the source text."""
        key = (_text(context), _text(sourceText), _text(disambiguation))
        if key[0] in self._raw:
            self._read(key[0])
        forms = self._forms.get(key) or self._forms.get((key[0], key[1], ""))
        if not forms:
            return None
        return forms[0] if n in (-1, 1) else forms[-1]


def _contexts(xml: str) -> Iterator[str]:
    """Cut a .ts file into its contexts; a whole parse would take a tenth of the start."""
    for part in xml.split("<context>")[1:]:
        yield f"<context>{part.partition('</context>')[0]}</context>"


def read_catalogue(xml: str) -> dict[Key, tuple[str, ...]]:
    """Return the finished texts of a .ts file, each with its plural forms (one if it has none)."""
    forms: dict[Key, tuple[str, ...]] = {}
    for context in ET.fromstring(xml).iter("context"):  # noqa: S314 - our own bundled file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            texts = [form.text or "" for form in translation.iter("numerusform")]
            texts = texts or [translation.text or ""]
            if all(texts):
                key = (name, message.findtext("source", ""), message.findtext("comment", ""))
                forms[key] = tuple(texts)
    return forms


def install(app: QCoreApplication, language: str) -> CatalogueTranslator:
    """Put ``app`` into ``language`` ("vi" or "en"), in place of the language before."""
    # Kept here and not looked up among the children: the look-up costs a tenth of the start.
    remove(app)
    speak(language)
    translator = _INSTALLED[app] = CatalogueTranslator(CATALOGUES[language], app)
    app.installTranslator(translator)
    return translator


def remove(app: QCoreApplication) -> None:
    """Let ``app`` speak the language of its source texts again."""
    before = _INSTALLED.pop(app, None)
    if before is not None and isValid(before):
        app.removeTranslator(before)
        before.setParent(None)


def _text(value: str | bytes | None) -> str:
    """Qt hands over text or UTF-8 bytes, depending on who asks."""
    if value is None:
        return ""
    return value if isinstance(value, str) else value.decode("utf-8")
