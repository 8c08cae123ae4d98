"""Bringing an Excel register in: what comes in, what cannot and why by row; all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.law.words import KIND
from reception.messages.book import say, say_error
from ui import format as shown
from ui.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.icon_line import IconLine
from ui.widgets.key_button import KeyButton
from ui.work.steps import Steps
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.import_preview import ImportPreview
    from reception.services.imports import ImportDone

translate = QCoreApplication.translate
WIDTH, TABLE_HEIGHT = 860, 250


class ImportRegister(Dialog):
    """``ImportRegister(reception, runner, parent)``; ``brought_in(rows)`` when rows are in.

    The file is read on the worker; names and numbers stay there and are never shown.
    """

    brought_in = Signal(object)

    def __init__(self, reception: Reception, runner: Runner, parent: QWidget) -> None:
        """Begin without a file."""
        super().__init__(translate("Import", "Bring an Excel register in"), parent, WIDTH)
        self._imports = reception.imports
        self._runner = runner
        self._preview: ImportPreview | None = None
        self._done = False
        self._steps: Steps | None = None
        self.set_subtitle(translate("Import", "A preview; nothing is written yet"))
        self._fill()

    def _fill(self) -> None:
        self.file_button = KeyButton(translate("Import", "Choose a file"), self, icon="folder-open")
        self.file_button.setObjectName("file_button")
        self.file_button.clicked.connect(self.choose)
        self.file_name = QLabel("", self)
        self.file_name.setProperty("role", "hint")
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addWidget(self.file_name, 1)
        self.body.addLayout(row)
        self.banner = Banner("info", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(translate("Import", "Progress"))
        self.progress.hide()
        self.body.addWidget(self.progress)
        self.counts = [IconLine("circle-check", "", self, "ok") for _ in range(4)]
        for line in self.counts:
            line.hide()
            self.body.addWidget(line)
        self.problems = QTableWidget(0, 3, self)
        self.problems.setObjectName("problems")
        self.problems.setAccessibleName(translate("Import", "Rows with problems"))
        self.problems.setHorizontalHeaderLabels(
            [
                translate("Import", "Row"),
                translate("Import", "In the file"),
                translate("Import", "Result of reading"),
            ]
        )
        head = self.problems.horizontalHeader()
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.problems.verticalHeader().hide()
        self.problems.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.problems.setTabKeyNavigation(False)
        self.problems.setFixedHeight(theme().px(TABLE_HEIGHT))
        self.problems.hide()
        self.body.addWidget(self.problems)
        self.leave = QCheckBox("", self)
        self.leave.setObjectName("leave")
        self.leave.hide()
        self.leave.toggled.connect(self._judge)
        self.body.addWidget(self.leave)
        sealed = translate("Import", "Names, addresses and numbers go straight into the seal")
        self.add_note("seal", sealed)
        self.cancel_button = KeyButton(translate("Import", "Cancel"), self, key="Esc")
        self.cancel_button.setObjectName("cancel_button")
        self.set_safe(self.cancel_button)
        words = translate("Import", "Bring all in")
        self.import_button = KeyButton(words, self, "primary", "download", "Ctrl+Enter")
        self.import_button.setObjectName("import_button")
        self.set_primary(self.import_button)
        self.set_valid(False)

    @Slot()
    def choose(self) -> None:
        """Ask for a file and read it."""
        title = translate("Import", "Choose a register")
        name, _ = QFileDialog.getOpenFileName(self, title, "", "Excel (*.xlsx)")
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a workbook on the worker; nothing is written."""
        self._preview = None
        self.set_valid(False)
        self.file_name.setText(path.name)
        self.banner.say("", translate("Import", "Reading the file…"), "info")
        self.banner.show()
        self._runner.run(self._read, path, self._begin(), then=self._shown, failed=self._failed)

    def _begin(self) -> Steps:
        """Show how far the job is; Cancel now stops it."""
        self._steps = Steps(self)
        self._steps.told.connect(self._told)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.cancel_button.set_text(translate("Import", "Stop"))
        self.refit()
        return self._steps

    def _ended(self) -> None:
        self._steps = None
        self.progress.hide()
        self.cancel_button.set_text(translate("Import", "Cancel"))

    @Slot(object, object)
    def _told(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _read(self, path: Path, steps: Steps) -> ImportPreview:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ReceptionError("exchange.file_missing", name=path.name) from error
        return self._imports.preview(data, steps)

    def accept(self) -> None:
        """Bring every good row in, in one transaction; afterwards close."""
        if self._done:
            self.finish(True)
            return
        if self._preview is None or self._steps is not None:
            return
        self.import_button.set_busy(translate("Import", "Sealing…"))
        job = (self._preview, self._begin())
        self._runner.run(self._bring, *job, then=self._brought, failed=self._failed)

    def _bring(self, preview: ImportPreview, steps: Steps) -> ImportDone:
        leave = bool(preview.problems)
        return self._imports.bring_in(preview, leave_problems=leave, progress=steps)

    def reject(self) -> None:
        """Stop the job under way; without one, leave."""
        if self._steps is not None:
            self._steps.stop()
        else:
            super().reject()

    def finish(self, taken: bool) -> None:
        """Leave no job behind that still writes."""
        if self._steps is not None:
            self._steps.stop()
        super().finish(taken)

    @Slot(object)
    def _shown(self, preview: ImportPreview) -> None:
        self._ended()
        self._preview = preview
        self.banner.hide()
        stuck = len({row.line for row, _ in preview.problems})
        texts = [
            translate("Import", "{count} rows can come in").format(
                count=shown.number(len(preview.rows))
            ),
            translate("Import", "{count} rows with problems").format(count=shown.number(stuck)),
            translate("Import", "{count} month lines, totals and known rows left out").format(
                count=shown.number(preview.counts.skipped + len(preview.doubles))
            ),
            ", ".join(
                f"{KIND[PetitionKind(kind)]} {shown.number(count)}"
                for kind, count in preview.counts.by_kind.items()
            ),
        ]
        for line, text in zip(self.counts, texts, strict=True):
            line.set_line("circle-check" if line is self.counts[0] else "info", text)
            line.show()
        self._list_problems(preview)
        words = translate("Import", "Leave {count} rows with problems out")
        self.leave.setText(words.format(count=shown.number(stuck)))
        self.leave.setVisible(stuck > 0)
        self.refit()
        self._judge()

    def _list_problems(self, preview: ImportPreview) -> None:
        self.problems.setRowCount(len(preview.problems))
        for place, (row, problem) in enumerate(preview.problems):
            why = say_error(ReceptionError(problem.code, **problem.facts))
            for column, text in enumerate((str(row.line), problem.shown, why)):
                self.problems.setItem(place, column, QTableWidgetItem(text))
        self.problems.setVisible(bool(preview.problems))

    @Slot()
    def _judge(self) -> None:
        preview = self._preview
        ready = preview is not None and bool(preview.rows)
        if preview is not None and preview.problems:
            ready = ready and self.leave.isChecked()
        self.set_valid(ready)
        if ready:
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _brought(self, done: ImportDone) -> None:
        self._ended()
        self._preview = None
        self._done = True
        self.import_button.set_busy("")
        self.import_button.set_text(translate("Import", "Close"))
        self.cancel_button.hide()
        self.leave.hide()
        self.banner.say("", say("console.imported", rows=done.rows), "warn")
        self.banner.show()
        self.refit()
        self.brought_in.emit(done.rows)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self._ended()
        self.import_button.set_busy("")
        self.banner.say("", say_error(error), "error")
        self.banner.show()
        self.refit()
