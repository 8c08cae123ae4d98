"""List of the papers and backups that still have the earlier pseudonym of a visit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.services.visit_lifecycle.earlier_pseudonym_copies import EarlierPseudonymCopies
from ui.widgets.banner import Banner
from ui.widgets.consequence_list import ConsequenceLine, ConsequenceList

translate = QCoreApplication.translate


class EarlierPseudonymCopiesList(QWidget):
    """Books, papers and backups to collect or destroy, and the tasks of the board head."""

    def __init__(self, copies: EarlierPseudonymCopies, parent: QWidget) -> None:
        super().__init__(parent)
        card = ConsequenceList(translate("Life", "Collect or destroy"), self)
        card.show_lines(_copy_lines(copies))
        title = translate("Life", "Reclassified.")
        text = translate("Life", "Tell the head: new keys for the desk, new backups.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addWidget(Banner("warn", self, title, text))


def _copy_lines(copies: EarlierPseudonymCopies) -> list[ConsequenceLine]:
    lines: list[ConsequenceLine] = []
    for icon, title, numbers in (
        ("book-open", translate("Life", "Books with names, by print number"), copies.named_books),
        ("book-open", translate("Life", "Register books, by print number"), copies.books),
        ("file-text", translate("Life", "Papers handed out"), copies.receipts),
        ("printer", translate("Life", "Prints"), copies.prints),
        (
            "database",
            translate("Life", "Backups, by number in the log"),
            tuple(str(number) for number in copies.backups),
        ),
    ):
        if numbers:
            lines.append((icon, f"{title}: {', '.join(numbers)}", ""))
    other_copies = translate("Life", "Copies kept outside the program, if there are any")
    lines.append(("hard-drive", other_copies, ""))
    return lines
