"""The card of printers: how each is attached, and whether it may print identities."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence, sentence
from reception.print_queue.printers import Attachment, PrinterInfo
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.features.settings.machine.device_row import DeviceRow
from ui.features.settings.settings_section import SettingsContext
from ui.widgets.card import Card
from ui.widgets.clear_layout import clear_layout
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton
from ui.widgets.tag import Tag
from ui.widgets.toggle_switch import ToggleSwitch

if TYPE_CHECKING:
    from reception.services.papers.printer_rules import OfficePrinterRules

translate = QCoreApplication.translate


class PrintersCard(Card):
    """``toast_wanted(text)`` after a change was saved, ``failed(error)`` when it was not."""

    toast_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(translate("Settings", "Printers"), parent)
        self.set_follows_focus(False)
        self.set_subtitle(translate("Settings", "SECRET papers leave by cable only"))
        self._context = context
        self._may_manage = context.may_manage()
        self.printers: tuple[PrinterInfo, ...] = ()
        self.check_boxes: dict[str, QCheckBox] = {}
        self.refresh_button = PushButton(translate("Settings", "Look again"), self, "link")
        self.refresh_button.setObjectName("refresh_button")
        self.refresh_button.setMinimumHeight(theme().px(28))
        self.refresh_button.clicked.connect(self.read_printers)
        self.add_at_right(self.refresh_button)
        self.message_label = QLabel("", self)
        self.message_label.setWordWrap(True)
        self.message_label.setProperty("role", "secondary")
        self.body.addWidget(self.message_label)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(8))
        self.body.addLayout(self._rows)
        self._add_toggles()
        self.spool_line = IconLine("triangle-alert", "", self, "warn")
        self.spool_line.hide()
        self.body.addWidget(self.spool_line)

    def _add_toggles(self) -> None:
        rules = self._printer_rules
        self.all_identities_toggle = self._add_toggle(
            "all_identities_toggle",
            translate("Settings", "Papers with a reporter's name: to marked printers only"),
            is_on=rules.all_identities_need_allowed_printer(),
        )
        self.all_identities_toggle.toggled.connect(self._set_all_identities_need_allowed_printer)
        self.citizen_copies_toggle = self._add_toggle(
            "citizen_copies_toggle",
            translate("Settings", "The name is printed on every citizen's copy, else by pen"),
            is_on=rules.identity_on_citizen_copies(),
        )
        self.citizen_copies_toggle.toggled.connect(self._set_identity_on_citizen_copies)

    def _add_toggle(self, name: str, text: str, *, is_on: bool) -> ToggleSwitch:
        toggle = ToggleSwitch(text, self)
        toggle.setObjectName(name)
        toggle.setEnabled(self._may_manage)
        toggle.setChecked(is_on)
        self.body.addWidget(toggle)
        return toggle

    @property
    def _printer_rules(self) -> OfficePrinterRules:
        return self._context.reception.printer_rules

    @Slot()
    def read_printers(self) -> None:
        """List the printers of the system."""
        if self._context.print_thread is None:
            self._show_printers(())
            return
        self.message_label.setText(translate("Settings", "Checking this machine…"))
        self.message_label.show()
        self._context.print_thread.list_system_printers(
            self._show_printers, self._show_listing_error
        )
        self._context.print_thread.check_spool(self._show_spool_warning, self._hide_spool_warning)

    def _show_listing_error(self, error: ReceptionError) -> None:
        self._show_printers(())
        if error.code == "printer.unreachable":
            text = translate("Settings", "No print service answers here. Everything else works.")
            self.message_label.setText(text)
        else:
            self.message_label.setText(error_sentence(error))

    def _show_spool_warning(self, code: str | None) -> None:
        self.spool_line.setVisible(code is not None)
        if code is not None:
            self.spool_line.set_line("triangle-alert", _spool_text(code), "warn")
            self.spool_line.setToolTip(sentence(code))

    def _hide_spool_warning(self, _error: ReceptionError) -> None:
        self.spool_line.hide()

    def _show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        self.printers = printers
        focused_name = next(
            (name for name, check_box in self.check_boxes.items() if check_box.hasFocus()), ""
        )
        if focused_name:
            # Qt crashes when a widget with the focus is deleted.
            self.check_boxes[focused_name].clearFocus()
            self.refresh_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check_boxes.clear()
        clear_layout(self._rows)
        for printer in printers:
            self._rows.addWidget(self._printer_row(printer))
        if focused_name in self.check_boxes:
            self.check_boxes[focused_name].setFocus(Qt.FocusReason.OtherFocusReason)
        no_printer_text = translate(
            "Settings", "This machine has no printer. Everything else works."
        )
        self.message_label.setText(no_printer_text)
        self.message_label.setVisible(not printers)

    def _printer_row(self, printer: PrinterInfo) -> QWidget:
        row = DeviceRow("printer", printer.description, _attachment_text(printer), self)
        may_print_secret = self._printer_rules.rules().may_print_identities(printer)
        row.add(_attachment_tag(printer, may_print_secret, row))
        check_box = QCheckBox(translate("Settings", "Prints SECRET"), row)
        check_box.setObjectName(f"may_{printer.name}")
        check_box.setAccessibleName(f"{printer.description}, {check_box.text()}")
        check_box.setMinimumHeight(theme().px(28))
        check_box.setChecked(may_print_secret)
        check_box.setEnabled(self._may_manage and printer.attachment is not Attachment.NETWORK)
        check_box.toggled.connect(self._save_mark)
        self.check_boxes[printer.name] = check_box
        row.add(check_box)
        return row

    @Slot(bool)
    def _save_mark(self, may_print_secret: bool) -> None:
        sender = self.sender()
        name = next(
            (name for name, check_box in self.check_boxes.items() if check_box is sender), ""
        )
        printer = next((printer for printer in self.printers if printer.name == name), None)
        if printer is not None:
            job = partial(self._printer_rules.set_identities_allowed, printer, may_print_secret)
            self._context.runner.run(
                job, then=self._confirm_saved, owner=self, failed=self._show_refusal
            )

    @Slot(bool)
    def _set_all_identities_need_allowed_printer(self, is_on: bool) -> None:
        job = partial(self._printer_rules.set_all_identities_need_allowed_printer, is_on)
        self._context.runner.run(
            job, then=self._confirm_saved, owner=self, failed=self._show_refusal
        )

    @Slot(bool)
    def _set_identity_on_citizen_copies(self, is_on: bool) -> None:
        rules = self._printer_rules
        job = partial(rules.set_identity_on_citizen_copies, is_on, self.printers)
        self._context.runner.run(
            job, then=self._confirm_saved, owner=self, failed=self._show_refusal
        )

    def _confirm_saved(self, _result: object) -> None:
        self._show_printers(self.printers)
        self.toast_wanted.emit(translate("Settings", "Settings saved"))

    def _show_refusal(self, error: ReceptionError) -> None:
        self._show_printers(self.printers)
        rules = self._printer_rules
        for toggle, is_on in (
            (self.all_identities_toggle, rules.all_identities_need_allowed_printer()),
            (self.citizen_copies_toggle, rules.identity_on_citizen_copies()),
        ):
            with QSignalBlocker(toggle):
                toggle.setChecked(is_on)
        self.failed.emit(error)


def _attachment_text(printer: PrinterInfo) -> str:
    return {
        Attachment.CABLE: translate("Settings", "By cable"),
        Attachment.NETWORK: translate("Settings", "Over a network"),
        Attachment.UNKNOWN: translate("Settings", "The system cannot tell: taken as network"),
    }[printer.attachment]


def _attachment_tag(printer: PrinterInfo, may_print_secret: bool, parent: QWidget) -> Tag:
    if printer.attachment is Attachment.NETWORK:
        return Tag(translate("Settings", "Network"), parent)
    if printer.attachment is Attachment.CABLE:
        kind = TagKind.VERIFIED if may_print_secret else TagKind.NEUTRAL
        return Tag(translate("Settings", "Cable"), parent, kind)
    if may_print_secret:
        return Tag(translate("Settings", "Cable, as you say"), parent, TagKind.VERIFIED)
    return Tag(translate("Settings", "Not known"), parent, TagKind.SOON)


def _spool_text(code: str) -> str:
    if code == "printer.spool_unknown":
        return translate("Settings", "Whether printed papers are kept is not known")
    return translate("Settings", "The system keeps printed papers: see Health")
