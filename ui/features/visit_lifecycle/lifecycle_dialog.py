"""Dialog for changes of a sealed visit: correct, answer, reclassify, void; or a late entry."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import PetitionKind
from reception.messages.catalogue import error_sentence
from reception.services.visit_lifecycle.lifecycle_state import VisitChangeContext
from reception.services.visit_lifecycle.reclassification import IrreversibleEffects
from ui.appearance import display_format
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_lifecycle.answer_page import AnswerPage
from ui.features.visit_lifecycle.correction_page import CorrectionPage
from ui.features.visit_lifecycle.identity_page import IdentityPage
from ui.features.visit_lifecycle.irreversible_effects import IrreversibleEffectsList
from ui.features.visit_lifecycle.late_entry_page import LateEntryPage
from ui.features.visit_lifecycle.lifecycle_page import LifecyclePage, Subject
from ui.features.visit_lifecycle.page_holder import PageHolder
from ui.features.visit_lifecycle.reclassify_page import ReclassifyPage
from ui.features.visit_lifecycle.void_page import VoidPage
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
_AROUND = 236  # height of everything above and below the page, and around the dialog
_LEAST_HEIGHT = 120
LATE = "late"
_CHANGED_MEANWHILE = "life.changed_meanwhile"


class LifecycleDialog(Dialog):
    """A page for each kind of change.

    ``done(visit_id)`` after an act, ``late_wanted(LateEntry, mode)`` to enter a late visit.
    """

    done = Signal(int)
    late_wanted = Signal(object, str)

    def __init__(self, subject: Subject, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__("", parent, WIDTH)
        self._runner = runner
        self._subject = subject
        self._working = False
        self.chip = SealChip(reporter_text(subject.row), self)
        self.late_tag = Tag(translate("Life", "Late entry"), self, TagKind.ACTIVE, "")
        self.add_header_right(self.chip)
        self.add_header_right(self.late_tag)
        self.page_choice = SegmentedControl(self)
        self.page_choice.setObjectName("page_choice")
        self.page_choice.setAccessibleName(translate("Life", "What to do"))
        self.body.addWidget(self.page_choice)
        self.error_banner = Banner("error", self)
        self.error_banner.hide()
        self.pages: dict[str, LifecyclePage] = {}
        self._page_holder = PageHolder(self)
        self._page_holder.size_changed.connect(self._page_resized)
        self.area = ScrollPane(self._page_holder, self)
        self._fill()
        self.body.addWidget(self.area)
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
        self.page_choice.choose("correct" if "correct" in self.pages else LATE)

    def _fill(self) -> None:
        names = {
            "correct": (translate("Life", "Correct"), CorrectionPage),
            "identity": (translate("Life", "Identity"), IdentityPage),
            "answer": (translate("Life", "Answered"), AnswerPage),
            "kind": (translate("Life", "Reclassify"), ReclassifyPage),
            "void": (translate("Life", "Void"), VoidPage),
            LATE: (translate("Life", "Late entry"), LateEntryPage),
        }
        for name, (title, page_class) in names.items():
            if self._subject.state.voided and name != LATE:
                continue
            page = page_class(self._subject, self._page_holder)
            page.hide()
            page.changed.connect(self._show_context)
            self.pages[name] = page
            self.page_choice.add(name, title)
            self._page_holder.column.addWidget(page)
            if isinstance(page, IdentityPage):
                self.closed.connect(page.clear)
        late = self.pages[LATE]
        if isinstance(late, LateEntryPage):
            late.forecast_wanted.connect(self._read_forecast)

    def page(self) -> LifecyclePage:
        """Return the selected page."""
        return self.pages[str(self.page_choice.value())]

    def show_page(self, name: str) -> None:
        """Show a page and put the focus on its first field."""
        self.page_choice.choose(name)
        self.page().first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show the dialog and put the focus on the first field of the page."""
        super().open()
        self.page().first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Set the height of the page; in a low window it scrolls between header and footer."""
        parent = self.parentWidget()
        width = min(theme().px(WIDTH), self.width() - theme().px(48)) - theme().px(40)
        wanted = self._page_holder.height_at(width)
        available = (parent.height() if parent is not None else wanted) - theme().px(_AROUND)
        banner_height = 0 if self.error_banner.isHidden() else self.error_banner.sizeHint().height()
        self.area.setFixedHeight(
            min(wanted, max(available - banner_height, theme().px(_LEAST_HEIGHT)))
        )
        super()._fit()

    @Slot()
    def _page_resized(self) -> None:
        if self.isVisible():
            self.refit()

    @Slot(QWidget, QWidget)
    def _scroll_to_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._page_holder.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, theme().px(24))

    @Slot(object)
    def _page_chosen(self, name: object) -> None:
        for key, page in self.pages.items():
            page.setVisible(key == name)
        self.chip.setVisible(name != LATE)
        self.late_tag.setVisible(name == LATE)
        self.error_banner.hide()
        self._show_context()

    @Slot()
    def _show_context(self) -> None:
        context = self.page().context()
        row = self._subject.row
        self.set_title(context.title)
        self.set_icon(context.icon, "accent")
        visit = translate("Life", "Visit {number}, {day}")
        self.set_subtitle(
            translate("Life", "A visit that is over and not in the register yet")
            if self.page_choice.value() == LATE
            else visit.format(number=f"{row.number:04d}", day=display_format.day(row.received_on))
        )
        self.note.set_line("history", context.note)
        self.note.setVisible(bool(context.note))
        self.act_button.set_kind(context.button_kind)
        self.act_button.set_icon(context.button_icon)
        self.act_button.set_text(context.button_text)
        self.set_valid(self.page().valid() and not self._working)
        self.refit()

    @Slot(object)
    def _read_forecast(self, day: date) -> None:
        late = self.pages[LATE]
        if isinstance(late, LateEntryPage):
            forecast = partial(self._subject.reception.lifecycle.late_forecast, day)
            self._runner.run(forecast, then=late.show_forecast, failed=self._failed, owner=late)

    @Slot()
    def accept(self) -> None:
        """Run the act of the page; the dialog stays open until it is done."""
        page = self.page()
        if self._working or not page.valid():
            return
        page.clear_errors()
        self.error_banner.hide()
        self._set_working(True)
        self._runner.run(page.job(), then=self._acted, failed=self._failed, owner=self)

    def _set_working(self, working: bool) -> None:
        self._working = working
        self.act_button.set_busy(translate("Life", "Saving…") if working else "")
        self.page_choice.setEnabled(not working)

    @Slot()
    def reject(self) -> None:
        """Close the dialog, unless an act is running."""
        if not self._working:
            super().reject()

    def _acted(self, result: object) -> None:
        self._set_working(False)
        page = self.page()
        if isinstance(page, LateEntryPage):
            late, mode = page.late_entry(), str(page.mode.value())
            self.finish(True)
            if late is not None:
                self.late_wanted.emit(late, mode)
        elif isinstance(result, IrreversibleEffects) and result.rotate:
            self._list_irreversible(result)
        else:
            self.finish(True)
            self.done.emit(self._subject.state.visit_id)

    def _list_irreversible(self, effects: IrreversibleEffects) -> None:
        """List the effects that a reclassification cannot undo; the visit is changed already."""
        self.page().hide()
        self.page_choice.hide()
        page = self.page()
        kind = page.wanted_kind() if isinstance(page, ReclassifyPage) else PetitionKind.DENUNCIATION
        self.chip.set_chip(reporter_title(kind.value, effects.code))
        self.set_title(translate("Life", "What cannot be taken back"))
        effects_list = IrreversibleEffectsList(effects, self._page_holder)
        self._page_holder.column.addWidget(effects_list)
        effects_list.show()
        self.note.hide()
        self.leave_button.hide()
        self.act_button.clicked.disconnect(self.accept)
        self.act_button.clicked.connect(self._acknowledged)
        self.act_button.set_icon("check")
        self.act_button.set_kind("primary")
        self.act_button.set_text(translate("Life", "Understood"))
        self.act_button.setEnabled(True)
        self.act_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rejected.connect(self._emit_done)
        self.refit()

    @Slot()
    def _acknowledged(self) -> None:
        self.finish(True)
        self._emit_done()

    @Slot()
    def _emit_done(self) -> None:
        self.done.emit(self._subject.state.visit_id)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self._set_working(False)
        text = error_sentence(error)
        if not (isinstance(error, InvalidInput) and self.page().show_error(error, text)):
            self.error_banner.show_message("", text, "error")
        if error.code == _CHANGED_MEANWHILE:
            state = partial(self._subject.reception.lifecycle.state, self._subject.state.visit_id)
            self._runner.run(state, then=self._state_read, owner=self)
        self.set_valid(self.page().valid())
        self.refit()

    @Slot(object)
    def _state_read(self, state: VisitChangeContext) -> None:
        self._subject = Subject(self._subject.row, state, self._subject.reception)
        for page in self.pages.values():
            page.show_state(self._subject)
        self._show_context()
