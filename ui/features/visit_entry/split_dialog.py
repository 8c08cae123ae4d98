"""Dialog for the kind of a further petition: part of this visit, or a visit of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QRadioButton, QWidget

from reception.domain.petition import KINDS_OF_NEW_PETITIONS, PetitionKind
from reception.law.statutory_words import KIND_WORDS
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class SplitDialog(Dialog):
    """Asks for the kind of a further petition; emits ``kind_chosen(PetitionKind)``."""

    kind_chosen = Signal(object)

    def __init__(self, existing_kinds: Sequence[PetitionKind], parent: QWidget) -> None:
        """``existing_kinds`` are the kinds that the visit already has; they are not offered."""
        super().__init__(translate("SplitPetition", "Split: which kind is added"), parent, 560)
        self.set_subtitle(
            translate("SplitPetition", "One petition a kind; a denunciation is a visit of its own.")
        )
        self._kind_by_radio: list[tuple[QRadioButton, PetitionKind]] = []
        has_denunciation = PetitionKind.DENUNCIATION in existing_kinds
        for kind in KINDS_OF_NEW_PETITIONS:
            if kind not in existing_kinds:
                self._add_choice(kind, has_denunciation or kind.protected)
        self.set_leave_button(
            PushButton(translate("SplitPetition", "Back"), self, "secondary", "", "Esc")
        )
        self.set_primary(
            PushButton(translate("SplitPetition", "Split"), self, "primary", "check", "Ctrl+Enter")
        )
        if self._kind_by_radio:
            self._kind_by_radio[0][0].setChecked(True)

    def _add_choice(self, kind: PetitionKind, own_visit: bool) -> None:
        consequence = (
            translate("SplitPetition", "visit of its own, counted by itself")
            if own_visit
            else translate("SplitPetition", "second petition of this visit")
        )
        radio = QRadioButton(f"{KIND_WORDS[kind]}: {consequence}", self)
        self._kind_by_radio.append((radio, kind))
        self.body.addWidget(radio)

    @Slot()
    def accept(self) -> None:
        kind = next((kind for radio, kind in self._kind_by_radio if radio.isChecked()), None)
        self.finish(True)
        if kind is not None:
            self.kind_chosen.emit(kind)
