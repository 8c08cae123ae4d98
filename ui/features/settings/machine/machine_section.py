"""The section of this machine: printers, backup locations, lock, appearance."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from reception.services.papers.office_papers import printer_test_page
from ui.appearance.window_settings import MODES, SCALES
from ui.features.settings.machine.backup_locations_card import BackupLocationsCard
from ui.features.settings.machine.printers_card import PrintersCard
from ui.features.settings.settings_section import CardColumns, SettingsContext, SettingsSection
from ui.widgets.card import Card
from ui.widgets.labeled_field import LabeledField
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.push_button import PushButton
from ui.widgets.segmented_control import SegmentedControl

translate = QCoreApplication.translate
_IDLE_RANGE = (1, 30)
_LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


class MachineSection(SettingsSection):
    """Appearance and language belong to this machine, the minutes until a lock to the office."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.printers_card = PrintersCard(context, self)
        self.backup_locations_card = BackupLocationsCard(context, self)
        left_cards = (self.printers_card, self.backup_locations_card)
        right_cards = (self._lock_card(), self._appearance_card())
        self.column.addWidget(CardColumns((left_cards, right_cards), self))
        self.column.addStretch(1)
        text = translate("Settings", "Print a page to try")
        self.test_page_button = PushButton(text, self, "secondary", "printer", "Ctrl+P")
        self.test_page_button.setObjectName("test_page_button")
        self.test_page_button.clicked.connect(self.print_page)
        self._fill()
        for card in (self.printers_card, self.backup_locations_card):
            card.toast_wanted.connect(self.toast_wanted)
            card.failed.connect(self.failed)
        self.backup_locations_card.backup_wanted.connect(self.backup_wanted)
        self.backup_locations_card.trial_wanted.connect(self.trial_wanted)
        for control in (self.mode, self.scale, self.language):
            control.chosen.connect(self._apply_appearance)

    def _lock_card(self) -> Card:
        card = self.new_card(translate("Settings", "Locking"))
        self.idle_minutes = NumberStepper(self, *_IDLE_RANGE)
        self.idle_minutes.setEnabled(self.context.may_manage())
        text = translate("Settings", "Locks by itself after minutes, from the next unlock")
        self.idle_field = LabeledField(text, self.idle_minutes, self)
        card.body.addWidget(self.idle_field, 0, Qt.AlignmentFlag.AlignLeft)
        hint = translate("Settings", "30 seconds before, the screen is covered and counts down.")
        card.body.addWidget(self._hint_label(hint))
        return card

    def _appearance_card(self) -> Card:
        card = self.new_card(translate("Settings", "Look"))
        card.set_subtitle(translate("Settings", "at once, on this machine"))
        self.scale, self.mode, self.language = (SegmentedControl(self) for _ in range(3))
        for scale in SCALES:
            self.scale.add(scale, f"{round(scale * 100)} %")
        names = {
            "light": translate("Settings", "Light"),
            "dark": translate("Settings", "Dark"),
            "system": translate("Settings", "As the system"),
        }
        for mode in MODES:
            self.mode.add(mode, names[mode])
        for code, name in _LANGUAGES.items():
            self.language.add(code, name)
        for text, control in (
            (translate("Settings", "Size of text"), self.scale),
            (translate("Settings", "Ground"), self.mode),
            (translate("Settings", "Language"), self.language),
        ):
            card.body.addWidget(LabeledField(text, control, self))
        self.language_hint = self._hint_label(
            translate("Settings", "The language changes with the next lock (Ctrl+L).")
        )
        card.body.addWidget(self.language_hint)
        return card

    def _hint_label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setProperty("role", "hint")
        return label

    def _fill(self) -> None:
        appearance = self.context.window_settings.appearance()
        self.mode.choose(appearance.mode)
        self.scale.choose(appearance.scale)
        self.language.choose(appearance.language)
        self.idle_minutes.set_value(self.context.reception.session.settings().idle_minutes)

    @property
    def can_save(self) -> bool:
        return self.context.may_manage()

    def on_entered(self) -> None:
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def subtitle(self) -> str:
        template = translate("Settings", "machine {name}")
        return template.format(name=self.context.reception.printer_rules.machine)

    def header_buttons(self) -> tuple[QWidget, ...]:
        return (self.test_page_button,)

    @Slot()
    def print_page(self) -> None:
        """Print a test page (Ctrl+P)."""
        machine = self.context.reception.printer_rules.machine
        job = partial(printer_test_page, self.context.reception.session, machine)
        self.context.runner.run(
            job, then=self.print_wanted.emit, owner=self, failed=self.failed.emit
        )

    def show_backup_event(self, event: str, result: object) -> None:
        self.backup_locations_card.show_backup_event(event, result)

    def refresh(self) -> None:
        self.printers_card.read_printers()
        self.backup_locations_card.read_locations()

    @Slot()
    def _apply_appearance(self) -> None:
        values = (self.mode.value(), self.scale.value(), self.language.value())
        if None in values:
            return
        appearance = self.context.window_settings.appearance()._replace(
            mode=str(values[0]),
            scale=float(str(values[1])),
            language=str(values[2]),
        )
        self.context.window_settings.store_appearance(appearance)
        self.appearance_changed.emit(appearance)

    def save(self) -> None:
        session = self.context.reception.session
        settings = session.settings().changed(idle_minutes=int(self.idle_minutes.value()))
        job = partial(session.change_settings, settings)
        self.context.runner.run(job, then=self._confirm_saved, owner=self, failed=self.failed.emit)

    def _confirm_saved(self, _result: object) -> None:
        self.toast_wanted.emit(translate("Settings", "Settings saved"))
