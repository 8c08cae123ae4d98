"""The menu of the register's columns; the choice is stored on this machine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.appearance.window_settings import WindowSettings
from ui.models.register_rows import ALWAYS_SHOWN, columns, every_column

translate = QCoreApplication.translate


class ColumnMenu(QMenu):
    """One entry for each column, checked while it is shown, and one for the default columns.

    Emits ``changed`` when other columns are to be shown.
    """

    changed = Signal()

    def __init__(self, settings: WindowSettings, parent: QWidget) -> None:
        super().__init__(translate("Register", "Columns"), parent)
        self._settings = settings
        self._is_wide = False
        self._actions: dict[str, QAction] = {}
        for column in every_column():
            action = self.addAction(column.title)
            action.setCheckable(True)
            action.setEnabled(column.key not in ALWAYS_SHOWN)  # a row is unreadable without these
            action.triggered.connect(self._save_checked)
            self._actions[column.key] = action
        self.addSeparator()
        self.reset_action = self.addAction(translate("Register", "Usual columns"))
        self.reset_action.triggered.connect(self._save_default)
        self._update_checks()

    def chosen_columns(self) -> tuple[str, ...]:
        """Return the keys of the stored choice, empty for the default columns.

        Columns that this version does not know are left out.
        """
        return tuple(key for key in self._settings.register_columns() if key in self._actions)

    def set_wide(self, wide: bool) -> None:
        """Check the default columns of a wide or a narrow window, unless others were chosen."""
        self._is_wide = wide
        self._update_checks()

    def _update_checks(self) -> None:
        shown = {column.key for column in columns(self._is_wide, self.chosen_columns())}
        for key, action in self._actions.items():
            action.setChecked(key in shown)
        self.reset_action.setEnabled(bool(self.chosen_columns()))

    @Slot()
    def _save_checked(self) -> None:
        self._save([key for key, action in self._actions.items() if action.isChecked()])

    @Slot()
    def _save_default(self) -> None:
        self._save([])

    def _save(self, keys: list[str]) -> None:
        self._settings.store_register_columns(keys)
        self._update_checks()
        self.changed.emit()
