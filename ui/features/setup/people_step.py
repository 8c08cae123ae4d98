"""Step 2 of the set-up wizard: the first accounts, each with its own password."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception.services.office.office_setup import NewMember
from ui.appearance.theme import theme
from ui.features.recovery.wizard_step import WizardStep
from ui.features.setup.new_account_card import NewAccountCard
from ui.widgets.banner import Banner
from ui.widgets.push_button import PushButton

MIN_PEOPLE = 2


class PeopleStep(WizardStep):
    def __init__(
        self,
        office_names: Callable[[], tuple[str, ...]],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show cards for the board head and one more person."""
        super().__init__(
            QCoreApplication.translate("Wizard", "First people"),
            QCoreApplication.translate(
                "Wizard",
                "Each person types their own password. Nobody both asks and approves an opening.",
            ),
            parent,
        )
        self._office_names = office_names
        self._language = language
        self.cards: list[NewAccountCard] = []
        self.add_button = PushButton(
            QCoreApplication.translate("Wizard", "Add a person"), self, "secondary", "plus"
        )
        self.add_button.setObjectName("add_button")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget(self)
        self._content.setProperty("clear", True)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, theme().px(4), 0)
        self._column.setSpacing(theme().px(12))
        self._build()
        self.add_button.clicked.connect(self._add_by_click)
        for _ in range(MIN_PEOPLE):
            self.add_person()

    def _build(self) -> None:
        button_row = QHBoxLayout()
        button_row.addWidget(self.add_button)
        button_row.addStretch(1)
        self._column.addLayout(button_row)
        text = QCoreApplication.translate(
            "Wizard",
            "A password has 12 characters or more and is hard to guess, or five words the "
            "register draws. If the board head forgets theirs, two recovery sheets open the "
            "register. Whoever repairs the machine has no account.",
        )
        self._column.addWidget(Banner("info", self._content, "", text))
        self._column.addStretch(1)
        self._area.setWidget(self._content)
        self.body.addWidget(self._area)

    def add_person(self) -> NewAccountCard:
        card = NewAccountCard(not self.cards, self._known_names, self._language, self._content)
        self._column.insertWidget(len(self.cards), card)
        card.changed.connect(self.changed)
        self.cards.append(card)
        return card

    @Slot()
    def _add_by_click(self) -> None:
        card = self.add_person()
        card.name.setFocus()
        QTimer.singleShot(0, self, self._scroll_to_last_card)
        self.changed.emit()

    @Slot()
    def _scroll_to_last_card(self) -> None:
        self._area.ensureWidgetVisible(self.cards[-1])

    def _known_names(self) -> tuple[str, ...]:
        return (*self._office_names(), *(card.name.text() for card in self.cards))

    def people(self) -> tuple[NewMember, ...]:
        """Return the people, the head first; empty cards after the first two are left out."""
        return tuple(card.member() for card in self._used_cards())

    def _used_cards(self) -> list[NewAccountCard]:
        return [
            card
            for index, card in enumerate(self.cards)
            if index < MIN_PEOPLE or card.name.text().strip() or card.password.text()
        ]

    def obstacle(self) -> str:
        """Return what the first incomplete card lacks, or that two names or passwords are equal.

        Then that nobody reads denunciations.

        Return "" if nothing prevents the next step.
        """
        cards = self._used_cards()
        obstacle = next(filter(None, (card.obstacle() for card in cards)), "")
        names = [card.member().name.casefold() for card in cards]
        passwords = [card.password.text() for card in cards]
        if not obstacle and len(set(names)) < len(names):
            obstacle = QCoreApplication.translate("Wizard", "Two people have the same name")
        if not obstacle and len(set(passwords)) < len(passwords):
            obstacle = QCoreApplication.translate("Wizard", "Two people have the same password")
        if not obstacle and not any(card.member().reads_denunciations for card in cards):
            obstacle = QCoreApplication.translate(
                "Wizard", "Nobody reads denunciations yet: tick at least one person"
            )
        return obstacle

    def on_entered(self) -> None:
        self.cards[0].name.setFocus()
