"""The model of the table of rights: a row for each person, a column for each right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reception.domain.staff import Right, Role
from reception.services.staff.account_list import AccountSummary
from ui.appearance import display_format

translate = QCoreApplication.translate
TICK_ROLE = Qt.ItemDataRole.UserRole + 11
PERSON_ROLE = Qt.ItemDataRole.UserRole + 12
RIGHT_COLUMNS: tuple[Right, ...] = (
    Right.RECEIVE,
    Right.READ_DENUNCIATION,
    Right.REVEAL,
    Right.CUSTODY,
    Right.REPORT,
    Right.IMPORT,
    Right.VERIFY,
    Right.MANAGE,
)
NAME_COLUMN, FIRST_RIGHT_COLUMN = 0, 1
LAST_OPENED_COLUMN = FIRST_RIGHT_COLUMN + len(RIGHT_COLUMNS)
_KEPT_BY_HEAD = (Right.MANAGE, Right.REVEAL)  # the head cannot lose these
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Tick:
    """The state of one cell.

    ``is_changed``: not saved yet; ``is_key_missing``: custody is given, but not its key yet.
    """

    is_on: bool
    is_changed: bool
    is_changeable: bool
    is_custody: bool = False
    is_key_missing: bool = False


def right_title(right: Right) -> str:
    return {
        Right.RECEIVE: translate("Accounts", "Enter visits"),
        Right.READ_DENUNCIATION: translate("Accounts", "Read denunciations"),
        Right.REVEAL: translate("Accounts", "Open ordinary reporters"),
        Right.CUSTODY: translate("Accounts", "Hold denouncers' identities"),
        Right.REPORT: translate("Accounts", "Make reports"),
        Right.IMPORT: translate("Accounts", "Import old registers"),
        Right.VERIFY: translate("Accounts", "Check the log"),
        Right.MANAGE: translate("Accounts", "Manage accounts"),
    }[right]


def _reading_explanation() -> str:
    return translate(
        "Accounts",
        "Reads the content of every denunciation, never who denounced. Without it: what one "
        "received, until the end of the next working day, and one visit handed on.",
    )


class RightsModel(QAbstractTableModel):
    """Holds changed rights until they are saved or discarded; ``changes()`` returns them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: tuple[AccountSummary, ...] = ()
        self._wanted_rights: dict[str, frozenset[Right]] = {}
        self._today = date.min
        self._may_sign = False

    def show_people(self, people: Sequence[AccountSummary], today: date, *, may_sign: bool) -> None:
        """Show people; unsaved changes are discarded."""
        self.beginResetModel()
        self._people, self._today, self._may_sign = tuple(people), today, may_sign
        self._wanted_rights = {}
        self.endResetModel()

    def person(self, row: int) -> AccountSummary | None:
        return self._people[row] if 0 <= row < len(self._people) else None

    def row_of(self, user_id: str) -> int:
        """Return the row of a person, or 0."""
        ids = [person.user_id for person in self._people]
        return ids.index(user_id) if user_id in ids else 0

    def right(self, column: int) -> Right | None:
        return (
            RIGHT_COLUMNS[column - FIRST_RIGHT_COLUMN]
            if FIRST_RIGHT_COLUMN <= column < LAST_OPENED_COLUMN
            else None
        )

    def toggle(self, row: int, column: int) -> bool:
        """Tick or untick a right, unsaved; False where it cannot be changed here."""
        person, right = self.person(row), self.right(column)
        if person is None or right is None or not self._is_changeable(person, right):
            return False
        rights = self._shown_rights(person)
        wanted_rights = rights ^ {right}
        self._wanted_rights[person.user_id] = wanted_rights
        if wanted_rights == person.rights:
            del self._wanted_rights[person.user_id]
        index = self.index(row, column)
        self.dataChanged.emit(index, index)
        return True

    def discard_changes(self) -> None:
        """Discard unsaved changes."""
        self.show_people(self._people, self._today, may_sign=self._may_sign)

    def changes(self) -> tuple[tuple[str, frozenset[Right], frozenset[Right]], ...]:
        """Return (user id, wanted rights, rights as read) of every changed person."""
        return tuple(
            (person.user_id, self._wanted_rights[person.user_id], person.rights)
            for person in self._people
            if person.user_id in self._wanted_rights
        )

    def tick(self, row: int, column: int) -> Tick | None:
        person, right = self.person(row), self.right(column)
        if person is None or right is None:
            return None
        is_given = right in self._shown_rights(person)
        is_custody = right is Right.CUSTODY
        return Tick(
            is_on=is_given,
            is_changed=is_given != (right in person.rights),
            is_changeable=self._is_changeable(person, right) or (is_custody and person.active),
            is_custody=is_custody,
            is_key_missing=is_custody and is_given and person.active and not person.holds_protected,
        )

    def _shown_rights(self, person: AccountSummary) -> frozenset[Right]:
        return self._wanted_rights.get(person.user_id, person.rights)

    def _is_changeable(self, person: AccountSummary, right: Right) -> bool:
        is_kept_by_head = person.role is Role.HEAD and right in _KEPT_BY_HEAD
        return (
            self._may_sign and person.active and right is not Right.CUSTODY and not is_kept_by_head
        )

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._people)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else LAST_OPENED_COLUMN + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        right = self.right(section)
        if role == Qt.ItemDataRole.ToolTipRole and right is Right.READ_DENUNCIATION:
            return _reading_explanation()
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if right is not None:
            return right_title(right)
        if section == NAME_COLUMN:
            return translate("Accounts", "Person, post")
        return translate("Accounts", "Last opened")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        person = self.person(index.row())
        if person is None:
            return None
        if role == PERSON_ROLE:
            return person
        if role == TICK_ROLE:
            return self.tick(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell_text(person, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible_text(person, index)
        return None

    def _cell_text(self, person: AccountSummary, column: int) -> str:
        if column == NAME_COLUMN:
            return person.name
        return self.last_opened_text(person) if column == LAST_OPENED_COLUMN else ""

    def last_opened_text(self, person: AccountSummary) -> str:
        """Return when a person last opened the register, or why they cannot open it."""
        if person.is_offboarded:
            return translate("Accounts", "has left")
        if not person.active:
            return translate("Accounts", "suspended")
        if person.last_opened is None:
            return translate("Accounts", "not yet")
        opened = person.last_opened
        if opened.day == self._today:
            hour = f"{opened.time_of_day:%H:%M}" if opened.time_of_day is not None else ""
            return translate("Accounts", "today {hour}").format(hour=hour).strip()
        if opened.day.year != self._today.year:
            return display_format.day(opened.day)
        return display_format.short_moment(opened)

    def _accessible_text(self, person: AccountSummary, index: Index) -> str:
        tick = self.tick(index.row(), index.column())
        right = self.right(index.column())
        if tick is None or right is None:
            return f"{person.name}, {person.title}, {self.last_opened_text(person)}"
        state = translate("Accounts", "yes") if tick.is_on else translate("Accounts", "no")
        if tick.is_key_missing:
            state = translate("Accounts", "yes, key not handed over yet")
        if tick.is_changed:
            state = translate("Accounts", "{state}, not kept yet").format(state=state)
        return f"{person.name}: {right_title(right)}: {state}"
