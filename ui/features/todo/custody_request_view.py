"""One request to custodians as read before answering: who, ground, words, parts, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.reveal_request import RevealRequest
from reception.law.reveal_reasons import reveal_reason
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.models.day_list import reporter_title
from ui.models.todo_custody_lines import PARTS_IN_ORDER, part_name
from ui.models.todo_line import reason_text, visit_title
from ui.widgets.banner import Banner
from ui.widgets.glyph_label import glyph_label
from ui.widgets.seal_chip import SealChip

if TYPE_CHECKING:
    from reception.services.disclosure.custodian_reveals import OpeningsOfMonth

translate = QCoreApplication.translate


class CustodyRequestView(QWidget):
    """Shows a request; its words and the count of the month follow when they were read."""

    def __init__(self, request: RevealRequest, parent: QWidget) -> None:
        super().__init__(parent)
        self.explanation = QLabel("…", self)
        self.explanation.setObjectName("explanation")
        self.month_label = QLabel("", self)
        self.banner = Banner("error", self)
        self.banner.hide()
        self._column = QVBoxLayout(self)
        margin = theme().px(14)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme().px(9))
        self._add_title(request)
        self._add_line()
        self._column.addLayout(self._facts(request))
        self._add_line()
        self._add_parts(request)
        self._add_line()
        self._add_meaning(request)
        self._column.addWidget(self.banner)
        self._column.addStretch(1)

    def show_month(self, month: OpeningsOfMonth) -> None:
        """Show how often custodians' identities were opened and refused this month."""
        text = translate(
            "Custody",
            "This month {opened} were opened, {refused} refused. Either answer is logged.",
        )
        self.month_label.setText(text.format(opened=month.opened, refused=month.refused))

    def show_error(self, text: str) -> None:
        self.banner.show_message("", text, "error")
        self.banner.show()

    def _add_title(self, request: RevealRequest) -> None:
        row = QHBoxLayout()
        title = QLabel(translate("Custody", "Asks to open an identity"), self)
        title.setProperty("role", "heading")
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(SealChip(reporter_title(request.kind, request.code), self))
        subtitle = QLabel(visit_title(request.visit_id), self)
        subtitle.setProperty("role", "secondary")
        self._column.addLayout(row)
        self._column.addWidget(subtitle)

    def _facts(self, request: RevealRequest) -> QGridLayout:
        ends = translate("Custody", "End of today, {day}")
        asker = ", ".join(filter(None, (request.asker, _lower_first(request.asker_title))))
        reason = reveal_reason(request.reason)
        facts = (
            (translate("Custody", "Asks"), QLabel(asker, self)),
            (
                translate("Custody", "Ground"),
                QLabel(f"{reason_text(reason.code)}, {reason.basis}", self),
            ),
            (translate("Custody", "Reason"), self.explanation),
            (
                translate("Custody", "Ends"),
                QLabel(ends.format(day=display_format.day(request.ends_on)), self),
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(6))
        grid.setColumnMinimumWidth(0, theme().px(88))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(facts):
            caption = QLabel(label, self)
            caption.setProperty("role", "secondary")
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        return grid

    def _add_parts(self, request: RevealRequest) -> None:
        title = QLabel(translate("Custody", "Parts asked for"), self)
        title.setProperty("role", "strong")
        self._column.addWidget(title)
        for part in PARTS_IN_ORDER:
            is_asked = part in request.parts
            row = QHBoxLayout()
            icon = ("seal-open", "warn") if is_asked else ("seal", "seal")
            row.addWidget(glyph_label(*icon, self, theme().px(15)))
            row.addWidget(QLabel(part_name(part), self), 1)
            asked, sealed = translate("Custody", "asked for"), translate("Custody", "stays sealed")
            state = QLabel(asked if is_asked else sealed, self)
            state.setProperty("role", "strong" if is_asked else "secondary")
            if is_asked:
                state.setProperty("tone", "warning")
            row.addWidget(state)
            self._column.addLayout(row)

    def _add_meaning(self, request: RevealRequest) -> None:
        meaning = translate(
            "Custody",
            "Approved, {name} can open it once, for 60 seconds, on this machine, today. No name "
            "appears on your screen.",
        )
        meaning_label = QLabel(meaning.format(name=request.asker), self)
        for icon, label in (("info", meaning_label), ("history", self.month_label)):
            label.setWordWrap(True)
            label.setProperty("role", "secondary")
            row = QHBoxLayout()
            glyph = glyph_label(icon, "text2", self, theme().px(15))
            row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            self._column.addLayout(row)

    def _add_line(self) -> None:
        line = QFrame(self)
        line.setProperty("line", True)
        self._column.addWidget(line)


def spoken_request(request: RevealRequest) -> str:
    """Return what a screen reader says of the request, except its words, which are a label."""
    parts = ", ".join(part_name(part) for part in PARTS_IN_ORDER if part in request.parts)
    title = translate("Needs", "Asks to open the identity of {code}").format(code=request.code)
    return ", ".join((title, request.asker, reason_text(request.reason), parts))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
