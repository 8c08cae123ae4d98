"""Counts which deadlines a change of the calendar would move, before it is saved."""

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

Target = tuple[date, "CalendarOverride | None"]  # a day and its override; None removes the override
_DELAY_MS = 250  # after the last input, before the effect is counted


class EffectPreview(QObject):
    """Keeps the effect on ``card`` up to date with the change that ``target()`` returns."""

    def __init__(
        self, context: SettingsContext, card: EffectCard, target: Callable[[], Target | None]
    ) -> None:
        super().__init__(card)
        self._context, self._card, self._target = context, card, target
        self._requested: Target | None = None
        self._counted: tuple[Target, CalendarEffect] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self.count)

    def is_pending(self) -> bool:
        """Tell whether input is newer than the last count requested."""
        return self._timer.isActive()

    def effect(self, target: Target) -> CalendarEffect | None:
        """Return the counted effect of a change, or None."""
        if self._counted is None or not _same_days(self._counted[0], target):
            return None
        return self._counted[1]

    def update(self) -> None:
        """Show the card if there is a change; count its effect after a pause in the input."""
        target = self._target()
        is_counted = target is not None and self.effect(target) is not None
        if not is_counted:
            self._show(None)
        has_change = target is not None
        if self._card.isHidden() is has_change:
            self._card.setVisible(has_change)
        if has_change and not is_counted:
            self._timer.start()

    @Slot()
    def count(self) -> None:
        """Count now."""
        self._timer.stop()
        target = self._target()
        if target is None:
            return
        self._requested = target
        job = partial(self._context.reception.calendar_changes.preview, *target)
        self._context.runner.run(job, then=self._show_counted, owner=self, failed=self._show_error)

    def count_again(self) -> None:
        """Discard the counted effect and count anew."""
        self._show(None)
        self.count()

    def clear(self) -> None:
        """Discard the counted effect; nothing is counted until the next input."""
        self._counted = None
        self._timer.stop()

    def _show_counted(self, effect: CalendarEffect) -> None:
        target, requested = self._target(), self._requested
        if target is not None and requested is not None and _same_days(requested, target):
            self._counted = (target, effect)
            self._show(effect)

    def _show_error(self, error: ReceptionError) -> None:
        self._show(None)
        self._card.show_message(error_sentence(error))

    def _show(self, effect: CalendarEffect | None) -> None:
        if effect is None:
            self._counted = None
        self._card.show_effect(effect)


def _same_days(one: Target, other: Target) -> bool:
    """Compare two changes without document and name, which move no deadline."""
    return _without_texts(one) == _without_texts(other)


def _without_texts(target: Target) -> Target:
    day, override = target
    return day, replace(override, document="", name="") if override is not None else None
