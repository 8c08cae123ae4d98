"""The unlock screen: choose a name, type the password, Enter."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception.services.access.pre_unlock_state import PreUnlockState
from ui.appearance.theme import theme
from ui.features.unlock.account_list import AccountList
from ui.features.unlock.last_log_entry import LastLogEntry
from ui.features.unlock.retry_delay import RetryDelay
from ui.features.unlock.unlock_form import UnlockForm
from ui.features.unlock.unlock_heading import UnlockHeading
from ui.features.unlock.unlock_side import UnlockSide

WIDTH = 420
_ROWS_SHOWN = 6
_TICK_MS = 200
_ROOM_FOR_SIDE = 980


class Attempt(NamedTuple):
    """One try to open."""

    user_id: str
    password: str

    def __repr__(self) -> str:
        """Never print a password."""
        return f"Attempt({self.user_id})"


class UnlockView(NamedTuple):
    """What the screen shows: the doorstep, the moment, why it was locked, who was here last."""

    door: PreUnlockState
    now: datetime
    reason: str = ""
    user: str = ""
    language: str = "vi"
    machine: str = ""


class UnlockScreen(QWidget):
    """``UnlockScreen(view, parent)``: ``wanted(Attempt)``, ``language_wanted(str)``,
    ``sheets_wanted`` to open by two recovery sheets, ``restore_wanted`` to put a backup back.

    ``refuse(tries, wait)`` after a wrong password, ``say(sentence)`` after any other failure,
    ``entered()`` puts the focus into the password.
    """

    wanted = Signal(object)
    language_wanted = Signal(str)
    sheets_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, view: UnlockView, parent: QWidget | None = None) -> None:
        """Show names, the last entry and an empty password."""
        super().__init__(parent)
        self._view = view
        self._brake = RetryDelay(view.door.waits)
        self._tries: dict[str, int] = {}
        self._opening = False
        self.side = UnlockSide(view.machine, self)
        self.heading = UnlockHeading(view.language, self)
        self.language = self.heading.language
        self.accounts = AccountList(view.door.accounts, self)
        self.accounts.choose(view.user)
        self.form = UnlockForm(self)
        self.password, self.note = self.form.password, self.form.note
        self.open_button = self.form.open_button
        self.forgotten_button = self.form.forgotten_button
        self._clock = QTimer(self)
        self._build()
        self._wire()
        self._choose()

    def _build(self) -> None:
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        holder = QWidget(self)
        holder.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(12), 0, px(12))
        column.setSpacing(px(8))
        column.addStretch(1)
        column.addWidget(self.heading)
        column.addWidget(
            LastLogEntry(self._view.door.checkpoint, self._view.now, self._view.reason, holder)
        )
        column.addSpacing(px(4))
        column.addWidget(self._list())
        column.addSpacing(px(8))
        column.addWidget(self.form)
        column.addStretch(1)
        # At large scales the column is higher than the window: then it scrolls.
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle = QWidget(area)
        middle.setProperty("clear", True)
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(holder)
        line.addStretch(1)
        area.setWidget(middle)
        row.addWidget(area, 1)

    def _list(self) -> QWidget:
        if len(self.accounts.rows) <= _ROWS_SHOWN:
            return self.accounts
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedHeight(theme().px(50) * _ROWS_SHOWN - theme().px(6))
        self.accounts.setProperty("clear", True)
        area.setWidget(self.accounts)
        return area

    def _wire(self) -> None:
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self.accounts.chosen.connect(self._choose)
        self.password.caps_lock_changed.connect(self.note.set_caps)
        self.open_button.clicked.connect(self._try)
        self.forgotten_button.clicked.connect(self._explain)
        self.form.restore_button.clicked.connect(self.restore_wanted)
        self.language.chosen.connect(self._speak)

    @Slot()
    def entered(self) -> None:
        """Put the focus into the password."""
        self.form.focus()

    def refuse(self, tries: int, wait: int) -> None:
        """Say that the password was wrong; the next try waits."""
        user_id = self.accounts.user_id()
        self._tries[user_id] = tries
        self._brake.hold(user_id, wait)
        self._end_opening()
        self._tick()
        self.password.selectAll()

    def say(self, sentence: str) -> None:
        """Say why the register was not opened."""
        self._end_opening()
        self.form.say(sentence)

    def _end_opening(self) -> None:
        self._set_opening(False)
        self.entered()

    def _set_opening(self, opening: bool) -> None:
        self._opening = opening
        self.form.set_busy(opening)
        for part in (self.accounts, self.language):
            part.setEnabled(not opening)
        self._settle()

    @Slot(str)
    def _choose(self, _user_id: str = "") -> None:
        self.form.ask(self.accounts.name())
        self._tick()
        # After the click or key that chose the name has done its own work with the focus.
        if self.isVisible() and not any(row.hasFocus() for row in self.accounts.rows):
            QTimer.singleShot(0, self, self.entered)

    @Slot()
    def _tick(self) -> None:
        user_id = self.accounts.user_id()
        left = self._brake.left(user_id)
        self.note.set_tries(self._tries.get(user_id, 0), left)
        if left and not self._clock.isActive():
            self._clock.start()
        elif not left:
            self._clock.stop()
        self._settle()

    @Slot()
    def _settle(self) -> None:
        waiting = self._brake.left(self.accounts.user_id()) > 0
        self.open_button.setEnabled(self._opening or not waiting)

    @Slot()
    def _try(self) -> None:
        password = self.password.value()
        user_id = self.accounts.user_id()
        if not password:
            self.entered()
        if self._opening or not password or self._brake.left(user_id):
            return
        self._set_opening(True)
        self.wanted.emit(Attempt(user_id, password))

    @Slot()
    def _explain(self) -> None:
        from ui.features.unlock.forgotten_password import ForgottenPassword  # noqa: PLC0415  # rarely wanted

        dialog = ForgottenPassword(self, self._view.door.sheets)
        dialog.sheets_wanted.connect(self.sheets_wanted)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _speak(self, language: object) -> None:
        # The page is replaced by one in the other language: not inside the list's own signal.
        QTimer.singleShot(0, self, partial(self.language_wanted.emit, str(language)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the promises out where there is room for the form alone."""
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= theme().px(_ROOM_FOR_SIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()
            event.accept()
            return
        super().keyPressEvent(event)
