"""List of effects that a reclassification cannot undo, shown after it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.services.visit_lifecycle.irreversible_effects import IrreversibleEffects
from ui.features.visit_lifecycle.consequence_list import ConsequenceLine, ConsequenceList
from ui.widgets.banner import Banner

translate = QCoreApplication.translate


class IrreversibleEffectsList(QWidget):
    """Papers to collect or destroy, and the tasks of the head of the office."""

    def __init__(self, effects: IrreversibleEffects, parent: QWidget) -> None:
        super().__init__(parent)
        card = ConsequenceList(translate("Life", "Collect or destroy"), self)
        card.show_lines(_effect_lines(effects))
        title = translate("Life", "Reclassified.")
        text = translate("Life", "Tell the head: new keys for the desk, new backups.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addWidget(Banner("warn", self, title, text))


def _effect_lines(effects: IrreversibleEffects) -> list[ConsequenceLine]:
    lines: list[ConsequenceLine] = []
    for icon, title, numbers in (
        ("file-text", translate("Life", "Papers handed out"), effects.receipts),
        ("printer", translate("Life", "Prints"), effects.prints),
        (
            "database",
            translate("Life", "Backups, by number in the log"),
            tuple(str(number) for number in effects.backups),
        ),
    ):
        if numbers:
            lines.append((icon, f"{title}: {', '.join(numbers)}", ""))
    copies = translate("Life", "Copies kept outside the program, if there are any")
    lines.append(("hard-drive", copies, ""))
    return lines
