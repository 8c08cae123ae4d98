"""The list on the left: visits being entered, above those saved today."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.law.statutory_words import REPORTER_WORDS
from reception.services.register.register import DayFigures
from reception.services.register.register_row import RegisterRow
from ui.appearance import display_format
from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_in_progress import EntryInProgress
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.forecast_display import ForecastDisplay
from ui.models.day_list import DayLine, LineKind, day_lines, reporter_title

translate = QCoreApplication.translate


class EntryDayList(QObject):
    """Fills the list on the left; ``visit_wanted(visit_id)`` when a saved visit is chosen in it."""

    visit_wanted = Signal(object)

    def __init__(
        self, page: EntryPage, drafts: DraftKeeper, forecasts: ForecastDisplay, tasks: EntryTasks
    ) -> None:
        super().__init__(page)
        self._page, self._drafts, self._forecasts = page, drafts, forecasts
        self._register_rows: list[RegisterRow] = []
        drafts.entries_changed.connect(self.refresh)
        forecasts.forecast_shown.connect(self.refresh)
        tasks.day_read.connect(self._day_read)
        page.day_panel.list_view.line_chosen.connect(self._line_chosen)

    @Slot(object, object)
    def _day_read(self, rows: list[RegisterRow], figures: DayFigures) -> None:
        self._register_rows = rows
        self._page.day_panel.set_figures(figures)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the visits being entered and those saved today."""
        current = self._drafts.current_entry
        entries = [current, *(entry for entry in self._drafts.entries if entry is not current)]
        drafts = [self._draft_line(entry) for entry in entries]
        self._page.day_panel.set_lines(day_lines(drafts, self._register_rows))

    def _draft_line(self, entry: EntryInProgress) -> DayLine:
        current = entry is self._drafts.current_entry
        kind = self._page.content_card.kind() if current else entry.form.petitions[0].content.kind
        title = translate("Desk", "Reporter")
        if kind:
            name = REPORTER_WORDS[kind]
            title = f"{name[0].upper()}{name[1:]}"
        expected_number, detail = "", translate("Desk", "Number and code expected, given on saving")
        forecast = self._forecasts.forecast
        if current and forecast is not None:
            number = f"{forecast.number:04d}"
            expected_number = translate("Desk", "Expected visit {number}").format(number=number)
            if kind is not None:
                title = reporter_title(kind, forecast.code())
        if not current and entry.draft_saved_at is not None:
            template = translate("Desk", "Draft encrypted {hour}")
            detail = template.format(hour=display_format.hour_or_day(entry.draft_saved_at))
        status = translate("Desk", "Being entered") if current else translate("Desk", "Draft")
        entries = self._drafts.entries
        index = entries.index(entry) if entry in entries else -1
        return DayLine(
            LineKind.DRAFT,
            title,
            detail,
            status,
            expected_number=expected_number,
            is_current=current,
            key=index,
        )

    @Slot(object)
    def _line_chosen(self, line: DayLine) -> None:
        if line.kind is LineKind.DRAFT:
            if 0 <= line.key < len(self._drafts.entries):
                self._drafts.switch_to(self._drafts.entries[line.key])
        elif line.kind is not LineKind.HEADING:
            self.visit_wanted.emit(line.key)
