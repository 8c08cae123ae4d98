"""What stands in the place of the rows when there is none: why, and how to go on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.reporting_periods import Period
from ui.appearance import display_format as shown
from ui.features.register.filter_boxes import BEFORE
from ui.features.register.filter_row import FilterRow
from ui.widgets.empty_state import EmptyState, Way

translate = QCoreApplication.translate


class EmptyRegister(EmptyState):
    """``Nothing(filters, may_import, parent)``; ``tell()`` says it for the filters as they stand.

    ``new_visit_wanted`` and ``import_wanted``; the other ways change the filters.
    """

    new_visit_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, filters: FilterRow, may_import: bool, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__("book-open", "", "", parent)
        self._filters = filters
        self._may_import = may_import
        self._first_goes = self._second_goes = ""
        self.used.connect(self._use_first)
        self.other.connect(self._use_second)

    @Slot()
    def tell(self) -> None:
        """Say why there is no row: an empty register, a new period, or filters too narrow."""
        self.set_note("")
        period = self._filters.only_this_period()
        if self._filters.everything() == 0 or not self._filters.filtering():
            self._tell_of_the_register()
        elif period is not None:
            self._tell_of_the_period(period)
        else:
            self._tell_of_the_filters()

    def _tell_of_the_register(self) -> None:
        self.set_text(
            translate("Register", "No visit yet"),
            translate("Register", "Visits entered at the desk stand here, names sealed."),
        )
        self._first_goes = "enter"
        self._second_goes = "import" if self._may_import else ""
        bring = Way(translate("Register", "Bring an Excel register in"), "download")
        self.set_ways(_enter(), bring if self._may_import else None)

    def _tell_of_the_period(self, period: Period) -> None:
        words = translate(
            "Register",
            "The period {since} - {until} has just begun. Its first visit, entered at the "
            "desk, will stand here, the name sealed.",
        )
        self.set_text(
            translate("Register", "No visit in this period yet"),
            words.format(since=shown.day(period.since), until=shown.day(period.until)),
        )
        before = self._filters.number(BEFORE)
        self._first_goes = "enter"
        self._second_goes = "drop" if before == 0 else "before"
        look = Way(translate("Register", "Show the last period"), "history")
        whole = Way(translate("Register", "Show the whole register"), "book-open")
        self.set_ways(_enter(), whole if before == 0 else look)
        if before:
            words = translate("Register", "Last period: {count} visits, all kept.")
            self.set_note(words.format(count=shown.number(before)))

    def _tell_of_the_filters(self) -> None:
        self.set_text(
            translate("Register", "No visit found"),
            translate("Register", "Nothing fits the search and the filters chosen."),
        )
        self._first_goes, self._second_goes = "drop", ""
        self.set_ways(Way(translate("Register", "Drop the filters"), "", "Esc"))
        count = self._filters.everything()
        if count:
            words = translate("Register", "The register has {count} visits.")
            self.set_note(words.format(count=shown.number(count)))

    @Slot()
    def _use_first(self) -> None:
        self._go(self._first_goes)

    @Slot()
    def _use_second(self) -> None:
        self._go(self._second_goes)

    def _go(self, way: str) -> None:
        if way == "enter":
            self.new_visit_wanted.emit()
        elif way == "import":
            self.import_wanted.emit()
        elif way == "before":
            self._filters.time.choose(BEFORE)
        elif way == "drop":
            self._filters.drop()


def _enter() -> Way:
    return Way(translate("Register", "Enter the first visit"), "plus", "Ctrl+N")
