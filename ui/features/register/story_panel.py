"""The panel with the story of the selected visit, newest event first, without any identity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.petition import PetitionKind
from reception.law.statutory_words import KIND_WORDS
from reception.messages.catalogue import sentence
from reception.messages.language import current_language
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.register.story_action import StoryAction
from ui.features.register.story_button import StoryButton
from ui.features.register.story_lines import StoryLines
from ui.features.register.story_texts import event_icon_and_text
from ui.models.day_list import sealed_content_text
from ui.models.register_rows import field_text, progress_text, reporter_text
from ui.widgets.clear_layout import clear_layout
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane
from ui.widgets.seal_chip import SealChip
from ui.widgets.seal_tape import SealTape

if TYPE_CHECKING:
    from reception.services.register.visit_story import VisitStory

translate = QCoreApplication.translate
_NARROW_WIDTH, _WIDE_WIDTH = 318, 420


class StoryPanel(QFrame):
    """Is empty until a story is shown; each action has a button on the seal or below the story."""

    def __init__(self, actions: Sequence[StoryAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._seal_actions = [action for action in actions if action.on_seal]
        inner = QWidget(self)
        self._story_column = QVBoxLayout(inner)
        margin = theme().px(14)
        self._story_column.setContentsMargins(margin, margin, margin, margin)
        self._story_column.setSpacing(theme().px(10))
        self._story_column.addStretch(1)
        self.scroll_pane = ScrollPane(inner, self)
        self.scroll_pane.setAccessibleName(translate("Register", "Story of the visit"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self.scroll_pane)
        footer = QFrame(self)
        footer.setProperty("foot", True)
        footer_column = QVBoxLayout(footer)
        footer_column.setContentsMargins(
            theme().px(14), theme().px(8), theme().px(14), theme().px(8)
        )
        outer.addWidget(footer)
        footer_actions = [action for action in actions if not action.on_seal]
        self._footer_buttons = [StoryButton(action, footer) for action in footer_actions]
        for button in self._footer_buttons:
            footer_column.addWidget(button)
        self.scroll_pane.verticalScrollBar().rangeChanged.connect(self._update_focus_policy)
        self.set_wide(False)

    @Slot(int, int)
    def _update_focus_policy(self, _minimum: int, maximum: int) -> None:
        """Let a story longer than the panel take the focus: arrow keys then scroll it."""
        policy = Qt.FocusPolicy.TabFocus if maximum else Qt.FocusPolicy.NoFocus
        self.scroll_pane.setFocusPolicy(policy)

    def set_wide(self, wide: bool) -> None:
        self.setFixedWidth(theme().px(_WIDE_WIDTH if wide else _NARROW_WIDTH))

    def clear(self) -> None:
        """Remove the story that is shown."""
        clear_layout(self._story_column, keep_last=1)

    def show_story(self, story: VisitStory) -> None:
        """Show a visit: pseudonym, number and day, summary, facts, seal, events and papers.

        The facts include the open deadlines.
        """
        self.clear()
        for button in self._footer_buttons:
            button.set_story(story)
        self.scroll_pane.verticalScrollBar().setValue(0)
        row = story.row
        self._append(self._title_line(reporter_text(row)))
        if row.unreadable:
            self._show_unreadable(row.number)
            return
        number = translate("Register", "Visit {number}").format(number=f"{row.number:04d}")
        self._append(self._label(f"{number} · {display_format.day(row.received_on)}", "hint"))
        self._append(self._label(sealed_content_text() if row.masked else row.summary, "strong"))
        if row.masked:
            self._append(self._label(_masked_explanation(), "small"))
        self._add_separator()
        self._append(self._facts(story))
        self._append(self._seal_with_buttons(story))
        self._add_separator()
        papers, events = StoryLines(self, joined=False), StoryLines(self)
        for name, pages, _ in story.papers:
            template = translate("Register", "{name}, {pages} pages")
            papers.add_line("file-text", template.format(name=name, pages=pages))
        for event in story.events:
            events.add_line(*event_icon_and_text(event))
        self._append(events)
        if papers.line_count():
            self._add_separator()
        self._append(papers)

    def _show_unreadable(self, number: int) -> None:
        """Say what a row is that holds what no program writes; nothing can be done with it."""
        for button in self._footer_buttons:
            button.hide()
        visit = translate("Register", "Visit {number}").format(number=f"{number:04d}")
        self._append(self._label(visit, "hint"))
        self._append(self._label(sentence("database.unreadable_value", current_language()), ""))

    def press(self, object_name: str) -> None:
        """Perform an action below the story by its key, if its button is shown."""
        for button in self._footer_buttons:
            if button.objectName() == object_name and button.isVisible():
                button.click()

    def _title_line(self, reporter: str) -> QWidget:
        """Return the pseudonym with the button that closes the panel (Esc)."""
        title_line = QWidget(self)
        row = QHBoxLayout(title_line)
        # The negative margin aligns the icon, not its button, with the margin of the panel.
        row.setContentsMargins(0, 0, -theme().px(8), 0)
        row.addWidget(SealChip(reporter, title_line))
        row.addStretch(1)
        close_button = PushButton("", title_line, "plain", "x")
        close_button.setObjectName("close_story")
        close_button.setAccessibleName(translate("Register", "Close the story"))
        close_button.setAccessibleDescription("Esc")
        close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close_button.set_height(28)
        close_button.clicked.connect(self.hide)
        row.addWidget(close_button)
        return title_line

    def _add_separator(self) -> None:
        separator = QFrame(self)
        separator.setProperty("rule", True)
        separator.setFixedHeight(1)
        self._append(separator)

    def _seal_with_buttons(self, story: VisitStory) -> QWidget:
        """Return the seal with the buttons of its actions, e.g. the one that opens it."""
        template = translate("Register", "Sealed since {day}")
        text = template.format(day=display_format.short_day(story.row.received_on))
        if story.reveal_count:
            opened = translate("Register", "Opened {count} times")
            text += "\n" + opened.format(count=display_format.number(story.reveal_count))
        seal_tape = SealTape(text, self)
        for action in self._seal_actions:
            button = StoryButton(action, seal_tape)
            seal_tape.add_at_right(button)
            button.set_story(story)
        return seal_tape

    def _facts(self, story: VisitStory) -> QWidget:
        """Return a grid of labels and texts; facts without a text are left out."""
        row = story.row
        facts = QWidget(self)
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(12))
        grid.setColumnStretch(1, 1)
        kind = KIND_WORDS[PetitionKind(row.kind)]
        lines = [
            (translate("Register", "Kind"), " · ".join(filter(None, (kind, field_text(row))))),
            (translate("Register", "About"), row.respondent),
            (translate("Register", "Handling"), progress_text(row.progress)),
            (translate("Register", "Body in charge"), row.handled_by),
            (
                translate("Register", "People"),
                display_format.number(row.people) if row.people else "",
            ),
        ]
        lines += [
            (translate("Register", "Due"), f"{display_format.day(due)} · {article}")
            for _, article, due, closed in story.deadlines
            if closed is None
        ]
        lines_with_text = [(label, text) for label, text in lines if text]
        for grid_row, (label, text) in enumerate(lines_with_text):
            grid.addWidget(self._label(label, "hint"), grid_row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(text, ""), grid_row, 1)
        return facts

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        return label

    def _append(self, widget: QWidget) -> None:
        """Add a widget at the end of the story, above the stretch."""
        self._story_column.insertWidget(self._story_column.count() - 1, widget)


def _masked_explanation() -> str:
    return translate(
        "Register",
        "This account does not read this visit. An answer or transfer is recorded by its number "
        "all the same.",
    )
