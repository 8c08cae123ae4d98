"""Dialog for a scan to attach: its first page, and whether it shows the person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from reception.sandbox.scan_kinds import ScanFacts
from ui.appearance.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate
_PREVIEW_SIDE = 300


class ScanDialog(Dialog):
    """Asks whether a scan shows the person; emits ``scan_accepted(shows_person)``."""

    scan_accepted = Signal(bool)

    def __init__(self, facts: ScanFacts, always_sealed: bool, parent: QWidget) -> None:
        super().__init__(translate("ScanAttach", "Attach a scan"), parent, 540)
        template = translate("ScanAttach", "{kind}, {count} pages")
        self.set_subtitle(template.format(kind=facts.kind.value.upper(), count=facts.pages))
        picture = QPixmap()
        picture.loadFromData(facts.preview_png)
        label = QLabel(self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = theme().px(_PREVIEW_SIDE)
        transformation = Qt.TransformationMode.SmoothTransformation
        label.setPixmap(
            picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, transformation)
        )
        label.setAccessibleName(translate("ScanAttach", "First page"))
        self.body.addWidget(label)
        self.shows_person_box = QCheckBox(
            translate("ScanAttach", "Shows the person or their handwriting"), self
        )
        self.shows_person_box.setChecked(True)
        self.shows_person_box.setEnabled(not always_sealed)
        self.body.addWidget(self.shows_person_box)
        if always_sealed:
            self.add_note("seal", translate("ScanAttach", "Sealed: a denunciation"))
        self.set_leave_button(
            PushButton(translate("ScanAttach", "Back"), self, "secondary", "", "Esc")
        )
        self.attach_button = PushButton(
            translate("ScanAttach", "Attach"), self, "primary", "check", "Ctrl+Enter"
        )
        self.set_primary(self.attach_button)

    def open(self) -> None:
        """Put the focus on the check box if it may be changed, else on Attach."""
        super().open()
        first = self.shows_person_box if self.shows_person_box.isEnabled() else self.attach_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def accept(self) -> None:
        shows_person = self.shows_person_box.isChecked()
        self.finish(True)
        self.scan_accepted.emit(shows_person)
