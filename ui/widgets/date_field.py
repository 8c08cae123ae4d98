"""Input field for a day in any usual notation; it is normalised when the field loses the focus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.appearance import display_format
from ui.models.date_parsing import read_day, read_year
from ui.widgets.text_field import TextField


class DateField(TextField):
    """``today()`` returns the day that "h" means and whose year completes a day without a year.

    ``day_changed(date | None)`` when the field loses the focus and its day has changed.
    """

    day_changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._last_value: object = None
        self.editingFinished.connect(self.normalise)

    def day(self) -> date | None:
        """Return the typed day, None for an empty or invalid one."""
        return read_day(self.value(), self._today())

    def set_day(self, day: date | None) -> None:
        """Set a day, or empty the field."""
        self.setText("" if day is None else display_format.day(day))
        self._last_value = day

    def is_acceptable(self) -> bool:
        """Tell whether the field is empty or contains a valid day."""
        return not self.value().strip() or self._parsed_value() is not None

    def _parsed_value(self) -> object:
        return self.day()

    def _formatted_value(self, value: object) -> str:
        return display_format.day(value) if isinstance(value, date) else self.text()

    @Slot()
    def normalise(self) -> None:
        """Write the day as dd/MM/yyyy; other text is not changed."""
        value = self._parsed_value()
        if value is not None and self._formatted_value(value) != self.text():
            self.setText(self._formatted_value(value))
        if value != self._last_value:
            self._last_value = value
            self.day_changed.emit(value)


class YearOrDateField(DateField):
    """A birth year ("1968") or a whole birth date; ``year_or_date() -> int | date | None``."""

    def year_or_date(self) -> int | date | None:
        """Return the year, the day, or None."""
        return read_year(self.value()) or self.day()

    def year(self) -> int | None:
        """Return the typed year, also that of a whole date."""
        value = self.year_or_date()
        return value.year if isinstance(value, date) else value

    def set_year_or_date(self, value: int | date | None) -> None:
        """Set a year or a day, or empty the field."""
        if isinstance(value, int):
            self.setText(str(value))
            self._last_value = value
        else:
            self.set_day(value)

    def _parsed_value(self) -> object:
        return self.year_or_date()

    def _formatted_value(self, value: object) -> str:
        return str(value) if isinstance(value, int) else super()._formatted_value(value)
