"""The window speaks Vietnamese and English, Qt's own words included."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

import resources
from ui.appearance import translation

TS = """<TS version="2.1" language="vi"><context><name>Desk</name>
<message><source>Open</source><translation>Mở</translation></message>
<message><source>Open</source><comment>state</comment><translation>Đang mở</translation></message>
<message numerus="yes"><source>%n visits</source>
<translation><numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
</message>
<message><source>Later</source><translation type="unfinished">Sau</translation></message>
</context></TS>"""


@pytest.fixture
def speak(qapp):
    """Put the application into a language and, at the end, back into none."""
    installed = []

    def _speak(language: str) -> None:
        installed.append(translation.install(qapp, language))

    yield _speak
    qapp.removeTranslator(installed[-1])
    installed[-1].setParent(None)


def test_forms_comments_and_unfinished_texts():
    forms = translation.read_catalogue(TS.encode())
    assert forms[("Desk", "Open", "")] == ("Mở",)
    assert forms[("Desk", "Open", "state")] == ("Đang mở",)
    assert forms[("Desk", "%n visits", "")] == ("%n visit", "%n visits")
    assert ("Desk", "Later", "") not in forms


def test_qt_speaks_vietnamese_too(speak, qtbot):
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


def test_an_unknown_text_stays_as_it_is(speak):
    speak("vi")
    assert QCoreApplication.translate("Nowhere", "Unheard of") == "Unheard of"
    assert QKeySequence("Ctrl+L").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+L"


def test_english_has_its_plurals(speak, monkeypatch):
    monkeypatch.setattr(resources, "data", lambda _name: TS.encode())
    speak("en")
    counted = [QCoreApplication.translate("Desk", "%n visits", "", count) for count in (0, 1, 2)]
    assert counted == ["0 visits", "1 visit", "2 visits"]
    assert QCoreApplication.translate("Desk", "Open", "state") == "Đang mở"


def test_the_language_changes_in_place(speak):
    speak("vi")
    speak("en")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Copy"
