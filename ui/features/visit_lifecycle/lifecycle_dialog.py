"""Dialog for changes of a sealed visit: correct, answer, reclassify, void; or a late entry."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import PetitionKind
from reception.messages.catalogue import error_sentence
from reception.services.visit_lifecycle.earlier_pseudonym_copies import EarlierPseudonymCopies
from reception.services.visit_lifecycle.lifecycle_state import VisitChangeContext
from ui.appearance import display_format
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_lifecycle.earlier_pseudonym_copies import EarlierPseudonymCopiesList
from ui.features.visit_lifecycle.identity_page import IdentityPage
from ui.features.visit_lifecycle.late_entry_page import LateEntryPage
from ui.features.visit_lifecycle.lifecycle_page import LifecyclePage, VisitToChange
from ui.features.visit_lifecycle.lifecycle_pages import LATE_ENTRY, LifecyclePages
from ui.features.visit_lifecycle.reclassify_page import ReclassifyPage
from ui.models.day_list import reporter_title
from ui.models.register_rows import reporter_text
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane
from ui.widgets.seal_chip import SealChip
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.tag import Tag

translate = QCoreApplication.translate
WIDTH = 720
_HEIGHT_OUTSIDE_PAGE = 236  # height of everything above and below the page, and around the dialog
_MINIMUM_PAGE_HEIGHT = 120
_CHANGED_MEANWHILE = "life.changed_meanwhile"


class LifecycleDialog(Dialog):
    """Shows one page for each kind of change of a visit.

    Emits ``change_saved(visit_id)``, or ``late_entry_wanted(LateEntry, mode)`` for visit entry.
    """

    change_saved = Signal(object)
    late_entry_wanted = Signal(object, str)

    def __init__(self, visit: VisitToChange, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__("", parent, WIDTH)
        self._runner = runner
        self._visit = visit
        self._saving = False
        self.pseudonym_chip = SealChip(reporter_text(visit.register_row), self)
        self.late_tag = Tag(translate("Life", "Late entry"), self, TagKind.ACTIVE, "")
        self.add_header_right(self.pseudonym_chip)
        self.add_header_right(self.late_tag)
        self.page_choice = SegmentedControl(self)
        self.page_choice.setObjectName("page_choice")
        self.page_choice.setAccessibleName(translate("Life", "What to do"))
        self.body.addWidget(self.page_choice)
        self.error_banner = Banner("error", self)
        self.error_banner.hide()
        self._pages = LifecyclePages(visit, self)
        self._pages.size_changed.connect(self._page_resized)
        self.scroll_area = ScrollPane(self._pages, self)
        self._add_pages()
        self.body.addWidget(self.scroll_area)
        self.body.addWidget(self.error_banner)
        self.note = self.add_note("history", "")
        self.leave_button = PushButton(translate("Life", "Leave"), self, "secondary", "", "Esc")
        self.set_leave_button(self.leave_button)
        self.act_button = PushButton("", self, "primary", "save", "Ctrl+Enter")
        self.act_button.setObjectName("act")
        self.set_primary(self.act_button)
        self.page_choice.chosen.connect(self._page_chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._scroll_to_focus)
        self.page_choice.choose(next(iter(self._pages.page_by_name)))

    def _add_pages(self) -> None:
        for name, title in self._pages.titles().items():
            self.page_choice.add(name, title)
        for page in self._pages.page_by_name.values():
            page.changed.connect(self._show_labels)
            if isinstance(page, IdentityPage):
                self.closed.connect(page.clear)
        self._pages.late_entry_page.forecast_wanted.connect(self._read_forecast)

    def current_page(self) -> LifecyclePage:
        """Return the selected page."""
        return self._pages.page_by_name[str(self.page_choice.value())]

    def show_page(self, name: str) -> None:
        """Show a page and put the focus on its first field."""
        self.page_choice.choose(name)
        self.current_page().first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show the dialog and put the focus on the first field of the page."""
        super().open()
        self.current_page().first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _update_geometry(self) -> None:
        """Set the height of the page; in a low window it scrolls between header and footer."""
        parent = self.parentWidget()
        width = min(theme().px(WIDTH), self.width() - theme().px(48)) - theme().px(40)
        wanted_height = self._pages.height_at(width)
        window_height = parent.height() if parent is not None else wanted_height
        available = window_height - theme().px(_HEIGHT_OUTSIDE_PAGE)
        banner_height = 0 if self.error_banner.isHidden() else self.error_banner.sizeHint().height()
        highest = max(available - banner_height, theme().px(_MINIMUM_PAGE_HEIGHT))
        self.scroll_area.setFixedHeight(min(wanted_height, highest))
        super()._update_geometry()

    @Slot()
    def _page_resized(self) -> None:
        if self.isVisible():
            self.refit()

    @Slot(QWidget, QWidget)
    def _scroll_to_focus(self, _previous: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and self._pages.isAncestorOf(focused):
            self.scroll_area.ensureWidgetVisible(focused, 0, theme().px(24))

    @Slot(object)
    def _page_chosen(self, name: object) -> None:
        self._pages.show_page(str(name))
        self.pseudonym_chip.setVisible(name != LATE_ENTRY)
        self.late_tag.setVisible(name == LATE_ENTRY)
        self.error_banner.hide()
        self._show_labels()

    @Slot()
    def _show_labels(self) -> None:
        labels = self.current_page().page_labels()
        row = self._visit.register_row
        self.set_title(labels.title)
        self.set_icon(labels.icon, "accent")
        visit = translate("Life", "Visit {number}, {day}")
        self.set_subtitle(
            translate("Life", "A visit that is over and not in the register yet")
            if self.page_choice.value() == LATE_ENTRY
            else visit.format(number=f"{row.number:04d}", day=display_format.day(row.received_on))
        )
        self.note.set_line("history", labels.note)
        self.note.setVisible(bool(labels.note))
        self.act_button.set_kind(labels.button_kind)
        self.act_button.set_icon(labels.button_icon)
        self.act_button.set_text(labels.button_text)
        self.set_valid(self.current_page().valid() and not self._saving)
        self.refit()

    @Slot(object)
    def _read_forecast(self, day: date) -> None:
        page = self._pages.late_entry_page
        forecast = partial(self._visit.reception.lifecycle.late_entry_forecast, day)
        self._runner.run(forecast, then=page.show_forecast, failed=self._show_failure, owner=page)

    @Slot()
    def accept(self) -> None:
        """Run the change of the page; the dialog stays open until it is saved."""
        page = self.current_page()
        if self._saving or not page.valid():
            return
        page.clear_errors()
        self.error_banner.hide()
        self._set_saving(True)
        self._runner.run(page.job(), then=self._job_done, failed=self._show_failure, owner=self)

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.act_button.set_busy(translate("Life", "Saving…") if saving else "")
        self.page_choice.setEnabled(not saving)

    @Slot()
    def reject(self) -> None:
        """Close the dialog, unless a change is being saved."""
        if not self._saving:
            super().reject()

    def _job_done(self, result: object) -> None:
        self._set_saving(False)
        page = self.current_page()
        if isinstance(page, LateEntryPage):
            late, mode = page.late_entry(), str(page.mode.value())
            self.finish(True)
            if late is not None:
                self.late_entry_wanted.emit(late, mode)
        elif isinstance(result, EarlierPseudonymCopies) and result.rotation_needed:
            self._show_earlier_pseudonym_copies(result)
        else:
            self._finish_change()

    def _show_earlier_pseudonym_copies(self, copies: EarlierPseudonymCopies) -> None:
        """List the papers and backups with the earlier pseudonym; the visit is changed already."""
        page = self.current_page()
        page.hide()
        self.page_choice.hide()
        kind = (
            page.selected_kind() if isinstance(page, ReclassifyPage) else PetitionKind.DENUNCIATION
        )
        self.pseudonym_chip.set_chip(reporter_title(kind.value, copies.new_code))
        self.set_title(translate("Life", "What cannot be taken back"))
        copies_list = EarlierPseudonymCopiesList(copies, self._pages)
        self._pages.column.addWidget(copies_list)
        copies_list.show()
        self.note.hide()
        self.leave_button.hide()
        self.act_button.clicked.disconnect(self.accept)
        self.act_button.clicked.connect(self._finish_change)
        self.act_button.set_icon("check")
        self.act_button.set_kind("primary")
        self.act_button.set_text(translate("Life", "Understood"))
        self.act_button.setEnabled(True)
        self.act_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rejected.connect(self._emit_change_saved)
        self.refit()

    @Slot()
    def _finish_change(self) -> None:
        self.finish(True)
        self._emit_change_saved()

    @Slot()
    def _emit_change_saved(self) -> None:
        self.change_saved.emit(self._visit.present.visit_id)

    @Slot(object)
    def _show_failure(self, error: ReceptionError) -> None:
        self._set_saving(False)
        text = error_sentence(error)
        if not (isinstance(error, InvalidInput) and self.current_page().show_error(error, text)):
            self.error_banner.show_message("", text, "error")
        if error.code == _CHANGED_MEANWHILE:
            read = partial(
                self._visit.reception.lifecycle.change_context, self._visit.present.visit_id
            )
            self._runner.run(read, then=self._show_changed_visit, owner=self)
        self.set_valid(self.current_page().valid())
        self.refit()

    @Slot(object)
    def _show_changed_visit(self, present: VisitChangeContext) -> None:
        self._visit = VisitToChange(self._visit.register_row, present, self._visit.reception)
        for page in self._pages.page_by_name.values():
            page.show_changed_visit(self._visit)
        self._show_labels()
