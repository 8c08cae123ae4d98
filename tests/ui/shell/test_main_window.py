"""The main window: items by number, dialogs that keep the focus, keys that do not clash."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from tests.ui.component_sheet import sheet
from ui.appearance.icons import pixmap
from ui.appearance.theme import SCALES, Mode, theme
from ui.shell import actions, navigation
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem
from ui.shell.screen import Screen
from ui.shell.shortcut import ShortcutScope
from ui.shell.shortcut_table import SHORTCUTS
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField


class Page(Screen):
    """A screen with one field and one act."""

    def __init__(self) -> None:
        super().__init__()
        self.saved = 0
        self.field = TextField(self)
        QVBoxLayout(self).addWidget(self.field)
        actions.create("entry.save", self, self.save)

    def save(self) -> None:
        self.saved += 1

    def on_entered(self) -> None:
        self.field.setFocus()


@pytest.fixture
def window(themed, qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 696)
    for place in (NavigationItem.HOME, NavigationItem.REGISTER):
        window.add_screen(place, Page())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_item(NavigationItem.HOME)
    return window


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.ControlModifier):
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


@pytest.mark.parametrize("screen", list(ShortcutScope))
def test_no_two_acts_of_a_screen_share_a_key(screen):
    rows = [
        row
        for row in SHORTCUTS
        if screen in row.scopes
        or (ShortcutScope.EVERYWHERE in row.scopes and screen != ShortcutScope.DIALOG)
    ]
    keys = Counter(QKeySequence(key).toString() for row in rows for key in row.keys)
    assert [key for key, times in keys.items() if times > 1 or not key] == []


def test_no_key_uses_ctrl_shift():
    used = [key for row in SHORTCUTS for key in row.keys]
    assert not [key for key in used if "Ctrl+Shift" in key]


def test_every_act_has_vietnamese_words(themed):
    for row in SHORTCUTS:
        assert actions.action_text(row.id)
        assert actions.action_text(row.id) != row.source_text, row.id


def test_places_keep_their_numbers_while_others_are_hidden(window, qtbot):
    seen = []
    window.item_changed.connect(seen.append)
    press(qtbot, window, Qt.Key.Key_2)
    assert window.current_item is NavigationItem.REGISTER
    press(qtbot, window, Qt.Key.Key_3)
    press(qtbot, window, Qt.Key.Key_7)  # shown, but this window has no screen there
    assert window.current_item is NavigationItem.REGISTER
    press(qtbot, window, Qt.Key.Key_1)
    assert seen == [NavigationItem.REGISTER, NavigationItem.HOME]
    shown = [item for item in window.rail._items.values() if item.isVisible()]
    assert len(shown) == len(navigation.ITEMS_WITH_SCREEN)


def test_the_title_says_only_the_name_of_the_program(window):
    window.show_item(NavigationItem.REGISTER)
    assert window.windowTitle() == "Sổ tiếp công dân"


def test_keys_of_a_screen_work_from_the_rail_and_only_there(window, qtbot):
    desk, register = (
        window.screen_at(NavigationItem.HOME),
        window.screen_at(NavigationItem.REGISTER),
    )
    press(qtbot, window, Qt.Key.Key_S)
    window.rail.lock_button.setFocus()
    press(qtbot, window, Qt.Key.Key_S)
    assert (desk.saved, register.saved) == (2, 0)
    window.show_item(NavigationItem.REGISTER)
    press(qtbot, window, Qt.Key.Key_S)
    assert (desk.saved, register.saved) == (2, 1)


def test_a_dialog_keeps_focus_and_keys_and_gives_them_back(window, qtbot):
    desk = window.screen_at(NavigationItem.HOME)
    dialog = Dialog("Hỏi", window)
    first, area = TextField(dialog), TextArea(dialog)
    for part in (first, area):
        dialog.body.addWidget(part)
    dialog.set_leave_button(PushButton("Huỷ", dialog))
    go_on = PushButton("Ghi", dialog, "primary")
    dialog.set_primary(go_on)
    dialog.set_valid(False)
    dialog.open()
    assert first.hasFocus()
    press(qtbot, window, Qt.Key.Key_S)
    press(qtbot, window, Qt.Key.Key_2)
    assert desk.saved == 0
    assert window.current_item is NavigationItem.HOME
    for _ in range(7):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.isAncestorOf(window.focusWidget())
    area.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert dialog.isVisible(), "a form that is not valid must not be taken"
    dialog.set_valid(True)
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter in a text area is a new line"
    with qtbot.waitSignals([dialog.accepted, dialog.closed]):
        press(qtbot, window, Qt.Key.Key_Return)
    assert desk.field.hasFocus()


def test_esc_is_the_safe_way_out(window, qtbot):
    dialog = Dialog("Hỏi", window)
    cancel = PushButton("Huỷ", dialog)
    dialog.set_leave_button(cancel)
    taken = []
    primary = PushButton("Xoá", dialog, "danger")
    dialog.set_primary(primary)
    dialog.accepted.connect(lambda: taken.append(1))
    dialog.open()
    cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(cancel, Qt.Key.Key_Return)
    dialog.open()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert taken == []


def test_f1_lists_the_keys_of_the_screen(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    dialog = window.findChild(Dialog)
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_lock_and_new_visit(window, qtbot):
    with qtbot.waitSignal(window.lock_wanted):
        press(qtbot, window, Qt.Key.Key_L)
    window.show_item(NavigationItem.REGISTER)
    with qtbot.waitSignal(window.new_visit_wanted):
        press(qtbot, window, Qt.Key.Key_N)
    assert window.current_item is NavigationItem.HOME


def test_the_rail_folds_in_a_narrow_window(window, qtbot):
    assert (window.rail.compact, window.rail.width()) == (False, 216)
    window.resize(1280, 648)
    assert (window.rail.compact, window.rail.width()) == (True, 60)


def test_scale_and_mode_change_without_restart(window, qapp, qtbot):
    field = window.screen_at(NavigationItem.HOME).field
    for scale in (*SCALES[1:], 1.0):
        theme().apply(qapp, scale=scale)
        assert abs(field.sizeHint().height() - round(32 * scale)) <= 2
    light = theme().color("canvas")
    theme().apply(qapp, Mode.DARK)
    assert theme().dark
    assert theme().color("canvas") != light
    assert (
        "{" not in theme().style_sheet().replace("{\n", "").replace(" { ", "").split("QWidget")[0]
    )


def test_an_icon_takes_the_colour_of_the_theme(themed):
    image = pixmap("seal", "danger", 16).toImage()
    assert image.pixelColor(8, 3).name() == theme().color("danger").name()


def test_every_component_draws_and_is_named(themed, qtbot, picture):
    page = sheet()
    qtbot.addWidget(page)
    page.resize(1366, 1064)
    page.show()
    for mode in (Mode.LIGHT, Mode.DARK):
        theme().apply(themed, mode)
        assert picture(page, f"components-{mode.value}").stat().st_size > 50_000
    small = [
        button
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < 26
    ]
    assert small == []
    unnamed = [
        widget
        for widget in page.findChildren(QAbstractButton)
        if widget.isVisible() and not (widget.accessibleName() or widget.text())
    ]
    assert unnamed == []


def test_a_busy_button_takes_no_clicks(themed, qtbot):
    button = PushButton("Lưu", None, "primary", key="Ctrl+S")
    qtbot.addWidget(button)
    button.show()
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    button.set_busy("Đang lưu…")
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1]
    button.set_busy("")
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1, 1]


def test_an_action_has_its_text_and_key(window):
    action = window.screen_at(NavigationItem.HOME).findChild(QAction, "entry.save")
    assert action.text() == "Lưu và niêm phong"
    assert action.toolTip() == "Lưu và niêm phong, Ctrl+S"
    assert actions.first_key_text("confirm") == "Ctrl+Enter"
