"""Field for a day in any usual notation, normalised when the field is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.appearance import display_format as shown
from ui.models.date_parsing import read_day, read_year
from ui.widgets.text_field import TextField


class DateField(TextField):
    """``today()`` returns the date for "h" and for a missing year.

    ``day_changed(date | None)`` when the field is left with another day.
    """

    day_changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._last: object = None
        self.editingFinished.connect(self.normalise)

    def day(self) -> date | None:
        """Return the typed day, None for an empty or invalid one."""
        return read_day(self.value(), self._today())

    def set_day(self, day: date | None) -> None:
        """Set a day, or empty the field."""
        self.setText("" if day is None else shown.day(day))
        self._last = day

    def acceptable(self) -> bool:
        """Tell whether the field is empty or contains a valid day."""
        return not self.value().strip() or self._parsed() is not None

    def _parsed(self) -> object:
        return self.day()

    def _formatted(self, meaning: object) -> str:
        return shown.day(meaning) if isinstance(meaning, date) else self.text()

    @Slot()
    def normalise(self) -> None:
        """Write the day as dd/MM/yyyy; other text is not changed."""
        meaning = self._parsed()
        if meaning is not None and self._formatted(meaning) != self.text():
            self.setText(self._formatted(meaning))
        if meaning != self._last:
            self._last = meaning
            self.day_changed.emit(meaning)


class YearOrDateField(DateField):
    """A birth year ("1968") or a whole birth date; ``meaning() -> int | date | None``."""

    def meaning(self) -> int | date | None:
        """Return the year, the day, or None."""
        return read_year(self.value()) or self.day()

    def year(self) -> int | None:
        """Return the typed year, also that of a whole date."""
        meaning = self.meaning()
        return meaning.year if isinstance(meaning, date) else meaning

    def set_meaning(self, meaning: int | date | None) -> None:
        """Set a year or a day, or empty the field."""
        if isinstance(meaning, int):
            self.setText(str(meaning))
            self._last = meaning
        else:
            self.set_day(meaning)

    def _parsed(self) -> object:
        return self.meaning()

    def _formatted(self, meaning: object) -> str:
        return str(meaning) if isinstance(meaning, int) else super()._formatted(meaning)
