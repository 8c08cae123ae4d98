"""Beside the table: what was checked, what will be done, and who opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.appearance import display_format as shown
from ui.appearance.theme import theme
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField

if TYPE_CHECKING:
    from reception.services.backup.known_backups import KnownBackup
    from reception.services.backup.restore import BackupContent

translate = QCoreApplication.translate
WIDTH = 316


class RestoreChecks(QWidget):
    """``account``, ``password``; ``show_backup(…)``, ``show_step(…)``, ``show_inside(…)``."""

    def __init__(self, parent: QWidget) -> None:
        """Make two cards: checked, and what will be done."""
        super().__init__(parent)
        self.setFixedWidth(theme().px(WIDTH))
        self.checked = Card(translate("Restore", "Not checked yet"), self)
        self.checked.set_follow(False)
        self.lines = [IconLine("minus", "", self.checked) for _ in range(4)]
        for line in self.lines:
            self.checked.body.addWidget(line)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(translate("Restore", "Progress"))
        self.progress.hide()
        self.checked.body.addWidget(self.progress)
        self.act = Card(translate("Restore", "What will be done"), self)
        self.act.set_follow(False)
        self._fill_act()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.checked)
        column.addWidget(self.act, 1)

    def _fill_act(self) -> None:
        words = QLabel(
            translate(
                "Restore",
                "The present register stays in a folder beside, the backup takes its place, is "
                "opened and checked throughout. Drafts are not in a backup.",
            ),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("role", "secondary")
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.account = ChoiceBox(self)
        self.account.setObjectName("account")
        self.password = PasswordField(self)
        self.password.setObjectName("password")
        self.act.body.addWidget(words)
        self.act.body.addWidget(LabeledField(translate("Restore", "Account"), self.account, self))
        label = translate("Restore", "Its password when the backup was made")
        self.act.body.addWidget(LabeledField(label, self.password, self))
        self.act.body.addStretch(1)

    def show_backup(self, backup: KnownBackup | None) -> None:
        """Offer a backup's accounts; nothing of it is checked yet."""
        before = self.account.value()
        self.account.clear()
        names = backup.accounts if backup is not None else ()
        for name in names:
            self.account.add(name)
        if before in names:
            self.account.choose(before)
        self.password.clear()
        self.checked.set_title(translate("Restore", "Not checked yet"))
        for line, words in zip(self.lines, _plain(), strict=True):
            line.set_line("minus", words)
        self.progress.hide()

    def show_step(self, done: int, total: int) -> None:
        """Show how far the walk is."""
        self.progress.show()
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def show_inside(self, inside: BackupContent) -> None:
        """Say what was checked."""
        self.progress.hide()
        self.checked.set_title(translate("Restore", "The backup was checked"))
        for line, words in zip(self.lines, _good(inside), strict=True):
            line.set_line(*words)


def _plain() -> tuple[str, ...]:
    return (
        translate("Restore", "Opens with this password"),
        translate("Restore", "The log holds together"),
        translate("Restore", "Counts agree with its list"),
        translate("Restore", "Belongs to this register"),
    )


def _good(inside: BackupContent) -> tuple[tuple[str, str, str], ...]:
    opens, _, counts, _ = _plain()
    log = translate("Restore", "The log holds together, {count} entries").format(
        count=shown.number(inside.manifest.seq)
    )
    present = inside.present
    if present is None:
        last = ("circle-alert", translate("Restore", "The present register did not open"), "warn")
    elif present.same_line:
        words = translate("Restore", "An earlier moment of this register")
        last = ("circle-check", words, "ok")
    else:
        words = translate("Restore", "No moment of this register")
        last = ("triangle-alert", words, "warn")
    done = tuple(("circle-check", words, "ok") for words in (opens, log, counts))
    return (*done, last)
