"""The cards beside the log: the selected entry, the log checkpoint of this machine, the backups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.reveal import IdentityPart
from reception.law.bulk_reasons import bulk_reasons
from reception.law.reveal_reasons import all_reveal_reasons
from reception.messages.catalogue import sentence
from reception.messages.language import VIETNAMESE, current_language
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.audit.log_rows import subject_text
from ui.models.todo_custody_lines import part_name
from ui.widgets.card import Card
from ui.widgets.clear_layout import clear_layout
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.domain.backup import Manifest
    from reception.domain.log_checkpoint import LogCheckpoint
    from reception.services.audit.audit_log import AuditLogRow
    from reception.services.backup.backup_locations import BackupLocation

translate = QCoreApplication.translate
_WIDTH = 344
_MAX_BACKUPS = 4


class AuditCards(QWidget):
    """Three cards below one another; the three signals come from buttons of the backup card."""

    backup_wanted = Signal()
    location_choice_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, may_manage: bool, parent: QWidget) -> None:
        """``may_manage`` shows the buttons that choose a backup location and restore."""
        super().__init__(parent)
        self.setFixedWidth(theme().px(_WIDTH))
        self.entry_card = Card(translate("Upkeep", "Entry"), self)
        self.checkpoint_card = Card(
            translate("Upkeep", "Log checkpoint (outside the register)"), self
        )
        self.backup_card = Card(translate("Upkeep", "Backup"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        for card in (self.entry_card, self.checkpoint_card, self.backup_card):
            card.set_follows_focus(False)
            column.addWidget(card)
        column.addStretch(1)
        self._fact_grid = QGridLayout()
        self._fact_grid.setColumnStretch(1, 1)
        self.entry_card.body.addLayout(self._fact_grid)
        self.checkpoint_label = self._label("")
        self.checkpoint_card.body.addWidget(self.checkpoint_label)
        self._fill_backup_card(may_manage)

    def _fill_backup_card(self, may_manage: bool) -> None:
        self.backup_status_label = self._label("")
        self.backup_card.body.addWidget(self.backup_status_label)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        back_up_text = translate("Upkeep", "Back up now")
        self.back_up_button = PushButton(back_up_text, self, "primary", "hard-drive")
        self.back_up_button.setObjectName("back_up_button")
        self.back_up_button.clicked.connect(self.backup_wanted)
        choose_text = translate("Upkeep", "Choose a folder")
        self.choose_location_button = PushButton(choose_text, self, "secondary", "folder-open")
        self.choose_location_button.setObjectName("choose_location_button")
        self.choose_location_button.clicked.connect(self.location_choice_wanted)
        self.choose_location_button.setVisible(may_manage)
        row.addWidget(self.back_up_button)
        row.addWidget(self.choose_location_button)
        row.addStretch(1)
        self.backup_card.body.addLayout(row)
        self.restore_button = PushButton(translate("Upkeep", "Restore…"), self, "link")
        self.restore_button.setObjectName("restore_button")
        self.restore_button.setToolTip(
            translate("Upkeep", "Locks, then opens a backup to compare or to put it back")
        )
        self.restore_button.clicked.connect(self.restore_wanted)
        self.restore_button.setVisible(may_manage)
        self.backup_card.add_at_right(self.restore_button)
        self._recent_backups_column = QVBoxLayout()
        self.backup_card.body.addLayout(self._recent_backups_column)

    def _label(self, text: str, role: str = "secondary") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def show_entry(self, entry: AuditLogRow | None) -> None:
        """Show the facts of an entry, except empty ones; None hides the card."""
        clear_layout(self._fact_grid)
        if entry is None:
            self.entry_card.hide()
            return
        self.entry_card.show()
        lines = [
            (translate("Upkeep", "No."), f"{display_format.number(entry.seq)} · {entry.digest}"),
            (translate("Upkeep", "What"), sentence(f"act.{entry.act}")),
            (translate("Upkeep", "About"), subject_text(entry)),
        ]
        lines = [(label, text) for label, text in lines if text]
        lines += [
            (_fact_title(key), _fact_text(key, value)) for key, value in entry.details if value
        ]
        for row, (label, text) in enumerate(lines):
            self._fact_grid.addWidget(self._label(label, "hint"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._fact_grid.addWidget(self._label(text, ""), row, 1)

    def show_checkpoint(self, checkpoint: LogCheckpoint | None) -> None:
        """Show the log checkpoint that this machine recorded outside the file, if there is one."""
        if checkpoint is None:
            self.checkpoint_label.setText(
                translate("Upkeep", "This machine has recorded none yet.")
            )
            return
        digest = checkpoint.digest.hex()
        template = translate("Upkeep", "On this machine: entry {seq}, {link}, {day}, {name}")
        self.checkpoint_label.setText(
            template.format(
                seq=display_format.number(checkpoint.seq),
                link=f"{digest[:4]} {digest[4:8]}",
                day=display_format.day(checkpoint.day),
                name=checkpoint.name,
            )
        )

    def show_backups(
        self, locations: Sequence[BackupLocation], backups: Sequence[tuple[Path, Manifest]]
    ) -> None:
        """Show the first location, and the first backups up to ``_MAX_BACKUPS``.

        ``backups`` has the folder and the manifest of each, the newest first.
        """
        self.back_up_button.setEnabled(bool(locations))
        if not locations:
            self.backup_status_label.setText(
                translate("Upkeep", "No folder is chosen yet: nothing is backed up. Choose one.")
            )
        else:
            template = translate("Upkeep", "Into {place}, each day and on demand.")
            self.backup_status_label.setText(template.format(place=locations[0].display_name))
        clear_layout(self._recent_backups_column)
        for _, manifest in backups[:_MAX_BACKUPS]:
            template = translate("Upkeep", "{day}, entry {seq}, {count} visits, opened and checked")
            text = template.format(
                day=display_format.day(manifest.made_at.date()),
                seq=display_format.number(manifest.seq),
                count=display_format.number(manifest.counts.visits),
            )
            self._recent_backups_column.addWidget(IconLine("circle-check", text, self, "ok"))


def _fact_title(key: str) -> str:
    """Return the title of a fact of an entry; a key without a title is returned unchanged."""
    return {
        "code": translate("Upkeep", "Code"),
        "changed_scans": translate("Upkeep", "Scans changed in the file"),
        "reason": translate("Upkeep", "Reason"),
        "note": translate("Upkeep", "Why not approved"),
        "words": translate("Upkeep", "In words"),
        "parts": translate("Upkeep", "Parts"),
        "paper": translate("Upkeep", "Paper"),
        "form": translate("Upkeep", "Form"),
        "prints": translate("Upkeep", "Print numbers"),
        "rows": translate("Upkeep", "Rows"),
        "entries": translate("Upkeep", "Entries"),
        "findings": translate("Upkeep", "Places that do not agree"),
        "accepted": translate("Upkeep", "Accepted before"),
        "removed_rows": translate("Upkeep", "Digests without an entry, removed"),
        "changed": translate("Upkeep", "Changed"),
        "found": translate("Upkeep", "Found"),
        "protected": translate("Upkeep", "Protected"),
        "intact": translate("Upkeep", "Intact"),
        "first": translate("Upkeep", "First finding"),
        "digest": translate("Upkeep", "Hash"),
        "dropped": translate("Upkeep", "Dropped"),
        "asked": translate("Upkeep", "Sheets asked for"),
        "printed": translate("Upkeep", "Sheets printed"),
        "dropped_papers": translate("Upkeep", "Sheets dropped"),
        "searched": translate("Upkeep", "People looked up whose visit was not entered"),
        "made_at": translate("Upkeep", "Made at"),
        "beyond": translate("Upkeep", "Log entries after the backup"),
        "failed_tries": translate("Upkeep", "Wrong passwords"),
        "keyring_behind": translate("Upkeep", "Key file behind: found, recorded"),
        "day": translate("Upkeep", "Day"),
        "document": translate("Upkeep", "Document"),
        "made_up": translate("Upkeep", "Make-up day"),
        "moved": translate("Upkeep", "Deadlines moved"),
        "kept": translate("Upkeep", "Days kept, may be on a paper"),
        "names": translate("Upkeep", "Names"),
        "chosen": translate("Upkeep", "Visits chosen"),
        "approved": translate("Upkeep", "Approved by"),
        "to": translate("Upkeep", "Handed to"),
        "days": translate("Upkeep", "Days"),
        "why": translate("Upkeep", "Why"),
        "tries": translate("Upkeep", "Tries"),
        "entry": translate("Upkeep", "Log entry"),
        "printer": translate("Upkeep", "Printer"),
        "identities": translate("Upkeep", "Papers with an identity"),
        "names_on_marked_only": translate("Upkeep", "Names on marked printers only"),
    }.get(key, key)


def _fact_text(key: str, value: str) -> str:
    """Return the text of a fact; known codes become sentences, other values stay unchanged."""
    if key == "reason":
        return _reason_text(value)
    if key == "note":
        return sentence(f"request.note.{value}")
    if key == "why":
        return sentence(value)
    if key == "parts":
        part_names = {part.value: part_name(part) for part in IdentityPart}
        return ", ".join(part_names.get(part, part) for part in value.split(", "))
    if value in ("True", "False"):
        return translate("Upkeep", "yes") if value == "True" else translate("Upkeep", "no")
    return value


def _reason_text(code: str) -> str:
    """Return the text of a reason for opening identities; any other text unchanged."""
    bulk_lists = (bulk_reasons(protected=False), bulk_reasons(protected=True))
    for reasons in (all_reveal_reasons(), *bulk_lists):
        for reason in reasons:
            if reason.code == code:
                return reason.vietnamese if current_language() == VIETNAMESE else reason.english
    return code
