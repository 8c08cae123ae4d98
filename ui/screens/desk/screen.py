"""The desk: drafts, saving and sealing, keys, and what the frame asks of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception.bootstrap import Reception
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import PetitionKind
from reception.law.words import REPORTER
from reception.messages.book import say_error
from reception.services.drafts import Draft
from reception.services.register import DayFigures, RegisterRow
from reception.services.visit_form import SealedVisit, VisitForm
from ui import actions
from ui import format as shown
from ui.dialogs.leave_draft import LeaveDraft
from ui.models.day_list import DayLine, LineKind, day_lines, reporter_title
from ui.screens.desk.acts import DeskActs
from ui.screens.desk.form_state import empty_state, typed
from ui.screens.desk.mending import clear_marks, show_at_field
from ui.screens.desk.page import translate
from ui.screens.desk.work import Hand
from ui.theme import Theme
from ui.widgets.composition import commit_composition
from ui.work.worker import Runner

KEEP_MS = 1200  # a draft is kept within two seconds of the last key
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Desk(DeskActs):
    """``Desk(reception, runner, theme, parent)``.

    ``print_wanted(SealedVisit, Identity)`` after a save that asked for paper,
    ``visit_wanted(visit_id)`` when a visit of today is opened from the list;
    ``entered()``, ``about_to_lock()``, ``restore(draft)``, ``drafts_found(drafts, returning)``.
    """

    print_wanted = Signal(object, object)
    record_wanted = Signal(object, object)
    visit_wanted = Signal(int)
    sealed = Signal(object)

    def __init__(self, reception: Reception, runner: Runner, theme: Theme, parent: QWidget) -> None:
        """Make the desk with an empty form."""
        super().__init__(reception, runner, parent)
        self._theme = theme
        self._hands: list[Hand] = [self.hand]
        self._rows: list[RegisterRow] = []
        self._saving = self._printing = self._dirty = False
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_MS)
        self._keep.timeout.connect(self.keep_now)
        self.edited.connect(self._changed)
        self._wire_work()
        self._wire_keys()
        wanted = getattr(parent, "new_visit_wanted", None)
        if wanted is not None:
            wanted.connect(self.new_visit)
        self.day.set_day(self.setting.today())
        self.show_state(self.hand.state)
        self.work.read_day()
        self.look()

    def _wire_work(self) -> None:
        self.work.kept.connect(self._kept)
        self.work.sealed.connect(self._sealed)
        self.work.refused.connect(self._refused)
        self.work.trouble.connect(self._troubled)
        self.work.day_read.connect(self._day_read)
        self.person.left.connect(self._person_left)
        self.day.new_wanted.connect(self.new_visit)
        self.day.list.chosen.connect(self._line_chosen)
        self.bar.save.clicked.connect(self.save)
        self.bar.save_print.clicked.connect(self.save_and_print)
        self.bar.read.clicked.connect(self.read_back)
        self.content.summary.submitted.connect(self.focusNextChild)

    def _wire_keys(self) -> None:
        for name, slot in {
            "desk.save": self.save,
            "desk.save_print": self.save_and_print,
            "desk.section_1": self._to_person,
            "desk.section_2": self._to_content,
            "desk.section_3": self._to_papers,
            "desk.section_4": self._to_outcome,
            "desk.scan": self.person.open_qr,
            "desk.read_back": self.read_back,
            "desk.cover": self.person.toggle.toggle,
            "desk.add_paper": self.papers.add_paper,
            "desk.attach": self.papers.scan_wanted.emit,
            "desk.more": self.more,
            "desk.replace": self.replace_leak,
            "desk.complaint": self._complaint,
            "desk.denunciation": self._denunciation,
            "desk.recommendation": self._recommendation,
            "desk.feedback": self._feedback,
        }.items():
            actions.create(name, self, slot)

    # -- the frame ------------------------------------------------------------------------

    def entered(self) -> None:
        """Take the focus when the desk is shown; read the day anew."""
        self.day.set_day(self.setting.today())
        self.work.read_day()
        if not self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._to_person()

    @Slot()
    def next_person(self) -> None:
        """Stand ready for the next person once the papers of the last one are done."""
        if self.isVisible() and not typed(self.hand.state):
            self._to_person()

    def about_to_lock(self) -> None:
        """Hand the draft to the worker at once, the last composed word with it."""
        commit_composition()
        self.keep_now()
        self.person.fields.covers.cover()

    def drafts_found(self, drafts: Sequence[Draft], returning: bool) -> None:
        """List this person's drafts; put the newest back when they return after a lock."""
        for draft in drafts:
            self._hands.append(Hand(empty_state() | draft.form, draft.draft_id, draft.updated_at))
        if returning and drafts:
            self.restore(drafts[0])
        self.refresh_list()

    def restore(self, draft: Draft) -> None:
        """Put a draft back into the form."""
        known = next((h for h in self._hands if h.draft_id == draft.draft_id), None)
        if known is None:
            known = Hand(empty_state() | draft.form, draft.draft_id, draft.updated_at)
        self.take_up(known)

    # -- drafts ---------------------------------------------------------------------------

    @Slot()
    def _changed(self) -> None:
        self._dirty = True
        self._keep.start()

    @Slot()
    def keep_now(self) -> None:
        """Keep the draft if something changed since it was kept."""
        self._keep.stop()
        if not self._dirty or self._saving:
            return
        self._dirty = False
        state = self.collect()
        if typed(state) or self.hand.draft_id is not None:
            self.work.keep(self.hand, state)

    @Slot(object)
    def _kept(self, hand: Hand) -> None:
        if hand is self.hand:
            self.bar.kept_at(hand.kept_at)
        self.refresh_list()

    def take_up(self, hand: Hand) -> None:
        """Keep the visit in hand as a draft and show another."""
        commit_composition()
        if hand is self.hand:
            return
        self.collect()
        self.keep_now()
        if not typed(self.hand.state) and self.hand.draft_id is None:
            self._hands.remove(self.hand)
        self._show_hand(hand)

    def _show_hand(self, hand: Hand) -> None:
        if hand not in self._hands:
            self._hands.insert(0, hand)
        self.trouble.hide()
        clear_marks(self)
        super().take_up(hand)
        self.bar.kept_at(hand.kept_at)
        self._asked = None
        self._dirty = False
        self.look()

    @Slot()
    def new_visit(self) -> None:
        """Begin a new visit; asks only when something was typed."""
        commit_composition()
        if not typed(self.collect()):
            self._to_person()
            return
        dialog = LeaveDraft(self)
        dialog.accepted.connect(self._fresh)
        dialog.thrown.connect(self._throw)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _fresh(self) -> None:
        self.take_up(Hand())
        self._to_person()

    @Slot()
    def _throw(self) -> None:
        self._keep.stop()
        self._dirty = False
        gone = self.hand
        self._hands.remove(gone)
        self.work.drop(gone)
        self._show_hand(Hand())
        self._to_person()

    # -- saving ---------------------------------------------------------------------------

    @Slot()
    def _person_left(self) -> None:
        form = self.form()
        self.work.prepare(self.hand, form.identity, form.protected)

    @Slot()
    def save(self) -> None:
        """Save and seal."""
        self._save(printing=False)

    @Slot()
    def save_and_print(self) -> None:
        """Save and seal, then ask for the paper."""
        self._save(printing=True)

    def _save(self, *, printing: bool) -> None:
        if self._saving:
            return
        commit_composition()
        clear_marks(self)
        self.trouble.hide()
        self.look()
        self._saving, self._printing = True, printing
        self._keep.stop()
        self.bar.set_saving(True)
        self.work.seal(self.hand, self.form())

    @Slot(object, object, object)
    def _sealed(self, hand: Hand, sealed: SealedVisit, form: VisitForm) -> None:
        self._saving = self._dirty = False
        self.bar.set_saving(False)
        self._hands.remove(hand)
        self._pair(hand, sealed)
        self._show_hand(Hand())
        self.work.read_day()
        self._to_person()
        words = translate("Desk", "Saved and sealed, code {code}")
        say = getattr(self.window(), "say", None)
        if callable(say):
            say(words.format(code=sealed.visit.pseudonym.code()))
        self.sealed.emit(sealed)
        if self._printing:
            self.print_wanted.emit(sealed, form.identity)
        if hand.state.get("record") and sealed.numbers is not None:
            self.record_wanted.emit(sealed, form.identity)

    def _pair(self, hand: Hand, sealed: SealedVisit) -> None:
        """Tell the visit split off which one was of the same person, for its sealed part."""
        pair = hand.state.get("pair")
        for other in self._hands:
            if pair and other.state.get("pair") == pair:
                known = other.state.setdefault("same_person", [])
                known.append(sealed.visit.visit_id)
                self.work.keep(other, other.state)

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        self._saving = False
        self.bar.set_saving(False)
        self._dirty = True
        self.keep_now()
        sentence = say_error(error, self.setting.language)
        if isinstance(error, InvalidInput) and show_at_field(self, error, sentence):
            return
        self.trouble.say(sentence)

    @Slot(object)
    def _troubled(self, error: ReceptionError) -> None:
        self.trouble.say(say_error(error, self.setting.language))

    # -- the list -------------------------------------------------------------------------

    @Slot(object, object)
    def _day_read(self, rows: list[RegisterRow], figures: DayFigures) -> None:
        self._rows = rows
        self.day.set_figures(figures)
        self._asked = None
        self.look()
        self.refresh_list()

    def refresh_list(self) -> None:
        """Show the drafts and today's visits."""
        hands = [self.hand, *(hand for hand in self._hands if hand is not self.hand)]
        self.day.set_lines(day_lines([self._draft_line(hand) for hand in hands], self._rows))

    def _draft_line(self, hand: Hand) -> DayLine:
        current = hand is self.hand
        kind = hand.state["entries"][0].get("kind") if not current else self._kind_value()
        title = translate("Desk", "Reporter")
        if kind:
            name = REPORTER[PetitionKind(kind)]
            title = f"{name[0].upper()}{name[1:]}"
        side, detail = "", translate("Desk", "Number and code expected, given on saving")
        if current and self._forecast is not None:
            number = f"{self._forecast.number:04d}"
            side = translate("Desk", "Expected visit {number}").format(number=number)
            if kind == self._forecast.pseudonym.series or kind:
                title = reporter_title(kind, self._forecast.pseudonym.code())
        if not current and hand.kept_at is not None:
            words = translate("Desk", "Draft encrypted {hour}")
            detail = words.format(hour=shown.hour(hand.kept_at))
        state = translate("Desk", "Being entered") if current else translate("Desk", "Draft")
        place = self._hands.index(hand) if hand in self._hands else -1
        return DayLine(LineKind.DRAFT, title, detail, state, side=side, current=current, key=place)

    def _kind_value(self) -> str:
        kind = self.content.kind()
        return kind.value if kind else ""

    @Slot(object)
    def _line_chosen(self, line: DayLine) -> None:
        if line.kind is LineKind.DRAFT:
            if 0 <= line.key < len(self._hands):
                self.take_up(self._hands[line.key])
        elif line.kind is not LineKind.GROUP:
            self.visit_wanted.emit(line.key)

    # -- keys -----------------------------------------------------------------------------

    @Slot()
    def _to_person(self) -> None:
        self.person.fields.covers.uncover()
        self.person.fields.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _to_content(self) -> None:
        place = self.content.summary if self.content.kind() else self.content.kinds
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _to_papers(self) -> None:
        rows = self.papers.rows
        (rows[0].name if rows else self.papers.add_paper().name).setFocus()

    @Slot()
    def _to_outcome(self) -> None:
        self.outcome.ours.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, kind: PetitionKind) -> None:
        commit_composition()
        self.content.choose_kind(kind)
        if not self.content.isAncestorOf(self.window().focusWidget() or self):
            self.content.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _complaint(self) -> None:
        self._choose(PetitionKind.COMPLAINT)

    @Slot()
    def _denunciation(self) -> None:
        self._choose(PetitionKind.DENUNCIATION)

    @Slot()
    def _recommendation(self) -> None:
        self._choose(PetitionKind.RECOMMENDATION)

    @Slot()
    def _feedback(self) -> None:
        self._choose(PetitionKind.FEEDBACK)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field; Esc closes the scanner's box, else leaves the visit."""
        if event.key() in _ENTER and not event.modifiers():
            commit_composition()
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if not self.person.fields.qr.isHidden():
            self.person.close_qr()
        else:
            self.new_visit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the draft when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and hasattr(self, "_keep"):
            self.keep_now()
