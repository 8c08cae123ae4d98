"""The widgets of the register: header, filters, table or empty page, and the story beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance.theme import theme
from ui.appearance.window_settings import WindowSettings
from ui.features.register.empty_register import EmptyRegister
from ui.features.register.filter_row import FilterRow
from ui.features.register.more_button import MoreButton
from ui.features.register.story_panel import StoryPanel
from ui.features.register.visit_table import VisitTable
from ui.models.register_rows import RegisterSource
from ui.widgets.banner import Banner
from ui.widgets.data_table_delegate import ROW
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from reception.services.register.register import VisitStory

translate = QCoreApplication.translate
_BESIDE = 1120  # width of the page below which the story overlaps the table (window of 1180)
_WIDE = 1380  # width of the page from which three more columns fit (window of 1600)
_SKELETON_ROWS = 8


class RegisterPage(QWidget):
    """Only widgets, without reading; :class:`RegisterScreen` calls its ``show_`` methods.

    ``row_selected(row number)``; ``row_activated`` (Enter); ``rows_loaded`` when a page of rows
    has been read. The other signals are requests of the user, named after them.
    """

    new_visit_wanted = Signal()
    import_wanted = Signal()
    report_wanted = Signal()
    verification_wanted = Signal()
    book_wanted = Signal()
    reveal_wanted = Signal()
    lifecycle_wanted = Signal()
    row_selected = Signal(int)
    row_activated = Signal()
    rows_loaded = Signal()

    def __init__(
        self,
        dates: tuple[date, date, int],
        settings: WindowSettings,
        parent: QWidget,
        *,
        may_import: bool,
    ) -> None:
        """``dates`` are those of :meth:`FilterRow.set_days`."""
        super().__init__(parent)
        self._wide = False
        self._build_header(settings, may_import=may_import)
        self._build_table(dates, may_import=may_import)
        self._lay_out()
        self._wire()

    def _build_header(self, settings: WindowSettings, *, may_import: bool) -> None:
        self.header = PageHeader(translate("Register", "Register of visits"), self)
        print_text = translate("Register", "Print book (Mẫu 03/TCD)")
        self.print_button = PushButton(print_text, self, icon="printer", key="Ctrl+P")
        self.print_button.setObjectName("print_button")
        new_text = translate("Register", "New visit")
        self.new_button = PushButton(new_text, self, "primary", "plus", "Ctrl+N")
        self.new_button.setObjectName("new_button")
        self.more_button = MoreButton(settings, self, may_import=may_import)
        self.column_menu = self.more_button.column_menu
        self.header.add_side(self.more_button)
        self.header.add_side(self.print_button)
        self.header.add_side(self.new_button)

    def _build_table(self, dates: tuple[date, date, int], *, may_import: bool) -> None:
        self.filters = FilterRow(*dates, self)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.card = VisitTable(self.column_menu, self)
        self.table, self.model, self.footer = self.card.table, self.card.model, self.card.footer
        self.empty = EmptyRegister(self.filters, may_import, self)
        self.empty.hide()
        self.skeleton = Skeleton(self, _SKELETON_ROWS, ROW)
        self.skeleton.hide()
        self.story = StoryPanel(self)
        self.story.hide()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.card, 1)
        left.addWidget(self.empty, 1)
        self._body = body = QHBoxLayout()
        body.setSpacing(theme().px(14))
        body.addLayout(left, 1)
        body.addWidget(self.story)
        inner = QVBoxLayout()
        edge = theme().px(20)
        inner.setContentsMargins(edge, 0, edge, theme().px(12))
        inner.setSpacing(theme().px(12))
        inner.addWidget(self.filters)
        inner.addWidget(self.banner)
        inner.addLayout(body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inner, 1)

    def _wire(self) -> None:
        self.more_button.report_wanted.connect(self.report_wanted)
        self.more_button.import_wanted.connect(self.import_wanted)
        self.more_button.verification_wanted.connect(self.verification_wanted)
        self.print_button.clicked.connect(self.book_wanted)
        self.new_button.clicked.connect(self.new_visit_wanted)
        self.empty.new_visit_wanted.connect(self.new_visit_wanted)
        self.empty.import_wanted.connect(self.import_wanted)
        self.model.page_loaded.connect(self.rows_loaded)
        self.table.activated.connect(self.row_activated)
        self.card.row_selected.connect(self.row_selected)
        self.story.reveal_wanted.connect(self.reveal_wanted)
        self.story.lifecycle_wanted.connect(self.lifecycle_wanted)

    def row_count(self) -> int:
        return self.model.rowCount()

    @Slot()
    def focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def show_reading(self) -> None:
        """Show grey rows if the rows asked for do not arrive within a moment."""
        if self.empty.isVisible():
            self.skeleton.wait(self.empty, framed=True)
        else:
            self.skeleton.wait(self.table.viewport())

    def show_rows(self, source: RegisterSource) -> None:
        """Show other rows without a selection, or the reason why there are none."""
        self.skeleton.end()
        self.banner.hide()
        self.model.set_source(source)
        self._show_empty(source.total() == 0)
        self.footer.set_position("")
        self.story.hide()

    def show_count(self, total: int | None) -> None:
        """Show in the header how many visits there are; None while they are being counted."""
        self.header.set_subtitle(self.filters.summary(total, self._wide))

    def show_story(self, story: VisitStory) -> None:
        self.story.show_story(story)
        self.story.show()
        self._place_story()

    @Slot(object)
    def show_error(self, error: ReceptionError) -> None:
        """Show why reading failed; the rows already read stay."""
        self.skeleton.end()
        self.banner.show_message("", error_sentence(error), "error")
        self.banner.show()

    def show_empty_reason(self) -> None:
        """Update the text of the empty page with the new counts, if it is shown."""
        if self.empty.isVisible():
            self.empty.show_reason()

    def _show_empty(self, is_empty: bool) -> None:
        """Show the empty page or the table; the focus stays on this page."""
        had_focus = self.table.hasFocus()
        if is_empty:
            self.empty.show_reason()
        self.card.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self.new_button.set_kind("secondary" if is_empty else "primary")  # one primary a page
        if had_focus and is_empty:
            first = self.empty.button
            (first if first.isVisible() else self.filters.search).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, leaves it, drops the filters of an empty page, hides the story."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filters.search.hasFocus() and self.filters.search.text():
            self.filters.search.clear()
        elif self.filters.search.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.empty.isVisible() and self.filters.is_filtering():
            self.filters.clear_filters()
        else:
            self.story.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more columns and a wider story if the page is wide enough."""
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WIDE)
        self._place_story()
        if wide != self._wide:
            self._wide = wide
            self.card.set_wide(wide)
            self.story.set_wide(wide)

    def _place_story(self) -> None:
        """Put the story beside the table if the page is wide enough, else over its right end."""
        overlaps = self.width() < theme().px(_BESIDE)
        self.footer.hide_shortcuts(overlaps)
        is_beside = self._body.indexOf(self.story) >= 0
        if overlaps == is_beside:
            if overlaps:
                self._body.removeWidget(self.story)
            else:
                self._body.addWidget(self.story)
        if overlaps:
            covered = self.card if self.card.isVisible() else self.empty
            corner = covered.mapTo(self, covered.rect().topRight())
            width = min(self.story.width(), covered.width())
            self.story.setGeometry(corner.x() - width + 1, corner.y(), width, covered.height())
            self.story.raise_()
