"""The window in Vietnamese and English, Qt's own words included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

import resources
from installer.catalogue import read_translations
from installer.compiled_texts import SOURCES
from ui.appearance import translation

translate = QCoreApplication.translate


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], object]]:
    """Return ``speak("vi")``, which installs a language; removed after the test."""
    yield lambda language: translation.install(qapp, language)
    translation.remove(qapp)


def test_every_text_is_found_in_vietnamese(speak: Callable[[str], object]) -> None:
    speak("vi")
    texts = {}
    for name in SOURCES["vi"]:
        texts |= read_translations(resources.path(f"i18n/{name}"))
    missed = [
        text
        for text, forms in texts.items()
        if not text.has_plural_forms
        and translate(text.context, text.source, text.comment) != forms[0]
    ]
    assert len(texts) > 1500
    assert missed == []


def test_texts_of_qt_are_translated(speak: Callable[[str], object], qtbot: QtBot) -> None:
    speak("vi")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Huỷ"
    field = QLineEdit("abc")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = " ".join(action.text() for action in menu.actions())
    menu.deleteLater()
    assert "&Sao chép" in words
    assert "Copy" not in words
    assert "Select All" not in words


def test_an_unknown_text_is_returned_unchanged(speak: Callable[[str], object]) -> None:
    speak("vi")
    assert translate("Nowhere", "Unheard of") == "Unheard of"
    assert QKeySequence("Ctrl+L").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+L"


def test_counted_texts_have_their_plurals(speak: Callable[[str], object]) -> None:
    counted = [
        text
        for text in read_translations(resources.path("i18n/reception_en.ts"))
        if text.has_plural_forms
    ]
    assert counted
    for text, forms in read_translations(resources.path("i18n/reception_en.ts")).items():
        speak("en")
        words = [translate(text.context, text.source, text.comment, n) for n in (0, 1, 2)]
        expected = [forms[1].replace("%n", "0"), forms[0].replace("%n", "1")]
        assert words == [*expected, forms[1].replace("%n", "2")]
    vietnamese = read_translations(resources.path("i18n/reception_vi.ts"))
    for text in counted:
        speak("vi")
        (form,) = vietnamese[text]
        words = [translate(text.context, text.source, text.comment, n) for n in (1, 2)]
        assert words == [form.replace("%n", "1"), form.replace("%n", "2")]


def test_the_language_changes_in_place(speak: Callable[[str], object]) -> None:
    speak("vi")
    speak("en")
    assert translate("QLineEdit", "&Copy") == "&Copy"


def test_texts_that_nobody_has_compiled_are_named(
    speak: Callable[[str], object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    with pytest.raises(FileNotFoundError, match=r"reception_vi\.qm"):
        speak("vi")
