"""The selected paper: facts, a warning, its story, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.petition import PetitionKind
from reception.domain.requested_paper import (
    LETTER_SHEET,
    PaperState,
    RequestedSheet,
    Sheet,
    WaitingPaper,
    WayToPrint,
)
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.models.day_list import reporter_title
from ui.models.waiting_paper_lines import (
    WaitingPaperLine,
    ground_text,
    obstacle_text,
    sheet_title,
    way_text,
)
from ui.widgets.banner import Banner
from ui.widgets.clear_layout import clear_layout
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane
from ui.widgets.seal_chip import SealChip

translate = QCoreApplication.translate
_WIDTH = 330
_WAYS_WITH_BUTTON = (WayToPrint.REMAKE, WayToPrint.REPRINT, WayToPrint.REVEAL)


class WaitingPaperPanel(QFrame):
    """Each signal asks for what one of the four buttons says."""

    act_wanted = Signal()
    preview_wanted = Signal()
    drop_wanted = Signal()
    printed_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self.setFixedWidth(theme().px(_WIDTH))
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        margin = theme().px(14)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme().px(10))
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        pane = ScrollPane(inner, self)
        pane.setAccessibleName(translate("WaitingPapers", "The selected paper"))
        outer.addWidget(pane, 1)
        self._footer = QFrame(self)
        self._footer.setProperty("foot", True)
        outer.addWidget(self._footer)
        self._build_buttons()
        self.show_line(None)

    def _build_buttons(self) -> None:
        column = QVBoxLayout(self._footer)
        margin = theme().px(14)
        column.setContentsMargins(margin, theme().px(10), margin, theme().px(10))
        column.setSpacing(theme().px(6))
        self.act_button = PushButton("", self, "primary", "printer", "Ctrl+P")
        self.act_button.setObjectName("act_button")
        preview_text = translate("WaitingPapers", "Preview")
        self.preview_button = PushButton(preview_text, self, "secondary", "file-text", "Enter")
        self.preview_button.setObjectName("preview_button")
        printed_text = translate("WaitingPapers", "It was printed")
        self.printed_button = PushButton(printed_text, self, "secondary", "circle-check")
        self.printed_button.setObjectName("printed_button")
        drop_text = translate("WaitingPapers", "Drop, with a reason…")
        self.drop_button = PushButton(drop_text, self, "danger", "x", "Del")
        self.drop_button.setObjectName("drop_button")
        for button, signal in (
            (self.act_button, self.act_wanted),
            (self.preview_button, self.preview_wanted),
            (self.printed_button, self.printed_wanted),
            (self.drop_button, self.drop_wanted),
        ):
            button.set_justified(True)
            button.clicked.connect(signal)
            column.addWidget(button)

    def show_line(self, line: WaitingPaperLine | None) -> None:
        """Show a paper; nothing for a heading or None."""
        clear_layout(self._column, keep_last=1)
        self._footer.setVisible(line is not None)
        if line is None or line.paper is None:
            return
        paper = line.paper
        self._add(self._chip_and_number(paper))
        self._add(self._label(sheet_title(paper.sheet), "strong"))
        self._add(self._facts(paper))
        warning = _warning(paper, is_in_memory=line.is_in_memory)
        if warning:
            self._add(Banner("warn", self, warning[0], warning[1]))
        for icon, text in _story(paper, is_in_memory=line.is_in_memory):
            self._add(IconLine(icon, text, self))
        self._show_buttons(paper, is_in_memory=line.is_in_memory)

    def _show_buttons(self, paper: WaitingPaper, *, is_in_memory: bool) -> None:
        waits = paper.state is PaperState.ASKED
        can_act = is_in_memory or paper.way in _WAYS_WITH_BUTTON
        has_successor = not waits and paper.successor
        text = way_text(paper, is_in_memory=is_in_memory)
        key = "F9" if not is_in_memory and paper.way is WayToPrint.REVEAL else "Ctrl+P"
        self.act_button.set_text(text)
        self.act_button.set_key(key)
        self.act_button.setVisible(can_act and not has_successor)
        self.preview_button.setVisible(is_in_memory)
        self.printed_button.setVisible(waits and not is_in_memory)
        self.drop_button.setVisible(waits)

    def _chip_and_number(self, paper: WaitingPaper) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SealChip(reporter_title(paper.kind, paper.code), line))
        row.addStretch(1)
        number = translate("WaitingPapers", "Visit {number}").format(number=f"{paper.number:04d}")
        row.addWidget(self._label(number, "hint"))
        return line

    def _facts(self, paper: WaitingPaper) -> QWidget:
        facts = QWidget(self)
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(12))
        grid.setColumnStretch(1, 1)
        since = display_format.day(paper.asked_on)
        if paper.kind == PetitionKind.DENUNCIATION.value:
            since = translate("WaitingPapers", "{day}, no hour").format(day=since)
        why = ground_text(paper.ground) if paper.ground else obstacle_text(paper.obstacle)
        rows = [
            (translate("WaitingPapers", "Since"), since),
            (translate("WaitingPapers", "Asked by"), paper.asked_by),
            (translate("WaitingPapers", "Why"), why),
            (translate("WaitingPapers", "Paper size"), _size_text(paper)),
            (translate("WaitingPapers", "On the paper"), _person_text(paper)),
        ]
        for position, (label, text) in enumerate(rows):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self._label(label, "hint"), position, 0, top)
            grid.addWidget(self._label(text, ""), position, 1)
        return facts

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(role != "hint")
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        return label

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)


def _warning(paper: WaitingPaper, *, is_in_memory: bool) -> tuple[str, str] | None:
    """Return title and text of what is lost at the lock, or is lost already."""
    is_own_copy = paper.sheet.is_own_copy
    if paper.state is PaperState.DROPPED or (is_in_memory and not is_own_copy):
        return None
    if is_in_memory:
        title = translate("WaitingPapers", "The only copy with the return code.")
        text = translate(
            "WaitingPapers",
            "After a lock it must be made again: new number, new code, the old ones end.",
        )
        return title, text
    title = translate("WaitingPapers", "The pages were in memory until the lock.")
    return title, _text_of_way(paper)


def _text_of_way(paper: WaitingPaper) -> str:
    """Return how a paper whose pages are gone is made again; "" if nothing needs telling."""
    return {
        WayToPrint.REMAKE: translate(
            "WaitingPapers",
            "It can be made again without opening the identity: new number, new code, the old "
            "ones end.",
        ),
        WayToPrint.REPRINT: translate(
            "WaitingPapers",
            "It is made again without opening the identity, with a new print number; a missing "
            "person is written by pen.",
        ),
        WayToPrint.REVEAL: _reveal_text(paper.sheet),
        WayToPrint.NOTHING: translate(
            "WaitingPapers", "Write it by hand from the register, or drop it with a reason."
        ),
        WayToPrint.CUSTODIAN: translate(
            "WaitingPapers", "After the day of the visit only a custodian makes it again."
        ),
    }.get(paper.way, "")


def _reveal_text(sheet: RequestedSheet) -> str:
    if sheet == LETTER_SHEET:
        return translate(
            "WaitingPapers",
            "The words of the letter are not kept: open the identity and write it again, then drop "
            "this one.",
        )
    if sheet.sheet is Sheet.CITIZEN:
        return translate(
            "WaitingPapers", "It can be made again by opening the identity, with a reason."
        )
    return translate(
        "WaitingPapers",
        'Open the identity and choose "Print the file\'s copies again"; it makes all that wait.',
    )


def _story(paper: WaitingPaper, *, is_in_memory: bool) -> list[tuple[str, str]]:
    """Return icon and text of what happened to the paper, the newest first."""
    asked = translate("WaitingPapers", "Asked on {day}, not printed")
    lines = [("printer", asked.format(day=display_format.short_day(paper.asked_on)))]
    if paper.state is PaperState.DROPPED and paper.changed_on is not None:
        dropped = translate("WaitingPapers", "Dropped on {day}")
        day = display_format.short_day(paper.changed_on)
        lines.insert(0, ("x", dropped.format(day=day)))
    elif is_in_memory:
        lines.insert(0, ("clock", translate("WaitingPapers", "Waits in memory until the lock")))
    sealed = translate("WaitingPapers", "Received and sealed on {day} · {officer}")
    day = display_format.short_day(paper.sealed_on)
    lines.append(("seal", sealed.format(day=day, officer=paper.received_by)))
    return lines


def _size_text(paper: WaitingPaper) -> str:
    size = "A5" if paper.is_small else "A4"
    return translate("WaitingPapers", "{size}, one copy").format(size=size)


def _person_text(paper: WaitingPaper) -> str:
    """Return what the paper says about the person."""
    if paper.prints_name:
        return translate("WaitingPapers", "The person is printed")
    if paper.sheet.sheet is Sheet.FILE and paper.kind == PetitionKind.DENUNCIATION.value:
        return translate("WaitingPapers", "No name")
    return translate("WaitingPapers", "No name, dotted lines for the pen")
