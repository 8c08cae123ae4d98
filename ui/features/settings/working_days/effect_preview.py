"""Computes which deadlines a change of the calendar would move, before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.features.settings.settings_section import SettingsContext
from ui.features.settings.working_days.effect_card import EffectCard

if TYPE_CHECKING:
    from reception.domain.calendar_overrides import CalendarOverride
    from reception.services.working_days.calendar_changes import CalendarEffect

# A day and its override; None removes the override.
DayChange = tuple[date, "CalendarOverride | None"]
_DELAY_MS = 250  # after the last input, before the effect is computed


class EffectPreview(QObject):
    """Keeps the effect on ``card`` up to date with the change that ``pending_change()`` returns."""

    def __init__(
        self,
        context: SettingsContext,
        card: EffectCard,
        pending_change: Callable[[], DayChange | None],
    ) -> None:
        super().__init__(card)
        self._context, self._card, self._pending_change = context, card, pending_change
        self._requested_change: DayChange | None = None
        self._computed_effect: tuple[DayChange, CalendarEffect] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self.compute_now)

    def is_pending(self) -> bool:
        """Tell whether input is waiting for its effect to be computed."""
        return self._timer.isActive()

    def effect(self, change: DayChange) -> CalendarEffect | None:
        """Return the computed effect of a change, or None."""
        if self._computed_effect is None or not _same_days(self._computed_effect[0], change):
            return None
        return self._computed_effect[1]

    def update(self) -> None:
        """Show the card if there is a change; compute its effect after a pause in the input."""
        change = self._pending_change()
        is_computed = change is not None and self.effect(change) is not None
        if not is_computed:
            self._show(None)
        has_change = change is not None
        if self._card.isHidden() is has_change:
            self._card.setVisible(has_change)
        if has_change and not is_computed:
            self._timer.start()

    @Slot()
    def compute_now(self) -> None:
        """Compute the effect without waiting for a pause in the input."""
        self._timer.stop()
        change = self._pending_change()
        if change is None:
            return
        self._requested_change = change
        job = partial(self._context.reception.calendar_changes.preview, *change)
        self._context.runner.run(job, then=self._show_computed, owner=self, failed=self._show_error)

    def recompute(self) -> None:
        """Discard the computed effect and compute it again."""
        self._show(None)
        self.compute_now()

    def clear(self) -> None:
        """Discard the computed effect; nothing is computed until the next input."""
        self._computed_effect = None
        self._timer.stop()

    def _show_computed(self, effect: CalendarEffect) -> None:
        change, requested = self._pending_change(), self._requested_change
        if change is not None and requested is not None and _same_days(requested, change):
            self._computed_effect = (change, effect)
            self._show(effect)

    def _show_error(self, error: ReceptionError) -> None:
        self._show(None)
        self._card.show_message(error_sentence(error))

    def _show(self, effect: CalendarEffect | None) -> None:
        if effect is None:
            self._computed_effect = None
        self._card.show_effect(effect)


def _same_days(first: DayChange, second: DayChange) -> bool:
    """Compare two changes without document and name, which move no deadline."""
    return _without_texts(first) == _without_texts(second)


def _without_texts(change: DayChange) -> DayChange:
    day, override = change
    return day, replace(override, document="", name="") if override is not None else None
