"""The menu of the register's columns; the choice is kept on this machine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.appearance.window_settings import WindowSettings
from ui.models.register_rows import ALWAYS_SHOWN, columns, every_column

translate = QCoreApplication.translate


class ColumnMenu(QMenu):
    """``chosen()`` returns the keys of the columns; empty means the usual ones."""

    changed = Signal()

    def __init__(self, settings: WindowSettings, parent: QWidget) -> None:
        super().__init__(translate("Register", "Columns"), parent)
        self._settings = settings
        self._wide = False
        self._ticks: dict[str, QAction] = {}
        for column in every_column():
            action = self.addAction(column.title)
            action.setCheckable(True)
            action.setEnabled(column.key not in ALWAYS_SHOWN)  # a row is unreadable without these
            action.triggered.connect(self._keep_ticked)
            self._ticks[column.key] = action
        self.addSeparator()
        self.usual = self.addAction(translate("Register", "Usual columns"))
        self.usual.triggered.connect(self._keep_usual)
        self._show()

    def chosen(self) -> tuple[str, ...]:
        """Return the keys kept; those of another version's columns are left out."""
        return tuple(key for key in self._settings.register_columns() if key in self._ticks)

    def set_wide(self, wide: bool) -> None:
        """Tick the usual columns of a wide or a narrow window, unless others were chosen."""
        self._wide = wide
        self._show()

    def _show(self) -> None:
        visible = {column.key for column in columns(self._wide, self.chosen())}
        for key, action in self._ticks.items():
            action.setChecked(key in visible)
        self.usual.setEnabled(bool(self.chosen()))

    @Slot()
    def _keep_ticked(self) -> None:
        self._keep([key for key, action in self._ticks.items() if action.isChecked()])

    @Slot()
    def _keep_usual(self) -> None:
        self._keep([])

    def _keep(self, keys: list[str]) -> None:
        self._settings.remember_columns(keys)
        self._show()
        self.changed.emit()
