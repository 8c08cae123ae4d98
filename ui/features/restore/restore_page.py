"""The pieces of the restore page and where they stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.database_thread.job_progress import JobProgress
from ui.features.restore.comparison_table import ComparisonTable
from ui.features.restore.register_summaries import RegisterSummaries
from ui.features.restore.restore_checks import RestoreChecks
from ui.features.restore.restore_tasks import RestoreTasks
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_line import IconLine
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

translate = QCoreApplication.translate


class RestorePage(QWidget):
    """``RestorePage(work, parent)``: the widgets, not yet wired."""

    def __init__(self, work: RestoreTasks, parent: QWidget | None = None) -> None:
        """Make them."""
        super().__init__(parent)
        self._build(work)
        self._lay_out()

    def _build(self, work: RestoreTasks) -> None:
        self.header = PageHeader(
            translate("Restore", "Restore from a backup"),
            self,
            translate("Restore", "a look first, nothing is replaced yet"),
        )
        self.backup = ChoiceBox(self)
        self.backup.setObjectName("backup")
        self.backup.setAccessibleName(translate("Restore", "Backup"))
        words = translate("Restore", "Choose a folder")
        self.folder_button = PushButton(words, self, "secondary", "folder-open")
        self.folder_button.setObjectName("folder_button")
        self.header.add_side(self.backup)
        self.header.add_side(self.folder_button)
        self.banner = Banner("warn", self)
        self.banner.hide()
        self.sides = RegisterSummaries(work.machine, work.anchor, self)
        self.compare = ComparisonTable(self)
        self.checks = RestoreChecks(self)
        self.account, self.password = self.checks.account, self.checks.password
        self.leave_button = PushButton(translate("Restore", "Leave"), self, "secondary", key="Esc")
        self.try_button = PushButton(
            translate("Restore", "Open and compare"), self, "primary", "lock-open", "Enter"
        )
        self.put_button = PushButton(
            translate("Restore", "Restore"), self, "danger", "rotate-ccw", "Ctrl+Enter"
        )
        for name in ("leave_button", "try_button", "put_button"):
            getattr(self, name).setObjectName(name)
        self.steps = JobProgress(self)

    def _lay_out(self) -> None:
        px = theme().px
        body = QHBoxLayout()
        body.setSpacing(px(12))
        body.addWidget(self.compare, 1)
        body.addWidget(self.checks)
        holder = QWidget(self)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(px(20), 0, px(20), px(12))
        inner.setSpacing(px(12))
        inner.addWidget(self.banner)
        inner.addWidget(self.sides)
        inner.addLayout(body, 1)
        bar = ActionBar(self)
        words = translate("Restore", "Restoring becomes the first entry of what was restored")
        self.foot = IconLine("history", words, self)
        bar.add_left(self.foot)
        for button in (self.leave_button, self.try_button, self.put_button):
            bar.add_right(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.pane = ScrollPane(holder, self)
        column.addWidget(self.pane, 1)
        column.addWidget(bar)
