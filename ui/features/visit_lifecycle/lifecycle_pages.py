"""The pages of the lifecycle dialog, one below the other inside its scroll area."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.features.visit_lifecycle.answer_page import AnswerPage
from ui.features.visit_lifecycle.correction_page import CorrectionPage
from ui.features.visit_lifecycle.identity_page import IdentityPage
from ui.features.visit_lifecycle.late_entry_page import LateEntryPage
from ui.features.visit_lifecycle.lifecycle_page import LifecyclePage, VisitToChange
from ui.features.visit_lifecycle.reclassify_page import ReclassifyPage
from ui.features.visit_lifecycle.void_page import VoidPage

translate = QCoreApplication.translate
LATE_ENTRY = "late"


class LifecyclePages(QWidget):
    """Creates the pages that the visit allows and shows one of them; as high as that page.

    Of a visit that may not be read only the answer can be recorded.
    ``page_by_name`` is in the order of the tabs. A voided visit has the page of a late entry only.
    The identity has a page for the officer who received the visit and for whoever may open it.
    """

    size_changed = Signal()  # a page requires another size

    def __init__(self, visit: VisitToChange, parent: QWidget) -> None:
        super().__init__(parent)
        self.page_by_name: dict[str, LifecyclePage] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        if not visit.present.voided:
            self._add_changes(visit)
        self.late_entry_page = LateEntryPage(visit, self)
        self._add(LATE_ENTRY, self.late_entry_page)

    def _add_changes(self, visit: VisitToChange) -> None:
        if visit.present.may_read:
            self._add("correct", CorrectionPage(visit, self))
        if visit.present.may_replace_identity:
            self._add("identity", IdentityPage(visit, self))
        self._add("answer", AnswerPage(visit, self))
        if visit.present.may_read:
            self._add("kind", ReclassifyPage(visit, self))
            self._add("void", VoidPage(visit, self))

    def _add(self, name: str, page: LifecyclePage) -> None:
        page.hide()
        self.page_by_name[name] = page
        self.column.addWidget(page)

    def titles(self) -> dict[str, str]:
        """Return the title of each page by its name."""
        titles = {
            "correct": translate("Life", "Correct"),
            "identity": translate("Life", "Identity"),
            "answer": translate("Life", "Answered"),
            "kind": translate("Life", "Reclassify"),
            "void": translate("Life", "Void"),
            LATE_ENTRY: translate("Life", "Late entry"),
        }
        return {name: titles[name] for name in self.page_by_name}

    def show_page(self, name: str) -> None:
        """Show the page of this name and hide the others."""
        for page_name, page in self.page_by_name.items():
            page.setVisible(page_name == name)

    def event(self, event: QEvent) -> bool:
        """Emit ``size_changed`` on layout requests, which a scroll area does not pass on."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.size_changed.emit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return 0, so that the height is computed for the width; the default is too high."""
        return QSize(0, 0)

    def height_at(self, width: int) -> int:
        """Return the height in pixels that the visible page needs at this width."""
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()
