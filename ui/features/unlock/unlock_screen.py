"""The unlock screen: a person chooses their name, types the password and presses Enter."""

from __future__ import annotations

from collections.abc import Callable
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
from ui.features.unlock.unlock_side_panel import UnlockSidePanel
from ui.shell.screen import Screen

WIDTH = 420
_VISIBLE_ROWS = 6
_UPDATE_INTERVAL_MS = 200
_MIN_WIDTH_WITH_SIDE = 980


class UnlockAttempt(NamedTuple):
    """An attempt to open the register; its ``repr`` leaves the password out."""

    user_id: str
    password: str

    def __repr__(self) -> str:
        return f"UnlockAttempt({self.user_id})"


class UnlockContents(NamedTuple):
    """What the unlock screen shows, all read before unlocking."""

    pre_unlock_state: PreUnlockState
    now: datetime
    lock_reason: str = ""  # of the last lock, one of command_line.LOCK_REASONS
    last_user_id: str = ""  # id of the account that was signed in last
    language: str = "vi"
    machine_line: str = ""  # the line about this machine


class UnlockScreen(Screen):
    """Emits ``unlock_wanted(UnlockAttempt)``.

    A failure is shown by ``show_wrong_password`` or ``show_error``.
    ``language_wanted("vi" or "en")``; ``sheets_wanted`` to open by two recovery sheets;
    ``restore_wanted`` to restore a backup.
    """

    unlock_wanted = Signal(object)
    language_wanted = Signal(str)
    sheets_wanted = Signal()
    restore_wanted = Signal()

    def __init__(
        self,
        contents: UnlockContents,
        show_explanation: Callable[[UnlockScreen, bool], object],
        parent: QWidget | None = None,
    ) -> None:
        """``show_explanation(screen, has_sheets)`` opens the dialog about forgotten passwords."""
        super().__init__(parent)
        self._contents = contents
        self._show_explanation = show_explanation
        self._delay = RetryDelay(contents.pre_unlock_state.delays)
        self._failed_attempts: dict[str, int] = {}
        self._is_opening = False
        self.side_panel = UnlockSidePanel(contents.machine_line, self)
        self.heading = UnlockHeading(contents.language, self)
        self.language_box = self.heading.language_box
        self.accounts = AccountList(contents.pre_unlock_state.accounts, self)
        self.accounts.choose(contents.last_user_id)
        self.form = UnlockForm(self)
        self.password, self.note = self.form.password, self.form.note
        self.open_button = self.form.open_button
        self.forgotten_button = self.form.forgotten_button
        self._timer = QTimer(self)
        self._build()
        self._wire()
        self._show_account()

    def _build(self) -> None:
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_panel)
        content = QWidget(self)
        content.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, px(12), 0, px(12))
        column.setSpacing(px(8))
        column.addStretch(1)
        column.addWidget(self.heading)
        column.addWidget(
            LastLogEntry(
                self._contents.pre_unlock_state.checkpoint,
                self._contents.now,
                self._contents.lock_reason,
                content,
            )
        )
        column.addSpacing(px(4))
        column.addWidget(self._account_area())
        column.addSpacing(px(8))
        column.addWidget(self.form)
        column.addStretch(1)
        # At large scales the column is taller than the window.
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        centered = QWidget(area)
        centered.setProperty("clear", True)
        line = QHBoxLayout(centered)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(content)
        line.addStretch(1)
        area.setWidget(centered)
        row.addWidget(area, 1)

    def _account_area(self) -> QWidget:
        if len(self.accounts.rows) <= _VISIBLE_ROWS:
            return self.accounts
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedHeight(theme().px(50) * _VISIBLE_ROWS - theme().px(6))
        self.accounts.setProperty("clear", True)
        area.setWidget(self.accounts)
        return area

    def _wire(self) -> None:
        self._timer.setInterval(_UPDATE_INTERVAL_MS)
        self._timer.timeout.connect(self._update_delay)
        self.accounts.chosen.connect(self._show_account)
        self.password.caps_lock_changed.connect(self.note.set_caps_lock)
        self.open_button.clicked.connect(self._request_unlock)
        self.forgotten_button.clicked.connect(self._explain_forgotten_password)
        self.form.restore_button.clicked.connect(self.restore_wanted)
        self.language_box.chosen.connect(self._change_language)

    @Slot()
    def on_entered(self) -> None:
        """Put the focus into the password field."""
        self.form.focus_password()

    def show_wrong_password(self, failed_attempts: int, delay_seconds: int) -> None:
        """Show the number of failed attempts; the next is possible after the delay."""
        user_id = self.accounts.chosen_user_id()
        self._failed_attempts[user_id] = failed_attempts
        self._delay.start(user_id, delay_seconds)
        self._end_opening()
        self._update_delay()
        self.password.selectAll()

    def show_error(self, sentence: str) -> None:
        """Show why the register was not opened."""
        self._end_opening()
        self.form.show_error(sentence)

    def _end_opening(self) -> None:
        self._set_opening(False)
        self.on_entered()

    def _set_opening(self, is_opening: bool) -> None:
        self._is_opening = is_opening
        self.form.set_busy(is_opening)
        for widget in (self.accounts, self.language_box):
            widget.setEnabled(not is_opening)
        self._enable_button()

    @Slot(str)
    def _show_account(self, _user_id: str = "") -> None:
        self.form.show_account(self.accounts.chosen_name())
        self._update_delay()
        # Deferred: the click or key that chose the name still moves the focus.
        if self.isVisible() and not any(row.hasFocus() for row in self.accounts.rows):
            QTimer.singleShot(0, self, self.on_entered)

    @Slot()
    def _update_delay(self) -> None:
        user_id = self.accounts.chosen_user_id()
        seconds_left = self._delay.seconds_left(user_id)
        self.note.show_attempts(self._failed_attempts.get(user_id, 0), seconds_left)
        if seconds_left and not self._timer.isActive():
            self._timer.start()
        elif not seconds_left:
            self._timer.stop()
        self._enable_button()

    @Slot()
    def _enable_button(self) -> None:
        is_delayed = self._delay.seconds_left(self.accounts.chosen_user_id()) > 0
        self.open_button.setEnabled(self._is_opening or not is_delayed)

    @Slot()
    def _request_unlock(self) -> None:
        password = self.password.value()
        user_id = self.accounts.chosen_user_id()
        if not password:
            self.on_entered()
        if self._is_opening or not password or self._delay.seconds_left(user_id):
            return
        self._set_opening(True)
        self.unlock_wanted.emit(UnlockAttempt(user_id, password))

    @Slot()
    def _explain_forgotten_password(self) -> None:
        self._show_explanation(self, self._contents.pre_unlock_state.has_recovery)

    @Slot(object)
    def _change_language(self, language: object) -> None:
        # Deferred: the signal replaces this screen, and with it the list that is emitting.
        QTimer.singleShot(0, self, partial(self.language_wanted.emit, str(language)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the left part if the window is too narrow for it."""
        super().resizeEvent(event)
        self.side_panel.setVisible(self.width() >= theme().px(_MIN_WIDTH_WITH_SIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the register, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request_unlock()
            event.accept()
            return
        super().keyPressEvent(event)
