"""The language of the window: Vietnamese or English, from the files that lrelease compiled."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator
from shiboken6 import isValid

import resources
from reception.messages.language import set_language

_installed: dict[QCoreApplication, QTranslator] = {}


def install(app: QCoreApplication, language: str) -> QTranslator:
    """Put ``app`` into ``language`` ("vi" or "en"), in place of the language before.

    Qt's own texts are in the Vietnamese file too: Qt ships no Vietnamese. The English one holds
    plural forms alone. FileNotFoundError in a checkout whose texts nobody has compiled.
    """
    remove(app)
    set_language(language)
    translator = QTranslator(app)
    path = resources.path(f"i18n/reception_{language}.qm")
    if not translator.load(str(path)):
        raise FileNotFoundError(f"{path}: run make setup")
    app.installTranslator(translator)
    _installed[app] = translator
    return translator


def remove(app: QCoreApplication) -> None:
    """Put ``app`` back into the language of its source texts."""
    before = _installed.pop(app, None)
    if before is not None and isValid(before):
        app.removeTranslator(before)
        before.setParent(None)
