"""The register does not match the roster: the head sees each row, then locks or signs the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from reception.messages.catalogue import error_sentence, sentence
from reception.messages.roster_mismatch import what_happened
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.unlock.roster_mismatch_table import people_table, rows_table
from ui.shell.screen import Screen
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane, WrappingPage

if TYPE_CHECKING:
    from reception.domain.errors import ReceptionError
    from reception.domain.roster_mismatch import RosterMismatchView
    from reception.services.staff.roster_confirmation import RosterConfirmation

translate = QCoreApplication.translate
_CHANGED = "roster.changed_meanwhile"


class RosterMismatchScreen(Screen):
    """Reads the mismatch on the database thread; nothing is written before the head signs.

    ``confirmed`` after signing; ``lock_wanted`` to lock again, which is the default. Page Up, Page
    Down, Home and End scroll through the rows.
    """

    confirmed = Signal()
    lock_wanted = Signal()

    def __init__(
        self, confirmation: RosterConfirmation, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._confirmation = confirmation
        self._runner = runner
        self._is_read = False
        self.error_banner = Banner("error", self)
        self.error_banner.hide()
        self.seen_box = QCheckBox(translate("RosterMismatch", "I have looked at each row"), self)
        self.lock_button = PushButton(
            translate("RosterMismatch", "Lock, do nothing"), self, "primary", "lock", "Esc"
        )
        self.sign_button = PushButton(
            translate("RosterMismatch", "Seen each row, sign the next roster"),
            self,
            "danger",
            "pen-line",
        )
        for name in ("seen_box", "lock_button", "sign_button"):
            getattr(self, name).setObjectName(name)
        self.scroll_pane = ScrollPane(WrappingPage(self), self)
        self._build()
        self._enable_buttons()
        self.seen_box.toggled.connect(self._enable_buttons)
        self.lock_button.clicked.connect(self.lock_wanted)
        self.sign_button.clicked.connect(self._sign)
        self._read()

    def _build(self) -> None:
        header = PageHeader(
            translate("RosterMismatch", "The register does not match the roster you signed"),
            self,
            translate("RosterMismatch", "nothing is written until you sign"),
        )
        bar = ActionBar(self)
        bar.setFixedHeight(theme().px(64))
        for button in (self.lock_button, self.sign_button):
            button.set_height(40)
        bar.add_left(self.lock_button)
        bar.add_at_right(self.seen_box)
        bar.add_at_right(self.sign_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(header)
        self._column.addWidget(self.scroll_pane, 1)
        self._column.addWidget(self.error_banner)
        self._column.addWidget(bar)

    def on_entered(self) -> None:
        self.lock_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self._is_read = False
        self._runner.run(self._confirmation.mismatch, then=self._show_view, failed=self._show_error)

    @Slot(object)
    def _show_view(self, view: RosterMismatchView) -> None:
        self._is_read = True
        page = WrappingPage(self)
        page.setProperty("clear", True)
        column = QVBoxLayout(page)
        px = theme().px
        column.setContentsMargins(px(20), 0, px(20), px(12))
        column.setSpacing(px(12))
        column.addWidget(Banner("error", page, "", what_happened(view)))
        if not view.is_newest:
            text = sentence("mismatch.look_at_people")
            column.addWidget(Banner("warn", page, "", text))
        if view.rows:
            column.addWidget(rows_table(view.rows, page))
        if not view.is_newest or not view.rows:
            column.addWidget(people_table(view.people, page))
        if view.ends_recovery:
            column.addWidget(Banner("warn", page, "", sentence("mismatch.ends_recovery")))
        advice = sentence("mismatch.before_signing", fingerprint=view.fingerprint)
        column.addWidget(Banner("info", page, "", advice))
        column.addStretch(1)
        self._replace_page(page)
        self._enable_buttons()

    def _replace_page(self, page: WrappingPage) -> None:
        old, self.scroll_pane = self.scroll_pane, ScrollPane(page, self)
        self._column.replaceWidget(old, self.scroll_pane)
        old.deleteLater()

    @Slot()
    def _enable_buttons(self) -> None:
        self.seen_box.setEnabled(self._is_read)
        self.sign_button.setEnabled(self._is_read and self.seen_box.isChecked())

    @Slot()
    def _sign(self) -> None:
        if not self.sign_button.isEnabled():
            return
        self.error_banner.hide()
        self.sign_button.set_busy(translate("RosterMismatch", "Signing…"))
        self.lock_button.setEnabled(False)
        self._runner.run(self._confirmation.confirm, then=self._finish, failed=self._show_error)

    @Slot(object)
    def _finish(self, _result: object) -> None:
        self.confirmed.emit()

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        self.sign_button.set_busy("")
        self.lock_button.setEnabled(True)
        self.seen_box.setChecked(False)
        self.error_banner.show_message("", error_sentence(error))
        self.on_entered()
        if error.code == _CHANGED:
            self._read()
        self._enable_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc locks; Page Up, Page Down, Home and End scroll."""
        bar = self.scroll_pane.verticalScrollBar()
        places = {
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.lock_button.isEnabled():
            self.lock_wanted.emit()
        elif key in places:
            bar.setValue(places[key])
        else:
            super().keyPressEvent(event)
