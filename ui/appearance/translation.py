"""Puts the window into Vietnamese or English straight from the .ts files, without a compiler."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from shiboken6 import isValid

import resources
from reception.messages.catalogue import set_language

# Qt ships no Vietnamese, so its own words (OK, Copy, Select All) come from us as well.
# In English only the plural forms need a table: the texts are English already.
CATALOGUES = {
    "vi": ("i18n/qtbase_vi.ts", "i18n/reception_vi.ts"),
    "en": ("i18n/reception_en.ts",),
}

_NAME = re.compile(rb"<name>(.*?)</name>", re.DOTALL)

Key = tuple[str, str, str]  # context, source text, disambiguation

_INSTALLED: dict[QCoreApplication, CatalogueTranslator] = {}


class CatalogueTranslator(QTranslator):
    """Looks texts up in the given .ts files; the first plural form is the one for n = 1."""

    def __init__(self, names: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Read context by context when first asked: the unlock screen needs two of forty.
        self._raw: dict[str, list[bytes]] = {}
        self._forms: dict[Key, tuple[str, ...]] = {}
        for name in names:
            for part in _contexts(resources.data(name)):
                found = _NAME.search(part)
                context = found[1].decode().replace("&amp;", "&") if found else ""
                self._raw.setdefault(context, []).append(part)
        self._known = bool(self._raw)

    def isEmpty(self) -> bool:
        """Tell Qt whether this translator has anything to say."""
        return not self._known

    def _read(self, context: str) -> None:
        for part in self._raw.pop(context, ()):
            self._forms.update(read_catalogue(part))

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


def _contexts(xml: bytes) -> Iterator[bytes]:
    """Cut a .ts file into its contexts; a whole parse would take a tenth of the start."""
    for part in xml.split(b"<context>")[1:]:
        yield b"<context>" + part.partition(b"</context>")[0] + b"</context>"


def read_catalogue(xml: bytes) -> dict[Key, tuple[str, ...]]:
    """Return the finished texts of a .ts file or of one of its contexts, in UTF-8.

    Each has its plural forms, one if it has none.
    """
    reader = _Reader()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.CharacterDataHandler = reader.read
    parser.EndElementHandler = reader.end
    parser.Parse(xml, True)
    return reader.found


class _Reader:
    """Hears a .ts file element by element; a tree of it is built nowhere."""

    def __init__(self) -> None:
        self.found: dict[Key, tuple[str, ...]] = {}
        self._words = ""  # of the innermost element
        self._part: dict[str, str] = {}  # name of the context; source and comment of the message
        self._forms: list[str] = []
        self._finished = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._words = ""
        if tag == "message":
            self._part, self._finished = {"name": self._part["name"]}, False
        elif tag == "translation":
            self._forms, self._finished = [], "type" not in attributes

    def read(self, words: str) -> None:
        self._words += words

    def end(self, tag: str) -> None:
        if tag == "numerusform":
            self._forms.append(self._words)
        elif tag == "translation":
            self._forms = self._forms or [self._words]
        elif tag in ("name", "source", "comment"):
            self._part[tag] = self._words
        elif tag == "message" and self._finished and all(self._forms):
            part = self._part
            key = (part["name"], part.get("source", ""), part.get("comment", ""))
            self.found[key] = tuple(self._forms)


def install(app: QCoreApplication, language: str) -> CatalogueTranslator:
    """Put ``app`` into ``language`` ("vi" or "en"), in place of the language before."""
    # Kept here and not looked up among the children: the look-up costs a tenth of the start.
    remove(app)
    set_language(language)
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
