"""The dialog that destroys backups which old keys still open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.offboarding import ObsoleteBackup
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

translate = QCoreApplication.translate
_LIST_HEIGHT = 220


class ObsoleteBackupsDialog(Dialog):
    """Emits ``destruction_wanted(names of the ticked backups)``.

    The dialog stays open until ``finish`` is called.
    """

    destruction_wanted = Signal(object)

    def __init__(self, backups: Sequence[ObsoleteBackup], parent: QWidget) -> None:
        super().__init__(translate("Accounts", "Old backups to destroy"), parent, 720)
        self.set_icon("database", "danger")
        self.check_boxes: dict[str, QCheckBox] = {}
        explanation = QLabel(
            translate(
                "Accounts",
                "Who left still opens these by the old password. Those within reach are removed; "
                "of the others you say that they are destroyed. Overwritten media keep traces: "
                "break a stick that is no longer needed.",
            ),
            self,
        )
        explanation.setWordWrap(True)
        explanation.setProperty("role", "secondary")
        self.body.addWidget(explanation)
        pane = ScrollPane(self._backup_list(backups), self)
        pane.setFixedHeight(theme().px(_LIST_HEIGHT))
        self.body.addWidget(pane)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.add_note("history", translate("Accounts", "Logged by name."))
        cancel_button = PushButton(translate("Accounts", "Cancel"), self, "secondary", "", "Esc")
        self.set_leave_button(cancel_button)
        self.destroy_button = PushButton(
            translate("Accounts", "Destroy those ticked"), self, "danger", "x"
        )
        self.destroy_button.setObjectName("destroy_button")
        self.destroy_button.clicked.connect(self.destroy_ticked)
        self.destroy_button.setEnabled(False)
        self.add_button(self.destroy_button)

    def _backup_list(self, backups: Sequence[ObsoleteBackup]) -> QWidget:
        content = QWidget(self)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(14))
        grid.setColumnStretch(1, 1)
        for row, backup in enumerate(backups):
            check_box = QCheckBox(_backup_text(backup), content)
            check_box.setMinimumHeight(theme().px(28))
            check_box.toggled.connect(self._validate)
            unreachable = translate("Accounts", "not here: tick it once it is destroyed")
            location_label = QLabel(backup.location or unreachable, content)
            location_label.setWordWrap(True)
            location_label.setProperty("role", "hint")
            check_box.setAccessibleDescription(location_label.text())
            self.check_boxes[backup.name] = check_box
            grid.addWidget(check_box, row, 0)
            grid.addWidget(location_label, row, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowStretch(len(backups), 1)
        return content

    def ticked_names(self) -> tuple[str, ...]:
        return tuple(name for name, check_box in self.check_boxes.items() if check_box.isChecked())

    @Slot()
    def _validate(self) -> None:
        self.destroy_button.setEnabled(bool(self.ticked_names()))

    @Slot()
    def destroy_ticked(self) -> None:
        """Emit the names and stay open for the answer."""
        if not self.destroy_button.busy:
            self.destroy_button.set_busy(translate("Accounts", "Destroying…"))
            self.destruction_wanted.emit(self.ticked_names())

    def show_error(self, error: ReceptionError) -> None:
        self.destroy_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.refit()


def _backup_text(backup: ObsoleteBackup) -> str:
    if backup.made_on is not None:
        return translate("Accounts", "Backup of {day}, entry {seq}").format(
            day=display_format.day(backup.made_on), seq=display_format.number(backup.seq)
        )
    return translate("Accounts", "Copy beside the register: {name}").format(name=backup.name)
