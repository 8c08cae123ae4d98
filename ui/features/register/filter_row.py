"""What the register shows: search and filters, one row of them, with their numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.filter_counts import ANY, LATE, SOON, FilterCounts
from reception.domain.reporting_periods import Period, month_of
from ui.appearance import display_format as shown
from ui.features.register import filter_boxes
from ui.features.register.filter_bar import FilterBar
from ui.features.register.filter_boxes import ALL, BEFORE, PERIOD, SPANS, YEAR

if TYPE_CHECKING:
    from reception.storage.visits.filter_count_query import CountedFilters
    from reception.storage.visits.register_reader import RegisterFilter

translate = QCoreApplication.translate
_WAIT_MS = 250
_MOST = 999  # a larger number of late visits is no longer read as a number


class FilterRow(FilterBar):
    """``chosen()`` returns the filter; ``changed`` says that it is another one."""

    changed = Signal()

    def __init__(self, today: date, soon_until: date, starts_on: int, parent: QWidget) -> None:
        """Begin with everything shown."""
        self._period = month_of(today, starts_on)
        self._before = self._period.previous()
        super().__init__(self._period, self._before, parent)
        self._today = today
        self._soon_until = soon_until  # two working days on
        self._tally: FilterCounts | None = None
        self._tallied_text = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.changed)
        self._wire()

    def set_days(self, today: date, soon_until: date, starts_on: int) -> None:
        """Follow the day, the calendar and the office's window of the month."""
        self._today, self._soon_until = today, soon_until
        period = month_of(today, starts_on)
        if period != self._period:
            self._period, self._before = period, period.previous()
            filter_boxes.tell_time(self.time, self._period, self._before)
            self._show_numbers()

    def _wire(self) -> None:
        self.search.textChanged.connect(self._typed)
        self.drop_button.clicked.connect(self.drop)
        self.changed.connect(self._mark)
        for box in (self.time, self.kind, self.progress):
            box.chosen.connect(self._chosen)
        self.overdue.toggled.connect(self._late_chosen)
        self.soon.toggled.connect(self._soon_chosen)

    def chosen(self) -> RegisterFilter:
        """Return the filter as it stands, the composed word included."""
        from reception.storage.visits.register_reader import RegisterFilter  # noqa: PLC0415  # behind the door

        since, until = self._days(str(self.time.value()))
        late = self.overdue.isChecked()
        due = self.late() if late else self.near() if self.soon.isChecked() else RegisterFilter()
        kind, progress = self.kind.value(), self.progress.value()
        return replace(
            due,
            since=since,
            until=until,
            kinds=(str(kind),) if kind else (),
            progress=(str(progress),) if progress else (),
            text=self.search.text(),
        )

    def late(self) -> RegisterFilter:
        """Return the filter of what is overdue."""
        from reception.storage.visits.register_reader import RegisterFilter  # noqa: PLC0415  # behind the door

        return RegisterFilter(due_before=self._today - timedelta(days=1))

    def near(self) -> RegisterFilter:
        """Return the filter of what is due within two working days."""
        from reception.storage.visits.register_reader import RegisterFilter  # noqa: PLC0415  # behind the door

        return RegisterFilter(due_before=self._soon_until, due_after=self._today)

    def counted(self) -> CountedFilters:
        """Return what is to be counted: every choice but the search is open in it."""
        from reception.storage.visits.filter_count_query import CountedFilters  # noqa: PLC0415  # behind the door

        spans = tuple(self._days(span) for span in SPANS)
        late_until = self._today - timedelta(days=1)
        return CountedFilters(spans, late_until, self._soon_until, self.search.text())

    def show_tally(self, tally: FilterCounts | None, text: str = "") -> None:
        """Write how many visits each choice would leave, of those that ``text`` finds."""
        self._tally, self._tallied_text = tally, text
        self._show_numbers()

    def number(self, span: str | None = None) -> int | None:
        """Return how many visits are chosen, in these days or others; None when not known."""
        return self._number(span=span)

    def everything(self) -> int | None:
        """Return how many visits there are, whatever is chosen; None when not known."""
        return None if self._tally is None or self._tallied_text else self._tally.number(0)

    def _number(
        self,
        span: str | None = None,
        kind: str | None = None,
        progress: str | None = None,
        due: str | None = None,
    ) -> int | None:
        if self._tally is None:
            return None
        return self._tally.number(
            SPANS.index(str(self.time.value()) if span is None else span),
            str(self.kind.value()) if kind is None else kind,
            str(self.progress.value()) if progress is None else progress,
            self._due() if due is None else due,
        )

    def _due(self) -> str:
        return LATE if self.overdue.isChecked() else SOON if self.soon.isChecked() else ANY

    def _show_numbers(self) -> None:
        kinds = (ALL, *(kind.value for kind in filter_boxes.KINDS))
        states = (ALL, *filter_boxes.STATES)
        self.time.set_counts({span: self._number(span=span) for span in SPANS})
        self.kind.set_counts({kind: self._number(kind=kind) for kind in kinds})
        self.progress.set_counts({state: self._number(progress=state) for state in states})
        self.overdue.set_count(self._number(due=LATE), _MOST)
        self.soon.set_count(self._number(due=SOON), _MOST)
        self.fit()

    def _days(self, span: str) -> tuple[date | None, date | None]:
        spans: dict[str, tuple[date, date | None]] = {
            PERIOD: (self._period.since, None),
            BEFORE: (self._before.since, self._before.until),
            YEAR: (date(self._today.year, 1, 1), None),
        }
        return spans.get(span, (None, None))

    def told(self, known: int | None, wide: bool) -> str:
        """Return how many visits are shown, and of which days, for the head of the page.

        ``known`` is the number of rows as far as they are counted; a wide page has room for more.
        """
        counted = self._tallied_text == self.search.text()
        count = known if known is not None else self.number() if counted else None
        if count is None:
            return ""
        if count == 0 and self.only_this_period() is not None:
            return translate("Register", "No visit yet in the period")
        words = _visits(count, self._days_text())
        year = self.number(YEAR) if wide and self.time.value() in (PERIOD, BEFORE) else None
        if year is not None:
            words += ", " + _visits(year, translate("Register", "since New Year"))
        return words

    def _days_text(self) -> str:
        return {
            PERIOD: filter_boxes.days_from(self._period.since),
            BEFORE: filter_boxes.days_of(self._before),
            YEAR: translate("Register", "since New Year"),
        }.get(str(self.time.value()), "")

    def period(self) -> tuple[date, date]:
        """Return the days that a printed book of this view covers."""
        since, until = self._days(str(self.time.value()))
        return since or self._period.since, until or self._today

    def only_this_period(self) -> Period | None:
        """Return the present period when nothing but the time is chosen."""
        alone = self.time.value() == PERIOD and not self._narrowed()
        return self._period if alone else None

    def look_before(self) -> None:
        """Show the period before this one."""
        self.time.choose(BEFORE)

    def filtering(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.time.value()) or self._narrowed()

    def _narrowed(self) -> bool:
        ticks = self.overdue.isChecked() or self.soon.isChecked()
        boxes = any(box.value() for box in (self.kind, self.progress))
        return ticks or boxes or bool(self.search.text())

    @Slot()
    def drop(self) -> None:
        """Show everything again."""
        self.search.clear()
        for box in (self.time, self.kind, self.progress):
            box.clear_choice()
        self.overdue.setChecked(False)
        self.soon.setChecked(False)
        self.changed.emit()

    @Slot()
    def _mark(self) -> None:
        """Offer to drop what narrows the view; the numbers follow what is chosen."""
        self.drop_button.setVisible(self.filtering())
        self._show_numbers()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._wait.start()

    @Slot(bool)
    def _late_chosen(self, on: bool) -> None:
        if on and self.soon.isChecked():
            self.soon.setChecked(False)  # tells by itself
            return
        self.changed.emit()

    @Slot(bool)
    def _soon_chosen(self, on: bool) -> None:
        if on and self.overdue.isChecked():
            self.overdue.setChecked(False)
            return
        self.changed.emit()

    @Slot(object)
    def _chosen(self, _value: object) -> None:
        self.changed.emit()


def _visits(count: int, days: str) -> str:
    words = translate("Register", "{count} visits").format(count=shown.number(count))
    return f"{words} {days}" if days else words
