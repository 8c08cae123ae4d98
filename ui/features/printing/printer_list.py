"""The list of printers: how each is attached, and why it cannot be chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reception.print_queue.printers import Attachment, PrinterInfo
from ui.widgets.glyph_label import glyph_label


def attachment_text(attachment: Attachment) -> str:
    """Return a description of how a printer is attached."""
    texts = {
        Attachment.CABLE: QCoreApplication.translate("PrinterList", "By cable to this computer"),
        Attachment.NETWORK: QCoreApplication.translate("PrinterList", "Over the network"),
        Attachment.UNKNOWN: QCoreApplication.translate(
            "PrinterList", "Not known how attached, taken as network"
        ),
    }
    return texts[attachment]


def refusal_text(
    printer: PrinterInfo, needs_allowed_printer: bool, exclude_unknown: bool = False
) -> str:
    """Return why a printer cannot be chosen, "" if it can be.

    ``needs_allowed_printer`` is true for papers with an identity. ``exclude_unknown`` refuses
    printers of unknown attachment and queues that write files, even if the office allowed them.
    """
    texts = {
        "printer.refused": QCoreApplication.translate("PrinterList", "Takes no jobs now"),
        "printer.paused": QCoreApplication.translate("PrinterList", "Paused"),
        "printer.offline": QCoreApplication.translate("PrinterList", "Off or not connected"),
    }
    if exclude_unknown and printer.writes_files:
        return QCoreApplication.translate("PrinterList", "Writes a file, gives no paper")
    if (needs_allowed_printer or exclude_unknown) and printer.identities_forbidden:
        return QCoreApplication.translate("PrinterList", "The office prints no names here")
    if needs_allowed_printer and not printer.allowed_for_identities:
        return QCoreApplication.translate("PrinterList", "This paper needs a printer on a cable")
    if exclude_unknown and printer.attachment is Attachment.UNKNOWN:
        return QCoreApplication.translate("PrinterList", "Not marked for papers with names")
    return texts.get(printer.obstacle or "", "")


class PrinterRow(QFrame):
    """One printer, which a click anywhere on the row chooses.

    ``refusal`` is why the printer cannot be chosen, "" if it can be.
    """

    def __init__(self, printer: PrinterInfo, refusal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printer = printer
        self.is_usable = not refusal
        self.radio = QRadioButton(self)
        self.radio.setObjectName(f"printer_{printer.name}")
        attachment = attachment_text(printer.attachment)
        parts = [printer.description, attachment, *([refusal] if refusal else [])]
        self.radio.setAccessibleName(", ".join(parts))
        self.radio.setEnabled(self.is_usable)
        self._build(attachment, refusal)
        self.set_chosen(False)

    def set_chosen(self, chosen: bool) -> None:
        """Paint the row as chosen, as not chosen, or as refused."""
        state = "on" if chosen else "off" if self.is_usable else "refused"
        self.setProperty("choice", state)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this printer if it may be chosen."""
        super().mousePressEvent(event)
        if self.is_usable:
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.setChecked(True)

    def _build(self, attachment: str, refusal: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 9, 12, 9)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.radio, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(glyph_label("printer", "text2", self), 0, 1, 2, 1)
        grid.setColumnStretch(2, 1)
        state_icon = ("circle-check", "ok") if self.is_usable else ("circle-x", "danger")
        grid.addWidget(glyph_label(*state_icon, self), 0, 3, 2, 1)
        name = QLabel(self.printer.description, self)
        attachment_label, refusal_label = QLabel(attachment, self), QLabel(self)
        name.setProperty("role", "subject" if self.is_usable else "hint")
        attachment_label.setProperty("role", "secondary" if self.is_usable else "hint")
        refusal_label.setProperty("role", "strong")
        refusal_label.setProperty("tone", "error")
        refusal_label.setText(refusal)
        refusal_label.setVisible(bool(refusal))
        for line, label in enumerate((name, attachment_label, refusal_label)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            grid.addWidget(label, line, 2)


class PrinterList(QWidget):
    """Every printer of this machine, also those that cannot be chosen.

    ``needs_allowed_printer`` and ``exclude_unknown`` refuse printers as in :func:`refusal_text`;
    emits ``chosen(PrinterInfo | None)``.
    """

    chosen = Signal(object)

    def __init__(
        self,
        needs_allowed_printer: bool,
        parent: QWidget | None = None,
        exclude_unknown: bool = False,
    ) -> None:
        super().__init__(parent)
        self._refusal_rules = (needs_allowed_printer, exclude_unknown)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._button_toggled)
        self.rows: list[PrinterRow] = []

    @property
    def printer(self) -> PrinterInfo | None:
        """The chosen printer, None before a choice."""
        return next((row.printer for row in self.rows if row.radio.isChecked()), None)

    def show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        """Replace the rows and keep the choice.

        Without a choice the default printer is chosen, or the first usable one. A chosen printer
        that is no longer usable is never replaced by another, which may be in a public place.
        """
        previous = self.printer.name if self.printer else ""
        for row in self.rows:
            self._group.removeButton(row.radio)
            row.hide()
            row.deleteLater()
        self.rows = [self._add_row(printer) for printer in printers]
        usable = [row for row in self.rows if row.is_usable]
        if previous:
            usable = [row for row in usable if row.printer.name == previous]
        usable.sort(key=lambda row: not row.printer.is_default)
        if usable:
            usable[0].radio.setChecked(True)
        self.chosen.emit(self.printer)

    def _add_row(self, printer: PrinterInfo) -> PrinterRow:
        row = PrinterRow(printer, refusal_text(printer, *self._refusal_rules), self)
        self._column.addWidget(row)
        self._group.addButton(row.radio)
        return row

    @Slot(object, bool)
    def _button_toggled(self, button: object, checked: bool) -> None:
        for row in self.rows:
            if row.radio is button:
                row.set_chosen(checked)
        if checked:
            self.chosen.emit(self.printer)
