"""The side panel: the story of the chosen visit, newest step first, without any identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.petition import PetitionKind
from reception.law.statutory_words import KIND
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.register.story_steps import StorySteps
from ui.features.register.story_texts import event_text
from ui.models.register_rows import field_text, progress_text, reporter_text
from ui.shell import actions
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane
from ui.widgets.seal_chip import SealChip
from ui.widgets.seal_tape import SealTape

if TYPE_CHECKING:
    from reception.services.register.register import VisitStory

translate = QCoreApplication.translate
WIDTH, EXPANDED_WIDTH = 318, 420


class StoryPanel(QFrame):
    """Empty until a story is shown; ``reveal_wanted`` and ``lifecycle_wanted`` from its buttons."""

    reveal_wanted = Signal()
    lifecycle_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        margin = theme().px(14)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme().px(10))
        self._column.addStretch(1)
        self.area = ScrollPane(inner, self)
        self.area.setAccessibleName(translate("Register", "Story of the visit"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self.area)
        footer = QFrame(self)
        footer.setProperty("foot", True)
        footer_column = QVBoxLayout(footer)
        footer_column.setContentsMargins(
            theme().px(14), theme().px(8), theme().px(14), theme().px(8)
        )
        outer.addWidget(footer)
        text = translate("Register", "Correct, answer, void …")
        self.lifecycle_button = PushButton(
            text, self, "secondary", "pen-line", actions.keys_text("visit.lifecycle")
        )
        self.lifecycle_button.setObjectName("lifecycle_button")
        self.lifecycle_button.clicked.connect(self.lifecycle_wanted)
        footer_column.addWidget(self.lifecycle_button)
        self.area.verticalScrollBar().rangeChanged.connect(self._set_scrollable)
        self.set_wide(False)

    @Slot(int, int)
    def _set_scrollable(self, _minimum: int, maximum: int) -> None:
        """Let a story longer than the panel take the focus, to be scrolled by arrow keys."""
        policy = Qt.FocusPolicy.TabFocus if maximum else Qt.FocusPolicy.NoFocus
        self.area.setFocusPolicy(policy)

    def set_wide(self, wide: bool) -> None:
        self.setFixedWidth(theme().px(EXPANDED_WIDTH if wide else WIDTH))

    def clear(self) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def show_story(self, story: VisitStory) -> None:
        """Show a visit: pseudonym, facts, deadlines, seal, papers and its events."""
        self.clear()
        self.area.verticalScrollBar().setValue(0)
        row = story.row
        self._add(self._head(reporter_text(row)))
        number = translate("Register", "Visit {number}").format(number=f"{row.number:04d}")
        self._add(self._label(f"{number} · {display_format.day(row.received_on)}", "hint"))
        self._add(self._label(row.summary, "strong"))
        self._add_separator()
        self._add(self._facts(story))
        self._add(self._seal_with_button(story))
        self._add_separator()
        papers, steps = StorySteps(self, joined=False), StorySteps(self)
        for name, pages, _ in story.papers:
            template = translate("Register", "{name}, {pages} pages")
            papers.add("file-text", template.format(name=name, pages=pages))
        for event in story.events:
            steps.add(*event_text(event))
        self._add(steps)
        if papers.count():
            self._add_separator()
        self._add(papers)

    def _head(self, reporter: str) -> QWidget:
        """Return the pseudonym with the button that closes the panel (Esc)."""
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, -theme().px(8), 0)  # the icon, not its box, ends the line
        row.addWidget(SealChip(reporter, head))
        row.addStretch(1)
        close = PushButton("", head, "plain", "x")
        close.setObjectName("close_story")
        close.setAccessibleName(translate("Register", "Close the story"))
        close.setAccessibleDescription("Esc")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.set_height(28)
        close.clicked.connect(self.hide)
        row.addWidget(close)
        return head

    def _add_separator(self) -> None:
        separator = QFrame(self)
        separator.setProperty("rule", True)
        separator.setFixedHeight(1)
        self._add(separator)

    def _seal_with_button(self, story: VisitStory) -> QWidget:
        """Return the seal with the button that opens it."""
        template = translate("Register", "Sealed since {day}")
        text = template.format(day=display_format.short_day(story.row.received_on))
        if story.opened:
            opened = translate("Register", "Opened {count} times")
            text += "\n" + opened.format(count=display_format.number(story.opened))
        seal_tape = SealTape(text, self)
        key = actions.keys_text("reveal")
        button = PushButton(translate("Register", "Open"), seal_tape, "secondary", "", key)
        button.setObjectName("reveal_button")
        button.clicked.connect(self.reveal_wanted)
        seal_tape.add_side(button)
        return seal_tape

    def _facts(self, story: VisitStory) -> QWidget:
        row = story.row
        facts = QWidget(self)
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(12))
        grid.setColumnStretch(1, 1)
        kind = KIND[PetitionKind(row.kind)]
        lines = [
            (translate("Register", "Kind"), f"{kind} · {field_text(row)}"),
            (translate("Register", "About"), row.respondent),
            (translate("Register", "Handling"), progress_text(row.progress)),
            (translate("Register", "Body in charge"), row.handled_by),
            (translate("Register", "People"), display_format.number(row.people)),
        ]
        lines += [
            (translate("Register", "Due"), f"{display_format.day(due)} · {article}")
            for _, article, due, closed in story.deadlines
            if closed is None
        ]
        line = 0
        for label, text in lines:
            if text:
                grid.addWidget(self._label(label, "hint"), line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._label(text, ""), line, 1)
                line += 1
        return facts

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        return label

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)
