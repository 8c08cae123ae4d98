"""The guide opened by F1: the screen's chapter first, every word of it true of the program."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import resources
from installer.help_pictures import PICTURES, linked_pictures
from reception.messages.catalogue import sentences
from tests.ui.conftest import send_text
from tests.ui.layout_checks import layout_faults
from ui.appearance.theme import Mode, theme
from ui.shell import actions, user_guide
from ui.shell.help_dialog import HelpDialog
from ui.shell.main_window import MainWindow
from ui.shell.shortcut import ShortcutScope
from ui.shell.shortcut_table import SHORTCUTS

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_KEY = re.compile(r"(?:Ctrl\+|Alt\+)?(?:[A-Z0-9]|F\d{1,2}|Enter|Esc|Tab|Space)")
_PLAIN = {"Enter", "Esc", "Tab", "Space"}  # fields, tables and dialogs answer these everywhere
_IN_DIALOGS = {"F8"}  # covers the words of a recovery sheet as well


def labels() -> set[str]:
    """Return every Vietnamese text of the program, without marks for keys."""
    tree = Tree.fromstring(resources.text("i18n/reception_vi.ts"))  # noqa: S314 - our own file
    found = {"".join(node.itertext()).strip() for node in tree.iter("translation")}
    found |= {vietnamese for vietnamese, _ in sentences().values()}
    return {text.replace("&", "") for text in found}


@pytest.fixture
def window(qtbot, themed: QApplication) -> MainWindow:
    """An empty frame of a usual size."""
    found = MainWindow()
    qtbot.addWidget(found)
    found.resize(1366, 696)
    found.show()
    found.activateWindow()
    QTest.qWaitForWindowActive(found)
    return found


def opened(window: MainWindow, screen: ShortcutScope = ShortcutScope.REGISTER) -> HelpDialog:
    """Open the guide at a screen, every act of it made."""
    dialog = HelpDialog(screen, {row.id for row in SHORTCUTS}, window)
    dialog.open()
    return dialog


@pytest.mark.parametrize("chapter", user_guide.chapters(), ids=lambda chapter: chapter.name)
def test_every_key_and_label_of_a_chapter_is_the_programs(chapter: user_guide.GuideChapter) -> None:
    known = {keys.replace("Return", "Enter") for row in SHORTCUTS for keys in row.keys}
    known |= _PLAIN | _IN_DIALOGS
    label_texts = labels()
    for bold in _BOLD.findall(chapter.text):
        if _KEY.fullmatch(bold):
            assert bold in known, bold
        else:
            assert bold in label_texts, bold


def test_no_act_of_a_later_day_is_described() -> None:
    text = "\n".join(chapter.text for chapter in user_guide.chapters())
    for row in SHORTCUTS:
        if row.is_reserved:
            assert f"**{row.keys[0]}**" not in text


def test_every_picture_is_there_small_and_used() -> None:
    names = linked_pictures()
    assert len(names) > 20
    assert {path.name for path in PICTURES.glob("*.png")} == set(names)
    for name in names:
        path = user_guide.picture(name)
        assert path.stat().st_size < 90_000, name
        with Image.open(path) as picture:
            assert picture.width <= 920


def test_every_screen_has_its_chapter_and_every_chapter_a_title() -> None:
    names = [chapter.name for chapter in user_guide.chapters()]
    assert len(set(names)) == len(names) >= 15
    assert all(chapter.title and "#" not in chapter.title for chapter in user_guide.chapters())
    for screen in (
        ShortcutScope.VISIT_ENTRY,
        ShortcutScope.TODO,
        ShortcutScope.REGISTER,
        ShortcutScope.IMPORT,
        ShortcutScope.AUDIT,
    ):
        assert user_guide.chapter_of(screen) != user_guide.chapters()[0]
    assert user_guide.chapter_of(ShortcutScope.EVERYWHERE) == user_guide.chapters()[0]


def test_the_guide_has_no_real_person_and_no_address() -> None:
    text = "\n".join(chapter.text for chapter in user_guide.chapters())
    assert "http" not in text
    assert "vui lòng" not in text.casefold()
    assert "!" not in text.replace("![", "")


def test_f1_opens_the_chapter_of_the_screen_with_its_keys(window, picture) -> None:
    QTest.keyClick(window, K.Key_F1)
    (dialog,) = window.findChildren(HelpDialog)
    assert "Bắt đầu" in dialog.list.currentItem().text() or dialog.list.currentRow() >= 0
    dialog.reject()
    dialog = opened(window)
    text = dialog.text.toPlainText()
    assert text.startswith("Sổ tiếp công dân")
    assert "Ctrl+F" in text[:900]
    assert actions.action_text("visit.lifecycle") in text
    assert dialog.list.hasFocus()
    picture(window, "guide-register")


def titles_shown(dialog: HelpDialog) -> list[str]:
    """Return the chapters that the list shows."""
    rows = [row for row in range(dialog.list.count()) if not dialog.list.isRowHidden(row)]
    return [dialog.list.item(row).text() for row in rows]


def test_chapters_are_browsed_and_searched_by_key(window: MainWindow) -> None:
    dialog = opened(window)
    here = dialog.text.toPlainText()
    QTest.keyClick(dialog.list, K.Key_Down)
    below = dialog.text.toPlainText()
    assert below != here
    assert "Phím của trang này" not in below
    QTest.keyClick(dialog.list, K.Key_PageDown)
    assert dialog.text.verticalScrollBar().value() > 0
    QTest.keyClick(dialog.list, K.Key_F, CONTROL)
    assert dialog.search.hasFocus()
    send_text(dialog.search, "khoi phuc usb")
    titles = titles_shown(dialog)
    assert 0 < len(titles) < len(user_guide.chapters())
    assert "Sao lưu và khôi phục" in titles
    send_text(dialog.search, " zwzw")
    assert titles_shown(dialog) == []
    assert "Không chương nào" in dialog.text.toPlainText()
    QTest.keyClick(dialog.search, K.Key_Escape)
    assert not dialog.isVisible()


def test_pictures_are_shown_and_fit(window: MainWindow) -> None:
    dialog = opened(window, ShortcutScope.VISIT_ENTRY)
    document = dialog.text.document()
    names = re.findall(
        r"\((\.\./pictures/[a-z0-9-]+\.png)\)",
        user_guide.chapter_of(ShortcutScope.VISIT_ENTRY).text,
    )
    width = dialog.text.viewport().width()
    assert names
    for name in names:
        image = document.resource(QTextDocument.ResourceType.ImageResource.value, name)
        assert 0 < image.width() <= width, name
    assert document.size().width() <= width


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut(window: MainWindow, themed, picture, mode, scale) -> None:
    theme().apply(themed, mode, scale)
    dialog = opened(window, ShortcutScope.TODO)
    assert layout_faults(window) == []
    assert dialog.geometry().size() == window.centralWidget().size()
    picture(window, f"guide-{mode.value}-{scale}")


def test_the_guide_travels_with_the_program() -> None:
    wanted = [*user_guide.chapters(), *linked_pictures()]
    assert wanted
    project = (Path(resources.path("..")).resolve() / "pyproject.toml").read_text(encoding="utf-8")
    assert 'resources = ["**/*"]' in project


def words(widget: QWidget) -> str:
    """Return the text of a widget for screen readers."""
    return widget.accessibleName()


def test_every_part_is_named(window: MainWindow) -> None:
    dialog = opened(window)
    assert all(words(part) for part in (dialog.list, dialog.text, dialog.search))
