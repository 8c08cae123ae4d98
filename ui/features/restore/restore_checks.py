"""The cards beside the comparison: checks of the backup, the effect of restoring, the sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField

if TYPE_CHECKING:
    from reception.services.backup.backup_inspection import BackupContent
    from reception.services.backup.known_backups import KnownBackup

translate = QCoreApplication.translate
_WIDTH = 316


class RestoreChecks(QWidget):
    """A card with the four checks, and one with the effect of restoring and the sign-in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme().px(_WIDTH))
        self.check_card = Card(translate("Restore", "Not checked yet"), self)
        self.check_card.set_follows_focus(False)
        self.check_lines = [IconLine("minus", "", self.check_card) for _ in range(4)]
        for line in self.check_lines:
            self.check_card.body.addWidget(line)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(translate("Restore", "Progress"))
        self.progress.hide()
        self.check_card.body.addWidget(self.progress)
        self.effect_card = Card(translate("Restore", "What will be done"), self)
        self.effect_card.set_follows_focus(False)
        self._fill_effect_card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.check_card)
        column.addWidget(self.effect_card, 1)

    def _fill_effect_card(self) -> None:
        explanation = QLabel(
            translate(
                "Restore",
                "The present register stays in a folder beside, the backup takes its place, is "
                "opened and checked throughout. Drafts are not in a backup.",
            ),
            self,
        )
        explanation.setWordWrap(True)
        explanation.setProperty("role", "secondary")
        explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.account = ChoiceBox(self)
        self.account.setObjectName("account")
        self.password = PasswordField(self)
        self.password.setObjectName("password")
        body = self.effect_card.body
        body.addWidget(explanation)
        body.addWidget(LabeledField(translate("Restore", "Account"), self.account, self))
        label = translate("Restore", "Its password when the backup was made")
        body.addWidget(LabeledField(label, self.password, self))
        body.addStretch(1)

    def show_backup(self, backup: KnownBackup | None) -> None:
        """Offer the accounts of a backup that is not checked yet; None if there is no backup."""
        previous_account = self.account.value()
        self.account.clear()
        names = backup.accounts if backup is not None else ()
        for name in names:
            self.account.add(name)
        if previous_account in names:
            self.account.choose(previous_account)
        self.password.clear()
        self.check_card.set_title(translate("Restore", "Not checked yet"))
        for line, text in zip(self.check_lines, _check_titles(), strict=True):
            line.set_line("minus", text)
        self.progress.hide()

    def show_progress(self, done: int, total: int) -> None:
        self.progress.show()
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def show_content(self, content: BackupContent) -> None:
        """Show the results of the checks."""
        self.progress.hide()
        self.check_card.set_title(translate("Restore", "The backup was checked"))
        for line, result in zip(self.check_lines, _check_results(content), strict=True):
            line.set_line(*result)


def _check_titles() -> tuple[str, ...]:
    return (
        translate("Restore", "Opens with this password"),
        translate("Restore", "The log holds together"),
        translate("Restore", "Counts agree with its list"),
        translate("Restore", "Belongs to this register"),
    )


def _check_results(content: BackupContent) -> tuple[tuple[str, str, str], ...]:
    """Return (icon, text, tone) of each check."""
    opening, _, counts, _ = _check_titles()
    log = translate("Restore", "The log holds together, {count} entries").format(
        count=display_format.number(content.manifest.seq)
    )
    present = content.present
    if present is None:
        origin = ("circle-alert", translate("Restore", "The present register did not open"), "warn")
    elif present.same_register:
        text = translate("Restore", "An earlier moment of this register")
        origin = ("circle-check", text, "ok")
    else:
        text = translate("Restore", "No moment of this register")
        origin = ("triangle-alert", text, "warn")
    passed_checks = tuple(("circle-check", text, "ok") for text in (opening, log, counts))
    return (*passed_checks, origin)
