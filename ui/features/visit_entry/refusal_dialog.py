"""Dialog for the refusal of a reception: its ground by law, and what the office must do then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.law.refusal_grounds import Ground, LegalBasis
from reception.messages.language import VIETNAMESE, current_language
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealText

translate = QCoreApplication.translate
_TEXT_WIDTH = 546  # of the words of a ground in the dialog of 720


@dataclass(frozen=True, slots=True)
class RefusalFacts:
    """What the dialog shows about one visit.

    ``grounds`` are those lawful for its kind on its day, ``legal_basis`` the articles that list
    them. ``expected_code`` is the pseudonym that the visit will get, "" while it is unknown.
    ``notice_due`` is the last day for a written notice; ``skipped_holidays`` names the holidays
    not counted until then. ``counts_refused``: the office counts refused visits in Biểu 01/TCD
    (TT 06/2025).
    """

    grounds: Sequence[Ground]
    legal_basis: LegalBasis
    expected_code: str
    notice_due: date | None
    skipped_holidays: str
    counts_refused: bool


class RefusalDialog(Dialog):
    """Choice of the legal ground of a refusal; emits ``ground_chosen(code)``."""

    ground_chosen = Signal(str)

    def __init__(self, facts: RefusalFacts, parent: QWidget) -> None:
        super().__init__(translate("Refusal", "Refuse: choose the ground"), parent, 720)
        self._facts = facts
        basis = facts.legal_basis
        is_vietnamese = current_language() == VIETNAMESE
        self.set_subtitle(basis.vietnamese if is_vietnamese else basis.english)
        if facts.expected_code:
            forecast = translate("Refusal", "Expected {code}").format(code=facts.expected_code)
            self.add_header_right(SealText(forecast, self))
        self._button_group = QButtonGroup(self)
        self._ground_by_radio: dict[QRadioButton, Ground] = {}
        frame = QFrame(self)
        frame.setProperty("pane", True)
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        spoken_grounds = [ground for ground in facts.grounds if not ground.requires_notice]
        self._add_section(
            "volume-2",
            translate("Refusal", "Explain in person, record the explanation"),
            spoken_grounds,
        )
        written_grounds = [ground for ground in facts.grounds if ground.requires_notice]
        self._add_section(
            "file-text",
            translate("Refusal", "Written notice, form 01/TCD, in 3 working days"),
            written_grounds,
        )
        self._add_scroll_area(frame)
        self._consequence = Banner("info", self, "", "", "calendar-clock")
        self._consequence.hide()
        self.body.addWidget(self._consequence)
        note = (
            translate("Refusal", "A refused visit is kept and counted in form 01/TCD")
            if facts.counts_refused
            else translate("Refusal", "A refused visit is kept, not counted in form 01/TCD")
        )
        self.add_note("info", note)
        self.set_leave_button(
            PushButton(translate("Refusal", "Back"), self, "secondary", "", "Esc")
        )
        self.set_primary(
            PushButton(
                translate("Refusal", "Choose ground"), self, "primary", "check", "Ctrl+Enter"
            )
        )
        self.set_valid(False)
        self._button_group.buttonToggled.connect(self._ground_toggled)

    def _add_scroll_area(self, frame: QFrame) -> None:
        scroll_area = QScrollArea(self)
        scroll_area.setWidgetResizable(True)
        scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll_area.setWidget(frame)
        full_height = frame.sizeHint().height() + 2
        parent = self.parentWidget()
        available = parent.height() if parent is not None else full_height
        scroll_area.setMinimumHeight(
            min(full_height, max(theme().px(180), available - theme().px(230)))
        )
        self.body.addWidget(scroll_area, 1)

    def _add_section(self, icon: str, title: str, grounds: Sequence[Ground]) -> None:
        if not grounds:
            return
        px = theme().px
        header = QFrame(self)
        header.setObjectName("head")
        row = QHBoxLayout(header)
        row.setContentsMargins(px(10), 0, px(10), 0)
        header.setFixedHeight(px(28))
        label = QLabel(title, header)
        label.setProperty("role", "strong")
        icon_line = IconLine(icon, "", header)
        icon_line.setFixedWidth(px(18))
        count = QLabel(translate("Refusal", "{count} grounds").format(count=len(grounds)), header)
        count.setProperty("role", "hint")
        row.addWidget(icon_line)
        row.addWidget(label, 1)
        row.addWidget(count)
        self._column.addWidget(header)
        for ground in grounds:
            self._column.addWidget(self._ground_row(ground))

    def _ground_row(self, ground: Ground) -> QWidget:
        px = theme().px
        row_widget = QWidget(self)
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(px(10), 0, px(10), 0)
        row.setSpacing(px(8))
        radio = QRadioButton(ground.short_name, row_widget)
        radio.setFixedWidth(px(96))
        radio.setAccessibleName(f"{ground.short_name}, {ground.vietnamese}")
        label = QLabel(ground.vietnamese, row_widget)
        label.setProperty("role", "secondary")
        label.setWordWrap(True)
        label.ensurePolished()
        text_height = label.heightForWidth(px(_TEXT_WIDTH))
        row_widget.setFixedHeight(max(px(28), text_height + px(8)))
        row.addWidget(radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self._button_group.addButton(radio)
        self._ground_by_radio[radio] = ground
        row_widget.setProperty("line", True)
        return row_widget

    @Slot()
    def _ground_toggled(self) -> None:
        button = self._button_group.checkedButton()
        if not isinstance(button, QRadioButton):
            return
        self._consequence.show_message("", self._consequence_text(self._ground_by_radio[button]))
        self.set_valid(True)
        self.refit()

    def _consequence_text(self, ground: Ground) -> str:
        parts = [self._what_to_do(ground)]
        if ground.document:
            text = translate("Refusal", "Note the number and day of the {document}.")
            parts.append(text.format(document=ground.document))
        return "\n".join(parts)

    def _what_to_do(self, ground: Ground) -> str:
        if not ground.requires_notice:
            return translate("Refusal", "Explain to the person now; write the explanation down.")
        due, skipped = self._facts.notice_due, self._facts.skipped_holidays
        if due is None:
            return translate("Refusal", "Draft the notice of refusal for the head to sign.")
        text = translate(
            "Refusal", "Draft the notice of refusal for the head, by {day} at the latest"
        )
        return " ".join(
            part for part in (text.format(day=display_format.day(due)), skipped) if part
        )

    def select_ground(self, code: str) -> None:
        """Select a ground and put the focus on it; nothing if the code is not among them."""
        for radio, ground in self._ground_by_radio.items():
            if ground.code == code:
                radio.setChecked(True)
                radio.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def accept(self) -> None:
        button = self._button_group.checkedButton()
        self.finish(True)
        if isinstance(button, QRadioButton):
            self.ground_chosen.emit(self._ground_by_radio[button].code)
