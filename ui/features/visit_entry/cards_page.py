"""The page with the four cards of visit entry; it sets the tab order between them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card


class CardsPage(QWidget):
    """Holds the cards; Tab follows the order of a conversation, wherever the cards are placed."""

    def __init__(self, cards: tuple[Card, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = cards

    def parts_in_tab_order(self) -> tuple[Card, ...]:
        """Return the cards in the tab order."""
        return self._cards
