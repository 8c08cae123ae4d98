"""The left side of visit entry: the day, the button for a new visit, today's list and totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reception.services.register.register import DayFigures
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.visit_entry.day_list_view import DayListView
from ui.models.day_list import DayLine
from ui.shell import actions
from ui.widgets import painting
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class DayPanel(QWidget):
    """Day, list and figures; ``new_visit_wanted`` asks for a new visit.

    ``waiting_papers_wanted`` asks for the list of papers that were not printed.
    """

    new_visit_wanted = Signal()
    waiting_papers_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme().px
        self.setFixedWidth(px(270))
        self._day_label = QLabel(self)
        self._day_label.setProperty("role", "secondary")
        self._figures_line = IconLine("users", "", self)
        self._create_buttons()
        self.list_view = DayListView(self)
        self._empty_hint = QLabel(translate("DayList", "No visits yet today"), self)
        self._empty_hint.setProperty("role", "hint")
        self._empty_hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty_hint.setContentsMargins(0, px(24), 0, 0)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list_view)
        self._stack.addWidget(self._empty_hint)
        self._lay_out()

    def _create_buttons(self) -> None:
        self.new_visit_button = PushButton(
            translate("DayList", "New visit"),
            self,
            "secondary",
            "plus",
            actions.first_key_text("visit.new"),
        )
        self.new_visit_button.clicked.connect(self.new_visit_wanted)
        self.waiting_button = PushButton(
            "", self, "flat", "printer", actions.first_key_text("waiting.open")
        )
        self.waiting_button.setObjectName("waiting_button")
        self.waiting_button.clicked.connect(self.waiting_papers_wanted)
        self.waiting_button.hide()
        for button in (self.new_visit_button, self.waiting_button):
            button.set_justified(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _lay_out(self) -> None:
        px = theme().px
        title = QLabel(translate("DayList", "Today"), self)
        title.setProperty("role", "title")
        header_row = QHBoxLayout()
        header_row.setContentsMargins(px(14), 0, px(12), 0)
        header_row.addWidget(title)
        header_row.addStretch(1)
        header_row.addWidget(self._day_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 1, 0)
        column.setSpacing(0)
        column.addLayout(header_row)
        button_row = QHBoxLayout()
        button_row.setContentsMargins(px(14), px(6), px(12), px(9))
        button_row.addWidget(self.new_visit_button, 1)
        column.addLayout(button_row)
        column.addWidget(self._stack, 1)
        waiting_row = QHBoxLayout()
        waiting_row.setContentsMargins(px(14), 0, px(12), px(4))
        waiting_row.addWidget(self.waiting_button, 1)
        column.addLayout(waiting_row)
        footer = QWidget(self)
        footer.setFixedHeight(px(52))
        footer_row = QHBoxLayout(footer)
        footer_row.setContentsMargins(px(14), 0, px(12), 0)
        footer_row.addWidget(self._figures_line)
        footer_row.addStretch(1)
        column.addWidget(footer)

    def set_day(self, day: date) -> None:
        self._day_label.setText(display_format.long_day(day))

    def set_lines(self, lines: Sequence[DayLine]) -> None:
        self.list_view.line_model.set_lines(lines)
        self._stack.setCurrentWidget(self.list_view if lines else self._empty_hint)

    def set_figures(self, figures: DayFigures) -> None:
        template = translate("DayList", "{visits} visits · {people} people · {groups} groups")
        text = template.format(visits=figures.visits, people=figures.people, groups=figures.groups)
        if figures.unreadable:
            template = translate("DayList", "{count} rows cannot be read: nothing is counted")
            text = template.format(count=figures.unreadable)
        self._figures_line.set_line("users", text)

    @Slot(object)
    def show_waiting_papers(self, count: object) -> None:
        """Show how many papers were not printed; nothing for none."""
        number = count if isinstance(count, int) else 0
        self.waiting_button.set_text(translate("DayList", "%n papers not printed", "", number))
        self.waiting_button.setVisible(number > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at the right and above the figures."""
        with QPainter(self) as painter:
            painter.fillRect(
                self.width() - 1, 0, 1, self.height(), painting.theme_color("borderStrong")
            )
            top = self.height() - theme().px(52)
            painter.fillRect(0, top, self.width(), 1, painting.theme_color("borderStrong"))
