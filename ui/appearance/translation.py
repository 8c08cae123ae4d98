"""The language of the window: Vietnamese or English, from the files that lrelease compiled."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator
from shiboken6 import isValid

import resources
from reception.messages.language import set_language

_installed: dict[QCoreApplication, QTranslator] = {}


def install(app: QCoreApplication, language: str) -> QTranslator:
    """Set the language of ``app`` ("vi" or "en").

    The Vietnamese file also contains the texts of Qt, which has no Vietnamese translation; the
    English one contains plural forms only. FileNotFoundError where the texts are not compiled.
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
    """Set ``app`` back to the language of the source texts."""
    translator = _installed.pop(app, None)
    if translator is not None and isValid(translator):
        app.removeTranslator(translator)
        translator.setParent(None)
