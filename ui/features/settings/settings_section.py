"""The base class of the sections, and the objects that each section receives."""

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

_NARROW_WIDTH = 760  # on a narrower page the columns are stacked, not side by side


@dataclass(frozen=True, slots=True)
class SettingsContext:
    """The open office, the database thread and this machine's settings, for a section.

    ``print_thread`` prints; None where no printer can be reached.
    """

    reception: Reception
    runner: TaskRunner
    window_settings: WindowSettings
    print_thread: PrintThread | None = None

    def may_manage(self) -> bool:
        """Tell whether the signed-in person may change settings of the office."""
        return self.reception.session.may(Right.MANAGE)


class SettingsSection(WrappingPage):
    """One section of the settings; created when it is first shown.

    A subclass overrides ``can_save`` and ``save`` for Ctrl+S and the other hooks it needs. Signals:
    ``toast_wanted(text)`` is emitted after something was saved; ``failed(error)`` shows an error in
    the banner of the page; ``appearance_changed(AppearanceSettings)`` applies the new appearance;
    ``backup_wanted(folder)`` requests a backup, ``trial_wanted(backup)`` a trial opening and
    ``print_wanted(job)`` a print; ``subtitle_changed()`` is emitted when ``subtitle()`` changes.
    """

    toast_wanted = Signal(str)
    failed = Signal(object)
    appearance_changed = Signal(object)
    backup_wanted = Signal(object)
    trial_wanted = Signal(object)
    print_wanted = Signal(object)
    subtitle_changed = Signal()

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        """The cards of the section are added to ``column``."""
        super().__init__(parent)
        self.context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(12))

    @property
    def can_save(self) -> bool:
        """Whether Ctrl+S saves anything here."""
        return False

    @property
    def has_own_save_button(self) -> bool:
        """Whether the section has its own button for Ctrl+S."""
        return False

    def subtitle(self) -> str:
        """Return the text after the title of the page."""
        return ""

    def header_buttons(self) -> tuple[QWidget, ...]:
        """Return the buttons shown in the page's header with this section."""
        return ()

    def refresh(self) -> None:
        """Read the shown data again; called each time the section is shown."""

    def on_entered(self) -> None:
        """Called when the user has opened the section; a subclass focuses its first field."""

    def save(self) -> None:
        """Save (Ctrl+S)."""

    def print_page(self) -> None:
        """Print (Ctrl+P)."""

    def show_backup_event(self, event: str, result: object) -> None:
        """Show the result of a backup or of a trial opening: "made", "verified" or "failed"."""

    def about_to_lock(self) -> None:
        """Called before the session is locked; a subclass clears passwords and closes dialogs."""

    def scroll_to(self, widget: QWidget, rect: QRect | None = None) -> None:
        """Scroll until a widget of the section, or a rectangle in it, is visible."""
        ancestor: QWidget | None = self
        while ancestor is not None and not isinstance(ancestor, QScrollArea):
            ancestor = ancestor.parentWidget()
        if isinstance(ancestor, QScrollArea):
            target = rect or widget.rect()
            center = widget.mapTo(self, target.center())
            ancestor.ensureVisible(
                center.x(), center.y(), target.width() // 2, target.height() // 2 + theme().px(12)
            )

    def new_card(self, title: str) -> Card:
        card = Card(title, self)
        card.set_follows_focus(False)
        return card


class CardColumns(QWidget):
    """Columns of cards side by side, or one below the other where the page is narrow."""

    def __init__(
        self,
        columns: tuple[tuple[Card, ...], ...],
        parent: QWidget,
        narrow_width: int = _NARROW_WIDTH,
    ) -> None:
        super().__init__(parent)
        self._narrow_width = narrow_width
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(12))
        for cards in columns:
            column = QVBoxLayout()
            column.setSpacing(theme().px(12))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = self.width() < theme().px(self._narrow_width)
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
