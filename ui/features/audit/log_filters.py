"""The filters above the audit log: search, days, group of acts, person."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.features.audit.log_rows import ACT_GROUPS, group_title
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.search_field import SearchField

translate = QCoreApplication.translate
_SEARCH_DELAY_MS = 250  # between the last key and the search
_EVERY_DAY = -1  # the choice without a limit of days


class LogFilters(QWidget):
    """``changed`` when another filter is chosen or typed; the controls are in one row or two."""

    changed = Signal()

    def __init__(self, people: Iterable[tuple[str, str]], parent: QWidget) -> None:
        """``people`` are pairs of account id and name."""
        super().__init__(parent)
        self._build(people)
        self._lay_out()
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_DELAY_MS)
        self._search_timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._search_text_changed)
        for box in (self.days_box, self.group_box, self.person_box):
            box.chosen.connect(self._box_chosen)

    def _build(self, people: Iterable[tuple[str, str]]) -> None:
        hint = translate("Upkeep", "Visit or entry number")
        self.search = SearchField(translate("Upkeep", "Search"), hint, "Ctrl+F", self)
        self.search.setObjectName("search")
        self.days_box = ChoiceBox(self)
        self.days_box.setObjectName("days_box")
        self.days_box.setAccessibleName(translate("Upkeep", "Time"))
        for text, days_back in (
            (translate("Upkeep", "Every day"), _EVERY_DAY),
            (translate("Upkeep", "Today"), 0),
            (translate("Upkeep", "7 days"), 6),
            (translate("Upkeep", "30 days"), 29),
        ):
            self.days_box.add(text, days_back)
        self.group_box = ChoiceBox(self)
        self.group_box.setObjectName("group_box")
        self.group_box.setAccessibleName(translate("Upkeep", "Acts"))
        self.group_box.add(translate("Upkeep", "Acts: all"), "")
        for group in ACT_GROUPS:
            self.group_box.add(group_title(group), group)
        self.person_box = ChoiceBox(self)
        self.person_box.setObjectName("person_box")
        self.person_box.setAccessibleName(translate("Upkeep", "Person"))
        self.person_box.add(translate("Upkeep", "Person: all"), "")
        for user_id, name in people:
            self.person_box.add(name, user_id)

    def _lay_out(self) -> None:
        self._pairs = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pairs.setContentsMargins(0, 0, 0, 0)
        self._pairs.setSpacing(theme().px(8))
        for pair in ((self.search, self.days_box), (self.group_box, self.person_box)):
            row = QHBoxLayout()
            row.setSpacing(theme().px(8))
            for control in pair:
                row.addWidget(control)
            row.addStretch(1)
            self._pairs.addLayout(row)

    def fit_width(self, width: int) -> None:
        """Place the controls in one row if they fit into a width in pixels, else in two."""
        controls = (self.search, self.days_box, self.group_box, self.person_box)
        needed_width = sum(control.sizeHint().width() + theme().px(8) for control in controls)
        two_rows = QBoxLayout.Direction.TopToBottom
        one_row = QBoxLayout.Direction.LeftToRight
        self._pairs.setDirection(two_rows if needed_width > width else one_row)

    def search_text(self) -> str:
        return self.search.text()

    def act_group(self) -> str:
        """Return a key of ACT_GROUPS, or "" for every act."""
        return str(self.group_box.value() or "")

    def person_id(self) -> str:
        """Return an account id, or "" for everybody."""
        return str(self.person_box.value() or "")

    def days_back(self) -> int | None:
        """Return how many days before today are included, None for the whole log."""
        chosen = self.days_box.value()
        days = int(str(chosen)) if chosen is not None else _EVERY_DAY
        return None if days == _EVERY_DAY else days

    @Slot()
    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _search_text_changed(self, _text: str) -> None:
        self._search_timer.start()

    @Slot(object)
    def _box_chosen(self, _value: object) -> None:
        self.changed.emit()
