"""The cards beside the log: the selected entry, the checkpoint of this machine, the backups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.reveal import IdentityPart
from reception.law.bulk_reasons import bulk_reasons
from reception.law.reveal_reasons import reveal_reasons
from reception.messages.catalogue import sentence
from reception.messages.language import VIETNAMESE, current_language
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.audit.log_rows import subject_text
from ui.features.disclosure.reveal_request_dialog import part_name
from ui.widgets.card import Card
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.domain.backup import Manifest
    from reception.domain.log_checkpoint import LogCheckpoint
    from reception.services.audit.audit_log import AuditLogRow
    from reception.services.backup.backup_locations import BackupLocation

translate = QCoreApplication.translate
WIDTH = 344
_MAX_BACKUPS = 4


class AuditSide(QWidget):
    """Each signal is one of the buttons of the backup card."""

    backup_wanted = Signal()
    location_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, may_choose: bool, parent: QWidget) -> None:
        """``may_choose`` shows the buttons that choose a backup location and restore."""
        super().__init__(parent)
        self.setFixedWidth(theme().px(WIDTH))
        self.entry = Card(translate("Upkeep", "Entry"), self)
        self.checkpoint = Card(translate("Upkeep", "Anchor outside the register"), self)
        self.backup = Card(translate("Upkeep", "Backup"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        for card in (self.entry, self.checkpoint, self.backup):
            card.set_follows_focus(False)
            column.addWidget(card)
        column.addStretch(1)
        self._details = QGridLayout()
        self._details.setColumnStretch(1, 1)
        self.entry.body.addLayout(self._details)
        self.checkpoint_line = self._label("")
        self.checkpoint.body.addWidget(self.checkpoint_line)
        self._fill_backup(may_choose)

    def _fill_backup(self, may_choose: bool) -> None:
        self.backup_line = self._label("")
        self.backup.body.addWidget(self.backup_line)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        now = translate("Upkeep", "Back up now")
        self.back_up_button = PushButton(now, self, "primary", "hard-drive")
        self.back_up_button.setObjectName("back_up_button")
        self.back_up_button.clicked.connect(self.backup_wanted)
        choose = translate("Upkeep", "Choose a folder")
        self.location_button = PushButton(choose, self, "secondary", "folder-open")
        self.location_button.setObjectName("location_button")
        self.location_button.clicked.connect(self.location_wanted)
        self.location_button.setVisible(may_choose)
        row.addWidget(self.back_up_button)
        row.addWidget(self.location_button)
        row.addStretch(1)
        self.backup.body.addLayout(row)
        self.restore_button = PushButton(translate("Upkeep", "Restore…"), self, "link")
        self.restore_button.setObjectName("restore_button")
        self.restore_button.setToolTip(
            translate("Upkeep", "Locks, then opens a backup to compare or to put it back")
        )
        self.restore_button.clicked.connect(self.restore_wanted)
        self.restore_button.setVisible(may_choose)
        self.backup.add_side(self.restore_button)
        self._backups = QVBoxLayout()
        self.backup.body.addLayout(self._backups)

    def _label(self, text: str, role: str = "secondary") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def show_entry(self, entry: AuditLogRow | None) -> None:
        """Show every fact of an entry; None hides the card."""
        _clear(self._details)
        if entry is None:
            self.entry.hide()
            return
        self.entry.show()
        lines = [
            (translate("Upkeep", "No."), f"{display_format.number(entry.seq)} · {entry.digest}"),
            (translate("Upkeep", "What"), sentence(f"act.{entry.act}")),
            (translate("Upkeep", "About"), subject_text(entry)),
        ]
        lines = [(label, words) for label, words in lines if words]
        lines += [
            (_fact_title(key), _value_text(key, value)) for key, value in entry.details if value
        ]
        for row, (label, text) in enumerate(lines):
            self._details.addWidget(self._label(label, "hint"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._details.addWidget(self._label(text, ""), row, 1)

    def show_checkpoint(self, checkpoint: LogCheckpoint | None) -> None:
        """Show the last entry of the log that is kept on this machine, outside the file."""
        if checkpoint is None:
            self.checkpoint_line.setText(translate("Upkeep", "This machine remembers none yet."))
            return
        digest = checkpoint.digest.hex()
        template = translate("Upkeep", "On this machine: entry {seq}, {link}, {day} {hour}, {name}")
        self.checkpoint_line.setText(
            template.format(
                seq=display_format.number(checkpoint.seq),
                link=f"{digest[:4]} {digest[4:8]}",
                day=display_format.day(checkpoint.at.date()),
                hour=display_format.hour(checkpoint.at),
                name=checkpoint.name,
            )
        )

    def show_backups(
        self, locations: Sequence[BackupLocation], backups: Sequence[tuple[Path, Manifest]]
    ) -> None:
        """Show the first backup location and the newest backups."""
        self.back_up_button.setEnabled(bool(locations))
        if not locations:
            self.backup_line.setText(
                translate("Upkeep", "No folder is chosen yet: nothing is backed up. Choose one.")
            )
        else:
            template = translate("Upkeep", "Into {place}, each day and on demand.")
            self.backup_line.setText(template.format(place=locations[0].shown))
        _clear(self._backups)
        for _, manifest in backups[:_MAX_BACKUPS]:
            template = translate("Upkeep", "{day} {hour}, {count} visits, opened and checked")
            text = template.format(
                day=display_format.day(manifest.made_at.date()),
                hour=display_format.hour(manifest.made_at),
                count=display_format.number(manifest.counts.visits),
            )
            self._backups.addWidget(IconLine("circle-check", text, self, "ok"))


def _fact_title(key: str) -> str:
    return {
        "code": translate("Upkeep", "Code"),
        "reason": translate("Upkeep", "Reason"),
        "note": translate("Upkeep", "Why not approved"),
        "words": translate("Upkeep", "In words"),
        "parts": translate("Upkeep", "Parts"),
        "paper": translate("Upkeep", "Paper"),
        "form": translate("Upkeep", "Form"),
        "prints": translate("Upkeep", "Print numbers"),
        "rows": translate("Upkeep", "Rows"),
        "entries": translate("Upkeep", "Entries"),
        "changed": translate("Upkeep", "Changed"),
        "found": translate("Upkeep", "Found"),
        "protected": translate("Upkeep", "Protected"),
        "intact": translate("Upkeep", "Intact"),
        "first": translate("Upkeep", "First finding"),
        "digest": translate("Upkeep", "Link"),
        "dropped": translate("Upkeep", "Dropped"),
        "made_at": translate("Upkeep", "Made at"),
        "beyond": translate("Upkeep", "Entries beyond"),
        "failed_tries": translate("Upkeep", "Wrong passwords"),
        "day": translate("Upkeep", "Day"),
        "document": translate("Upkeep", "Document"),
        "made_up": translate("Upkeep", "Made up on"),
        "moved": translate("Upkeep", "Deadlines moved"),
        "kept": translate("Upkeep", "Printed days kept"),
        "names": translate("Upkeep", "Names"),
        "approved": translate("Upkeep", "Approved by"),
        "days": translate("Upkeep", "Days"),
        "why": translate("Upkeep", "Why"),
        "tries": translate("Upkeep", "Tries"),
        "printer": translate("Upkeep", "Printer"),
        "identities": translate("Upkeep", "Papers with an identity"),
        "names_on_marked_only": translate("Upkeep", "Names on marked printers only"),
    }.get(key, key)


def _value_text(key: str, value: str) -> str:
    """Return the text of a fact; codes are translated."""
    if key == "reason":
        return _reason(value)
    if key == "note":
        return sentence(f"request.note.{value}")
    if key == "why":
        return sentence(value)
    if key == "parts":
        known = {part.value: part_name(part) for part in IdentityPart}
        return ", ".join(known.get(part, part) for part in value.split(", "))
    if value in ("True", "False"):
        return translate("Upkeep", "yes") if value == "True" else translate("Upkeep", "no")
    return value


def _clear(layout: QVBoxLayout | QGridLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _reason(code: str) -> str:
    """Return the text of a reason code for opening identities; other text is unchanged."""
    listed = (reveal_reasons(), bulk_reasons(protected=False), bulk_reasons(protected=True))
    for reasons in listed:
        for reason in reasons:
            if reason.code == code:
                return reason.vietnamese if current_language() == VIETNAMESE else reason.english
    return code
