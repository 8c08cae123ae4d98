"""Asks which kind is added: a petition of this visit, or a visit of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QRadioButton, QWidget

from reception.domain.petition import PetitionKind
from reception.law.statutory_words import KIND
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class SplitDialog(Dialog):
    """Asks for the kind of a further petition; ``chosen(PetitionKind)``."""

    chosen = Signal(object)

    def __init__(self, present: Sequence[PetitionKind], parent: QWidget) -> None:
        """``present`` are the kinds that the visit already has; they are not offered."""
        super().__init__(translate("SplitPetition", "Split: which kind is added"), parent, 560)
        self.set_subtitle(
            translate("SplitPetition", "One petition a kind; a denunciation is a visit of its own.")
        )
        self._radios: list[tuple[QRadioButton, PetitionKind]] = []
        has_denunciation = PetitionKind.DENUNCIATION in present
        for kind in (
            PetitionKind.COMPLAINT,
            PetitionKind.DENUNCIATION,
            PetitionKind.RECOMMENDATION,
            PetitionKind.FEEDBACK,
        ):
            if kind not in present:
                self._add(kind, has_denunciation or kind.protected)
        self.set_leave_button(
            PushButton(translate("SplitPetition", "Back"), self, "secondary", "", "Esc")
        )
        self.set_primary(
            PushButton(translate("SplitPetition", "Split"), self, "primary", "check", "Ctrl+Enter")
        )
        if self._radios:
            self._radios[0][0].setChecked(True)

    def _add(self, kind: PetitionKind, own_visit: bool) -> None:
        consequence = (
            translate("SplitPetition", "new visit, same person, counted once")
            if own_visit
            else translate("SplitPetition", "second petition of this visit")
        )
        radio = QRadioButton(f"{KIND[kind]}: {consequence}", self)
        self._radios.append((radio, kind))
        self.body.addWidget(radio)

    @Slot()
    def accept(self) -> None:
        kind = next((kind for radio, kind in self._radios if radio.isChecked()), None)
        self.finish(True)
        if kind is not None:
            self.chosen.emit(kind)
