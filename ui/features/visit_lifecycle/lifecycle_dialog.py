"""The dialog about a sealed visit: correct, answer, reclassify, void, or enter a late one."""

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
from ui.appearance import display_format as shown
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
_LEAST = 120
LATE = "late"
_MEANWHILE = "life.changed_meanwhile"


class LifecycleDialog(Dialog):
    """Changes of one sealed visit, a page each.

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
        self.add_header_side(self.chip)
        self.add_header_side(self.late_tag)
        self.parts = SegmentedControl(self)
        self.parts.setObjectName("parts")
        self.parts.setAccessibleName(translate("Life", "What to do"))
        self.body.addWidget(self.parts)
        self.trouble = Banner("error", self)
        self.trouble.hide()
        self.pages: dict[str, LifecyclePage] = {}
        self._holder = PageHolder(self)
        self._holder.size_wanted.connect(self._resized)
        self.area = ScrollPane(self._holder, self)
        self._fill()
        self.body.addWidget(self.area)
        self.body.addWidget(self.trouble)
        self.note = self.add_note("history", "")
        self.safe = PushButton(translate("Life", "Leave"), self, "secondary", "", "Esc")
        self.set_safe(self.safe)
        self.act = PushButton("", self, "primary", "save", "Ctrl+Enter")
        self.act.setObjectName("act")
        self.set_primary(self.act)
        self.parts.chosen.connect(self._page_chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.parts.choose("correct" if "correct" in self.pages else LATE)

    def _fill(self) -> None:
        names = {
            "correct": (translate("Life", "Correct"), CorrectionPage),
            "identity": (translate("Life", "Identity"), IdentityPage),
            "answer": (translate("Life", "Answered"), AnswerPage),
            "kind": (translate("Life", "Reclassify"), ReclassifyPage),
            "void": (translate("Life", "Void"), VoidPage),
            LATE: (translate("Life", "Late entry"), LateEntryPage),
        }
        for name, (words, made) in names.items():
            if self._subject.state.voided and name != LATE:
                continue
            page = made(self._subject, self._holder)
            page.hide()
            page.changed.connect(self._show_context)
            self.pages[name] = page
            self.parts.add(name, words)
            self._holder.column.addWidget(page)
            if isinstance(page, IdentityPage):
                self.closed.connect(page.forget)
        late = self.pages[LATE]
        if isinstance(late, LateEntryPage):
            late.day_wanted.connect(self._ask_day)

    def page(self) -> LifecyclePage:
        """Return the page that is shown."""
        return self.pages[str(self.parts.value())]

    def show_page(self, name: str) -> None:
        """Show a page and put the focus on its first field."""
        self.parts.choose(name)
        self.page().first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show the dialog and put the focus on the first field of the page."""
        super().open()
        self.page().first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Give the page the height it needs; in a low window it scrolls, header and footer stay."""
        over = self.parentWidget()
        width = min(theme().px(WIDTH), self.width() - theme().px(48)) - theme().px(40)
        wanted = self._holder.height_at(width)
        available = (over.height() if over is not None else wanted) - theme().px(_AROUND)
        trouble = 0 if self.trouble.isHidden() else self.trouble.sizeHint().height()
        self.area.setFixedHeight(min(wanted, max(available - trouble, theme().px(_LEAST))))
        super()._fit()

    @Slot()
    def _resized(self) -> None:
        if self.isVisible():
            self.refit()

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to the field with the focus."""
        if now is not None and self._holder.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, theme().px(24))

    @Slot(object)
    def _page_chosen(self, name: object) -> None:
        for key, page in self.pages.items():
            page.setVisible(key == name)
        self.chip.setVisible(name != LATE)
        self.late_tag.setVisible(name == LATE)
        self.trouble.hide()
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
            if self.parts.value() == LATE
            else visit.format(number=f"{row.number:04d}", day=shown.day(row.received_on))
        )
        self.note.set_line("history", context.note)
        self.note.setVisible(bool(context.note))
        self.act.set_kind(context.kind)
        self.act.set_icon(context.sign)
        self.act.set_text(context.act)
        self.set_valid(self.page().valid() and not self._working)
        self.refit()

    @Slot(object)
    def _ask_day(self, day: date) -> None:
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
        page.clear_marks()
        self.trouble.hide()
        self._work(True)
        self._runner.run(page.job(), then=self._acted, failed=self._failed, owner=self)

    def _work(self, working: bool) -> None:
        self._working = working
        self.act.set_busy(translate("Life", "Saving…") if working else "")
        self.parts.setEnabled(not working)

    @Slot()
    def reject(self) -> None:
        """Close the dialog, unless an act is running."""
        if not self._working:
            super().reject()

    def _acted(self, result: object) -> None:
        self._work(False)
        page = self.page()
        if isinstance(page, LateEntryPage):
            late, mode = page.late(), str(page.mode.value())
            self.finish(True)
            if late is not None:
                self.late_wanted.emit(late, mode)
        elif isinstance(result, IrreversibleEffects) and result.rotate:
            self._list_irreversible(result)
        else:
            self.finish(True)
            self.done.emit(self._subject.state.visit_id)

    def _list_irreversible(self, beyond: IrreversibleEffects) -> None:
        """List the effects that a reclassification cannot undo; the visit is changed already."""
        self.page().hide()
        self.parts.hide()
        page = self.page()
        kind = page.wanted_kind() if isinstance(page, ReclassifyPage) else PetitionKind.DENUNCIATION
        self.chip.set_chip(reporter_title(kind.value, beyond.code))
        self.set_title(translate("Life", "What cannot be taken back"))
        effects = IrreversibleEffectsList(beyond, self._holder)
        self._holder.column.addWidget(effects)
        effects.show()
        self.note.hide()
        self.safe.hide()
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._known)
        self.act.set_icon("check")
        self.act.set_kind("primary")
        self.act.set_text(translate("Life", "Understood"))
        self.act.setEnabled(True)
        self.act.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rejected.connect(self._tell_done)
        self.refit()

    @Slot()
    def _known(self) -> None:
        self.finish(True)
        self._tell_done()

    @Slot()
    def _tell_done(self) -> None:
        self.done.emit(self._subject.state.visit_id)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self._work(False)
        words = error_sentence(error)
        if not (isinstance(error, InvalidInput) and self.page().mark(error, words)):
            self.trouble.say("", words, "error")
        if error.code == _MEANWHILE:
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
