"""The page shown in place of an empty table: the reason, and buttons for the next steps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.reporting_periods import Period
from ui.appearance import display_format
from ui.features.register.filter_boxes import PREVIOUS
from ui.features.register.filter_row import FilterRow
from ui.widgets.empty_state import EmptyState, EmptyStateAction

translate = QCoreApplication.translate


class EmptyRegister(EmptyState):
    """Explains one of three reasons: no visit at all, none in a new period, or none that matches.

    Its buttons emit ``new_visit_wanted`` or ``import_wanted``, or change the filters themselves.
    """

    new_visit_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, filters: FilterRow, may_import: bool, parent: QWidget) -> None:
        super().__init__("book-open", "", "", parent)
        self._filters = filters
        self._may_import = may_import
        self._first_action = self._second_action = ""
        self.first_action_used.connect(self._use_first)
        self.second_action_used.connect(self._use_second)

    def show_reason(self) -> None:
        """Show why the present filters show no visit, as far as the visits are counted."""
        self.set_note("")
        period = self._filters.only_present_period()
        if self._filters.register_count() == 0 or not self._filters.is_filtering():
            self._show_empty_register()
        elif period is not None:
            self._show_empty_period(period)
        else:
            self._show_no_match()

    def _show_empty_register(self) -> None:
        self.set_text(
            translate("Register", "No visit yet"),
            translate("Register", "Visits entered at the desk stand here, names sealed."),
        )
        self._first_action = "enter"
        self._second_action = "import" if self._may_import else ""
        import_action = EmptyStateAction(
            translate("Register", "Bring an Excel register in"), "download"
        )
        self.set_actions(_enter_action(), import_action if self._may_import else None)

    def _show_empty_period(self, period: Period) -> None:
        template = translate(
            "Register",
            "The period {since} - {until} has just begun. Its first visit, entered at the "
            "desk, will stand here, the name sealed.",
        )
        self.set_text(
            translate("Register", "No visit in this period yet"),
            template.format(
                since=display_format.day(period.since), until=display_format.day(period.until)
            ),
        )
        previous_count = self._filters.count(PREVIOUS)
        self._first_action = "enter"
        self._second_action = "clear filters" if previous_count == 0 else "previous period"
        previous_period_action = EmptyStateAction(
            translate("Register", "Show the last period"), "history"
        )
        whole_register_action = EmptyStateAction(
            translate("Register", "Show the whole register"), "book-open"
        )
        self.set_actions(
            _enter_action(),
            whole_register_action if previous_count == 0 else previous_period_action,
        )
        if previous_count:
            template = translate("Register", "Last period: {count} visits, all kept.")
            self.set_note(template.format(count=display_format.number(previous_count)))

    def _show_no_match(self) -> None:
        self.set_text(
            translate("Register", "No visit found"),
            translate("Register", "Nothing fits the search and the filters chosen."),
        )
        self._first_action, self._second_action = "clear filters", ""
        self.set_actions(EmptyStateAction(translate("Register", "Drop the filters"), "", "Esc"))
        count = self._filters.register_count()
        if count:
            template = translate("Register", "The register has {count} visits.")
            self.set_note(template.format(count=display_format.number(count)))

    @Slot()
    def _use_first(self) -> None:
        self._perform(self._first_action)

    @Slot()
    def _use_second(self) -> None:
        self._perform(self._second_action)

    def _perform(self, action: str) -> None:
        if action == "enter":
            self.new_visit_wanted.emit()
        elif action == "import":
            self.import_wanted.emit()
        elif action == "previous period":
            self._filters.time_box.choose(PREVIOUS)
        elif action == "clear filters":
            self._filters.clear_filters()


def _enter_action() -> EmptyStateAction:
    return EmptyStateAction(translate("Register", "Enter the first visit"), "plus", "Ctrl+N")
