"""What every section of the settings is, and what it may ask of the page around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception.domain.staff import Right
from ui.appearance.theme import theme
from ui.appearance.window_settings import WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.widgets.card import Card
from ui.widgets.scroll_pane import WrappingPage

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from ui.features.printing.print_thread import PrintThread

_NARROW = 760  # width of the content below which its columns stand under one another


@dataclass(frozen=True, slots=True)
class SettingsContext:
    """What a section works with: the open office, the worker, what this machine remembers.

    ``clerk`` talks to the printers; None where there is none to talk to.
    """

    reception: Reception
    runner: TaskRunner
    machine: WindowSettings
    clerk: PrintThread | None = None

    def may_manage(self) -> bool:
        """Tell whether this person may change what belongs to the office."""
        return self.reception.session.may(Right.MANAGE)


class SettingsSection(WrappingPage):
    """One page of the settings; made when it is first shown.

    ``said(text)`` after something was kept, ``failed(error)`` for the banner, ``look_changed``,
    ``backup_wanted(folder)``, ``trial_wanted(backup)``, ``print_wanted(job)``,
    ``titled()`` when ``words()`` changed.
    Override ``savable`` and ``save`` for Ctrl+S, ``sides`` for buttons of the header, ``shown``,
    ``entered``, ``about_to_lock``.
    """

    said = Signal(str)
    failed = Signal(object)
    look_changed = Signal(object)
    backup_wanted = Signal(object)
    trial_wanted = Signal(object)
    print_wanted = Signal(object)
    titled = Signal()

    def __init__(self, study: SettingsContext, parent: QWidget) -> None:
        """Make an empty column; ``column`` takes the cards."""
        super().__init__(parent)
        self.study = study
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(12))

    @property
    def savable(self) -> bool:
        """Tell whether there is something that Ctrl+S keeps."""
        return False

    @property
    def saves_itself(self) -> bool:
        """Tell whether the section has a button of its own for Ctrl+S."""
        return False

    def words(self) -> str:
        """Return the grey words after the page's title."""
        return ""

    def sides(self) -> tuple[QWidget, ...]:
        """Return the buttons that stand in the page's header while this section shows."""
        return ()

    def shown(self) -> None:
        """Read what may have changed: the section shows, also while arrows pass by it."""

    def entered(self) -> None:
        """Put the focus where work begins."""

    def save(self) -> None:
        """Keep what was typed (Ctrl+S)."""

    def print_page(self) -> None:
        """Print what the section has to print (Ctrl+P)."""

    def backup_told(self, event: str, what: object) -> None:
        """Take what became of a copy or of a trial: "made", "tried" or "failed"."""

    def about_to_lock(self) -> None:
        """Forget what nobody may find after the lock."""

    def bring_in(self, part: QWidget, place: QRect | None = None) -> None:
        """Scroll until a part of the section, or a place in it, is in sight."""
        step: QWidget | None = self
        while step is not None and not isinstance(step, QScrollArea):
            step = step.parentWidget()
        if isinstance(step, QScrollArea):
            inside = place or part.rect()
            middle = part.mapTo(self, inside.center())
            step.ensureVisible(
                middle.x(), middle.y(), inside.width() // 2, inside.height() // 2 + theme().px(12)
            )

    def card(self, title: str) -> Card:
        """Return a plain card."""
        card = Card(title, self)
        card.set_follow(False)
        return card


class Columns(QWidget):
    """``Columns((left, right), parent)``: cards side by side, under one another where narrow."""

    def __init__(
        self, sides: tuple[tuple[Card, ...], ...], parent: QWidget, narrow: int = _NARROW
    ) -> None:
        """Put the cards of each side into a column of its own."""
        super().__init__(parent)
        self._below = narrow
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(12))
        for cards in sides:
            column = QVBoxLayout()
            column.setSpacing(theme().px(12))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in a row where there is room."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < theme().px(self._below)
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
