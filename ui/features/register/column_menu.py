"""Which columns the register shows: a menu of ticks, remembered on this machine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.appearance.window_settings import WindowSettings
from ui.models.register_rows import ALWAYS, columns, every_column

translate = QCoreApplication.translate


class ColumnMenu(QMenu):
    """``ColumnMenu(settings, parent)``; ``chosen()`` keys, empty for the usual; ``changed``."""

    changed = Signal()

    def __init__(self, settings: WindowSettings, parent: QWidget) -> None:
        """Offer every column; those without which a row says nothing stay."""
        super().__init__(translate("Register", "Columns"), parent)
        self._settings = settings
        self._wide = False
        self._ticks: dict[str, QAction] = {}
        for column in every_column():
            tick = self.addAction(column.title)
            tick.setCheckable(True)
            tick.setEnabled(column.key not in ALWAYS)
            tick.triggered.connect(self._ticked)
            self._ticks[column.key] = tick
        self.addSeparator()
        self.usual = self.addAction(translate("Register", "Usual columns"))
        self.usual.triggered.connect(self._forget)
        self._show()

    def chosen(self) -> tuple[str, ...]:
        """Return the keys remembered; what this version does not know is left out."""
        return tuple(key for key in self._settings.register_columns() if key in self._ticks)

    def set_wide(self, wide: bool) -> None:
        """Tick what a window of this width shows when nothing was chosen."""
        self._wide = wide
        self._show()

    def _show(self) -> None:
        shown = {column.key for column in columns(self._wide, self.chosen())}
        for key, tick in self._ticks.items():
            tick.setChecked(key in shown)
        self.usual.setEnabled(bool(self.chosen()))

    @Slot()
    def _ticked(self) -> None:
        self._keep([key for key, tick in self._ticks.items() if tick.isChecked()])

    @Slot()
    def _forget(self) -> None:
        self._keep([])

    def _keep(self, keys: list[str]) -> None:
        self._settings.remember_columns(keys)
        self._show()
        self.changed.emit()
