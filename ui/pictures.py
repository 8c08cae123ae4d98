"""Pictures of every screen of a demonstration office, for its folder and for the guide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui import assembly
from ui.places import Place

if TYPE_CHECKING:
    from ui.program import Program

_SETTLE_MS = 1200
_SIZE = (1366, 696)
_NAMES = {
    Place.DESK: "ban-tiep-dan",
    Place.REGISTER: "so-tiep-cong-dan",
    Place.REPORTS: "bao-cao",
    Place.UPKEEP: "nhat-ky",
}


class Pictures(QObject):
    """Signs in, walks through the screens, keeps one picture of each, and ends the program."""

    def __init__(self, program: Program, folder: Path, sign_in: tuple[str, str]) -> None:
        """Begin as soon as the first page is painted."""
        super().__init__(program)
        self._program = program
        self._folder = folder
        self._sign_in = sign_in
        self._places = [place for place, _ in assembly.SCREENS]
        QTimer.singleShot(_SETTLE_MS, self, self._unlock)

    @Slot()
    def _unlock(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        page = self._program.entrance
        if page is not None:
            self._keep(page, "mo-so")
        self._program.sign_in(*self._sign_in)
        QTimer.singleShot(_SETTLE_MS * 2, self, self._walk)

    @Slot()
    def _walk(self) -> None:
        office = self._program.office
        window = office.window if office is not None else None
        if window is None or not self._places:
            QApplication.quit()
            return
        window.resize(*_SIZE)
        place = self._places.pop(0)
        window.go(place)
        self._place, self._window = place, window
        QTimer.singleShot(_SETTLE_MS, self, self._picture)

    @Slot()
    def _picture(self) -> None:
        self._keep(self._window, _NAMES.get(self._place, self._place.name.lower()))
        self._walk()

    def _keep(self, widget: QWidget, name: str) -> None:
        widget.resize(*_SIZE)
        QApplication.processEvents()
        widget.grab().save(str(self._folder / f"{name}.png"))
