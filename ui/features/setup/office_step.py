"""Step 1 of the set-up wizard: names printed on papers, reception day, reports, counting rules."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.text import clean
from reception.services.office.office_settings import OfficeSettings
from ui.appearance.theme import theme
from ui.features.recovery.wizard_step import WizardStep
from ui.features.setup.heading_preview import WIDTH, HeadingPreview
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labeled_field import LabeledField
from ui.widgets.text_field import TextField

_LAST_DAY = 28  # of the days to choose from: every month has it
_NARROW_WIDTH = 900  # width below which the preview does not fit beside the fields


class OfficeStep(WizardStep):
    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Fill the fields with default values; ``today`` is the date in the preview."""
        super().__init__(
            QCoreApplication.translate("Wizard", "Your office"),
            QCoreApplication.translate(
                "Wizard", "Printed at the head of receipts, notices and reports."
            ),
            parent,
        )
        # These fields are named as the settings that they fill; OfficeSettings explains each.
        defaults = OfficeSettings()
        self.superior = self._text_field("superior", defaults.superior)
        self.issuing = self._text_field("issuing", defaults.issuing)
        self.place = self._text_field("place", defaults.place)
        self.symbol = self._text_field("symbol", defaults.symbol)
        self.address = self._text_field("address", defaults.address)
        self.phone = self._text_field("phone", defaults.phone)
        self.head_day = self._head_day_box(defaults.head_day)
        self.month_start = self._choice_box(
            "month_start",
            (QCoreApplication.translate("Wizard", "From the 15th to the 14th"), 15),
            (QCoreApplication.translate("Wizard", "Calendar month"), 1),
        )
        each_visit = QCoreApplication.translate("Wizard", "Each visit counts")
        self.people_counting_rule = self._choice_box(
            "people_counting_rule",
            (each_visit, False),
            (QCoreApplication.translate("Wizard", "Each person once a period"), True),
        )
        self.matters_counting_rule = self._choice_box(
            "matters_counting_rule",
            (each_visit, False),
            (QCoreApplication.translate("Wizard", "Each matter once a period"), True),
        )
        self.calendar = self._choice_box(
            "calendar",
            (
                QCoreApplication.translate(
                    "Wizard", "Holidays by law, with 24/11 Vietnam Culture Day"
                ),
                "law",
            ),
        )
        self.preview = HeadingPreview(today, self)
        self._build()
        self._show_preview()

    def _text_field(self, name: str, value: str) -> TextField:
        field = TextField(self)
        field.setObjectName(name)
        field.setText(value)
        field.textChanged.connect(self._show_preview)
        return field

    def _choice_box(self, name: str, *entries: tuple[str, object]) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        for text, value in entries:
            box.add(text, value)
        return box

    def _head_day_box(self, default: int) -> ChoiceBox:
        text = QCoreApplication.translate("Wizard", "Day {day} of each month")
        days = range(1, _LAST_DAY + 1)
        box = self._choice_box("head_day", *((text.format(day=day), day) for day in days))
        box.choose(default)
        return box

    def _build(self) -> None:
        px = theme().px
        translate = QCoreApplication.translate
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(10))
        rows: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((translate("Wizard", "Superior office"), self.superior),),
            ((translate("Wizard", "Issuing office"), self.issuing),),
            (
                (translate("Wizard", "Place written before the date"), self.place),
                (translate("Wizard", "Symbol of documents"), self.symbol),
            ),
            (
                (translate("Wizard", "Address of the reception premises"), self.address),
                (translate("Wizard", "Telephone (optional)"), self.phone),
            ),
            (
                (translate("Wizard", "Day the chairman receives"), self.head_day),
                (translate("Wizard", "Monthly reporting period"), self.month_start),
            ),
            (
                (translate("Wizard", "Counting people"), self.people_counting_rule),
                (translate("Wizard", "Counting matters"), self.matters_counting_rule),
            ),
            ((translate("Wizard", "Holidays for counting working days"), self.calendar),),
        )
        for row, fields in enumerate(rows):
            for column, (label, field) in enumerate(fields):
                span = 2 if len(fields) == 1 else 1
                grid.addWidget(LabeledField(label, field, self), row, column, 1, span)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._fields_and_preview = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields_and_preview.setSpacing(px(36))
        self._fields_and_preview.addLayout(grid, 1)
        self._fields_and_preview.addLayout(self._preview_column())
        self.body.addLayout(self._fields_and_preview)
        self.body.addStretch(1)

    def _preview_column(self) -> QVBoxLayout:
        label = QLabel(QCoreApplication.translate("Wizard", "The head of a paper"), self)
        label.setProperty("role", "label")
        note = QLabel(
            QCoreApplication.translate(
                "Wizard",
                "Tinos (as wide as Times New Roman), which comes with the program. A matter or "
                "person counted once is counted so in reports only; denunciations always count "
                "each visit.",
            ),
            self,
        )
        note.setProperty("role", "secondary")
        note.setWordWrap(True)
        note.setFixedWidth(theme().px(WIDTH))
        note.ensurePolished()
        # Below the fields, the layout computes this height from the width of the fields.
        note.setMinimumHeight(note.heightForWidth(note.width()))
        column = QVBoxLayout()
        column.setSpacing(theme().px(6))
        column.addWidget(label)
        column.addWidget(self.preview)
        column.addWidget(note)
        column.addStretch(1)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview below the fields if it does not fit beside them."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme().px(_NARROW_WIDTH)
        direction = QBoxLayout.Direction
        self._fields_and_preview.setDirection(
            direction.TopToBottom if is_narrow else direction.LeftToRight
        )

    def settings(self) -> OfficeSettings:
        """Return the settings typed, with surplus spaces removed."""
        place = clean(self.place.text())
        return OfficeSettings().changed(
            superior=clean(self.superior.text()),
            issuing=clean(self.issuing.text()),
            place=place,
            province=place,
            symbol=clean(self.symbol.text()),
            address=clean(self.address.text()),
            phone=clean(self.phone.text()),
            head_day=self.head_day.value(),
            month_starts_on=self.month_start.value(),
            people_distinct=self.people_counting_rule.value(),
            matters_distinct=self.matters_counting_rule.value(),
        )

    def public_names(self) -> tuple[str, ...]:
        """Return the public names among the settings typed; no password may contain them."""
        return public_names(self.settings())

    def obstacle(self) -> str:
        """Return which required text is missing, or ""."""
        translate = QCoreApplication.translate
        required = (
            (self.superior, translate("Wizard", "The superior office is missing")),
            (self.issuing, translate("Wizard", "The issuing office is missing")),
            (self.place, translate("Wizard", "The place is missing")),
            (self.symbol, translate("Wizard", "The symbol is missing")),
        )
        return next((text for field, text in required if not clean(field.text())), "")

    @Slot()
    def _show_preview(self) -> None:
        if hasattr(self, "preview"):
            self.preview.show_settings(self.settings())
            self.changed.emit()

    def on_entered(self) -> None:
        self.superior.setFocus()


def public_names(settings: OfficeSettings) -> tuple[str, ...]:
    """Return the publicly known names of an office, which no password may contain."""
    return (settings.superior, settings.issuing, settings.place, settings.symbol)
