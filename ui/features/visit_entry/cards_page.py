"""The page with the four cards of visit entry; it sets the tab order between them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card


class CardsPage(QWidget):
    """Holds the cards; the caller arranges them in one column or two.

    Tab follows the order in which ``cards`` are passed, which is the order of the questions to a
    person; it does not depend on the columns.
    """

    def __init__(self, cards: tuple[Card, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = cards

    def parts_in_tab_order(self) -> tuple[Card, ...]:
        """Return the cards in the tab order."""
        return self._cards
