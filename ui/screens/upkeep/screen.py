"""The log and the backups: who did what, who saw whom, and the copy that counts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.messages.book import say_error
from ui import actions
from ui import format as shown
from ui.dialogs.file_chooser import FileChooser
from ui.dialogs.health import HealthDialog
from ui.dialogs.verify_log import VerifyLog
from ui.models.log_rows import GROUPS, group_words, log_columns, log_source
from ui.models.paged_table import PagedTable
from ui.screens.upkeep.side import UpkeepSide
from ui.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.key_button import KeyButton
from ui.widgets.page_header import PageHeader
from ui.widgets.register_table import RegisterTable
from ui.widgets.scroll_pane import ScrollPane
from ui.widgets.search_field import SearchField
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.backup_places import Place
    from reception.services.health import Finding
    from reception.services.log_book import LogRow

translate = QCoreApplication.translate
_LOG_ROW = 36
_PAUSE_MS = 250  # after the last key before the log is searched
_NARROW = 980  # width of the page below which two columns go


class UpkeepScreen(QWidget):
    """``backup_wanted(place)`` asks for a copy; ``show_made()``, ``show_failed(error)`` answer."""

    backup_wanted = Signal(object)
    restore_wanted = Signal()

    def __init__(self, reception: Reception, runner: Runner, parent: QWidget) -> None:
        """Make the page; entries are read when it is first shown."""
        super().__init__(parent)
        self._reception = reception
        self._runner = runner
        self._narrow = False
        self._trouble = ""  # what the banner speaks of: entries, machine or copy
        self._source = log_source(reception, runner, self)
        self._build()
        self._lay_out()
        self._wire()

    def _build(self) -> None:
        session = self._reception.session
        self.header = PageHeader(translate("Upkeep", "Log and backup"), self)
        text = translate("Upkeep", "Check the log")
        self.check_button = KeyButton(text, self, "secondary", "refresh-cw", "F5")
        self.check_button.setObjectName("check_button")
        health = translate("Upkeep", "Health of this machine")
        self.health_button = KeyButton(health, self, "secondary", "wrench")
        self.health_button.setObjectName("health_button")
        self.header.add_side(self.health_button)
        self.header.add_side(self.check_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        find = translate("Upkeep", "Visit or entry number")
        self.search = SearchField(translate("Upkeep", "Search"), find, "Ctrl+F", self)
        self.search.setObjectName("search")
        self.days = ChoiceBox(self)
        self.days.setObjectName("days")
        self.days.setAccessibleName(translate("Upkeep", "Time"))
        for words, count in (
            (translate("Upkeep", "Every day"), -1),
            (translate("Upkeep", "Today"), 0),
            (translate("Upkeep", "7 days"), 6),
            (translate("Upkeep", "30 days"), 29),
        ):
            self.days.add(words, count)
        self.group = ChoiceBox(self)
        self.group.setObjectName("group")
        self.group.setAccessibleName(translate("Upkeep", "Acts"))
        self.group.add(translate("Upkeep", "Acts: all"), "")
        for group in GROUPS:
            self.group.add(group_words(group), group)
        self.who = ChoiceBox(self)
        self.who.setObjectName("who")
        self.who.setAccessibleName(translate("Upkeep", "Person"))
        self.who.add(translate("Upkeep", "Person: all"), "")
        for user_id, name in self._reception.log_book.people():
            self.who.add(name, user_id)
        self.table = RegisterTable(self)
        self.table.setObjectName("table")
        self.table.setAccessibleName(translate("Upkeep", "Entries, newest first"))
        self.table.set_row_height(_LOG_ROW)
        self.model = PagedTable(log_columns(), self)
        self.table.set_paged_model(self.model)
        self.foot = QLabel("", self)
        self.foot.setProperty("role", "hint")
        self.side = UpkeepSide(session.may(Right.MANAGE), self)

    def _lay_out(self) -> None:
        filters = self._filters()
        left = QVBoxLayout()
        left.setSpacing(theme().px(8))
        left.addLayout(filters)
        left.addWidget(self.table, 1)
        left.addWidget(self.foot)
        pane = ScrollPane(self.side, self)
        pane.setFixedWidth(self.side.width() + theme().px(14))
        body = QHBoxLayout()
        body.setSpacing(theme().px(14))
        body.addLayout(left, 1)
        body.addWidget(pane)
        inner = QVBoxLayout()
        edge = theme().px(20)
        inner.setContentsMargins(edge, 0, edge, theme().px(12))
        inner.setSpacing(theme().px(12))
        inner.addWidget(self.banner)
        inner.addLayout(body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inner, 1)

    def _filters(self) -> QBoxLayout:
        """Two pairs in one row, or one above the other where the page is narrow."""
        self._pairs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pairs.setSpacing(theme().px(8))
        for pair in ((self.search, self.days), (self.group, self.who)):
            row = QHBoxLayout()
            row.setSpacing(theme().px(8))
            for part in pair:
                row.addWidget(part)
            row.addStretch(1)
            self._pairs.addLayout(row)
        return self._pairs

    def _fit_filters(self) -> None:
        parts = (self.search, self.days, self.group, self.who)
        wanted = sum(part.sizeHint().width() + theme().px(8) for part in parts)
        room = self.width() - self.side.width() - theme().px(76)
        above = QBoxLayout.Direction.TopToBottom
        beside = QBoxLayout.Direction.LeftToRight
        self._pairs.setDirection(above if wanted > room else beside)

    def _wire(self) -> None:
        for box in (self.days, self.group, self.who):
            box.chosen.connect(self.read)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.read)
        self.search.textChanged.connect(self._typed)
        self._source.ready.connect(self._ready)
        self._source.grown.connect(self._grown)
        self._source.failed.connect(self._unread)
        self.model.page_arrived.connect(self._page_arrived)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.check_button.clicked.connect(self.verify)
        self.health_button.clicked.connect(self.look_at_machine)
        self.side.backup_wanted.connect(self.back_up)
        self.side.place_wanted.connect(self.choose_place)
        self.side.restore_wanted.connect(self.restore_wanted)
        actions.create("check", self, self.verify)
        actions.create("search", self, self.seek)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave two columns to the side where the table is narrow."""
        super().resizeEvent(event)
        self._fit_filters()
        narrow = self.width() < theme().px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.model.set_columns(log_columns(narrow=narrow))
            self.table.set_paged_model(self.model)

    def entered(self) -> None:
        """Read the log anew and put the focus into the table."""
        self.read()
        self._look_at_backups()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def read(self) -> None:
        """Read what the filters choose."""
        from reception.storage.log_reading import LogFilter  # noqa: PLC0415  # behind the door

        acts = tuple(act.value for act in GROUPS.get(str(self.group.value()), ()))
        back = int(str(self.days.value() if self.days.value() is not None else -1))
        since = self._reception.session.today() - timedelta(days=back) if back >= 0 else None
        who = str(self.who.value() or "")
        self._source.show(LogFilter(acts, who, since, text=self.search.text()))
        self.side.show_anchor(self._reception.session.anchors.read())

    @Slot()
    def seek(self) -> None:
        """Put the focus into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._typing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, then leaves it."""
        if event.key() != Qt.Key.Key_Escape or not self.search.hasFocus():
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def verify(self) -> None:
        """Walk the log and every record (F5)."""
        dialog = VerifyLog(self._reception, self._runner, self.window())
        dialog.closed.connect(self.read)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def look_at_machine(self) -> None:
        """Look whether what is read here may stay behind on this machine."""
        if not self.health_button.busy:
            self.health_button.set_busy(translate("Upkeep", "Looking…"))
            look = self._reception.health.look
            self._runner.run(look, then=self._machine_seen, owner=self, failed=self._unseen)

    def _machine_seen(self, findings: tuple[Finding, ...]) -> None:
        self.health_button.set_busy("")
        self._solved("machine")
        dialog = HealthDialog(findings, self.window())
        dialog.closed.connect(self.read)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _unseen(self, error: ReceptionError) -> None:
        self.health_button.set_busy("")
        self._say("machine", error)

    @Slot()
    def _ready(self) -> None:
        self._solved("entries")
        self.model.set_source(self._source)
        self.foot.setText("")
        self.side.show_entry(None)
        if self._source.total():
            self.table.selectRow(0)
        self._count()

    @Slot()
    def _grown(self) -> None:
        self.model.grow()
        self._count()

    def _count(self) -> None:
        words = ""
        if self._source.complete:
            words = translate("Upkeep", "{count} entries").format(
                count=shown.number(self._source.total())
            )
        self.header.set_subtitle(words)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show(current.row())

    @Slot(int)
    def _page_arrived(self, _first: int) -> None:
        self._show(self.table.current_row())

    def _show(self, place: int) -> None:
        row: LogRow | None = self.model.row_at(place) if place >= 0 else None  # type: ignore[assignment]
        if row is not None:
            self.side.show_entry(row)

    @Slot(object)
    def _unread(self, error: ReceptionError) -> None:
        self._say("entries", error)

    def _say(self, trouble: str, error: ReceptionError) -> None:
        self._trouble = trouble
        self.banner.say("", say_error(error), "error")

    def _solved(self, trouble: str) -> None:
        # Entries read meanwhile must not take away why there is no copy.
        if self._trouble == trouble:
            self._trouble = ""
            self.banner.hide()

    # -- backups --------------------------------------------------------------------------

    def _look_at_backups(self) -> None:
        backups = self._reception.backups
        self._runner.run(
            lambda: (backups.places(), backups.found()),
            then=self._looked,
            owner=self,
            failed=self.show_failed,
        )

    def _looked(self, found: tuple[tuple[Place, ...], list[tuple[Path, object]]]) -> None:
        self.side.show_backups(*found)  # type: ignore[arg-type]

    @Slot()
    def back_up(self) -> None:
        """Copy the office into the folder chosen; the copy is opened before it counts."""
        places = self._reception.backups.places()
        if not places or self.side.now_button.busy:
            return
        try:
            folder = places[0].folder()
        except ReceptionError as error:
            self.show_failed(error)
            return
        self.side.now_button.set_busy(translate("Upkeep", "Backing up…"))
        self.backup_wanted.emit(folder)

    @Slot()
    def show_made(self) -> None:
        """Show the backup that has just been made."""
        self.side.now_button.set_busy("")
        self._solved("copy")
        if self.isVisible():
            self._look_at_backups()
            self.read()

    @Slot(object)
    def show_failed(self, error: ReceptionError) -> None:
        """Say why there is no new backup."""
        self.side.now_button.set_busy("")
        self._say("copy", error)

    @Slot()
    def choose_place(self) -> None:
        """Ask for the folder that takes the backups."""
        title = translate("Upkeep", "Folder for backups")
        dialog = FileChooser(title, "", self)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_place)
        dialog.open()

    @Slot(str)
    def take_place(self, name: str) -> None:
        """Keep a folder as the place of backups, then make the first one there."""
        remember = self._reception.backups.remember_place
        self._runner.run(remember, name, then=self._taken, owner=self, failed=self.show_failed)

    def _taken(self, _place: object) -> None:
        self._look_at_backups()
        self.back_up()
