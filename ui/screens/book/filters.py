"""What the register shows: search and filters, one row of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from reception.domain.periods import month_of
from reception.domain.petition import PetitionKind
from reception.law.words import KIND
from ui.models.register_rows import progress_text
from ui.theme import theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.composition import commit_composition
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
        self.overdue = QCheckBox(translate("Register", "Overdue"), self)
        self.overdue.setObjectName("overdue")
        self.soon = QCheckBox(translate("Register", "Due soon"), self)
        self.soon.setObjectName("soon")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        for widget in (self.search, self.time, self.kind, self.progress, self.overdue, self.soon):
            row.addWidget(widget)
        row.addStretch(1)
        for box in (self.time, self.kind, self.progress):
            box.chosen.connect(self._chosen)
        for tick in (self.overdue, self.soon):
            tick.toggled.connect(self._chosen)

    def chosen(self) -> RegisterFilter:
        """Return the filter as it stands, the composed word included."""
        from reception.storage.register import RegisterFilter  # noqa: PLC0415  # behind the door

        commit_composition()
        since = {"period": self._period.since, "year": date(self._today.year, 1, 1)}
        day = timedelta(days=1)
        before = after = None
        if self.overdue.isChecked():
            before = self._today - day
        elif self.soon.isChecked():
            before, after = self._soon_until, self._today
        kind, progress = self.kind.value(), self.progress.value()
        return RegisterFilter(
            since=since.get(str(self.time.value())),
            kinds=(str(kind),) if kind else (),
            progress=(str(progress),) if progress else (),
            due_before=before,
            due_after=after,
            text=self.search.value(),
        )

    def period(self) -> tuple[date, date]:
        """Return the days that a printed book of this view covers."""
        since = {"period": self._period.since, "year": date(self._today.year, 1, 1)}
        return since.get(str(self.time.value()), self._period.since), self._today

    def filtering(self) -> bool:
        """Tell whether anything is left out."""
        ticks = self.overdue.isChecked() or self.soon.isChecked()
        boxes = any(box.value() for box in (self.time, self.kind, self.progress))
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

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._wait.start()

    @Slot(object)
    def _chosen(self, _value: object) -> None:
        self.changed.emit()
