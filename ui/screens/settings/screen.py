"""Settings, first form: my password, how it looks, when it locks, the office's own lines."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.messages.book import say_error
from reception.services.own_password import change_password
from ui import actions
from ui.settings_file import MODES, SCALES, SettingsFile
from ui.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.key_button import KeyButton
from ui.widgets.labeled_field import LabeledField
from ui.widgets.page_header import PageHeader
from ui.widgets.password_field import PasswordField
from ui.widgets.scroll_pane import ScrollPane
from ui.widgets.stepper import Stepper
from ui.widgets.text_field import TextField
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.settings import OfficeSettings

translate = QCoreApplication.translate
_LINES = ("superior", "issuing", "place", "symbol", "seat", "address", "phone", "competent_head")
_IDLE = (1, 30)


class SettingsScreen(QWidget):
    """``look_changed(Look)`` at once; ``said(text)`` after something was kept."""

    look_changed = Signal(object)
    said = Signal(str)

    def __init__(
        self, reception: Reception, runner: Runner, parent: QWidget, machine: SettingsFile
    ) -> None:
        """Show what holds now."""
        super().__init__(parent)
        self._reception = reception
        self._runner = runner
        self._machine = machine
        self._may = reception.session.may(Right.MANAGE)
        self._build()
        self._fill(reception.session.settings())
        self._wire()

    def _build(self) -> None:
        self.header = PageHeader(translate("Settings", "Settings"), self)
        self.save_button = KeyButton(
            translate("Settings", "Save"), self, "primary", "save", "Ctrl+S"
        )
        self.save_button.setObjectName("save_button")
        self.save_button.setVisible(self._may)
        self.header.add_side(self.save_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        inner = QWidget(self)
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme().px(14))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side, cards in (
            (left, (self._password_card(), self._look_card())),
            (right, (self._office_card(),)),
        ):
            side.setSpacing(theme().px(12))
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            columns.addLayout(side, 1)
        body = QVBoxLayout()
        edge = theme().px(20)
        body.setContentsMargins(edge, 0, edge, theme().px(12))
        body.setSpacing(theme().px(12))
        body.addWidget(self.banner)
        body.addWidget(ScrollPane(inner, self), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)

    def _password_card(self) -> Card:
        card = self._card(translate("Settings", "My password"))
        self.old, self.new, self.again = (PasswordField(self) for _ in range(3))
        self.old_field = LabeledField(translate("Settings", "Present password"), self.old, self)
        hint = translate("Settings", "At least 12 characters hard to guess, or five drawn words.")
        self.new_field = LabeledField(translate("Settings", "New password"), self.new, self, hint)
        self.again_field = LabeledField(translate("Settings", "Once more"), self.again, self)
        for field in (self.old_field, self.new_field, self.again_field):
            card.body.addWidget(field)
        self.password_button = KeyButton(translate("Settings", "Change my password"), self)
        self.password_button.setObjectName("password_button")
        card.body.addWidget(self.password_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _look_card(self) -> Card:
        card = self._card(translate("Settings", "Look of this machine"))
        self.mode, self.scale = ChoiceBox(self), ChoiceBox(self)
        names = {
            "light": translate("Settings", "Light"),
            "dark": translate("Settings", "Dark"),
            "system": translate("Settings", "As the system"),
        }
        for mode in MODES:
            self.mode.add(names[mode], mode)
        for scale in SCALES:
            self.scale.add(f"{round(scale * 100)} %", scale)
        row = QHBoxLayout()
        row.addWidget(LabeledField(translate("Settings", "Ground"), self.mode, self), 1)
        row.addWidget(LabeledField(translate("Settings", "Size of text"), self.scale, self), 1)
        card.body.addLayout(row)
        return card

    def _office_card(self) -> Card:
        card = self._card(translate("Settings", "Office"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        self.lines = {name: TextField(self) for name in _LINES}
        for place, (name, line) in enumerate(self.lines.items()):
            line.setObjectName(name)
            line.setReadOnly(not self._may)
            grid.addWidget(LabeledField(_words(name), line, self), place // 2, place % 2)
        card.body.addLayout(grid)
        self.idle = Stepper(self, *_IDLE)
        self.idle.setEnabled(self._may)
        words = translate("Settings", "Locks by itself after minutes, from the next unlock")
        self.idle_field = LabeledField(words, self.idle, self)
        card.body.addWidget(self.idle_field, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _card(self, title: str) -> Card:
        card = Card(title, self)
        card.set_follow(False)
        return card

    def _fill(self, settings: OfficeSettings) -> None:
        look = self._machine.look()
        self.mode.choose(look.mode)
        self.scale.choose(look.scale)
        for name, line in self.lines.items():
            line.setText(str(getattr(settings, name)))
        self.idle.set_value(settings.idle_minutes)

    def _wire(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.password_button.clicked.connect(self.change_password)
        for box in (self.mode, self.scale):
            box.chosen.connect(self._look_chosen)
        if self._may:
            actions.create("save", self, self.save)

    def entered(self) -> None:
        """Put the focus into the first field."""
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def about_to_lock(self) -> None:
        """Forget passwords that were typed."""
        for field in (self.old, self.new, self.again):
            field.clear()

    @Slot()
    def _look_chosen(self) -> None:
        look = replace(
            self._machine.look(), mode=str(self.mode.value()), scale=float(str(self.scale.value()))
        )
        self._machine.remember_look(look)
        self.look_changed.emit(look)

    # -- the password ---------------------------------------------------------------------

    @Slot()
    def change_password(self) -> None:
        """Put my keys under a new password; the fields are empty in any case."""
        if self.password_button.busy:
            return
        self._clear_marks()
        old, new, again = (field.take() for field in (self.old, self.new, self.again))
        if new != again:
            self.again_field.set_error(translate("Settings", "Type the same twice."))
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.password_button.set_busy(translate("Settings", "Changing…"))
        job = partial(change_password, self._reception.session, old, new)
        self._runner.run(job, then=self._changed, owner=self, failed=self._password_refused)

    def _changed(self, _result: object) -> None:
        self.password_button.set_busy("")
        self.said.emit(translate("Settings", "Password changed"))

    def _password_refused(self, error: ReceptionError) -> None:
        self.password_button.set_busy("")
        wrong = isinstance(error, InvalidInput) and error.field == "old"
        field, place = (self.old_field, self.old) if wrong else (self.new_field, self.new)
        field.set_error(say_error(error))
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_marks(self) -> None:
        self.banner.hide()
        for field in (self.old_field, self.new_field, self.again_field):
            field.clear_state()

    # -- the office -----------------------------------------------------------------------

    @Slot()
    def save(self) -> None:
        """Keep the office's lines and the minutes (Ctrl+S)."""
        typed = {name: clean(line.value()) for name, line in self.lines.items()}
        if not typed["issuing"]:
            self.banner.say("", translate("Settings", "The issuing body is printed: enter it."))
            self.lines["issuing"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        settings = self._reception.session.settings().changed(
            **typed, idle_minutes=int(self.idle.value())
        )
        keep = partial(self._reception.session.change_settings, settings)
        self._runner.run(keep, then=self._kept, owner=self, failed=self._failed)

    def _kept(self, _result: object) -> None:
        self.banner.hide()
        self.said.emit(translate("Settings", "Settings kept"))

    def _failed(self, error: ReceptionError) -> None:
        self.banner.say("", say_error(error), "error")


def _words(name: str) -> str:
    return {
        "superior": translate("Settings", "Superior body"),
        "issuing": translate("Settings", "Issuing body"),
        "place": translate("Settings", "Place before the date"),
        "symbol": translate("Settings", "Document symbol"),
        "seat": translate("Settings", "Name of the reception seat"),
        "address": translate("Settings", "Address of the seat"),
        "phone": translate("Settings", "Telephone"),
        "competent_head": translate("Settings", "Who accepts and answers"),
    }[name]
