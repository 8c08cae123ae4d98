"""What the register shows: search and filters, one row of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception.domain.periods import Period, month_of
from reception.domain.petition import PetitionKind
from reception.law.words import KIND
from ui.models.register_rows import progress_text
from ui.theme import theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.composition import commit_composition
from ui.widgets.count_button import CountButton
from ui.widgets.key_button import KeyButton
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from reception.storage.register import RegisterFilter

translate = QCoreApplication.translate
_WAIT_MS = 250
_STATES = (
    "accepted",
    "reported",
    "transfer_waiting",
    "transferred",
    "guided",
    "explained",
    "refused",
)
_KINDS = (
    PetitionKind.COMPLAINT,
    PetitionKind.DENUNCIATION,
    PetitionKind.RECOMMENDATION,
    PetitionKind.FEEDBACK,
)


class FilterRow(QWidget):
    """``chosen()`` returns the filter; ``changed`` says that it is another one."""

    changed = Signal()

    def __init__(self, today: date, soon_until: date, starts_on: int, parent: QWidget) -> None:
        """Begin with everything shown."""
        super().__init__(parent)
        self._today = today
        self._soon_until = soon_until  # two working days on
        self._period = month_of(today, starts_on)
        self._before = self._period.previous()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.changed)
        self._build()

    def _build(self) -> None:
        self.search = TextField(self)
        self.search.setObjectName("search")
        self.search.set_icon("search")
        self.search.setAccessibleName(translate("Register", "Search code, content, body"))
        self.search.setPlaceholderText(translate("Register", "Code, content, body"))
        self.search.setFixedWidth(theme().px(262))
        self.search.textChanged.connect(self._typed)
        self.time = ChoiceBox(self)
        self.time.setObjectName("time")
        self.time.setAccessibleName(translate("Register", "Time"))
        self.time.add(translate("Register", "Time: all"), "")
        words = translate("Register", "This period, from {day}")
        since = self._period.since
        self.time.add(words.format(day=f"{since.day:02d}/{since.month:02d}"), "period")
        words = translate("Register", "Last period, from {day}")
        since = self._before.since
        self.time.add(words.format(day=f"{since.day:02d}/{since.month:02d}"), "before")
        self.time.add(translate("Register", "This year"), "year")
        self.kind = ChoiceBox(self)
        self.kind.setObjectName("kind")
        self.kind.setAccessibleName(translate("Register", "Kind"))
        self.kind.add(translate("Register", "Kind: all"), "")
        for kind in _KINDS:
            self.kind.add(KIND[kind], kind.value)
        self.progress = ChoiceBox(self)
        self.progress.setObjectName("progress")
        self.progress.setAccessibleName(translate("Register", "Handling"))
        self.progress.add(translate("Register", "Handling: all"), "")
        for state in _STATES:
            self.progress.add(progress_text(state), state)
        late, near = translate("Register", "Overdue"), translate("Register", "Due soon")
        self.overdue = CountButton(late, self, "circle-alert", "dangerText")
        self.overdue.setObjectName("overdue")
        self.soon = CountButton(near, self, "clock", "warnText")
        self.soon.setObjectName("soon")
        self.drop_button = KeyButton(translate("Register", "Drop the filters"), self, "flat")
        self.drop_button.setObjectName("drop_button")
        self.drop_button.clicked.connect(self.drop)
        self.drop_button.hide()
        self._lay_out()
        self.changed.connect(self._mark)
        for box in (self.time, self.kind, self.progress):
            box.chosen.connect(self._chosen)
        self.overdue.toggled.connect(self._late_chosen)
        self.soon.toggled.connect(self._soon_chosen)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (self._upper, self._lower):
            row.setSpacing(theme().px(8))
            row.addStretch(1)
            column.addLayout(row)
        self._upper.insertWidget(0, self.search)
        self._upper.insertWidget(1, self.drop_button)
        for place, widget in enumerate(self._choices(), start=1):
            self._upper.insertWidget(place, widget)

    def _choices(self) -> tuple[QWidget, ...]:
        return (self.time, self.kind, self.progress, self.overdue, self.soon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices under the search where one line is too short for all of them."""
        super().resizeEvent(event)
        gap = theme().px(8)
        wanted = sum(part.sizeHint().width() + gap for part in self._choices())
        least = self.search.width() + gap + self.drop_button.sizeHint().width()
        low = least + wanted > self.width()
        row, first = (self._lower, 0) if low else (self._upper, 1)
        if row.indexOf(self.time) < 0:
            for place, part in enumerate(self._choices(), start=first):
                row.insertWidget(place, part)

    def chosen(self) -> RegisterFilter:
        """Return the filter as it stands, the composed word included."""
        from reception.storage.register import RegisterFilter  # noqa: PLC0415  # behind the door

        commit_composition()
        since, until = self._days()
        late = self.overdue.isChecked()
        due = self.late() if late else self.near() if self.soon.isChecked() else RegisterFilter()
        kind, progress = self.kind.value(), self.progress.value()
        return replace(
            due,
            since=since,
            until=until,
            kinds=(str(kind),) if kind else (),
            progress=(str(progress),) if progress else (),
            text=self.search.value(),
        )

    def late(self) -> RegisterFilter:
        """Return the filter of what is overdue."""
        from reception.storage.register import RegisterFilter  # noqa: PLC0415  # behind the door

        return RegisterFilter(due_before=self._today - timedelta(days=1))

    def near(self) -> RegisterFilter:
        """Return the filter of what is due within two working days."""
        from reception.storage.register import RegisterFilter  # noqa: PLC0415  # behind the door

        return RegisterFilter(due_before=self._soon_until, due_after=self._today)

    def before(self) -> RegisterFilter:
        """Return the filter of the period before this one."""
        from reception.storage.register import RegisterFilter  # noqa: PLC0415  # behind the door

        return RegisterFilter(since=self._before.since, until=self._before.until)

    def show_counts(self, late: int, near: int, most: int) -> None:
        """Show how many visits the two deadline filters would leave."""
        self.overdue.set_count(late, most)
        self.soon.set_count(near, most)

    def _days(self) -> tuple[date | None, date | None]:
        spans: dict[str, tuple[date, date | None]] = {
            "period": (self._period.since, None),
            "before": (self._before.since, self._before.until),
            "year": (date(self._today.year, 1, 1), None),
        }
        return spans.get(str(self.time.value()), (None, None))

    def period(self) -> tuple[date, date]:
        """Return the days that a printed book of this view covers."""
        since, until = self._days()
        return since or self._period.since, until or self._today

    def only_this_period(self) -> Period | None:
        """Return the present period when nothing but the time is chosen."""
        alone = self.time.value() == "period" and not self._narrowed()
        return self._period if alone else None

    def look_before(self) -> None:
        """Show the period before this one."""
        self.time.choose("before")

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
            box.choose("")
        self.overdue.setChecked(False)
        self.soon.setChecked(False)
        self.changed.emit()

    @Slot()
    def _mark(self) -> None:
        """Tint what narrows the view, so that a filter forgotten is seen."""
        for box in (self.time, self.kind, self.progress):
            box.set_state("set" if box.value() else "")
        self.drop_button.setVisible(self.filtering())

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
